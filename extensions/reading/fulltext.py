"""Search in the text itself, by section, from a server or from the file system.

Sphinx's index knows words and pages. Chinese has no spaces, so that a run of it is one word there
and 收入 is not found in 财政收入; a figure is cut at its point, and numbers drop out of a query; a
result names a page, and what surrounds a hit is fetched, which a page opened from the file
system may not do. Here the browser gets the text of every section, packed (a fifth of its size),
and looks in it: any term of any length, beginnings of words, figures as printed.
"""

import re

from reading.page import Page
from reading.tree import Element, first, made, select, texts

TEXTS = "_static/search-texts.js"
SCRIPTS = (TEXTS, "_static/query.js", "_static/search.js")
# Not text of the report: code, what a screen does not show, marks at headings, links that every
# chart has. A list of figures used says again what the explorer of all figures finds; the package's
# reference says nothing of the district.
_SKIPPED = (
    ".cell_input, script, style, .headerlink, summary p.admonition-title, a[download], "
    "details.figures-used, dl.py"
)
_BLOCKS = {"p", "li", "tr", "div", "section", "caption", "figcaption", "dt", "dd", "details"}
_CELLS = {"td", "th", "span"}


def sections(page: Page) -> dict | None:
    """Return the sections of a page with their text; None for one without an article (the search).

    ``file`` and ``title`` of the page, and ``sections``: ``title``, ``id`` and ``text`` of each.
    """
    article = first(page.root, "article.bd-article")
    if article is None or first(article, "h1") is None:
        return None
    found: list[dict] = []
    _collect(article, frozenset(select(article, _SKIPPED)), found)
    for section in found:
        section["text"] = _tidy("".join(section["text"]))
    found = found[:1] + [section for section in found[1:] if section["text"]]
    return {"file": page.name, "title": found[0]["title"], "sections": found}


def _collect(element: Element, skipped: frozenset[Element], found: list[dict]) -> None:
    """Add to the sections found so far what an element holds."""

    def add(text: str | None) -> None:
        if text and found:
            found[-1]["text"].append(text)

    add((element.text or "").replace("\n", " "))
    for child in element:
        if isinstance(child.tag, str) and child not in skipped:
            if child.tag in ("h1", "h2", "h3"):
                parts = [one.string for one in texts(child) if one.string.strip() != "#"]
                title = _tidy("".join(parts))
                found.append({"title": title, "id": element.get("id", ""), "text": []})
            else:
                _collect(child, skipped, found)
                add(_after(child))
        add((child.tail or "").replace("\n", " "))


def _after(element: Element) -> str:
    """Return what parts the text of an element from the next."""
    if element.tag in _BLOCKS:
        return "\n"
    if element.tag in _CELLS and element.get("lang"):
        return " "
    return " · " if element.tag in ("td", "th") else ""


def _tidy(text: str) -> str:
    lines = (re.sub(r"\s+", " ", line).strip(" ·") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def equip(page: Page) -> None:
    """Give the search page its scripts and the place for results.

    Raises ``ValueError`` when the page has lost the place for results.
    """
    place = first(page.root, "#search-results")
    if place is None:
        raise ValueError("the theme's search page has no place for results any more")
    place.set("aria-live", "polite")
    for name in SCRIPTS:
        page.root.find("head").append(made("script", {"src": name, "defer": ""}))
