"""The few findings that the front page opens with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import goals
from analysis.amount import Amount
from analysis.audit import FAILS, Check
from analysis.data import Figure, edition
from analysis.formulas.growth import percent_a_year
from analysis.goals import judging


@dataclass(frozen=True)
class Aim:
    """One goal for a level: the growth a year that it ``needs``, and as it ``came``.

    Both in percent; ``came`` is the growth of the base year, real where ``real`` says so.
    """

    indicator: str
    goal: Figure
    needs: Amount
    came: Figure
    real: bool

    @property
    def faster(self) -> bool:
        """Whether growth must be faster than it came: else the goal is reached without."""
        return self.needs > self.came


def aims(indicators: Sequence[str], document: str, period: str) -> list[Aim]:
    """Return goals of one document that state a level, in the order asked.

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
    start: Figure = row.start
    years = int(period) - int(start.period[:4])
    came = start.by(str(row.pace_measure))
    needs = percent_a_year(judging.exactly(row.goal) / start, years)
    return Aim(indicator, row.goal, needs, came, row.pace_measure == "growth_real")


def paces(aims: Mapping[str, Aim]) -> pd.DataFrame:
    """Return growth as it came and as it is needed, a row a name, in percent.

    Columns ``Growth in YEAR`` and ``Needed every year to YEAR``. Raises ``ValueError`` where what
    came leaves price changes out: the goal, in yuan of its year, does not.
    """
    if real := [name for name, aim in aims.items() if aim.real]:
        raise ValueError(
            f"growth without price changes and a goal that holds them: {', '.join(real)}"
        )
    rows = {name: (aim.came.value, aim.needs.value) for name, aim in aims.items()}
    year, goals_for = edition.year(), {aim.goal.period for aim in aims.values()}
    columns = [f"Growth in {year}", f"Needed every year to {'/'.join(sorted(goals_for))}"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns)


def touched(checks: Iterable[Check], figures: Iterable[Figure]) -> int:
    """Return how many failing checks weigh one of the figures."""
    rests = {(one.document, one.line, one.indicator, one.measure) for one in figures}
    return sum(
        any((one.document, one.line, one.indicator, one.measure) in rests for one in check.figures)
        for check in checks
        if check.weighed.verdict == FAILS
    )
