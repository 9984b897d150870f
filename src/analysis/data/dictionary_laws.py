"""Laws of the dictionary: each thing has one name in each language, one place, and a use."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable

from analysis.data.faults import Fault
from analysis.data.law import Laws, repeats
from analysis.data.loading import Tables, file_of, rows

CHINESE = re.compile("[\u3400-\u9fff]+")
_NAMED = (
    "volumes", "documents", "entities", "indicators", "core",
    "context_sources", "context_indicators", "context_figures", "context_towns",
    "events",
)  # fmt: skip


def _languages(tables: Tables) -> Iterable[Fault]:
    """A Chinese name is written in Chinese, and an English one in letters that are not."""
    # Units stand for themselves: %, G, and the English of one tells which Chinese word it is.
    for name in _NAMED:
        named = [one for one in getattr(tables, name) if one.endswith(("_zh", "_en"))]
        for column in named:
            for row in rows(tables, name):
                said = getattr(row, column)
                chinese = bool(CHINESE.search(said))
                if column.endswith("_zh") and not chinese:
                    problem, remedy = f"{said!r} is not Chinese", "write the name as it is printed"
                elif column.endswith("_en") and (chinese or not re.search("[A-Za-z]", said)):
                    problem, remedy = f"{said!r} is not English", "write the English name"
                else:
                    continue
                yield Fault(file_of(name), row.Index, column, problem, remedy)


def _names(tables: Tables) -> Iterable[Fault]:
    """No two indicators, entities or documents have one name; offices write in every volume."""
    # Two papers of one Chinese name, of two offices, are told apart by the English one.
    for name, column in (
        ("indicators", "name_en"),
        ("entities", "name_en"),
        ("entities", "name_zh"),
        ("documents", "title_en"),
        ("documents", "title_zh"),
        ("context_sources", "title"),
        ("context_indicators", "name_en"),
        ("context_indicators", "name_zh"),
    ):
        apart = [column, "yearbook"] if (name, column) == ("documents", "title_zh") else [column]
        for row, first in repeats(rows(tables, name), *apart):
            problem = f"{getattr(row, column)!r} is the name in row {first.Index} too"
            remedy = "make the two names say what tells them apart, or remove one entry"
            yield Fault(file_of(name), row.Index, column, problem, remedy)


def _splits(tables: Tables) -> Iterable[Fault]:
    """A breakdown has a whole and two parts at least, all in the whole's kind of unit."""
    dimensions = {one.unit: one.dimension for one in rows(tables, "units")}
    names = ("indicators", "context_indicators")
    entries = [(file_of(name), row) for name in names for row in rows(tables, name)]
    kinds = {row.indicator: dimensions[row.unit] for _, row in entries}
    sizes = Counter((row.parent, row.split) for _, row in entries)
    for file, row in entries:
        if not row.parent:
            if row.split:
                problem, remedy = f"{row.split!r} splits no parent", "name the parent, or no split"
                yield Fault(file, row.Index, "split", problem, remedy)
            continue
        if kinds.get(row.parent) != kinds[row.indicator]:
            problem = (
                f"{row.indicator!r} ({kinds[row.indicator]}) is no part of {row.parent!r} "
                f"({kinds.get(row.parent, 'no indicator')})"
            )
            remedy = "name a whole that is counted in the same kind of unit"
            yield Fault(file, row.Index, "parent", problem, remedy)
        if row.split and sizes[row.parent, row.split] == 1:
            others = [
                split
                for parent, split in sorted(sizes)
                if parent == row.parent and split not in ("", row.split)
            ]
            close = difflib.get_close_matches(row.split, others, n=1)
            problem = f"{row.indicator!r} is the only part of {row.parent!r} by {row.split!r}"
            remedy = f"write {close[0]!r}" if close else "restore the others, or leave it empty"
            yield Fault(file, row.Index, "split", problem, remedy)


