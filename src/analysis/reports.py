"""The reports against each other and against what came: forecasts, claims, plans, tasks.

Rows are matched by indicator, entity, period and measure, never by hand: that is what lets a
disagreement be found that nobody was looking for.
"""

from __future__ import annotations

import pandas as pd

from analysis import data, growth
from analysis.baseline import FIRST, YEAR
from analysis.printed import Interval

_KEY = ["indicator", "entity", "period", "measure"]
# A forecast of growth is compared with the outturn's growth of either kind; the outturn's says
# which it is.
_GROWTH = ["growth", "growth_real"]


def forecasts(year: int = YEAR) -> pd.DataFrame:
    """Set each forecast of ``year`` beside its outturn.

    Returns a row a forecast: ``indicator, document, line, measure, unit, forecast, outturn,
    outturn_line, error`` (forecast less outturn; of growth, in percentage points),
    ``error_percent`` (of the outturn, of levels only), ``direction`` (``too low``, ``too high``,
    or ``as printed`` where rounding allows both to be the same). Forecasts without an outturn are
    left out.
    """
    frame = data.observations()
    made = frame[(frame["status"] == "forecast") & (frame["period"] == str(year))]
    came = frame[(frame["status"] == "outturn") & (frame["document"] == FIRST)]
    rows = []
    for row in made.itertuples():
        measures = _GROWTH if row.measure in _GROWTH else [row.measure]
        found = came[
            (came["indicator"] == row.indicator)
            & (came["entity"] == row.entity)
            & came["measure"].isin(measures)
            & came["period"].isin([row.period, f"{row.period}-12-31"])
        ]
        if row.measure in _GROWTH and row.measure in set(found["measure"]):
            found = found[found["measure"] == row.measure]
        if found.empty:
            continue
        outturn = found.assign(width=found["high"] - found["low"]).sort_values("width").iloc[0]
        scale = row.base_value / row.value if row.value else 1.0
        actual = outturn["base_value"] / scale
        error = row.value - actual
        ends = [
            outturn[end] * outturn["base_value"] / outturn["value"] / scale
            for end in ("low", "high")
        ]
        same = Interval(row.low, row.high).overlaps(Interval(*ends))
        rows.append(
            {
                "indicator": row.indicator,
                "document": row.document,
                "line": row.line,
                "measure": row.measure,
                "unit": row.unit,
                "forecast": row.value,
                "outturn": actual,
                "outturn_line": outturn["line"],
                "error": error,
                "error_percent": 100 * error / actual if row.measure == "level" else float("nan"),
                "direction": "as printed" if same else "too low" if error < 0 else "too high",
            }
        )
    return pd.DataFrame(rows)


def claims(first: int = 2016, last: int = YEAR) -> pd.DataFrame:
    """Work out what each claim of growth from ``first`` to ``last`` implies.

    Returns a row a claim with a level of ``last`` in the same document: ``indicator, document,
    line, growth, level, unit, status``; ``annual`` (percent a year), ``base_low, base_high`` (the
    level of ``first`` that both imply, with rounding), ``outturn`` (of ``last``, in ``unit``),
    ``growth_low, growth_high`` (what growth comes to from that base to the outturn, percent).
    """
    frame = data.observations()
    growths = frame[(frame["period"] == f"{first}/{last}") & (frame["measure"] == "growth")]
    rows = []
    for row in growths.itertuples():
        same = frame[
            (frame["document"] == row.document)
            & (frame["indicator"] == row.indicator)
            & (frame["entity"] == row.entity)
            & (frame["measure"] == "level")
        ]
        same = same[same["period"].isin([str(last), f"{last}-12-31"])]
        if same.empty or row.unit != "%":
            continue
        level = same.iloc[0]
        base = growth.implied_base(
            Interval(level["low"], level["high"]), Interval(row.low, row.high)
        )
        entry = {
            "indicator": row.indicator,
            "document": row.document,
            "line": row.line,
            "growth": row.value,
            "level": level["value"],
            "unit": level["unit"],
            "status": row.status,
            "annual": growth.annual(row.value, last - first),
            "base_low": base.low,
            "base_high": base.high,
        }
        came = frame[
            (frame["document"] == FIRST)
            & (frame["indicator"] == row.indicator)
            & (frame["entity"] == row.entity)
            & (frame["measure"] == "level")
            & frame["period"].isin([str(last), f"{last}-12-31"])
        ]
        if not came.empty:
            actual = came.iloc[0]
            scale = level["base_value"] / level["value"]
            unit = actual["base_value"] / actual["value"] / scale
            reached = Interval(actual["low"] * unit, actual["high"] * unit) / base
            entry |= {
                "outturn": actual["base_value"] / scale,
                "growth_low": 100 * (reached.low - 1),
                "growth_high": 100 * (reached.high - 1),
            }
        rows.append(entry)
    return pd.DataFrame(rows)


