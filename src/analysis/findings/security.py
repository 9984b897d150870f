"""Social security: what funds take and pay, and how many beds there are for the old."""

from __future__ import annotations

from collections.abc import Mapping

from analysis import data
from analysis.amount import Amount

REST = "rest"


def uses(income: Amount, paid: Mapping[str, Amount]) -> dict[str, Amount]:
    """Return what a fund's income was paid for, and ``REST``, the income without a printed use.

    ``REST = income - sum of paid``. Raises ``ValueError`` where payments may exceed the income.
    """
    left = income
    for one in paid.values():
        left = left - one
    if not left > 0:
        raise ValueError(f"{', '.join(paid)} may come to more than the income of {income}")
    return {**paid, REST: left}


def per_thousand(count: Amount, people: Amount) -> Amount:
    """Return how many of something there are for each thousand people, in the unit of ``count``."""
    return count / _thousands(people)


def more_needed(rate: Amount, people: Amount, count: Amount) -> Amount:
    """Return how many more would make ``rate`` per thousand: ``rate * people / 1000 - count``."""
    return rate * _thousands(people) - count


def people_behind(rate: Amount, count: Amount) -> Amount:
    """Return among how many people ``count`` makes ``rate`` per thousand: ``1000 count / rate``."""
    return data.amount(1000, "人") * (count / rate)


def _thousands(people: Amount) -> Amount:
    return people / data.amount(1000, "人")
