"""The yearbook's figures: typed, joined with their names, and chosen one at a time.

The tables are read once, checked against ``data/datapackage.json``, and refused with every fault
listed if they are not as described. A request for a figure gives exactly one or an error: never
the first of several.
"""

from __future__ import annotations

import difflib
from functools import lru_cache

import pandas as pd

from analysis import printed
from analysis.data.figure import AmbiguousFigure, Fact, UnknownFigure
from analysis.data.loading import Tables, correct, load
from analysis.printed import Interval


def documents() -> pd.DataFrame:
    """Return the documents, indexed by ``document``; columns as in ``documents.csv``."""
    return load().documents.set_index("document")


def entities() -> pd.DataFrame:
    """Return the entities, indexed by ``entity``; columns as in ``entities.csv``."""
    return load().entities.set_index("entity")


def indicators() -> pd.DataFrame:
    """Return the dictionary, indexed by ``indicator``; columns as in ``indicators.csv``."""
    return load().indicators.set_index("indicator")


def units() -> pd.DataFrame:
    """Return the units, indexed by ``unit``; columns as in ``units.csv``."""
    return load().units.set_index("unit")


@lru_cache(maxsize=4)
def _observations(tables: Tables, corrected: bool) -> pd.DataFrame:
    frame = tables.observations
    if corrected:
        frame = correct(frame, tables.corrections)
    return _join(frame, tables)


def observations(*, corrected: bool = True) -> pd.DataFrame:
    """Return every observation joined with its names, in the order of the documents.

    Columns: ``document`` and those of an observation (see the data contract), then ``theme,
    name_en, name_zh`` (of the indicator), ``entity_en, entity_zh``, ``document_en, document_zh,
    page``, ``dimension``, ``base_value, base_unit`` (the value in the base unit of its
    dimension), ``low, high`` (what rounding leaves open, in the printed unit) and ``corrected``.

    ``corrected=False`` gives the text as printed. Raises ``CorrectionError`` when a correction no
    longer fits the data.
    """
    return _observations(load(), corrected).copy()


def fact(
    indicator: str,
    period: str = "2021",
    *,
    measure: str = "level",
    entity: str = "suzhou",
    document: str | None = None,
    status: str = "outturn",
) -> Fact:
    """Return exactly one figure with its source.

    The same fact printed more than once and agreeing within rounding counts once: the most
    precise is returned. Levels come in the dictionary's unit, multiples of growth (倍) in percent,
    everything else in its printed unit.

    Raises ``UnknownFigure`` when nothing matches and ``AmbiguousFigure`` when documents, or two
    places in one, disagree; both list the candidates.
    """
    frame = _observations(load(), True)
    asked = {
        "indicator": indicator,
        "period": period,
        "measure": measure,
        "entity": entity,
        "status": status,
    } | ({"document": document} if document else {})
    found = frame
    for column, wanted in asked.items():
        found = found[found[column] == wanted]
    if found.empty:
        raise UnknownFigure(_unknown(frame, asked))
    facts = [_fact(row) for row in found.itertuples()]
    best = min(facts, key=lambda one: one.interval.width)
    agree = all(
        one.unit == best.unit and one.bound == best.bound and one.interval.overlaps(other.interval)
        for one in facts
        for other in facts
    )
    if not agree:
        raise AmbiguousFigure(
            f"{_request(asked)} is printed with different values; name a "
            f"document, or report each:\n{_list(found)}"
        )
    return best


def value(
    indicator: str,
    period: str = "2021",
    *,
    measure: str = "level",
    entity: str = "suzhou",
    document: str | None = None,
    status: str = "outturn",
) -> float:
    """Return exactly one figure as a number, in the unit that ``fact`` gives it. See ``fact``."""
    return fact(
        indicator, period, measure=measure, entity=entity, document=document, status=status
    ).value


def facts(rows: pd.DataFrame) -> list[Fact]:
    """Return the observations that ``rows`` name by ``document, line, indicator`` as facts.

    Every observation of that indicator on that line is returned, in the order of the data.
    Raises ``UnknownFigure`` when a row names none.
    """
    frame = _observations(load(), True)
    key = ["document", "line", "indicator"]
    wanted = pd.MultiIndex.from_frame(rows[key])
    held = pd.MultiIndex.from_frame(frame[key])
    gone = wanted[~wanted.isin(held)]
    if len(gone):
        raise UnknownFigure(f"no observation for {', '.join(map(str, gone[:5]))}")
    return [_fact(row) for row in frame[held.isin(wanted)].itertuples()]