def pairs(status: str, *, documents: tuple[str, str] | None = None) -> pd.DataFrame:
    """Find what two documents both print of one thing, and whether they agree.

    ``status`` is ``outturn``, ``forecast`` or ``target``. Returns a row a pair, with columns
    ``indicator, entity, period, measure``, then ``document, line, value, unit, bound`` of each
    side with ``_a`` and ``_b``, and ``agree``: the rounding intervals meet and the bounds are the
    same. Nobody lists the pairs: they are all there are.
    """
    frame = data.observations()
    frame = frame[frame["status"] == status]
    scale = (frame["base_value"] / frame["value"]).where(frame["value"] != 0, 1.0)
    frame = frame.assign(
        base_low=frame["low"] * scale, base_high=frame["high"] * scale, order=range(len(frame))
    )
    both = frame.merge(frame, on=_KEY, suffixes=("_a", "_b"))
    both = both[
        (both["order_a"] < both["order_b"])
        & (both["document_a"] != both["document_b"])
        & (both["base_unit_a"] == both["base_unit_b"])
    ]
    if documents:
        both = both[(both["document_a"].isin(documents)) & both["document_b"].isin(documents)]
    meet = both["base_low_a"].le(both["base_high_b"] * (1 + 1e-12)) & both["base_low_b"].le(
        both["base_high_a"] * (1 + 1e-12)
    )
    sides = [
        f"{name}_{side}" for side in "ab" for name in ("document", "line", "value", "unit", "bound")
    ]
    both = both.assign(agree=meet & (both["bound_a"] == both["bound_b"]))
    return both[[*_KEY, *sides, "agree"]].reset_index(drop=True)


def set_on(year: int = YEAR + 1) -> pd.DataFrame:
    """Find the base on which each plan for ``year`` was set.

    For each indicator with both a level and a growth planned in one document: ``indicator,
    document, line, level, unit, growth`` (as stated), ``base_low, base_high`` (the level of the
    year before that both imply), ``outturn`` (of the year before) and ``growth_from_outturn``
    (percent that the level asks for, measured from it).
    """
    frame = data.observations()
    planned = frame[(frame["status"] == "target") & (frame["period"] == str(year))]
    levels = planned[planned["measure"] == "level"]
    rows = []
    for row in levels.itertuples():
        rates = planned[
            (planned["indicator"] == row.indicator)
            & (planned["measure"] == "growth")
            & (planned["document"] == row.document)
            & (planned["entity"] == row.entity)
        ]
        if rates.empty:
            continue
        rate = rates.iloc[0]
        base = growth.implied_base(Interval(row.low, row.high), Interval(rate["low"], rate["high"]))
        entry = {
            "indicator": row.indicator,
            "document": row.document,
            "line": row.line,
            "level": row.value,
            "unit": row.unit,
            "growth": rate["value"],
            "base_low": base.low,
            "base_high": base.high,
        }
        came = frame[
            (frame["document"] == FIRST)
            & (frame["indicator"] == row.indicator)
            & (frame["entity"] == row.entity)
            & (frame["measure"] == "level")
            & frame["period"].isin([str(year - 1), f"{year - 1}-12-31"])
        ]
        if not came.empty:
            scale = row.base_value / row.value
            entry["outturn"] = came.iloc[0]["base_value"] / scale
            entry["growth_from_outturn"] = 100 * (row.value / entry["outturn"] - 1)
        rows.append(entry)
    return pd.DataFrame(rows)


def completions() -> pd.DataFrame:
    """List every printed completion rate, and the task that it implies where an amount stands by.

    Returns ``entity, entity_en, document, line, indicator, name_en, completion`` (percent),
    ``result`` (``over``, ``met``, ``under``: above, at, or below 100 as printed), ``amount, unit``
    (the outturn on the same line, else missing) and ``implied_target`` (``amount / completion``,
    in ``unit``).
    """
    frame = data.observations()
    rates = frame[(frame["measure"] == "completion") & (frame["status"] == "outturn")]
    rows = []
    for row in rates.itertuples():
        amounts = frame[
            (frame["document"] == row.document)
            & (frame["indicator"] == row.indicator)
            & (frame["entity"] == row.entity)
            & (frame["measure"] == "level")
            & (frame["status"] == "outturn")
            & (frame["period"].str[:4] == row.period[:4])
        ]
        amount = next(amounts.itertuples(), None)
        result = "over" if row.value > 100 else "met" if row.value == 100 else "under"
        rows.append(
            {
                "entity": row.entity,
                "entity_en": row.entity_en,
                "document": row.document,
                "line": row.line,
                "indicator": row.indicator,
                "name_en": row.name_en,
                "completion": row.value,
                "result": result,
                "amount": amount.value if amount else float("nan"),
                "unit": amount.unit if amount else "",
                "implied_target": 100 * amount.value / row.value
                if amount and row.value
                else float("nan"),
            }
        )
    return pd.DataFrame(rows)
