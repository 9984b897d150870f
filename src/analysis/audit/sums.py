"""Wholes and their parts: what adds up, and what cannot be larger than what it is a part of.

The dictionary says what is a part of what; parts with one parent and one split add up to it.
Sums that identities declare are broken down in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial, reduce

import pandas as pd

from analysis.audit.index import Index, Place, reading, same_base
from analysis.audit.weighing import FAILS, UNDECIDED, Check, weigh_figure
from analysis.data import Figure, Term
from analysis.printed import Interval

ADDED = ("level", "change", "per_year")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts that add up to a whole: ``split`` names the breakdown among those of one whole.

    ``declared_in`` is ``dictionary`` or ``identities``.
    """

    whole: str
    split: str
    parts: tuple[str, ...]
    declared_in: str

    @property
    def given(self) -> dict[str, str | int]:
        """What a check knows of the breakdown that made it."""
        return {"split": self.split, "declared_in": self.declared_in, "parts": len(self.parts)}


def breakdowns(indicators: pd.DataFrame) -> list[Breakdown]:
    """Return the breakdowns that the dictionary declares, those of one part only left out."""
    split = indicators[(indicators["split"] != "") & (indicators["parent"] != "")]
    return [
        Breakdown(whole, how, tuple(rows["indicator"]), "dictionary")
        for (whole, how), rows in split.groupby(["parent", "split"], sort=False)
        if len(rows) > 1
    ]


def parents(indicators: pd.DataFrame) -> list[tuple[str, str]]:
    """Return each indicator that is a part of another, and that other."""
    parts = indicators[indicators["parent"] != ""]
    return list(zip(parts["indicator"], parts["parent"], strict=True))


def checks(index: Index, found: list[Breakdown], within: list[tuple[str, str]]) -> Iterator[Check]:
    """Yield every check of a whole against the amounts of its parts that the figures allow.

    ``within`` is what ``parents`` gives.
    """
    for one in found:
        for measure in ADDED:
            yield from _sums(index, one, measure)
    summed: dict[str, set[Breakdown]] = defaultdict(set)
    for one in found:
        for part in one.parts:
            summed[part].add(one)
    for part, whole in within:
        yield from _within(index, part, whole, summed[part])


def _sums(index: Index, one: Breakdown, measure: str) -> Iterator[Check]:
    for place in places(index, one.whole, measure):
        terms = terms_of(place, (one.whole, *one.parts), measure)
        for chosen in index.assemble(terms):
            whole, *parts = (chosen[term] for term in terms)
            if not same_base(whole, *parts):
                continue
            what = "" if measure == "level" else f" ({measure})"
            yield _unless_two_aims(
                Check.of(
                    "sum",
                    "sum",
                    f"{one.whole}:{one.split}{what}",
                    terms[0],
                    (whole, *parts),
                    weigh_figure(whole, partial(total, parts)),
                    given=one.given,
                )
            )


def _unless_two_aims(check: Check) -> Check:
    """Two documents' targets are two aims: that they differ is no fault of arithmetic."""
    documents = {figure.document for figure in check.figures}
    aims = check.figures[0].status != "outturn" and len(documents) > 1
    if not (aims and check.weighed.verdict == FAILS):
        return check
    weighed = replace(check.weighed, verdict=UNDECIDED)
    return replace(check, weighed=weighed, because="two aims")


def _within(index: Index, part: str, whole: str, complete: set[Breakdown]) -> Iterator[Check]:
    """A part is no larger than its whole; where all parts are summed, that says it."""
    for place in places(index, part, "level"):
        terms = terms_of(place, [part, whole], "level")
        for chosen in index.assemble(terms):
            inner, outer = (chosen[term] for term in terms)
            if any(_summed(index, b, place, inner, outer) for b in complete):
                continue
            if not same_base(inner, outer) or inner.dimension in ("ratio", "rate per thousand"):
                continue
            yield _unless_two_aims(
                Check.of(
                    "plausibility",
                    "within",
                    f"{part}:within",
                    terms[0],
                    (inner, outer),
                    weigh_figure(inner, partial(reading, outer), relation="<="),
                    relation="<=",
                )
            )


def _summed(index: Index, one: Breakdown, place: Place, inner: Figure, outer: Figure) -> bool:
    ways = index.assemble(terms_of(place, (one.whole, *one.parts), "level"))
    return any(outer in way.values() and inner in way.values() for way in ways)


def places(index: Index, indicator: str, measure: str) -> list[Place]:
    """Return the entity, year and status of each figure of an indicator by one measure."""
    return sorted(index.where.get((indicator, measure), ()))


def terms_of(place: Place, indicators: Iterable[str], measure: str) -> list[Term]:
    """Return what several indicators' figures for one place would say."""
    entity, year, status = place
    return [Term(entity, one, year, measure, status) for one in indicators]


def total(parts: Iterable[Figure], way: str) -> Interval:
    """Return the sum of figures, read in one of the three ways."""
    return reduce(Interval.__add__, (reading(part, way) for part in parts))
