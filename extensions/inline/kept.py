"""The executed chapters, kept as notebooks: found by what was executed, whatever the words say.

What a chapter's outputs rest on is its code and the expressions in its sentences. Both name the
file that keeps them, so that a word can change without executing anything again.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from inline.expressions import expressions

ANSWERS = "user_expressions"  # where Jupyter's own tools keep them in a Markdown cell


def put(folder: Path, notebook: NotebookNode, made_from: str) -> None:
    """Keep an executed notebook; ``made_from`` tells the state of all else that it rests on.

    The file appears whole or not at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = nbformat.v4.new_notebook(cells=notebook.cells, metadata={"made_from": made_from})
    path = folder / name(notebook)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(nbformat.writes(whole), encoding="utf-8")
    part.replace(path)


def fill(notebook: NotebookNode, folder: Path, made_from: str | None = None) -> bool:
    """Give a notebook the outputs and answers kept for it; tell whether there are any.

    With ``made_from``, only what was made from just that counts. A file that can't be read, cut
    off by a full disk perhaps, counts as none.
    """
    try:
        kept = nbformat.read(folder / name(notebook), as_version=4)
        nbformat.validate(kept)
    except (OSError, ValueError, nbformat.ValidationError):
        return False
    if made_from not in (None, kept.metadata.get("made_from")) or _run(kept) != _run(notebook):
        return False
    for cell, executed in zip(running(notebook), running(kept), strict=True):
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = executed.outputs, executed.execution_count
        else:
            cell.metadata[ANSWERS] = executed.metadata[ANSWERS]
    return True


def forget(folder: Path, but: set[str]) -> None:
    """Remove all files except those named."""
    for path in folder.glob("*"):
        if path.name not in but:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()


def name(notebook: NotebookNode) -> str:
    """Name the file that keeps a notebook's outputs and answers."""
    return hashlib.sha256(json.dumps(_run(notebook)).encode()).hexdigest()[:24] + ".ipynb"


def running(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """Yield the cells that are executed: those with code, and those with expressions."""
    for cell in notebook.cells:
        if cell.cell_type == "code" or (cell.cell_type == "markdown" and expressions(cell.source)):
            yield cell


def _run(notebook: NotebookNode) -> list[str | list[str]]:
    return [
        cell.source if cell.cell_type == "code" else expressions(cell.source)
        for cell in running(notebook)
    ]
