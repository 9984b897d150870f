"""The laws that the data keep beyond their schema, each with file, row, column and remedy."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import data, printed
from analysis.data import cells, dictionary_laws, loading, observed, volume_laws
from analysis.data.faults import Fault

# What a measure's unit may be: percent or a multiple for rates of growth and shares, points for
# a change of a share.
_DIMENSIONS = {
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


def faults(folder: Path | None = None) -> list[Fault]:
    """Return every fault of the data in ``folder``: form, references, and then the laws.

    Empty when the data are sound. Raises ``DataError`` when the descriptor cannot be read.
    """
    tables, found = data.read_all(folder)
    return found or broken_laws(tables)


def broken_laws(tables: data.Tables) -> list[Fault]:
    """Return a fault for each place where tables of a sound form break a law of the data."""
    laws = (
        _printed,
        _periods,
        _units,
        volume_laws.faults,
        observed.faults,
        _order,
        _spans,
        _scales,
        _exactness,
        dictionary_laws.faults,
        _corrections,
        _starts,
        _neighbours,
        _events,
        _context,
        _comparisons,
    )
    return [fault for law in laws for fault in law(tables)]


def count(tables: data.Tables) -> dict[str, int]:
    """Return how many rows each table has."""
    return {name: len(getattr(tables, name)) for name in tables.__dataclass_fields__}


def _at(row: Any, column: str, problem: str, remedy: str) -> Fault:
    return Fault(f"observations/{row.document}.csv", row.Index, column, problem, remedy)


def _printed(tables: data.Tables) -> Iterable[Fault]:
    """The number in ``printed`` is the number in ``value``, sign apart; a range runs upward."""
    exact = tables.units.set_index("unit")["exact"].to_dict()
    for row in loading.rows(tables):
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
        if (end is None) != pd.isna(row.value_max) or (end is not None and end != row.value_max):
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


def _periods(tables: data.Tables) -> Iterable[Fault]:
    """A period is of days that there are, and an interval runs forward."""
    for row in loading.rows(tables):
        if problem := _not_a_period(row.period):
            yield _at(row, "period", problem, _PERIOD)


_PERIOD = "write a year (2021), a date (2021-12-31), or an interval of them (2017/2021)"


def _not_a_period(period: str) -> str:
    """Return what is wrong with a period, or nothing."""
    ends = period.split("/")
    try:
        for end in ends:
            date.fromisoformat(f"{end}-01-01"[:10] if len(end) == 4 else f"{end}-01"[:10])
    except ValueError as error:
        return f"{period!r} is no period ({error})"
    return "" if len(ends) == 1 or ends[0] < ends[1] else f"{period!r} does not run forward"


def _units(tables: data.Tables) -> Iterable[Fault]:
    """A measure has a unit of its kind, and a level one of its indicator's dimension."""
    dimension = tables.units.set_index("unit")["dimension"].to_dict()
    usual = tables.indicators.set_index("indicator")["unit"].map(dimension).to_dict()
    for row in loading.rows(tables):
        here, allowed = dimension[row.unit], _DIMENSIONS.get(row.measure)
        if row.measure == "level":
            # A correction may set the unit right; the dimension must hold even as printed.
            allowed = {usual[row.indicator]}
        elif row.measure in ("change", "per_year"):
            allowed = {usual[row.indicator], *_CHANGES_OF.get(usual[row.indicator], ())}
        elif row.measure == "share" and usual[row.indicator] in _RATES:
            problem = f"{row.indicator!r} is a rate, which is no part of a whole"
            yield _at(row, "measure", problem, "write level, or name what is a part")
        if allowed and here not in allowed:
            problem = (
                f"{row.unit!r} ({here}) does not go with {row.measure} of "
                f"{row.indicator!r} ({', '.join(sorted(allowed))})"
            )
            remedy = "correct the unit or the measure, or split the indicator"
            yield _at(row, "unit", problem, remedy)


def _order(tables: data.Tables) -> Iterable[Fault]:
    """Rows stand in the order of the document, inside its span."""
    spans = _lines(tables)
    reached = {document: first for document, (first, _) in spans.items()}
    for row in loading.rows(tables):
        first, last = spans[row.document]
        if not reached[row.document] <= row.line <= last:
            problem = f"{row.line} is before the row above or outside {first}-{last}"
            yield _at(row, "line", problem, "put the row where its line belongs")
        reached[row.document] = max(reached[row.document], row.line)


