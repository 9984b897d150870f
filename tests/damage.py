"""Damage single cells and rows of the tables and list what ``check`` says nothing of.

    .venv/bin/python tests/damage.py [SEED [TIMES [TABLE ...]]]

Each column of each table under ``data/`` is damaged in every kind, in ``TIMES`` rows of its own,
one at a time: emptied, mistyped, swapped, shifted, taken from another row or table. Of each is told
whether a law of the data sees it, in that file first or elsewhere, or only that the file is not as
it was accepted: then no law can know, or none does yet. What neither sees, and a traceback, are
listed and make it fail.
"""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from analysis import data
from analysis.audit import accepted
from analysis.audit import laws as declared
from analysis.data import folders, laws, loading, schema
from analysis.data.faults import DataError

OBSERVED = 4  # files of observations that are damaged in one run; all have one form
LAW, LAW_ELSEWHERE, TRACEBACK, SILENT = "law", "law, elsewhere", "traceback", "silent"
AS_ACCEPTED = (accepted.CHECK, accepted.ELSEWHERE, accepted.ROWS, accepted.CONTENT)
# What the audit reads: it takes longest, and is asked of no other.
AUDITED = (
    "observations/", "context/", "identities", "explanations", "indicators", "units", "entities",
    "corrections", "volumes", "documents", "accepted",
)  # fmt: skip
Rows = list[list[str]]
DIGITS, LETTERS, CHINESE = "0123456789", "abcdefghijklmnopqrstuvwxyz", "东西南北大小上下一三"


def mistyped(cell: str, dice: random.Random) -> str:
    """One character, another of its kind."""
    places = [at for at, sign in enumerate(cell) if sign.isalnum()]
    if not places:
        return cell
    at = dice.choice(places)
    sign = cell[at]
    kind = DIGITS if sign.isdigit() else LETTERS if sign.isascii() else CHINESE
    return cell[:at] + dice.choice([one for one in kind if one != sign.lower()]) + cell[at + 1 :]


def shifted(cell: str, dice: random.Random) -> str:
    """A year, another one."""
    by = dice.choice([-100, -10, -1, 1, 10, 100])
    return re.sub(r"(?<!\d)(19|20)\d\d(?!\d)", lambda year: str(int(year[0]) + by), cell, count=1)


def numbered(cell: str, times: float) -> str:
    """A number, another size of it."""
    try:
        return f"{float(cell) * times:.15g}"
    except ValueError:
        return cell


CELLS = {
    "empty": lambda cell, dice: "",
    "nan": lambda cell, dice: "NaN",
    "inf": lambda cell, dice: "inf",
    "absurd text": lambda cell, dice: "zzz",
    "absurd number": lambda cell, dice: "-987654321",
    "a thousand times": lambda cell, dice: numbered(cell, 1000),
    "a thousandth": lambda cell, dice: numbered(cell, 0.001),
    "sign turned": lambda cell, dice: numbered(cell, -1),
    "doubled": lambda cell, dice: cell + cell,
    "cut off": lambda cell, dice: cell[:-1],
    "spaces": lambda cell, dice: f" {cell}",
    "full width": lambda cell, dice: cell.translate({48 + d: 0xFF10 + d for d in range(10)}),
    "mistyped": mistyped,
    "year shifted": shifted,
    "case turned": lambda cell, dice: cell.swapcase(),
    "question marks": lambda cell, dice: re.sub(r"[^\x00-\x7f]", "?", cell),
}  # fmt: skip
TAKEN = ("from another row", "from another column", "from another table")
ROWS = ("dropped", "doubled row", "swapped with the next", "cells of the next swapped in")


