"""Builds the report into _build/html: ``python scripts/build.py [--strict] [--only PAGE]``.

Chapters are executed, Sphinx writes the pages into a folder of its own, and the report is made from
that beside the old one, whose place it takes when it is whole. Each of the three does again only
what has changed: a chapter is executed when its code, the data or the package is new, a page read
when its text or its outputs are, and finished when Sphinx wrote it otherwise than before.
"""

import argparse
import difflib
import os
import shutil
import sys
from pathlib import Path

import inputs
from filelock import FileLock, Timeout
from inputs import BUILD, ROOT

HTML = BUILD / "html"
WRITTEN = BUILD / "written"  # by Sphinx, which compares with it the next time
KEPT = BUILD / "finished.pickle"
BUILT_FROM = BUILD / "built-from"  # everything, as it was when the report in HTML was made
WRITTEN_BY = BUILD / "written-by"  # the programs, as they were when all went well in WRITTEN
# What decides how a page is written, besides the page. When it changes every page is written anew.
PROGRAMS = (
    *("scripts", "extensions", "requirements.txt", "pyproject.toml"),
    *("_config.yml", "_toc.yml", "book/_static"),
    # These finish charts and bring the font.
    *(f"src/analysis/page/{one}" for one in ("svg.py", "lettering.py", "fonts")),
)


