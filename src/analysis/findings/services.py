"""Services: what each unit of them grew by, and what visitors can have paid."""

from __future__ import annotations

from analysis.amount import Amount


def growth_of_each(total: Amount, count: Amount) -> Amount:
    """Return the growth in percent of an amount for each unit.

    ``(1 + total) / (1 + count) - 1``, both the growth of what is divided: tonne-kilometres by
    tonnes give the distance, revenue by visits the spending of a visit.
    """
    return ((1 + total.to("")) / (1 + count.to("")) - 1).to("%")


def base_at_most(goal: Amount, rate: Amount, years: int) -> Amount:
    """Return the most that can be there now if ``goal`` is reached at ``rate`` a year or more.

    ``goal / (1 + rate) ** years``.
    """
    return goal / (1 + rate.to("")) ** years
