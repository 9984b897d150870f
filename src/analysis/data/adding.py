"""A new volume, and a new document: its row, its entry and its empty file, all three or none."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from analysis.data import edition, folders, laws, schema
from analysis.data.described import DESCRIPTOR
from analysis.data.faults import DataError, Fault

DOCUMENTS, VOLUMES = "documents.csv", "volumes.csv"
# The entries of the descriptor stand one below the other, and so does a new one.
_ENTRY = """    {{
      "name": "{name}", "path": "{path}", "profile": "tabular-data-resource",
      "schema": "{schema}"
    }}"""


@dataclass(frozen=True, slots=True)
class Document:
    """A row of ``documents.csv``; what is left empty is copied, see ``add``."""

    document: str
    yearbook: str
    year: int
    role: str
    title_zh: str
    title_en: str
    page: int
    first_line: int
    last_line: int
    issuer_zh: str = ""
    issuer_en: str = ""
    date: str = ""
    readings: int = 1


@dataclass(frozen=True, slots=True)
class Volume:
    """A row of ``volumes.csv`` but for the fingerprint; ``redistribution`` may be left empty."""

    volume: str
    year: int
    title_zh: str
    title_en: str
    editor: str
    publisher: str
    published: str
    isbn: str
    redistribution: str = ""


def add_volume(new: Volume, text: Path, folder: Path | None = None) -> list[Path]:
    """Add a volume, known by its ``text``, to the tables of ``folder``, by default those in use.

    What may be redistributed, where it is left empty, is what may be of the volume before. Returns
    the file written. Raises ``DataError`` as ``add`` does, and ``OSError`` where the text cannot be
    read; then nothing is written.
    """
    folder = folder or folders.folder()
    row = asdict(new) | {"sha256": hashlib.sha256(text.read_bytes()).hexdigest()}
    return _add({VOLUMES: _appended(VOLUMES, row, ["redistribution"], folder)}, folder)


def add(new: Document, folder: Path | None = None) -> list[Path]:
    """Add a document without figures to the tables of ``folder``, by default those in use.

    The issuer of a main document, left empty, is that of the latest of its role. Returns the files
    written: all, or after an error none. Raises ``DataError`` with every fault that the data would
    have with it and have not without it, and for a document that is there already.
    """
    folder = folder or folders.folder()
    return _add(_with(new, folder), folder)


def _add(written: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write files that add no fault to the data."""
    with tempfile.TemporaryDirectory() as elsewhere:
        tried = Path(elsewhere) / "data"
        shutil.copytree(folder, tried)
        for name, content in written.items():
            (tried / name).write_bytes(content)
        if found := laws.faults(tried):
            before = set(map(str, laws.faults(folder)))
            if spoiled := [one for one in found if str(one) not in before]:
                raise DataError(spoiled)
    return _write(folder, written)


def _with(new: Document, folder: Path) -> dict[str, bytes]:
    """Return the files, by name, as they are with the document."""
    name = f"observations/{new.document}.csv"
    if not re.fullmatch("[a-z0-9_]+", new.document):
        problem = f"{new.document!r} is no name of a document"
        raise DataError([Fault(DOCUMENTS, None, "document", problem, "write it as a-z, 0-9, _")])
    if (folder / name).exists():
        problem = "is there already"
        raise DataError([Fault(name, None, None, problem, "choose another name, or remove it")])
    resources = schema.descriptor(folder)
    shared = [one for one in resources.values() if one["path"].startswith("observations/")][-1]
    columns = [field["name"] for field in shared["schema"]["fields"]]
    issuer = ["issuer_zh", "issuer_en"] if new.role in edition.MAIN else []
    return {
        DOCUMENTS: _appended(DOCUMENTS, asdict(new), issuer, folder, alike="role"),
        DESCRIPTOR: _described(new.document, name, folder).encode(),
        name: (",".join(columns) + "\n").encode(),
    }


def _appended(
    file: str, row: dict[str, object], copied: list[str], folder: Path, alike: str = ""
) -> bytes:
    """Return a table with a row more, empty cells of ``copied`` filled from the latest before it.

    ``alike`` names the column in which that one must be as the new row.
    """
    form = schema.descriptor(folder)[file.removesuffix(".csv")]["schema"]
    table, _ = schema.read(folder / file, form, file)
    before = table[table[alike] == row[alike]] if alike else table
    latest = before.sort_values("year", kind="stable").tail(1)
    for column in copied:
        row[column] = row[column] or "".join(latest[column])
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row[column] for column in table.columns)
    return (folder / file).read_bytes() + line.getvalue().encode()


def _described(document: str, path: str, folder: Path) -> str:
    text = (folder / DESCRIPTOR).read_text(encoding="utf-8")
    schema_file = next(
        one["schema"]
        for one in json.loads(text)["resources"]
        if one["path"].startswith("observations/")
    )
    entry = _ENTRY.format(name=document, path=path, schema=schema_file)
    above, end, below = text.rpartition("}\n  ]")
    if not end:  # written by a program, on one line
        package = json.loads(text)
        package["resources"].append(json.loads(entry))
        return json.dumps(package, ensure_ascii=False)
    return f"{above}}},\n{entry}\n  ]{below}"


def _write(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write files, or put back what was there before the one that cannot be written."""
    had = {name: (folder / name).read_bytes() for name in contents if (folder / name).exists()}
    try:
        for name, content in contents.items():
            beside = folder / f"{name}.part"
            beside.write_bytes(content)
            beside.replace(folder / name)
    except OSError:
        for name in contents:
            (folder / f"{name}.part").unlink(missing_ok=True)
            if name in had:
                (folder / name).write_bytes(had[name])
            else:
                (folder / name).unlink(missing_ok=True)
        raise
    return [folder / name for name in contents]
