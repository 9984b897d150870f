"""Reading tables: the row and the column of each number, in words.

A table's head are its lines without numbers. What is indented by 其中 or # is a part of the row
above that is not; a cell that the head leaves empty belongs to the heading on its left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from analysis import printed
from analysis.drafting.passages import Line, Table

_PART = re.compile(r"^\s*(?:其中\s*[:：]?|#|＃|[①-⑩])\s*")
_UNIT = re.compile(r"[(（]\s*([^()（）]+?)\s*[)）]\s*$")
_NUMBER = re.compile(rf"\s*{printed.NUMBER.pattern}\s*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table: its line, its row's label and whole, its column's head and unit."""

    line: Line
    start: int
    printed: str
    label: str
    whole: str
    head: str
    block: str
    unit: str
    title: str


def cells(table: Table, units: Collection[str]) -> Iterator[Cell]:
    """Yield the numbers of a table, row by row; ``units`` are those of ``units.csv``."""
    head: list[list[str]] = []
    whole = ""
    for line in table.lines:
        row = line.text.split("\t")
        if not any(_NUMBER.fullmatch(one) for one in row[1:]):
            # A page that breaks a table prints its head again.
            head = [*head, row] if head and not whole else [row]
            whole = ""
            continue
        part = _PART.match(row[0])
        label = _PART.sub("", row[0]).strip()
        if not part or not whole:
            whole = label
        yield from _row(line, row, label, whole if part else "", head, table.heading, units)


def _row(
    line: Line,
    row: list[str],
    label: str,
    whole: str,
    head: list[list[str]],
    title: str,
    units: Collection[str],
) -> Iterator[Cell]:
    own = next((one.strip() for one in row[1:] if one.strip() in units), "")
    start = 0
    for at, text in enumerate(row):
        if at and _NUMBER.fullmatch(text):
            named = head[-1][at].strip() if head and at < len(head[-1]) else ""
            block = _block(head[:-1], at)
            said = _UNIT.search(named)
            unit = said[1] if said and said[1] in units else own
            place = start + len(text) - len(text.lstrip())
            yield Cell(
                line, place, text.strip(), label, whole, _UNIT.sub("", named), block, unit, title
            )
        start += len(text) + 1


def _block(above: list[list[str]], at: int) -> str:
    """Return what the upper lines of a head say of a column, or of one on its left."""
    said = [next((one for one in reversed(row[1 : at + 1]) if one.strip()), "") for row in above]
    return " ".join(said).strip()
