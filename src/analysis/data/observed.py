"""Laws of single observations that no form can say: whose they are, when, and of which size.

Each looks at every row that it concerns and is counted, so that a law that looks at nothing is
seen. A row that is right all the same stands in ``exceptions.csv`` with its reason.
"""

from __future__ import annotations

import math
import operator
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from analysis.data.faults import Fault
from analysis.data.loading import Tables, kept_beside, rows

_Key = tuple[str, str, int, str]  # law, document, line and indicator of an exception
Broken = tuple[str, str, str] | None  # column, problem and remedy; nothing where a law is kept
_CHANGES = ("growth", "growth_real", "growth_pa", "change", "share_change", "per_year")
_TIMES = 1000  # as a 万 lost, or 元 for 亿元, makes it
_PAST, _FUTURE = 10, 15  # years around the document's of which it may speak


def faults(tables: Tables) -> Iterable[Fault]:
    """Yield a fault for each observation that breaks a law, and each exception that none needs."""
    for _, _, found, unused in _judged(tables):
        yield from found
        yield from unused


def looked_at(tables: Tables) -> dict[str, int]:
    """Return how many rows each law looked at, by what it says."""
    return {states: seen for states, seen, _, _ in _judged(tables)}


@kept_beside
def _judged(tables: Tables) -> list[tuple[str, int, list[Fault], list[Fault]]]:
    listed = {
        (row.law, row.document, row.line, row.indicator): row.Index
        for row in rows(tables, "exceptions")
    }
    seen: Counter[str] = Counter()
    found: dict[str, list[tuple[_Key, Fault]]] = {law: [] for law in _LAWS}
    unneeded = {key: row for key, row in listed.items() if key[0] in _LAWS}
    for law, judge in _LAWS.items():
        for row, broken in judge(tables):
            seen[law] += 1
            key = (law, row.document, row.line, row.indicator)
            if broken and key in listed:
                unneeded.pop(key, None)
            elif broken:
                fault = Fault(f"observations/{row.document}.csv", row.Index, *broken)
                found[law].append((key, fault))
    meant = {key: _meant(key, found) for key in unneeded}
    judged = []
    for law, judge in _LAWS.items():
        faults = [fault for key, fault in found[law] if key not in meant.values()]
        if law in _TOLD_BY and faults:
            faults = _of_documents(faults, _TOLD_BY[law], tables)
        unused = [_unused(key, meant[key], row) for key, row in unneeded.items() if key[0] == law]
        judged.append(((judge.__doc__ or "").rstrip("."), seen[law], faults, unused))
    return judged


def _meant(key: _Key, found: dict[str, list[tuple[_Key, Fault]]]) -> _Key | None:
    """Return what an exception that none needs is one cell away from, if anything."""
    broken = (one for pairs in found.values() for one, _ in pairs)
    return next((one for one in broken if sum(map(operator.ne, one, key)) == 1), None)


def _unused(key: _Key, meant: _Key | None, row: int) -> Fault:
    law, _, line, indicator = key
    problem = f"no figure of {indicator!r} on line {line} breaks {law!r}"
    remedy = "restore that figure, or look at it again; remove the exception when it is right"
    if meant is None:
        return Fault("exceptions.csv", row, "law", problem, remedy)
    at = next(at for at, (one, other) in enumerate(zip(key, meant, strict=True)) if one != other)
    column = ("law", "document", "line", "indicator")[at]
    remedy = f"write {meant[at]} if the exception is of that one; else correct what breaks it"
    return Fault("exceptions.csv", row, column, problem, remedy)


# What of a document tells the law what its rows are to be.
_TOLD_BY = {"place": "title_zh", "period": "year"}
_OR = {"title_zh": ", its place's name in entities.csv,"}


def _of_documents(found: list[Fault], column: str, tables: Tables) -> list[Fault]:
    """Return one fault, of the document, in the place of those of more than half of its rows."""
    many = Counter(row.document for row in rows(tables))
    broken = Counter(fault.file for fault in found)
    blamed = []
    for one in rows(tables, "documents"):
        file = f"observations/{one.document}.csv"
        if broken[file] > 1 and 2 * broken[file] > many[one.document]:
            first = next(fault for fault in found if fault.file == file)
            problem = f"{broken[file]} of its {many[one.document]} rows do not go with it"
            others = f"{_OR.get(column, '')} or those rows"
            remedy = f"correct it{others}: the first {first.column} {first.problem}"
            blamed.append(Fault("documents.csv", one.Index, column, problem, remedy))
            found = [fault for fault in found if fault.file != file]
    return blamed + found


