"""The tables of one data folder: read, checked, and with certain misprints corrected on request."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from analysis import schema
from analysis.faults import DataError, Fault

# The tables lie beside the code that reads them; another folder can be named for another edition.
FOLDER = Path(os.environ.get("YEARBOOK_DATA") or Path(__file__).parents[2] / "data")


class CorrectionError(ValueError):
    """A correction does not fit the data any more: its guard is gone."""


@dataclass(frozen=True)
class Tables:
    """The tables of one data folder, typed and with valid references.

    Each has the columns of the descriptor; ``observations`` has ``document`` in front.
    """

    documents: pd.DataFrame
    entities: pd.DataFrame
    indicators: pd.DataFrame
    units: pd.DataFrame
    corrections: pd.DataFrame
    not_figures: pd.DataFrame
    identities: pd.DataFrame
    explanations: pd.DataFrame
    observations: pd.DataFrame


@lru_cache(maxsize=4)
def load(folder: Path = FOLDER) -> Tables:
    """Read and check the tables of ``folder``.

    Raises ``DataError`` listing each fault with file, row, column and remedy.
    """
    tables, faults = read_all(folder)
    if faults:
        raise DataError(faults)
    return tables


def read_all(folder: Path) -> tuple[Tables, list[Fault]]:
    """Read the tables of ``folder`` and return them with every fault of form or reference."""
    resources = schema.descriptor(folder)
    frames, faults = {}, []
    for name, resource in resources.items():
        frame, found = schema.read(folder / resource["path"], resource["schema"], resource["path"])
        frames[name] = frame
        faults += found
    faults += schema.foreign_keys(frames, resources)
    observed = {
        name: frames.pop(name).assign(document=name)
        for name, resource in resources.items()
        if resource["path"].startswith("observations/")
    }
    for name in sorted(set(observed) ^ set(frames["documents"]["document"])):
        faults.append(
            Fault(
                "documents.csv",
                None,
                "document",
                f"{name!r} stands in only one of documents.csv and the descriptor's observations",
                "give each document its row, its file and its resource",
            )
        )
    stacked = pd.concat(observed.values()) if observed else pd.DataFrame()
    stacked.insert(0, "document", stacked.pop("document"))
    return Tables(**frames, observations=stacked), faults


def correct(frame: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """Apply ``corrections`` (columns as in ``corrections.csv``) to observations.

    Adds the column ``corrected``. Raises ``CorrectionError`` when a correction matches no
    observation, or one whose cell is not what the correction says it was.
    """
    frame = frame.reset_index(drop=True).assign(corrected=False)
    for row, fix in corrections.iterrows():
        where = f"corrections.csv, row {row}, column 'was'"
        at = frame.index[
            (frame["document"] == fix["document"])
            & (frame["line"] == fix["line"])
            & (frame["printed"] == fix["printed"])
        ]
        if at.empty:
            raise CorrectionError(
                f"{where}: no observation of {fix['document']} stands on line "
                f"{fix['line']} as {fix['printed']!r}. Remedy: remove the "
                "correction, or restore the observation as printed."
            )
        numeric = pd.api.types.is_numeric_dtype(frame[fix["column"]])
        was, new = fix["was"], fix["should_be"]
        if numeric:
            try:
                was, new = float(was), float(new)
            except ValueError as error:
                raise CorrectionError(
                    f"{where}: {fix['column']} is a number, and {error}. Remedy: write digits only."
                ) from error
        found = frame.loc[at, fix["column"]]
        if not (found == was).all():
            raise CorrectionError(
                f"{where}: {fix['column']} is {found.iloc[0]!r}, not {was!r}. "
                "Remedy: the data have changed; review the correction."
            )
        frame.loc[at, fix["column"]] = new
        frame.loc[at, "corrected"] = True
    return frame
