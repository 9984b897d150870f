"""One fact in several places, one thing in several years, and figures that cannot be.

Nobody lists the pairs: they are found by what the figures say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import combinations

from analysis.audit.index import (
    ANYTHING,
    POINT,
    POSSIBLE,
    ROUNDED,
    Index,
    bounded,
    factor,
    reading,
    same_base,
)
from analysis.audit.weighing import (
    FAILS,
    HOLDS,
    UNDECIDED,
    Check,
    Weighed,
    meets,
    weigh_figure,
)
from analysis.data import Figure, Term
from analysis.formulas import growth
from analysis.printed import Interval

# An amount this large that is the same for one year and for several was printed of the wrong one;
# below it one year may hold all there was.
MANY = 10
OF_A_HUNDRED = ("rate", "coverage")
_NO_AMOUNTS = ("ratio", "rate per thousand", "time")
# What a figure alone can be, as the ids of checks name it.
SHARE = "a share or a rate in percent"
COUNT = "a count of whole things"
RANGE = "a range"


def pairs(index: Index) -> Iterator[Check]:
    """Yield a check for every pair of places that print one outturn."""
    for term, places in index.places.items():
        if term.status != "outturn":
            continue
        for one, other in combinations(places, 2):
            if not same_base(one, other):
                continue
            weighed = weigh_figure(one, partial(reading, other))
            if weighed.verdict == UNDECIDED and "~" not in (one.bound, other.bound):
                # "At least 90" and 91.6 are both true.
                weighed = replace(weighed, verdict=HOLDS)
            where = f"{_place(one, places)}+{_place(other, places)}"
            subject = f"{term.indicator}:{term.measure}"
            yield Check(
                "/".join(("cross-document", subject, term.entity, term.year, where)),
                "cross-document",
                "pair",
                (one, other),
                weighed,
                one.unit,
            )


def through_time(index: Index) -> Iterator[Check]:
    """Yield checks of a change, a growth, a completion against the two levels that make it.

    And of a growth against the change printed with it, and of a year's amount against that of
    the years it is one of.
    """
    for term, figures in index.by_document.items():
        first, _, last = term.year.rpartition("/")
        if term.measure in ("growth", "change", "share_change") and last.isdigit():
            measure = "share" if term.measure == "share_change" else "level"
            before = first or str(int(last) - 1)
            now = Term(term.entity, term.indicator, last, measure, term.status)
            then = Term(term.entity, term.indicator, before, measure, term.status)
            yield from _moves(index, term, now, then)
            if term.measure == "growth" and not first:
                yield from _rates(index, term, now, replace(now, measure="change"))
        elif term.measure == "completion":
            done = replace(term, measure="level", status="outturn")
            yield from _moves(index, term, done, replace(done, status="target"))
        elif term.measure == "level" and first and term.status == "outturn":
            yield from _part_of_years(index, term, figures, int(first[:4]), int(last[:4]))


def _moves(index: Index, term: Term, now: Term, then: Term) -> Iterator[Check]:
    for chosen in index.assemble([term, now, then]):
        figures = stated, after, before = tuple(chosen[one] for one in (term, now, then))
        if not same_base(after, before) or stated.base == "番":
            continue
        kind = {"growth": "growth", "completion": "ratio"}.get(term.measure, "difference")
        weighed = weigh_figure(stated, partial(_moved, kind, after, before))
        rule = "completion" if kind == "ratio" else "levels"
        yield Check.of(kind, rule, f"{term.indicator}:{term.measure}", term, figures, weighed)


def _moved(kind: str, after: Figure, before: Figure, way: str) -> Interval:
    a, b = reading(after, way), reading(before, way)
    if kind == "difference":
        return a - b
    if not bounded(a, b) or b.low <= 0:
        return ANYTHING
    return 100 * a / b - (100 if kind == "growth" else 0)


def _rates(index: Index, term: Term, now: Term, moved: Term) -> Iterator[Check]:
    for chosen in index.assemble([term, now, moved]):
        figures = stated, after, change = tuple(chosen[one] for one in (term, now, moved))
        if not same_base(after, change) or stated.base == "番":
            continue
        weighed = weigh_figure(stated, partial(_rate, after, change))
        subject = f"{term.indicator}:change and growth"
        yield Check.of("growth", "change", subject, term, figures, weighed)


def _rate(after: Figure, change: Figure, way: str) -> Interval:
    a, c = reading(after, way), reading(change, way)
    if not bounded(a, c) or (a - c).low <= 0 or a.low <= 0:
        return ANYTHING
    return growth.of_change(a, c)


def _part_of_years(
    index: Index, term: Term, figures: Mapping[str, Figure], first: int, last: int
) -> Iterator[Check]:
    """A year of several holds less than all of them, unless the others held nothing."""
    for when in range(first, last + 1):
        inner = Term(term.entity, term.indicator, str(when), "level", "outturn")
        for year in index.by_document.get(inner, {}).values():
            # A document is held to its own sum; one that prints none, to every other's.
            own = [figures[year.document]] if year.document in figures else figures.values()
            for years in own:
                if not same_base(year, years) or year.dimension in _NO_AMOUNTS:
                    continue
                yield _part_of_sum(term, inner, year, years)


def _part_of_sum(term: Term, inner: Term, year: Figure, years: Figure) -> Check:
    weighed = weigh_figure(year, partial(reading, years), relation="<=")
    alike = meets(reading(year, ROUNDED), reading(years, ROUNDED))
    same = alike and reading(year, POINT).low >= MANY
    if same and weighed.verdict == HOLDS:
        weighed = replace(weighed, verdict=FAILS)
    return Check.of(
        "plausibility",
        "year of years",
        f"{term.indicator}:{term.year}",
        inner,
        (year, years),
        weighed,
        relation="<=",
        because="same as all" if same else "",
    )


def impossible(index: Index) -> Iterator[Check]:
    """Yield, a document a rule, whether any figure is one that cannot be.

    A rate or a share is from 0 to 100 percent, a count of whole things has no fraction, and a
    range runs upward. ``figures`` are the offending ones: a rule that looks at one figure alone
    compares it with nothing.
    """
    seen: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for places in index.places.values():
        for one in places:
            last = one.indicator.rpartition(".")[2].split("_")
            rate = one.measure == "level" and set(last) & set(OF_A_HUNDRED)
            if one.dimension == "ratio" and (rate or one.measure == "share"):
                seen[SHARE, one.document].append(one)
            # A number for every ten thousand people is a ratio, whatever its unit.
            if one.exact and "per" not in last and one.measure in ("level", "change"):
                seen[COUNT, one.document].append(one)
            if one.spread is not None:
                seen[RANGE, one.document].append(one)
    for (rule, document), figures in sorted(seen.items()):
        wrong = tuple(one for one in figures if not _possible(rule, one))
        count = float(len(wrong))
        yield Check(
            f"plausibility/{rule.replace(' ', '_')}/{document}",
            "plausibility",
            "impossible",
            wrong,
            Weighed(FAILS if wrong else HOLDS, count, 0.0, count, 0.0),
            "",
            given={"what": rule, "printed": len(figures)},
        )


def _possible(rule: str, one: Figure) -> bool:
    if rule == SHARE:
        possible = reading(one, POSSIBLE)
        return possible.high >= 0 and possible.low <= 100
    if rule == COUNT:
        low = reading(one, ROUNDED).low
        return low == round(low)
    return one.spread is not None and one.spread > 0


def _place(figure: Figure, places: list[Figure]) -> str:
    """Return where a figure stands, with its number where the line alone does not say."""
    place = f"{figure.document}:{figure.line}"
    beside = [one for one in places if (one.document, one.line) == (figure.document, figure.line)]
    if len(beside) == 1:
        return place
    return f"{place}:{reading(figure, POINT).low / factor(figure):g}"
