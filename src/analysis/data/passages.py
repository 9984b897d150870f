"""The words around a printed figure: beside it, in its clause, its sentence, its passage.

A passage is the figure's line and the two above, the head of its table, the heading above, the
other half of a sentence that a page breaks, the document's title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd

# Two lines above, for a paragraph that names its subject once; more would name everything.
ABOVE = 2
BREAK = 4  # lines from one half of a sentence to the other, where a page ends inside it
HEAD = 4  # lines of a table that can hold its title, its units and two rows of names
NEXT = 5  # characters beside a number that can bound it: 以上, 左右, 不低于

_SENTENCE = re.compile(r"[。；;！？]")
_ENDED = re.compile(r"[。；;！？:：”）)]\s*$")
# A section that opens so speaks of what is to come until its document ends, or one of the other.
_TO_COME = r"今后五年|未来五年|{next}\s*年.{{0,12}}(?:工作|目标|任务|安排)"
_CLAUSE = re.compile(r"[，,。；;！？:：]")


@dataclass(frozen=True, slots=True)
class Near:
    """What stands around one figure, narrow to wide."""

    before: str
    after: str
    clause: str  # from comma to comma; of a table all of its passage, and so is the sentence
    sentence: str
    led: str  # the sentence as far as the number
    passage: str
    to_come: bool  # in a section of what is to come


class Around:
    """Finds the words around the figures of a volume; what is above a line is looked up once."""

    def __init__(self, lines: list[str], documents: pd.DataFrame) -> None:
        self.lines = lines
        self.first = documents["first_line"].to_dict()
        self.last = documents["last_line"].to_dict()
        self.year = documents["year"].to_dict()
        self.opened: dict[str, int] = {}
        self.title = documents["title_zh"].to_dict()
        self.passages: dict[tuple[str, int], str] = {}

    def __call__(self, row: Any) -> Near:
        """Return the words around a located observation (``source.locate``)."""
        text, start = self.lines[row.line - 1], int(row.position)
        end = start + row.length
        place = row.document, row.line
        passage = self.passage(*place)
        clause = sentence = led = passage
        if "\t" not in text:
            sentence = text[slice(*_between(_SENTENCE, text, start, end))]
            first, last = _between(_CLAUSE, text, start, end)
            clause = text[first:last]
            led = text[_between(_SENTENCE, text, start, end)[0] : end]
        return Near(
            before=text[max(0, start - NEXT) : start],
            after=text[end : end + NEXT],
            clause=clause,
            sentence=sentence,
            led=led,
            passage=passage,
            to_come=self._to_come(*place),
        )

    def _to_come(self, document: str, line: int) -> bool:
        if document not in self.opened:
            numbered = enumerate(self.lines[self.first[document] - 1 : self.last[document]])
            opens = re.compile(_TO_COME.format(next=self.year[document] + 1))
            found = [at for at, text in numbered if len(text) < 40 and opens.search(text)]
            self.opened[document] = (
                self.first[document] + found[0] if found else self.last[document]
            )
        return line > self.opened[document]

    def passage(self, document: str, line: int) -> str:
        """Return the words above and around a line, which is the last one that has to be there."""
        place = document, line
        if place not in self.passages and line <= len(self.lines):
            self.passages[place] = self._passage(*place)
        return self.passages.get(place, "")

    def _passage(self, document: str, line: int) -> str:
        first = self.first[document]
        top = line
        if "\t" in self.lines[line - 1]:
            while top > first and ("\t" in self.lines[top - 1] or not self.lines[top - 1].strip()):
                top -= 1
        # Of a table its head: the rows between would name every other thing in it.
        own = self.lines[max(first, top - ABOVE) - 1 : min(top + HEAD, line)]
        own += self.lines[line - 1 : line]
        if "\t" not in own[-1]:
            own = [self._continued(line, -1), *own, self._continued(line, 1)]
        return " ".join([*own, self._heading(first, line), self.title[document]])

    def _continued(self, line: int, step: int) -> str:
        """Return the line above or below that holds the other half of a broken sentence."""
        for other in range(line + step, line + step * (BREAK + 1), step):
            if 0 < other <= len(self.lines) and self.lines[other - 1].strip():
                upper = self.lines[min(line, other) - 1]
                return "" if _ENDED.search(upper) else self.lines[other - 1]
        return ""

    def _heading(self, first: int, line: int) -> str:
        for above in range(line - 1, first - 1, -1):
            text = self.lines[above - 1].strip()
            if 0 < len(text) <= 30 and "\t" not in text and not re.search("[。；，,;]", text):
                return text
        return ""


def _between(marks: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Return where what stands between two marks begins and ends around a span of a line."""
    opened = [match.end() for match in marks.finditer(text, 0, start)]
    closed = marks.search(text, end)
    return opened[-1] if opened else 0, closed.start() if closed else len(text)
