"""An invented yearbook: figures written in a line each, and a package that sees no others."""

from contextlib import contextmanager

import pandas as pd
import pytest

from analysis import data, goals

# The words of the verdicts, written out: who reads the table relies on them.
MET, WITHIN, ABOVE = "already met", "at or below the 2021 pace", "above the 2021 pace"
OPEN = "not assessable"

# unit: factor, base unit, dimension, whether it counts whole things
UNITS = {
    "亿元": (1e8, "元", "money", False),
    "万元": (1e4, "元", "money", False),
    "元": (1.0, "元", "money", False),
    "%": (1.0, "%", "ratio", False),
    "倍": (100.0, "%", "ratio", False),
    "番": (1.0, "番", "doublings", True),
    "人": (1.0, "人", "persons", True),
    "万人": (1e4, "人", "persons", False),
    "户": (1.0, "个", "count", True),
    "万户": (1e4, "个", "count", False),
    "天": (1.0, "天", "time in days", True),
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
        "line": 1, "printed": printed, "dimension": dimension, "base_value": value * factor,
        "base_unit": base_unit,
        "low": value - half, "high": value + half, "entity_en": "The district",
        "theme": "output", "name_en": "Output",
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
    return row | {
        "value": at, "low": at, "high": at, "base_value": at * row["base_value"] / row["value"]
    }  # fmt: skip


@contextmanager
def printing(*rows: dict):
    """A yearbook that prints these figures and no others."""
    with pytest.MonkeyPatch.context() as patch:
        frame = pd.DataFrame(list(rows))
        patch.setattr(data, "observations", lambda **_: frame.copy())
        yield


def assess(*rows: dict, **given) -> pd.DataFrame:
    with printing(*rows):
        return goals.assess(**given)


def only(*rows: dict, **given):
    """The assessment of the only goal among the figures."""
    (row,) = assess(*rows, **given).itertuples()
    return row
