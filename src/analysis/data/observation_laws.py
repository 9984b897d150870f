"""Laws of what is written in an observation: number, unit, period, its place in the document."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from analysis import printed
from analysis.data import ordering
from analysis.data.faults import Fault
from analysis.data.law import Laws
from analysis.data.loading import Tables, rows
from analysis.data.periods import PERIOD, not_a_period

# What a measure's unit may be: percent or a multiple for rates of growth and shares, points for
# a change of a share.
DIMENSIONS = {
    "growth": {"ratio", "doublings"},
    "growth_real": {"ratio"},
    "growth_pa": {"ratio"},
    "share": {"ratio", "rate per thousand"},
    "share_change": {"points", "ratio"},  # 0.16% is printed where a point is meant
    "completion": {"ratio"},
    "rank": {"rank"},
}

_RATES = ("ratio", "rate per thousand")
# Other units in which a change of a rate is printed.
_CHANGES_OF = {"ratio": {"points"}, "rate per thousand": {"points"}}


def _at(row: Any, column: str, problem: str, remedy: str) -> Fault:
    return Fault(f"observations/{row.document}.csv", row.Index, column, problem, remedy)


def _printed(tables: Tables) -> Iterable[Fault]:
    """The number in ``printed`` is the number in ``value``, sign apart; a range runs upward."""
    exact = {one.unit: one.exact for one in rows(tables, "units")}
    for row in rows(tables):
        try:
            # A unit that stands alone is no name.
            named = exact[row.unit] and not _same_unit(row.printed, row.unit)
            number, end = printed.number(row.printed, exact=named), printed.upper(row.printed)
        except ValueError as error:
            remedy = "copy the number, and its unit, exactly as it stands"
            yield _at(row, "printed", str(error), remedy)
            continue
        # A sign that is printed must be kept; a fall that is told in words has none to compare.
        if number != (row.value if number < 0 else abs(row.value)):
            problem = f"is {row.value:g}, but {row.printed!r} is printed"
            remedy = "correct the one that was mistyped; the text is the judge"
            yield _at(row, "value", problem, remedy)
        if (end is None) != math.isnan(row.value_max) or (end is not None and end != row.value_max):
            problem = f"is {row.value_max:g}, but {row.printed!r} is printed"
            remedy = "write the upper end of a printed range, and nothing where there is none"
            yield _at(row, "value_max", problem, remedy)
        elif end is not None and not end > row.value:
            problem = f"{row.value_max:g} is not above {row.value:g}"
            remedy = "write the lower end in value, the upper in value_max"
            yield _at(row, "value_max", problem, remedy)
        unit = re.sub(r"^[-−]?[\d,.—–~\s-]+", "", printed.RANGE.sub("", row.printed))
        if unit and not printed.in_words(row.printed) and not _same_unit(unit, row.unit):
            problem = f"is {row.unit!r}, but {row.printed!r} is printed"
            remedy = "write the unit as printed; a misprint goes into corrections.csv"
            yield _at(row, "unit", problem, remedy)


def _same_unit(written: str, unit: str) -> bool:
    plain = re.sub(r"[\s()（）]", "", written)
    return plain.replace("％", "%") == unit


def _periods(tables: Tables) -> Iterable[Fault]:
    """A period is of days that there are, and an interval runs forward."""
    for row in rows(tables):
        if problem := not_a_period(row.period):
            yield _at(row, "period", problem, PERIOD)


def _units(tables: Tables) -> Iterable[Fault]:
    """A measure has a unit of its kind, and a level one of its indicator's dimension."""
    dimension = {one.unit: one.dimension for one in rows(tables, "units")}
    usual = {one.indicator: dimension[one.unit] for one in rows(tables, "indicators")}
    broken = []
    for row in rows(tables):
        here, allowed = dimension[row.unit], DIMENSIONS.get(row.measure)
        if row.measure == "level":
            # A correction may set the unit right; the dimension must hold even as printed.
            allowed = {usual[row.indicator]}
        elif row.measure in ("change", "per_year"):
            allowed = {usual[row.indicator], *_CHANGES_OF.get(usual[row.indicator], ())}
        elif row.measure == "share" and usual[row.indicator] in _RATES:
            problem = f"{row.indicator!r} is a rate, which is no part of a whole"
            yield _at(row, "measure", problem, "write level, or name what is a part")
        if allowed and here not in allowed:
            broken.append((row, here, allowed))
    if broken:
        yield from _misfits(broken, tables)


