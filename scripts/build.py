"""Builds the book into _build/html: ``python scripts/build.py [--strict]``.

Either nothing has changed since the last good build, and nothing is done; or every page is built
anew from executed chapters. Sphinx can also rebuild changed pages only, but then the contents list
and the numbers glued from other pages stay old, and a warning is given once and never again.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import inputs
from inputs import BUILD, ROOT

HTML = BUILD / "html"
BUILT_FROM = BUILD / "built-from"


def main() -> None:
    """Build when needed, make sure that every page is there, and say where."""
    parser = argparse.ArgumentParser(description="Build the report as HTML.")
    parser.add_argument("--strict", action="store_true", help="let every warning fail the build")
    strict = parser.parse_args().strict

    built_from = f"{inputs.fingerprint(inputs.OF_PAGES)} {strict}"
    started = 0.0
    if BUILT_FROM.is_file() and BUILT_FROM.read_text() == built_from and not missing_pages():
        print("Nothing has changed since the last build.")
    else:
        started = time.time()
        clear()
        import execute  # slow to import, and not needed when nothing has changed

        execute.executed()
        run_builder(strict)
    if missing := missing_pages(started):
        sys.exit(f"error: not built, though _toc.yml names them: {', '.join(missing)}")
    BUILT_FROM.write_text(built_from)

    index = HTML / "index.html"
    print(f"The report: {os.path.relpath(index)}\n            {index.as_uri()}")


def clear() -> None:
    """Remove the last build, so that no file of it outlives its source; keep the outputs."""
    for path in BUILD.glob("*"):
        if path.name == "executed":
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def run_builder(strict: bool) -> None:
    """Run jupyter-book; its exit status is this program's when it is not 0."""
    options = ["-n", "-W", "--keep-going"] if strict else []
    program = str(Path(sys.executable).with_name("jupyter-book"))
    command = [program, "build", str(ROOT), "--quiet", *options]
    print("Building the pages ...", flush=True)
    # Warnings and errors go to stderr, straight through; stdout only repeats where the book is.
    result = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    if result.returncode:
        print(result.stdout, file=sys.stderr)
        sys.exit("error: the book was not built; what stopped it stands above.")


def missing_pages(since: float = 0.0) -> list[str]:
    """List the pages that have no HTML, or only HTML older than `since`.

    An exit status of 0 does not say that there is a book: jupyter-book 2 builds nothing and
    returns 0.
    """
    wanted = ["index", *inputs.pages()]
    return [
        page
        for page in wanted
        if not (file := HTML / f"{page}.html").is_file() or file.stat().st_mtime < since - 1
    ]


if __name__ == "__main__":
    main()
