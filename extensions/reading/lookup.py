"""Pages to look things up in: the scripts that they load, and where the data for these lie."""

from typing import NamedTuple

from reading.page import Page
from reading.tree import first, made, select


class Lookup(NamedTuple):
    """A page with a list that a script fills. Files are named by their paths in the report."""

    page: str
    place: str  # the id of the element for the list
    data: str  # a script that holds the data
    download: str  # the name of the file with all of them
    scripts: tuple[str, ...]
    sheet: str | None = None
    at_once: bool = False  # whether the data are loaded with the page, or when they are needed

    @property
    def file(self) -> str:
        """The file with all of the data."""
        return f"_downloads/{self.page.removesuffix('.html')}/{self.download}"


FIGURES = Lookup(
    page="book/evidence/all_figures.html",
    place="explorer",
    data="_static/figures-data.js",
    download="all-figures.csv",
    scripts=("_static/query.js", "_static/explorer-view.js", "_static/explorer.js"),
    sheet="_static/explorer.css",
    at_once=True,
)
DICTIONARY = Lookup(
    page="book/evidence/dictionary.html",
    place="dictionary",
    data="_static/dictionary-data.js",
    download="indicators.csv",
    scripts=("_static/query.js", "_static/dictionary.js"),
)
LOOKUPS = (FIGURES, DICTIONARY)


def equip(page: Page) -> None:
    """Give a page with such a list its scripts, its look and its file; leave others as they are.

    Raises ``ValueError`` when the page has lost the place for the list, or the link to the file.
    """
    for one in LOOKUPS:
        if one.page == page.name:
            _equip(page, one)


def _equip(page: Page, one: Lookup) -> None:
    place = first(page.root, f"#{one.place}")
    links = select(page.root, f'a[download="{one.download}"]')
    if place is None or not links:
        raise ValueError(
            f"{page.name}: no element with the id {one.place!r}, or no link to download "
            f"{one.download}. Remedy: put both in its text."
        )
    for link in links:
        link.set("href", page.address(one.file))
    head = page.root.find("head")
    if one.sheet:
        head.append(made("link", {"rel": "stylesheet", "href": page.address(one.sheet)}))
    if not one.at_once:
        place.set("data-source", page.address(one.data))
    for name in ((one.data,) if one.at_once else ()) + one.scripts:
        head.append(made("script", {"src": page.address(name), "defer": ""}))
