"""Social security: how many beds there are for the old, and how many a goal asks for."""

from __future__ import annotations

from analysis import data
from analysis.amount import Amount


def per_thousand(count: Amount, people: Amount) -> Amount:
    """Return how many of something there are for each thousand people, in the unit of ``count``."""
    return count / _thousands(people)


def more_needed(rate: Amount, people: Amount, count: Amount) -> Amount:
    """Return how many more would make ``rate`` per thousand: ``rate * people / 1000 - count``."""
    return rate * _thousands(people) - count


def _thousands(people: Amount) -> Amount:
    return people / data.amount(1000, "人")
