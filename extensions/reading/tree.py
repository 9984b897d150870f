"""A page as a tree: how it is read, searched, changed and written. On lxml, which is compiled.

In lxml a text belongs to an element: it is what the element begins with, or what follows its end.
A `Text` is such a place, so that nothing else needs to tell the two apart.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from lxml import html
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement as Element

# In these, spaces count or text is no text of the page.
_VERBATIM = "pre, textarea, script, style"


def parsed(page: str) -> Element:
    """Return the ``html`` element of a page."""
    return html.document_fromstring(page)


def serialised(root: Element) -> str:
    """Return a page without the blank lines and indents that templates leave outside text."""
    for text in texts(root, select(root, _VERBATIM)):
        if "\n" in text.string and text.string.isspace():
            text.put(["\n"])
    return "<!DOCTYPE html>\n" + html.tostring(root, encoding="unicode").strip() + "\n"


def select(element: Element, selector: str) -> list[Element]:
    """Return what a CSS selector finds in an element, in the order of the page."""
    return _compiled(selector)(element)


def first(element: Element, selector: str) -> Element | None:
    """Return the first of what a CSS selector finds in an element, or None."""
    return next(iter(select(element, selector)), None)


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def made(tag: str, attributes: dict[str, str], text: str | None = None) -> Element:
    """Return a new element."""
    element = html.Element(tag, attributes)
    element.text = text
    return element


def words(element: Element) -> str:
    """Return the text of an element in one line."""
    return re.sub(r"\s+", " ", element.text_content()).strip()


@dataclass(slots=True)
class Text:
    """What an element begins with or, where it ``follows``, what stands after its end."""

    owner: Element
    follows: bool

    @property
    def string(self) -> str:
        """The text itself."""
        return (self.owner.tail if self.follows else self.owner.text) or ""

    @property
    def parent(self) -> Element:
        """The element in which it stands."""
        return self.owner.getparent() if self.follows else self.owner

    def put(self, pieces: list[str | Element]) -> None:
        """Put texts and elements by turns in its place, the first and the last of them texts."""
        if self.follows:
            place = self.parent.index(self.owner) + 1
            self.owner.tail = pieces[0]
        else:
            place = 0
            self.owner.text = pieces[0]
        for number, (element, after) in enumerate(zip(pieces[1::2], pieces[2::2], strict=True)):
            element.tail = after
            self.parent.insert(place + number, element)

    def wrap(self, pattern: re.Pattern, wrapped: Callable[[str], Element | None]) -> None:
        """Put what a pattern finds into elements; what gets None stays as it is."""
        pieces: list[str | Element] = []
        string, end = self.string, 0
        for match in pattern.finditer(string):
            if (element := wrapped(match[0])) is not None:
                pieces += [string[end : match.start()], element]
                end = match.end()
        if pieces:
            self.put([*pieces, string[end:]])


def texts(element: Element, skipped: Iterable[Element] = ()) -> list[Text]:
    """Return the texts in an element in the order of the page, but for those in some elements."""
    found: list[Text] = []
    left_out = frozenset(skipped)

    def collect(one: Element) -> None:
        if one.text:
            found.append(Text(one, False))
        for child in one:
            if isinstance(child.tag, str) and child not in left_out:  # a comment has no name
                collect(child)
            if child.tail:
                found.append(Text(child, True))

    collect(element)
    return found
