"""What can be said of one target, once its baseline and its pace are known.

A target is a threshold: the number it states, exactly. The outturn and its growth are intervals,
and a verdict is given only where all of the interval lies on one side.
"""

from __future__ import annotations

from analysis.formulas import growth
from analysis.goals import baseline
from analysis.printed import Interval

MET = "already met"
WITHIN = "at or below the 2021 pace"
ABOVE = "above the 2021 pace"
OPEN = "not assessable"

Verdict = tuple[str, str, float | None]  # the verdict, why, and the growth a year that it needs


def decide(target, base, pace, before, base_year: int) -> Verdict:
    """Return verdict, reason and required growth of one target.

    ``target``, ``base`` (its outturn), ``pace`` (the outturn's growth) and ``before`` (the sum of
    as many years before) are observations as ``DataFrame.itertuples`` gives them; the last three
    may be ``None``.
    """
    if baseline.years_to(target.period, base_year) <= 0:
        return OPEN, f"Its year is not after {base_year}.", None
    if target.measure in ("growth_pa", "growth"):
        return _of_growth(target, pace, base_year)
    over_years = "/" in target.period and target.bound != "<=" and target.base_value
    if target.measure == "per_year" or (over_years and target.measure == "level"):
        return _of_years(target, base, before, base_year)
    return _of_level(target, base, pace, base_year)


def _of_growth(target, pace, base_year: int) -> Verdict:
    rate = baseline.annual_rate(target)
    if pace is None:
        return OPEN, f"No growth of {base_year} is printed to compare it with.", rate
    return (*_compare(Interval(rate, rate), pace, base_year), rate)


def _of_level(target, base, pace, base_year: int) -> Verdict:
    if base is None:
        return OPEN, f"The yearbook prints no outturn of {base_year} for it.", None
    years = baseline.years_to(target.period, base_year)
    start, goal = baseline.interval(base), target.base_value
    needed = None
    if start.low > 0 and goal > 0:
        needed = growth.required_growth(start, goal, years)
    middle = growth.required_growth(base.base_value, goal, years) if needed else None
    if _reached(start, base.base_value, target):
        percent = f"{100 * goal / base.base_value:.0f}%" if base.base_value else ""
        share = f" The goal is {percent} of it." if percent else ""
        return MET, f"The outturn of {base_year} satisfies it.{share}", middle
    if start.low <= goal <= start.high:
        return OPEN, "Rounding of the outturn leaves open whether it is met.", None
    if target.dimension in ("ratio", "rate per thousand", "rank"):
        return (
            OPEN,
            f"A rate not reached in {base_year}: a pace of growth says nothing of it.",
            None,
        )
    if target.bound == "<=" or not goal:
        return (
            OPEN,
            f"A ceiling not kept in {base_year}: a pace of growth says nothing of it.",
            None,
        )
    if needed is None:
        return OPEN, "A rate of growth needs positive levels.", None
    if pace is None:
        said = f"It needs {middle:.1f}% a year; no growth of {base_year} is printed to compare."
        return OPEN, said, middle
    return (*_compare(needed, pace, base_year), middle)


def _of_years(target, base, before, base_year: int) -> Verdict:
    """Decide on a sum over years, or on an amount a year, by the amount of one year."""
    first, _, last = target.period.partition("/")
    spread = 1 if target.measure == "per_year" else int(last) - int(first) + 1
    if base is None or not base.base_value or base.period != str(base_year):
        if target.measure == "per_year":
            return OPEN, f"The yearbook prints no amount of {base_year} for it.", None
        if before is None:
            return OPEN, "A sum over years; the yearbook prints none for the years before.", None
        share = 100 * target.base_value / before.base_value
        years = before.period.replace("/", " to ")
        said = f"A sum over years: {share:.0f}% of that of {years}. No pace is printed for it."
        return OPEN, said, None
    each, start = target.base_value / spread, baseline.interval(base)
    said = (
        f"It asks for {100 * each / base.base_value:.0f}% of the amount of {base_year} each year."
    )
    if each <= start.low:
        return WITHIN, said, None
    if each > start.high:
        return ABOVE, said, None
    return OPEN, said + " Rounding leaves open whether that is more.", None


def _compare(required: Interval, pace, base_year: int) -> tuple[str, str]:
    known = baseline.interval(pace)
    kind = "in real terms" if pace.measure == "growth_real" else "at current prices or in quantity"
    said = f"{base_year} brought {pace.base_value:g}% {kind}."
    if required.high <= known.low or required.low == required.high == pace.base_value:
        return WITHIN, said
    if required.low > known.high:
        return ABOVE, said
    return OPEN, f"{said} Rounding leaves open which of the two is higher."


def _reached(start: Interval, value: float, target) -> bool:
    """Tell whether an outturn satisfies a target.

    An outturn printed as the very number of the target does: a rounding that could put it on the
    other side would doubt what both print.
    """
    goal = target.base_value
    if abs(value - goal) <= 1e-9 * abs(goal):
        return True
    return start.high <= goal if _is_ceiling(target) else start.low >= goal


def _is_ceiling(target) -> bool:
    """Tell a goal that is reached from above: a stated ceiling, none at all, or a time to wait."""
    waiting = target.bound == "=" and target.dimension in ("working days", "time in days")
    return target.bound == "<=" or not target.base_value or waiting
