"""Search in the text itself, by section, from a server or from the file system.

Sphinx's index knows words and pages. Chinese has no spaces, so that a run of it is one word there
and 收入 is not found in 财政收入; a figure is cut at its point, and numbers drop out of a query; a
result names a page, and what surrounds a hit is fetched, which a page opened from the file
system may not do. Here the browser gets the text of every section, packed (a fifth of its size),
and looks in it: any term of any length, beginnings of words, figures as printed.
"""

import re
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag

from reading import packed

SCRIPTS = ("search-texts.js", "query.js", "search.js")
# Not text of the report: code, what a screen does not show, marks at headings, links that every
# chart has. A list of figures used says again what the explorer of all figures finds; the package's
# reference says nothing of the district.
_SKIPPED = (
    ".cell_input, script, style, .headerlink, summary p.admonition-title, a[download], "
    "details.figures-used, dl.py"
)
_BLOCKS = {"p", "li", "tr", "div", "section", "caption", "figcaption", "dt", "dd", "details"}
_CELLS = {"td", "th", "span"}


class Texts:
    """The sections of all pages with their text."""

    def __init__(self) -> None:
        self.pages: list[dict] = []

    def add(self, name: str, soup: BeautifulSoup) -> None:
        """Take in the article of a page; pages without one (the search page) have no text."""
        article = soup.select_one("article.bd-article")
        title = article.select_one("h1") if article else None
        if title is None:
            return
        skipped = {id(element) for element in article.select(_SKIPPED)}
        sections: list[dict] = []
        _collect(article, skipped, sections)
        for section in sections:
            section["text"] = _tidy("".join(section["text"]))
        sections = sections[:1] + [section for section in sections[1:] if section["text"]]
        first = sections[0]["title"] if sections else ""
        self.pages.append({"file": name, "title": first, "sections": sections})

    def write(self, path: Path) -> None:
        """Write the texts for the search page's script."""
        packed.write(path, "searchTexts", self.pages)


def _collect(element: Tag, skipped: set[int], sections: list[dict]) -> None:
    for child in element.children:
        if isinstance(child, Tag):
            if id(child) in skipped:
                continue
            if child.name in ("h1", "h2", "h3"):
                text = _tidy("".join(s for s in child.find_all(string=True) if s.strip() != "#"))
                anchor = child.parent.get("id", "") if child.parent else ""
                sections.append({"title": text, "id": anchor, "text": []})
                continue
            _collect(child, skipped, sections)
            if sections and (child.name in _BLOCKS or (child.name in _CELLS and child.get("lang"))):
                sections[-1]["text"].append("\n" if child.name in _BLOCKS else " ")
            elif sections and child.name in _CELLS - {"span"}:
                sections[-1]["text"].append(" · ")
        elif type(child) is NavigableString and sections:
            sections[-1]["text"].append(str(child).replace("\n", " "))


def _tidy(text: str) -> str:
    lines = (re.sub(r"\s+", " ", line).strip(" ·") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def equip(pages: dict[Path, BeautifulSoup], out: Path) -> None:
    """Give the search page its scripts and the place for results."""
    soup = pages.get(out / "search.html")
    place = soup and soup.select_one("#search-results")
    if not place:
        raise ValueError("the theme's search page has no place for results any more")
    place["aria-live"] = "polite"
    for name in SCRIPTS:
        soup.head.append(soup.new_tag("script", src=f"_static/{name}", defer=""))
