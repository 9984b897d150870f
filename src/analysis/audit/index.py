"""Printed figures as evidence, looked up by what they say.

A figure is three things: the number printed, what its rounding leaves open, and what its bound
(about, at least, at most) leaves open besides.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from analysis import data
from analysis.printed import Interval

# The three ways to read a figure, in the order in which they widen.
POINT, ROUNDED, POSSIBLE = "point", "rounded", "possible"
ANYTHING = Interval(-math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class Term:
    """What a figure says: of whom, what, when, by which measure, as what."""

    entity: str
    indicator: str
    year: str
    measure: str
    status: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation: ``point``, ``rounded`` and ``possible`` are intervals in ``base`` units.

    ``row`` is its place in the frame, ``exact`` says that it counts whole things, and ``spread``
    is how far a printed range reaches.
    """

    row: int
    document: str
    line: int
    term: Term
    period: str
    name: str
    unit: str
    factor: float
    base: str
    bound: str
    exact: bool
    spread: float | None
    point: Interval
    rounded: Interval
    possible: Interval


class Index:
    """The figures of a frame of observations (as ``data.observations()`` gives it)."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.places: dict[Term, list[Figure]] = defaultdict(list)
        for figure in _figures(frame):
            self.places[figure.term].append(figure)
        self.by_document: dict[Term, dict[str, Figure]] = {
            term: _sharpest(figures) for term, figures in self.places.items()
        }
        # Where a document prints a fact differently in two places, the place decides.
        self.rivals: dict[tuple[Term, str], list[Figure]] = {
            key: figures
            for term, places in self.places.items()
            for key, figures in _disagreeing(term, places)
        }
        self.where: dict[tuple[str, str], set[tuple[str, str, str]]] = defaultdict(set)
        for term in self.places:
            place = (term.entity, term.year, term.status)
            self.where[term.indicator, term.measure].add(place)

    def assemble(self, terms: Iterable[Term]) -> list[dict[Term, Figure]]:
        """Return the ways to fill ``terms``, the first being what is tested.

        One way for each document that prints them all. If none does, one for each document that
        prints the first, the others taken from it where it has them and else from the document
        that has most of them. Of figures that a document prints differently in two places, the
        one nearest to the first of ``terms`` is taken.
        """
        terms = list(dict.fromkeys(terms))
        held = [self.by_document.get(term) for term in terms]
        if not all(held):
            return []
        common = [name for name in held[0] if all(name in one for one in held)]
        if common:
            ways = [
                {term: one[name] for term, one in zip(terms, held, strict=True)} for name in common
            ]
            return [self._nearest(way) for way in ways]
        has = Counter(name for one in held for name in one)
        best = [
            max(one.values(), key=lambda f: (has[f.document], -f.rounded.width)) for one in held
        ]
        ways = [
            {term: one.get(name, other) for term, one, other in zip(terms, held, best, strict=True)}
            for name in held[0]
        ]
        return [self._nearest(way) for way in ways]

    def _nearest(self, way: dict[Term, Figure]) -> dict[Term, Figure]:
        if not self.rivals:
            return way
        line = next(iter(way.values())).line
        return {
            term: min(
                self.rivals.get((term, one.document), [one]), key=lambda f: abs(f.line - line)
            )
            for term, one in way.items()
        }


def bounded(*intervals: Interval) -> bool:
    """Tell whether no end is endless, so that any arithmetic with the intervals has a meaning."""
    return all(math.isfinite(end) for one in intervals for end in (one.low, one.high))


def year(period: str) -> str:
    """Return a period as facts are compared: the end of a year and the year are one."""
    return period.removesuffix("-12-31") if "/" not in period else period


def reading(figure: Figure, way: str) -> Interval:
    """Return a figure read in one of the three ways."""
    return getattr(figure, way)


def _figures(frame: pd.DataFrame) -> Iterator[Figure]:
    units = data.units()
    factors, bases, exact = (units[slot].to_dict() for slot in ("factor", "base", "exact"))
    for row, one in enumerate(frame.itertuples()):
        factor = factors[one.unit]
        middle = one.value if pd.isna(one.value_max) else (one.value + one.value_max) / 2
        # Ten significant digits are more than any yearbook prints: they remove binary dust.
        point, *ends = (
            float(f"{end * factor:.10g}") for end in (middle, *sorted((one.low, one.high)))
        )
        rounded = Interval(*ends)
        yield Figure(
            row=row,
            document=one.document,
            line=int(one.line),
            term=Term(one.entity, one.indicator, year(one.period), one.measure, one.status),
            period=one.period,
            name=one.name_en,
            unit=one.unit,
            factor=factor,
            base=bases[one.unit],
            bound=one.bound,
            exact=exact[one.unit],
            spread=None if pd.isna(one.value_max) else one.value_max - one.value,
            point=Interval(point, point),
            rounded=rounded,
            possible=_with_bound(rounded, one.bound),
        )


def _with_bound(rounded: Interval, bound: str) -> Interval:
    if bound == "~":
        return ANYTHING
    low = -math.inf if bound == "<=" else rounded.low
    high = math.inf if bound == ">=" else rounded.high
    return Interval(low, high)


def _sharpest(figures: list[Figure]) -> dict[str, Figure]:
    """Return of each document the figure that says most: no bound, then the least rounding."""
    chosen: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda one: (one.bound != "=", one.rounded.width)):
        chosen.setdefault(figure.document, figure)
    return chosen


def _disagreeing(
    term: Term, places: list[Figure]
) -> Iterator[tuple[tuple[Term, str], list[Figure]]]:
    for document in {one.document for one in places}:
        own = [one for one in places if one.document == document]
        if any(not one.rounded.overlaps(other.rounded) for one, other in combinations(own, 2)):
            yield (term, document), own
