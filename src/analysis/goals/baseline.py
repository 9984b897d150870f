"""What a target is compared with: the outturn, its pace, and the goals stated beside it.

Observations come as rows of ``data.observations().itertuples()``: a target has few of them, and
lists of rows are searched much faster than tables.
"""

from __future__ import annotations

from analysis import data
from analysis.formulas import growth
from analysis.printed import Interval

YEAR = 2021

# Where documents give the same outturn differently, the statistics bureau's communique is
# followed, which is the latest; the others are named in the reason.
FIRST = "communique"


def outturn(own: list, target, base_year: int) -> tuple:
    """Return the outturn of the base year, and a sentence when other documents differ.

    ``own`` holds the outturns of the target's indicator and entity. A goal of growth is measured
    from a level, every other from an outturn of its own kind and unit. Returns ``None`` and no
    sentence where nothing is printed.
    """
    measure = "share" if target.measure == "share" else "level"
    ends = (str(base_year), f"{base_year}-12-31")
    found = [row for row in own if row.measure == measure and row.period in ends]
    if target.measure not in ("growth", "growth_pa"):
        found = [row for row in found if row.base_unit == target.base_unit]
    if not found:
        return None, ""
    found.sort(key=lambda row: (row.document != FIRST, interval(row).width, row.line))
    kept = interval(found[0])
    other = [
        f"{row.document} prints {row.value:g} {row.unit}"
        for row in found
        if not interval(row).overlaps(kept)
    ]
    return found[0], f" Differently, {'; '.join(dict.fromkeys(other))}." if other else ""


def pace(own: list, base_year: int):
    """Return the growth of the base year: nominal where it is printed, else real, else ``None``."""
    kinds = ("growth", "growth_real")
    found = [
        row
        for row in own
        if row.measure in kinds and row.period == str(base_year) and row.dimension == "ratio"
    ]
    return min(
        found, key=lambda row: (kinds.index(row.measure), row.document != FIRST), default=None
    )


def earlier_sum(target, own: list, base_year: int):
    """Return the outturn summed over as many years before as the target's period has."""
    first, _, last = target.period.partition("/")
    if not last:
        return None
    period = f"{base_year - _year(last) + _year(first)}/{base_year}"
    found = (
        row
        for row in own
        if row.period == period and row.measure == "level" and row.base_unit == target.base_unit
    )
    return next(found, None)


def same_year(target, beside: list) -> list:
    """Return the goals for the year of ``target`` among ``beside``, its own row included.

    ``beside`` holds what one document aims at for one indicator.
    """
    return [row for row in beside if _end(row.period) == _end(target.period)]


def annual_rate(row, value: float | None = None) -> float:
    """Return the percent a year that a row of growth comes to.

    Growth over an interval, and a multiple of the start (番, doublings), are spread over its years.
    ``value`` takes the place of the row's own, in the row's unit.
    """
    value = row.value if value is None else value
    whole = (2**value - 1) * 100 if row.unit == "番" else value * scale(row)
    first, _, last = row.period.partition("/")
    years = _year(last) - _year(first) if last and row.measure == "growth" else 1
    return growth.annual(whole, years) if years > 1 else whole


def growth_goal(goals: list):
    """Return the goal of growth among goals for one thing and year, if one is stated."""
    return next((row for row in goals if row.measure in ("growth_pa", "growth")), None)


def level_goal(goals: list):
    """Return the goal of a level in a single year among goals for one thing, if one is stated."""
    return next((row for row in goals if row.measure == "level" and "/" not in row.period), None)


def stated_growth(row) -> Interval:
    """Return the growth a year that a goal of growth states, with its rounding."""
    ends = (row.value, row.value) if row.unit == "番" else (row.low, row.high)
    return Interval(*(annual_rate(row, end) for end in ends))


def interval(row) -> Interval:
    """Return what rounding leaves open of an observation, in its base unit."""
    return Interval(row.low * scale(row), row.high * scale(row))


def scale(row) -> float:
    """Return how many base units one of the observation's unit is."""
    return row.base_value / row.value if row.value else data.units().at[row.unit, "factor"]


def years_to(period: str, base_year: int) -> int:
    """Return the years from the base year to the year in which ``period`` ends."""
    return _end(period) - base_year


def _end(period: str) -> int:
    return _year(period.split("/")[-1])


def _year(date: str) -> int:
    return int(date[:4])
