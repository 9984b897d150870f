"""What two reports set as goals for one year: what they share, change and set alone."""

from __future__ import annotations

import pandas as pd

from analysis import goals
from analysis.amount import Amount
from analysis.goals import compare, record
from analysis.goals.record import Record

SAME, IN_PARTS, CHANGED, FIRST, SECOND = "same", "parts", "changed", "first", "second"
PARTS = {
    compare.SAME: SAME,
    compare.IN_PARTS: IN_PARTS,
    compare.BOUND: CHANGED,
    compare.DIFFERENT: CHANGED,
    compare.ONLY_A: FIRST,
    compare.ONLY_B: SECOND,
}


def aims(first: str, second: str, year: int, *, of: Record | None = None) -> pd.DataFrame:
    """Return the goals of two documents for ``year``, a row a goal, each with who sets it.

    The columns of ``goals.compare.side_by_side``, and ``part``: ``same``, ``parts`` (a whole in
    one, its parts in the other), ``changed`` (another number, or a goal made a floor), ``first``
    or ``second`` (set by one alone); ``named``: what the second document plans of a thing that
    only the first sets as a goal; ``judged, start, start_kind``: verdict, starting amount and its
    kind that ``goals.assess`` gives the first document's goal, or the second's where the first
    sets none.
    """
    of = record.read() if of is None else of
    table = compare.side_by_side(first, second, statuses=("target",), ends=year, of=of)
    table["part"] = table["verdict"].map(PARTS)
    of_second = [one for one in of.figures if one.document == second and one.status == "planned"]
    planned = {
        (one.indicator, one.entity): one
        for one in of_second
        if record.last_year(one.period) == year
    }
    table["named"] = [
        planned.get((row.indicator, row.entity)) if row.part == FIRST else None
        for row in table.itertuples()
    ]
    place = ["document", "line", "indicator", "period", "measure"]
    assessed = goals.assess(of=of).drop_duplicates(place).set_index(place)
    known = table["figure_a"].where(table["figure_a"].notna(), table["figure_b"])
    places = [tuple(getattr(one, name) for name in place) for one in known]
    table["judged"] = [assessed["verdict"][one] for one in places]
    for column in ("start", "start_kind"):
        table[column] = [assessed[column][one] for one in places]
    return table


def grown(start: Amount, rate: Amount, years: int) -> Amount:
    """Return what ``start`` becomes in ``years`` at ``rate`` percent a year."""
    return start * (1 + rate.to("")) ** years


def less(one: Amount, other: Amount) -> Amount:
    """Return how many percent ``one`` is below ``other``."""
    return (1 - one / other).to("%")


def for_each(people: Amount, homes: Amount) -> Amount:
    """Return how many people there are for each home."""
    return (people / homes).to("人/户", 1.0)
