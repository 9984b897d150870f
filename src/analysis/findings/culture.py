"""Culture and science: what a goal for patents and firms asks each year, when it is reached."""

from __future__ import annotations

import math

from analysis.amount import Amount


def needed_a_year(goal: Amount, held: Amount, years: float) -> Amount:
    """Return how many must come to a stock each year, net: ``(goal - held) / years``."""
    return (goal - held) / years


def year_reached(goal: Amount, held: Amount, a_year: Amount, year: int) -> int:
    """Return the year in which a stock reaches ``goal``, if ``a_year`` come and none are lost.

    ``held`` is what there is at the end of ``year``: ``year + (goal - held) / a_year``, rounded up.
    """
    return year + math.ceil(((goal - held) / a_year).value)
