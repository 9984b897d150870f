"""The few findings that the front page opens with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import nan

import pandas as pd

from analysis import goals
from analysis.amount import Amount, fraction, percent
from analysis.audit import FAILS, Check
from analysis.data import Figure, edition
from analysis.goals import judging


@dataclass(frozen=True)
class Aim:
    """One goal for a level: growth a year as ``stated`` beside it, as it ``needs``, as it ``came``.

    All in percent; ``came`` is the growth of the base year, real where ``real`` says so.
    """

    indicator: str
    goal: Figure
    stated: Figure
    needs: Amount
    came: Figure
    real: bool

    @property
    def prices(self) -> Amount:
        """What prices must rise a year, in percent, if the rest grows as stated, without them.

        ``(1 + needs) / (1 + stated) - 1``, the stated growth taken as the number it states.
        """
        stated = fraction(judging.exactly(self.stated))
        prices: Amount = percent((1 + fraction(self.needs)) / (1 + stated) - 1)
        return prices


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
    needs = percent((judging.exactly(row.goal) / start) ** (1 / years) - 1)
    return Aim(indicator, row.goal, rates[0], needs, came, row.pace_measure == "growth_real")


def paces(aims: Mapping[str, Aim]) -> pd.DataFrame:
    """Return growth as it came, as it is asked for and as it is needed, a row a name, in percent.

    Where what came leaves price changes out and the goal does not, the name has two rows: at steady
    prices, and at rising prices, with ``NaN`` for what is of the other kind.
    """
    rows = {}
    for name, aim in aims.items():
        known = (aim.came.value, aim.stated.value)
        if aim.real:
            rows[f"{name} at steady prices"] = (*known, nan)
            rows[f"{name} at rising prices"] = (nan, nan, aim.needs.value)
        else:
            rows[name] = (*known, aim.needs.value)
    columns = [f"Growth in {edition.year()}", "Asked for, at least", "Needed for the amount"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns)


def touched(checks: Iterable[Check], figures: Iterable[Figure]) -> int:
    """Return how many failing checks weigh one of the figures."""
    rests = {(one.document, one.line, one.indicator, one.measure) for one in figures}
    return sum(
        any((one.document, one.line, one.indicator, one.measure) in rests for one in check.figures)
        for check in checks
        if check.weighed.verdict == FAILS
    )
