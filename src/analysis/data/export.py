"""One tidy table of everything: each figure a row, with its names, base value and rounding.

The same rows as CSV, Parquet, Excel and SQLite. Periods are text in all of them, so that no reader
takes a year for a number, and a file is the same to the byte whenever it is written.
"""

from __future__ import annotations

import io
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import pandas as pd

from analysis.data.lookup import observations

NAME = "figures"
_WRITTEN = (2000, 1, 1, 0, 0, 0)  # the date that every part of an Excel file bears


def table() -> pd.DataFrame:
    """Return every figure as a row, in the order of the documents.

    The columns of ``observations()``; ``low, high`` are what rounding leaves open in ``unit``, and
    ``corrected`` is true where a misprint was corrected (``printed`` keeps it).
    """
    return observations()


FORMS = ("csv", "parquet", "xlsx", "sqlite")


def write(folder: Path, forms: Iterable[str] = FORMS) -> list[Path]:
    """Write the table to ``folder`` in the ``forms`` named, and return the files.

    Raises ``ValueError`` for another form, and for one whose library is not installed (Parquet and
    Excel come with ``pip install suzhou-yearbook[export]``).
    """
    forms = tuple(forms)
    if unknown := sorted(set(forms) - set(FORMS)):
        raise ValueError(f"no such form: {', '.join(unknown)}; there are {', '.join(FORMS)}")
    frame = table()
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for form in forms:
        try:
            content = _WRITERS[form](frame)
        except ImportError as error:
            raise ValueError(
                f"{form} needs a library that is not installed ({error.name}): "
                "pip install 'suzhou-yearbook[export]'"
            ) from error
        file = folder / f"{NAME}.{form}"
        beside = file.with_suffix(f"{file.suffix}.part")
        beside.write_bytes(content)
        beside.replace(file)
        files.append(file)
    return files


def _csv(frame: pd.DataFrame) -> bytes:
    # The mark at the start lets spreadsheets read Chinese; pandas, R and DuckDB pass over it.
    text: str = frame.to_csv(index=False, lineterminator="\n")
    return f"\ufeff{text}".encode()


def _parquet(frame: pd.DataFrame) -> bytes:
    kept = io.BytesIO()
    frame.to_parquet(kept, index=False, engine="pyarrow")
    return kept.getvalue()


def _xlsx(frame: pd.DataFrame) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = datetime(*_WRITTEN)
    sheet = book.create_sheet(NAME)
    sheet.freeze_panes = "A2"
    sheet.append(list(frame.columns))
    for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False):
        sheet.append([_cell(sheet, value) for value in row])
    kept = io.BytesIO()
    book.save(kept)
    return _undated(kept.getvalue())


def _cell(sheet: object, value: object) -> object:
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"  # a bound of "=" begins like a formula and is none
    return cell


def _undated(content: bytes) -> bytes:
    """Return a zip file whose parts bear no date of today."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "docProps/core.xml":
                start, end = data.find(b"<dcterms:modified"), data.find(b"</dcterms:modified>")
                created = data[data.find(b"<dcterms:created") : data.find(b"</dcterms:created>")]
                data = data[:start] + created.replace(b"created", b"modified") + data[end:]
            entry = zipfile.ZipInfo(part.filename, _WRITTEN)
            new.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _sqlite(frame: pd.DataFrame) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / NAME
        connection = sqlite3.connect(file)
        try:
            frame.to_sql(NAME, connection, index=False)
        finally:
            connection.close()
        return file.read_bytes()


_WRITERS: dict[str, Callable[[pd.DataFrame], bytes]] = {
    "csv": _csv,
    "parquet": _parquet,
    "xlsx": _xlsx,
    "sqlite": _sqlite,
}