def _fact(row) -> Fact:
    factors, bases, usual = _scales(load())
    wanted = usual[row.indicator] if row.measure == "level" else row.unit
    if row.unit == "倍":
        wanted = "%"
    if bases[wanted] != bases[row.unit]:
        wanted = row.unit
    scale = 1.0 if wanted == row.unit else factors[row.unit] / factors[wanted]
    # Ten significant digits are more than any yearbook prints: they remove the binary dust of
    # a change of units and nothing else.
    ends = [float(f"{end * scale:.10g}") for end in (row.low, row.high)]
    return Fact(
        indicator=row.indicator,
        period=row.period,
        measure=row.measure,
        entity=row.entity,
        document=row.document,
        status=row.status,
        value=float(f"{row.value * scale:.10g}"),
        unit=wanted,
        interval=Interval(*ends),
        bound=row.bound,
        line=int(row.line),
        printed=row.printed,
        note=row.note,
        name_en=row.name_en,
        name_zh=row.name_zh,
    )


@lru_cache(maxsize=4)
def _scales(tables: Tables) -> tuple[dict[str, float], dict[str, str], dict[str, str]]:
    """Return factor and base by unit, and the unit of the dictionary by indicator."""
    measured = tables.units.set_index("unit")
    usual = tables.indicators.set_index("indicator")["unit"]
    return measured["factor"].to_dict(), measured["base"].to_dict(), usual.to_dict()


def _join(frame: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    names = tables.indicators.set_index("indicator")[["theme", "name_en", "name_zh"]]
    who = tables.entities.set_index("entity")[["name_en", "name_zh"]].add_prefix("entity_")
    where = tables.documents.set_index("document")[["title_en", "title_zh", "page"]]
    measured = tables.units.set_index("unit")[["dimension", "factor", "base", "exact"]]
    frame = (
        frame.join(names, on="indicator")
        .join(who.set_axis(["entity_en", "entity_zh"], axis=1), on="entity")
        .join(where.set_axis(["document_en", "document_zh", "page"], axis=1), on="document")
        .join(measured, on="unit")
        .reset_index(drop=True)
    )
    frame["base_value"] = frame["value"] * frame["factor"]
    frame["base_unit"] = frame["base"]
    ends = [_ends(row) for row in frame.itertuples()]
    frame["low"], frame["high"] = [end.low for end in ends], [end.high for end in ends]
    return frame.drop(columns=["factor", "base", "exact"])


def _ends(row) -> Interval:
    # The printed characters carry the decimals (9.0 is not 9), the value carries the sign and
    # any correction.
    around = printed.interval(row.printed, exact=bool(row.exact))
    half = around.width / 2
    top = row.value if pd.isna(row.value_max) else row.value_max
    return Interval(row.value - half, top + half)


def _request(asked: dict[str, str]) -> str:
    return ", ".join(f"{column} {wanted!r}" for column, wanted in asked.items())


def _list(found: pd.DataFrame) -> str:
    return "\n".join(
        f"  {row.indicator}, {row.period}, {row.measure}, {row.entity}, {row.status}: "
        f"{row.value:g} {row.unit} ({row.document}, line {row.line})"
        for row in found.itertuples()
    )


def _unknown(frame: pd.DataFrame, asked: dict[str, str]) -> str:
    same = frame[frame["indicator"] == asked["indicator"]]
    if not same.empty:
        return f"no figure for {_request(asked)}; this indicator has:\n{_list(same.head(20))}"
    ids = sorted(frame["indicator"].unique())
    close = difflib.get_close_matches(asked["indicator"], ids, n=8, cutoff=0.4)
    close += [one for one in ids if asked["indicator"] in one and one not in close][:8]
    return (
        f"no figure for {_request(asked)}: the dictionary has no such indicator in use; "
        f"close to it: {', '.join(close) or 'none'}"
    )
