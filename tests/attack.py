"""Plant single mistakes in the observations and count those that ``check`` and ``source`` see.

    YEARBOOK_TEXT=... .venv/bin/python tests/attack.py [SEED [MISTAKES]]

Each is a right number under a wrong name: another place, time, status, measure, bound, indicator,
or the sign turned. They stand in different rows and are looked for at once; one counts as seen
where a fault names its row, so that the count is never too high for what one mistake alone does.
"""

from __future__ import annotations

import os
import random
import re
import sys
from collections import Counter
from dataclasses import replace

import pandas as pd

from analysis import audit, data
from analysis.data import laws, source, wording

SPOILT = ("entity", "indicator", "period", "measure", "value", "status", "bound")
KINDS = ("entity", "period", "status", "measure", "bound", "indicator", "sign")


def spoilt(row: pd.Series, kind: str, tables: data.Tables, dice: random.Random) -> dict:
    """The cells of one row with one mistake in them."""

    def other(column: str, choices) -> dict:
        return {column: dice.choice([one for one in sorted(set(choices)) if one != row[column]])}

    rows = tables.observations
    if kind == "sign":
        return {"value": -row["value"]}
    if kind == "period":
        shift = dice.choice([-5, -1, 1, 5])
        return {"period": re.sub(r"\d{4}", lambda year: str(int(year[0]) + shift), row["period"])}
    if kind == "entity":
        return other("entity", tables.entities["entity"])
    if kind == "indicator":
        # A slip is of the kind that a unit cannot tell.
        units = tables.units.set_index("unit")["dimension"]
        alike = tables.indicators["unit"].map(units)
        own = alike[tables.indicators["indicator"] == row["indicator"]].iloc[0]
        twins = tables.indicators.loc[alike == own, "indicator"]
        return other("indicator", twins if len(twins) > 1 else tables.indicators["indicator"])
    if kind == "measure":
        same = rows.loc[rows["unit"] == row["unit"], "measure"]
        choices = same if same.nunique() > 1 else rows["measure"]
        return other("measure", choices)
    return other(kind, rows[kind])


def turned(frame: pd.DataFrame) -> set[int]:
    """The rows whose checks are gone or end otherwise: `check` compares them with accepted.csv."""
    before, after = audit.checks(), audit.checks(frame)
    return {
        figure.row
        for name, one in before.items()
        if name not in after or after[name].weighed.verdict != one.weighed.verdict
        for figure in one.figures
    }


def attack(seed: int, mistakes: int, lines: list[str]) -> pd.DataFrame:
    """Plant them; columns ``document, row, kind, was, now, seen``."""
    dice = random.Random(seed)
    tables, found = data.read_all()
    assert not found, found
    rows = tables.observations.reset_index()
    planted = []
    for number, place in enumerate(dice.sample(range(len(rows)), mistakes)):
        row, kind = rows.loc[place], KINDS[number % len(KINDS)]
        if kind == "sign" and row["value"] == 0:
            kind = "bound"
        cells = spoilt(row, kind, tables, dice)
        ((column, now),) = cells.items()
        planted.append((place, row["document"], row["row"], kind, row[column], now))
        rows.loc[place, column] = now
    tables = replace(tables, observations=rows.set_index("row"))
    seen = {(fault.file, fault.row) for fault in laws.broken_laws(tables)}
    as_printed = data.observations(corrected=False).assign(**{
        column: rows[column].array
        for column in SPOILT
    })  # fmt: skip
    for table, key, names in (
        ("indicators", "indicator", {"name_zh": "name_zh"}),
        ("entities", "entity", {"entity_zh": "name_zh"}),
    ):
        known = getattr(tables, table).set_index(key)
        as_printed = as_printed.assign(
            **{name: as_printed[key].map(known[column]) for name, column in names.items()}
        )
    read = data.observations
    data.observations = lambda **_: as_printed  # as the tests of `source` do
    try:
        at_fault = set(source.faults(lines).index)
        at_fault |= set(wording.faults(wording.judge(lines)).index)
    finally:
        data.observations = read
    audited = turned(data.observations().assign(**as_printed[list(SPOILT)]))
    table = pd.DataFrame(planted, columns=["place", "document", "row", "kind", "was", "now"])
    table["seen"] = [
        (f"observations/{one.document}.csv", one.row) in seen
        or one.place in at_fault
        or one.place in audited
        for one in table.itertuples()
    ]
    return table


if __name__ == "__main__":
    seed, mistakes = (int(one) for one in (*sys.argv[1:], *("2021", "340")[len(sys.argv) - 1 :]))
    table = attack(seed, mistakes, source.read(os.environ["YEARBOOK_TEXT"]))
    unseen = table[~table["seen"]]
    print(unseen.to_string())
    print(Counter(unseen["kind"]), f"{len(unseen)} of {len(table)} unseen")
