"""One fact in several places, one thing in several years, and figures that cannot be.

Nobody lists the pairs: they are found by what the figures say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations

from analysis.audit.index import ANYTHING, Figure, Index, Term, bounded, reading
from analysis.audit.weighing import FAILS, HOLDS, OPEN, Check, Weighed, called, meets, name, weigh
from analysis.printed import Interval

# An amount this large that is the same for one year and for several was printed of the wrong one;
# below it one year may hold all there was.
MANY = 10
OF_A_HUNDRED = ("rate", "coverage")


def pairs(index: Index) -> Iterator[Check]:
    """Yield a check for every pair of places that print one outturn."""
    for term, places in index.places.items():
        if term.status != "outturn":
            continue
        for one, other in combinations(places, 2):
            if one.base != other.base:
                continue
            weighed = weigh(partial(reading, one), partial(reading, other), factor=one.factor)
            if weighed.verdict == OPEN and "~" not in (one.bound, other.bound):
                # "At least 90" and 91.6 are both true.
                weighed = replace(weighed, verdict=HOLDS)
            where = f"{_place(one, places)}+{_place(other, places)}"
            subject = f"{term.indicator}:{term.measure}"
            yield Check(
                "/".join(("cross-document", subject, term.entity, term.year, where)),
                "cross-document",
                (one, other),
                weighed,
                one.unit,
                called(one),
                f"the {other.document.replace('_', ' ')}, line {other.line}, prints",
                stands=f"as printed in the {one.document.replace('_', ' ')}, line {one.line}",
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
        stated, after, before = (chosen[one] for one in (term, now, then))
        if after.base != before.base or stated.base == "番":
            continue
        kind = {"growth": "growth", "completion": "ratio"}.get(term.measure, "difference")

        def derived(way: str, after=after, before=before, kind=kind) -> Interval:
            a, b = reading(after, way), reading(before, way)
            if kind == "difference":
                return a - b
            if not bounded(a, b) or b.low <= 0:
                return ANYTHING
            return 100 * a / b - (100 if kind == "growth" else 0)

        figures = (stated, after, before)
        yield Check(
            name(kind, f"{term.indicator}:{term.measure}", term, figures),
            kind,
            figures,
            weigh(partial(reading, stated), derived, factor=stated.factor),
            stated.unit,
            called(stated),
            f"the figures for {after.period} and {before.period} make it"
            if kind != "ratio"
            else "the amount against its target makes it",
        )


def _rates(index: Index, term: Term, now: Term, moved: Term) -> Iterator[Check]:
    for chosen in index.assemble([term, now, moved]):
        stated, after, change = (chosen[one] for one in (term, now, moved))
        if after.base != change.base or stated.base == "番":
            continue

        def derived(way: str, after=after, change=change) -> Interval:
            a, c = reading(after, way), reading(change, way)
            before = a - c
            return 100 * c / before if bounded(a, c) and before.low > 0 else ANYTHING

        figures = (stated, after, change)
        yield Check(
            name("growth", f"{term.indicator}:change and growth", term, figures),
            "growth",
            figures,
            weigh(partial(reading, stated), derived, factor=stated.factor),
            stated.unit,
            called(stated),
            "its change in percent of what it was before makes it",
        )


def _part_of_years(index, term: Term, figures, first: int, last: int) -> Iterator[Check]:
    """A year of several holds less than all of them, unless the others held nothing."""
    for when in range(first, last + 1):
        inner = Term(term.entity, term.indicator, str(when), "level", "outturn")
        for year in index.by_document.get(inner, {}).values():
            years = figures.get(year.document) or next(iter(figures.values()))
            if year.base != years.base or year.base in ("%", "‰", "年"):
                continue
            weighed = weigh(
                partial(reading, year), partial(reading, years), relation="<=", factor=year.factor
            )
            same = meets(year.rounded, years.rounded) and year.point.low >= MANY
            if same and weighed.verdict == HOLDS:
                weighed = replace(weighed, verdict=FAILS)
            yield Check(
                name("plausibility", f"{term.indicator}:{term.year}", inner, (year, years)),
                "plausibility",
                (year, years),
                weighed,
                year.unit,
                f"{year.name} in {when}",
                f"for all of {years.period.replace('/', ' to ')} the amount is",
                "both can be only if the other years had none" if same else "",
                relation="<=",
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
            last = one.term.indicator.rpartition(".")[2].split("_")
            rate = one.term.measure == "level" and set(last) & set(OF_A_HUNDRED)
            if one.base == "%" and (rate or one.term.measure == "share"):
                seen["a share or a rate in percent", one.document].append(one)
            # A number for every ten thousand people is a ratio, whatever its unit.
            if one.exact and "per" not in last and one.term.measure in ("level", "change"):
                seen["a count of whole things", one.document].append(one)
            if one.spread is not None:
                seen["a range", one.document].append(one)
    for (rule, document), figures in sorted(seen.items()):
        wrong = tuple(one for one in figures if not _possible(rule, one))
        count = float(len(wrong))
        yield Check(
            f"plausibility/{rule.replace(' ', '_')}/{document}",
            "plausibility",
            wrong,
            Weighed(FAILS if wrong else HOLDS, count, 0.0, count, 0.0),
            "",
            f"figures, each {rule} ({len(figures)} printed)",
            "there should be",
            stands="of them cannot be",
        )


def _possible(rule: str, one: Figure) -> bool:
    if rule.startswith("a share"):
        return one.possible.high >= 0 and one.possible.low <= 100
    if rule.startswith("a count"):
        return one.rounded.low == round(one.rounded.low)
    return one.spread > 0


def _place(figure: Figure, places: list[Figure]) -> str:
    """Return where a figure stands, with its number where the line alone does not say."""
    place = f"{figure.document}:{figure.line}"
    beside = [one for one in places if (one.document, one.line) == (figure.document, figure.line)]
    return place if len(beside) == 1 else f"{place}:{figure.point.low / figure.factor:g}"
