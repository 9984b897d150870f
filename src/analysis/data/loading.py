"""The tables of one data folder: read, checked, and with certain misprints corrected on request."""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

import pandas as pd

from analysis.data import described, folders, kept, ordering, schema
from analysis.data.faults import DataError, Fault

P = ParamSpec("P")
T = TypeVar("T")


class CorrectionError(DataError):
    """A correction does not fit the data any more: its guard is gone."""


@dataclass(frozen=True, eq=False)  # the same tables are the same object
class Tables:
    """The tables of one data folder, typed and with valid references.

    Each has the columns of the descriptor; ``observations`` has ``document`` in front.
    """

    volumes: pd.DataFrame
    documents: pd.DataFrame
    entities: pd.DataFrame
    indicators: pd.DataFrame
    core: pd.DataFrame
    terms: pd.DataFrame
    units: pd.DataFrame
    corrections: pd.DataFrame
    not_figures: pd.DataFrame
    exceptions: pd.DataFrame
    identities: pd.DataFrame
    explanations: pd.DataFrame
    starts: pd.DataFrame
    comparisons: pd.DataFrame
    places: pd.DataFrame
    neighbours: pd.DataFrame
    known_for: pd.DataFrame
    events: pd.DataFrame
    context_sources: pd.DataFrame
    context_indicators: pd.DataFrame
    context_figures: pd.DataFrame
    context_explanations: pd.DataFrame
    context_outlines: pd.DataFrame
    context_towns: pd.DataFrame
    accepted: pd.DataFrame
    observations: pd.DataFrame


_worked_out: WeakKeyDictionary[Tables, dict[Any, Any]] = WeakKeyDictionary()


def kept_beside(work: Callable[Concatenate[Tables, P], T]) -> Callable[Concatenate[Tables, P], T]:
    """Work out something of tables once, and keep it for as long as there are these tables.

    What is worked out must not hold the tables themselves.
    """

    @wraps(work)
    def once(tables: Tables, /, *args: P.args, **kwargs: P.kwargs) -> T:
        kept = _worked_out.setdefault(tables, {})
        key = (work, *args, *kwargs.items())
        if key not in kept:
            kept[key] = work(tables, *args, **kwargs)
        return cast(T, kept[key])

    return once


def load(folder: Path | None = None) -> Tables:
    """Read and check the tables of ``folder``, by default those in use.

    Raises ``DataError`` listing each fault with file, row, column and remedy.
    """
    return _load(folder or folders.folder())


@lru_cache(maxsize=4)
def _load(folder: Path) -> Tables:
    def checked() -> Tables:
        tables, faults = read_all(folder)
        if faults:
            raise DataError(faults)
        return tables

    return kept.once(folder, "tables", checked)


def keep(tables: Tables) -> None:
    """Let ``load`` find tables of the folder in use that were read and found sound just now."""
    kept.once(folders.folder(), "tables", lambda: tables)


def read_all(folder: Path | None = None) -> tuple[Tables, list[Fault]]:
    """Return the tables of ``folder`` and every fault of form or reference.

    ``folder`` is by default the one in use. Raises ``DataError`` when the descriptor cannot be
    read, or describes other tables than these.
    """
    folder = folder or folders.folder()
    resources = schema.descriptor(folder)
    _expected(resources)
    frames, faults, unread = {}, _undescribed(folder, resources), set()
    for name, resource in resources.items():
        frame, found = schema.read(folder / resource["path"], resource["schema"], resource["path"])
        frames[name] = frame
        faults += found
        if found and frame.empty:
            unread.add(name)
    faults += schema.foreign_keys(frames, resources, unread)
    observed = {
        name: frames.pop(name)
        for name, resource in resources.items()
        if _holds_observations(resource)
    }
    written = set(observed) if "documents" in unread else set(frames["documents"]["document"])
    for name in sorted(set(observed) ^ written):
        faults.append(
            Fault(
                "documents.csv",
                None,
                "document",
                f"{name!r} stands in only one of documents.csv and the descriptor's observations",
                "give each document its row, its file and its resource",
            )
        )
    faults += _edition(folder, frames, unread)
    stacked = pd.concat(observed.values()) if observed else pd.DataFrame()
    names = [name for name, frame in observed.items() for _ in range(len(frame))]
    stacked.insert(0, "document", pd.array(names, dtype=described.TEXT))
    return Tables(**frames, observations=stacked), faults


def rows(tables: Tables, name: str = "observations") -> list[Any]:
    """Return the rows of a table as named tuples, made once; ``Index`` is the row in the file.

    Laws go through all of them again and again, and many tables are a few rows, on which one
    operation of pandas takes longer than a whole law on these.
    """
    return _rows(tables, name)


