"""Figures of other places, from other publishers: to set the district beside.

They stand in ``data/context/`` and are never mixed with the yearbook's: ``data.figure`` and
``data.observations`` know nothing of them. Each was found in copies of a release, as published
then, and says whether it may stand beside the district's figure, and why.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import printed
from analysis.amount import Given
from analysis.data import edition
from analysis.data.figure import AmbiguousFigure, UnknownFigure
from analysis.data.loading import Tables, kept_beside, load
from analysis.data.lookup import scale


@dataclass(frozen=True)
class Source:
    """Who published a figure, as what and when; ``press`` where only a press report says it."""

    source: str
    issuer: str
    title: str
    date: str
    press: bool
    note: str


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Published(Given):
    """One figure of another place: an amount, what it is of, and who published it.

    ``printed`` is the number as published, ``comparable`` is ``yes``, ``roughly`` or ``no``,
    ``why`` says why.
    """

    place: str
    place_zh: str
    level: str
    indicator: str
    period: str
    measure: str
    printed: str
    comparable: str
    why: str
    source: Source
    name_en: str
    name_zh: str


def figures(**wanted: object) -> list[Published]:
    """Return the figures of other places in the order of the table.

    ``wanted`` keeps those whose attributes are as said (``place="China"``).
    """
    return [
        one
        for one in _figures(load())
        if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def figure(
    place: str,
    indicator: str,
    period: str | None = None,
    measure: str = "level",
    *,
    source: str | None = None,
) -> Published:
    """Return exactly one figure of another place, in the unit in which it was published.

    Raises ``UnknownFigure`` when there is none, listing the place's, and ``AmbiguousFigure`` when
    several sources have one and none is named: a first estimate and its revision are two.
    """
    period = period or str(edition.year())
    own = [one for one in _figures(load()) if one.place == place]
    found = [
        one
        for one in own
        if (one.indicator, one.period, one.measure) == (indicator, period, measure)
        and source in (None, one.source.source)
    ]
    asked = f"{indicator}, {period}, {measure} of {place}"
    if not found:
        known = sorted({f"{one.indicator}, {one.period}, {one.measure}" for one in own})
        raise UnknownFigure(f"no figure for {asked}; there are: {'; '.join(known) or 'none'}")
    if len(found) > 1:
        sources = ", ".join(one.source.source for one in found)
        raise AmbiguousFigure(f"{asked} is published by {sources}; name the source")
    return found[0]


def indicators() -> pd.DataFrame:
    """Return the dictionary with what is measured in other places alone below it.

    Indexed by ``indicator``; columns as in ``indicators.csv``.
    """
    tables = load()
    both = pd.concat([tables.indicators, tables.context_indicators])
    return both.set_index("indicator")


def observations() -> pd.DataFrame:
    """Return the figures of other places in the shape of ``data.observations()``.

    ``entity`` is the place, ``document`` the source, ``line`` the row of the table: so they can be
    tested against one another as the yearbook's are (see ``audit.elsewhere``).
    """
    rows = load().context_figures
    names = indicators()
    frame = pd.DataFrame(
        {
            "document": rows["source"],
            "volume": "",
            "entity": rows["place"],
            "indicator": rows["indicator"],
            "period": rows["period"],
            "measure": rows["measure"],
            "value": rows["value"].astype(float),
            "value_max": float("nan"),
            "unit": rows["unit"],
            "status": "outturn",
            "bound": "=",
            "line": rows.index,
            "printed": rows["value"],
            "note": "",
            "name_en": rows["indicator"].map(names["name_en"]),
            "name_zh": rows["indicator"].map(names["name_zh"]),
        }
    ).reset_index(drop=True)
    ends = [printed.interval(value) for value in frame["printed"]]
    return frame.assign(low=[one.low for one in ends], high=[one.high for one in ends])


def outlines() -> pd.DataFrame:
    """Return the outlines of places, a corner a row, in the order in which they are drawn.

    Columns ``place, ring, longitude, latitude`` (degrees east and north) and ``source``.
    """
    table = load().context_outlines.sort_values(["place", "ring", "point"], kind="stable")
    return table.drop(columns="point").reset_index(drop=True)


def towns() -> pd.DataFrame:
    """Return where towns lie, by ``town``; columns as in ``context/towns.csv``."""
    return load().context_towns.set_index("town")


@kept_beside
def _figures(tables: Tables) -> list[Published]:
    sources = {
        row["source"]: Source(**row) for row in tables.context_sources.to_dict(orient="records")
    }
    names = indicators()
    found = []
    for row in tables.context_figures.itertuples():
        factor, base = scale(row.unit)
        found.append(
            Published(
                row.unit,
                factor,
                base,
                "=",
                float(row.value),
                printed.interval(row.value),
                place=row.place,
                place_zh=row.place_zh,
                level=row.level,
                indicator=row.indicator,
                period=row.period,
                measure=row.measure,
                printed=row.value,
                comparable=row.comparable,
                why=row.why,
                source=sources[row.source],
                name_en=names.at[row.indicator, "name_en"],
                name_zh=names.at[row.indicator, "name_zh"],
            )
        )
    return found
