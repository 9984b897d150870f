"""The laws that the data keep beyond their schema, each with file, row, column and remedy."""

from __future__ import annotations

from pathlib import Path

from analysis import data
from analysis.data import (
    context_laws,
    correction_laws,
    dictionary_laws,
    joining_laws,
    observation_laws,
    observed,
    unit_laws,
    volume_laws,
)
from analysis.data.faults import Fault

_MODULES = (
    observation_laws, volume_laws, unit_laws, dictionary_laws, correction_laws, joining_laws,
    context_laws,
)  # fmt: skip
_NAMING = (
    "indicators.csv", "context/indicators.csv", "corrections.csv", "exceptions.csv", "starts.csv",
    "events.csv", "comparisons.csv",
)  # fmt: skip
LAWS = {law: names for module in _MODULES for law, names in module.LAWS.items()}


def faults(folder: Path | None = None) -> list[Fault]:
    """Return every fault of the data in ``folder``: form, references, and then the laws.

    Empty when the data are sound. Raises ``DataError`` when the descriptor cannot be read.
    """
    tables, found = data.read_all(folder)
    return found or broken_laws(tables)


def broken_laws(tables: data.Tables) -> list[Fault]:
    """Return a fault for each place where tables of a sound form break a law of the data.

    Tables that name figures come last: what they name may be gone because of a fault in itself.
    """
    found = [fault for law in LAWS for fault in law(tables)]
    return sorted([*found, *observed.faults(tables)], key=lambda fault: fault.file in _NAMING)


def count(tables: data.Tables) -> dict[str, int]:
    """Return how many rows each table has."""
    return {name: len(getattr(tables, name)) for name in tables.__dataclass_fields__}


def looked_at(tables: data.Tables) -> dict[str, int]:
    """Return how many rows each law looks at, by what it says."""
    rows = count(tables)
    counted = {_states(law): sum(rows[name] for name in names) for law, names in LAWS.items()}
    return counted | observed.looked_at(tables)


def _states(law: object) -> str:
    return (law.__doc__ or "").partition("\n")[0].rstrip(".").replace("``", "")
