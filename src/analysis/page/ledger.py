"""The figures that a chapter rests on, kept in the order in which it asked for them.

A chapter asks its ledger instead of ``data``; at its end the ledger is the table "Figures used".
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis import data
from analysis.amount import Amount, each
from analysis.data import Figure
from analysis.data.context import Published
from analysis.printed import Interval


class Ledger:
    """Ask for figures, and remember them. Requests and errors are those of ``data.figure``."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.others: list[Published] = []  # of other places, from other publishers

    def figure(self, indicator: str, period: str | None = None, **choice: Any) -> Figure:
        """Return one figure, as ``data.figure`` does, and remember it.

        Figures reached from it (``gdp.growth_real``) are remembered when they are asked for.
        """
        found = replace(data.figure(indicator, period, **choice), look_up=self.figure)
        if found not in self.figures:
            self.figures.append(found)
        return found

    def value(self, indicator: str, period: str | None = None, **choice: Any) -> float:
        """Return one figure's number, in the unit that ``data.figure`` gives it."""
        return self.figure(indicator, period, **choice).value

    def interval(self, indicator: str, period: str | None = None, **choice: Any) -> Interval:
        """Return what rounding leaves open of one figure."""
        return self.figure(indicator, period, **choice).interval

    def frame(
        self,
        indicators: Iterable[str],
        *,
        period: str | None = None,
        growth: str | None = None,
        **choice: Any,
    ) -> pd.DataFrame:
        """Return several indicators side by side.

        Indexed by indicator; columns ``level, level_low, level_high``, and with ``growth`` naming
        a measure of growth in that year also ``growth, growth_low, growth_high``. Every cell is
        filled: an indicator without the figure is an error.
        """
        rows = {}
        for indicator in indicators:
            level = self.figure(indicator, period, **choice)
            row = {
                "level": level.value,
                "level_low": level.interval.low,
                "level_high": level.interval.high,
            }
            if growth:
                rate = self.figure(indicator, level.period[:4], measure=growth, **choice)
                row |= {
                    "growth": rate.value,
                    "growth_low": rate.interval.low,
                    "growth_high": rate.interval.high,
                }
            rows[indicator] = row
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("indicator")

    def cite(self, rows: pd.DataFrame) -> None:
        """Remember the observations behind ``rows``, which name ``document, line, indicator``.

        For results that are computed over many observations at once.
        """
        self.figures += [one for one in data.figures(rows) if one not in self.figures]

    def rest_on(self, *amounts: Amount) -> None:
        """Remember the figures behind amounts, the yearbook's and those of other places."""
        for leaf in (leaf for amount in amounts for leaf in each(amount)):
            if isinstance(leaf, Figure) and leaf not in self.figures:
                self.figures.append(leaf)
            if isinstance(leaf, Published) and leaf not in self.others:
                self.others.append(leaf)

    def used(self) -> pd.DataFrame:
        """Return the figures asked for, a row each, in the order asked.

        Columns ``indicator, name_en, name_zh, entity, period, measure, status, value, unit,
        printed, document, page, line, note``, and ``volume`` where the data hold several.
        """
        pages = data.documents()["page"]
        used = pd.DataFrame(
            [
                {
                    "indicator": one.indicator,
                    "name_en": one.name_en,
                    "name_zh": one.name_zh,
                    "entity": one.entity,
                    "period": one.period,
                    "measure": one.measure,
                    "status": one.status,
                    "value": one.value,
                    "unit": one.unit,
                    "printed": one.printed,
                    "document": one.document,
                    "page": pages[one.document],
                    "line": one.line,
                    "note": one.note,
                }
                for one in self.figures
            ]
        )
        if len(data.volumes()) > 1:
            used["volume"] = [one.volume for one in self.figures]
        return used


def labels(indicators: Iterable[str], language: str = "en") -> pd.Series:
    """Return a short name for each indicator: its name without the words that all of them share.

    "Value added of finance" and "Value added of construction" become "Finance" and
    "Construction". Names come from the dictionary, in ``language`` (``en`` or ``zh``).

    Raises ``ValueError`` for an indicator or a language that the dictionary has not.
    """
    wanted, held = list(indicators), data.indicators()
    unknown = [one for one in wanted if one not in held.index]
    if unknown or f"name_{language}" not in held:
        raise ValueError(f"the dictionary has no {', '.join(unknown) or language}")
    names = held.loc[wanted, f"name_{language}"]
    if len(names) < 2:
        return names
    joint = " " if language == "en" else ""
    words = [name.split() if joint else list(name) for name in names]
    shortest = min(map(len, words))
    same = [len({tuple(name[:n]) for name in words}) == 1 for n in range(1, shortest)]
    front = same.index(False) if False in same else len(same)
    words = [name[front:] for name in words]
    shortest = min(map(len, words))
    same = [len({tuple(name[-n:]) for name in words}) == 1 for n in range(1, shortest)]
    back = same.index(False) if False in same else len(same)
    cut = [joint.join(name[: len(name) - back]) for name in words]
    cut = [name.removeprefix("the ").rstrip(",") for name in cut]
    return pd.Series([name[:1].upper() + name[1:] for name in cut], index=names.index)


_IN_ADDRESS = str.maketrans(
    {sign: f"%{ord(sign):02X}" for sign in "%#&\"'<>\t\r"} | {"\n": "%0A\n"}
)


def download(table: pd.DataFrame) -> str:
    """Return ``table`` as the address of a CSV file that needs no server.

    UTF-8 with a byte order mark, so that a spreadsheet shows Chinese. A row is a line of the
    address, so that the record of a chapter can be read: browsers take the coded line end and drop
    the other. It stands in an HTML attribute as it is.
    """
    text = io.StringIO()
    table.to_csv(text, index=False, lineterminator="\n")
    coded = text.getvalue().translate(_IN_ADDRESS)
    return f"data:text/csv;charset=utf-8,%EF%BB%BF{coded}"
