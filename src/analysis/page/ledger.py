"""The figures that a chapter rests on, kept in the order in which it asked for them.

A chapter asks its ledger instead of ``data``; at its end the ledger is the table "Figures used".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from analysis import data
from analysis.amount import Amount, each
from analysis.data import Figure
from analysis.data.context import Published


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
