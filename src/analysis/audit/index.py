"""Printed figures as evidence, looked up by what they say, and read in three ways.

A figure is three things: the number printed, what its rounding leaves open, and what its bound
(about, at least, at most) leaves open besides.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from analysis.data import Figure, Term
from analysis.printed import Interval

# The three ways to read a figure, in the order in which they widen.
POINT, ROUNDED, POSSIBLE = "point", "rounded", "possible"
ANYTHING = Interval(-math.inf, math.inf)
# Formulas of the audit are written in percent, per mille and points, which amounts know as ratios.
_WRITTEN = {"ratio": 0.01, "rate per thousand": 0.001, "points": 0.01}

Place = tuple[str, str, str]  # entity, year, status
Chosen = dict[Term, Figure]  # which figure is taken for what


class Index:
    """Figures by what they say, each in the unit that it is printed in."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self.places: dict[Term, list[Figure]] = defaultdict(list)
        for figure in figures:
            self.places[figure.term].append(figure)
        self.by_document: dict[Term, dict[str, Figure]] = {
            term: _sharpest(held) for term, held in self.places.items()
        }
        # Where a document prints a fact differently in two places, the place decides.
        self.rivals: dict[tuple[Term, str], list[Figure]] = {
            key: held
            for term, places in self.places.items()
            for key, held in _disagreeing(term, places)
        }
        self.where: dict[tuple[str, str], set[Place]] = defaultdict(set)
        for term in self.places:
            place = (term.entity, term.year, term.status)
            self.where[term.indicator, term.measure].add(place)

    def assemble(self, terms: Iterable[Term]) -> list[Chosen]:
        """Return the ways to fill ``terms``, the first being what is tested.

        One way for each document that prints them all. If none does, one for each document that
        prints the first, the others taken from it where it has them and else from the document
        that has most of them. Of figures that a document prints differently in two places, the
        one nearest to the first of ``terms`` is taken.
        """
        terms = list(dict.fromkeys(terms))
        held = [self.by_document.get(term, {}) for term in terms]
        if not all(held):
            return []
        common = [name for name in held[0] if all(name in one for one in held)]
        if common:
            ways = [
                {term: one[name] for term, one in zip(terms, held, strict=True)} for name in common
            ]
            return [self._nearest(way) for way in ways]
        has = Counter(name for one in held for name in one)
        best = [max(one.values(), key=lambda f: (has[f.document], -_width(f))) for one in held]
        ways = [
            {term: one.get(name, other) for term, one, other in zip(terms, held, best, strict=True)}
            for name in held[0]
        ]
        return [self._nearest(way) for way in ways]

    def _nearest(self, way: Chosen) -> Chosen:
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


def same_base(*figures: Figure) -> bool:
    """Tell whether figures are of one kind, so that their readings can be added and compared."""
    return len({(one.base, one.dimension if one.base == "" else "") for one in figures}) == 1


def factor(figure: Figure) -> float:
    """Return how many units of a reading one unit of the figure is."""
    return figure.factor / _WRITTEN[figure.dimension] if figure.base == "" else figure.factor


def reading(figure: Figure, way: str) -> Interval:
    """Return a figure read in one of the three ways, in the base unit of ``units.csv``.

    That of shares and rates is percent, per mille or a point.
    """
    scale = factor(figure)
    if way == POINT:
        middle = _clean((figure.number + (figure.spread or 0) / 2) * scale)
        return Interval(middle, middle)
    low, high = (_clean(end * scale) for end in (figure.rounded.low, figure.rounded.high))
    if way == POSSIBLE:
        if figure.bound == "~":
            return ANYTHING
        low = -math.inf if figure.bound == "<=" else low
        high = math.inf if figure.bound == ">=" else high
    return Interval(low, high)


def _clean(number: float) -> float:
    # Ten significant digits are more than any yearbook prints: they remove binary dust.
    return float(f"{number:.10g}")


def _width(figure: Figure) -> float:
    return reading(figure, ROUNDED).width


def _sharpest(figures: list[Figure]) -> dict[str, Figure]:
    """Return of each document the figure that says most: no bound, then the least rounding."""
    chosen: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda one: (one.bound != "=", _width(one))):
        chosen.setdefault(figure.document, figure)
    return chosen


def _disagreeing(
    term: Term, places: list[Figure]
) -> Iterator[tuple[tuple[Term, str], list[Figure]]]:
    for document in dict.fromkeys(one.document for one in places):
        own = [one for one in places if one.document == document]
        read = [reading(one, ROUNDED) for one in own]
        if any(not one.overlaps(other) for one, other in combinations(read, 2)):
            yield (term, document), own
