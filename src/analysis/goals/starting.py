"""What a target is compared with: where the year ended, its pace, and the longer yardsticks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.amount import Amount, Given
from analysis.data import Figure, edition
from analysis.goals import kinds
from analysis.goals.record import (
    STARTS,
    Record,
    Start,
    agreed,
    alike,
    first_year,
    last_year,
    place,
    settled,
    span,
)

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


@dataclass(frozen=True)
class Standing:
    """Where a target stands at the end of a year.

    ``start`` is the outturn in the target's unit (of growth, in its own), ``figures`` what it
    rests on, ``kind`` how far it is of the same thing; ``differing`` prints it differently;
    ``also`` stands beside it. ``claimed`` is the pace that reports claim of the years to this one;
    ``pace`` the year's own, or the claimed one where that is not printed; ``two_years`` that of
    the last two; ``others`` are all yardsticks but ``pace``. ``so_far`` is what the years of the
    target that are gone brought: of a sum the amount, of growth the factor. What is not printed
    is ``None``.
    """

    start: Amount | None = None
    figures: tuple[Figure, ...] = ()
    kind: str = ""
    differing: tuple[Figure, ...] = ()
    also: tuple[Figure, ...] = ()
    pace: Pace | None = None
    claimed: Pace | None = None
    two_years: Pace | None = None
    others: tuple[Pace, ...] = ()
    so_far: Amount | None = None


def standing(record: Record, goal: Figure, kind: str, year: int) -> Standing:
    """Return where ``goal``, of a kind of ``kinds``, stands at the end of ``year``.

    By the target's own indicator, unless ``starts.csv`` names another. Raises ``AmbiguousFigure``
    where documents leave open which figure it is, and ``ValueError`` where a start of
    ``starts.csv`` cannot be counted in the target's unit.
    """
    found = _standing(record, goal, kind, year)
    if kind == kinds.GROWTH:
        return replace(found, so_far=_grown(record, goal, year))
    if kind in kinds.AMOUNTS:
        return replace(found, so_far=_done(record, goal, kind, year))
    return found


def _standing(record: Record, goal: Figure, kind: str, year: int) -> Standing:
    rows = _shifted(record, goal, year)
    also = tuple(one.figure for one in rows if one.role == "also")
    paces = _named_paces(goal, rows)
    if any(one.role == "start" for one in record.starts.get(place(goal), [])):
        named = [one for one in rows if one.role in ("start", "add", "times", "over")]
        found = _named(goal, kind, named)
        like = [one.figure for one in named if one.role == "start"]
    else:
        found, like = Standing(), [goal]
        if own := _own(record, goal, kind, year):
            figure, differing = settled(own, goal.document)
            known = "" if figure.bound in "=~" else "bound"
            found = Standing(_in_unit_of(goal, kind, figure), (figure,), known, differing)
    if kind in kinds.AMOUNTS:
        return replace(_amounts(record, goal, found, like, year), also=also)
    claimed = _claimed(record, goal, like, year)
    pace = paces[0] if paces else _own_pace(record, goal, kind, year, like=like, found=found)
    two_years = _two_years(record, like, year)
    others = (*paces[1:], *(one for one in (claimed, two_years) if one is not None))
    return replace(
        found,
        also=also,
        pace=pace or claimed,
        claimed=claimed,
        two_years=two_years,
        others=others,
    )


def _shifted(record: Record, goal: Figure, year: int) -> list[Start]:
    """Return the starts of a target as they are at the end of ``year``.

    ``starts.csv`` names figures of one year; those of another are the same things a year on.
    """
    rows = record.starts.get(place(goal), [])
    if not rows:
        return []
    by = year - max(last_year(one.figure.period) for one in rows)
    if not by:
        return rows
    moved = []
    for row in rows:
        period = re.sub(r"\d{4}(?=$|/|-)", lambda of: str(int(of[0]) + by), row.figure.period)
        found = [
            one
            for one in record.of(row.figure)
            if (one.period, one.measure) == (period, row.figure.measure)
        ]
        if found:
            moved.append(replace(row, figure=settled(found, row.figure.document)[0]))
    return moved


def _own(record: Record, goal: Figure, kind: str, year: int) -> list[Figure]:
    """Return the outturns of a year by the target's own indicator."""
    measure = goal.measure if goal.measure in ("share", "rank", "completion") else "level"
    # A sum is done within the year: what stands at its end is no part of it.
    periods = (str(year),) if kind in kinds.AMOUNTS else edition.periods(year)
    found = [one for one in record.of(goal) if one.measure == measure and one.period in periods]
    return found if kind == kinds.GROWTH else alike(found, goal)


def _in_unit_of(goal: Figure, kind: str, figure: Figure) -> Figure:
    if kind == kinds.GROWTH:
        return figure
    _check(goal, figure)
    return figure.in_unit(goal.unit, goal.factor)


