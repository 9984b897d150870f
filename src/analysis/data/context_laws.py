"""Laws of figures of other places: of what the dictionary knows, a time and a size that can be."""

from __future__ import annotations

import difflib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any, NamedTuple

from analysis.data.faults import Fault
from analysis.data.law import Laws, distinct, repeats
from analysis.data.loading import Tables, rows
from analysis.data.observation_laws import DIMENSIONS
from analysis.data.periods import PERIOD, not_a_period

INDICATORS, FIGURES = "context/indicators.csv", "context/figures.csv"
PEOPLE = "resident_population"
_LATEST = 3  # years after its own in which a figure is still new
# How many times the district's a figure is, as such or by resident: a 万 lost is 10,000 times.
_TIMES = 100
_TEN_THOUSAND = 10_000
# What a share can be of its whole, in the unit of its kind.
_WHOLE = {"ratio": 100, "rate per thousand": 1000}


def _known(tables: Tables) -> Iterable[Fault]:
    """What is measured in other places alone is not in the dictionary, is used, and has a whole."""
    own = rows(tables, "context_indicators")
    dictionary = {row.indicator for row in rows(tables, "indicators")}
    known = dictionary | {row.indicator for row in own}
    used = {row.indicator for row in rows(tables, "context_figures")} | {row.parent for row in own}
    for row in own:
        if row.indicator in dictionary:
            problem = f"{row.indicator!r} is in the dictionary"
            yield Fault(INDICATORS, row.Index, "indicator", problem, "remove it here")
        if row.indicator not in used:
            problem = f"{row.indicator!r} is used by no figure"
            remedy = "restore the figure that used it, or correct its name; else remove it"
            yield Fault(INDICATORS, row.Index, "indicator", problem, remedy)
        if row.parent and row.parent not in known:
            problem = f"{row.parent!r} is no indicator"
            yield Fault(
                INDICATORS, row.Index, "parent", problem, "name one here or in the dictionary"
            )


def _places(tables: Tables) -> Iterable[Fault]:
    """A place has the same two names and the same level in each of its rows."""
    places = distinct(rows(tables, "context_figures"), "place", "place_zh", "level")
    again = {row.Index for one in ("place", "place_zh") for row, _ in repeats(places, one)}
    for row in (row for row in places if row.Index in again):
        problem = f"{row.place!r}, {row.place_zh!r}, a {row.level}, is another in a row above"
        remedy = "write a place's two names and its level alike in each row"
        yield Fault(FIGURES, row.Index, "place", problem, remedy)


def _measured(tables: Tables) -> Iterable[Fault]:
    """A figure of another place is of a known indicator, in a unit that goes with its measure."""
    dimension = {one.unit: one.dimension for one in rows(tables, "units")}
    both = [*rows(tables, "context_indicators"), *rows(tables, "indicators")]
    usual = {row.indicator: dimension[row.unit] for row in both}
    for row in rows(tables, "context_figures"):
        if row.indicator not in usual:
            problem = f"{row.indicator!r} is no indicator"
            close = difflib.get_close_matches(row.indicator, usual, n=1)
            told = f"is it {close[0]!r}? else " if close else ""
            remedy = f"{told}name one of the dictionary, or add it to context/indicators.csv"
            yield Fault(FIGURES, row.Index, "indicator", problem, remedy)
            continue
        absolute = row.measure in ("level", "change")
        allowed = {usual[row.indicator]} if absolute else DIMENSIONS[row.measure]
        if dimension[row.unit] not in allowed:
            problem = f"{row.unit!r} does not go with {row.measure} of {row.indicator!r}"
            yield Fault(FIGURES, row.Index, "unit", problem, "correct the unit or the measure")


def _published(tables: Tables) -> Iterable[Fault]:
    """A figure is published after its time, and within three years."""
    published = {row.source: row.date for row in rows(tables, "context_sources")}
    for row in rows(tables, "context_figures"):
        if problem := not_a_period(row.period):
            yield Fault(FIGURES, row.Index, "period", problem, PERIOD)
            continue
        end, on = row.period.rpartition("/")[2], published[row.source]
        if on[: len(end)] <= end or int(on[:4]) - int(end[:4]) > _LATEST:
            problem = f"{row.period!r} is no time that {row.source}, of {on}, is about"
            remedy = "correct the period, or the source and its date"
            yield Fault(FIGURES, row.Index, "period", problem, remedy)


def _signs(tables: Tables) -> Iterable[Fault]:
    """A level and a share are not below nothing."""
    for row in rows(tables, "context_figures"):
        if row.measure in ("level", "share") and row.value.startswith("-"):
            problem = f"{row.value} is no {row.measure}"
            yield Fault(FIGURES, row.Index, "value", problem, "remove the minus, or say change")


