"""Social security: how many beds there are for the old."""

from __future__ import annotations

from analysis import data
from analysis.amount import Amount


def per_thousand(count: Amount, people: Amount) -> Amount:
    """Return how many of something there are for each thousand people, in the unit of ``count``."""
    return count / (people / data.amount(1000, "人"))
