"""Work: whom a rate of unemployment covers, and how many in a part are of working age."""

from __future__ import annotations

from analysis.amount import Amount


def labour_force(unemployed: Amount, rate: Amount) -> Amount:
    """Return how many people a rate of unemployment covers: ``unemployed / rate``."""
    return unemployed / rate.to("")


def at_the_same_mix(people: Amount, of_age: Amount, everybody: Amount) -> Amount:
    """Return how many of ``people`` are of an age, at the whole's mix of ages.

    ``people * of_age / everybody``: ``of_age`` is counted among ``everybody``, of whom
    ``people`` are a part.
    """
    return people * (of_age / everybody)
