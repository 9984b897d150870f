"""The table of targets: what each asks for, from where the year ended, and the verdict."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd

from analysis.amount import Amount
from analysis.data import Figure, edition
from analysis.formulas.growth import percent_a_year
from analysis.goals import judging, kinds, paces, record, starting
from analysis.goals.judging import Judgement, Reason
from analysis.goals.record import Record, agreed, last_year, span
from analysis.goals.starting import Standing

COLUMNS = [
    "indicator", "entity", "document", "line", "period", "measure", "bound", "target", "unit",
    "due", "kind", "baseline", "baseline_unit", "baseline_document", "baseline_line",
    "baseline_indicator", "start_kind", "required_growth", "stated_growth", "implied_level", "pace",
    "pace_measure", "pace_kind", "claimed_pace", "two_year_pace", "asked_a_year", "done_in_year",
    "points_a_year", "price_rise", "verdict", "flips", "progress_ratio", "ratio_reading",
    "ratio_differs", "margin", "margin_unit", "consistent", "reason", "goal", "start", "also",
]  # fmt: skip
_NUMBERS = ("target", "baseline", "required_growth", "stated_growth", "implied_level", "pace",
            "claimed_pace", "two_year_pace", "asked_a_year", "done_in_year", "points_a_year",
            "price_rise", "progress_ratio", "margin")  # fmt: skip
_OF_GOAL = ("indicator", "entity", "document", "line", "period", "measure", "bound", "unit")
_TEXT = ("baseline_unit", "baseline_document", "baseline_indicator", "pace_measure", "pace_kind",
         "ratio_reading", "margin_unit")  # fmt: skip

# Thresholds of the ratio of actual to required growth, as Eurostat and Open SDG have them: nearly
# all of it is on track, more than three fifths some progress.
ON_TRACK, SOME = 0.95, 0.6


def assess(as_of: int | None = None, *, of: Record | None = None) -> pd.DataFrame:
    """Assess every target of the data as the end of the year ``as_of`` allows.

    ``as_of`` is by default the edition's year; ``of`` the record to judge, by default the data in
    use. Planned sizes of projects (status ``planned``) are nobody's goals and are not in it.

    Returns a row a target, in the order of the documents, with columns

    - ``indicator, entity, document, line, period, measure, bound, target, unit``: the target, in
      the unit of ``data.figures``;
    - ``due``: its year is ``as_of`` or before; ``kind``: one of ``kinds.KINDS``;
    - ``baseline, baseline_unit``: the outturn that it is measured from, of one that is due the
      outturn it is judged by; ``baseline_document, baseline_line, baseline_indicator``: its place;
      ``start_kind``: ``same``, ``part``, ``bound``, ``wider``, ``proxy``, or empty for the
      target's own indicator;
    - ``required_growth``: percent a year from there to the target; ``stated_growth``: percent a
      year that the same document states for the same thing; ``implied_level``: what it arrives at
      over the years that remain; ``consistent``: whether the stated growth's rounding interval,
      so compounded, covers the stated level, missing where only one of the two is stated;
    - ``pace``: what the year brought (percent where ``pace_measure`` is ``growth`` or
      ``growth_real``, an amount in ``unit`` where ``added``), ``pace_kind``: as ``start_kind``;
      ``claimed_pace``: the same as reports claim it of several years to ``as_of``;
      ``two_year_pace``: of the last two years;
    - ``asked_a_year, done_in_year``: of sums and amounts a year, and of levels whose pace is an
      amount; ``points_a_year``: percentage points that a share needs; ``price_rise``: percent a
      year by which prices would have to rise for a level at future prices at the year's real pace;
    - ``verdict``: one of ``judging.VERDICTS``, ``partly`` where only something near the target is
      printed and no verdict follows from it; ``flips``: another yardstick gives another one;
    - ``progress_ratio``: actual over required (of growth, amounts, points), as statistical offices
      have it; ``ratio_reading``: ``on track``, ``moderate``, ``insufficient`` or ``away`` by their
      thresholds; ``ratio_differs``: that is not what the verdict says;
    - ``margin, margin_unit``: of a target that is due, outturn less target; else what is asked
      beyond the pace, or the distance to a limit;
    - ``reason``: a ``judging.Reason``: a key, its amounts, and notes;
    - ``goal, start``: the target and its start as amounts; ``also``: the start in other scopes.

    Raises ``AmbiguousFigure`` where documents leave open which figure a target starts from.
    """
    as_of = edition.year() if as_of is None else as_of
    of = record.read() if of is None else of
    rows = each(of, as_of)
    columns = {name: [row[name] for row in rows] for name in COLUMNS}
    typed = {name: pd.array(columns[name], dtype="float64") for name in _NUMBERS}
    typed["baseline_line"] = pd.array(columns["baseline_line"], dtype="Int64")
    return pd.DataFrame(columns | typed)


def each(of: Record, as_of: int) -> list[dict[str, object]]:
    """Return the rows of ``assess`` by column; a number that there is not is no number (nan)."""
    return [dict.fromkeys(COLUMNS, math.nan) | _row(of, goal, as_of) for goal in of.targets]


def _row(of: Record, goal: Figure, as_of: int) -> dict[str, object]:
    kind = kinds.kind(goal)
    end = last_year(goal.period)
    due = end <= as_of
    at = starting.standing(of, goal, kind, min(end, as_of))
    if not due and starting.begins_anew(kind, goal, at, end - as_of):
        kind = kinds.SUM
        at = starting.standing(of, goal, kind, as_of)
    if due:
        found = judging.judge_due(goal, kind, *starting.outturn(goal, kind, at, end))
    else:
        found = judging.judge(goal, kind, at, as_of)
    row: dict[str, object] = dict.fromkeys(_TEXT, "")
    row |= {name: getattr(goal, name) for name in _OF_GOAL}
    row |= {"target": goal.value, "due": due, "kind": kind, "goal": goal, "also": at.also}
    row |= _start(at) | _paces(kind, at, found)
    row |= _ratio(found) if not due else {}
    scopes = (at.kind, "" if at.pace is None else at.pace.kind)
    near = next((one for one in scopes if one not in ("", "same")), "")
    sure = due or judging.follows(found, kind, near)
    stated, consistency = _consistency(of, goal, at, as_of) if not due else ({}, ())
    notes = (*consistency, *_notes(at, goal, end - as_of, found.reason))
    row |= {
        "verdict": found.verdict if sure else judging.PARTLY,
        "flips": not due and sure and _flips(goal, kind, at, as_of, found.verdict),
        "price_rise": _number(found.price_rise),
        "required_growth": _number(found.needed),
        "margin": _number(found.margin),
        "margin_unit": found.margin.unit if found.margin is not None else "",
        "reason": replace(found.reason, notes=notes),
        "consistent": pd.NA,
    }
    return row | stated


def _start(at: Standing) -> dict[str, object]:
    if at.start is None:
        return {"start": None, "start_kind": at.pace.kind if at.pace is not None else ""}
    printed = at.figures[0]
    return {
        "start": at.start, "baseline": at.start.value, "baseline_unit": at.start.unit,
        "baseline_document": printed.document, "baseline_line": printed.line,
        "baseline_indicator": printed.indicator, "start_kind": at.kind,
    }  # fmt: skip


def _paces(kind: str, at: Standing, found: Judgement) -> dict[str, object]:
    row: dict[str, object] = {}
    for name, pace in (
        ("pace", at.pace),
        ("claimed_pace", at.claimed),
        ("two_year_pace", at.two_years),
    ):
        if pace is not None:
            row[name] = pace.amount.value
    if at.pace is not None:
        grown = "growth_real" if at.pace.real else "growth"
        row["pace_measure"] = grown if at.pace.way == paces.GROWN else at.pace.way
        row["pace_kind"] = at.pace.kind
    added = at.pace if at.pace is not None and at.pace.way == paces.ADDED else None
    if kind == kinds.SHARE:
        row["points_a_year"] = _number(found.asked)
    elif kind in kinds.AMOUNTS or (kind == kinds.LEVEL and added is not None):
        row["asked_a_year"] = _number(found.asked)
        row["done_in_year"] = None if added is None else added.amount.value
    return row


def _flips(goal: Figure, kind: str, at: Standing, as_of: int, verdict: str) -> bool:
    """Tell whether another yardstick than the year's pace gives another verdict."""
    if verdict not in (judging.LESS, judging.SAME, judging.MORE) or at.pace is None:
        return False
    if kind in kinds.LIMITS:
        return False
    verdicts = {
        judging.judge(goal, kind, at, as_of, against=one).verdict
        for one in at.others
        if one is not at.pace
    }
    return not verdicts <= {verdict, judging.OPEN}


