"""Reading a table as its descriptor describes it, and saying exactly what is wrong if it isn't.

The descriptor is ``data/datapackage.json`` (Frictionless Table Schema). A spreadsheet can spoil a
CSV in ways that still load: another encoding, a byte order mark, other line ends, a number that
has become text. Each is found here, before a figure is used, with the remedy.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pandas as pd

from analysis import cells
from analysis.faults import DataError, Fault

DTYPES = {
    "string": "str",
    "number": "float64",
    "integer": "Int64",
    "date": "str",
    "boolean": "bool",
}


def descriptor(folder: Path) -> dict[str, dict]:
    """Return the resources of ``folder/datapackage.json`` by name, schemas read in.

    Raises ``DataError`` when the descriptor is missing or is not JSON.
    """
    path = folder / "datapackage.json"
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        resources = {resource["name"]: dict(resource) for resource in package["resources"]}
        names = [resource["name"] for resource in package["resources"]]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"{', '.join(twice)} described twice")
        for resource in resources.values():
            folder / resource["path"]
            if isinstance(resource["schema"], str):
                text = (folder / resource["schema"]).read_text(encoding="utf-8")
                resource["schema"] = json.loads(text)
    except (OSError, ValueError, KeyError, TypeError) as error:
        fault = Fault(
            path.name,
            None,
            None,
            f"the descriptor cannot be read ({error})",
            "restore it from the repository",
        )
        raise DataError([fault]) from error
    return resources


def read(path: Path, schema: dict, name: str | None = None) -> tuple[pd.DataFrame, list[Fault]]:
    """Read one CSV file by its Table Schema.

    Returns the typed table, whose index is the row in the file (the header is row 1), and the
    faults found. A table with faults holds missing values where a cell could not be read.
    """
    name = name or path.name
    text, faults = _text(path, name)
    fields = schema["fields"]
    columns = [field["name"] for field in fields]
    empty = pd.DataFrame(
        {field["name"]: pd.Series(dtype=DTYPES[field["type"]]) for field in fields}
    )
    if text is None:
        return empty, faults
    rows = list(csv.reader(io.StringIO(text)))
    header_faults = _header(rows[0] if rows else [], columns, name)
    if header_faults:
        return empty, faults + header_faults

    records, numbers = [], []
    for number, row in enumerate(rows[1:], start=2):
        if any("\n" in cell for cell in row):
            faults.append(
                Fault(
                    name,
                    number,
                    None,
                    "a quote is opened and not closed, and holds the rows below",
                    "close the quote, or double a quote that is meant",
                )
            )
            break
        if len(row) != len(columns):
            faults.append(
                Fault(
                    name,
                    number,
                    None,
                    f"{len(row)} cells where there are {len(columns)} columns",
                    "check commas and quotes; empty cells need their comma",
                )
            )
            continue
        values = []
        for field, cell in zip(fields, row, strict=True):
            value, problem = cells.read(cell, field)
            if problem:
                faults.append(Fault(name, number, field["name"], *problem))
            values.append(value)
        records.append(values)
        numbers.append(number)
    table = pd.DataFrame(records, columns=columns, index=pd.Index(numbers, name="row"))
    table = table.astype({field["name"]: DTYPES[field["type"]] for field in fields})
    return table, faults + _primary_key(table, schema, name)


def foreign_keys(tables: dict[str, pd.DataFrame], resources: dict[str, dict]) -> list[Fault]:
    """Return a fault for each cell that refers to a row that is not there.

    ``tables`` and ``resources`` are keyed by resource name.
    """
    faults = []
    for name, resource in resources.items():
        for key in resource["schema"].get("foreignKeys", []):
            column, target = key["fields"], key["reference"]["resource"] or name
            known = set(tables[target][key["reference"]["fields"]])
            cells = tables[name][column]
            for row, cell in cells[~cells.isin(known) & (cells != "")].items():
                faults.append(
                    Fault(
                        Path(resource["path"]).as_posix(),
                        row,
                        column,
                        f"{cell!r} is not in {resources[target]['path']}",
                        f"correct it, or add it to {resources[target]['path']}",
                    )
                )
    return faults


def _text(path: Path, name: str) -> tuple[str | None, list[Fault]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [
            Fault(
                name,
                None,
                None,
                f"cannot be read ({error.strerror})",
                "restore the file from the repository",
            )
        ]
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
        return None, [
            Fault(
                name,
                row,
                None,
                "is not UTF-8 (a spreadsheet may have saved it as GBK)",
                "save it as UTF-8; in a spreadsheet choose 'CSV UTF-8', then remove "
                "the byte order mark",
            )
        ]
    if "\r" in text:
        row = text[: text.index("\r")].count("\n") + 1
        faults.append(
            Fault(
                name, row, None, "has line ends other than \\n", "save it with Unix line ends (LF)"
            )
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, faults


def _header(header: list[str], columns: list[str], name: str) -> list[Fault]:
    missing = [column for column in columns if column not in header]
    if missing and len(header) <= 1 and any(mark in "".join(header) for mark in ";\t"):
        return [Fault(name, 1, None, "is not separated by commas", "save it comma-separated")]
    faults = [
        Fault(name, 1, column, "the column is missing", f"add it: {','.join(columns)}")
        for column in missing
    ]
    faults += [
        Fault(
            name,
            1,
            column,
            "the column is not in the descriptor",
            "remove it, or describe it in the descriptor",
        )
        for column in header
        if column not in columns
    ]
    if not faults and header != columns:
        faults.append(
            Fault(
                name,
                1,
                None,
                "the columns are not in the order of the descriptor",
                f"write them as {','.join(columns)}",
            )
        )
    return faults


def _primary_key(table: pd.DataFrame, schema: dict, name: str) -> list[Fault]:
    key = schema.get("primaryKey", [])
    key = [key] if isinstance(key, str) else key
    if not key:
        return []
    repeated = table[table.duplicated(key, keep="first")]
    return [
        Fault(
            name,
            row,
            ", ".join(key),
            f"repeats an earlier row ({'; '.join(map(str, cells))})",
            "remove one of the two, or tell them apart",
        )
        for row, cells in zip(repeated.index, repeated[key].to_numpy(), strict=True)
    ]
