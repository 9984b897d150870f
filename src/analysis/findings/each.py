"""An amount for each of many, and the amount of all of them."""

from __future__ import annotations

from collections.abc import Mapping

from analysis import data
from analysis.amount import Amount, total


def number(of: Amount) -> Amount:
    """Return how many there are, as a plain number: people, visits, tonnes, in single ones."""
    return of / data.amount(1, of.base)


def for_each(total: Amount, of: Amount) -> Amount:
    """Return ``total`` over how many there are, in the unit of ``total``."""
    return total / number(of)


def of_all(each: Mapping[str, Amount], of: Mapping[str, Amount]) -> Amount:
    """Return what all groups make together: the sum of ``each`` times how many there are.

    Both by group. Raises ``ValueError`` when the groups are none or not the same.
    """
    if not each or set(each) != set(of):
        raise ValueError(f"amounts for {', '.join(each)} and numbers for {', '.join(of)}")
    return total(each[group] * number(of[group]) for group in each)


def for_every(people: float, count: Amount, of: Amount) -> Amount:
    """Return how many there are for every so many: ``people * count / of``, a plain number."""
    return people * number(count) / number(of)
