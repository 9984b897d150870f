"""Services: what each unit of them grew by, and what visitors can have paid."""

from __future__ import annotations

from analysis.amount import Amount
from analysis.findings.each import number


def growth_of_each(total: Amount, count: Amount) -> Amount:
    """Return the growth in percent of an amount for each unit.

    ``(1 + total) / (1 + count) - 1``, both the growth of what is divided: tonne-kilometres by
    tonnes give the distance, revenue by visits the spending of a visit.
    """
    return ((1 + total.to("")) / (1 + count.to("")) - 1).to("%")


def smallest_rise(count: Amount) -> Amount:
    """Return the least growth in percent that a count of whole things can have had.

    It was one less before: ``1 / (count - 1)``. Raises ``ValueError`` for a count that may be one.
    """
    before = number(count) - 1
    if not before > 0:
        raise ValueError(f"{count} may be one, and was nothing before")
    return (1 / before).to("%")


def base_at_most(goal: Amount, rate: Amount, years: int) -> Amount:
    """Return the most that can be there now if ``goal`` is reached at ``rate`` a year or more.

    ``goal / (1 + rate) ** years``.
    """
    return goal / (1 + rate.to("")) ** years
