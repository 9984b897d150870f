"""What ``starts.csv`` names: where a target stands when no figure bears the target's own name."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.amount import Amount, Given
from analysis.data import Figure
from analysis.goals import kinds
from analysis.goals.paces import ADDED, GROWN, Pace, a_year
from analysis.goals.record import STARTS, Record, Start, last_year, place, settled, span


def of_year(record: Record, goal: Figure, year: int) -> list[Start]:
    """Return the starts of a target as they are at the end of ``year``.

    ``starts.csv`` names figures of one year; those of another are the same things a year on.
    """
    rows = record.starts.get(place(goal), [])
    if not rows:
        return []
    by = year - max(last_year(one.figure.period) for one in rows)
    if not by:
        return rows
    moved = []
    for row in rows:
        period = re.sub(r"\d{4}(?=$|/|-)", lambda of: str(int(of[0]) + by), row.figure.period)
        found = [
            one
            for one in record.of(row.figure)
            if (one.period, one.measure) == (period, row.figure.measure)
        ]
        if found:
            moved.append(replace(row, figure=settled(found, row.figure.document)[0]))
    return moved


def start(goal: Figure, kind: str, rows: list[Start]) -> Amount:
    """Return where a target stands by the ``rows`` that name it."""
    return rows[0].figure if kind == kinds.GROWTH else _composed(goal, rows)


def paces(goal: Figure, rows: list[Start]) -> list[Pace]:
    """Return the paces that ``starts.csv`` names, the first of them worked out from its factors."""
    found = []
    for row in rows:
        if row.role != "pace":
            continue
        one = row.figure
        if one.measure in kinds.RATES:
            real = one.measure == "growth_real"
            found.append(Pace(a_year(one), GROWN, (one,), real, row.kind))
            continue
        beside = [] if found else [one for one in rows if one.role.startswith("pace_")]
        added = _composed(goal, [replace(row, role="start"), *_product("pace_", beside)])
        if more := [one for one in beside if one.role == "pace_add"]:
            first = replace(more[0], role="start")
            added = added + _composed(goal, [first, *_product("pace_add_", beside)])
        years = span(one.period)
        if years > 1:
            added = (added / years).to(goal.unit, goal.factor)
        figures = (one, *(part.figure for part in beside))
        found.append(Pace(added, ADDED, figures, kind=row.kind))
    return found


def _product(prefix: str, rows: list[Start]) -> list[Start]:
    """Return what is multiplied or divided into the figure that ``prefix`` tells."""
    roles = {f"{prefix}{one}": one for one in ("times", "over")}
    return [replace(one, role=roles[one.role]) for one in rows if one.role in roles]


def in_unit_of(goal: Figure, kind: str, figure: Figure) -> Figure:
    """Return a figure in the unit of its target; of growth, as it is."""
    if kind == kinds.GROWTH:
        return figure
    _check(goal, figure)
    return figure.in_unit(goal.unit, goal.factor)


def _composed(goal: Figure, rows: list[Start]) -> Amount:
    """Return what the rows make together, in the unit of the target.

    Figures of one kind are added as they are. Where one is multiplied or divided by another, all
    are taken as numbers of base units, as the descriptor says.
    """
    total: Amount = rows[0].figure
    for row in rows[1:]:
        if row.role == "add":
            total = total + row.figure
    factors = [one for one in rows if one.role in ("times", "over")]
    if not factors and rows[0].factor == 1:
        _check(goal, total)
        if isinstance(total, Figure):
            return total.in_unit(goal.unit, goal.factor)
        return total.to(goal.unit, goal.factor)
    number = _number(total) * rows[0].factor
    for row in factors:
        other = _number(row.figure)
        number = number * other if row.role == "times" else number / other
    base = Given(goal.base, 1.0, goal.base, "=", 1.0) if goal.base else _BASES[goal.unit]
    return (number * base).to(goal.unit, goal.factor)


# The base units of ratios, as the tables have them: a rate of 37 percent is 37 of them.
_BASES = {unit: Given("", 1.0, "", "=", 0.01) for unit in ("%", "倍", "个百分点")} | {
    "‰": Given("", 1.0, "", "=", 0.001)
}


def _number(amount: Amount) -> Amount:
    """Return how many base units an amount is, as a plain number."""
    one = Given(amount.base, 1.0, amount.base, "=", 1.0) if amount.base else _BASES[amount.unit]
    return amount / one


def _check(goal: Figure, amount: Amount) -> None:
    if amount.base != goal.base:
        raise ValueError(
            f"{STARTS}: {goal.document}, line {goal.line}, {goal.indicator} is in {goal.unit}, "
            f"its start in {amount.unit or 'a plain ratio'}: name one of its kind, or what to "
            "multiply or divide it by"
        )
