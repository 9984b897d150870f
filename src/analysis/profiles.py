"""Places of one kind side by side: what each prints, how far it ranks, how far they differ."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from analysis import data, dispersion, prose
from analysis.data import AmbiguousFigure

PERIODS = ("2021", "2021-12-31")
MISSING = "–"


def collect(places: Collection[str], indicators: Sequence[str]) -> pd.DataFrame:
    """Return what each place's own entry prints of each indicator in 2021, a row a figure.

    Columns ``entity, indicator, value, unit, text, status, note, document, line``, in the order of
    ``indicators`` and then of ``places``; ``value`` in the unit of the dictionary, ``text`` as a
    sentence would write it. Levels only; an outturn goes before a forecast. A place that prints
    two different values has no row: neither is the first.

    Raises ``ValueError`` when the figures of an indicator are in units that do not convert.
    """
    held = data.observations()
    held = held[(held["measure"] == "level") & held["period"].isin(PERIODS)]
    held = held[(held["document"] == held["entity"]) & held["status"].isin(["outturn", "forecast"])]
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
                one = data.fact(
                    indicator, first["period"], entity=place, document=place, status=status
                )
            except AmbiguousFigure:
                continue
            rows.append(
                {
                    "entity": place,
                    "indicator": indicator,
                    "value": one.value,
                    "unit": one.unit,
                    "text": prose.quantity(one),
                    "status": status,
                    "note": one.note,
                    "document": place,
                    "line": one.line,
                }
            )
    frame = pd.DataFrame(rows)
    units = frame.groupby("indicator")["unit"].nunique()
    if (units > 1).any():
        mixed = ", ".join(units.index[units > 1])
        raise ValueError(f"figures in units that do not convert are not compared: {mixed}")
    return frame


def summary(rows: pd.DataFrame) -> pd.DataFrame:
    """Return how far the places differ, a row an indicator, in the order of ``rows``.

    Columns ``reporting`` (places), ``lowest, highest`` (in the indicator's unit), ``lowest_text,
    highest_text``, ``ratio, variation, gini`` (see ``dispersion``; unweighted) and ``noted`` (how
    many figures carry a caveat).
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
            "ratio": dispersion.extreme_ratio(values),
            "variation": dispersion.variation(values),
            "gini": dispersion.gini(values),
            "noted": int((own["note"].fillna("") != "").sum()),
        }
    return pd.DataFrame.from_dict(found, orient="index").rename_axis("indicator")


def ranks(rows: pd.DataFrame) -> pd.Series:
    """Return each figure's rank among the places that print it, largest first, ties sharing.

    Indexed as ``rows``.
    """
    return rows.groupby("indicator")["value"].rank(ascending=False, method="min").astype(int)


def profile(rows: pd.DataFrame, place: str, ranked: Collection[str]) -> pd.DataFrame:
    """Return one place's figures, a row an indicator of ``rows``, named from the dictionary.

    Columns ``2021`` (the figure, or a dash where the entry prints none), ``Rank`` (``3 of 14``
    for indicators in ``ranked``, a dash for others) and ``Line`` of the source.

    Raises ``ValueError`` when ``place`` has no figure in ``rows``.
    """
    if place not in set(rows["entity"]):
        raise ValueError(f"{place!r} has no figure here")
    places, counts = ranks(rows), rows["indicator"].value_counts()
    own = rows[rows["entity"] == place].set_index("indicator")
    table = {}
    for indicator in rows["indicator"].unique():
        if indicator not in own.index:
            table[indicator] = {"2021": MISSING, "Rank": MISSING, "Line": MISSING}
            continue
        at = rows.index[(rows["entity"] == place) & (rows["indicator"] == indicator)][0]
        rank = f"{places[at]} of {counts[indicator]}" if indicator in ranked else MISSING
        about = " (expected)" if own.at[indicator, "status"] == "forecast" else ""
        table[indicator] = {
            "2021": own.at[indicator, "text"] + about,
            "Rank": rank,
            "Line": str(own.at[indicator, "line"]),
        }
    frame = pd.DataFrame.from_dict(table, orient="index")
    return frame.set_axis(data.indicators().loc[frame.index, "name_en"]).rename_axis("Indicator")
