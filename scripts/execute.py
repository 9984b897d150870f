"""Executes the chapters: the one piece of code that both the build and the references use.

A chapter's code is run, and the expressions in its sentences are answered where they stand. The
outcome is kept in ``_build/executed``, where the book's builder finds it, until the chapter's code
or expressions change, or anything else that they rest on.
"""

import asyncio
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import inputs
import kernels
from inputs import BUILD, ROOT
from jupyter_client.utils import ensure_async
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

sys.path.append(str(ROOT / "extensions"))
import inline
from inline import kept
from inline.expressions import expressions

EXECUTED = BUILD / inline.FOLDER
SECONDS_A_CELL = 120
# What a sentence can't show as it is: a number with as many digits as it happens to have, and what
# doesn't say how it is written at all, such as a table or a list. What fails when it is written
# fails here, where the reason is known.
_UNFIT = (
    "(lambda value: not repr(value) or isinstance(value, bool)"
    " or type(value).__format__ is object.__format__"
    " or isinstance(value, __import__('numbers').Number) and not isinstance(value, int))"
)


class Failure(Exception):
    """A chapter that can't be executed; its text tells where and why."""


def chapters() -> list[Path]:
    """List the pages that hold code: the jupytext MyST notebooks among the contents."""
    sources = [ROOT / f"{page}.md" for page in inputs.pages()]
    return [
        path
        for path in sources
        if path.is_file() and is_myst_markdown_notebook(path.read_text(encoding="utf-8"))
    ]


def executed(paths: list[Path] | None = None) -> dict[Path, NotebookNode]:
    """Give chapters (all of them, unless named) as executed, executing those that are not kept.

    Ends the program with the place and the reason when something in a chapter fails.
    """
    wanted = chapters() if paths is None else paths
    notebooks = {path: read(path) for path in wanted}
    made_from = inputs.fingerprint(inputs.OF_OUTPUTS)
    missing = [path for path, one in notebooks.items() if not kept.fill(one, EXECUTED, made_from)]
    if missing:
        print(f"Executing {len(missing)} of {len(notebooks)} chapters ...", flush=True)
        BUILD.mkdir(exist_ok=True)
        kernels.start_warm()
        try:
            kernels.warm_up()
        except kernels.Ended:
            sys.exit("error: no chapter was executed; what stopped it stands above.")
    failures = []
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
        runs = {path: workers.submit(execute, path, notebooks[path]) for path in missing}
        for path, run in runs.items():
            try:
                run.result()
            except Failure as failure:
                failures.append(str(failure))
            else:
                kept.put(EXECUTED, notebooks[path], made_from)
    if failures:
        sys.exit("\n\n".join(failures))
    if paths is None:
        kept.forget(EXECUTED, but={kept.name(one) for one in notebooks.values()})
    return notebooks


def read(path: Path) -> NotebookNode:
    """Read a chapter as the book's builder reads it."""
    text = path.read_text(encoding="utf-8")
    return read_myst_markdown_notebook(text, add_source_map=True, path=path)


def execute(path: Path, notebook: NotebookNode, folder: Path | None = None) -> None:
    """Run a notebook in place, in the folder of its chapter or another.

    Raises ``Failure`` when a cell or an expression in a sentence fails.
    """
    client = Client(
        notebook,
        chapter=path,
        kernel_name="python3",
        timeout=SECONDS_A_CELL,
        record_timing=False,
        resources={"metadata": {"path": str(folder or path.parent)}},
    )
    try:
        # Kernels greet the terminal at each start. The loop runs in a thread of its own: another
        # may run in this one, as a browser's does in tests.
        with open(BUILD / "kernels.log", "a") as log, ThreadPoolExecutor(1) as alone:
            run = client.async_execute
            alone.submit(lambda: asyncio.run(run(stderr=log, env=environment()))).result()
    except Failure:
        raise
    except CellExecutionError as error:
        raise Failure(of_cell(path, notebook)) from error
    except Exception as error:  # a dead kernel, a cell over time: also a sentence
        raise Failure(
            f"{shown(path)}: could not be executed: {type(error).__name__}: {error}"
        ) from error


