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

from analysis.audit.index import Figure, Index, Term, reading
from analysis.audit.weighing import FAILS, OPEN, Check, called, name, weigh
from analysis.printed import Interval

ADDED = ("level", "change", "per_year")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts that add up to a whole: ``split`` names the breakdown among those of one whole.

    ``how`` says it after "its parts".
    """

    whole: str
    split: str
    parts: tuple[str, ...]
    how: str


def breakdowns(indicators: pd.DataFrame) -> list[Breakdown]:
    """Return the breakdowns that the dictionary declares, those of one part only left out."""
    split = indicators[(indicators["split"] != "") & (indicators["parent"] != "")]
    return [
        Breakdown(whole, how, tuple(rows["indicator"]), f"by {how}")
        for (whole, how), rows in split.groupby(["parent", "split"], sort=False)
        if len(rows) > 1
    ]


def checks(index: Index, found: list[Breakdown], indicators: pd.DataFrame) -> Iterator[Check]:
    """Yield every check of a whole against the amounts of its parts that the figures allow."""
    for one in found:
        for measure in ADDED:
            yield from _sums(index, one, measure)
    parents = indicators[indicators["parent"] != ""]
    summed = defaultdict(set)
    for one in found:
        for part in one.parts:
            summed[part].add(one)
    for part, whole in zip(parents["indicator"], parents["parent"], strict=True):
        yield from _within(index, part, whole, summed[part])


def _sums(index: Index, one: Breakdown, measure: str) -> Iterator[Check]:
    for place in places(index, one.whole, measure):
        terms = terms_of(place, (one.whole, *one.parts), measure)
        for chosen in index.assemble(terms):
            whole, *parts = (chosen[term] for term in terms)
            if len({figure.base for figure in (whole, *parts)}) > 1:
                continue
            weighed = weigh(partial(reading, whole), partial(total, parts), factor=whole.factor)
            what = "" if measure == "level" else f" ({measure})"
            check = Check(
                name("sum", f"{one.whole}:{one.split}{what}", terms[0], (whole, *parts)),
                "sum",
                (whole, *parts),
                weighed,
                whole.unit,
                called(whole),
                f"its {len(parts)} parts {one.how} add up to",
            )
            yield _unless_two_aims(check)


def _unless_two_aims(check: Check) -> Check:
    """Two documents' targets are two aims: that they differ is no fault of arithmetic."""
    documents = {figure.document for figure in check.figures}
    aims = check.figures[0].term.status != "outturn" and len(documents) > 1
    if not (aims and check.weighed.verdict == FAILS):
        return check
    return replace(
        check,
        weighed=replace(check.weighed, verdict=OPEN),
        aside="two documents aim at different things, which is no fault of arithmetic",
    )


def _within(index: Index, part: str, whole: str, complete: set[Breakdown]) -> Iterator[Check]:
    """A part is no larger than its whole; where all parts are summed, that says it."""
    for place in places(index, part, "level"):
        terms = terms_of(place, [part, whole], "level")
        for chosen in index.assemble(terms):
            inner, outer = (chosen[term] for term in terms)
            if any(_summed(index, b, place, inner, outer) for b in complete):
                continue
            if inner.base != outer.base or inner.base in ("%", "‰"):
                continue
            weighed = weigh(
                partial(reading, inner),
                partial(reading, outer),
                relation="<=",
                factor=inner.factor,
            )
            yield _unless_two_aims(
                Check(
                    name("plausibility", f"{part}:within", terms[0], (inner, outer)),
                    "plausibility",
                    (inner, outer),
                    weighed,
                    inner.unit,
                    inner.name,
                    f"{outer.name}, of which it is a part, is",
                    relation="<=",
                )
            )


def _summed(index: Index, one: Breakdown, place, inner: Figure, outer: Figure) -> bool:
    ways = index.assemble(terms_of(place, (one.whole, *one.parts), "level"))
    return any(outer in way.values() and inner in way.values() for way in ways)


def places(index: Index, indicator: str, measure: str) -> list[tuple[str, str, str]]:
    """Return the entity, year and status of each figure of an indicator by one measure."""
    return sorted(index.where.get((indicator, measure), ()))


def terms_of(place: tuple[str, str, str], indicators: Iterable[str], measure: str) -> list[Term]:
    """Return what several indicators' figures for one place would say."""
    entity, year, status = place
    return [Term(entity, one, year, measure, status) for one in indicators]


def total(parts: Iterable[Figure], way: str) -> Interval:
    """Return the sum of figures, read in one of the three ways."""
    return reduce(Interval.__add__, (reading(part, way) for part in parts))
