"""Which folder's tables are in use, and what its ``edition.json`` says that they are about."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.data.faults import DataError, Fault

FILE = "edition.json"
VINTAGES = (FIRST, LATEST) = ("first", "latest")  # or a volume
# The tables lie beside the code that reads them; another folder can be named for another edition.
FOLDER = Path(os.environ.get("YEARBOOK_DATA") or Path(__file__).parents[3] / "data")
_folders = [FOLDER]


@dataclass(frozen=True, slots=True)
class Edition:
    """The year and the entity that the report is about, and which printing of a fact it takes."""

    year: int
    entity: str
    vintage: str


def folder() -> Path:
    """Return the folder whose tables are in use."""
    return _folders[-1]


def use(other: Path) -> None:
    """Use the tables of another folder from now on."""
    _folders[-1] = other


@lru_cache(maxsize=4)  # as the tables are: a folder's are read once
def read(folder: Path) -> Edition:
    """Return what ``edition.json`` in ``folder`` says; ``DataError`` when it cannot be read."""
    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
        found = Edition(said["year"], said["entity"], said["vintage"])
        named = (found.entity, found.vintage)
        if type(found.year) is not int or not all(isinstance(one, str) for one in named):
            raise TypeError("the year is a whole number, everything else is text")
    except (OSError, ValueError, LookupError, TypeError) as error:
        told = f"no {error}" if isinstance(error, KeyError) else str(error)
        remedy = "write year, entity and vintage as CONTRIBUTING.md says"
        fault = Fault(FILE, None, None, f"cannot be read ({told})", remedy)
        raise DataError([fault]) from error
    return found
