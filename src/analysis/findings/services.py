"""Services: what a goal says of the years before it."""

from __future__ import annotations

from analysis.amount import Amount


def base_at_most(goal: Amount, rate: Amount, years: int) -> Amount:
    """Return the most that can be there now if ``goal`` is reached at ``rate`` a year or more.

    ``goal / (1 + rate) ** years``.
    """
    return goal / (1 + rate.to("")) ** years
