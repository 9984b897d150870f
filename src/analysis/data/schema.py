"""Reading a table as its descriptor describes it, and saying exactly what is wrong if it isn't.

The descriptor is ``data/datapackage.json`` (Frictionless Table Schema). A spreadsheet can spoil a
CSV in ways that still load: another encoding, a byte order mark, other line ends, a number that
has become text. Each is found here, before a figure is used, with the remedy.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import pandas as pd

from analysis.data import cells, described
from analysis.data.described import DESCRIPTOR, DTYPES
from analysis.data.faults import DataError, Fault

Described = dict[str, Any]  # as JSON has it
_MALFORMED = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
LONGEST_CELL = 131_072  # characters; a longer one is a quote left open


def descriptor(folder: Path) -> dict[str, Described]:
    """Return the resources of ``folder/datapackage.json`` by name, schemas read in.

    Raises ``DataError`` when the descriptor is missing, is not JSON, or has another form than
    ``described`` allows; no file out of the folder is opened.
    """
    try:
        package = _package(folder)
    except _MALFORMED as error:
        raise _unreadable(error) from error
    _refuse(described.faults(package, folder))
    resources = {resource["name"]: dict(resource) for resource in package["resources"]}
    shared: dict[str, Described] = {}
    for resource in resources.values():
        name = resource["schema"]
        if not isinstance(name, str):
            continue
        if name not in shared:
            try:
                shared[name] = json.loads((folder / name).read_text(encoding="utf-8"))
            except _MALFORMED as error:
                raise _unreadable(error, name) from error
            _refuse(described.schema_faults(shared[name], name))
        resource["schema"] = shared[name]
    _refuse(described.reference_faults(resources))
    return resources


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise DataError(faults)


def _package(folder: Path) -> Described:
    return cast(Described, json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8")))


def _unreadable(error: Exception, file: str = DESCRIPTOR) -> DataError:
    said = f"no {error}" if isinstance(error, KeyError) else str(error)
    remedy = "restore it from the repository; YEARBOOK_DATA, where set, names its folder"
    problem = f"the descriptor cannot be read ({said})"
    return DataError([Fault(file, None, None, problem, remedy)])


def read(
    path: Path, schema: Described, name: str | None = None
) -> tuple[pd.DataFrame, list[Fault]]:
    """Read one CSV file by its Table Schema.

    Returns the typed table, whose index is the row in the file (the header is row 1), and the
    faults found. A table with faults holds missing values where a cell could not be read.
    """
    name = name or path.name
    text, faults = _text(path, name)
    if text is None:
        return _empty(schema["fields"]), faults
    frame, found = _typed(text, json.dumps(schema), name)
    return frame.copy(deep=False), faults + found


# What is checked before and after a change is the same but for the files that are changed.
@lru_cache(maxsize=512)
def _typed(text: str, form: str, name: str) -> tuple[pd.DataFrame, list[Fault]]:
    """Return the table that a file's text holds by its schema, a JSON, and the faults in it."""
    schema = json.loads(form)
    fields = schema["fields"]
    columns = [field["name"] for field in fields]
    rows, faults = _rows(text, name)
    header_faults = _header(rows[0] if rows else [], columns, name)
    if header_faults:
        return _empty(fields), header_faults

    whole, numbers = [], []
    for number, row in enumerate(rows[1:], start=2):
        if any("\n" in cell for cell in row):
            problem = "a quote is opened and not closed, and holds the rows below"
            remedy = "close the quote, or double a quote that is meant"
            faults.append(Fault(name, number, None, problem, remedy))
            break
        if len(row) != len(columns):
            problem = f"{len(row)} cells where there are {len(columns)} columns"
            remedy = "check commas and quotes; empty cells need their comma"
            faults.append(Fault(name, number, None, problem, remedy))
            continue
        whole.append(row)
        numbers.append(number)
    if not text.endswith("\n"):
        problem = "the last row has no end (the file may be cut off)"
        remedy = "restore what follows, or end the row with a line end"
        faults.append(Fault(name, len(rows), None, problem, remedy))
    typed = {}
    for place, field in enumerate(fields):
        column = [row[place] for row in whole]
        said = {cell: cells.read(cell, field) for cell in set(column)}  # many cells say the same
        typed[field["name"]] = [said[one][0] for one in column]
        faults += [
            Fault(name, number, field["name"], *wrong)
            for number, cell in zip(numbers, column, strict=True)
            if (wrong := said[cell][1])
        ]
    table = {one["name"]: pd.array(typed[one["name"]], DTYPES[one["type"]]) for one in fields}
    frame = pd.DataFrame(table, index=pd.Index(numbers, name="row"), copy=False)
    return frame, faults + _primary_key(typed, numbers, schema, name)


def _empty(fields: list[Described]) -> pd.DataFrame:
    return pd.DataFrame({field["name"]: pd.Series(dtype=DTYPES[field["type"]]) for field in fields})


def _rows(text: str, name: str) -> tuple[list[list[str]], list[Fault]]:
    """Return the rows of a file, as far as the first that cannot be cut into cells."""
    rows: list[list[str]] = []
    # The limit is the process's, and another reader in it may have raised it.
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        for row in csv.reader(io.StringIO(text)):
            rows.append(row)
    except csv.Error as error:
        problem = f"the row cannot be cut into cells ({error})"
        remedy = "close a quote that is opened there, or shorten the cell"
        return rows, [Fault(name, len(rows) + 1, None, problem, remedy)]
    finally:
        csv.field_size_limit(before)
    return rows, []


