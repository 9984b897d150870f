"""The tables of one data folder: read, checked, and with certain misprints corrected on request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.data import described, folders, kept, ordering, schema
from analysis.data.faults import DataError, Fault


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


@lru_cache(maxsize=1)
def rows(tables: Tables) -> list[Any]:
    """Return the observations one by one, as named tuples: many laws go through all of them."""
    return list(tables.observations.itertuples())


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
    frame = frame.reset_index(drop=True).assign(corrected=False)
    for row, fix in corrections.iterrows():
        at = frame.index[
            (frame["document"] == fix["document"])
            & (frame["line"] == fix["line"])
            & (frame["printed"] == fix["printed"])
        ]
        if at.empty:
            place = ["document", "line"]
            alike = frame.loc[frame["printed"] == fix["printed"], place]
            close = ordering.one_off(tuple(fix[place]), alike.itertuples(index=False, name=None))
            here = f"is it line {close[1]} of {close[0]}? else " if close else ""
            raise _stale(
                row,
                f"no observation of {fix['document']} stands on line {fix['line']} as "
                f"{fix['printed']!r}",
                f"{here}restore the observation as printed; remove the correction only if it was "
                "wrong",
            )
        numeric = pd.api.types.is_numeric_dtype(frame[fix["column"]])
        was, new = fix["was"], fix["should_be"]
        if numeric:
            try:
                was, new = float(was), float(new)
            except ValueError as error:
                said = f"{fix['column']} is a number, and {error}"
                raise _stale(row, said, "write digits only") from error
        found = frame.loc[at, fix["column"]]
        if not (found == was).all():
            raise _stale(
                row,
                f"{fix['column']} is {found.iloc[0]!r}, not {was!r}",
                "the data have changed; review the correction",
            )
        frame.loc[at, fix["column"]] = new
        frame.loc[at, "corrected"] = True
    return frame


def _stale(row: int, problem: str, remedy: str) -> CorrectionError:
    return CorrectionError([Fault("corrections.csv", row, "was", problem, remedy)])