def _spans(tables: data.Tables) -> Iterable[Fault]:
    """A document ends after it begins, and what is said of it stands inside it."""
    documents = tables.documents
    backward = documents[documents["last_line"] < documents["first_line"]]
    for row, last in backward["last_line"].items():
        problem, remedy = f"{last} is before the first line", "write where the document ends"
        yield Fault("documents.csv", row, "last_line", problem, remedy)
    ordered = documents.sort_values(["yearbook", "first_line", "last_line"])
    above = ordered.groupby("yearbook")["last_line"].transform(_highest_above)
    for row, one in ordered[ordered["first_line"] <= above].iterrows():
        problem = f"{one['first_line']} is inside the document that ends on {above[row]}"
        remedy = "a line has one document: correct where this begins, or where that ends"
        yield Fault("documents.csv", row, "first_line", problem, remedy)
    spans = _lines(tables)
    for name in ("not_figures", "exceptions", "places", "neighbours", "events"):
        for row in getattr(tables, name).itertuples():
            first, last = spans[row.document]
            if not first <= row.line <= last:
                problem = f"{row.line} is outside the document"
                remedy = "write the line on which it stands"
                yield Fault(f"{name}.csv", row.Index, "line", problem, remedy)


def _lines(tables: data.Tables) -> dict[str, tuple[int, int]]:
    """Return of each document its first and its last line."""
    return {row.document: (row.first_line, row.last_line) for row in tables.documents.itertuples()}


def _highest_above(last: pd.Series) -> pd.Series:
    return last.cummax().shift(fill_value=0)


def _scales(tables: data.Tables) -> Iterable[Fault]:
    """A unit is a positive multiple of one of its own dimension that is a multiple of none."""
    units = tables.units.set_index("unit")
    for row, one in tables.units.iterrows():
        base = units.loc[one["base"]]
        named, times = _multiple(one["unit"], units)
        if named and not math.isclose(one["factor"], times * units.at[named, "factor"]):
            problem = f"is {one['factor']:g}, but {one['unit']} is {times:,} {named}"
            remedy = "write how many bases it is; the name says how many of the other unit"
            yield Fault("units.csv", row, "factor", problem, remedy)
        elif not 0 < one["factor"] <= _LARGEST_FACTOR:
            problem = f"{one['factor']:g} is not above 0 and at most {_LARGEST_FACTOR:g}"
            yield Fault("units.csv", row, "factor", problem, "write how many bases it is")
        if (base["factor"], base["dimension"]) != (1, one["dimension"]):
            problem = f"{one['base']!r} is no base of {one['dimension']}"
            remedy = "name a unit of the same dimension whose factor is 1"
            yield Fault("units.csv", row, "base", problem, remedy)


_LARGEST_FACTOR = 1e12  # 万亿, the largest number word that is printed
_NUMBER_WORDS = {"万亿": 10**12, "亿": 10**8, "百万": 10**6, "万": 10**4, "千": 1000}


def _multiple(unit: str, units: pd.DataFrame) -> tuple[str, int]:
    """Return the unit that a unit is a multiple of by its name, and how many; else nothing."""
    for word, times in _NUMBER_WORDS.items():
        if unit.startswith(word) and (rest := unit.removeprefix(word)) in units.index:
            return rest, times
    return "", 1


def _exactness(tables: data.Tables) -> Iterable[Fault]:
    """Whole things are counted one by one: no multiple of a unit, and no measure, is exact."""
    # A count that is printed in tens of thousands, or a mass, is rounded to its last digit.
    counted = {"count", "animals", "persons", "person-times", "rank", "time", "yes or no"}
    for row in tables.units[tables.units["exact"]].itertuples():
        if row.factor != 1 or row.dimension not in counted:
            problem = f"is true of {row.factor:g} {row.base} ({row.dimension})"
            remedy = "write false: only single things that are counted carry no rounding"
            yield Fault("units.csv", row.Index, "exact", problem, remedy)