def _misfits(broken: list[tuple[Any, str, set[str]]], tables: Tables) -> Iterable[Fault]:
    """Yield a fault for each unit or indicator that goes with none of its rows, else for rows."""
    levels = [row for row in rows(tables) if row.measure == "level"]
    misfits = [row for row, *_ in broken if row.measure == "level"]
    units = _fitting_none(misfits, levels, "unit")
    others = [row for row in misfits if row.unit not in units]
    indicators = _fitting_none(others, levels, "indicator")
    for one in rows(tables, "units"):
        if one.unit in units:
            problem = f"{one.unit!r} goes with none of the {units[one.unit]} levels printed in it"
            yield Fault("units.csv", one.Index, "dimension", problem, "write what it is a unit of")
    for one in rows(tables, "indicators"):
        if one.indicator in indicators:
            many = indicators[one.indicator]
            problem = f"{one.unit!r} goes with none of the {many} levels of {one.indicator!r}"
            remedy = "write what it is printed in"
            yield Fault("indicators.csv", one.Index, "unit", problem, remedy)
    for row, here, allowed in broken:
        if row.unit in units or row.indicator in indicators:
            continue
        problem = (
            f"{row.unit!r} ({here}) does not go with {row.measure} of "
            f"{row.indicator!r} ({', '.join(sorted(allowed))})"
        )
        remedy = (
            "correct the unit, the measure or the indicator, here or the unit of the indicator in "
            "indicators.csv, or split the indicator"
        )
        yield _at(row, "unit", problem, remedy)


def _fitting_none(misfits: list[Any], levels: list[Any], column: str) -> dict[str, int]:
    """Return what stands in a column of misfits alone, and of several, with how many they are."""
    used = Counter(getattr(row, column) for row in levels)
    misfit = Counter(getattr(row, column) for row in misfits)
    return {one: many for one, many in misfit.items() if many == used[one] and many > 1}


def _order(tables: Tables) -> Iterable[Fault]:
    """Rows stand in the order of the document, inside its span."""
    spans = {row.document: row for row in rows(tables, "documents")}
    outside: dict[str, list[Any]] = {document: [] for document in spans}
    inside: dict[str, list[Any]] = {document: [] for document in spans}
    for row in rows(tables):
        about = spans[row.document]
        there = about.first_line <= row.line <= about.last_line
        (inside if there else outside)[row.document].append(row)
    for own in inside.values():
        for at, other in ordering.out_of_order([row.line for row in own]):
            row, beside = own[at], own[other]
            side = "before" if other < at else "after"
            problem = f"{row.line} is {side} {beside.line}, in row {beside.Index}"
            remedy = "correct the line, or put the row where its line belongs"
            yield _at(row, "line", problem, remedy)
    for document, beyond in outside.items():
        span = f"{spans[document].first_line}-{spans[document].last_line}"
        # One row has a mistyped line; several have a document whose span is.
        if len(beyond) == 1:
            problem = f"{beyond[0].line} is outside {span}, the lines of {document}"
            yield _at(beyond[0], "line", problem, "write the line on which it stands")
        elif beyond:
            before = beyond[0].line < spans[document].first_line
            problem = (
                f"{len(beyond)} rows of {document}, the first {beyond[0].Index}, are outside {span}"
            )
            remedy = "write where the document begins and ends, or the lines of those rows"
            column = "first_line" if before else "last_line"
            yield Fault("documents.csv", spans[document].Index, column, problem, remedy)


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _printed: ("observations",),
    _periods: ("observations",),
    _units: ("observations",),
    _order: ("observations",),
}