def _rates(tables: Tables) -> Iterable[Fault]:
    """A growth halves or doubles what it is of at most, by year; a share is no more than all."""
    units = {row.unit: row for row in rows(tables, "units")}
    for row in rows(tables, "context_figures"):
        unit = units[row.unit]
        if unit.dimension not in _WHOLE:
            continue
        part = float(row.value) * unit.factor / _WHOLE[unit.dimension]
        if row.measure == "share" and part > 1:
            problem = f"{row.value} {row.unit} is more than all"
        elif row.measure in ("growth", "growth_real", "growth_pa") and not (
            0.5 <= _in_a_year(row, part) <= 2
        ):
            problem = f"{row.value} {row.unit} halves or doubles it in a year"
        else:
            continue
        remedy = "look for a lost decimal point, or another measure or period"
        yield Fault(FIGURES, row.Index, "value", problem, remedy)


def _in_a_year(row: Any, growth: float) -> float:
    """Return how many times as large a growth, as a part of one, makes something in a year."""
    first, _, last = row.period.partition("/")
    mean = row.measure == "growth_pa" or not last
    years = 1 if mean else int(last[:4]) - int(first[:4])
    return math.pow(max(0, 1 + growth), 1 / max(1, years))


def _sizes(tables: Tables) -> Iterable[Fault]:
    """A level is less than a hundred times the district's or another's, a total by resident.

    What no other place has is held against that place's others of its theme and kind of unit, and
    where it has none against the district's.
    """
    units = {row.unit: row for row in rows(tables, "units")}
    both = (*rows(tables, "context_indicators"), *rows(tables, "indicators"))
    themes = {row.indicator: row.theme for row in both}
    districts = {row.entity for row in rows(tables, "entities") if row.kind == "district"}
    own = [row for row in rows(tables) if row.status == "outturn" and row.entity in districts]
    here = _levels(own, "entity", units)
    there = _levels(rows(tables, "context_figures"), "place", units)
    alike = defaultdict(list)
    for level in (*here, *there):
        alike[level.row.indicator, level.kind].append(level)
    for level in there:
        row, theme = level.row, themes.get(level.row.indicator)
        beside = [one for one in alike[row.indicator, level.kind] if one.place != level.place]
        for places in ([one for one in there if one.place == level.place], here):
            beside = beside or [
                one
                for one in places
                if one.kind == level.kind
                and one.row.indicator != row.indicator
                and themes.get(one.row.indicator, "") == theme
            ]
        if (times := _off(level, beside)) >= _TIMES:
            problem = f"{row.value} {row.unit} is {times:,.0f} times off whatever it is like"
            remedy = "look for a lost or doubled digit, 万 or 亿, or another indicator"
            yield Fault(FIGURES, row.Index, "value", problem, remedy)


class _Level(NamedTuple):
    row: Any
    place: str
    kind: str  # the unit that ``base`` is counted in
    total: bool  # printed in tens of thousands or more
    base: float
    by_head: float | None  # nothing where no residents are known, and of residents themselves


def _off(level: _Level, beside: list[_Level]) -> float:
    """Return how many times a level is the nearest other, a total by resident; 0 without one."""
    ratios = []
    if level.total and level.by_head:
        ratios = [one.by_head / level.by_head for one in beside if one.by_head]
    ratios = ratios or [one.base / level.base for one in beside]
    return min((max(one, 1 / one) for one in ratios), default=0)


def _levels(found: Iterable[Any], place: str, units: Mapping[str, Any]) -> list[_Level]:
    """Return levels above nothing in base units, and by resident."""
    levels = [
        (row, getattr(row, place), units[row.unit].factor, base)
        for row in found
        if row.measure == "level" and (base := float(row.value) * units[row.unit].factor) > 0
    ]
    counts = defaultdict(list)
    for row, where, _, base in levels:
        if row.indicator == PEOPLE:
            counts[where].append(base)
    people = {where: median(counted) for where, counted in counts.items()}
    return [
        _Level(
            row,
            where,
            units[row.unit].base,
            factor >= _TEN_THOUSAND,
            base,
            base / people[where] if where in people and row.indicator != PEOPLE else None,
        )
        for row, where, factor, base in levels
    ]


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _places: ("context_figures",),
    _measured: ("context_figures",),
    _published: ("context_figures",),
    _signs: ("context_figures",),
    _rates: ("context_figures",),
    _sizes: ("context_figures",),
    # Last: an entry is oftenest without a use because of a cell that one of the others tells of.
    _known: ("context_indicators",),
}
