"""A right number under a wrong name is found by the words around it: every figure held to them.

``word_laws`` says what is asked. Another term by which an indicator is printed stands in
``terms.csv``, what the text says in no such words in ``exceptions.csv``; a term or an exception
that none needs any more is a fault too.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import data
from analysis.data.passages import Around
from analysis.data.source import Texts, locate
from analysis.data.word_laws import LAWS, Law, unspaced


@dataclass(frozen=True, slots=True)
class Judged:
    """A law, how many rows it looked at, and those that break it (``excepted`` where listed)."""

    law: Law
    rows: int
    broken: pd.DataFrame


def looked_at(found: list[Judged]) -> pd.DataFrame:
    """Return each law with how many rows it looked at, broke, and excepts.

    Columns ``law, states, rows, broken, excepted``; ``broken`` and ``excepted`` count rows.
    """
    return pd.DataFrame(
        [
            {
                "law": one.law.key,
                "states": one.law.states,
                "rows": one.rows,
                "broken": int((~one.broken["excepted"]).sum()),
                "excepted": int(one.broken["excepted"].sum()),
            }
            for one in found
        ]
    )


def faults(found: list[Judged]) -> pd.DataFrame:
    """Return the observations whose words the text does not bear out, and are no exception.

    Columns ``document, line, indicator, printed, value, fault``, indexed as
    ``data.observations()``.
    """
    broken = [
        one.broken[~one.broken["excepted"]].assign(fault=f"not so: {one.law.states}")
        for one in found
    ]
    return pd.concat(broken)[["document", "line", "indicator", "printed", "value", "fault"]]


def unused_terms(texts: Texts) -> pd.DataFrame:
    """Return the rows of ``terms.csv`` that stand beside no figure of their indicator.

    Of an indicator that a volume not at hand prints too, nothing is said.
    """
    terms, printed_in = data.load().terms, data.observations(corrected=False)
    away = printed_in.loc[~printed_in["volume"].isin(texts), "indicator"]
    terms = terms[~terms["indicator"].isin(away)]
    around = {volume: Around(lines, data.documents()) for volume, lines in texts.items()}
    places = printed_in[["volume", *_PLACE]].drop_duplicates()
    met = {
        row.Index
        for row in terms.reset_index().merge(places).set_index("row").itertuples()
        if row.term in unspaced(around[row.volume].passage(row.document, row.line))
    }
    return terms[~terms.index.isin(met)]


def unused_exceptions(found: list[Judged], texts: Texts) -> pd.DataFrame:
    """Return the rows of ``exceptions.csv`` that no figure of the volumes at hand needs."""
    needed = {
        (one.law.key, *place)
        for one in found
        for place in one.broken[_PLACE].itertuples(index=False, name=None)
    }
    listed = data.load().exceptions
    volume = listed["document"].map(data.documents()["yearbook"])
    listed = listed[listed["law"].isin([law.key for law in LAWS]) & volume.isin(texts)]
    return listed[[one not in needed for one in listed[_KEY].itertuples(index=False, name=None)]]


_PLACE = ["document", "line", "indicator"]
_KEY = ["law", *_PLACE]


def judge(texts: Texts) -> list[Judged]:
    """Hold every observation of the volumes at hand to every law that concerns it.

    ``texts`` are the lines of each, see ``source``.
    """
    located = locate(texts, data.observations(corrected=False))
    located["minus"] = located["printed"].str.contains("[-−]")
    terms = data.load().terms.groupby("indicator")["term"].agg(tuple).to_dict()
    located["terms"] = [terms.get(indicator, ()) for indicator in located["indicator"]]
    about = data.documents()
    located["about"] = located["document"].map(about["year"])
    excepted = set(data.load().exceptions[_KEY].itertuples(index=False, name=None))
    rows = [row for row in located.itertuples() if not pd.isna(row.position)]
    around = {volume: Around(lines, about) for volume, lines in texts.items()}
    near = [around[row.volume](row) for row in rows]
    found = []
    for law in LAWS:
        concerned = [(row, words) for row, words in zip(rows, near, strict=True)
                     if law.concerns(row)]  # fmt: skip
        broken = [row.Index for row, words in concerned if not law.kept(row, words)]
        table = located.loc[broken]
        keys = [(law.key, *place) for place in table[_PLACE].itertuples(index=False, name=None)]
        table = table.assign(excepted=pd.Series([key in excepted for key in keys], table.index,
                                                dtype=bool))  # fmt: skip
        found.append(Judged(law, len(concerned), table))
    return found
