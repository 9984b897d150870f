"""Culture and science: what a goal for patents asks, and what it takes the people to be."""

from __future__ import annotations

from analysis.amount import Amount
from analysis.formulas.growth import percent_a_year


def needed_a_year(goal: Amount, held: Amount, years: float) -> Amount:
    """Return how many must come to a stock each year, net: ``(goal - held) / years``."""
    return (goal - held) / years


def pace(goal: Amount, held: Amount, years: float) -> Amount:
    """Return the growth that leads from one to the other: ``(goal / held) ** (1 / years) - 1``.

    In percent a year, compounded.
    """
    return percent_a_year(goal / held, years)


def people_behind(stock: Amount, for_each_10000: Amount) -> Amount:
    """Return the people that two goals for one thing imply: ``10,000 * stock / rate``.

    ``stock`` is a number of things, ``for_each_10000`` the same for every 10,000 people.
    """
    return stock / for_each_10000 * 10_000
