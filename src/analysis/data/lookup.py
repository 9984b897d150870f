"""The yearbook's figures: typed, joined with their names, and chosen one at a time.

The tables are read once, checked against ``data/datapackage.json``, and refused with every fault
listed if they are not as described. A request for a figure gives exactly one or an error: never
the first of several.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import Any, cast

import pandas as pd

from analysis import printed
from analysis.amount import Amount, Given, ratio_scale
from analysis.data import addresses, edition, loading, vintages
from analysis.data.figure import AmbiguousFigure, Figure, UnknownFigure
from analysis.data.loading import Tables, correct, kept_beside, load
from analysis.printed import Interval


@kept_beside
def _indexed(tables: Tables, name: str, column: str) -> pd.DataFrame:
    return cast(pd.DataFrame, getattr(tables, name).set_index(column))


def documents() -> pd.DataFrame:
    """Return the documents, indexed by ``document``; columns as in ``documents.csv``."""
    return _indexed(load(), "documents", "document").copy(deep=False)


def volumes() -> pd.DataFrame:
    """Return the volumes, indexed by ``volume``; columns as in ``volumes.csv``."""
    return _indexed(load(), "volumes", "volume").copy(deep=False)


def entities() -> pd.DataFrame:
    """Return the entities, indexed by ``entity``; columns as in ``entities.csv``."""
    return _indexed(load(), "entities", "entity").copy(deep=False)


def indicators() -> pd.DataFrame:
    """Return the dictionary, indexed by ``indicator``; columns as in ``indicators.csv``."""
    return _indexed(load(), "indicators", "indicator").copy(deep=False)


def units() -> pd.DataFrame:
    """Return the units, indexed by ``unit``; columns as in ``units.csv``."""
    return _indexed(load(), "units", "unit").copy(deep=False)


def places() -> pd.DataFrame:
    """Return where places lie, indexed by ``entity``; columns as in ``places.csv``."""
    return _indexed(load(), "places", "entity").copy(deep=False)


def neighbours() -> pd.DataFrame:
    """Return what townships border on, a row each; columns as in ``neighbours.csv``."""
    return load().neighbours.reset_index(drop=True)


def known_for() -> pd.DataFrame:
    """Return what places live on or are known for, by ``entity``; as in ``known_for.csv``."""
    return _indexed(load(), "known_for", "entity").copy(deep=False)


def events() -> pd.DataFrame:
    """Return the events of the year by date, a row each; columns as in ``events.csv``."""
    return load().events.reset_index(drop=True)


@kept_beside
def _observations(tables: Tables, corrected: bool) -> pd.DataFrame:
    frame = tables.observations
    if corrected:
        frame = correct(frame, tables.corrections)
    return _join(frame, tables)


def observations(*, corrected: bool = True) -> pd.DataFrame:
    """Return every observation joined with its names, in the order of the documents.

    Columns: ``document`` and those of an observation (see the data contract), then ``theme,
    name_en, name_zh`` (of the indicator), ``entity_en, entity_zh``, ``document_en, document_zh,
    page, volume``, ``dimension``, ``base_value, base_unit`` (the value in the base unit of its
    dimension), ``low, high`` (what rounding leaves open, in the printed unit) and ``corrected``.

    ``corrected=False`` gives the text as printed. Raises ``CorrectionError`` when a correction no
    longer fits the data.
    """
    return _observations(load(), corrected).copy()


def figure(
    indicator: str,
    period: str | None = None,
    *,
    measure: str = "level",
    entity: str | None = None,
    document: str | None = None,
    status: str = "outturn",
    vintage: str | None = None,
) -> Figure:
    """Return exactly one figure with its source.

    ``period`` and ``entity`` are by default those of the report, see ``edition``. ``vintage`` says
    which volume's printing is taken where several print the fact: ``first``, ``latest``, a volume,
    or by default what ``edition.json`` says.

    The same fact printed more than once and agreeing within rounding counts once: the most
    precise is returned. Levels come in the dictionary's unit, multiples of growth (倍) in percent,
    everything else in its printed unit.

    Raises ``UnknownFigure`` when nothing matches and ``AmbiguousFigure`` when documents, or two
    places in one, disagree; both list the candidates.
    """
    asked = {
        "indicator": indicator,
        "period": period or str(edition.year()),
        "measure": measure,
        "entity": entity or edition.entity(),
        "status": status,
    } | ({"document": document} if document else {})
    tables = load()
    held = _by_indicator(tables).get(indicator, ())
    found = vintages.chosen(
        [one for one in held if all(getattr(one, name) == said for name, said in asked.items())],
        vintage,
    )
    if not found:
        raise UnknownFigure(_unknown(held, asked | ({"vintage": vintage} if vintage else {})))
    best = min(found, key=lambda one: one.interval.width)
    agree = all(
        one.unit == best.unit and one.bound == best.bound and one.interval.overlaps(other.interval)
        for one in found
        for other in found
    )
    if not agree:
        raise AmbiguousFigure(
            f"{_request(asked)} is printed with different values; name a "
            f"document, or report each:\n{_list(found)}"
        )
    return best


def value(
    indicator: str,
    period: str | None = None,
    *,
    measure: str = "level",
    entity: str | None = None,
    document: str | None = None,
    status: str = "outturn",
    vintage: str | None = None,
) -> float:
    """Return exactly one figure as a number, in the unit that ``figure`` gives it."""
    return figure(
        indicator,
        period,
        measure=measure,
        entity=entity,
        document=document,
        status=status,
        vintage=vintage,
    ).value


def figures(rows: pd.DataFrame | None = None, **wanted: str) -> list[Figure]:
    """Return observations as figures, in the order of the data and in the units of ``figure``.

    ``rows`` names them by ``document, line, indicator``: every observation of that indicator on
    that line is returned. ``wanted`` keeps those whose attributes are as said
    (``status="target"``). Raises ``UnknownFigure`` when a row names none.
    """
    found = _figures(load())
    if rows is not None:
        key = ["document", "line", "indicator"]
        named = set(rows[key].itertuples(index=False, name=None))
        places = [(one.document, one.line, one.indicator) for one in found]
        if gone := sorted(named - set(places)):
            raise UnknownFigure(f"no observation for {', '.join(map(str, gone[:5]))}")
        found = [one for one, place in zip(found, places, strict=True) if place in named]
    return [
        one for one in found if all(getattr(one, name) == value for name, value in wanted.items())
    ]


def amount(number: float, unit: str, open_: Interval | None = None) -> Amount:
    """Return an amount that no document prints: an assumption, a number from elsewhere.

    ``unit`` is one of ``units.csv``; ``open_`` what is left open, in that unit. Raises
    ``ValueError`` for another unit.
    """
    return Given(unit, *scale(unit), "=", float(number), open_)


def convert(given: Amount, unit: str) -> Amount:
    """Return an amount in another unit of ``units.csv``; ``ValueError`` where it is of no kind."""
    factor, base = scale(unit)
    if base != given.base:
        raise ValueError(f"{given.unit or 'a ratio'} cannot be given in {unit}")
    return given.to(unit, factor)


def scale(unit: str) -> tuple[float, str]:
    """Return factor and base of a unit of ``units.csv`` as amounts have them.

    Raises ``ValueError`` for another unit.
    """
    scales = _scales(load())
    if unit not in scales:
        raise ValueError(f"{unit!r} is not in units.csv")
    return scales[unit]


@kept_beside
def _scales(tables: Tables) -> dict[str, tuple[float, str]]:
    """Return factor and base of each unit as amounts have them."""
    units = loading.rows(tables, "units")
    return {row.unit: ratio_scale(row.base, row.factor) for row in units}


@kept_beside
def _by_indicator(tables: Tables) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for one in _figures(tables):
        found.setdefault(one.indicator, []).append(one)
    return found


@kept_beside
def _figures(tables: Tables) -> list[Figure]:
    """Return every observation: levels in the dictionary's unit, multiples in percent."""
    scales = _scales(tables)
    usual = {row.indicator: row.unit for row in loading.rows(tables, "indicators")}
    found = []
    for one in as_printed(_observations(tables, True)):
        wanted = usual[one.indicator] if one.measure == "level" else one.unit
        wanted = "%" if one.unit == "倍" else wanted
        if scales[wanted][1] != one.base:
            wanted = one.unit
        found.append(one.in_unit(wanted, scales[wanted][0]))
    return found


