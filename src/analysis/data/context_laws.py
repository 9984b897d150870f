"""Laws of figures of other places: of what the dictionary knows, a time and a size that can be."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.data.faults import Fault
from analysis.data.law import Laws
from analysis.data.loading import Tables
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
    own, rows = tables.context_indicators, tables.context_figures
    dictionary = set(tables.indicators["indicator"])
    used = {*rows["indicator"], *own["parent"]}
    for row in own.itertuples():
        if row.indicator in dictionary:
            problem = f"{row.indicator!r} is in the dictionary"
            yield Fault(INDICATORS, row.Index, "indicator", problem, "remove it here")
        if row.indicator not in used:
            problem = f"{row.indicator!r} is used by no figure"
            remedy = "restore the figure that used it, or correct its name; else remove it"
            yield Fault(INDICATORS, row.Index, "indicator", problem, remedy)
        if row.parent and row.parent not in dictionary | set(own["indicator"]):
            problem = f"{row.parent!r} is no indicator"
            yield Fault(
                INDICATORS, row.Index, "parent", problem, "name one here or in the dictionary"
            )


def _places(tables: Tables) -> Iterable[Fault]:
    """A place has the same two names and the same level in each of its rows."""
    places = tables.context_figures[["place", "place_zh", "level"]].drop_duplicates()
    for row in places[places.duplicated("place") | places.duplicated("place_zh")].itertuples():
        problem = f"{row.place!r}, {row.place_zh!r}, a {row.level}, is another in a row above"
        remedy = "write a place's two names and its level alike in each row"
        yield Fault(FIGURES, row.Index, "place", problem, remedy)


def _measured(tables: Tables) -> Iterable[Fault]:
    """A figure of another place is of a known indicator, in a unit that goes with its measure."""
    both = pd.concat([tables.indicators, tables.context_indicators]).drop_duplicates("indicator")
    dimension = tables.units.set_index("unit")["dimension"].to_dict()
    usual = both.set_index("indicator")["unit"].map(dimension)
    for row in tables.context_figures.itertuples():
        if row.indicator not in usual:
            problem = f"{row.indicator!r} is no indicator"
            close = difflib.get_close_matches(row.indicator, usual.index, n=1)
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
    published = tables.context_sources.set_index("source")["date"]
    for row in tables.context_figures.itertuples():
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
    for row in tables.context_figures.itertuples():
        if row.measure in ("level", "share") and row.value.startswith("-"):
            problem = f"{row.value} is no {row.measure}"
            yield Fault(FIGURES, row.Index, "value", problem, "remove the minus, or say change")


def _rates(tables: Tables) -> Iterable[Fault]:
    """A growth halves or doubles what it is of at most, by year; a share is no more than all."""
    units = tables.units.set_index("unit")
    for row in tables.context_figures.itertuples():
        dimension, factor = units.at[row.unit, "dimension"], units.at[row.unit, "factor"]
        if dimension not in _WHOLE:
            continue
        part = float(row.value) * factor / _WHOLE[dimension]
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
    units = tables.units.set_index("unit")
    both = pd.concat([tables.indicators, tables.context_indicators])
    themes = both.drop_duplicates("indicator").set_index("indicator")["theme"]
    rows = _levels(tables.context_figures, "place", units)
    kinds = tables.entities.set_index("entity")["kind"]
    own = tables.observations[tables.observations["status"] == "outturn"]
    own = _levels(own[own["entity"].map(kinds) == "district"], "entity", units)
    others = pd.concat([own[own["indicator"].isin({PEOPLE, *rows["indicator"]})], rows])
    alike = dict(iter(others.groupby(["indicator", "kind"])))
    for row in rows.itertuples():
        beside = alike[row.indicator, row.kind]
        beside = beside[beside["place"] != row.place]
        if beside.empty:
            theme = themes.get(row.indicator)
            kin = (
                places[
                    (places["indicator"].map(themes) == theme)
                    & (places["kind"] == row.kind)
                    & (places["indicator"] != row.indicator)
                ]
                for places in (rows[rows["place"] == row.place], own)
            )
            beside = next((found for found in kin if not found.empty), beside)
        if (times := _off(row, beside)) >= _TIMES:
            problem = f"{row.value} {row.unit} is {times:,.0f} times off whatever it is like"
            remedy = "look for a lost or doubled digit, 万 or 亿, or another indicator"
            yield Fault(FIGURES, row.Index, "value", problem, remedy)


def _off(row: Any, beside: pd.DataFrame) -> float:
    """Return how many times a level is the nearest other; 0 where there is none.

    A total, which is printed in tens of thousands or more, is by resident where those are known.
    """
    by_head = (beside["by_head"] / row.by_head).dropna()
    total = row.factor >= _TEN_THOUSAND and not by_head.empty
    ratios = by_head if total else beside["base"] / row.base
    return min((max(one, 1 / one) for one in ratios), default=0)


def _levels(rows: pd.DataFrame, place: str, units: pd.DataFrame) -> pd.DataFrame:
    """Return levels above nothing in base units (``base``, ``kind``), and by resident."""
    rows = rows.assign(place=rows[place], factor=rows["unit"].map(units["factor"]))
    base = rows["value"].astype(float) * rows["factor"]
    rows = rows.assign(base=base, kind=rows["unit"].map(units["base"]))
    rows = rows[(rows["measure"] == "level") & (base > 0)]
    counted = rows["indicator"] == PEOPLE
    people = rows[counted].groupby("place")["base"].median()
    # Residents by resident are one everywhere.
    return rows.assign(by_head=(rows["base"] / rows["place"].map(people)).mask(counted))


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
