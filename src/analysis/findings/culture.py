"""Culture and science: what a goal for patents and firms asks each year."""

from __future__ import annotations

from analysis.amount import Amount


def needed_a_year(goal: Amount, held: Amount, years: float) -> Amount:
    """Return how many must come to a stock each year, net: ``(goal - held) / years``."""
    return (goal - held) / years