def _check(goal: Figure, amount: Amount) -> None:
    if amount.base != goal.base:
        raise ValueError(
            f"{STARTS}: {goal.document}, line {goal.line}, {goal.indicator} is in {goal.unit}, "
            f"its start in {amount.unit or 'a plain ratio'}: name one of its kind, or what to "
            "multiply or divide it by"
        )


def _named(goal: Figure, kind: str, rows: list[Start]) -> Standing:
    """Put together the start that ``starts.csv`` names."""
    if not rows:
        return Standing()
    figures = tuple(one.figure for one in rows)
    if kind == kinds.GROWTH:
        return Standing(figures[0], figures, rows[0].kind)
    return Standing(_composed(goal, rows), figures, rows[0].kind)


def _named_paces(goal: Figure, rows: list[Start]) -> list[Pace]:
    """Return the paces that ``starts.csv`` names, the first of them worked out from its factors."""
    found = []
    for row in rows:
        if row.role != "pace":
            continue
        one = row.figure
        if one.measure in kinds.RATES:
            real = one.measure == "growth_real"
            found.append(Pace(a_year(one), GROWN, (one,), real, row.kind))
            continue
        beside = [] if found else [one for one in rows if one.role in ("pace_times", "pace_over")]
        parts = [replace(one, role=one.role.removeprefix("pace_")) for one in beside]
        added = _composed(goal, [replace(row, role="start"), *parts])
        years = span(one.period)
        if years > 1:
            added = (added / years).to(goal.unit, goal.factor)
        figures = (one, *(part.figure for part in parts))
        found.append(Pace(added, ADDED, figures, kind=row.kind))
    return found


def _composed(goal: Figure, rows: list[Start]) -> Amount:
    """Return what the rows make together, in the unit of the target.

    Figures of one kind are added as they are. Where one is multiplied or divided by another, all
    are taken as numbers of base units, as the descriptor says.
    """
    total: Amount = rows[0].figure
    for row in rows[1:]:
        if row.role == "add":
            total = total + row.figure
    factors = [one for one in rows if one.role in ("times", "over")]
    if not factors and rows[0].factor == 1:
        _check(goal, total)
        if isinstance(total, Figure):
            return total.in_unit(goal.unit, goal.factor)
        return total.to(goal.unit, goal.factor)
    number = _number(total) * rows[0].factor
    for row in factors:
        other = _number(row.figure)
        number = number * other if row.role == "times" else number / other
    base = Given(goal.base, 1.0, goal.base, "=", 1.0) if goal.base else _BASES[goal.unit]
    return (number * base).to(goal.unit, goal.factor)


# The base units of ratios, as the tables have them: a rate of 37 percent is 37 of them.
_BASES = {unit: Given("", 1.0, "", "=", 0.01) for unit in ("%", "倍", "个百分点")} | {
    "‰": Given("", 1.0, "", "=", 0.001)
}


def _number(amount: Amount) -> Amount:
    """Return how many base units an amount is, as a plain number."""
    one = Given(amount.base, 1.0, amount.base, "=", 1.0) if amount.base else _BASES[amount.unit]
    return amount / one


def _amounts(
    record: Record,
    goal: Figure,
    found: Standing,
    like: Iterable[Figure],
    year: int,
) -> Standing:
    """Return the standing of a sum or an amount a year: what one year did is its pace."""
    done = before = None
    if found.start is not None:
        years = span(found.figures[0].period)
        each = found.start if years == 1 else found.start / years
        pace = Pace(each, ADDED, found.figures, kind=found.kind)
        done, before = (pace, None) if years == 1 else (None, pace)
    if before is None:
        sums = [
            one
            for thing in like
            for one in alike(record.of(thing), goal)
            if one.measure in ("level", "per_year")
            and span(one.period) > 1
            and last_year(one.period) == year
        ]
        longest = max((span(one.period) for one in sums), default=0)
        if sums := [one for one in sums if span(one.period) == longest]:
            one, _ = settled(sums, goal.document)
            mean = one if one.measure == "per_year" else one / longest
            before = Pace(mean.to(goal.unit, goal.factor), ADDED, (one,), kind=found.kind)
    others = (before,) if before is not None else ()
    return replace(found, pace=done or before, claimed=before, others=others)