def as_printed(frame: pd.DataFrame) -> list[Figure]:
    """Return the rows of a frame as figures, in their order, each in the unit it is printed in.

    ``frame`` has the columns of ``observations()``, or some of its rows; ``row`` of a figure is its
    place in the frame.
    """
    tables = load()
    scales = _scales(tables)
    units = {row.unit: row for row in loading.rows(tables, "units")}
    return [
        Figure(
            unit=row.unit,
            factor=scales[row.unit][0],
            base=scales[row.unit][1],
            bound=row.bound,
            number=row.value,
            rounded=Interval(*sorted((row.low, row.high))),
            spread=None if pd.isna(row.value_max) else row.value_max - row.value,
            exact=units[row.unit].exact,
            dimension=units[row.unit].dimension,
            indicator=row.indicator,
            entity=row.entity,
            period=row.period,
            measure=row.measure,
            status=row.status,
            document=row.document,
            volume=row.volume,
            line=int(row.line),
            printed=row.printed,
            note=row.note,
            name_en=row.name_en,
            name_zh=row.name_zh,
            row=place,
            look_up=figure,
        )
        for place, row in enumerate(frame.itertuples())
    ]


def _join(frame: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    names = tables.indicators.set_index("indicator")[["theme", "name_en", "name_zh"]]
    who = tables.entities.set_index("entity")[["name_en", "name_zh"]].add_prefix("entity_")
    where = tables.documents.set_index("document")[["title_en", "title_zh", "page", "yearbook"]]
    told = ["document_en", "document_zh", "page", "volume"]
    measured = tables.units.set_index("unit")[["dimension", "factor", "base", "exact"]]
    frame = (
        frame.join(names, on="indicator")
        .join(who.set_axis(["entity_en", "entity_zh"], axis=1), on="entity")
        .join(where.set_axis(told, axis=1), on="document")
        .join(measured, on="unit")
        .reset_index(drop=True)
    )
    frame["base_value"] = frame["value"] * frame["factor"]
    frame["base_unit"] = frame["base"]
    ends = [_ends(row) for row in frame[["printed", "exact", "value", "value_max"]].itertuples()]
    frame["low"], frame["high"] = [end.low for end in ends], [end.high for end in ends]
    return frame.drop(columns=["factor", "base", "exact"])


def _ends(row: Any) -> Interval:
    # The printed characters carry the decimals (9.0 is not 9), the value carries the sign and
    # any correction.
    around = printed.interval(row.printed, exact=bool(row.exact))
    half = around.width / 2
    top = row.value if pd.isna(row.value_max) else row.value_max
    return Interval(row.value - half, top + half)


def _request(asked: dict[str, str]) -> str:
    return ", ".join(f"{column} {wanted!r}" for column, wanted in asked.items())


def _list(found: Iterable[Figure]) -> str:
    return "\n".join(
        f"  {one.indicator}, {one.period}, {one.measure}, {one.entity}, {one.status}: "
        f"{one.value:g} {one.unit} ({one.document}, line {addresses.line(one.document, one.line)})"
        for one in found
    )


def _unknown(same: Sequence[Figure], asked: dict[str, str]) -> str:
    if same:
        return f"no figure for {_request(asked)}; this indicator has:\n{_list(same[:20])}"
    ids = sorted(_by_indicator(load()))
    close = difflib.get_close_matches(asked["indicator"], ids, n=8, cutoff=0.4)
    close += [one for one in ids if asked["indicator"] in one and one not in close][:8]
    return (
        f"no figure for {_request(asked)}: the dictionary has no such indicator in use; "
        f"close to it: {', '.join(close) or 'none'}"
    )
