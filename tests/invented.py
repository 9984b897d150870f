"""An invented yearbook: figures written in a line each, and a package that sees no others."""

from contextlib import contextmanager
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import goals
from analysis.amount import ratio_scale
from analysis.data import Figure
from analysis.goals import assessing, record
from analysis.printed import Interval

# unit: factor, base unit, dimension, whether it counts whole things
UNITS = {
    "亿元": (1e8, "元", "money", False),
    "万元": (1e4, "元", "money", False),
    "元": (1.0, "元", "money", False),
    "%": (1.0, "%", "ratio", False),
    "倍": (100.0, "%", "ratio", False),
    "个百分点": (1.0, "个百分点", "points", False),
    "番": (1.0, "番", "doublings", True),
    "人": (1.0, "人", "persons", True),
    "万人": (1e4, "人", "persons", False),
    "户": (1.0, "个", "count", True),
    "张": (1.0, "个", "count", True),
    "万户": (1e4, "个", "count", False),
    "天": (1.0, "天", "time in days", True),
    "万亩": (1e4, "亩", "area of land", False),
    "吨": (1.0, "吨", "mass", False),
    "万吨": (1e4, "吨", "mass", False),
    "万头": (1e4, "头只", "animals", False),
    "位": (1.0, "位", "rank", True),
    "是否": (1.0, "是否", "yes or no", True),
}


def figure(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    """One observation: ``printed`` is digits only, and its decimals set what rounding leaves."""
    factor, base_unit, dimension, exact = UNITS[unit]
    value = float(printed)
    places = len(printed.partition(".")[2])
    half = 0.0 if exact and not places else 0.5 * 10.0**-places
    return {
        "document": "communique", "entity": "suzhou", "indicator": "output", "period": "2021",
        "measure": measure, "value": value, "unit": unit, "status": "outturn", "bound": "=",
        "line": 1, "printed": printed, "dimension": dimension, "factor": factor,
        "base_unit": base_unit, "low": value - half, "high": value + half, "exact": exact,
        "name_en": "Output", "name_zh": "产出", "note": "", "volume": "2022",
    } | given  # fmt: skip


def goal(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    period = "2022/2026" if measure in ("growth_pa", "per_year") else "2026"
    own = {"document": "report", "status": "target", "period": period, "line": 9}
    return figure(printed, unit, measure, **own | given)


def pace(printed: str, measure: str = "growth", **given) -> dict:
    return figure(printed, "%", measure, **given)


def unrounded(row: dict, fraction: float) -> dict:
    """The figure moved to a place inside its rounding interval, and known there exactly."""
    at = row["low"] + fraction * (row["high"] - row["low"])
    return row | {"value": at, "low": at, "high": at}


def printed(row: dict, place: int = 0) -> Figure:
    """The observation as a figure, in the unit that it is printed in."""
    factor, base = ratio_scale(row["base_unit"], row["factor"])
    own = {
        name: row[name]
        for name in (
            "unit", "bound", "exact", "dimension", "indicator", "entity", "period", "measure",
            "status", "document", "volume", "line", "printed", "note", "name_en", "name_zh",
        )
    }  # fmt: skip
    return Figure(
        factor=factor, base=base, number=row["value"], spread=None, row=place,
        rounded=Interval(row["low"], row["high"]), look_up=None, **own,
    )  # fmt: skip


def start(target: dict, from_: dict, kind: str = "same", role: str = "start", factor: float = 1):
    """A row of ``starts.csv``: what ``target`` is measured from."""
    return target, from_, kind, role, factor


def told(*rows: dict, starts=()) -> record.Record:
    """What an invented yearbook prints; the figures that starts name are printed too."""
    named = [row for _, row, *_ in starts if row not in rows]
    figures = [printed(row, place) for place, row in enumerate([*rows, *named])]
    by_place = {}
    for target, from_, kind, role, factor in starts:
        key = record.place(printed(target))
        one = figures[[*rows, *named].index(from_)]
        by_place.setdefault(key, []).append(record.Start(one, kind, role, factor))
    return record.Record(figures, by_place)


@contextmanager
def printing(*rows: dict):
    """A yearbook that prints these figures and no others."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(record, "read", lambda: told(*rows))
        yield


def assess(*rows: dict, starts=(), as_of: int = 2021) -> pd.DataFrame:
    return goals.assess(as_of, of=told(*rows, starts=starts))


def only(*rows: dict, starts=(), as_of: int = 2021) -> SimpleNamespace:
    """The assessment of the only goal among the figures."""
    (row,) = assessing.each(told(*rows, starts=starts), as_of)
    return SimpleNamespace(**row)
