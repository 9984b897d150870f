"""Executes the chapters: the one piece of code that both the build and the references use.

Outputs are kept in the cache in which the book's builder looks for them, so that Sphinx executes
nothing itself. The builder's key for a chapter is its code alone: after a
change in ``src/`` or ``data/`` it would go on serving old numbers. Here the whole cache is dropped
when anything changes that a chapter's output rests on.
"""

import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import inputs
import jupyter_cache
from inputs import BUILD, ROOT
from jupyter_cache.base import CacheBundleIn
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

CACHE = BUILD / ".jupyter_cache"  # where jupyter-book has it unless told otherwise
SECONDS_A_CELL = 120


def chapters() -> list[Path]:
    """List the pages that hold code: the jupytext MyST notebooks among the contents."""
    sources = [ROOT / f"{page}.md" for page in inputs.pages()]
    return [
        path
        for path in sources
        if path.is_file() and is_myst_markdown_notebook(path.read_text(encoding="utf-8"))
    ]


def executed(paths: list[Path] | None = None) -> dict[Path, NotebookNode]:
    """Give chapters (all of them, unless named) with outputs, executing those not in the cache.

    Ends the program with the cell and its traceback when a cell fails.
    """
    _drop_stale_cache()
    cache = jupyter_cache.get_cache(str(CACHE))
    # Read as the builder reads them: its key covers each cell's source and metadata.
    notebooks = {
        path: read_myst_markdown_notebook(path.read_text(encoding="utf-8"), path=path)
        for path in (chapters() if paths is None else paths)
    }
    missing = []
    for path, notebook in notebooks.items():
        try:
            cache.match_cache_notebook(notebook)
        except KeyError:
            missing.append(path)
    if missing:
        print(f"Executing {len(missing)} of {len(notebooks)} chapters ...", flush=True)
    failures = []
    with (
        open(BUILD / "kernels.log", "w") as log,
        ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers,
    ):
        runs = workers.map(lambda path: _execute(path, notebooks[path], log), missing)
        for path, failure in zip(missing, runs, strict=True):
            if failure:
                failures.append(failure)
            else:
                bundle = CacheBundleIn(notebooks[path], str(path), data={})
                cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    if failures:
        sys.exit("\n\n".join(failures))
    return {path: cache.merge_match_into_notebook(nb)[1] for path, nb in notebooks.items()}


def _drop_stale_cache() -> None:
    made_from = CACHE / "made-from"
    now = inputs.fingerprint(inputs.OF_OUTPUTS)
    if not made_from.is_file() or made_from.read_text() != now:
        shutil.rmtree(CACHE, ignore_errors=True)
        CACHE.mkdir(parents=True)
        made_from.write_text(now)


def _execute(path: Path, notebook: NotebookNode, log) -> str | None:
    """Run a notebook in place; return what to tell the reader when that fails."""
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=SECONDS_A_CELL,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    name = path.relative_to(ROOT)
    try:
        client.execute(stderr=log)  # kernels greet the terminal at each start
    except CellExecutionError as error:
        cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
        number = next(
            (n for n, cell in enumerate(cells, 1) if any("ename" in o for o in cell.outputs)),
            client.code_cells_executed,
        )
        traceback = re.sub(r"\x1b\[[0-9;]*m", "", error.traceback or str(error))
        return f"{name}: code cell {number} failed.\n{traceback.rstrip()}"
    except Exception as error:  # a dead kernel, a cell over time: also a sentence
        return f"{name}: could not be executed: {type(error).__name__}: {error}"
    return None
