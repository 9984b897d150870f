"""References compared with what their chapters said when the build executed them.

nbval would start a kernel for each reference and run its code a second time. Here it is told what
came out the first time, and compares that in its own way. A chapter of which nothing is kept, or
that rests on something which has changed since, is executed now.
"""

from pathlib import Path

import execute
from nbformat import NotebookNode
from nbval.plugin import IPyNbFile

ROOT = Path(__file__).parents[1]
BOOK, REFERENCES = ROOT / "book", ROOT / "tests" / "notebooks"


class Recording:
    """What a chapter said, asked for as if of a kernel."""

    def __init__(self, chapter: Path) -> None:
        try:
            notebook = execute.executed([chapter])[chapter]
        except SystemExit as failed:  # pytest would end with it
            raise execute.Failure(failed.code) from None
        self.left = iter([one for one in notebook.cells if one.cell_type == "code"])
        self.messages: list[dict] = []

    def execute_cell_input(self, source: str, allow_stdin: bool) -> str:
        """Turn to what the next cell with this code said; return the name of the request."""
        cell = next((one for one in self.left if one.source == source), None)
        if cell is None:
            raise RuntimeError("the chapter has other code here: run `make references`")
        self.messages = [message(output.output_type, output) for output in cell.outputs]
        self.messages.append(message("status", {"execution_state": "idle"}))
        return REQUEST

    def get_message(self, stream: str, timeout: float) -> dict:
        """Return the next thing that it said."""
        return self.messages.pop(0)

    def is_alive(self) -> bool:
        """Tell that it can be asked."""
        return True

    def await_reply(self, request: str, timeout: float) -> None:
        """Return at once, as all is said already."""

    def stop(self) -> None:
        """Do nothing: no process runs."""


REQUEST = "request"


def message(kind: str, content: NotebookNode | dict) -> dict:
    return {"msg_type": kind, "content": content, "parent_header": {"msg_id": REQUEST}}


def start(reference: IPyNbFile) -> None:
    """Take the place of what starts a kernel for a reference."""
    chapter = BOOK / reference.path.relative_to(REFERENCES).with_suffix(".md")
    reference.kernel = Recording(chapter)
    reference.setup_sanitize_files()
