"""Where a target stands at the end of a year, and the paces that it is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.amount import Amount, Given
from analysis.data import Figure, edition
from analysis.formulas.growth import percent_a_year
from analysis.goals import kinds, named, paces
from analysis.goals.record import (
    Record,
    alike,
    first_year,
    last_year,
    place,
    settled,
    span,
)


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
    pace: paces.Pace | None = None
    claimed: paces.Pace | None = None
    two_years: paces.Pace | None = None
    others: tuple[paces.Pace, ...] = ()
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
    rows = named.of_year(record, goal, year)
    also = tuple(one.figure for one in rows if one.role == "also")
    of_start = named.paces(goal, rows)
    found, own = Standing(), _own(record, goal, kind, year)
    starts = any(one.role == "start" for one in record.starts.get(place(goal), []))
    # What stands in for a thing is not needed where a later volume prints the thing itself.
    if starts and (any(one.role == "start" for one in rows) or not own):
        made_of = [one for one in rows if one.role in ("start", "add", "times", "over")]
        if made_of:
            figures = tuple(one.figure for one in made_of)
            found = Standing(named.start(goal, kind, made_of), figures, made_of[0].kind)
        like = [one.figure for one in made_of if one.role == "start"]
    else:
        like = [goal]
        if own:
            figure, differing = settled(own, goal.document)
            known = "" if figure.bound in "=~" else "bound"
            found = Standing(named.in_unit_of(goal, kind, figure), (figure,), known, differing)
    if kind in kinds.AMOUNTS:
        return replace(_amounts(record, goal, found, like, year), also=also)
    claimed = paces.claimed(record, goal, like, year)
    pace = of_start[0] if of_start else None
    if pace is None:
        pace = paces.own(
            record, goal, kind, year,
            like=like, start=found.start, rests_on=found.figures, scope=found.kind,
        )  # fmt: skip
    two_years = paces.two_years(record, like, year)
    others = (*of_start[1:], *(one for one in (claimed, two_years) if one is not None))
    return replace(
        found,
        also=also,
        pace=pace or claimed,
        claimed=claimed,
        two_years=two_years,
        others=others,
    )


def _own(record: Record, goal: Figure, kind: str, year: int) -> list[Figure]:
    """Return the outturns of a year by the target's own indicator."""
    measure = goal.measure if goal.measure in ("share", "rank", "completion") else "level"
    # A sum is done within the year: what stands at its end is no part of it.
    periods = (str(year),) if kind in kinds.AMOUNTS else edition.periods(year)
    found = [one for one in record.of(goal) if one.measure == measure and one.period in periods]
    return found if kind == kinds.GROWTH else alike(found, goal)


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
        pace = paces.Pace(each, paces.ADDED, found.figures, kind=found.kind)
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
            before = paces.Pace(
                mean.to(goal.unit, goal.factor), paces.ADDED, (one,), kind=found.kind
            )
    others = (before,) if before is not None else ()
    return replace(found, pace=done or before, claimed=before, others=others)


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
            figure = named.in_unit_of(goal, kind, row.figure)
            early = figure if early is None else early + figure
    gone = range(first_year(goal.period), min(year, last_year(goal.period)) + 1)
    if not gone:
        return early
    whole = [
        one
        for one in alike(record.of(goal), goal)
        if one.measure == "level" and one.period == f"{gone[0]}/{gone[-1]}"
    ]
    if whole:
        return settled(whole, goal.document)[0]
    total = early
    for of in gone:
        at = _standing(record, goal, kind, of)
        if at.start is None or span(at.figures[0].period) > 1:
            return None
        total = at.start if total is None else total + at.start
    return total
