"""The report: finished pages and what they load, made from the pages that Sphinx wrote.

Sphinx and the theme write each page as they do for anyone, into a folder of their own. Here the
report is made from it, in a new folder: light, searchable in two languages, marked up for readers
and machines. That keeps it apart from the theme's templates: where there is nothing to do nothing
is done, and what it relies on (an icon font, a search page) it checks for, with an error instead of
a bad page.
"""

import hashlib
import shutil
from pathlib import Path
from typing import NamedTuple

from reading import (
    assets,
    charts,
    downloads,
    fulltext,
    lacking,
    lookup,
    machines,
    markup,
    packed,
    paper,
    provenance,
    reference,
    terms,
    tree,
)
from reading.kept import Kept
from reading.page import Page

SEARCH = "search.html"


class Finished(NamedTuple):
    """A finished page, and what it adds to what all pages share."""

    html: str
    files: dict[str, bytes]
    text: dict | None  # what the search looks through
    sheets: list[Path]
    scripts: list[Path]
    names: set[str]


def finish(
    written: Path,
    out: Path,
    kept: Kept,
    *,
    title: str,
    front: str,
    data: str,
    source: Path,
) -> None:
    """Make the report in a folder that is not there yet.

    Parameters
    ----------
    written
        The folder into which Sphinx wrote.
    kept
        What the last build made; what is made from the same is taken from it.
    title, front
        The report's name, and its first page without a suffix.
    data
        A hash of the data and the package, from which the lists to look things up in are made.
    source
        The folder of the project, whose commit the report tells.

    Raises
    ------
    ValueError
        When a page lacks what the report relies on.
    """
    pages = {name: provenance.told(text, source) for name, text in _pages(written).items()}
    glossary = _glossary(pages, written)

    def finished_page(name: str) -> Finished:
        made_from = (pages[name], glossary, title, front)
        page = Page(name, tree.parsed(reference.unlist(pages[name])), written)
        return kept.get(
            f"page {name}", made_from, lambda: finish_page(page, title, front, glossary)
        )

    finished = {name: finished_page(name) for name in pages}
    files = kept.get("data", data, _data)
    for one in finished.values():
        files = files | one.files
    texts = [one.text for one in finished.values() if one.text]
    files[fulltext.TEXTS] = kept.get("texts", texts, lambda: packed.script("searchTexts", texts))
    sheet = _sheet(list(finished.values()), written / "_static", kept)
    files[assets.SHEET] = sheet.encode()
    digest = hashlib.sha256(sheet.encode()).hexdigest()[:8]
    for name, one in finished.items():
        files[name] = one.html.replace(assets.DIGEST, digest).encode()
    files["404.html"] = markup.not_found(title).encode()
    files["index.html"] = markup.redirect(f"{front}.html", title).encode()

    merged = {sheet for one in finished.values() for sheet in one.sheets}
    _copy(written, out, but=merged)
    for name, content in files.items():
        file = out / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def finish_page(page: Page, title: str, front: str, glossary: terms.Glossary | None) -> Finished:
    """Do to a page what it needs by itself."""
    root = page.root
    terms.link(page, glossary)
    assets.drop_unused(root)
    downloads.to_files(page)
    text = fulltext.sections(page)
    charts.put_in(page)
    charts.take(page)
    paper.say_what_is_left_out(page)
    markup.mark_chinese(root)
    markup.describe(root, title)
    if page.name == f"{front}.html":
        markup.mark_front(root)
    machines.describe(root, page.name, title, front)
    markup.repair(root)
    lacking.prepare(root)
    markup.link_tables(root)
    markup.shorten(root)
    reference.shorten(root)
    sheets = assets.take_sheets(page)
    if page.name == SEARCH:
        fulltext.equip(page)
    lookup.equip(page)
    return Finished(
        html=tree.serialised(root),
        files=page.files,
        text=text,
        sheets=sheets,
        scripts=assets.scripts(page),
        names=assets.names(root),
    )


def _pages(written: Path) -> dict[str, str]:
    """Return the pages by name, but for one that only leads to another."""
    names = (path.relative_to(written) for path in sorted(written.rglob("*.html")))
    pages = {
        name.as_posix(): (written / name).read_text("utf-8")
        for name in names
        if name.parts[0] != "_static"
    }
    pages = {name: text for name, text in pages.items() if "<body" in text}
    if SEARCH not in pages:
        raise ValueError("the theme has no search page any more")
    return pages


def _glossary(pages: dict[str, str], written: Path) -> terms.Glossary | None:
    for name, text in pages.items():
        if 'class="glossary' in text:
            return terms.read(Page(name, tree.parsed(text), written))
    return None


def _data() -> dict[str, bytes]:
    from reading import dictionary, explorer  # the package is slow to import, and seldom needed

    return explorer.files() | dictionary.files()


def _sheet(finished: list[Finished], static: Path, kept: Kept) -> str:
    """Return the sheet of all pages."""
    sheets = list(dict.fromkeys(sheet for one in finished for sheet in one.sheets))
    scripts = sorted({script for one in finished for script in one.scripts})
    names = sorted(set().union(*(one.names for one in finished)))
    contents = [file.read_text("utf-8") for file in [*sheets, *scripts]]

    def merged() -> str:
        used = set(names).union(*map(assets.words, contents[len(sheets) :]))
        return assets.merged(sheets, used, static)

    return kept.get("sheet", (sheets, names, contents), merged)


def _copy(written: Path, out: Path, but: set[Path]) -> None:
    """Copy what Sphinx wrote besides pages and their images, and what some page loads of it."""
    for file in sorted(written.rglob("*")):
        name = file.relative_to(written)
        if file.is_dir() or name.parts[0] in ("_images", "_downloads") or name.parts[0][0] == ".":
            continue
        page = file.suffix == ".html"
        if page or file in but or not assets.is_loaded(name.as_posix()):
            continue
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
