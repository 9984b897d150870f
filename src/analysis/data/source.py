"""Observations against the texts of the yearbook: each on its line, no number left out.

The texts are not part of this project (they are not ours to redistribute). Who has one can check
every figure of its volume; its SHA-256 tells whether it is the text that line numbers refer to.
``texts`` are everywhere the lines of each volume at hand; what stands in another is passed over.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import data, printed
from analysis.data.faults import DataError, Fault

# Numbers that are not figures wherever they stand: dates, ordinals, labels of tables, items of
# a list, age groups. Digits in names are listed one by one in not_figures.csv.
NOT_FIGURES = re.compile(
    r"(?:19|20)\d\d\s*[—－–~-]+\s*(?:19|20)\d\d\s*年?"
    r"|(?:19|20)\d\d\s*年"
    r"|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?!份?均)"
    r"|\d{1,2}\s*日(?=[，,。、）)\s]|$)"
    r"|第\s*\d+"
    r"|表\s*\d+"
    r"|^\s*[（(]?\d{1,2}[）).、．]\s*(?=\D)"
    r"|\d+\s*[-—~]\s*\d+\s*周?岁|\d+\s*周?岁"
)
# Where a number begins, and where it ends.
_NUMBER, _NUMBER_IN_TABLE = re.compile(r"(?<![\d.])"), re.compile(r"(?<![\d.])(?<![-−])")
_ENDS = re.compile(r"(?!\d|\.\d)")
Texts = Mapping[str, list[str]]
_CLAUSE = re.compile(r"[，,;；。:：（(]")


def read(*paths: Path | str) -> dict[str, list[str]]:
    """Return the lines of each volume whose text is given; line ``n`` is element ``n - 1``.

    A text is known by its SHA-256, whatever its file is called. Raises ``ValueError`` when a file
    is no text that line numbers refer to, or two are one volume's, and ``OSError`` when one cannot
    be read.
    """
    volumes = data.load().volumes
    recorded = dict(zip(volumes["sha256"], volumes["volume"], strict=True))
    texts: dict[str, list[str]] = {}
    for path in paths:
        raw = Path(path).read_bytes()
        found = hashlib.sha256(raw).hexdigest()
        if found not in recorded:
            raise ValueError(
                f"{path} is not a text of the yearbook that the data refer to: its "
                f"SHA-256 is {found}, volumes.csv has {', '.join(recorded)}. Remedy: use "
                "the recorded text, or re-read the data against this one."
            )
        if (volume := recorded[found]) in texts:
            raise ValueError(f"{path} is the text of volume {volume} again. Remedy: name it once.")
        texts[volume] = raw.decode("utf-8").split("\n")
    return texts


def locate(texts: Texts, observations: pd.DataFrame) -> pd.DataFrame:
    """Find each observation of the volumes at hand on its line.

    ``observations`` has ``volume, document, line, printed, measure, value`` in the order of the
    text, as printed (not corrected). Returns those rows with ``position`` (of
    the first character on the line, missing where the printed characters are not there), ``length``
    and ``direction`` (of the last word of change in the clause before it: -1 falling, 1 rising, 0
    none or a table).

    Observations that share a line take the printed number's occurrences from left to right; when
    these are used up, the last of them speaks for several things.
    """
    reached: dict[tuple[str, int], int] = {}
    places = []
    located = observations[observations["volume"].isin(texts)].copy()
    for row in located.itertuples():
        lines = texts[row.volume]
        text = lines[row.line - 1] if row.line <= len(lines) else ""
        start = reached.get((row.document, row.line), 0)
        found = _find(text, row.printed, start)
        if found is None:
            found = _last(text, row.printed)
        if found is None:
            places.append((pd.NA, 0, 0))
            continue
        reached[row.document, row.line] = found + len(row.printed)
        before = "" if "\t" in text else _CLAUSE.split(text[:found])[-1]
        places.append((found, len(row.printed), printed.direction(before)))
    columns = ["position", "length", "direction"]
    located[columns] = pd.DataFrame(places, index=located.index, columns=columns)
    return located.astype({"position": "Int64", "length": int, "direction": int})


def faults(texts: Texts) -> pd.DataFrame:
    """Return the observations that their text does not bear out.

    Columns ``document, line, indicator, printed, value, fault``; empty when all is well. A fault
    is a printed number that is not on its line, or a sign against the word of change before it.
    """
    located = locate(texts, data.observations(corrected=False))
    changes = located["measure"].isin(
        ["growth", "growth_real", "growth_pa", "change", "share_change"]
    )
    absent = located["position"].isna()
    turned = changes & (located["direction"] * located["value"] < 0)
    located["fault"] = ""
    located.loc[turned, "fault"] = "the sign is against the word of change before the number"
    located.loc[absent, "fault"] = "the printed characters are not on the line"
    columns = ["document", "line", "indicator", "printed", "value", "fault"]
    return located.loc[absent | turned, columns]


def numbers(texts: Texts) -> pd.DataFrame:
    """Return every number printed in the spans of the documents, and what became of it.

    Columns ``document, line, position, number, use``: ``use`` is ``figure`` (an observation
    stands on it), ``not a figure`` (a date, an ordinal, a label, a name) or ``missing``.

    Raises ``DataError`` for a document that ends below the last line of its text.
    """
    _inside(texts, data.load().documents)
    located = locate(texts, data.observations(corrected=False)).dropna(subset=["position"])
    claims = {
        place: list(zip(rows["position"], rows["length"], strict=True))
        for place, rows in located.groupby(["document", "line"])
    }
    names = {
        place: list(rows["printed"])
        for place, rows in data.load().not_figures.groupby(["document", "line"])
    }
    found = []
    for document, about in _at_hand(texts, data.documents()).iterrows():
        lines = texts[about["yearbook"]]
        for line in range(about["first_line"], about["last_line"] + 1):
            text = lines[line - 1]
            passed = [match.span() for match in NOT_FIGURES.finditer(text)]
            for name in names.get((document, line), []):
                passed += [match.span() for match in re.finditer(re.escape(name), text)]
            claimed = [
                (start, start + length) for start, length in claims.get((document, line), [])
            ]
            for match in printed.NUMBER.finditer(text):
                # A minus sign is part of a number only in a table; in prose it joins a range.
                start = match.end() - len(match[0].lstrip("-−"))
                use = (
                    "figure"
                    if _within(start, claimed)
                    else "not a figure"
                    if _within(start, passed)
                    else "missing"
                )
                found.append((document, line, start, text[start : match.end()], use))
    return pd.DataFrame(found, columns=["document", "line", "position", "number", "use"])


def digitised(texts: Texts) -> pd.DataFrame:
    """Return, for each document, how many of its printed numbers are digitised.

    Indexed by ``document``, columns ``figures`` (numbers that are figures), ``digitised``,
    ``missing`` and ``percent``. Dates, ordinals, labels and names are not counted.
    """
    counts = numbers(texts).groupby(["document", "use"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=["figure", "missing", "not a figure"], fill_value=0)
    result = pd.DataFrame(
        {
            "figures": counts["figure"] + counts["missing"],
            "digitised": counts["figure"],
            "missing": counts["missing"],
        }
    )
    result["percent"] = 100 * result["digitised"] / result["figures"]
    return result.reindex(_at_hand(texts, data.documents()).index)


def absent_names(texts: Texts) -> pd.DataFrame:
    """Return the names of places, neighbours, portraits and events that are not on their line.

    Columns ``table, row, line, printed``; empty when all is well.
    """
    tables = data.load()
    lines = _lines(texts)
    named = [
        (table, row.Index, row.line, name, lines(row))
        for table, column in (
            ("places", "printed"),
            ("neighbours", "printed"),
            ("known_for", "names_zh"),
            ("events", "names_zh"),
        )
        for row in getattr(tables, table).itertuples()
        for name in getattr(row, column).split(";")
    ]
    gone = [place for *place, text in named if text is not None and place[3] not in text]
    return pd.DataFrame(gone, columns=["table", "row", "line", "printed"])


def unused_names(texts: Texts) -> pd.DataFrame:
    """Return the rows of ``not_figures.csv`` whose digits are not on their line."""
    names = data.load().not_figures
    line = _lines(texts)
    found = [(line(row), row.printed) for row in names.itertuples()]
    return names[[text is not None and printed not in text for text, printed in found]]


def _at_hand(texts: Texts, documents: pd.DataFrame) -> pd.DataFrame:
    """Return the documents whose volume's text is at hand."""
    return documents[documents["yearbook"].isin(texts)]