def _own_pace(
    record: Record, goal: Figure, kind: str, year: int, *, like: list[Figure], found: Standing
) -> Pace | None:
    """Return the year's pace: growth, else the change as an amount, else that since a year ago.

    Growth at current prices comes before growth at comparable ones.
    """
    here = [
        one for thing in like for one in record.of(thing) if one.period in edition.periods(year)
    ]
    share = kind == kinds.SHARE
    if not share:
        for measure in ("growth", "growth_real"):
            if rates := [one for one in here if one.measure == measure and not one.base]:
                one, _ = settled(rates, goal.document)
                return Pace(one, GROWN, (one,), measure == "growth_real", found.kind)
        if kind == kinds.GROWTH:
            return None
    measures = ("share_change", "change") if share else ("change",)
    if moved := [one for one in alike(here, goal) if one.measure in measures]:
        one, _ = settled(moved, goal.document)
        return Pace(one.in_unit(goal.unit, goal.factor), ADDED, (one,), kind=found.kind)
    if (start := found.start) is None or found.kind or len(found.figures) != 1:
        return None
    own = found.figures[0]
    earlier = [
        one
        for one in alike(record.of(own), goal)
        if one.measure == own.measure and one.period in edition.periods(year - 1)
    ]
    if not earlier:
        return None
    one, _ = settled(earlier, own.document)
    return Pace(start - one.in_unit(goal.unit, goal.factor), ADDED, (own, one))


def _claimed(record: Record, goal: Figure, like: list[Figure], year: int) -> Pace | None:
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
    return _a_year(agreed(found))


def _a_year(one: Figure) -> Pace:
    return Pace(a_year(one), GROWN, (one,), one.measure == "growth_real")


def outturn(goal: Figure, kind: str, at: Standing, year: int) -> tuple[Amount | None, str]:
    """Return what a target came to by the end of ``year``, and how far that is the same thing.

    In the target's unit: of growth in percent a year, of a sum what was done so far, of an amount
    a year the mean of the years so far, of everything else the outturn. ``None`` where it is not
    printed.
    """
    if kind == kinds.GROWTH:
        if at.so_far is None:
            return None, ""
        return percent_a_year(at.so_far, year - base_year(goal)), ""
    if kind == kinds.SUM:
        return at.so_far, at.kind
    if kind == kinds.PER_YEAR:
        years = year - first_year(goal.period) + 1
        return (None if at.so_far is None else at.so_far / years), at.kind
    return at.start, at.kind


def begins_anew(kind: str, goal: Figure, at: Standing, years: int) -> bool:
    """Tell an amount for next year that begins anew: a count whose growth nobody prints.

    What grows from year to year (sales, livestock) is printed with its growth; what stands at the
    end of a year is dated.
    """
    return (
        kind == kinds.LEVEL
        and years == 1
        and at.start is not None
        and at.pace is None
        and all(one.period.isdigit() for one in at.figures)
        and goal.dimension != "money"
    )


def base_year(growth: Figure) -> int:
    """Return the year from whose end a target of growth grows."""
    return first_year(growth.period) - (
        1 if growth.measure == "growth_pa" or "/" not in growth.period else 0
    )


def _grown(record: Record, goal: Figure, year: int) -> Amount | None:
    """Return the factor by which a thing grew in the years of a target that are gone.

    By the growth of each year; where one is not printed, by its levels.
    """
    first = base_year(goal)
    if year <= first:
        return None
    here = record.of(goal)
    for measure in ("growth", "growth_real"):
        rates = [
            [one for one in here if one.measure == measure and one.period == str(of)]
            for of in range(first + 1, year + 1)
        ]
        if all(rates):
            factor: Amount = Given("", 1.0, "", "=", 1.0)
            for some in rates:
                factor = factor * (1 + settled(some, goal.document)[0].to(""))
            return factor
    start, now = (_standing(record, goal, kinds.GROWTH, of).start for of in (first, year))
    if start is None or now is None or not (start > 0 and now > 0):
        return None
    return now / start


def _done(record: Record, goal: Figure, kind: str, year: int) -> Amount | None:
    """Return what the years of a target that are gone brought of its sum.

    With what ``starts.csv`` names as done before its first year.
    """
    early: Amount | None = None
    for row in record.starts.get(place(goal), []):
        if row.role == "done" and last_year(row.figure.period) <= year:
            figure = _in_unit_of(goal, kind, row.figure)
            early = figure if early is None else early + figure
    gone = range(first_year(goal.period), min(year, last_year(goal.period)) + 1)
    if not gone:
        return early
    whole = [
        one
        for one in alike(record.of(goal), goal)
        if one.measure == "level" and one.period == f"{gone[0]}/{gone[-1]}"
    ]
    if whole and len(gone) > 1:
        return settled(whole, goal.document)[0]
    total = early
    for of in gone:
        at = _standing(record, goal, kind, of)
        if at.start is None or span(at.figures[0].period) > 1:
            return None
        total = at.start if total is None else total + at.start
    return total


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


def percent_a_year(times: Amount, years: float) -> Amount:
    """Return the percent a year by which something becomes ``times`` as much in ``years``.

    The compound annual growth rate, ``times ** (1/years) - 1``.
    """
    return (times ** (1 / years) - 1).to("%")


def _two_years(record: Record, like: list[Figure], year: int) -> Pace | None:
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
            return _a_year(settled(average, own)[0])
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
