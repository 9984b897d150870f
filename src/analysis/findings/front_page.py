"""The few findings that the front page opens with.

``figure`` asks for a figure of the district, as a ledger does, which then remembers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import goals
from analysis.amount import Amount, total
from analysis.audit import FAILS, Check
from analysis.data import Figure, edition
from analysis.findings import population
from analysis.formulas.growth import percent_a_year
from analysis.goals import judging

Ask = Callable[..., Amount]
SOWN = {"Seed": ("maize_seed", "economic_seed"), "Vegetables": ("vegetables",)}
GROUPS = {"Towns": "urban", "Countryside": "rural"}


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


def paces(aims: Mapping[str, Aim], before: Mapping[str, Amount]) -> pd.DataFrame:
    """Return growth as it came and as it is needed, a row a name, in percent.

    Columns ``Growth a year, YEARS`` (from ``before``, by indicator; missing where it has none),
    ``Growth in YEAR`` and ``Needed every year to YEAR``.

    Raises ``ValueError`` where what came leaves price changes out: the goal, in yuan of its year,
    does not.
    """
    if real := [name for name, aim in aims.items() if aim.real]:
        raise ValueError(
            f"growth without price changes and a goal that holds them: {', '.join(real)}"
        )
    year, goals_for = edition.year(), {aim.goal.period for aim in aims.values()}
    held = {name: before.get(aim.indicator) for name, aim in aims.items()}
    columns = {
        f"Growth a year, {year - 4}–{year - 1}": {
            name: pace.value for name, pace in held.items() if pace is not None
        },
        f"Growth in {year}": {name: aim.came.value for name, aim in aims.items()},
        f"Needed every year to {'/'.join(sorted(goals_for))}": {
            name: aim.needs.value for name, aim in aims.items()
        },
    }
    return pd.DataFrame(columns, index=list(aims))


def asked(year: int) -> tuple[int, int, int]:
    """Return how many goals for a year ask for more than came, how many for no more, and all.

    More and no more: of the goals whose pace can be compared with that of the base year; one that
    was reached before it began asks for no more.
    """
    counts = goals.tally(goals.ending(goals.assess(), year))
    no_more = counts["less"] + counts["same"] + counts["already-met"]
    return int(counts["more"]), int(no_more), int(counts.sum())


def sown(figure: Ask) -> dict[str, Amount]:
    """Return how the sown land is used, in percent of it: for seed, for vegetables, for all else.

    Land that is sown twice counts twice.
    """
    whole = figure("sown_area", document=edition.document())
    areas = {
        name: total(figure(f"{one}.area", document=edition.document()) for one in crops)
        for name, crops in SOWN.items()
    }
    areas["All else"] = whole - total(areas.values())
    return {name: (area / whole).to("%") for name, area in areas.items()}


@dataclass(frozen=True)
class Budget:
    """The general budget: what was ``spent``, and the revenue ``kept`` for it.

    ``raised`` is all that is raised in the district for general budgets, with what higher
    governments take of it: total fiscal revenue less that of government funds and state capital.
    """

    spent: Amount
    kept: Amount
    raised: Amount


def budget(figure: Ask) -> Budget:
    """Return the general budget of the year, as the finance bureau has it."""
    of = {"document": "finance_bureau"}
    apart = (figure(one, **of) for one in ("government_fund_revenue", "state_capital_revenue"))
    return Budget(
        spent=figure("fiscal_expenditure_total.general_budget", **of),
        kept=figure("budget_revenue", **of),
        raised=figure("fiscal_revenue_total", **of) - total(apart),
    )


def balance(figure: Ask) -> population.Balance:
    """Return what changed the number of residents in the year, see ``population.balance``."""
    return population.balance(
        figure("resident_population", _end()),
        figure("resident_population", measure="change"),
        figure("birth_rate"),
        figure("death_rate"),
    )


def moved(figure: Ask, start: Amount) -> dict[str, tuple[Amount, Amount]]:
    """Return by how many persons, and percent, towns and countryside grew from ``start`` people.

    What the share of towns rose by, that of the countryside fell by; see ``population.gained``.
    """
    rise = figure("resident_population.urban", measure="share_change")
    return {
        name: population.gained(
            figure(f"resident_population.{group}", _end()),
            figure(f"resident_population.{group}", _end(), measure="share"),
            rise if group == "urban" else -rise,
            start,
        )
        for name, group in GROUPS.items()
    }


def _end() -> str:
    return edition.periods()[1]


def touched(checks: Iterable[Check], figures: Iterable[Figure]) -> list[Check]:
    """Return the failing checks that weigh one of the figures."""
    rests = {(one.document, one.line, one.indicator, one.measure) for one in figures}
    return [
        check
        for check in checks
        if check.weighed.verdict == FAILS
        and any(
            (one.document, one.line, one.indicator, one.measure) in rests for one in check.figures
        )
    ]
