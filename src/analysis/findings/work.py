"""Work: whom a rate of unemployment counts, and what workers placed away from home earn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.amount import Amount, total
from analysis.data import Figure


@dataclass(frozen=True)
class Placed:
    """Workers of a place who were placed in work: how many, and what they earned together."""

    entity: str
    workers: Figure
    earned: Figure

    @property
    def each(self) -> Amount:
        """What one of them earned: ``earned / workers``."""
        return self.earned / self.workers

    @property
    def rough(self) -> bool:
        """Whether rounding leaves a tenth or more of that open."""
        return self.each.interval.width >= self.each.value / 10


def placed(workers: Iterable[Figure], earned: Iterable[Figure]) -> list[Placed]:
    """Return the places that print both, in the order of ``workers``.

    Raises ``ValueError`` for a place of which one of the two is given twice: which of them goes
    with the other would be a guess.
    """
    by_place: list[dict[str, Figure]] = []
    for some in (list(workers), list(earned)):
        found = {one.entity: one for one in some}
        if len(found) < len(some):
            names = [one.entity for one in some]
            twice = next(name for name in names if names.count(name) > 1)
            raise ValueError(f"{twice} prints {some[0].indicator} more than once")
        by_place.append(found)
    counts, sums = by_place
    return [Placed(place, one, sums[place]) for place, one in counts.items() if place in sums]


def together(places: Iterable[Placed]) -> Amount:
    """Return what one worker of several places earned: sum of earnings over sum of workers.

    Raises ``ValueError`` when there are no places.
    """
    every = list(places)
    return total(one.earned for one in every) / total(one.workers for one in every)


def labour_force(unemployed: Amount, rate: Amount) -> Amount:
    """Return how many people a rate of unemployment counts: ``unemployed / rate``."""
    return unemployed / rate.to("")


def other_years(total: Amount, last: Amount, years: int) -> Amount:
    """Return the yearly mean of all years but the last: ``(total - last) / (years - 1)``.

    Raises ``ValueError`` for fewer than two years.
    """
    if years < 2:
        raise ValueError(f"of {years} years none is left beside the last")
    return (total - last) / (years - 1)
