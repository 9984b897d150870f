"""Each chapter as a notebook (.ipynb) with its outputs, in the menu that offers its source.

A chapter is a text file with code, which Jupyter opens with jupytext alone. As a notebook it opens
everywhere, shows its tables and charts at once, and runs where the package is installed.
"""

from copy import deepcopy
from pathlib import Path

import nbformat
from myst_nb.core.read import is_myst_markdown_notebook
from nbformat import NotebookNode
from sphinx.application import Sphinx


def announce(app: Sphinx, page: str, _template: str, context: dict, _tree: object) -> None:
    """Tell the theme that a chapter has a notebook: its menu then has a line for it."""
    if page in app.env.found_docs and _is_chapter(Path(app.env.doc2path(page))):
        context["ipynb_source"] = f"{page}.ipynb"


def as_file(notebook: NotebookNode) -> str:
    """Return an executed chapter as the text of a notebook's file."""
    notebook = deepcopy(notebook)
    # What else stands there is this machine's, and identifiers are others at each reading.
    notebook.metadata = nbformat.from_dict({"kernelspec": notebook.metadata["kernelspec"]})
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number}"
    nbformat.validate(notebook)
    return nbformat.writes(notebook, indent=1, sort_keys=True) + "\n"


def _is_chapter(source: Path) -> bool:
    return source.suffix == ".md" and is_myst_markdown_notebook(source.read_text("utf-8"))
