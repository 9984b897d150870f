"""Each chapter as a notebook (.ipynb) with its outputs, in the menu that offers its source.

A chapter is a text file with code, which Jupyter opens with jupytext alone. As a notebook it opens
everywhere, shows its numbers, tables and charts at once, and runs where the package is installed.
"""

from pathlib import Path

import inline
import nbformat
from myst_nb.core.read import is_myst_markdown_notebook
from sphinx.application import Sphinx


def offer(app: Sphinx, page: str, _template: str, context: dict, _tree: object) -> None:
    """Write a chapter's notebook as its page is written, and let the theme's menu lead to it.

    A page that is written as it was read before, because only another was to be read, keeps its
    notebook: its source may have changed since and not be executed yet.
    """
    if page not in app.env.found_docs:
        return
    text = Path(app.env.doc2path(page)).read_text("utf-8")
    if is_myst_markdown_notebook(text):
        file = Path(app.outdir) / "_sources" / f"{page}.ipynb"
        if page in (app.config.report_only or [page]) or not file.is_file():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(executed(text, inline.folder(app)), "utf-8")
        context["ipynb_source"] = f"{page}.ipynb"


def executed(text: str, folder: Path) -> str:
    """Return a chapter as a notebook, with its outputs and with its numbers as words.

    ``text`` is the chapter's source, ``folder`` holds the executed chapters. Raises
    ``ExtensionError`` when the chapter was not executed as it stands.
    """
    notebook = inline.read(text, str(folder))
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = inline.answered(cell)
            cell.metadata.pop(inline.kept.ANSWERS, None)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(FIRST))
    # What else stands there is this machine's, and identifiers are others at each reading.
    notebook.metadata = nbformat.from_dict({"kernelspec": notebook.metadata["kernelspec"]})
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    return nbformat.writes(notebook, indent=1, sort_keys=True) + "\n"


FIRST = """\
This chapter's numbers were computed by the code below. To run it again, in any folder, install
the report's package, which brings its data: in the folder of the report, `pip install -e .`
(see its README).
"""
