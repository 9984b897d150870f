"""The laws that the data keep beyond their schema, each with file, row, column and remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from analysis import data, printed
from analysis.faults import Fault

# What a measure's unit may be: percent or a multiple for rates of growth and shares, points for
# a change of a share.
_DIMENSIONS = {
    "growth": {"ratio", "doublings"},
    "growth_real": {"ratio"},
    "growth_pa": {"ratio"},
    "share": {"ratio", "rate per thousand"},
    "share_change": {"points"},
    "completion": {"ratio"},
    "rank": {"rank"},
}


def faults(folder: Path = data.FOLDER) -> list[Fault]:
    """Return every fault of the data in ``folder``: form, references, and the laws below.

    Empty when the data are sound.
    """
    tables, found = data.read_all(folder)
    if found:
        return found
    for law in (_printed, _units, _order, _ranges, _dictionary, _corrections):
        found += law(tables)
    return found


def _file(row) -> str:
    return f"observations/{row.document}.csv"


def _printed(tables: data.Tables) -> list[Fault]:
    """The number in ``printed`` is the number in ``value``, sign apart."""
    found = []
    for row in tables.observations.itertuples():
        try:
            number = printed.number(row.printed)
        except ValueError as error:
            found.append(
                Fault(
                    _file(row),
                    row.Index,
                    "printed",
                    str(error),
                    "copy the number, and its unit, exactly as it stands",
                )
            )
            continue
        # A sign that is printed must be kept; a fall that is told in words has none to compare.
        agrees = number == row.value if number < 0 else number == abs(row.value)
        if not agrees:
            found.append(
                Fault(
                    _file(row),
                    row.Index,
                    "value",
                    f"is {row.value:g}, but {row.printed!r} is printed",
                    "correct the one that was mistyped; the text is the judge",
                )
            )
        end = printed.upper(row.printed)
        if (end is None) != pd.isna(row.value_max) or (end is not None and end != row.value_max):
            found.append(
                Fault(
                    _file(row),
                    row.Index,
                    "value_max",
                    f"is {row.value_max:g}, but {row.printed!r} is printed",
                    "write the upper end of a printed range, and nothing where there is none",
                )
            )
        unit = re.sub(r"^[-−]?[\d,.—–~\s-]+", "", row.printed)
        if unit and not printed.in_words(row.printed) and not _same_unit(unit, row.unit):
            found.append(
                Fault(
                    _file(row),
                    row.Index,
                    "unit",
                    f"is {row.unit!r}, but {row.printed!r} is printed",
                    "write the unit as printed; a misprint goes into corrections.csv",
                )
            )
    return found


def _same_unit(written: str, unit: str) -> bool:
    plain = re.sub(r"[\s()（）]", "", written)
    return plain.replace("％", "%") == unit


def _units(tables: data.Tables) -> list[Fault]:
    """A measure has a unit of its kind, and a level one of its indicator's dimension."""
    dimension = tables.units.set_index("unit")["dimension"]
    usual = tables.indicators.set_index("indicator")["unit"].map(dimension)
    found = []
    for row in tables.observations.itertuples():
        here = dimension[row.unit]
        allowed = _DIMENSIONS.get(row.measure)
        if row.measure == "level":
            # A correction may set the unit right; the dimension must hold even as printed.
            allowed = {usual[row.indicator]}
        if allowed and here not in allowed:
            found.append(
                Fault(
                    _file(row),
                    row.Index,
                    "unit",
                    f"{row.unit!r} ({here}) does not go with {row.measure} of "
                    f"{row.indicator!r} ({', '.join(sorted(allowed))})",
                    "correct the unit or the measure, or split the indicator",
                )
            )
    return found


def _order(tables: data.Tables) -> list[Fault]:
    """Rows stand in the order of the document, inside its span."""
    span = tables.documents.set_index("document")[["first_line", "last_line"]]
    found = []
    for document, rows in tables.observations.groupby("document", sort=False):
        first, last = span.loc[document]
        earlier = rows["line"].cummax().shift(fill_value=first)
        for row in rows[(rows["line"] < earlier) | (rows["line"] > last)].itertuples():
            found.append(
                Fault(
                    _file(row),
                    row.Index,
                    "line",
                    f"{row.line} is before the row above or outside {first}-{last}",
                    "put the row where its line belongs",
                )
            )
    return found


def _ranges(tables: data.Tables) -> list[Fault]:
    """A range runs upward."""
    rows = tables.observations
    wrong = rows[rows["value_max"].notna() & ~(rows["value_max"] > rows["value"])]
    return [
        Fault(
            _file(row),
            row.Index,
            "value_max",
            f"{row.value_max:g} is not above {row.value:g}",
            "write the lower end in value, the upper in value_max",
        )
        for row in wrong.itertuples()
    ]


def _dictionary(tables: data.Tables) -> list[Fault]:
    """Every indicator, entity and unit is used, so that none is a mistyped twin of another."""
    rows = tables.observations
    used = {
        "indicators": ("indicator", set(rows["indicator"]) | set(tables.indicators["parent"])),
        "entities": ("entity", set(rows["entity"]) | set(tables.entities["parent"])),
        "units": (
            "unit",
            set(rows["unit"])
            | set(tables.indicators["unit"])
            | set(tables.units["base"])
            | set(tables.corrections["should_be"]),
        ),
    }
    found = []
    for name, (column, known) in used.items():
        table: pd.DataFrame = getattr(tables, name)
        for row, entry in table.loc[~table[column].isin(known), column].items():
            found.append(
                Fault(
                    f"{name}.csv",
                    row,
                    column,
                    f"{entry!r} is used by no observation",
                    "remove it, or correct the observation that should use it",
                )
            )
    return found


def _corrections(tables: data.Tables) -> list[Fault]:
    """Every correction still fits."""
    fixes = tables.corrections
    try:
        data.correct(tables.observations, fixes)
    except data.CorrectionError as error:
        return [Fault("corrections.csv", None, None, str(error), "see the message")]
    wrong = fixes[(fixes["column"] == "unit") & ~fixes["should_be"].isin(tables.units["unit"])]
    found = [
        Fault("corrections.csv", row, "should_be", f"{unit!r} is no unit", "use one of units.csv")
        for row, unit in wrong["should_be"].items()
    ]
    periods = fixes.loc[fixes["column"] == "period", "should_be"]
    found += [
        Fault("corrections.csv", row, "should_be", f"{period!r} is no period", "write 2021 or so")
        for row, period in periods[~periods.str.fullmatch(r"\d{4}(-\d\d-\d\d)?(/\d{4})?")].items()
    ]
    return found


def count(folder: Path = data.FOLDER) -> dict[str, int]:
    """Return how many rows of each table were checked."""
    tables, _ = data.read_all(folder)
    return {name: len(getattr(tables, name)) for name in tables.__dataclass_fields__}