def _corrections(tables: data.Tables) -> Iterable[Fault]:
    """Every correction still fits, changes something, and puts in what its column may hold."""
    fixes = tables.corrections
    malformed = [fault for row in fixes.itertuples() for fault in _correction(row, tables)]
    yield from malformed
    if not malformed:
        try:
            data.correct(tables.observations, fixes)
        except data.CorrectionError as error:
            yield from error.faults


def _correction(row: Any, tables: data.Tables) -> Iterable[Fault]:
    """What is wrong with one correction taken alone."""

    def fault(column: str, problem: str, remedy: str) -> Fault:
        return Fault("corrections.csv", row.Index, column, problem, remedy)

    was, new = row.was, row.should_be
    if row.column in ("value", "value_max"):
        for column in ("was", "should_be"):
            number, wrong = cells.read(getattr(row, column), {"type": "number"})
            if wrong:
                yield fault(column, *wrong)
            elif column == "was":
                was = number
            else:
                new = number
    elif row.column == "period":
        if problem := _not_a_period(new):
            yield fault("should_be", problem, _PERIOD)
    else:
        dimension = tables.units.set_index("unit")["dimension"]
        for column, unit in (("was", was), ("should_be", new)):
            if unit not in dimension.index:
                yield fault(column, f"{unit!r} is no unit", "use one of units.csv")
                return
        if dimension[was] != dimension[new]:
            problem = f"{new!r} ({dimension[new]}) is of another kind than {was!r}"
            yield fault("should_be", problem, f"use a unit of {dimension[was]}")
    if was == new:
        problem = f"{row.should_be!r} changes nothing"
        yield fault("should_be", problem, "write what is meant, or remove the correction")


_TARGET = ["document", "line", "indicator", "period", "measure"]
_START = [f"start_{column}" for column in _TARGET]
# What a figure of each of these roles is worked into, and cannot be without.
_WORKED_INTO = {"start": ("add", "times", "over"), "pace": ("pace_times", "pace_over")}


def _starts(tables: data.Tables) -> Iterable[Fault]:
    """A start joins a target to an outturn; what is worked into one figure is of one kind."""
    rows, starts = tables.observations, tables.starts
    aims = set(rows.loc[rows["status"] == "target", _TARGET].itertuples(index=False, name=None))
    came = rows[rows["status"] == "outturn"].groupby(_TARGET)["value"].nunique().to_dict()
    groups: dict[tuple[object, ...], list[Any]] = {}
    for row in starts.itertuples():
        target, start = (tuple(getattr(row, one) for one in key) for key in (_TARGET, _START))
        groups.setdefault(target, []).append(row)
        if target not in aims:
            problem = f"no target stands as {' '.join(map(str, target))}"
            remedy = (
                "restore the target if its file lost it, or write its five cells as it has them"
            )
            yield Fault("starts.csv", row.Index, "indicator", problem, remedy)
        found = came.get(start, 0)
        if found != 1:
            problem = f"{found} outturns stand as {' '.join(map(str, start))}, not one"
            remedy = (
                "restore the outturn if its file lost it, or name exactly one as it stands there"
            )
            yield Fault("starts.csv", row.Index, "start_indicator", problem, remedy)
    for group in groups.values():
        yield from _one_start(group)


def _one_start(group: list[Any]) -> Iterable[Fault]:
    """The rows of one target have one start at most, with all that is worked into it."""
    for row in [row for row in group if row.role == "start"][1:]:
        problem, remedy = "its target has another start above", "make it one: 'add' or 'also'"
        yield Fault("starts.csv", row.Index, "role", problem, remedy)
    for main, others in _WORKED_INTO.items():
        first = next((row for row in group if row.role == main), None)
        for row in [row for row in group if row.role in others]:
            if first is None:
                problem = f"{row.role!r} of a target that has no {main!r}"
                remedy = f"write its {main!r} above it"
                yield Fault("starts.csv", row.Index, "role", problem, remedy)
            elif row.kind != first.kind:
                problem = f"is {row.kind!r}, but of the {main} {first.kind!r}"
                remedy = "write the kind of the figure that they make together on each of them"
                yield Fault("starts.csv", row.Index, "kind", problem, remedy)


