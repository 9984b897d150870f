"""What was there when someone last looked: each file, its rows, each check of the audit.

No law can tell that a row is gone, that a figure which a check held now stands under a name that
no check asks for, or that a letter of a name is another. ``accepted.csv`` keeps what there was;
``python -m analysis accept`` writes it anew after a change that is meant.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from analysis.audit import elsewhere, report
from analysis.data import Tables, loading
from analysis.data.faults import Fault

FILE = "accepted.csv"
CONTENT, ROWS, CHECK, ELSEWHERE = "content", "rows", "check", "check elsewhere"
_GONE = "git diff shows what went; restore it, or accept a change that is meant: "
_NEW = "look at what is new; accept it where it is meant: "
_ACCEPT = "python -m analysis accept"
Found = Mapping[tuple[str, str], str]  # kind and name, and what was found of it


def rows(tables: Tables) -> Found:
    """Return how many rows each table has, by ``ROWS`` and its file."""
    return {(ROWS, file): str(many) for file, many in loading.rows_of(tables).items()}


def contents(folder: Path) -> Found:
    """Return a fingerprint of each file in ``folder`` but for this one, by ``CONTENT`` and it."""
    return {
        (CONTENT, path.relative_to(folder).as_posix()): _fingerprint(path)
        for path in folder.rglob("*")
        if path.suffix in (".csv", ".json") and path != folder / FILE
    }


def _fingerprint(path: Path) -> str:
    # Another system may end the lines otherwise when it checks them out.
    plain = path.read_bytes().replace(b"\r\n", b"\n")
    return hashlib.sha256(plain).hexdigest()[:16]


def verdicts() -> Found:
    """Return how each check of the audit ends, by its kind and id; of the tables in use."""
    return {
        (kind, name): one.weighed.verdict
        for kind, found in ((CHECK, report.checks()), (ELSEWHERE, elsewhere.checks()))
        for name, one in found.items()
    }


def written(found: Found) -> str:
    """Return ``accepted.csv`` with what was found."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(["kind", "name", "found"])
    lines.writerows([kind, name, said] for (kind, name), said in sorted(found.items()))
    return text.getvalue()


def changes(tables: Tables, found: Found) -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, name, what was accepted and what is found, empty where there is none."""
    before = _before(tables)
    for key in sorted(before.keys() | found.keys()):
        if (was := before.get(key, "")) != (now := found.get(key, "")):
            yield *key, was, now


def lost(tables: Tables, unread: Collection[str] = ()) -> list[Fault]:
    """Return a fault for each table that has fewer rows than were accepted.

    Those of the files in ``unread`` are not counted: what is wrong there is told with its row.
    """
    return [
        _of_rows(file, was, now)
        for kind, file, was, now in changes(tables, rows(tables))
        if kind == ROWS and file not in unread and int(now or 0) < int(was or 0)
    ]


def faults(tables: Tables, folder: Path) -> list[Fault]:
    """Return a fault for each file, number of rows and check that is not as accepted.

    ``tables`` are those of ``folder``, which is in use, and keep the laws of the data.
    """
    at = tables.accepted.reset_index().set_index(["kind", "name"])["row"].to_dict()
    here = _all(tables, folder)
    different = list(changes(tables, here))
    if not different and (folder / FILE).read_text(encoding="utf-8") != written(here):
        problem = "is not as it is written: its rows stand in another order"
        return [Fault(FILE, None, None, problem, f"write it anew: {_ACCEPT}")]
    counted = {name for kind, name, *_ in different if kind == ROWS}
    found = []
    for kind, name, was, now in different:
        if kind == ROWS:
            found.append(_of_rows(name, was, now))
        elif kind != CONTENT:
            said = _of_a_check(f"{kind} {name!r}", was, now)
            found.append(Fault(FILE, at.get((kind, name)), "found", *said))
        elif name not in counted:  # else it is told already
            problem = "is not as it was accepted"
            remedy = f"git diff shows what is other; restore it, or accept what is meant: {_ACCEPT}"
            found.append(Fault(name, None, None, problem, remedy))
    return found


def _of_rows(file: str, was: str, now: str) -> Fault:
    said = f"has {now or 'no'} rows where {was or 'none'} were accepted"
    remedy = _GONE if int(now or 0) < int(was or 0) else _NEW
    return Fault(file, None, None, said, remedy + _ACCEPT)


def _of_a_check(named: str, was: str, now: str) -> tuple[str, str]:
    if not now:
        return f"{named} is gone, and {was!r} was accepted", (
            "look for a figure of it whose name, place, time, measure, status or line was changed: "
            f"{_GONE}{_ACCEPT}"
        )
    if not was:
        return f"{named} ({now}) is new", _NEW + _ACCEPT
    return f"{named} {now}, and {was!r} was accepted", (
        f"look at its figures; accept it where the page says so: {_ACCEPT}"
    )


def accept(tables: Tables, folder: Path) -> list[tuple[str, str, str, str]]:
    """Write ``accepted.csv`` in ``folder``, and return what is other than before.

    ``tables`` are those of the folder, which is in use; as ``changes`` gives it.
    """
    found = _all(tables, folder)
    different = list(changes(tables, found))
    beside = folder / f"{FILE}.part"
    beside.write_text(written(found), encoding="utf-8", newline="\n")
    beside.replace(folder / FILE)
    return different


def _all(tables: Tables, folder: Path) -> Found:
    return {**contents(folder), **rows(tables), **verdicts()}


def _before(tables: Tables) -> Found:
    return {(row.kind, row.name): row.found for row in tables.accepted.itertuples()}
