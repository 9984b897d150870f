"""What the goals five years ahead ask for, a year and of one another.

A goal is taken as the number it states. The yearbook prints no investment of its year; the plan for
the next does, with its growth, and so names the level that it grows from.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.amount import Amount, fraction
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
    ("government report", "city_resident_population", "level"),
    ("government report", "good_air_days", "level"),
)
FAR = 100  # years after which a goal is not reached in any plan


def headlines(targets: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``goals.assess`` that the page opens with, in its order.

    Raises ``KeyError`` for one that is not among ``targets``.
    """
    keys = ["document", "indicator", "measure"]
    wanted = [(edition.document(role), *rest) for role, *rest in HEADLINES]
    return once(targets).set_index(keys, drop=False).loc[wanted].reset_index(drop=True)


def paces(heads: pd.DataFrame) -> pd.DataFrame:
    """Return growth in the edition's year and the growth needed, in percent a year.

    ``heads`` are rows of ``goals.assess``, the result is indexed by their indicators; what is
    asked of as an amount a year is left out. Columns ``In YEAR`` and ``Needed``, the goal itself
    where it is a growth. The widest gap comes first.
    """
    grown = heads[heads["asked_a_year"].isna()]
    came = [float(one.had.to("%").value) for one in grown["reason"]]
    columns = {f"In {edition.year()}": came, "Needed": list(grown["required_growth"])}
    table = pd.DataFrame(columns, index=list(grown["indicator"]))
    return table.loc[(table.iloc[:, 1] - table.iloc[:, 0]).sort_values(ascending=False).index]


@dataclass(frozen=True)
class Weight:
    """Investment as percent of output: ``now``, and ``at_goal`` of the output that is the goal.

    ``investment`` and ``then`` are its levels, now and when it has grown as is stated.
    """

    investment: Amount
    then: Amount
    now: Amount
    at_goal: Amount


def weight(
    plan: Figure, plan_growth: Figure, output: Figure, *, goal: Figure, rate: Figure
) -> Weight:
    """Return what investment weighs in output if it grows as is stated.

    ``plan`` is the investment planned for the next year and ``plan_growth`` its growth:
    ``plan / (1 + plan_growth)`` is what it grows from. ``rate`` is its growth a year over the
    years to ``goal``'s; each is taken as the number it states.
    Investment is no part of value added: goods from elsewhere, and land, are in it.
    """
    years = int(goal.period[:4]) - int(output.period[:4])
    base = exactly(plan) / (1 + fraction(exactly(plan_growth)))
    then = base * (1 + fraction(exactly(rate))) ** years
    return Weight(
        investment=base,
        then=then,
        now=(base / output).to("%"),
        at_goal=(then / exactly(goal)).to("%"),
    )


def year_reached(start: Amount, goal: Figure, rate: Figure, year: int) -> int | None:
    """Return the first year at whose end a thing that grows at ``rate`` has reached its goal.

    From ``start`` at the end of ``year``, compounded; ``None`` where ``FAR`` years do not bring
    it.
    """
    for gone in range(FAR + 1):
        if (start * (1 + fraction(exactly(rate))) ** gone).value >= exactly(goal).value:
            return year + gone
    return None
