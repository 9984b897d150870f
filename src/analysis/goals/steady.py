"""The steady path to a goal: where it has to stand at the end of each year on the way."""

from __future__ import annotations

import math

from analysis.amount import Amount, Given
from analysis.data import Figure
from analysis.goals import kinds
from analysis.goals.judging import exactly
from analysis.goals.record import last_year, span

DIGITS = 4  # of a level to be watched for
_OF_A_RATIO = 1e-4  # a hundredth of a percent
_WHOLE = ("count", "persons", "animals", "time in days", "person-times")


def steady(
    goal: Figure, kind: str, start: Amount | None, first: int, *, evenly: bool = False
) -> dict[int, Amount]:
    """Return where a goal of a kind of ``kinds`` has to stand at the end of each year, by year.

    From ``start`` at the end of the year ``first`` to the goal's own year, both included:

    - a level grows alike each year, ``start * (goal / start) ** (gone / years)``;
    - a share, a completion, a level that starts from nothing, and every level with ``evenly``,
      gain the same each year,
      ``start + (goal - start) * gone / years``;
    - a sum is done in equal parts, ``goal * gone / years``, whatever came before.

    In the goal's unit. Empty where there is no way to go: for a goal of another kind, one without
    a start, and one that ``start`` reaches already.
    """
    end = last_year(goal.period)
    years = end - first
    target = exactly(goal)
    if kind == kinds.SUM:
        parts = span(goal.period)
        return {end - parts + gone: target * (gone / parts) for gone in range(parts + 1)}
    if years < 1 or start is None or kind not in (kinds.LEVEL, kinds.SHARE, kinds.COMPLETION):
        return {}
    start = start.to(goal.unit, goal.factor)
    if start.value >= goal.value:
        return {}
    gone = {first + one: one / years for one in range(years + 1)}
    if kind == kinds.LEVEL and start > 0 and not evenly:
        return {year: start * (target / start) ** part for year, part in gone.items()}
    return {year: start + (target - start) * part for year, part in gone.items()}


def at_least(needed: Amount, dimension: str) -> Given:
    """Return the least number of ``DIGITS`` digits that does not fall short of an amount.

    Of a ratio it has two decimals of a percent; of what ``dimension`` says is counted it is whole.
    """
    size = needed.value * needed.factor
    step = _OF_A_RATIO
    if needed.base:
        step = 10.0 ** (math.floor(math.log10(size)) + 1 - DIGITS) if size > 0 else 1.0
        step = max(step, 1.0) if dimension in _WHOLE else step
    # What a change of units leaves behind a number's twelfth digit is no part of it.
    number = math.ceil(round(size / step, 6)) * step
    return Given(needed.unit, needed.factor, needed.base, "=", round(number / needed.factor, 12))
