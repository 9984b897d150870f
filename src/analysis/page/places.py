"""Places of one kind side by side: what each prints, how far it ranks, how far they differ."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
from IPython.display import HTML

from analysis import data
from analysis.findings.entries import documents, printed
from analysis.formulas import dispersion
from analysis.page import tables, words

YES, ROUGHLY, NO = "yes", "roughly", "no"
_UNITLESS = ("count", "persons", "person-times")  # their name says what is counted


@dataclass(frozen=True, slots=True)
class Comparable:
    """An indicator that several places print, as ``comparisons.csv`` says.

    ``header`` names it with its unit; ``factor`` turns the dictionary's unit into that one, and
    ``digits`` is how many decimals a table gives. ``ranked`` is ``YES``, ``ROUGHLY`` or ``NO``,
    ``reason`` what stands in the way. An ``amount`` could be shared out among places, so that a
    Gini coefficient has a meaning; a rate or a distance could not.
    """

    indicator: str
    name: str
    header: str
    ranked: str
    reason: str
    factor: float
    digits: int
    amount: bool

    def written(self, value: float) -> str:
        """Return a value in the dictionary's unit as a table under the header gives it."""
        return words.number(value * self.factor, digits=self.digits)


def compared(group: str) -> list[Comparable]:
    """Return what ``comparisons.csv`` compares of one kind of place, in its order.

    Raises ``ValueError`` for a group that it has not.
    """
    table = data.load().comparisons
    rows = table[table["group"] == group]
    if rows.empty:
        raise ValueError(f"comparisons.csv has no {group!r}")
    names, units = data.indicators(), data.units()
    found = []
    for row in rows.itertuples():
        name = row.name_en or names.at[row.indicator, "name_en"]
        shown, usual = units.loc[row.unit], units.loc[names.at[row.indicator, "unit"]]
        unit = "%" if row.unit == "%" else shown["name_en"]
        found.append(
            Comparable(
                indicator=row.indicator,
                name=name,
                header=name if shown["dimension"] in _UNITLESS else f"{name}, {unit}",
                ranked=row.ranked,
                reason=row.reason,
                factor=float(usual["factor"] / shown["factor"]),
                digits=int(row.digits),
                amount=bool(row.amount),
            )
        )
    return found


def collect(places: Collection[str], indicators: Sequence[str]) -> pd.DataFrame:
    """Return what each place's own entry prints of each indicator in the year, a row a figure.

    Columns ``entity, indicator, value, unit, text, status, note, document, line``, in the order of
    ``indicators`` and then of ``places``; ``value`` in the unit of the dictionary, ``text`` as a
    sentence would write it. Levels only; an outturn goes before a forecast. A place that prints
    two different values has no row: neither is the first.

    Raises ``ValueError`` when the figures of an indicator are in units that do not convert.
    """
    own = documents(places)
    rows = [
        {
            "entity": place,
            "indicator": indicator,
            "value": one.value,
            "unit": one.unit,
            "text": words.quantity(one),
            "status": one.status,
            "note": one.note,
            "document": own[place],
            "line": one.line,
        }
        for indicator, found in printed(places, indicators).items()
        for place, one in found.own.items()
    ]
    frame = pd.DataFrame(rows)
    units = frame.groupby("indicator")["unit"].nunique()
    if (units > 1).any():
        mixed = ", ".join(units.index[units > 1])
        raise ValueError(f"figures in units that do not convert are not compared: {mixed}")
    return frame


def spread(rows: pd.DataFrame) -> pd.DataFrame:
    """Return how far the places differ, a row an indicator, in the order of ``rows``.

    Columns ``reporting`` (places), ``lowest, highest`` (in the indicator's unit), ``lowest_text,
    highest_text``, ``ratio, variation, gini`` (see ``dispersion``; unweighted; missing where there
    is nothing to divide by) and ``noted`` (how many figures carry a caveat).
    """
    found = {}
    for indicator, own in rows.groupby("indicator", sort=False):
        values = own.set_index("entity")["value"]
        texts = own.set_index("entity")["text"]
        found[indicator] = {
            "reporting": len(values),
            "lowest": values.min(),
            "highest": values.max(),
            "lowest_text": texts[values.idxmin()],
            "highest_text": texts[values.idxmax()],
            "ratio": dispersion.extreme_ratio(values) if values.min() else math.nan,
            "variation": dispersion.variation(values) if values.max() else math.nan,
            "gini": dispersion.gini(values) if values.max() else math.nan,
            "noted": int((own["note"].fillna("") != "").sum()),
        }
    return pd.DataFrame.from_dict(found, orient="index").rename_axis("indicator")


