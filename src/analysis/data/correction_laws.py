"""Laws of corrections: each still fits, changes something, and puts in what its column may hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analysis.data import cells, loading
from analysis.data.faults import Fault
from analysis.data.law import Laws
from analysis.data.loading import Tables, rows
from analysis.data.periods import PERIOD, not_a_period


def _corrections(tables: Tables) -> Iterable[Fault]:
    """Every correction still fits, changes something, and puts in what its column may hold."""
    malformed = [fault for row in rows(tables, "corrections") for fault in _correction(row, tables)]
    yield from malformed
    if not malformed:
        try:
            loading.correct(tables.observations, tables.corrections)
        except loading.CorrectionError as error:
            yield from error.faults


def _correction(row: Any, tables: Tables) -> Iterable[Fault]:
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
        if problem := not_a_period(new):
            yield fault("should_be", problem, PERIOD)
    else:
        dimension = {one.unit: one.dimension for one in rows(tables, "units")}
        for column, unit in (("was", was), ("should_be", new)):
            if unit not in dimension:
                yield fault(column, f"{unit!r} is no unit", "use one of units.csv")
                return
        if dimension[was] != dimension[new]:
            problem = f"{new!r} ({dimension[new]}) is of another kind than {was!r}"
            yield fault("should_be", problem, f"use a unit of {dimension[was]}")
    if was == new:
        problem = f"{row.should_be!r} changes nothing"
        yield fault("should_be", problem, "write what is meant, or remove the correction")


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _corrections: ("corrections",),
}