def _lines(texts: Texts) -> Callable[[Any], str | None]:
    """Return what finds the line of a row (``document, line``): empty where its text has none.

    Nothing for a row of a volume whose text is not at hand.
    """
    volumes = data.documents()["yearbook"].to_dict()

    def line(row: Any) -> str | None:
        if (lines := texts.get(volumes[row.document])) is None:
            return None
        return lines[row.line - 1] if row.line <= len(lines) else ""

    return line


def _inside(texts: Texts, documents: pd.DataFrame) -> None:
    remedy = "write the line on which the document ends"
    faults = []
    for row in _at_hand(texts, documents).itertuples():
        if row.last_line > (end := len(texts[row.yearbook])):
            problem = f"is below the last line of the text, {end}"
            faults.append(Fault("documents.csv", row.Index, "last_line", problem, remedy))
    if faults:
        raise DataError(faults)


def _last(text: str, wanted: str) -> int | None:
    """Return where ``wanted`` stands last in ``text``."""
    found, start = None, 0
    while (place := _find(text, wanted, start)) is not None:
        found, start = place, place + 1
    return found


def _find(text: str, wanted: str, start: int) -> int | None:
    """Return where ``wanted`` stands in ``text`` from ``start``, never inside a longer number."""
    # In a table a sign belongs to its number; in prose a dash joins two numbers.
    begins = _NUMBER_IN_TABLE if "\t" in text else _NUMBER
    while (place := text.find(wanted, start)) >= 0:
        whole = not wanted[:1].isdigit() or begins.match(text, place)
        if whole and (not wanted[-1:].isdigit() or _ENDS.match(text, place + len(wanted))):
            return place
        start = place + 1
    return None


def _within(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)
