"""What is printed, arranged for finding: the outturns of a thing, the goals beside a goal, starts.

Several figures of one fact are never the first of several: those that agree within rounding count
once, and those that do not are settled by a rule or refused.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis import data
from analysis.data import AmbiguousFigure, Figure, edition, vintages
from analysis.data.loading import kept_beside

Place = tuple[str, int, str, str, str]  # document, line, indicator, period, measure

STARTS = "starts.csv"


def place(figure: Figure) -> Place:
    """Return by what ``starts.csv`` names a figure."""
    return figure.document, figure.line, figure.indicator, figure.period, figure.measure


@dataclass(frozen=True)
class Start:
    """A row of ``starts.csv``: what a target is measured from where the names differ.

    ``role`` says what ``figure`` does for the target, see the descriptor: ``start``, ``add``,
    ``times``, ``over``, ``pace``, ``pace_times``, ``pace_over``, ``pace_add``, ``pace_add_times``,
    ``done`` or ``also``; ``kind`` how far it is the same thing; ``factor`` what the whole is
    multiplied by; ``reason`` why.
    """

    figure: Figure
    kind: str
    role: str
    factor: float = 1.0
    reason: str = ""


class Record:
    """Every figure, by what it is of; and the starts, by target.

    ``figures`` as ``data.figures()`` gives them, ``starts`` by the place of their target.
    """

    def __init__(self, figures: Sequence[Figure], starts: dict[Place, list[Start]] | None = None):
        self.figures = figures
        self.starts = starts or {}
        self.targets = [one for one in figures if one.status == "target"]
        self._of: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
        for one in figures:
            self._of[one.indicator, one.entity].append(one)

    def of(self, like: Figure, *statuses: str) -> list[Figure]:
        """Return what is printed of the indicator and entity of ``like``, by default outturns."""
        wanted = statuses or ("outturn",)
        return [one for one in self._of[like.indicator, like.entity] if one.status in wanted]

    def beside(self, goal: Figure) -> list[Figure]:
        """Return the goals of the same document for the same thing and year, ``goal`` included."""
        return [
            one
            for one in self.of(goal, "target")
            if one.document == goal.document and last_year(one.period) == last_year(goal.period)
        ]


def read() -> Record:
    """Return the record of the data in use. Raises ``DataError`` when the data are not sound."""
    return _read(data.load())


@kept_beside
def _read(tables: data.Tables) -> Record:
    figures = data.figures()
    at: defaultdict[Place, list[Figure]] = defaultdict(list)
    for one in figures:
        at[place(one)].append(one)
    starts: defaultdict[Place, list[Start]] = defaultdict(list)
    for row in tables.starts.to_dict("records"):
        own = [row[name] for name in ("document", "line", "indicator", "period", "measure")]
        key = tuple(
            row[f"start_{name}"] for name in ("document", "line", "indicator", "period", "measure")
        )
        found = [one for one in at[key] if one.status == "outturn"]
        figure = settled(found, row["start_document"])[0]
        factor = 1.0 if math.isnan(row["factor"]) else row["factor"]
        start = Start(figure, row["kind"], row["role"], factor, row["reason"])
        starts[tuple(own)].append(start)
    return Record(figures, starts)


def settled(found: Sequence[Figure], *documents: str) -> tuple[Figure, tuple[Figure, ...]]:
    """Return one of several figures of a fact, and those that differ from it.

    Of several volumes that print it one is taken, see ``vintages``. There the communique is
    followed, which is the latest; else the first of ``documents`` that prints it; else the most
    precise. Those that agree within rounding count as one. Raises
    ``AmbiguousFigure`` when this leaves several that differ: ``starts.csv`` can name one.
    """
    found = vintages.chosen(found)
    left = found
    for followed in (edition.communiques(), *({one} for one in documents)):
        if any(one.document in followed for one in left):
            left = [one for one in left if one.document in followed]
            break
    narrow = min(one.interval.width * one.factor for one in left)
    left = [one for one in left if one.interval.width * one.factor <= narrow * (1 + 1e-9)]
    one = agreed(left)
    return one, tuple(other for other in found if not one.agrees(other))


def agreed(found: Sequence[Figure]) -> Figure:
    """Return one of several figures that agree within rounding.

    Raises ``AmbiguousFigure`` when any two do not, and lists them.
    """
    best = min(found, key=lambda one: one.interval.width)
    if not all(one.agrees(other) for one in found for other in found):
        listed = "; ".join(
            f"{one.value:g} {one.unit} ({one.document}, {one.line})" for one in found
        )
        raise AmbiguousFigure(
            f"{best.indicator}, {best.entity}, {best.period}: {listed}. Name one in {STARTS}"
        )
    return best


def alike(found: Iterable[Figure], like: Figure) -> list[Figure]:
    """Return the figures that can be counted against ``like``: those of its kind of unit."""
    return [one for one in found if one.base == like.base]


def first_year(period: str) -> int:
    """Return the year in which a period begins."""
    return int(period[:4])


def last_year(period: str) -> int:
    """Return the year in which a period ends."""
    return int(period.split("/")[-1][:4])


def span(period: str) -> int:
    """Return of how many years a period speaks: 2022/2026 of five, 2026 of one."""
    return last_year(period) - first_year(period) + 1
