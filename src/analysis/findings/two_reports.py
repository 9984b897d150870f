"""What two reports set as goals for one year: what they share, change and set alone."""

from __future__ import annotations

import pandas as pd

from analysis import goals
from analysis.amount import Amount
from analysis.goals import compare, record
from analysis.goals.record import Record, last_year

SAME, CHANGED, FIRST, SECOND = "same", "changed", "first", "second"
PARTS = {
    compare.SAME: SAME,
    compare.BOUND: CHANGED,
    compare.DIFFERENT: CHANGED,
    compare.ONLY_A: FIRST,
    compare.ONLY_B: SECOND,
}


def aims(first: str, second: str, year: int, *, of: Record | None = None) -> pd.DataFrame:
    """Return the goals of two documents for ``year``, a row a goal, each with who sets it.

    The columns of ``goals.compare.side_by_side``, and ``part``: ``same``, ``changed`` (another
    number, or a goal made a floor), ``first`` or ``second`` (set by one alone); ``judged,
    start``: verdict and starting amount that ``goals.assess`` gives the first document's goal, or
    the second's where the first sets none.
    """
    of = record.read() if of is None else of
    table = compare.side_by_side(first, second, statuses=("target",), ends=year, of=of)
    table["part"] = table["verdict"].map(PARTS)
    place = ["document", "line", "indicator", "period", "measure"]
    assessed = goals.assess(of=of).drop_duplicates(place).set_index(place)
    known = table["figure_a"].where(table["figure_a"].notna(), table["figure_b"])
    places = [tuple(getattr(one, name) for name in place) for one in known]
    table["judged"] = [assessed["verdict"][one] for one in places]
    table["start"] = [assessed["start"][one] for one in places]
    return table


def falling_short(
    first: str, second: str, year: int, *, of: Record | None = None
) -> dict[str, Amount]:
    """Return how far stated growth leads of the level stated beside it, where it falls short.

    In percent of the level, by indicator, for what both documents state in both ways.
    """
    table = goals.assess(of=of)
    table = table[table["document"].isin([first, second]) & (table["measure"] == "level")]
    found: dict[str, list[Amount]] = {}
    for row in table[table["period"].map(last_year) == year].itertuples():
        for note in row.reason.notes:
            if note.key == "falls_short":
                found.setdefault(row.indicator, []).append((note.reached / row.goal).to("%"))
    return {indicator: own[0] for indicator, own in found.items() if len(own) == 2}


def grown(start: Amount, rate: Amount, years: int) -> Amount:
    """Return what ``start`` becomes in ``years`` at ``rate`` percent a year."""
    return start * (1 + rate.to("")) ** years


def less(one: Amount, other: Amount) -> Amount:
    """Return how many percent ``one`` is below ``other``."""
    return (1 - one / other).to("%")


def density(people: Amount, area: Amount) -> Amount:
    """Return people a square kilometre; ``area`` is in square kilometres."""
    return (people / area).to("人/平方公里", 1 / area.factor)


def for_each(people: Amount, homes: Amount) -> Amount:
    """Return how many people there are for each home."""
    return (people / homes).to("人/户", 1.0)
