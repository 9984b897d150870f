"""Whether what was expected of a year is a plan written down as met, and what was built on it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.amount import Amount
from analysis.data import Figure, edition
from analysis.goals import forecasts, record
from analysis.goals.record import Record, agreed


@dataclass(frozen=True)
class Expected:
    """A level expected of a year, as the growth that it is, beside growth that came and is planned.

    ``made`` and ``came`` are the two levels. Where the communique prints growth at current prices
    (``grew``), ``base`` is the level of the year before that it implies and ``rate`` the percent
    that ``made`` is above it. ``own`` is the growth that the same document expects. ``plan`` and
    ``next`` are the growth and the level that the plan for the next year asks for.
    """

    made: Figure
    came: Figure
    grew: Figure | None = None
    base: Amount | None = None
    rate: Amount | None = None
    own: Figure | None = None
    plan: Figure | None = None
    next: Figure | None = None

    @property
    def miss(self) -> Amount:
        """Percent that more was expected than came."""
        return (self.made / self.came - 1).to("%")

    @property
    def is_plan_rate(self) -> bool:
        """Tell whether rounding allows the expected growth to be exactly the planned rate."""
        return _allows(self.rate, self.plan)

    @property
    def is_own_rate(self) -> bool:
        """Tell whether rounding allows it to be exactly the growth that the document states."""
        return _allows(self.rate, self.own)

    @property
    def next_is_built_on_it(self) -> bool:
        """Tell whether the next year's level is this one, grown by exactly the planned rate."""
        if self.plan is None or self.next is None:
            return False
        return self.next.agrees(self.made * (1 + self.plan.value / 100))


def expected(year: int | None = None, *, of: Record | None = None) -> list[Expected]:
    """Return each level that was expected of ``year`` (by default the edition's).

    In the order of the documents; the base is ``came / (1 + grew)``, the rate ``made / base - 1``.
    Growth at comparable prices gives no base: it does not lead from one level to the next.
    """
    of = record.read() if of is None else of
    year = edition.year() if year is None else year
    plans = {row.indicator: row for row in forecasts.set_on(year + 1, of=of).itertuples()}
    every = forecasts.forecasts(year, of=of)
    found = []
    for row in every[every["measure"] == "level"].itertuples():
        grew = _growth(of, row.came, year)
        base = None if grew is None else row.came / (1 + grew.to(""))
        plan = plans.get(row.indicator)
        found.append(
            Expected(
                row.made,
                row.came,
                grew,
                base,
                None if base is None else (row.made / base - 1).to("%"),
                _growth(of, row.made, year),
                None if plan is None else plan.rate,
                None if plan is None else plan.planned,
            )
        )
    return found


def by_chance(rates: Iterable[Amount]) -> float:
    """Return how likely rates in percent that lie anywhere all cover a whole percent.

    The product of the widths that rounding leaves them, in points; a range of a point or more
    covers one for certain.
    """
    return math.prod(min(rate.high - rate.low, 1.0) for rate in rates)


def swapped(one: Figure, other: Figure) -> bool:
    """Tell whether two printed numbers differ by two neighbouring digits in the other order."""
    a, b = (f"{figure.value:.10g}" for figure in (one, other))
    differ = [place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or len(differ) != 2:
        return False
    first, second = differ
    return second == first + 1 and (a[first], a[second]) == (b[second], b[first])


def _allows(rate: Amount | None, exactly: Figure | None) -> bool:
    if rate is None or exactly is None:
        return False
    return rate.low <= exactly.value <= rate.high


def _growth(of: Record, level: Figure, year: int) -> Figure | None:
    """Return the growth at current prices that a level's document prints of it."""
    rates = [
        one
        for one in of.of(level, level.status)
        if (one.measure, one.period, one.document) == ("growth", str(year), level.document)
    ]
    return agreed(rates) if rates else None
