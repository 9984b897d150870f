"""The reports against each other and against what came: forecasts, claims, plans, tasks.

Rows are matched by indicator, entity, period and measure, never by hand: that is what lets a
disagreement be found that nobody was looking for.
"""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from analysis import data
from analysis.formulas import growth
from analysis.goals.baseline import FIRST, YEAR, interval, scale

# A forecast of growth is compared with the outturn's growth of either kind; the outturn's says
# which it is.
_GROWTH = ("growth", "growth_real")

_FORECASTS = [
    "indicator", "entity", "document", "line", "measure", "unit", "forecast", "outturn",
    "outturn_line", "error", "error_percent", "direction",
]  # fmt: skip
_CLAIMS = [
    "indicator", "entity", "document", "line", "growth", "level", "unit", "status", "annual",
    "base_low", "base_high", "outturn", "growth_low", "growth_high",
]  # fmt: skip
_PLANS = [
    "indicator", "entity", "document", "line", "level", "unit", "growth", "base_low", "base_high",
    "outturn", "growth_from_outturn",
]  # fmt: skip
_TASKS = [
    "entity", "entity_en", "document", "line", "indicator", "name_en", "completion", "result",
    "amount", "unit", "implied_target",
]  # fmt: skip


def forecasts(year: int = YEAR) -> pd.DataFrame:
    """Set each forecast of ``year`` beside its outturn in the communique.

    Returns a row a forecast: ``indicator, entity, document, line, measure, unit, forecast,
    outturn, outturn_line, error`` (forecast less outturn; of growth, in percentage points),
    ``error_percent`` (of the outturn, of levels only), ``direction`` (``too low``, ``too high``,
    or ``as printed`` where rounding allows both to be the same). Forecasts without an outturn are
    left out.
    """
    frame = data.observations()
    came = _rows(frame, status="outturn", document=FIRST)
    rows = []
    for made in _rows(frame, status="forecast"):
        measures = _GROWTH if made.measure in _GROWTH else (made.measure,)
        if made.period not in _ends(year):
            continue
        found = [
            row
            for row in came
            if _same_thing(row, made) and row.measure in measures and row.period in _ends(year)
        ]
        if not found:
            continue
        outturn = min(found, key=lambda row, made=made: (row.measure != made.measure, _width(row)))
        actual = outturn.base_value / scale(made)
        error = made.value - actual
        same = interval(made).overlaps(interval(outturn))
        rows.append({
            "indicator": made.indicator, "entity": made.entity, "document": made.document,
            "line": made.line, "measure": made.measure, "unit": made.unit,
            "forecast": made.value, "outturn": actual, "outturn_line": outturn.line,
            "error": error,
            "error_percent": 100 * error / actual if made.measure == "level" and actual else None,
            "direction": "as printed" if same else "too low" if error < 0 else "too high",
        })  # fmt: skip
    return _table(rows, _FORECASTS)


def claims(first: int = 2016, last: int = YEAR) -> pd.DataFrame:
    """Work out what each claim of growth from ``first`` to ``last`` implies.

    Returns a row a claim with a level of ``last`` in the same document: ``indicator, entity,
    document, line, growth, level, unit, status``; ``annual`` (percent a year), ``base_low,
    base_high`` (the level of ``first`` that both imply, with rounding), ``outturn`` (of ``last``
    in the communique, in ``unit``), ``growth_low, growth_high`` (what growth comes to from that
    base to the outturn, percent).
    """
    frame = data.observations()
    levels = [row for row in _rows(frame, measure="level") if row.period in _ends(last)]
    rows = []
    for claim in _rows(frame, measure="growth", period=f"{first}/{last}", unit="%"):
        own = [row for row in levels if _same_thing(row, claim) and row.document == claim.document]
        if not own:
            continue
        level = own[0]
        base = growth.implied_base(interval(level), interval(claim))
        entry = {
            "indicator": claim.indicator, "entity": claim.entity, "document": claim.document,
            "line": claim.line, "growth": claim.value, "level": level.value, "unit": level.unit,
            "status": claim.status, "annual": growth.annual(claim.value, last - first),
            "base_low": base.low / scale(level), "base_high": base.high / scale(level),
        }  # fmt: skip
        came = next(
            (row for row in levels if _same_thing(row, claim) and row.document == FIRST), None
        )
        if came is not None:
            reached = interval(came) / base
            entry |= {
                "outturn": came.base_value / scale(level),
                "growth_low": 100 * (reached.low - 1),
                "growth_high": 100 * (reached.high - 1),
            }
        rows.append(entry)
    return _table(rows, _CLAIMS)


