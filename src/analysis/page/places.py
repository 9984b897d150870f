"""Places of one kind side by side: what each prints, how far it ranks, how far they differ."""

from __future__ import annotations

import html
import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
from IPython.display import HTML

from analysis import data
from analysis.data import AmbiguousFigure, edition
from analysis.formulas import dispersion
from analysis.page import ledger, words

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


def entries(places: Collection[str]) -> dict[str, str]:
    """Return each place's own entry: the document that bears its name, with its kind or without.

    Raises ``ValueError`` naming the places that have none.
    """
    written, kinds = data.documents().index, data.entities()["kind"]
    found = {
        place: [one for one in (place, f"{place}_{kinds[place]}") if one in written]
        for place in places
    }
    for several, said in ((False, "no document is"), (True, "two documents could be")):
        if odd := [place for place, own in found.items() if len(own) != 1 and bool(own) == several]:
            raise ValueError(f"{said} the entry of {', '.join(odd)}")
    return {place: own[0] for place, own in found.items()}


def collect(places: Collection[str], indicators: Sequence[str]) -> pd.DataFrame:
    """Return what each place's own entry prints of each indicator in the year, a row a figure.

    Columns ``entity, indicator, value, unit, text, status, note, document, line``, in the order of
    ``indicators`` and then of ``places``; ``value`` in the unit of the dictionary, ``text`` as a
    sentence would write it. Levels only; an outturn goes before a forecast. A place that prints
    two different values has no row: neither is the first.

    Raises ``ValueError`` when the figures of an indicator are in units that do not convert.
    """
    held = data.observations()
    held = held[(held["measure"] == "level") & held["period"].isin(edition.periods())]
    own = entries(places)
    held = held[held["document"] == held["entity"].map(own)]
    held = held[held["status"].isin(["outturn", "forecast"])]
    rows = []
    for indicator in indicators:
        of_indicator = held[held["indicator"] == indicator]
        for place in places:
            found = of_indicator[of_indicator["entity"] == place]
            if found.empty:
                continue
            status = "outturn" if "outturn" in set(found["status"]) else "forecast"
            first = found[found["status"] == status].iloc[0]
            try:
                one = data.figure(
                    indicator, first["period"], entity=place, document=own[place], status=status
                )
            except AmbiguousFigure:
                continue
            rows.append(
                {
                    "entity": place,
                    "indicator": indicator,
                    "value": one.value,
                    "unit": one.unit,
                    "text": words.quantity(one),
                    "status": status,
                    "note": one.note,
                    "document": own[place],
                    "line": one.line,
                }
            )
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
    """Return places against indicators in the units of their headers, and how each is written."""
    wide = rows.pivot(index="entity", columns="indicator", values="value").reindex(places)
    table = pd.DataFrame({one.header: wide[one.indicator] * one.factor for one in compared})
    return table, {one.header: partial(words.number, digits=one.digits) for one in compared}


def profile(rows: pd.DataFrame, place: str, ranked: Collection[str]) -> pd.DataFrame:
    """Return what one place prints, a row an indicator of ``rows``, named from the dictionary.

    Columns ``indicator, text`` (the figure, and whether it was only expected), ``rank`` (``3 of
    14`` for indicators in ``ranked``, else empty), ``line`` and ``note``.

    Raises ``ValueError`` when ``place`` has no figure in ``rows``.
    """
    if place not in set(rows["entity"]):
        raise ValueError(f"{place!r} has no figure here")
    own = rows[rows["entity"] == place]
    order, counts = ranks(rows)[own.index], own["indicator"].map(rows["indicator"].value_counts())
    expected = own["status"].map({"forecast": " (expected)", "outturn": ""})
    frame = pd.DataFrame(
        {
            "indicator": own["indicator"],
            "text": own["text"] + expected,
            "rank": [
                f"{rank} of {count}" if one in ranked else ""
                for one, rank, count in zip(own["indicator"], order, counts, strict=True)
            ],
            "line": own["line"],
            "note": own["note"].fillna(""),
        }
    )
    names = data.indicators().loc[frame["indicator"], "name_en"]
    return frame.set_axis(names).rename_axis("Indicator")


def listing(rows: pd.DataFrame, place: str, compared: Sequence[Comparable]) -> HTML:
    """Return one place's profile as a list: each figure with its rank, its line, its caveat.

    What may be ranked, if only roughly, has a rank. Where a place has most or least is said of
    what may be ranked without a doubt.
    """
    about = profile(rows, place, [one.indicator for one in compared if one.ranked != NO])
    sure = [one.indicator for one in compared if one.ranked == YES]
    items = "".join(
        f"<div><dt>{html.escape(name)}</dt><dd>{html.escape(one.text)} "
        f"<small>{html.escape(_beside(one))}</small></dd></div>\n"
        for name, one in zip(about.index, about.itertuples(), strict=True)
    )
    chinese = html.escape(data.entities().at[place, "name_zh"])
    page = data.documents().at[entries([place])[place], "page"]
    head = f'<span lang="zh">{chinese}</span>, entry from page {page}.'
    ends = html.escape(_ends(about[about["indicator"].isin(sure)]))
    return HTML(f'<p>{head} {ends}</p>\n<dl class="profile">\n{items}</dl>')


def figures(rows: pd.DataFrame, name: str) -> HTML:
    """Return a link that downloads ``rows`` as the file ``name``.csv."""
    address = ledger.download(rows)
    return HTML(f'<p><a download="{name}.csv" href="{address}">Download all as CSV</a></p>')


def _beside(one: Any) -> str:
    note = one.note.rstrip(".")
    rank = f"{one.rank}, " if one.rank else ""
    return f"{rank}line {one.line}" + (f"; {note[:1].lower()}{note[1:]}" if note else "")


def _ends(about: pd.DataFrame) -> str:
    """Say of what a place prints the most and the least among those that print it."""
    ends = about["rank"].str.extract(r"(\d+) of (\d+)")
    first, last = (about.index[ends[0] == edge] for edge in ("1", ends[1]))
    told = (("Most of all in", first), ("Least of all in", last))
    lists = [(what, ", ".join(one[:1].lower() + one[1:] for one in own)) for what, own in told]
    return " ".join(f"{what}: {own}." for what, own in lists if own)
