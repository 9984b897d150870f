"""What kind of target a target is: that decides by what it is judged."""

from __future__ import annotations

from analysis.data import Figure
from analysis.goals.record import span

LEVEL, SUM, PER_YEAR, SHARE = "level", "sum", "per_year", "share"
CEILING, RANK, TIME = "ceiling", "rank", "time"
GROWTH, YES_NO, COMPLETION = "growth", "yes-no", "completion"
KINDS = (LEVEL, SUM, PER_YEAR, SHARE, CEILING, RANK, TIME, GROWTH, YES_NO, COMPLETION)

LIMITS = (CEILING, RANK, TIME)  # reached from above
AMOUNTS = (SUM, PER_YEAR)  # work done in a year, which begins anew with the next
RATES = ("growth", "growth_pa", "growth_real")
WAITING = ("working days", "time in days", "time in months", "time in minutes")
# How the dictionary names what is done in a year and counted from nothing in the next.
WORK = ("new", "started", "signed", "completed", "built", "renovated", "cleared", "settled", "year")


def kind(goal: Figure) -> str:
    """Return the kind of a target, one of ``KINDS``.

    A target of none is a ceiling, and so is a time to wait. A level of several years together is
    a sum; of one year, when its indicator names work done (``school_places.new``).
    """
    if goal.dimension == "yes or no":
        return YES_NO
    if goal.measure in RATES:
        return GROWTH
    if goal.measure in ("completion", "per_year"):
        return goal.measure
    if goal.dimension == "rank":
        return RANK
    if goal.dimension in WAITING and goal.bound != ">=":
        return TIME
    if goal.bound == "<=" or not goal.value:
        return CEILING
    if goal.measure == "share" or goal.dimension in ("ratio", "rate per thousand"):
        return SHARE
    worked = goal.indicator.replace(".", "_").split("_")[-1] in WORK
    return SUM if span(goal.period) > 1 or worked else LEVEL