def foreign_keys(
    tables: dict[str, pd.DataFrame], resources: dict[str, Described], unread: Collection[str] = ()
) -> list[Fault]:
    """Return a fault for each cell that refers to a row that is not there.

    Where several cells miss the same row, it is that row which was lost or renamed, and the fault
    is its table's. ``tables`` and ``resources`` are keyed by resource name. References to a table
    of ``unread`` are passed over: what is wrong with that table is said once, not for each row
    that names it.
    """
    known: dict[tuple[str, str], set[object]] = {}  # over a hundred tables refer to the same few
    missed: dict[tuple[str, str, object], list[tuple[str, int, str]]] = {}
    for name, resource in resources.items():
        for key in resource["schema"].get("foreignKeys", []):
            column, target = key["fields"], key["reference"]["resource"] or name
            if target in unread:
                continue
            place = target, key["reference"]["fields"]
            if place not in known:
                known[place] = {"", *tables[target][place[1]].tolist()}
            table = tables[name]
            # As a list: cell by cell, a column of pandas is slow to read.
            for row, cell in zip(table.index, table[column].tolist(), strict=True):
                if cell not in known[place]:
                    missed.setdefault((*place, cell), []).append((resource["path"], row, column))
    lost, faults = [], []
    for (target, column, cell), naming in missed.items():
        home = resources[target]["path"]
        close = difflib.get_close_matches(str(cell), map(str, known[target, column]), n=1)
        meant = f"{close[0]!r} stands there: " if close else ""
        if len(naming) < _LOST:
            problem = f"{cell!r} is not in {home}"
            remedy = f"correct it, or add it to {home} (was its row lost?)"
            faults += [Fault(*one, problem, meant + remedy) for one in naming]
            continue
        file, row, _ = naming[0]
        problem = f"{cell!r} is not there, and {len(naming)} cells name it, first {file}, row {row}"
        remedy = f"{meant}restore the row that is lost or renamed, or correct those cells"
        lost.append(Fault(home, None, column, problem, remedy))
    return lost + faults


_LOST = 3  # cells that miss the same row, of which none will be the one mistyped


def _text(path: Path, name: str) -> tuple[str | None, list[Fault]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        problem, remedy = f"cannot be read ({error.strerror})", "restore it from the repository"
        return None, [Fault(name, None, None, problem, remedy)]
    faults = []
    if raw.startswith(b"\xef\xbb\xbf"):
        faults.append(
            Fault(name, 1, None, "starts with a byte order mark", "save it as UTF-8 without BOM")
        )
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        problem = "is not UTF-8 (a spreadsheet may have saved it as GBK)"
        remedy = (
            "save it as UTF-8; in a spreadsheet choose 'CSV UTF-8', then remove the byte order mark"
        )
        return None, [Fault(name, row, None, problem, remedy)]
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        problem, remedy = "holds a NUL, which is no text", "restore it from the repository"
        return None, [*faults, Fault(name, row, None, problem, remedy)]
    if "\r" in text:
        row = text[: text.index("\r")].count("\n") + 1
        problem, remedy = "has line ends other than \\n", "save it with Unix line ends (LF)"
        faults.append(Fault(name, row, None, problem, remedy))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, faults


def _header(header: list[str], columns: list[str], name: str) -> list[Fault]:
    missing = [column for column in columns if column not in header]
    if missing and len(header) <= 1 and any(mark in "".join(header) for mark in ";\t"):
        return [Fault(name, 1, None, "is not separated by commas", "save it comma-separated")]
    unknown = [column for column in header if column not in columns]
    faults = []
    for column in missing:
        if near := difflib.get_close_matches(column, unknown, 1):
            unknown.remove(near[0])
            problem, remedy = "the column is not in the descriptor", f"rename it to {column!r}"
            faults.append(Fault(name, 1, near[0], problem, remedy))
        else:
            remedy = f"add it: {','.join(columns)}"
            faults.append(Fault(name, 1, column, "the column is missing", remedy))
    problem, remedy = "the column is not in the descriptor", "remove it, or describe it there"
    faults += [Fault(name, 1, column, problem, remedy) for column in unknown]
    if not faults and header != columns:
        problem = "the columns are not in the order of the descriptor"
        faults.append(Fault(name, 1, None, problem, f"write them as {','.join(columns)}"))
    return faults


def _primary_key(
    table: dict[str, list[object]], rows: list[int], schema: Described, name: str
) -> list[Fault]:
    key = schema.get("primaryKey", [])
    key = [key] if isinstance(key, str) else key
    if not key:
        return []
    faults, seen = [], set()
    columns = [table[column] for column in key]
    for row, named in zip(rows, zip(*columns, strict=True), strict=True):
        if named in seen:
            problem = f"repeats an earlier row ({'; '.join(map(str, named))})"
            remedy = "remove one of the two, or tell them apart"
            faults.append(Fault(name, row, ", ".join(key), problem, remedy))
        seen.add(named)
    return faults
