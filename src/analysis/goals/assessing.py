"""Targets against outturn: what each asks for, from where 2021 ended, and at what pace.

A target is taken as the number it states. What it is measured from is the outturn of 2021, never
the forecast that it was set on. Every conclusion is drawn on intervals: where rounding leaves it
open, the verdict says so.
"""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from analysis import data
from analysis.formulas import growth
from analysis.goals import baseline, verdicts
from analysis.goals.baseline import YEAR
from analysis.goals.verdicts import ABOVE, MET, OPEN, WITHIN

__all__ = ["ABOVE", "MET", "OPEN", "WITHIN", "YEAR", "assess"]

COLUMNS = [
    "indicator", "entity", "document", "line", "period", "measure", "bound", "target", "unit",
    "baseline", "baseline_document", "baseline_line", "years", "required_growth", "stated_growth",
    "implied_level", "growth_2021", "verdict", "consistent", "reason",
]  # fmt: skip


def assess(base_year: int = YEAR) -> pd.DataFrame:
    """Assess every target of the data against the outturn of ``base_year``.

    Returns a row a target, in the order of the documents, with columns

    - ``indicator, entity, document, line, period, measure, bound, target, unit``: the target as
      printed;
    - ``baseline``: the outturn, in ``unit``; ``baseline_document, baseline_line``: its place;
    - ``years`` to the target's year; ``required_growth``: percent a year from the baseline to the
      target (of a growth target, the target itself);
    - ``stated_growth``: percent a year that the same document states for the same indicator, a
      multiple (番, doublings) spread over its years; ``implied_level``: what it arrives at from
      the baseline, in the unit of the level target;
    - ``growth_2021``: percent, the base year's outturn, nominal where both are printed;
    - ``verdict``: one of ``already met``, ``at or below the 2021 pace``, ``above the 2021 pace``,
      ``not assessable``; ``reason``: one sentence that says why;
    - ``consistent``: whether the stated growth's rounding interval, compounded, covers the stated
      level; missing where only one of the two is stated.
    """
    frame = data.observations()
    own, beside = defaultdict(list), defaultdict(list)
    for row in frame[frame["status"] != "forecast"].itertuples():
        if row.status == "outturn":
            own[row.indicator, row.entity].append(row)
        else:
            beside[row.indicator, row.entity, row.document].append(row)
    rows = [
        _assess(
            target,
            beside[target.indicator, target.entity, target.document],
            own[target.indicator, target.entity],
            base_year,
        )
        for target in frame[frame["status"] == "target"].itertuples()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _assess(target, beside: list, own: list, base_year: int) -> dict:
    """Assess one target; ``beside`` are its document's for the same thing, ``own`` its outturns."""
    years = baseline.years_to(target.period, base_year)
    row = {name: getattr(target, name) for name in COLUMNS[:7]}
    row |= {"target": target.value, "unit": target.unit, "years": years, "consistent": pd.NA}
    base, differing = baseline.outturn(own, target, base_year)
    pace = baseline.pace(own, base_year)
    if pace is not None:
        row["growth_2021"] = pace.base_value
    if base is not None:
        scale = baseline.scale(target if target.base_unit == base.base_unit else base)
        row |= {
            "baseline": base.base_value / scale,
            "baseline_document": base.document,
            "baseline_line": base.line,
        }
    same = baseline.same_year(target, beside)
    level, rate = baseline.level_goal(same), baseline.growth_goal(same)
    if rate is not None:
        stated = baseline.stated_growth(rate)
        row["stated_growth"] = (stated.low + stated.high) / 2
        if base is not None and base.measure == "level" and years > 0:
            reached = growth.compound(baseline.interval(base), stated, years)
            middle = growth.compound(base.base_value, row["stated_growth"], years)
            row["implied_level"] = middle / baseline.scale(base if level is None else level)
            if level is not None:
                row["consistent"] = level.base_value in reached
    before = baseline.earlier_sum(target, own, base_year)
    verdict, reason, required = verdicts.decide(target, base, pace, before, base_year)
    row |= {"verdict": verdict, "required_growth": required}
    row["reason"] = reason + _on_consistency(row, level, rate) + differing
    return row


def _on_consistency(row: dict, level, rate) -> str:
    if row["consistent"] is pd.NA:
        return ""
    name = "floor of the stated growth" if rate.bound == ">=" else "stated growth"
    if row["consistent"]:
        return f" The {name} leads to the stated level."
    short = row["implied_level"] * baseline.scale(level) < level.base_value
    return f" The {name} {'falls short of' if short else 'passes'} the stated level."