def of_cell(path: Path, notebook: NotebookNode) -> str:
    """Say on which line a code cell failed and why, then how it came there."""
    number, said = next(
        (number, output)
        for number, cell in enumerate(notebook.cells)
        for output in cell.get("outputs", ())
        if "ename" in output
    )
    source = notebook.cells[number].source.splitlines()
    way = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(said.traceback)).rstrip()
    reached = re.search(r"Cell In\[\d+\], line (\d+)", way)
    above = (
        path.read_text("utf-8")
        .splitlines()
        .index(source[0], notebook.metadata["source_map"][number])
    )
    line = above + int(reached[1] if reached else 1)
    return f"{shown(path)}:{line}: {said.ename}: {said.evalue}\nHow it came there:\n{way}"


def environment() -> dict[str, str]:
    """Return the environment of a kernel whose sentences have to be true."""
    strict = {**os.environ, "YEARBOOK_CLAIMS": "strict"}
    strict.pop("MPLBACKEND", None)  # it would win over the notebook's own, and no chart appear
    return strict


class Client(NotebookClient):
    """Executes a notebook and answers the expressions in its Markdown cells as it comes to them."""

    def __init__(self, notebook: NotebookNode, *, chapter: Path, **options) -> None:
        super().__init__(notebook, **options)
        self.chapter = chapter

    async def async_execute_cell(
        self, cell: NotebookNode, cell_index: int, *rest, **options
    ) -> NotebookNode:
        """Execute a code cell, or keep the answers to a Markdown cell's expressions in it."""
        if cell.cell_type == "markdown" and (asked := expressions(cell.source)):
            cell.metadata[kept.ANSWERS] = await self._answers(asked, cell_index)
        return await super().async_execute_cell(cell, cell_index, *rest, **options)

    async def _answers(self, asked: list[str], cell_index: int) -> list[dict]:
        questions = {}
        for number, expression in enumerate(asked):
            questions[f"value {number}"] = expression
            questions[f"unfit {number}"] = f"{_UNFIT}({expression})"
        reply = await ensure_async(
            self.kc.execute(
                "",
                silent=True,
                store_history=False,
                user_expressions=questions,
                reply=True,
                timeout=SECONDS_A_CELL,
            )
        )
        results = reply["content"]["user_expressions"]
        answers, faults = [], []
        for number, expression in enumerate(asked):
            result = results[f"value {number}"]
            unfit = results[f"unfit {number}"]
            failed = next((one for one in (result, unfit) if one["status"] == "error"), None)
            if failed:
                faults.append((expression, f"{failed['ename']}: {failed['evalue']}"))
            elif unfit.get("data", {}).get("text/plain") == "True":
                shown_as = result["data"]["text/plain"]
                faults.append(
                    (
                        expression,
                        f"a sentence can't show {shown_as} as it is; write it with a format, as in "
                        f'f"{{{expression}:.1f}}", or make it an amount, which brings its unit '
                        "and digits",
                    )
                )
            answers.append({"expression": expression, "result": result})
        if faults:
            lines = [
                f"{shown(self.chapter)}:{self._line(expression, cell_index)}: "
                f"{{eval}}`{expression}`: {reason}"
                for expression, reason in faults
            ]
            raise Failure("\n".join(lines))
        return answers

    def _line(self, expression: str, cell_index: int) -> int:
        """Find the line on which an expression of a cell stands, or else the cell's first."""
        first = self.nb.metadata["source_map"][cell_index]
        lines = self.chapter.read_text(encoding="utf-8").splitlines()
        return next(
            (
                number
                for number, line in enumerate(lines[first:], first + 1)
                if f"{{eval}}`{expression}`" in line
            ),
            first + 1,
        )


def shown(path: Path) -> str:
    """Name a chapter as it is named from the root."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
