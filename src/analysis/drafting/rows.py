"""Proposing a row of an observation file for each figure of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis import data, printed
from analysis.drafting import measures, tables
from analysis.drafting.dictionary import Dictionary, Match, known
from analysis.drafting.numbers import Found, figures
from analysis.drafting.passages import Line, Paragraph, Table, passages
from analysis.drafting.words import SECTORS, Said, said

SURE, LIKELY, UNSURE = "sure", "likely", "unsure"
COLUMNS = (
    "entity", "indicator", "period", "measure", "value", "value_max", "unit", "status", "bound",
    "line", "printed", "note", "confidence",
)  # fmt: skip
# Found by drafting what was digitised by hand, see tests/draft_measure.py: with these few rows are
# sure and wrong, and most of a communique's are still sure.
_SURE_SCORE, _SURE_MARGIN = 0.9, 0.12
_LIKELY_SCORE = 0.45
_SHORTEST = 4  # signs of a place's abbreviated name
_GROWTH = re.compile("增长|增速|增幅|上涨|下降|±")
_SHARE = re.compile("比重|占")


@dataclass(frozen=True, slots=True)
class About:
    """What a text is about unless it says otherwise, and how its words are looked up.

    ``dimension`` is that of each unit, ``places`` the other entities by their Chinese names.
    ``comparable`` tells that the text somewhere speaks of comparable prices.
    """

    entity: str
    year: int
    dictionary: Dictionary
    dimension: dict[str, str]
    places: dict[str, str]
    comparable: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """The indicator of a figure, its place, and how certain they are."""

    indicator: str
    entity: str
    confidence: str


@dataclass(frozen=True, slots=True)
class _Printed:
    """A figure as it stands: characters and place, number, unit and bound."""

    line: int
    position: int
    printed: str
    value: float
    value_max: float | None
    unit: str
    bound: str


def about(year: int, entity: str, held: data.Tables, dictionary: Dictionary | None = None) -> About:
    """Return what a text of ``year`` on ``entity`` is about, by the tables ``held``.

    ``dictionary`` is by default that of the tables, with all their figures as precedents. Parts
    of a district and its parks are known by their names; other places are not looked for, since
    an entry names its neighbours. Raises ``ValueError`` for an entity that there is not.
    """
    if entity not in set(held.entities["entity"]):
        raise ValueError(f"{entity!r} is not in entities.csv")
    kind = held.entities.set_index("entity")["kind"][entity]
    parts = held.entities[held.entities["kind"].isin(["part of the district", "park"])]
    return About(
        entity,
        year,
        dictionary or known(held, held.observations, kind=kind),
        dict(zip(held.units["unit"], held.units["dimension"], strict=True)),
        {row.name_zh: row.entity for row in parts.itertuples() if row.entity != entity},
    )


def draft(lines: Iterable[Line], told: About) -> pd.DataFrame:
    """Return a row for each figure of ``lines``, in their order.

    Columns ``position`` (of the first character on the line) and ``COLUMNS``: those of an
    observation file, then ``confidence``. ``sure`` means that nothing else fits; ``likely`` that
    the row wants a look; ``unsure`` that its indicator, or what else is empty, has to be found.
    """
    rows: list[dict[str, object]] = []
    lines = list(lines)
    comparable = any(measures.COMPARABLE.search(line.text) for line in lines)
    told, time = replace(told, comparable=comparable), measures.Time(told.year)
    for passage in passages(lines):
        time = measures.section(passage.heading, time)
        if isinstance(passage, Table):
            rows += _table(passage, told, time)
        else:
            rows += _paragraph(passage, told, time)
    table = pd.DataFrame(rows, columns=["position", *COLUMNS])
    return table.astype({"line": int, "position": int})


def written(drafted: pd.DataFrame) -> str:
    """Return a draft as CSV, its numbers with the digits that are printed (9.0, not 9)."""
    table = drafted[list(COLUMNS)].copy()
    table["value"] = [_digits(*row) for row in drafted[["value", "printed"]].itertuples(False)]
    table["value_max"] = ["" if pd.isna(one) else f"{one:g}" for one in drafted["value_max"]]
    return str(table.to_csv(index=False, lineterminator="\n"))


def _digits(value: float, characters: str) -> str:
    found = printed.NUMBER.search(characters)
    digits = re.sub("[-−,]", "", found[0]) if found else f"{abs(value):g}"
    return f"-{digits}" if value < 0 else digits


def _paragraph(
    paragraph: Paragraph, told: About, time: measures.Time
) -> Iterator[dict[str, object]]:
    text = paragraph.text
    found = list(figures(text, told.dimension))
    before = _Named("", told.entity, UNSURE)
    for one, words in zip(found, said(text, found, paragraph.heading), strict=True):
        named = _name(one, words, before, told)
        how = _measured(one.unit, words, named, told)
        if max(one.part, words.sector) >= 0 and told.dimension.get(one.unit) == "ratio":
            how = measures.Measured("share", True)
        falls = bool(words.verb) and printed.direction(words.clause) < 0
        value = -one.value if falls and how.measure != "level" else one.value
        line, position = paragraph.place(one.start)
        # What a page breaks off from a number stands on another line.
        on_line = line.text[position : position + one.end - one.start].rstrip()
        unit = one.unit or _unitless(named.indicator, told)
        figure = _Printed(line.number, position, on_line, value, one.value_max, unit, one.bound)
        yield _row(figure, named, how, words, told, time)
        before = named if named.indicator else before


def _unitless(indicator: str, told: About) -> str:
    """Return the unit of a plain number, as a ratio of the sexes is one."""
    return "1" if told.dictionary.dimension.get(indicator) == told.dimension.get("1", "") else ""


def _table(table: Table, told: About, time: measures.Time) -> Iterator[dict[str, object]]:
    above: dict[str, str] = {}  # what the row above is, under the same heading
    for cell in tables.cells(table, told.dimension):
        head = f"{cell.block}{cell.head}"
        verb = next(iter(_GROWTH.findall(head)), "")
        relative = bool(verb or _SHARE.search(cell.head))
        unit = "%" if relative else cell.unit
        context = (cell.whole, cell.block, "" if verb else cell.head, cell.title)
        words = Said(cell.label, "", context, head, head, f"{head}{cell.title}", verb)
        wanted = {told.dimension[unit]} if unit and not relative else set[str]()
        match = told.dictionary.find(cell.label, context, wanted, above.get(cell.block, ""))
        named = _judged(match, told.entity)
        if named.indicator:
            above[cell.block] = named.indicator
        value = printed.number(cell.printed)
        figure = _Printed(cell.line.number, cell.start, cell.printed, value, None, unit, "=")
        yield _row(figure, named, _measured(unit, words, named, told), words, told, time)


def _measured(unit: str, words: Said, named: _Named, told: About) -> measures.Measured:
    return measures.measured(
        told.dimension.get(unit, ""),
        words,
        named.indicator,
        told.dictionary,
        comparable=told.comparable,
    )


def _row(
    figure: _Printed,
    named: _Named,
    how: measures.Measured,
    words: Said,
    told: About,
    time: measures.Time,
) -> dict[str, object]:
    when = measures.dated(how.measure, time, named.indicator, words, told.dictionary)
    status = measures.status(words, time)
    confidence = named.confidence
    if confidence == SURE and not (how.sure and when.sure and status == "outturn"):
        confidence = LIKELY
    if not figure.unit or not when.period:
        confidence = UNSURE
    return {
        "position": figure.position, "entity": named.entity, "indicator": named.indicator,
        "period": when.period, "measure": how.measure, "value": figure.value,
        "value_max": figure.value_max, "unit": figure.unit, "status": status,
        "bound": figure.bound, "line": figure.line, "printed": figure.printed, "note": "",
        "confidence": confidence,
    }  # fmt: skip


def _name(one: Found, words: Said, before: _Named, told: About) -> _Named:
    """Return the indicator of a figure in a paragraph, and whose it is."""
    if max(one.part, words.sector) >= 0:
        return _sector(max(one.part, words.sector), before, told)
    label, entity = _placed(words.label, told)
    dimension = told.dimension.get(one.unit, "")
    relative = dimension in (*measures.RELATIVE, "points")
    if not label and (relative or words.verb):
        # 增长 9.2% after a level: of the same thing.
        entity = entity if entity != told.entity else before.entity
        return _Named(before.indicator, entity, before.confidence)
    wanted = set[str]() if relative or not dimension else {dimension}
    find = told.dictionary.find
    match = find(label, words.before, wanted, before.indicator) if label else None
    if words.after:
        behind = find(words.after, (label, *words.before), wanted, before.indicator)
        match = _better(match, behind)
    at_most = SURE
    if not match and not label:
        match, at_most = _first(words.before, wanted, before, told), LIKELY
    return _judged(match, entity, UNSURE if words.shared else at_most)


def _better(one: Match | None, other: Match | None) -> Match | None:
    """Return the better of two matches, its margin to the other where they differ."""
    if one is None or other is None:
        return one or other
    second, best = sorted((one, other), key=lambda match: match.score)
    if best.indicator == second.indicator:
        return best
    return replace(best, margin=min(best.margin, best.score - second.score))


def _first(named: Sequence[str], wanted: set[str], before: _Named, told: About) -> Match | None:
    for at, label in enumerate(named[:2]):
        if match := told.dictionary.find(label, named[at + 1 :], wanted, before.indicator):
            return match
    return None


def _judged(match: Match | None, entity: str, at_most: str = SURE) -> _Named:
    if match is None or match.score < _LIKELY_SCORE or at_most == UNSURE:
        return _Named("", entity, UNSURE)
    sure = match.score >= _SURE_SCORE and match.margin >= _SURE_MARGIN
    return _Named(match.indicator, entity, SURE if sure and at_most == SURE else LIKELY)


def _sector(part: int, before: _Named, told: About) -> _Named:
    """Return a member of 17.8:25.2:57, which are shares of the three sectors of one whole."""
    whole = told.dictionary.parent.get(before.indicator, "") or before.indicator
    indicator = f"{whole}.{SECTORS[part]}" if part < len(SECTORS) else ""
    if indicator not in told.dictionary.dimension:
        return _Named("", told.entity, UNSURE)
    return _Named(indicator, told.entity, LIKELY)


def _placed(label: str, told: About) -> tuple[str, str]:
    """Part the name of another place from the beginning of a label."""
    for name, entity in told.places.items():
        for length in range(min(len(label), len(name)), 2, -1):
            start = label[:length]
            if start == name or (length >= _SHORTEST and _abbreviates(start, name)):
                return label[length:], entity
    return label, told.entity


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether 酒泉经开区 stands for 酒泉经济技术开发区."""
    if short[:2] != name[:2] or short[-1] != name[-1]:
        return False
    rest = iter(name)
    return all(sign in rest for sign in short)