def pairs(status: str, *, documents: tuple[str, str] | None = None) -> pd.DataFrame:
    """Find what two documents both print of one thing, and whether they agree.

    ``status`` is ``outturn``, ``forecast`` or ``target``. Returns a row a pair, with columns
    ``indicator, entity, period, measure``, then ``document, line, value, unit, bound`` of each
    side with ``_a`` and ``_b``, and ``agree``: the rounding intervals meet and the bounds are the
    same. Nobody lists the pairs: they are all there are.
    """
    frame = data.observations()
    frame = frame[frame["status"] == status]
    if documents:
        frame = frame[frame["document"].isin(documents)]
    key = ["indicator", "entity", "period", "measure"]
    shown = ["document", "line", "value", "unit", "bound"]
    rows = []
    for values, same in frame.groupby(key, sort=False):
        if same["document"].nunique() < 2:
            continue
        for a, b in combinations(same.itertuples(), 2):
            if a.document == b.document or a.base_unit != b.base_unit:
                continue
            entry = dict(zip(key, values, strict=True))
            entry |= {f"{name}_a": getattr(a, name) for name in shown}
            entry |= {f"{name}_b": getattr(b, name) for name in shown}
            entry["agree"] = a.bound == b.bound and interval(a).overlaps(interval(b))
            rows.append(entry)
    columns = [*key, *(f"{name}_{side}" for side in "ab" for name in shown), "agree"]
    return _table(rows, columns).astype({"agree": bool})


def set_on(year: int = YEAR + 1) -> pd.DataFrame:
    """Find the base on which each plan for ``year`` was set.

    For each indicator with both a level and a growth planned in one document: ``indicator,
    entity, document, line, level, unit, growth`` (as stated), ``base_low, base_high`` (the level
    of the year before that both imply), ``outturn`` (of the year before, in the communique) and
    ``growth_from_outturn`` (percent that the level asks for, measured from it).
    """
    frame = data.observations()
    planned = _rows(frame, status="target", period=str(year))
    came = _rows(frame, status="outturn", measure="level", document=FIRST)
    rows = []
    for level in planned:
        rates = [
            row
            for row in planned
            if _same_thing(row, level)
            and row.document == level.document
            and row.measure == "growth"
        ]
        if level.measure != "level" or not rates:
            continue
        base = growth.implied_base(interval(level), interval(rates[0]))
        entry = {
            "indicator": level.indicator, "entity": level.entity, "document": level.document,
            "line": level.line, "level": level.value, "unit": level.unit,
            "growth": rates[0].value,
            "base_low": base.low / scale(level), "base_high": base.high / scale(level),
        }  # fmt: skip
        before = [row for row in came if _same_thing(row, level) and row.period in _ends(year - 1)]
        if before:
            outturn = before[0].base_value / scale(level)
            entry |= {
                "outturn": outturn,
                "growth_from_outturn": 100 * (level.value / outturn - 1),
            }
        rows.append(entry)
    return _table(rows, _PLANS)


def completions() -> pd.DataFrame:
    """List every printed completion rate, and the task that it implies where an amount stands by.

    Returns ``entity, entity_en, document, line, indicator, name_en, completion`` (percent),
    ``result`` (``over``, ``met``, ``under``: above, at, or below 100 as printed), ``amount, unit``
    (the outturn on the same line, else missing) and ``implied_target`` (``amount / completion``,
    in ``unit``).
    """
    frame = data.observations()
    amounts = {}
    for row in _rows(frame, status="outturn", measure="level"):
        amounts.setdefault(_place(row), row)
    rows = []
    for rate in _rows(frame, status="outturn", measure="completion"):
        amount = amounts.get(_place(rate))
        known = amount is not None and rate.value
        rows.append({
            "entity": rate.entity, "entity_en": rate.entity_en, "document": rate.document,
            "line": rate.line, "indicator": rate.indicator, "name_en": rate.name_en,
            "completion": rate.value,
            "result": "over" if rate.value > 100 else "met" if rate.value == 100 else "under",
            "amount": amount.value if known else None, "unit": amount.unit if known else "",
            "implied_target": 100 * amount.value / rate.value if known else None,
        })  # fmt: skip
    return _table(rows, _TASKS)


def _rows(frame: pd.DataFrame, **wanted: str) -> list:
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    return list(frame.itertuples())


def _same_thing(one, other) -> bool:
    """Tell whether two rows are of one indicator and entity, and amounts of one kind if amounts."""
    same = (one.indicator, one.entity) == (other.indicator, other.entity)
    return same and (one.measure != other.measure or one.base_unit == other.base_unit)


def _place(row) -> tuple:
    return row.document, row.line, row.indicator, row.entity, row.period[:4]


def _ends(year: int) -> tuple[str, str]:
    return str(year), f"{year}-12-31"


def _width(row) -> float:
    return row.high - row.low


def _table(rows: list[dict], columns: list[str]) -> pd.DataFrame:
    numbers = {"error_percent", "outturn", "growth_low", "growth_high", "growth_from_outturn",
               "amount", "implied_target"}  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({name: "float64" for name in columns if name in numbers})