def main() -> None:
    """Build when needed, one build at a time, and say where the report is."""
    parser = argparse.ArgumentParser(description="Build the report as HTML.")
    parser.add_argument("--strict", action="store_true", help="let every warning fail the build")
    parser.add_argument("--only", metavar="PAGE", help="a page, such as goals/goals_ahead")
    given = parser.parse_args()
    only = page_named(given.only) if given.only else None

    BUILD.mkdir(exist_ok=True)
    lock = FileLock(BUILD / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        print("Another build is running: waiting for it ...", flush=True)
        lock.acquire()
    with lock:
        build(given.strict, only)
    page = HTML / f"{only or 'index'}.html"
    print(f"The report: {os.path.relpath(page)}\n            {page.as_uri()}")


def page_named(given: str) -> str:
    """Return the page of the contents that is meant, or stop and say which there are."""
    pages = {page.removeprefix("book/"): page for page in inputs.pages()}
    name = given.removesuffix(".md").removeprefix("book/")
    if name not in pages:
        near = difflib.get_close_matches(name, pages, cutoff=0.4) or pages
        sys.exit(f"error: _toc.yml names no page {given}. Near it: {', '.join(near)}")
    return pages[name]


def build(strict: bool, only: str | None) -> None:
    """Bring the report up to date, or one page of it; end the program when that fails."""
    sources = inputs.fingerprint(inputs.OF_PAGES)
    if said(BUILT_FROM) in (sources, f"{sources} {strict}") and not missing(HTML):
        print("Nothing has changed since the last build.")
        return
    programs = inputs.fingerprint(PROGRAMS)
    if said(WRITTEN_BY) != programs:
        clear()
        only = None
    # Until all has gone well: a warning is given once, and half a folder looks like a whole one.
    WRITTEN_BY.unlink(missing_ok=True)
    BUILT_FROM.unlink(missing_ok=True)
    import execute  # slow to import, and not needed when nothing has changed

    path = ROOT / f"{only}.md"
    execute.executed([one for one in execute.chapters() if one == path] if only else None)
    print("Building the pages ...", flush=True)
    warned = write_pages(only)
    if warned and strict:
        sys.exit("error: the book was not built; what stopped it stands above.")
    finish()
    if not warned:
        WRITTEN_BY.write_text(programs)
    if not only:
        BUILT_FROM.write_text(f"{sources} False" if warned else sources)


def said(file: Path) -> str:
    """Return what a file says; nothing when it is not there."""
    return file.read_text() if file.is_file() else ""


def clear() -> None:
    """Remove all that Sphinx wrote, so that no file of it outlives its source."""
    for path in (WRITTEN, BUILD / ".doctrees", BUILD / "jupyter_execute"):
        shutil.rmtree(path, ignore_errors=True)
    KEPT.unlink(missing_ok=True)


def write_pages(only: str | None) -> bool:
    """Let Sphinx write the pages, all or one; tell whether it warned."""
    from jupyter_book.sphinx import build_sphinx

    sys.path.insert(0, str(ROOT / "extensions"))
    result = build_sphinx(
        ROOT,
        WRITTEN,
        noconfig=True,
        path_config=ROOT / "_config.yml",
        confoverrides={
            "external_toc_path": str(ROOT / "_toc.yml"),
            "latex_individualpages": False,
            "nitpicky": True,
            "report_only": [only] if only else [],
        },
        warningiserror=True,  # with `keep_going` it says so at the end, and that is all
        keep_going=True,
        quiet=True,
    )
    if isinstance(result, Exception):  # which has been printed
        sys.exit("error: the book was not built; what stopped it stands above.")
    return bool(result)


def finish() -> None:
    """Make the report from what Sphinx wrote; put it in the place of the last one when whole."""
    import yaml
    from reading import report
    from reading.kept import Kept
    from sphinx_external_toc.parsing import parse_toc_yaml

    kept = Kept(KEPT)
    front = parse_toc_yaml(ROOT / "_toc.yml").root.docname
    new, old = HTML.with_suffix(".new"), HTML.with_suffix(".old")
    shutil.rmtree(new, ignore_errors=True)
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    report.finish(
        WRITTEN,
        new,
        kept,
        title=config["sphinx"]["config"]["html_title"],
        front=front,
        data=inputs.fingerprint(inputs.OF_OUTPUTS),
        source=ROOT,
    )
    add_summary(new / f"{front}.html", kept)
    # An exit status of 0 does not say that there is a book: jupyter-book 2 builds nothing and
    # returns 0.
    if lost := missing(new):
        sys.exit(f"error: not built, though _toc.yml names them: {', '.join(lost)}")
    kept.write()
    shutil.copytree(exported(), new / "data")
    (new / ".nojekyll").touch()  # GitHub would leave out folders that begin with "_"
    shutil.rmtree(old, ignore_errors=True)
    if HTML.exists():
        HTML.rename(old)
    new.rename(HTML)
    shutil.rmtree(old, ignore_errors=True)


def add_summary(page: Path, kept) -> None:
    """Print the front page on one sheet and let it lead there, or say why there is no such PDF."""
    import chinese
    import chromium  # slow to import, and not needed when nothing has changed
    import summary

    html = page.read_text("utf-8")
    made_from = (html, *(Path(one.__file__).read_text("utf-8") for one in (summary, chromium)))
    try:
        pdf = kept.get("summary", made_from, lambda: summary.printed(page))
    except (chromium.NotPrintedError, chinese.NoFontError) as error:
        print(f"The front page offers no summary as PDF: {' '.join(str(error).split())}")
        return
    except summary.NotOneSheetError as error:
        sys.exit(f"error: {error}")
    page.with_name(summary.FILE).write_bytes(pdf)
    page.write_text(summary.offered(html, summary.FILE), "utf-8")


def exported() -> Path:
    """Return a folder with the one table of everything, made anew when the data have changed."""
    made_from = inputs.fingerprint(inputs.OF_OUTPUTS)
    folder = BUILD / "data"
    if said(BUILD / "data.made-from") != made_from:
        from analysis.data import export

        shutil.rmtree(folder, ignore_errors=True)
        export.write(folder)
        (BUILD / "data.made-from").write_text(made_from)
    return folder


def missing(folder: Path) -> list[str]:
    """List the pages that a report does not have."""
    return [page for page in ("index", *inputs.pages()) if not (folder / f"{page}.html").is_file()]


if __name__ == "__main__":
    main()
