"""What the goals five years ahead ask for together, in work a year, and of one another.

A goal is taken as the number it states. The yearbook prints no investment of its year; the plan for
the next does, with its growth, and so names the level that it grows from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.amount import Amount, fraction, total
from analysis.data import Figure, edition
from analysis.goals import once
from analysis.goals.judging import exactly

# What the page opens with: role of the report, indicator and measure of each goal. Where the two
# reports set different numbers it is the Government's, the later one.
HEADLINES = (
    ("party report", "gdp", "level"),
    ("party report", "industry_value_added", "level"),
    ("party report", "urban_income", "level"),
    ("party report", "rural_income", "level"),
    ("party report", "fixed_investment", "growth_pa"),
    ("government report", "budget_revenue", "growth_pa"),
    ("party report", "retail_sales", "level"),
    ("party report", "tourism.visitors", "level"),
    ("party report", "livestock.raised", "level"),
    ("government report", "solar_capacity.new", "level"),
    ("government report", "rural_housing.renovated", "level"),
    ("government report", "school_places.new", "level"),
    ("government report", "city_resident_population", "level"),
    ("government report", "voluntary_tree_planting", "level"),
    ("government report", "good_air_days", "level"),
    ("party report", "designation.civilised_city", "level"),
)
FAR = 100  # years after which a goal is not reached in any plan


def headlines(targets: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``goals.assess`` that the page opens with, in its order.

    Raises ``KeyError`` for one that is not among ``targets``.
    """
    keys = ["document", "indicator", "measure"]
    wanted = [(edition.document(role), *rest) for role, *rest in HEADLINES]
    return once(targets).set_index(keys, drop=False).loc[wanted].reset_index(drop=True)


def set_by(goals: pd.DataFrame, targets: pd.DataFrame) -> pd.Series:
    """Return which documents set each of ``goals`` with its number, a tuple in their order.

    Both are rows of ``goals.assess``; ``targets`` those of all documents.
    """
    same = ["entity", "indicator", "period", "measure", "target"]
    documents = once(targets).groupby(same)["document"].agg(tuple)
    found = [documents[tuple(row)] for row in goals[same].to_numpy()]
    return pd.Series(found, index=goals.index)


@dataclass(frozen=True)
class Weight:
    """Investment as percent of output: ``now``, and when both have grown as is stated.

    ``at_goal`` of the output that is the goal, ``at_floor`` of what the stated growth of output
    leads to. ``investment`` and ``then`` are its levels.
    """

    investment: Amount
    then: Amount
    now: Amount
    at_goal: Amount
    at_floor: Amount


def weight(
    plan: Figure, plan_growth: Figure, output: Figure, *, goal: Figure, rates: Sequence[Figure]
) -> Weight:
    """Return what investment weighs in output if it grows as is stated.

    ``plan`` is the investment planned for the next year and ``plan_growth`` its growth:
    ``plan / (1 + plan_growth)`` is what it grows from. ``rates`` are the growth a year stated for
    investment and for output, over the years to ``goal``'s; each is taken as the number it states.
    Investment is no part of value added: goods from elsewhere, and land, are in it.
    """
    years = int(goal.period[:4]) - int(output.period[:4])
    base = exactly(plan) / (1 + fraction(exactly(plan_growth)))
    faster, slower = ((1 + fraction(exactly(rate))) ** years for rate in rates)
    then = base * faster
    return Weight(
        investment=base,
        then=then,
        now=(base / output).to("%"),
        at_goal=(then / exactly(goal)).to("%"),
        at_floor=(then / (output * slower)).to("%"),
    )


@dataclass(frozen=True)
class Rise:
    """What one part must bring of a whole's rise to its goal.

    ``share`` is its percent of the whole now, ``times`` what it is to become in multiples of
    itself, ``of_rise`` its percent of the rise.
    """

    share: Amount
    times: Amount
    of_rise: Amount


def rise(part: Figure, part_goal: Figure, whole: Figure, whole_goal: Figure) -> Rise:
    """Return what a part must bring: ``(part goal - part) / (whole goal - whole)``."""
    gained = exactly(part_goal) - part
    return Rise(
        share=(part / whole).to("%"),
        times=exactly(part_goal) / part,
        of_rise=(gained / (exactly(whole_goal) - whole)).to("%"),
    )


def together(goals: Sequence[Figure]) -> Amount:
    """Return the sum of the levels that goals state."""
    return total(exactly(one) for one in goals)


def year_reached(start: Amount, goal: Figure, rate: Figure, year: int) -> int | None:
    """Return the first year at whose end a thing that grows at ``rate`` has reached its goal.

    From ``start`` at the end of ``year``, compounded; ``None`` where ``FAR`` years do not bring
    it.
    """
    for gone in range(FAR + 1):
        if (start * (1 + fraction(exactly(rate))) ** gone).value >= exactly(goal).value:
            return year + gone
    return None


def of_before(goal: Figure, before: Figure) -> Amount:
    """Return what a sum over years to come asks for, in percent of the sum of the years before."""
    return (exactly(goal) / before).to("%")


@dataclass(frozen=True)
class Multiple:
    """A goal stated as a level and as doublings of what it starts from.

    ``meant`` is the level from which the doublings lead to the goal, ``multiple`` their multiple
    and ``leads_to`` what they make of the outturn.
    """

    meant: Amount
    multiple: float
    leads_to: Amount


def multiple(goal: Figure, doublings: Figure, outturn: Figure) -> Multiple:
    """Return whether a level and doublings fit each other and the outturn.

    ``meant = goal / 2 ** doublings``.
    """
    times = 2.0**doublings.value
    meant = (exactly(goal) / times).to(outturn.unit, outturn.factor)
    return Multiple(meant, times, outturn * times)


def mixed(whole: Amount, one: Amount, other: Amount) -> Amount:
    """Return the percent of a whole, before it grew, that ``one`` of its two parts was.

    The whole's growth is the mean of both, weighed by what they were:
    ``(whole - other) / (one - other)``. Raises ``ValueError`` where both grew alike.
    """
    if one.value == other.value:
        raise ValueError("two parts that grow alike do not tell how large each is")
    return ((whole - other) / (one - other)).to("%")


def yardsticks(targets: pd.DataFrame) -> pd.DataFrame:
    """Return the goals whose verdict another yardstick than the year's pace would turn.

    A row a thing and measure: columns of ``goals.assess``, and ``asks`` what the goal needs,
    in the unit of its pace.
    """
    kept = once(targets)
    kept = kept[kept["flips"].astype(bool)]
    kept = kept.assign(asks=kept["asked_a_year"].fillna(kept["required_growth"]))
    return kept.drop_duplicates(["entity", "indicator", "measure", "target"]).reset_index(drop=True)
