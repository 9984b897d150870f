"""The few findings that the front page opens with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import goals
from analysis.amount import Amount, Given, percent
from analysis.data import Figure


@dataclass(frozen=True)
class Aim:
    """One goal for a level: growth a year as ``stated`` beside it, as it ``needs``, as it ``came``.

    All in percent; ``came`` is the growth of the base year, real where ``real`` says so.
    """

    indicator: str
    goal: Figure
    stated: Amount
    needs: Amount
    came: Figure
    real: bool


def aims(indicators: Sequence[str], document: str, period: str) -> list[Aim]:
    """Return goals of one document that state a level and a growth, in the order asked.

    ``needs`` is the compound annual growth rate from the outturn of the base year. Raises
    ``ValueError`` for an indicator without exactly one such goal, or without growth printed.
    """
    table = goals.assess()
    return [_aim(table, one, document, period) for one in indicators]


def _aim(table: pd.DataFrame, indicator: str, document: str, period: str) -> Aim:
    wanted = {"indicator": indicator, "document": document, "period": period, "kind": "level"}
    found = table
    for column, value in wanted.items():
        found = found[found[column] == value]
    if len(found) != 1:
        raise ValueError(f"{document} has {len(found)} goals for {indicator} in {period}, not one")
    row = next(found.itertuples())
    rates = [
        one.goal
        for one in table.itertuples()
        if (one.indicator, one.document, one.kind) == (indicator, document, "growth")
        and one.period.endswith(period)
    ]
    if len(rates) != 1:
        raise ValueError(f"{document} states {len(rates)} growth rates for {indicator}, not one")
    start: Figure = row.start
    years = int(period) - int(start.period[:4])
    came = start.by(str(row.pace_measure))
    # A goal is the number that it states, without a rounding.
    goal = Given(row.goal.unit, row.goal.factor, row.goal.base, row.goal.bound, row.goal.value)
    needs = percent((goal / start) ** (1 / years) - 1)
    return Aim(indicator, row.goal, rates[0], needs, came, row.pace_measure == "growth_real")