def damages(rows: Rows, ids: list[str], dice: random.Random, times: int) -> Iterator:
    """Yield kind, column, row of the file, what stood there, and the damaged rows."""
    header, body = rows[0], rows[1:]
    if not body:
        return
    for column, name in enumerate(header):
        for kind in (*CELLS, *TAKEN):
            for at in dice.sample(range(len(body)), min(times, len(body))):
                was = body[at][column]
                now = taken(kind, rows, at + 1, column, ids, dice)
                if now is None or now == was:
                    continue
                spoilt = [list(row) for row in rows]
                spoilt[at + 1][column] = now
                yield kind, name, at + 2, f"{was!r} -> {now!r}", spoilt
    for kind in ROWS:
        for at in dice.sample(range(1, len(rows)), min(times, len(body))):
            if (spoilt := of_a_row(kind, rows, at, dice)) != rows:
                yield kind, "", at + 1, ",".join(rows[at])[:70], spoilt
    yield "header alone", "", 1, "", rows[:1]
    yield "without a header", "", 1, "", rows[1:]
    yield "half", "", 1, "", rows[: 1 + len(body) // 2]


def of_a_row(kind: str, rows: Rows, at: int, dice: random.Random) -> Rows:
    """The rows after a damage of one; as they were where there is no next one to swap with."""
    spoilt = [list(row) for row in rows]
    if kind == "dropped":
        del spoilt[at]
    elif kind == "doubled row":
        spoilt.insert(at, spoilt[at])
    elif at + 1 == len(rows):
        return rows
    elif kind == "swapped with the next":
        spoilt[at], spoilt[at + 1] = spoilt[at + 1], spoilt[at]
    else:
        column = dice.randrange(len(rows[0]))
        spoilt[at][column], spoilt[at + 1][column] = rows[at + 1][column], rows[at][column]
    return spoilt


def taken(
    kind: str, rows: Rows, at: int, column: int, ids: list[str], dice: random.Random
) -> str | None:
    """What stands in a cell after a damage; nothing where there is none of the kind."""
    if kind in CELLS:
        return CELLS[kind](rows[at][column], dice)
    if kind == "from another row":
        return dice.choice(rows[1:])[column]
    if kind == "from another column":
        return dice.choice(rows[at])
    return dice.choice(ids)


def written(rows: Rows) -> str:
    """The text of a file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def read_once(read=schema.read):
    """Reading that remembers each file by its name and content: all but one are as before."""
    known: dict[tuple[str, bytes], tuple] = {}

    def remembered(path: Path, form: dict, name: str) -> tuple:
        key = name, path.read_bytes()
        if key not in known:
            known[key] = read(path, form, name)
        table, faults = known[key]
        return table, list(faults)

    return remembered


def outcome(file: str) -> tuple[str, str]:
    """How ``check`` knows that a file of the data in use is damaged, and what it says first."""
    folder = data.folder()
    try:
        tables, faults = data.read_all()
        loading._load = lambda _: tables
        unread = {fault.file for fault in faults if fault.row or not fault.column}
        faults = faults or laws.broken_laws(tables)
        found = {**accepted.contents(folder), **accepted.rows(tables)}
        if not faults and file.startswith(AUDITED):
            faults = declared.broken_laws(tables)
            found |= {} if faults else accepted.verdicts()
        looked = {kind for kind, _ in found}
        told = [one for one in accepted.changes(tables, found) if one[0] in looked]
    except DataError as error:
        return LAW_ELSEWHERE, str(error.faults[0])
    except Exception:
        return TRACEBACK, traceback.format_exc().strip().splitlines()[-1]
    if faults:
        first = [*accepted.lost(tables, unread), *faults][0]
        return (LAW if first.file == file else LAW_ELSEWHERE), str(first)
    kinds = {kind: f"{name}: {was} -> {now}" for kind, name, was, now in told}
    if not kinds and accepted.faults(tables, folder):  # the order of what is accepted
        return LAW, accepted.FILE
    return next(((kind, kinds[kind]) for kind in AS_ACCEPTED if kind in kinds), (SILENT, ""))


def sweep(seed: int, times: int, wanted: list[str]) -> Iterator[tuple[str, ...]]:
    """Damage a copy of the data; yield file, kind, column, row, what was done, how it is known."""
    dice = random.Random(seed)
    schema.read = read_once()
    with tempfile.TemporaryDirectory() as elsewhere:
        folder = Path(elsewhere) / "data"
        shutil.copytree(folders.FOLDER, folder)
        data.use(folder)
        assert outcome("observations/") == (SILENT, ""), outcome("observations/")
        files = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.csv"))
        ids = sorted({
            line.partition(",")[0] for name in ("entities", "indicators", "units", "documents")
            for line in (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()[1:]
        })  # fmt: skip
        observed = [name for name in files if name.startswith("observations/")]
        some = dice.sample(observed, OBSERVED)
        for name in wanted or [one for one in files if one in some or one not in observed]:
            file = folder / name
            whole = file.read_bytes()
            rows = list(csv.reader(io.StringIO(whole.decode())))
            for kind, column, row, what, spoilt in damages(rows, ids, dice, times):
                file.write_bytes(written(spoilt).encode())
                yield name, kind, column, str(row), what, *outcome(name)
            file.write_bytes(whole)


if __name__ == "__main__":
    seed, times = (int(one) for one in (*sys.argv[1:3], *("2021", "1")[len(sys.argv[1:3]) :]))
    counts: dict[str, Counter] = {}
    for name, kind, column, row, what, known, said in sweep(seed, times, sys.argv[3:]):
        counts.setdefault(name, Counter())[known] += 1
        if known not in (LAW, *AS_ACCEPTED[:3]):
            print(
                f"{known}: {name}, row {row}, {column or 'row'}, {kind}: {what} {said}", flush=True
            )
    ways = (LAW, LAW_ELSEWHERE, *AS_ACCEPTED, TRACEBACK, SILENT)
    print(f"{'':32}", *(f"{way:>15}" for way in ways))
    for name, found in (*counts.items(), ("all", sum(counts.values(), Counter()))):
        print(f"{name:32}", *(f"{found[way]:15}" for way in ways))
    sys.exit(any(found[way] for found in counts.values() for way in (TRACEBACK, SILENT)))
