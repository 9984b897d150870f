"""A text cut into passages: paragraphs, whole again where a page breaks them, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.data import source

BREAK = 4  # lines from one half of a sentence to the other
_ENDED = re.compile(r"[。；;！？:：”）)】]\s*$")
_HEADING = 30  # characters at most
_NEVER_IN_HEADING = re.compile("[。；，,;]")
_CELL = "\t"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, with its number as ``observations`` counts them."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together; ``text`` is their lines, joined."""

    lines: tuple[Line, ...]
    heading: str

    @property
    def text(self) -> str:
        """The lines as if no page had broken them."""
        return "".join(line.text for line in self.lines)

    def place(self, offset: int) -> tuple[Line, int]:
        """Return the line of a character of ``text``, and where on it the character stands."""
        for line in self.lines:
            if offset < len(line.text):
                return line, offset
            offset -= len(line.text)
        raise IndexError(offset)


@dataclass(frozen=True, slots=True)
class Table:
    """Lines whose cells are parted by tabs; ``heading`` is the line above."""

    lines: tuple[Line, ...]
    heading: str


def passages(lines: Iterable[Line]) -> Iterator[Paragraph | Table]:
    """Cut lines into passages; empty lines and headings are none.

    A heading is short, holds no figure and ends no sentence. Its passages are those down to the
    next one.
    """
    heading, own = "", list[Line]()
    for line in (one for one in lines if one.text.strip()):
        tabled = _CELL in line.text
        if own and not _goes_on(own[-1], line, tabled):
            yield _passage(own, heading)
            own = []
        if not own and not tabled and _is_heading(line.text):
            heading = line.text.strip()
            continue
        own.append(line)
    if own:
        yield _passage(own, heading)


def _goes_on(above: Line, line: Line, tabled: bool) -> bool:
    if (_CELL in above.text) != tabled or line.number - above.number > BREAK:
        return False
    return tabled or not (_ENDED.search(above.text) or line.text.lstrip().startswith("【"))


def _is_heading(text: str) -> bool:
    short = len(text.strip()) <= _HEADING and not _NEVER_IN_HEADING.search(text)
    return short and not re.search(r"\d", source.NOT_FIGURES.sub("", text))


def _passage(own: list[Line], heading: str) -> Paragraph | Table:
    kind = Table if _CELL in own[0].text else Paragraph
    return kind(tuple(own), heading)
