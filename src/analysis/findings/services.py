"""Services: what a goal says of the years before it, and what another place’s ratio makes here."""

from __future__ import annotations

from analysis.amount import Amount


def base_at_most(goal: Amount, rate: Amount, years: int) -> Amount:
    """Return the most that can be there now if ``goal`` is reached at ``rate`` a year or more.

    ``goal / (1 + rate) ** years``.
    """
    return goal / (1 + rate.to("")) ** years


def at_ratio_of(amount: Amount, size: Amount, size_here: Amount) -> Amount:
    """Return what ``amount`` would be here if it stood to ``size_here`` as elsewhere to ``size``.

    ``amount * (size_here / size)``; the sizes are of one kind, such as residents.
    """
    return amount * (size_here / size)
