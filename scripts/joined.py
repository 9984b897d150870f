"""The built pages as one document: articles in the order of the contents, links between them.

Of each page the article is taken. Its ids get the page's name in front, so that they stay unique,
and its links lead to the article that they led to. Headings go one level down inside a part, so
that the outline is parts, chapters, sections.
"""

import copy
import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

OF_IDS = ("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
# Filled by a script with what a reader asks for, or a list of hundreds to filter.
SEARCHED = "#explorer, #dictionary, .table-box:has(tr[id])"
PLACEHOLDER = "000"  # as wide as the numbers that it stands for


@dataclass(frozen=True)
class Page:
    """A page of the report: its name without suffix, its place, and the part that it begins."""

    name: str
    path: Path
    part: str = ""  # the caption of the part, on its first page only
    level: int = 1  # of its title in the outline


def key(name: str) -> str:
    """Return a page's name as an id and a name of CSS."""
    return re.sub(r"[^\w-]", "-", name)


def join(pages: list[Page], folder: Path) -> list[Tag]:
    """Return the articles of ``pages``, for a document that lies in ``folder``.

    Raises ``ValueError`` for a page without an article, and for a link within the report that
    leads nowhere; names the page.
    """
    articles = {page: _article(page) for page in pages}
    known = {page.path: _ids(article) for page, article in articles.items()}
    for page, article in articles.items():
        _leave_out(article, page)
    targets = {
        page.path: Target(key(page.name), known[page.path], _ids(article))
        for page, article in articles.items()
    }
    for page, article in articles.items():
        for link in article.select("a[href]"):
            _redirect(link, page, targets)
        for image in article.select("img[src]"):
            image.attrs.pop("loading", None)  # all of them are wanted at once
            if not urlsplit(image["src"]).scheme:
                file = page.path.parent / unquote(image["src"])
                image["src"] = PurePosixPath(os.path.relpath(file, folder)).as_posix()
        _prefix(article, key(page.name))
        _grade(article, page)
    return list(articles.values())


def _article(page: Page) -> Tag:
    soup = BeautifulSoup(page.path.read_text("utf-8"), "html.parser")
    article = soup.select_one("article.bd-article")
    if article is None or article.h1 is None:
        raise ValueError(f"{page.path}: no article with a title; is the report built? (make book)")
    article["class"] = "bd-article"  # the front page is no sheet by itself here
    return article


def _ids(article: Tag) -> set[str]:
    return {one["id"] for one in article.select("[id]")}


def _leave_out(article: Tag, page: Page) -> None:
    """Take out what a page on paper has not (`print.css` hides it), and the figures used."""
    left_out = "script, a.headerlink, .toctree-wrapper, .screen-only, .chart > .phone"
    for needless in article.select(left_out):
        needless.decompose()
    # The contents say where these stand; for other folded tables a sentence does.
    for figures in article.select("#figures-used"):
        figures.decompose()
    for folded in article.select("details"):
        folded.decompose()
    for searched in article.select(SEARCHED):
        words = f"Not on paper: a list to search. It stands at this place of {page.name}.html."
        searched.name, searched.string, searched.attrs = "p", words, {"class": "paper-only"}


@dataclass(frozen=True)
class Target:
    """What links to a page can lead to: its article, and the places in it before and after cuts."""

    key: str
    known: set[str]
    kept: set[str]


def _redirect(link: Tag, page: Page, targets: dict[Path, Target]) -> None:
    """Lead a link to where its target stands in the one document; unlink what is not in it."""
    parts = urlsplit(link["href"])
    if parts.scheme:
        return
    path = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
    target = targets.get(path)
    if target is None:  # a download, the search: nothing on paper
        if path.suffix == ".html" and not path.is_file():
            raise ValueError(f"{page.path}: a link leads to {link['href']}, which is not there")
        del link["href"]
        return
    place = unquote(parts.fragment)
    question = "=" in place  # asked of the page by its script
    if question and path == page.path:
        del link["href"]
        return
    if place and place not in target.known and not question:
        raise ValueError(f"{page.path}: a link leads to {link['href']}; there is no such place")
    link["href"] = f"#{target.key}--{place}" if place in target.kept else f"#{target.key}"
    if path != page.path and "term" not in link.get("class", []):  # terms are too many
        link["data-page"] = PLACEHOLDER


def _prefix(article: Tag, prefix: str) -> None:
    for element in article.find_all(True):
        for name in OF_IDS:
            if name in element.attrs:
                value = element[name]
                words = value if isinstance(value, list) else value.split()
                element[name] = " ".join(f"{prefix}--{word}" for word in words)
    article["id"] = prefix


def _grade(article: Tag, page: Page) -> None:
    """Give headings their level in the whole, and keep their look as a class."""
    for heading in article.find_all(re.compile("^h[1-6]$")):
        depth = int(heading.name[1])
        heading["class"] = [*heading.get("class", []), f"depth-{depth}"]
        heading.name = f"h{min(depth + page.level - 1, 6)}"


@dataclass(frozen=True)
class Entry:
    """A line of the contents: a part, a chapter or a section."""

    kind: str
    text: str
    target: str


def entries(pages: list[Page], articles: list[Tag]) -> list[Entry]:
    """Return the lines of the contents, in order."""
    found = []
    for page, article in zip(pages, articles, strict=True):
        if page.part:
            found.append(Entry("part", page.part, article["id"]))
        found.append(Entry("chapter", words(article.select_one(".depth-1")), article["id"]))
        for heading in article.select("section[id] > .depth-2"):
            # A section may begin at the foot of a page, and its heading at the head of the next.
            heading["id"] = f"{heading.parent['id']}-heading"
            found.append(Entry("section", words(heading), heading["id"]))
    return found


def words(element: Tag) -> str:
    """Return an element's text on one line."""
    return re.sub(r"\s+", " ", element.get_text()).strip()


def with_pages(soup: BeautifulSoup, numbers: dict[str, int]) -> BeautifulSoup:
    """Return a copy in which each link that shows a page shows that of its target."""
    soup = copy.copy(soup)
    for link in soup.select("a[data-page]"):
        link["data-page"] = numbers.get(link["href"].removeprefix("#"), PLACEHOLDER)
    return soup
