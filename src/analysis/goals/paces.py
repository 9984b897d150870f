"""By how much a thing grew a year: in the year itself, as claimed of several, in the last two."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.amount import Amount, Given
from analysis.data import Figure, edition
from analysis.formulas.growth import percent_a_year
from analysis.goals import kinds
from analysis.goals.record import Record, agreed, alike, first_year, last_year, settled, span

GROWN, ADDED = "growth", "added"  # a pace in percent a year, or as an amount a year


@dataclass(frozen=True)
class Pace:
    """What a year brought: ``amount`` in percent a year (``GROWN``) or an amount (``ADDED``).

    ``real`` says that it is at comparable prices; ``figures`` are what it is worked out from,
    ``kind`` how far they are of the same thing.
    """

    amount: Amount
    way: str
    figures: tuple[Figure, ...]
    real: bool = False
    kind: str = ""


def own(
    record: Record,
    goal: Figure,
    kind: str,
    year: int,
    *,
    like: list[Figure],
    start: Amount | None,
    rests_on: tuple[Figure, ...],
    scope: str,
) -> Pace | None:
    """Return the year's pace: growth, else the change as an amount, else that since a year ago.

    ``start`` is where the target stands, worked out from ``rests_on``, ``scope`` how far that is
    of the same thing. Growth at current prices comes before growth at comparable ones.
    """
    here = [
        one for thing in like for one in record.of(thing) if one.period in edition.periods(year)
    ]
    share = kind == kinds.SHARE
    if not share:
        for measure in ("growth", "growth_real"):
            if rates := [one for one in here if one.measure == measure and not one.base]:
                one, _ = settled(rates, goal.document)
                return Pace(one, GROWN, (one,), measure == "growth_real", scope)
        if kind == kinds.GROWTH:
            return None
    measures = ("share_change", "change") if share else ("change",)
    if moved := [one for one in alike(here, goal) if one.measure in measures]:
        one, _ = settled(moved, goal.document)
        return Pace(one.in_unit(goal.unit, goal.factor), ADDED, (one,), kind=scope)
    if start is None or scope or len(rests_on) != 1:
        return None
    now = rests_on[0]
    earlier = [
        one
        for one in alike(record.of(now), goal)
        if one.measure == now.measure and one.period in edition.periods(year - 1)
    ]
    if not earlier:
        return None
    one, _ = settled(earlier, now.document)
    return Pace(start - one.in_unit(goal.unit, goal.factor), ADDED, (now, one))


def claimed(record: Record, goal: Figure, like: list[Figure], year: int) -> Pace | None:
    """Return the growth a year that reports claim of the years to ``year``.

    The target's own document is followed; others only where they agree.
    """
    found = [
        one
        for thing in like
        for one in record.of(thing, "outturn", "forecast")
        if one.measure in kinds.RATES
        and not one.base
        and "/" in one.period
        and last_year(one.period) == year
        and span(one.period) > 3
    ]
    own = [one for one in found if one.document == goal.document]
    found = own or found
    if not found or not all(one.agrees(other) for one in found for other in found):
        return None
    return stated(agreed(found))


def two_years(record: Record, like: list[Figure], year: int) -> Pace | None:
    """Return the growth a year over the last two years, where it can be worked out.

    From a printed two-year average, from the growth of both years, or from two levels.
    """
    for thing in like:
        had = record.of(thing)
        own = thing.document
        average = [
            one for one in had if one.measure == "growth_pa" and one.period == f"{year - 1}/{year}"
        ]
        if average:
            return stated(settled(average, own)[0])
        for measure in ("growth", "growth_real"):
            rates = [
                [one for one in had if one.measure == measure and one.period == str(of)]
                for of in (year - 1, year)
            ]
            if all(rates):
                first, last = (settled(some, own)[0] for some in rates)
                grown = (1 + first.to("")) * (1 + last.to(""))
                real = measure == "growth_real"
                return Pace(percent_a_year(grown, 2), GROWN, (first, last), real)
        levels = [
            [one for one in had if one.measure == "level" and one.period in edition.periods(of)]
            for of in (year - 2, year)
        ]
        if all(levels):
            first, last = (settled(some, own)[0] for some in levels)
            if first.base == last.base and first > 0 and last > 0:
                return Pace(percent_a_year(last / first, 2), GROWN, (first, last))
    return None


def stated(one: Figure) -> Pace:
    """Return the pace that a printed growth is."""
    return Pace(a_year(one), GROWN, (one,), one.measure == "growth_real")


def a_year(growth: Figure) -> Amount:
    """Return in percent a year what a growth over its period comes to.

    Growth over an interval is from its first year to its last: 2016/2021 has five. A number of
    doublings is spread likewise. Raises ``ValueError`` for a growth of -100 percent or less.
    """
    if growth.measure == "growth_pa":
        return growth
    years = max(1, last_year(growth.period) - first_year(growth.period))
    if growth.unit == "番":
        return percent_a_year(Given("", 1.0, "", growth.bound, 2.0**growth.value), years)
    if years == 1:
        return growth
    return percent_a_year(1 + growth.to(""), years)
