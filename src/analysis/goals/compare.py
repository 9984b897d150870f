"""Documents side by side: what two of them both print of one thing, and whether they agree.

Figures are matched by indicator, entity, period and measure, never by hand: that is what lets a
disagreement be found that nobody was looking for. A goal is the number it states, so goals agree
or differ exactly; a claim is a printed figure and agrees within rounding.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from analysis import data
from analysis.data import AmbiguousFigure, Figure
from analysis.data.addresses import line
from analysis.goals import record
from analysis.goals.record import Record, last_year

SAME = "same"
BOUND = "same number, other bound"
ROUNDING = "same within rounding"
IN_PARTS = "same number, told in parts"
DIFFERENT = "different number"
ONLY_A = "only the first"
ONLY_B = "only the second"

_KEY = ["indicator", "entity", "period", "measure"]
_SIDE = ["line", "printed", "value", "unit", "bound"]

Key = tuple[str, ...]


def side_by_side(
    first: str,
    second: str,
    *,
    statuses: Collection[str],
    ends: int,
    of: Record | None = None,
) -> pd.DataFrame:
    """Set everything that two documents print for periods ending in one year side by side.

    ``first`` and ``second`` name the documents; ``statuses`` says what is looked at (``target``,
    or ``outturn`` and ``forecast``); ``ends`` is the year. Returns a row a thing, in the order of
    the first document and then of the second: ``indicator, entity, period, measure, theme,
    name_en``; then ``line, printed, value, unit, bound, figure`` of each with ``_a`` and ``_b``
    (values in the unit of ``data.figures``); and ``verdict``: ``SAME``, ``BOUND`` (one prints a
    floor or a ceiling), ``ROUNDING`` (claims whose rounding intervals meet), ``IN_PARTS`` (a whole
    in one, in the other all parts that the dictionary gives it, which add up to it just so; of the
    whole and of each part), ``DIFFERENT``, ``ONLY_A``, ``ONLY_B``.

    Raises ``AmbiguousFigure`` when one document prints two numbers for one thing.
    """
    of = record.read() if of is None else of
    looked = [one for one in of.figures if one.status in statuses and last_year(one.period) == ends]
    sides = [_once([one for one in looked if one.document == name]) for name in (first, second)]
    themes = data.indicators()["theme"]
    in_parts = _told_in_parts(*sides) | _told_in_parts(*sides[::-1])
    rows = []
    for key in dict.fromkeys([*sides[0], *sides[1]]):
        a, b = (side.get(key) for side in sides)
        known = a or sides[1][key]
        row: dict[str, object] = dict(zip(_KEY, key, strict=True))
        row |= {"theme": themes.get(known.indicator, ""), "name_en": known.name_en}
        for side, one in (("a", a), ("b", b)):
            if one is not None:
                row |= {f"{name}_{side}": getattr(one, name) for name in _SIDE}
                row[f"figure_{side}"] = one
        rows.append(row | {"verdict": IN_PARTS if key in in_parts else _verdict(a, b)})
    numbered = [f"{name}_{side}" for side in "ab" for name in [*_SIDE, "figure"]]
    table = pd.DataFrame(rows, columns=[*_KEY, "theme", "name_en", *numbered, "verdict"])
    return table.astype({"line_a": "Int64", "line_b": "Int64"})


def _key(figure: Figure) -> Key:
    return figure.indicator, figure.entity, figure.period, figure.measure


def _once(figures: Sequence[Figure]) -> dict[Key, Figure]:
    """Return one figure a thing; a figure printed twice counts once."""
    found: dict[Key, Figure] = {}
    for one in figures:
        known = found.setdefault(_key(one), one)
        if not (_equal(known, one) and known.bound == one.bound):
            raise AmbiguousFigure(
                f"{one.document} prints two numbers for one thing: {one.indicator}, "
                f"lines {line(known.document, known.line)} and {line(one.document, one.line)}"
            )
    return found


def _told_in_parts(wholes: Mapping[Key, Figure], others: Mapping[Key, Figure]) -> set[Key]:
    """Return the wholes of one document, and their parts, which only the other one states."""
    indicators = data.indicators()
    divided = indicators[(indicators["split"] != "") & indicators["parent"].ne("")]
    parts = divided.groupby(["parent", "split"], sort=False).groups
    found: set[Key] = set()
    for key, whole in wholes.items():
        for (parent, _), names in parts.items():
            keys = [(name, *key[1:]) for name in names]
            if parent != key[0] or key in others or not all(one in others for one in keys):
                continue
            if math.isclose(sum(others[one].at for one in keys), whole.at, rel_tol=1e-9):
                found |= {key, *keys}
    return found


def _verdict(a: Figure | None, b: Figure | None) -> str:
    if b is None:
        return ONLY_A
    if a is None:
        return ONLY_B
    if _equal(a, b):
        return SAME if a.bound == b.bound else BOUND
    if "target" in (a.status, b.status) or a.base != b.base:
        return DIFFERENT
    return ROUNDING if a.agrees(b) else DIFFERENT


def _equal(a: Figure, b: Figure) -> bool:
    """Tell whether two figures print one number: nothing is nothing in any unit of its kind."""
    return a.base == b.base and math.isclose(a.at, b.at, rel_tol=1e-9)