def _roots(tables: Tables) -> Iterable[Fault]:
    """What lies in a district says which; a district and a province stand for themselves."""
    for row in rows(tables, "entities"):
        alone = row.kind in ("district", "province")
        if alone == bool(row.parent):
            problem = f"{row.entity!r}, a {row.kind}, has {row.parent or 'no parent'}"
            remedy = "leave it empty" if alone else "name the place that it belongs to"
            yield Fault("entities.csv", row.Index, "parent", problem, remedy)


def _trees(tables: Tables) -> Iterable[Fault]:
    """Nothing is a part of itself."""
    for name, column in (("indicators", "indicator"), ("entities", "entity")):
        parents = {getattr(row, column): row.parent for row in rows(tables, name)}
        for row in rows(tables, name):
            one = getattr(row, column)
            above, seen = parents[one], set()
            while above and above not in seen and above != one:
                seen.add(above)
                above = parents[above]
            if above == one:
                problem = f"{parents[one]!r} is, or belongs to, a part of {one!r}"
                yield Fault(
                    f"{name}.csv", row.Index, "parent", problem, "name what it is a part of"
                )


def _dictionary(tables: Tables) -> Iterable[Fault]:
    """Every indicator, entity and unit is used, so that none is a mistyped twin of another."""
    used = {
        "indicator": (("observations", "indicator"), ("indicators", "parent")),
        "entity": (("observations", "entity"), ("entities", "parent")),
        "unit": (
            ("observations", "unit"), ("indicators", "unit"), ("units", "base"), ("core", "unit"),
            ("corrections", "should_be"), ("comparisons", "unit"), ("context_figures", "unit"),
            ("context_indicators", "unit"),
        ),
    }  # fmt: skip
    # Rows are lost oftener than an entry is written for nothing.
    remedy = (
        "restore the rows that used it (is a file cut off?), or correct the one that should; "
        "remove it only when the yearbook prints nothing of it"
    )
    for name, column in (("indicators", "indicator"), ("entities", "entity"), ("units", "unit")):
        known = {getattr(row, other) for user, other in used[column] for row in rows(tables, user)}
        for row in rows(tables, name):
            if (entry := getattr(row, column)) not in known:
                problem = f"{entry!r} is used by no observation"
                yield Fault(f"{name}.csv", row.Index, column, problem, remedy)


def _terms(tables: Tables) -> Iterable[Fault]:
    """A term is Chinese, and another than its indicator's name."""
    names = {row.indicator: row.name_zh for row in rows(tables, "indicators")}
    for row in rows(tables, "terms"):
        if not CHINESE.search(row.term):
            problem, remedy = f"{row.term!r} is not Chinese", "write the term as it is printed"
            yield Fault("terms.csv", row.Index, "term", problem, remedy)
        elif row.term == names[row.indicator]:
            problem, remedy = f"{row.term!r} is the indicator's name", "remove it; names are asked"
            yield Fault("terms.csv", row.Index, "term", problem, remedy)


def _core(tables: Tables) -> Iterable[Fault]:
    """What every communique may print is either in the dictionary or beside it, not in both."""
    for column in ("indicator", "name_zh", "name_en"):
        known = {getattr(row, column) for row in rows(tables, "indicators")}
        for row in rows(tables, "core"):
            if (one := getattr(row, column)) in known:
                problem, remedy = f"{one!r} is in the dictionary", "remove the row: it is used here"
                yield Fault("core.csv", row.Index, column, problem, remedy)
        for row, _ in repeats(rows(tables, "core"), column):
            problem = f"{getattr(row, column)!r} stands in a row above too"
            yield Fault("core.csv", row.Index, column, problem, "tell the two apart")


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _languages: _NAMED,
    _names: ("indicators", "entities", "documents", "context_sources", "context_indicators"),
    _roots: ("entities",),
    _trees: ("indicators", "entities"),
    _splits: ("indicators", "context_indicators"),
    _dictionary: ("indicators", "entities", "units"),
    _terms: ("terms",),
    _core: ("core",),
}
