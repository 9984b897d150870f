"""Draft documents that were digitised by hand, and count the rows that come out right.

    YEARBOOK_TEXT=... .venv/bin/python tests/draft_measure.py [DOCUMENT...]

Each is left out while it is drafted: of its figures and of the terms that only it prints the
dictionary knows nothing. The names of the dictionary stay, as they will for the next volume.
``--strict`` takes away the indicators that no other document has, too: then the right row cannot be
found, and what counts is that it is marked. ``--sure`` lists rows that are wrong and not marked.

``right``: all columns but the note; ``but for the indicator``: all others; ``wrong, not marked``:
wrong in any column, and ``sure``; each a percent of the rows by hand, missing ones included.
``besides`` counts the rows drafted where no row was written by hand.
"""

from __future__ import annotations

import os
import sys
import time

import pandas as pd

from analysis import data, drafting
from analysis.data import source

COMPARED = (
    "entity", "indicator", "period", "measure", "value", "value_max", "unit", "status", "bound",
    "printed",
)  # fmt: skip
# What a document's role is counted as.
KINDS = {
    "communique": "communique",
    "party report": "reports",
    "congress report": "reports",
    "government report": "reports",
    "consultative conference report": "reports",
    "township": "townships",
    "subdistrict": "communities",
    "community": "communities",
}
OTHER = "departments"
Texts = source.Texts


def without(document: str, entity: str, tables: data.Tables, texts: Texts, *, strict: bool):
    """The dictionary as it is for who has not read the document."""
    others = tables.observations[tables.observations["document"] != document]
    spans = [
        "".join(texts[row.yearbook][row.first_line - 1 : row.last_line]).replace(" ", "")
        for row in tables.documents.itertuples()
        if row.document != document and row.yearbook in texts
    ]
    used = set(others["indicator"])
    terms = tables.terms
    terms = terms[
        [
            row.indicator in used and any(row.term in text for text in spans)
            for row in terms.itertuples()
        ]
    ]
    if strict:
        from dataclasses import replace

        entries = tables.indicators
        tables = replace(tables, indicators=entries[entries["indicator"].isin(used)])
    kinds = tables.entities.set_index("entity")["kind"]
    return drafting.known(tables, others, terms, kinds[entity])


def drafted(document: str, tables: data.Tables, texts: Texts, *, strict: bool = False):
    """The rows that a draft proposes for a document, and those that were written by hand."""
    about = tables.documents.set_index("document").loc[document]
    hand = data.observations(corrected=False).query("document == @document")
    entity, lines = hand["entity"].mode()[0], texts[about["yearbook"]]
    numbered = [
        drafting.Line(at, lines[at - 1])
        for at in range(about["first_line"], about["last_line"] + 1)
    ]
    dictionary = without(document, entity, tables, texts, strict=strict)
    told = drafting.about(int(about["year"]), entity, tables, dictionary)
    return drafting.draft(numbered, told), source.locate(texts, hand)


def compare(made: pd.DataFrame, hand: pd.DataFrame) -> pd.DataFrame:
    """Each row by hand beside the drafted one that stands where it stands: is it right?"""
    made = made.set_index(["line", "position"])
    made = made[~made.index.duplicated()]
    taken, rows = set(), []
    for row in hand.dropna(subset=["position"]).itertuples():
        place = (row.line, row.position)
        one = made.loc[place] if place in made.index and place not in taken else None
        taken.add(place)
        wrong = list(COMPARED) if one is None else [
            column
            for column in COMPARED
            if not _same(getattr(row, column), one[column])
        ]  # fmt: skip
        rows.append(
            {
                "line": row.line, "printed": row.printed, "indicator": row.indicator,
                "made": "" if one is None else one["indicator"],
                "wrong": ",".join(wrong) if one is not None else "missing",
                "confidence": "" if one is None else one["confidence"],
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def _same(one, other) -> bool:
    if pd.isna(one) or pd.isna(other):
        return bool(pd.isna(one) and pd.isna(other))
    return one == other


def shares(judged: pd.DataFrame) -> dict[str, float]:
    """Percent of rows right, right but for the indicator, and wrong without a mark."""
    rows = len(judged)
    right = judged["wrong"] == ""
    return {
        "rows": rows,
        "right": 100 * right.mean(),
        "but for the indicator": 100 * judged["wrong"].isin(["", "indicator"]).mean(),
        "wrong, not marked": 100 * (~right & (judged["confidence"] == "sure")).mean(),
        "sure": 100 * (judged["confidence"] == "sure").mean(),
    }


if __name__ == "__main__":
    wanted = [one for one in sys.argv[1:] if not one.startswith("-")]
    strict = "--strict" in sys.argv
    texts, tables = source.read(os.environ["YEARBOOK_TEXT"]), data.load()
    found: dict[str, list] = {}
    besides: dict[str, list] = {}
    started = time.perf_counter()
    roles = tables.documents.set_index("document")["role"]
    for document in wanted or roles.index:
        made, hand = drafted(document, tables, texts, strict=strict)
        judged = compare(made, hand)
        kind = KINDS.get(roles[document], OTHER)
        found.setdefault(kind, []).append(judged)
        places = set(zip(hand["line"], hand["position"], strict=True))
        other = [one not in places for one in zip(made["line"], made["position"], strict=True)]
        besides.setdefault(kind, []).append(sum(other))
        if "--sure" in sys.argv:
            judged = judged.assign(document=document)
        if wanted:
            print(judged[judged["wrong"] != ""].to_string())
    table = pd.DataFrame(
        {
            name: shares(pd.concat(found[name])) | {"besides": sum(besides[name])}
            for name in dict.fromkeys([*KINDS.values(), OTHER])
            if name in found
        }
    ).T
    if "--sure" in sys.argv:
        bad = pd.concat([one for many in found.values() for one in many])
        bad = bad[(bad["wrong"] != "") & (bad["confidence"] == "sure")]
        print(bad.sample(min(len(bad), 70), random_state=1).to_string())
    print(table.round(1).to_string())
    print(f"{time.perf_counter() - started:.0f} s")
