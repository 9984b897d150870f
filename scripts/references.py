"""Executes every chapter and rewrites tests/notebooks/: the outputs that nbval compares with.

The files are the same whoever writes them and whenever: no times, no versions, and cell ids that
follow from the cells, so that a difference in one is a difference in what a reader sees.
"""

import hashlib
from collections import Counter
from pathlib import Path

import execute
import inline
import jupytext
import nbformat
from inline import kept
from inputs import ROOT
from nbformat import NotebookNode

BOOK = ROOT / "book"
REFERENCES = ROOT / "tests" / "notebooks"


def main() -> None:
    """Write a reference for each chapter and remove those whose chapter is gone."""
    written = set()
    for chapter, outcome in execute.executed().items():
        path = REFERENCES / chapter.relative_to(BOOK).with_suffix(".ipynb")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(serialised(reference(chapter, outcome)), encoding="utf-8", newline="\n")
        written.add(path)
    for path in set(REFERENCES.rglob("*.ipynb")) - written:
        path.unlink()
    print(f"{len(written)} references written to {REFERENCES.relative_to(ROOT)}/")


def reference(chapter: Path, outcome: NotebookNode) -> NotebookNode:
    """Give a chapter as jupytext reads it, with the outputs and answers of its execution."""
    notebook = jupytext.read(chapter, fmt="md:myst")
    runs = kept.running(outcome)
    for cell in kept.running(notebook):
        run = next(runs)
        if run.source != cell.source:
            raise ValueError(
                f"{chapter}: jupytext and myst-nb read this cell differently:\n{cell.source}"
            )
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = run.outputs, run.execution_count
        else:
            cell.metadata[kept.ANSWERS] = run.metadata[kept.ANSWERS]
    seen: Counter[str] = Counter()
    for cell in notebook.cells:
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:12]
        seen[digest] += 1
        cell.id = f"{digest}-{seen[digest]}"
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = nbformat.from_dict({"kernelspec": inline.KERNEL})
    nbformat.validate(notebook)
    return notebook


def serialised(notebook: NotebookNode) -> str:
    """Give a notebook as text, with long strings split into lines for readable differences."""
    return nbformat.writes(notebook, indent=1, sort_keys=True).rstrip("\n") + "\n"


if __name__ == "__main__":
    main()
