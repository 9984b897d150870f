"""Numbers in sentences: ``{eval}`gdp` `` shows the answer kept when the chapter was executed.

Chapters are executed before Sphinx reads them (``scripts/execute.py``). Here each is given its
outputs as it is read, and each expression in its prose its answer.
"""

import ast
import re
from collections import defaultdict
from pathlib import Path

from docutils import nodes
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from nbformat import NotebookNode, from_dict
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from inline import captions, kept

# Of notebooks given to readers; what a machine calls its kernel is of no use to them.
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
CLASS = "pasted-text"  # of a number in a sentence, as MyST-NB calls what code puts into one
DIGITS = "digits"  # of one with a digit, a year's aside: the others are words that code checks
_YEAR = re.compile(r"(?:19|20)\d\d")
FOLDER = "executed"  # in the folder that also holds the built book
_LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("config-inited", _read_chapters_here, priority=100)  # before MyST-NB looks
    app.connect("builder-inited", _take_role)
    app.connect("source-read", _note_outputs)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def read(text: str, folder: str) -> NotebookNode:
    """Read a page's source as a notebook, a chapter with its outputs and answers.

    Raises ``ExtensionError`` for a chapter that was not executed as it stands.
    """
    notebook = read_myst_markdown_notebook(text, add_source_map=True)
    _correct_lines(notebook, text.split("\n"))
    if is_myst_markdown_notebook(text):
        if not kept.fill(notebook, Path(folder)):
            raise ExtensionError("this chapter was not executed as it stands; run scripts/build.py")
        captions.place(notebook)
        notebook.metadata["kernelspec"] = from_dict(KERNEL)
    return notebook


def _correct_lines(notebook: NotebookNode, lines: list[str]) -> None:
    """Let warnings name the line they mean: MyST-NB counts one too many, and not the blank ones."""
    starts = notebook.metadata["source_map"]
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            blank = next(n for n, line in enumerate(lines[starts[number] :]) if line.strip())
            starts[number] += blank - 1


class Eval(SphinxRole):
    """An expression in a sentence."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Give the words kept for the expression; the same one again has its next answer."""
        answers = self.env.temp_data.get("inline_answers")
        if answers is None:
            answers = self.env.temp_data["inline_answers"] = self._answers()
        if not answers[self.text]:
            _LOGGER.warning(
                "no answer is kept for {eval}`%s`", self.text, location=self.get_location()
            )
            return [], []
        said = answers[self.text].pop(0)
        counts = any(map(str.isdigit, said)) and not _YEAR.fullmatch(said)
        classes = [CLASS, DIGITS] if counts else [CLASS]
        return [nodes.inline("", said, classes=classes)], []

    def _answers(self) -> dict[str, list[str]]:
        found = defaultdict(list)
        page = self.inliner.document.attributes.get("nb_renderer")
        for cell in page.renderer.nb_client.notebook.cells if page else ():
            for answer in cell.metadata.get(kept.ANSWERS, ()):
                found[answer["expression"]].append(words(answer["result"]))
        return found


def words(result: dict) -> str:
    """Return an answer as it stands in a sentence: a string without quotes, else its ``repr``."""
    text = result["data"]["text/plain"]
    try:
        value = ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return text
    return value if isinstance(value, str) else text


def answered(cell: NotebookNode) -> str:
    """Return a Markdown cell's text with the answers in the place of its expressions."""
    text = cell.source
    for answer in cell.metadata.get(kept.ANSWERS, ()):
        text = text.replace(f"{{eval}}`{answer['expression']}`", words(answer["result"]), 1)
    return text


def folder(app: Sphinx) -> Path:
    """Return where the executed chapters of a build are kept."""
    return Path(app.outdir).parent / FOLDER


def _read_chapters_here(app: Sphinx, config: Config) -> None:
    config.nb_custom_formats = {
        ".md": [f"{__name__}.{read.__name__}", {"folder": str(folder(app))}, False]
    }


def _take_role(app: Sphinx) -> None:
    # MyST-NB's own asks a running kernel, and takes the name when it is set up.
    app.add_role("eval", Eval(), override=True)


def _note_outputs(app: Sphinx, page: str, source: list[str]) -> None:
    """Let a page be read anew when its outputs are others, though its source is not."""
    if is_myst_markdown_notebook(source[0]):
        file = folder(app) / kept.name(read_myst_markdown_notebook(source[0]))
        app.env.note_dependency(str(file))