def _neighbours(tables: data.Tables) -> Iterable[Fault]:
    """A neighbour is another entity, or the Chinese name of what is none."""
    known = set(tables.entities["entity"])
    for row in tables.neighbours.itertuples():
        if row.neighbour == row.entity:
            problem, remedy = f"{row.entity!r} is no neighbour of itself", "name the neighbour"
            yield Fault("neighbours.csv", row.Index, "neighbour", problem, remedy)
        elif row.neighbour not in known and not dictionary_laws.CHINESE.fullmatch(row.neighbour):
            problem = f"{row.neighbour!r} is neither an entity nor a Chinese name"
            remedy = "name one of entities.csv, or write the name of what is none"
            yield Fault("neighbours.csv", row.Index, "neighbour", problem, remedy)


def _events(tables: data.Tables) -> Iterable[Fault]:
    """A figure that belongs to an event is an observation of the event's document."""
    key = ["document", "indicator", "period", "measure"]
    known = set(tables.observations[key].itertuples(index=False, name=None))
    for row in tables.events.itertuples():
        named = (row.document, row.indicator, row.period, row.measure)
        if any(named[1:]) and named not in known:
            problem = f"no observation is {', '.join(named)}"
            remedy = (
                "restore the observation if its file lost it, or name one, or leave the three empty"
            )
            yield Fault("events.csv", row.Index, "indicator", problem, remedy)


def _context(tables: data.Tables) -> Iterable[Fault]:
    """Figures of other places measure what the dictionary or their own knows, in its units."""
    own, rows = tables.context_indicators, tables.context_figures
    both = pd.concat([tables.indicators, own])
    known, used = set(both["indicator"]), set(rows["indicator"]) | set(own["parent"])
    name = "context/indicators.csv"
    for row in own.itertuples():
        if row.indicator in set(tables.indicators["indicator"]):
            problem = f"{row.indicator!r} is in the dictionary"
            yield Fault(name, row.Index, "indicator", problem, "remove it here")
        if row.indicator not in used:
            problem = f"{row.indicator!r} is used by no figure"
            yield Fault(name, row.Index, "indicator", problem, "remove it, or correct the figure")
        if row.parent and row.parent not in known:
            problem = f"{row.parent!r} is no indicator"
            yield Fault(name, row.Index, "parent", problem, "name one here or in the dictionary")
    places = rows[["place", "place_zh", "level"]].drop_duplicates()
    for row in places[places.duplicated("place") | places.duplicated("place_zh")].itertuples():
        problem = f"{row.place!r}, {row.place_zh!r}, a {row.level}, is another in a row above"
        remedy = "write a place's two names and its level alike in each row"
        yield Fault("context/figures.csv", row.Index, "place", problem, remedy)
    dimension = tables.units.set_index("unit")["dimension"].to_dict()
    usual = both.drop_duplicates("indicator").set_index("indicator")["unit"].map(dimension)
    for row in rows.itertuples():
        name = "context/figures.csv"
        if row.indicator not in known:
            problem = f"{row.indicator!r} is no indicator"
            remedy = "name one of the dictionary, or add it to context/indicators.csv"
            yield Fault(name, row.Index, "indicator", problem, remedy)
            continue
        if problem := _not_a_period(row.period):
            yield Fault(name, row.Index, "period", problem, _PERIOD)
        absolute = row.measure in ("level", "change")
        allowed = {usual[row.indicator]} if absolute else _DIMENSIONS[row.measure]
        if dimension[row.unit] not in allowed:
            problem = f"{row.unit!r} does not go with {row.measure} of {row.indicator!r}"
            yield Fault(name, row.Index, "unit", problem, "correct the unit or the measure")


def _comparisons(tables: data.Tables) -> Iterable[Fault]:
    """What is compared is shown in a unit of its kind, and a doubt has its reason."""
    units = tables.units.set_index("unit")
    usual = tables.indicators.set_index("indicator")["unit"]
    for row in tables.comparisons.itertuples():
        printed_in = usual[row.indicator]
        if units.at[row.unit, "base"] != units.at[printed_in, "base"]:
            problem = f"{row.unit!r} is of another kind than {printed_in!r}, its indicator's unit"
            yield Fault("comparisons.csv", row.Index, "unit", problem, "use a unit of that kind")
        if bool(row.reason) != (row.ranked != "yes"):
            problem = f"goes with a ranking {row.ranked!r}: {row.reason!r}"
            remedy = "say what stands in the way of a ranking, and nothing where nothing does"
            yield Fault("comparisons.csv", row.Index, "reason", problem, remedy)
