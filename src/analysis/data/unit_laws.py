"""Laws of units: each a multiple of one of its kind, and exact only where things are counted."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable

from analysis.data.faults import Fault
from analysis.data.law import Laws
from analysis.data.loading import Tables, rows


def _scales(tables: Tables) -> Iterable[Fault]:
    """A unit is a positive multiple of one of its own dimension that is a multiple of none."""
    units = {row.unit: row for row in rows(tables, "units")}
    for row in units.values():
        base = units[row.base]
        named, times = _multiple(row.unit, units)
        if row.base == row.unit and row.factor != 1:
            problem = f"is {row.factor:g}, and {row.unit} is its own base"
            yield Fault("units.csv", row.Index, "factor", problem, "write 1, or name its base")
        elif named and not math.isclose(row.factor, times * units[named].factor):
            other = f"{named}, each {units[named].factor:g} {units[named].base}"
            problem = f"is {row.factor:g}, but {row.unit} is {times:,} {other}"
            remedy = f"correct it, or the factor of {named}: how many bases each of the two is"
            yield Fault("units.csv", row.Index, "factor", problem, remedy)
        elif not 0 < row.factor <= _LARGEST_FACTOR:
            problem = f"{row.factor:g} is not above 0 and at most {_LARGEST_FACTOR:g}"
            yield Fault("units.csv", row.Index, "factor", problem, "write how many bases it is")
        if (base.factor, base.dimension) != (1, row.dimension):
            problem = f"{row.base!r} is no base of {row.dimension}"
            remedy = (
                f"name a unit of {row.dimension} whose factor is 1, or write "
                f"{base.dimension!r} as its dimension"
            )
            yield Fault("units.csv", row.Index, "base", problem, remedy)


_LARGEST_FACTOR = 1e12  # 万亿, the largest number word that is printed
_NUMBER_WORDS = {"万亿": 10**12, "亿": 10**8, "百万": 10**6, "万": 10**4, "千": 1000}


def _multiple(unit: str, units: Container[str]) -> tuple[str, int]:
    """Return the unit that a unit is a multiple of by its name, and how many; else nothing."""
    for word, times in _NUMBER_WORDS.items():
        if unit.startswith(word) and (rest := unit.removeprefix(word)) in units:
            return rest, times
    return "", 1


def _exactness(tables: Tables) -> Iterable[Fault]:
    """Whole things are counted one by one: no multiple of a unit, and no measure, is exact."""
    # A count that is printed in tens of thousands, or a mass, is rounded to its last digit.
    counted = {"count", "animals", "persons", "person-times", "rank", "time", "yes or no"}
    for row in rows(tables, "units"):
        if row.exact and (row.factor != 1 or row.dimension not in counted):
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