def ranks(rows: pd.DataFrame) -> pd.Series:
    """Return each figure's rank among the places that print it, largest first, ties sharing.

    Indexed as ``rows``.
    """
    return rows.groupby("indicator")["value"].rank(ascending=False, method="min").astype(int)


def comparability(rows: pd.DataFrame, compared: Sequence[Comparable]) -> pd.DataFrame:
    """Return what places print, how many print it, how far apart they are, and what may be ranked.

    A row an indicator, named by its header and in the unit of it: columns ``Places, Lowest,
    Highest, CV`` (numbers, which ``WRITTEN`` says how to write) and ``May be ranked?``, with what
    stands in the way.
    """
    found = spread(rows)
    table = {
        one.header: {
            "Places": found.at[one.indicator, "reporting"],
            "Lowest": found.at[one.indicator, "lowest"] * one.factor,
            "Highest": found.at[one.indicator, "highest"] * one.factor,
            "CV": found.at[one.indicator, "variation"],
            "May be ranked?": ": ".join(part for part in (one.ranked, one.reason) if part),
        }
        for one in compared
    }
    return pd.DataFrame.from_dict(table, orient="index").rename_axis("Indicator")


def _in_short(value: float) -> str:
    """Write a number of any size for a column that holds many units."""
    return words.number(value) if value >= 100 else f"{round(value, 2):.3g}"


WRITTEN: dict[str, Callable[[float], str]] = {
    "Lowest": _in_short,
    "Highest": _in_short,
    "CV": lambda value: words.number(value, digits=2),
}


def side_by_side(
    rows: pd.DataFrame, places: Sequence[str], compared: Sequence[Comparable]
) -> tuple[pd.DataFrame, dict[str, Callable[[float], str]]]:
    """Return places against indicators in the units of their headers, and how each is written.

    Indexed by ``places``; a column for each of ``compared``, named by its header, missing where a
    place prints no one value. The second is by column.
    """
    wide = rows.pivot(index="entity", columns="indicator", values="value").reindex(places)
    table = pd.DataFrame({one.header: wide[one.indicator] * one.factor for one in compared})
    return table, {one.header: partial(words.number, digits=one.digits) for one in compared}


def coverage(rows: pd.DataFrame, compared: Sequence[Comparable], source: str) -> HTML:
    """Return ``comparability`` as a table to be unfolded."""
    table = tables.show(
        comparability(rows, compared),
        caption="What is printed, by how many, how far apart, and whether it may be ranked",
        source=f"{source}; computed, without weights. Places: how many print it as one figure "
        "in this unit. CV: coefficient of variation, the standard deviation over the mean.",
        name="coverage",
        formats=WRITTEN,
        sortable=True,
    )
    return tables.folded(table, "Show what can be compared, and why not")


def all_together(
    rows: pd.DataFrame, places: Sequence[str], compared: Sequence[Comparable], source: str
) -> HTML:
    """Return ``side_by_side`` as a table to be unfolded, a place a row by its two names.

    Where the places belong to several, a column says to which.
    """
    table, forms = side_by_side(rows, places, compared)
    about = data.entities().loc[list(places)]
    if about["parent"].nunique() > 1:
        within = data.entities()["name_en"][about["parent"]].str.rsplit(n=1).str[0]
        table.insert(0, "Part of", within.to_numpy())
    kind = about["kind"].iloc[0]
    names = about["name_en"].str.removesuffix(" Community") + " " + about["name_zh"]
    shown = tables.show(
        table.set_axis(pd.Index(names, name=kind.capitalize())),
        caption="Side by side: sort by any column; a dash is a figure that is not printed, printed "
        "in parts or in another way, or printed twice and differently",
        source=f"{source}.",
        name="side-by-side",
        formats=forms,
        sortable=True,
    )
    return tables.folded(shown, "Show all of them side by side")
