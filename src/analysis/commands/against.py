"""The data against the texts of the yearbook: ``source``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping

import pandas as pd

from analysis import data
from analysis.data import addresses, source, wording
from analysis.data.faults import DataError


def compare(options: argparse.Namespace) -> int:
    """Print what the texts do not bear out, and how much of them is digitised."""
    if not options.text:
        options.refuse("name the file with the yearbook's text, or set YEARBOOK_TEXT")
    try:
        texts = source.read(*options.text)
    except DataError:
        raise
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    judged, faults = wording.judge(texts), source.faults(texts)
    told = [*_misworded(judged, texts), *_figures(faults), *_names(texts)]
    print(*told, sep="\n", end="\n" if told else "")
    if options.missing:
        gone = source.numbers(texts).query("use == 'missing'")
        for (document, line), rows in gone.groupby(["document", "line"], sort=False):
            print(f"{document}, line {addresses.line(document, line)}: {', '.join(rows['number'])}")
    print(_texts_given(texts))
    rows = data.observations()["volume"].isin(texts).sum()
    print(f"{rows - len(faults)} of {rows} observations stand on their line as printed")
    for row in wording.looked_at(judged).itertuples():
        print(f"{row.rows:6} rows looked at: {row.states} ({row.excepted} excepted)")
    covered = source.digitised(texts)
    if options.coverage:
        print(covered.to_string(formatters={"percent": "{:.1f}%".format}))
    done, printed = covered["digitised"].sum(), covered["figures"].sum()
    share = f" ({100 * done / printed:.1f}%)" if printed else ""
    print(f"{done} of {printed} printed figures are digitised{share}")
    return 1 if told else 0


def _misworded(judged: list[wording.Judged], texts: source.Texts) -> Iterator[str]:
    """Yield what the words beside figures do not bear out, and the lists that no figure needs."""
    for row in wording.unused_terms(texts).itertuples():
        yield f"terms.csv, row {row.Index}: {row.term!r} is beside no figure of {row.indicator!r}"
    for row in wording.unused_exceptions(judged, texts).itertuples():
        yield f"exceptions.csv, row {row.Index}: no figure needs it: {row.indicator}, {row.law}"
    yield from _figures(wording.faults(judged))


def _names(texts: source.Texts) -> Iterator[str]:
    """Yield the names that are not on their line."""
    for row in source.unused_names(texts).itertuples():
        yield f"not_figures.csv, row {row.Index}: {row.printed!r} is not on line {row.line}"
    for row in source.absent_names(texts).itertuples():
        yield f"{row.table}.csv, row {row.row}: {row.printed!r} is not on line {row.line}"


def _figures(faults: pd.DataFrame) -> Iterator[str]:
    for row in faults.itertuples():
        where = addresses.line(row.document, row.line)
        yield f"{row.document}, line {where}: {row.indicator} {row.printed!r}: {row.fault}"


def _texts_given(texts: Mapping[str, list[str]]) -> str:
    """Say of each volume whether its text was given; of an only one, that it is the right one."""
    volumes = list(data.load().volumes["volume"])
    if len(volumes) == 1:
        return "the text is the recorded one (SHA-256)"
    told = {True: "the text is the recorded one (SHA-256)", False: "no text given, not looked at"}
    return "\n".join(f"volume {one}: {told[one in texts]}" for one in volumes)
