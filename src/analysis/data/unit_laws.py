"""Laws of units: each a multiple of one of its kind, and exact only where things are counted."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from analysis.data.faults import Fault
from analysis.data.law import Laws
from analysis.data.loading import Tables


def _scales(tables: Tables) -> Iterable[Fault]:
    """A unit is a positive multiple of one of its own dimension that is a multiple of none."""
    units = tables.units.set_index("unit")
    for row, one in tables.units.iterrows():
        base = units.loc[one["base"]]
        named, times = _multiple(one["unit"], units)
        if one["base"] == one["unit"] and one["factor"] != 1:
            problem = f"is {one['factor']:g}, and {one['unit']} is its own base"
            yield Fault("units.csv", row, "factor", problem, "write 1, or name its base")
        elif named and not math.isclose(one["factor"], times * units.at[named, "factor"]):
            other = f"{named}, each {units.at[named, 'factor']:g} {units.at[named, 'base']}"
            problem = f"is {one['factor']:g}, but {one['unit']} is {times:,} {other}"
            remedy = f"correct it, or the factor of {named}: how many bases each of the two is"
            yield Fault("units.csv", row, "factor", problem, remedy)
        elif not 0 < one["factor"] <= _LARGEST_FACTOR:
            problem = f"{one['factor']:g} is not above 0 and at most {_LARGEST_FACTOR:g}"
            yield Fault("units.csv", row, "factor", problem, "write how many bases it is")
        if (base["factor"], base["dimension"]) != (1, one["dimension"]):
            problem = f"{one['base']!r} is no base of {one['dimension']}"
            remedy = (
                f"name a unit of {one['dimension']} whose factor is 1, or write "
                f"{base['dimension']!r} as its dimension"
            )
            yield Fault("units.csv", row, "base", problem, remedy)


_LARGEST_FACTOR = 1e12  # 万亿, the largest number word that is printed
_NUMBER_WORDS = {"万亿": 10**12, "亿": 10**8, "百万": 10**6, "万": 10**4, "千": 1000}


def _multiple(unit: str, units: pd.DataFrame) -> tuple[str, int]:
    """Return the unit that a unit is a multiple of by its name, and how many; else nothing."""
    for word, times in _NUMBER_WORDS.items():
        if unit.startswith(word) and (rest := unit.removeprefix(word)) in units.index:
            return rest, times
    return "", 1


def _exactness(tables: Tables) -> Iterable[Fault]:
    """Whole things are counted one by one: no multiple of a unit, and no measure, is exact."""
    # A count that is printed in tens of thousands, or a mass, is rounded to its last digit.
    counted = {"count", "animals", "persons", "person-times", "rank", "time", "yes or no"}
    for row in tables.units[tables.units["exact"]].itertuples():
        if row.factor != 1 or row.dimension not in counted:
            problem = f"is true of {row.factor:g} {row.base} ({row.dimension})"
            remedy = (
                "write false, or correct the factor or the dimension: only single things that are "
                "counted carry no rounding"
            )
            yield Fault("units.csv", row.Index, "exact", problem, remedy)


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _scales: ("units",),
    _exactness: ("units",),
}
