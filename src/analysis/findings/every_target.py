"""Who can check a target, when, and with what."""

from __future__ import annotations

import pandas as pd

from analysis.goals import judging, once
from analysis.goals.record import last_year

OWN, OTHER, YES_NO, NOTHING = "own figure", "other figure", "yes or no", "nothing printed"
WAYS = (OWN, OTHER, YES_NO, NOTHING)


def ways(targets: pd.DataFrame) -> pd.Series:
    """Return by what each row of ``goals.assess`` can be checked: one of ``WAYS``.

    By the thing's ``own figure``, where the yearbook prints it for the base year under its own
    name or another; by an ``other figure`` that is a part of it, a bound, wider, or moves with
    it; by ``yes or no``; or by ``nothing printed``. That a figure is printed once is no promise
    that it will be again.
    """
    kind = targets["start_kind"].where(targets["start_kind"].ne(""), targets["pace_kind"])
    # A growth that is printed of a thing does not tell the amount that a target names.
    without = targets["reason"].map(lambda one: one.key).isin(judging.NOTHING)
    has = ~without & (targets["baseline"].notna() | targets["pace"].notna())
    found = pd.Series(NOTHING, index=targets.index)
    found[has & kind.isin(("", "same"))] = OWN
    found[has & ~kind.isin(("", "same"))] = OTHER
    found[targets["verdict"] == "yes-no"] = YES_NO
    return found


def checkable(targets: pd.DataFrame) -> pd.DataFrame:
    """Return how many targets can be checked, by what and for which year.

    Indexed by ``WAYS``, a column for each last year of a target; each target counts once.
    """
    kept = once(targets)
    ends = kept["period"].map(last_year)
    counts = pd.crosstab(ways(kept), ends)
    return counts.reindex(WAYS, fill_value=0).rename_axis(index="way", columns="year")
