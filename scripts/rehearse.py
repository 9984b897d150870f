"""Runs every chapter of the book, or those named, on other data: those that YEARBOOK_DATA names.

Says of each that fails where and why, and ends with 1 where any does. What a chapter printed is
written to the folder named first, a notebook each, and there each is run: a chapter that found
something by a path relative to its own folder fails.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import execute
import kernels
import nbformat
from inputs import ROOT


def run(chapter: Path, folder: Path) -> str:
    """Run one chapter, write it down, and return what failed in it, or nothing."""
    notebook = execute.read(chapter)
    file = folder / chapter.relative_to(ROOT / "book").with_suffix(".ipynb")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        execute.execute(chapter, notebook, file.parent)
    except execute.Failure as failure:
        return str(failure)
    nbformat.write(notebook, file)
    return ""


def main(folder: Path, names: list[str]) -> int:
    """Run the chapters whose paths end in one of ``names``, by default all."""
    chapters = [
        one
        for one in execute.chapters()
        if not names or any(one.with_suffix("").as_posix().endswith(name) for name in names)
    ]
    execute.BUILD.mkdir(exist_ok=True)
    kernels.start_warm()
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        failures = [one for one in workers.map(lambda one: run(one, folder), chapters) if one]
    print(*failures, sep="\n\n")
    print(f"{len(chapters) - len(failures)} of {len(chapters)} chapters ran")
    return 1 if failures or not chapters else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