@kept_beside
def _rows(tables: Tables, name: str) -> list[Any]:
    frame = getattr(tables, name)
    columns = [cells.tolist() for _, cells in frame.items()] if len(frame) else []
    cut = zip(frame.index.tolist(), *columns, strict=True)
    return list(map(_row(tuple(frame))._make, cut))


@cache
def _row(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", ("Index", *columns))


def file_of(table: str) -> str:
    """Return the file of a table of ``Tables`` other than the observations."""
    return table.replace("context_", "context/") + ".csv"


def rows_of(tables: Tables) -> dict[str, int]:
    """Return how many rows each file has but for ``accepted.csv``, which keeps these numbers."""
    named = [name for name in Tables.__dataclass_fields__ if name not in _UNCOUNTED]
    counted = {file_of(name): len(getattr(tables, name)) for name in named}
    written = tables.observations["document"].value_counts().to_dict()
    documents = dict.fromkeys(tables.documents["document"], 0) | written
    return counted | {f"observations/{name}.csv": many for name, many in documents.items()}


_UNCOUNTED = ("accepted", "observations")


def _edition(folder: Path, frames: dict[str, pd.DataFrame], unread: set[str]) -> list[Fault]:
    """Return a fault for each name of ``edition.json`` that is in no table."""
    try:
        said = folders.read(folder)
    except DataError as error:
        return list(error.faults)
    named = [("entities", said.entity, ()), ("volumes", said.vintage, folders.VINTAGES)]
    return [
        Fault(
            folders.FILE,
            None,
            table,
            f"{one!r} is not in {table}.csv",
            "restore its row, or name another",
        )
        for table, one, besides in named
        if table not in unread and one not in {*frames[table].iloc[:, 0], *besides}
    ]


def _holds_observations(resource: schema.Described) -> bool:
    return str(resource["path"]).startswith("observations/")


def _expected(resources: dict[str, schema.Described]) -> None:
    wanted = set(Tables.__dataclass_fields__) - {"observations"}
    found = {name for name, one in resources.items() if not _holds_observations(one)}
    remedy = "restore the descriptor from the repository"
    faults = [
        Fault(described.DESCRIPTOR, None, None, f"describes {which} table {name!r}", remedy)
        for which, names in (("no", wanted - found), ("an unknown", found - wanted))
        for name in sorted(names)
    ]
    if faults:
        raise DataError(faults)


def _undescribed(folder: Path, resources: dict[str, schema.Described]) -> list[Fault]:
    """Return a fault for each CSV file of which the descriptor knows nothing: nobody reads it."""
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix.lower() == ".csv"
    }
    problem = f"the file is not described in {described.DESCRIPTOR}"
    return [
        Fault(name, None, None, problem, "describe it there as a resource, or remove it")
        for name in sorted(found - {one["path"] for one in resources.values()})
    ]


def correct(frame: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """Apply ``corrections`` (columns as in ``corrections.csv``) to observations.

    Adds the column ``corrected``. Raises ``CorrectionError`` when a correction matches no
    observation, or one whose cell is not what the correction says it was.
    """
    frame = frame.reset_index(drop=True)
    keys = zip(*(frame[name].tolist() for name in ("document", "line", "printed")), strict=True)
    standing = defaultdict(list)
    for place, key in enumerate(keys):
        standing[key].append(place)
    corrected = [False] * len(frame)
    changed: dict[str, list[Any]] = {}
    for fix in corrections.itertuples():
        at = standing.get((fix.document, fix.line, fix.printed), [])
        if not at:
            alike = (key[:2] for key in standing if key[2] == fix.printed)
            close = ordering.one_off((fix.document, fix.line), alike)
            here = f"is it line {close[1]} of {close[0]}? else " if close else ""
            raise _stale(
                fix.Index,
                f"no observation of {fix.document} stands on line {fix.line} as {fix.printed!r}",
                f"{here}restore the observation as printed; remove the correction only if it was "
                "wrong",
            )
        was, new = fix.was, fix.should_be
        if pd.api.types.is_numeric_dtype(frame[fix.column]):
            try:
                was, new = float(was), float(new)
            except ValueError as error:
                said = f"{fix.column} is a number, and {error}"
                raise _stale(fix.Index, said, "write digits only") from error
        column = changed.setdefault(fix.column, frame[fix.column].tolist())
        if other := [column[place] for place in at if column[place] != was]:
            raise _stale(
                fix.Index,
                f"{fix.column} is {other[0]!r}, not {was!r}",
                "the data have changed; review the correction",
            )
        for place in at:
            column[place], corrected[place] = new, True
    typed = {name: pd.array(column, frame[name].dtype) for name, column in changed.items()}
    return frame.assign(**typed, corrected=pd.array(corrected, "bool"))


def _stale(row: int, problem: str, remedy: str) -> CorrectionError:
    return CorrectionError([Fault("corrections.csv", row, "was", problem, remedy)])
