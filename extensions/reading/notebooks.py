"""Each chapter as a notebook (.ipynb) with its outputs, in the menu that offers its source.

A chapter is a text file with code, which Jupyter opens with jupytext alone. As a notebook it opens
everywhere, shows its tables and charts at once, and runs where the package is installed.
"""

from pathlib import Path

import jupyter_cache
import nbformat
from jupyter_cache.base import JupyterCacheAbstract
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from sphinx.application import Sphinx


def announce(app: Sphinx, page: str, _template: str, context: dict, _tree: object) -> None:
    """Tell the theme that a chapter has a notebook: its menu then has a line for it."""
    if page in app.env.found_docs and _is_chapter(Path(app.env.doc2path(page))):
        context["ipynb_source"] = f"{page}.ipynb"


def write(app: Sphinx) -> None:
    """Write the notebook of each chapter to where the theme's menu looks for it."""
    kept = app.config.nb_execution_cache_path or Path(app.outdir).parent / ".jupyter_cache"
    cache = jupyter_cache.get_cache(str(kept))
    for page in sorted(app.env.found_docs):
        source = Path(app.env.doc2path(page))
        if _is_chapter(source):
            file = Path(app.outdir) / "_sources" / f"{page}.ipynb"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(executed(source, cache), "utf-8")


def executed(source: Path, cache: JupyterCacheAbstract) -> str:
    """Return a chapter as a notebook, with the outputs that ``cache`` holds.

    Raises ``ValueError`` when it holds none for the chapter as it stands.
    """
    notebook = read_myst_markdown_notebook(source.read_text("utf-8"), path=source)
    try:
        _, notebook = cache.merge_match_into_notebook(notebook)
    except KeyError as error:
        raise ValueError(f"{source}: was not executed; build with scripts/build.py") from error
    # What else stands there is this machine's, and identifiers are others at each reading.
    notebook.metadata = nbformat.from_dict({"kernelspec": notebook.metadata["kernelspec"]})
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number}"
    nbformat.validate(notebook)
    return nbformat.writes(notebook, indent=1, sort_keys=True) + "\n"


def _is_chapter(source: Path) -> bool:
    return source.suffix == ".md" and is_myst_markdown_notebook(source.read_text("utf-8"))