def _ratio(found: Judgement) -> dict[str, object]:
    """Return the ratio of actual to required, its usual reading, and whether that differs."""
    asked, had = found.asked, found.had
    limit = found.reason.key.startswith("limit")
    if asked is None or had is None or limit or asked.value <= 0:  # nothing left to be done
        return {"ratio_differs": False}
    ratio = (
        had.to("").value / asked.to("").value
        if not asked.base
        else (had.value * had.factor / (asked.value * asked.factor))
    )
    reading = (
        "on track" if ratio >= ON_TRACK
        else "moderate" if ratio >= SOME
        else "insufficient" if ratio >= 0
        else "away"
    )  # fmt: skip
    kept = found.verdict in (judging.REACHED, judging.LESS, judging.SAME)
    differs = found.verdict == judging.OPEN or kept != (reading == "on track")
    return {"progress_ratio": ratio, "ratio_reading": reading, "ratio_differs": differs}


def _consistency(
    of: Record, goal: Figure, at: Standing, as_of: int
) -> tuple[dict[str, object], tuple[Reason, ...]]:
    """Return the growth that the document states, where it leads, and whether to its level."""
    beside = of.beside(goal)
    rates = [one for one in beside if one.measure in kinds.RATES]
    levels = [one for one in beside if one.measure == "level" and span(one.period) == 1]
    if not rates:
        return {}, ()
    rate = agreed(rates)
    stated = paces.a_year(rate).to("%")
    row: dict[str, object] = {"stated_growth": stated.value}
    years = last_year(goal.period) - as_of
    start = at.start
    if start is None or not start.base or not start > 0:
        return row, ()
    reached = start * (1 + stated.to("")) ** years
    if not levels:
        return row | {"implied_level": reached.value}, ()
    level = agreed(levels)
    if reached.base != level.base:
        return row, ()
    reached = reached.to(level.unit, level.factor)
    consistent = level.value in reached.interval
    key = "leads_to" if consistent else "falls_short" if reached.value < level.value else "passes"
    note = Reason(key, {"stated": rate, "level": level, "reached": reached})
    return row | {"implied_level": reached.value, "consistent": consistent}, (note,)


def _notes(at: Standing, goal: Figure, years: int, reason: Reason) -> tuple[Reason, ...]:
    """Return what is printed differently, and what else stands beside the target.

    Of a level that prices leave open, what it needs from there: another scope is another rate.
    """
    kept_open = reason.key.startswith("prices")
    differing = {one.value: one for one in at.differing}
    notes = [Reason("printed_differently", {"other": one}) for one in differing.values()]
    for one in at.also:
        figures: dict[str, Amount] = {"other": one}
        if kept_open and one.base == goal.base and one > 0:
            times = judging.exactly(goal) / one
            figures["needed"] = percent_a_year(times, years)
        notes.append(Reason("other_scope" if len(figures) > 1 else "beside", figures))
    return tuple(notes)


def _number(amount: Amount | None) -> float | None:
    return None if amount is None else amount.value
