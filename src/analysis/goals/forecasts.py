"""What the reports expected of the year, against what came; and on what they set their plans."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.data import Figure, edition
from analysis.formulas.growth import percent_a_year
from analysis.goals import kinds, record
from analysis.goals.record import Record, agreed, alike, settled

TOO_LOW, TOO_HIGH, AS_PRINTED = "too low", "too high", "as printed"

# A forecast of growth is compared with the outturn's growth of either kind; the outturn says which.
_GROWTH = ("growth", "growth_real")
_FORECASTS = [
    "indicator", "entity", "document", "line", "measure", "unit", "forecast", "outturn",
    "outturn_measure", "outturn_line", "error", "error_percent", "direction", "base",
    "growth_from_base", "made", "came", "miss",
]  # fmt: skip
_PLANS = [
    "indicator", "entity", "document", "line", "level", "unit", "growth", "base_low", "base_high",
    "outturn", "growth_from_outturn", "planned", "rate", "base", "came", "needed",
]  # fmt: skip


def forecasts(year: int | None = None, *, of: Record | None = None) -> pd.DataFrame:
    """Set each forecast of ``year`` (by default the edition's) beside its outturn.

    The outturn is the communique's. Forecasts without one are left out. Returns a row a forecast,
    in the order of the documents, with columns

    - ``indicator, entity, document, line, measure, unit``; ``forecast, outturn`` in ``unit``;
      ``outturn_measure`` (growth may come real or nominal), ``outturn_line``;
    - ``error``: forecast less outturn, of growth in percentage points; ``error_percent``: of the
      outturn, of levels only; ``direction``: ``too low``, ``too high``, or ``as printed`` where
      rounding allows both to be the same;
    - ``base``: the level of the year before that the communique's level and growth imply;
      ``growth_from_base``: percent that the forecast level is above it (amounts; of levels only);
    - ``made, came``: the two figures; ``miss``: the error as an amount.
    """
    of = record.read() if of is None else of
    periods = edition.periods(year)
    rows = []
    for made in of.figures:
        if made.status != "forecast" or made.period not in periods:
            continue
        found = [
            one
            for one in alike(of.of(made), made)
            if one.document in edition.communiques() and one.period in periods
        ]
        came = _of_measure(found, made.measure)
        if came is None:
            continue
        came = came.in_unit(made.unit, made.factor)
        miss = made - came
        level = made.measure == "level"
        row: dict[str, object] = {
            "indicator": made.indicator, "entity": made.entity, "document": made.document,
            "line": made.line, "measure": made.measure, "unit": made.unit,
            "forecast": made.value, "outturn": came.value, "outturn_measure": came.measure,
            "outturn_line": came.line, "error": miss.value,
            "error_percent": 100 * miss.value / came.value if level and came.value else None,
            "direction": (
                AS_PRINTED if made.agrees(came) else TOO_LOW if miss.value < 0 else TOO_HIGH
            ),
            "made": made, "came": came, "miss": miss if level else miss.to("个百分点"),
        }  # fmt: skip
        if level and (grown := _of_measure(_same_document(of, came), "growth")) is not None:
            base = came / (1 + grown.to(""))
            row |= {"base": base}
            if base > 0 and made > 0:
                row |= {"growth_from_base": percent_a_year(made / base, 1)}
        rows.append(row)
    return pd.DataFrame(rows, columns=_FORECASTS).astype({"error_percent": "float64"})


def set_on(year: int | None = None, *, of: Record | None = None) -> pd.DataFrame:
    """Find the base on which each plan for ``year`` (by default the next) was set.

    Returns a row for each thing of which one document plans both a level and a growth:
    ``indicator, entity, document, line, level, unit``; ``growth`` (percent, as stated);
    ``base_low, base_high`` (the level of the year before that both imply, in ``unit``);
    ``outturn`` (of the year before, in the communique) and ``growth_from_outturn`` (percent that
    the level asks for, measured from it); and as amounts ``planned, rate`` (the two figures),
    ``base``, ``came``, ``needed``.

    Raises ``AmbiguousFigure`` when a document plans two growths of one thing.
    """
    of = record.read() if of is None else of
    year = edition.year() + 1 if year is None else year
    rows = []
    for planned in of.targets:
        if planned.measure != "level" or planned.period != str(year):
            continue
        beside = [one for one in of.beside(planned) if one.measure in kinds.RATES]
        if not beside:
            continue
        rate = agreed(beside)
        base = planned / (1 + rate.to(""))
        row: dict[str, object] = {
            "indicator": planned.indicator, "entity": planned.entity,
            "document": planned.document, "line": planned.line, "level": planned.value,
            "unit": planned.unit, "growth": rate.to("%").value, "base_low": base.low,
            "base_high": base.high, "planned": planned, "rate": rate, "base": base,
        }  # fmt: skip
        before = [
            one
            for one in alike(of.of(planned), planned)
            if one.document in edition.communiques()
            and one.measure == "level"
            and one.period in edition.periods(year - 1)
        ]
        if before:
            came = settled(before)[0].in_unit(planned.unit, planned.factor)
            row |= {"came": came, "outturn": came.value}
            if came > 0 and planned > 0:
                needed = percent_a_year(planned / came, 1)
                row |= {"needed": needed, "growth_from_outturn": needed.value}
        rows.append(row)
    numbers = dict.fromkeys(("outturn", "growth_from_outturn"), "float64")
    return pd.DataFrame(rows, columns=_PLANS).astype(numbers)


def _of_measure(found: Sequence[Figure], measure: str) -> Figure | None:
    """Return the outturn by a measure; growth of the other kind where only that is printed."""
    others = [one for one in _GROWTH if one != measure] if measure in _GROWTH else []
    for wanted in (measure, *others):
        if left := [one for one in found if one.measure == wanted]:
            return settled(left)[0]
    return None


def _same_document(of: Record, came: Figure) -> list[Figure]:
    return [one for one in of.of(came) if one.document == came.document and one.year == came.year]