def _place(tables: Tables) -> Iterable[tuple[Any, Broken]]:
    """A document that bears a place's name speaks of it, any other of the report's place."""
    names = {row.name_zh: row.entity for row in rows(tables, "entities")}
    written = {row.entity: row.name_zh for row in rows(tables, "entities")}
    districts = {row.entity for row in rows(tables, "entities") if row.kind == "district"}
    own = {}
    for row in rows(tables, "documents"):
        begins = [name for name in names if row.title_zh.startswith(name)]
        own[row.document] = {names[max(begins, key=len)]} if begins else districts
    for row in rows(tables):
        if row.entity in own[row.document]:
            yield row, None
            continue
        spoken = "/".join(own[row.document])
        problem = f"is {row.entity!r} ({written[row.entity]}), but the document speaks of {spoken}"
        yield row, ("entity", problem, "correct the place")


def _minus(tables: Tables) -> Iterable[tuple[Any, Broken]]:
    """What is no change is below nothing only where a minus is printed."""
    for row in rows(tables):
        if row.measure in _CHANGES:
            continue
        if row.value >= 0 or re.match("[-−]", row.printed.strip()):
            yield row, None
            continue
        problem = f"{row.value:g} is negative, but {row.printed!r} is printed"
        yield row, ("value", problem, "remove the minus, or correct the measure")


def _past(tables: Tables) -> Iterable[tuple[Any, Broken]]:
    """What came lies in the ten years to the document's, and what is to come does not."""
    about = {row.document: row.year for row in rows(tables, "documents")}
    for row in rows(tables):
        year = about[row.document]
        end = int(row.period.rpartition("/")[2][:4])
        first, last = (year - _PAST, year) if row.status == "outturn" else (year, year + _FUTURE)
        if first <= end <= last:
            yield row, None
            continue
        problem = f"{row.period} is no time of what is {row.status}: {first} to {last}"
        remedy = "correct the period, or the status if it is still to come"
        yield row, ("period", problem, remedy)


def _intervals(tables: Tables) -> Iterable[tuple[Any, Broken]]:
    """A yearly amount or rate is of an interval of years."""
    for row in rows(tables):
        if row.measure not in ("per_year", "growth_pa"):
            continue
        problem = f"{row.period} is no interval, and {row.measure} is a mean of several years"
        wrong = "/" not in row.period
        yield row, ("period", problem, "write the first and the last year") if wrong else None


def _rates(tables: Tables) -> Iterable[tuple[Any, Broken]]:
    """A share is not below nothing, and a rank is a whole number from 1."""
    for row in rows(tables):
        if row.measure not in ("share", "rank"):
            continue
        rank = row.measure == "rank"
        wrong = row.value < 1 or row.value % 1 if rank else row.value < 0
        problem = f"{row.value:g} is no {row.measure}"
        yield row, ("value", problem, "correct the value or the measure") if wrong else None


def _sizes(tables: Tables) -> Iterable[tuple[Any, Broken]]:
    """A level is not a thousand times each other of its indicator in places of its kind."""
    factor = {one.unit: one.factor for one in rows(tables, "units")}
    kind = {one.entity: one.kind for one in rows(tables, "entities")}
    alike = defaultdict(list)
    for row in rows(tables):
        if row.measure == "level" and (base := abs(row.value) * factor[row.unit]) > 0:
            alike[row.indicator, kind[row.entity]].append((base, row))
    for levels in alike.values():
        levels.sort(key=lambda one: one[0])
        apart = [above / below for (below, _), (above, _) in pairwise(levels)]
        # The first has none below it, the last none above; one alone has nothing to be compared to.
        for (_, row), *times in zip(levels, [math.inf, *apart], [*apart, math.inf], strict=True):
            if (nearest := min(times)) == math.inf:
                continue
            problem = f"{row.value:g} {row.unit} is {nearest:,.0f} times off every other"
            remedy = "look for a lost or doubled 万 or 亿 in the unit, or another indicator"
            yield row, ("value", problem, remedy) if nearest >= _TIMES else None


_LAWS = {
    "place": _place,
    "minus": _minus,
    "period": _past,
    "interval": _intervals,
    "rate": _rates,
    "size": _sizes,
}
