"""What the report is about: the folder of its data, its year, its place, its main documents.

All but the folder stand in ``edition.json`` beside the tables, and nowhere else: the next volume,
or another county, changes that file.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.data.faults import DataError, Fault

FILE = "edition.json"
# The tables lie beside the code that reads them; another folder can be named for another edition.
FOLDER = Path(os.environ.get("YEARBOOK_DATA") or Path(__file__).parents[3] / "data")
_folders = [FOLDER]


@dataclass(frozen=True, slots=True)
class Edition:
    """The year, the entity, and the main documents by what they are (``communique``)."""

    year: int
    entity: str
    documents: Mapping[str, str]


def folder() -> Path:
    """Return the folder whose tables are in use."""
    return _folders[-1]


def use(other: Path) -> None:
    """Use the tables of another folder from now on."""
    _folders[-1] = other


def year() -> int:
    """Return the year that the report is about."""
    return _in_use().year


def periods(of: int | None = None) -> tuple[str, str]:
    """Return the periods that speak of one year, by default the report's: it, and its end."""
    of = year() if of is None else of
    return str(of), f"{of}-12-31"


def entity() -> str:
    """Return the id of the place that the report is about."""
    return _in_use().entity


def document(role: str = "communique") -> str:
    """Return the id of a main document, by default the statistics bureau's.

    ``role`` is a key of ``documents`` in ``edition.json``. Raises ``ValueError`` for another.
    """
    named = _in_use().documents
    if role not in named:
        raise ValueError(f"{FILE} names no {role!r}; it names {', '.join(named)}")
    return named[role]


def read(folder: Path) -> Edition:
    """Return what ``edition.json`` in ``folder`` says; ``DataError`` when it cannot be read."""
    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
        found = Edition(said["year"], said["entity"], dict(said["documents"]))
        named = [found.entity, *found.documents.values()]
        if type(found.year) is not int or not all(isinstance(one, str) for one in named):
            raise TypeError("the year is a whole number, everything else is text")
    except (OSError, ValueError, LookupError, TypeError) as error:
        told = f"no {error}" if isinstance(error, KeyError) else str(error)
        remedy = "write year, entity and documents as README.md says"
        fault = Fault(FILE, None, None, f"cannot be read ({told})", remedy)
        raise DataError([fault]) from error
    return found


def _in_use() -> Edition:
    return read(folder())
