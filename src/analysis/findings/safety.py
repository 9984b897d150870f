"""Accidents and courts: which deaths a rate leaves, and what cases come to."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount


def deaths(rate: Amount, output: Amount) -> list[int]:
    """Return the whole numbers of deaths that fit a rate for each 100 million yuan of output."""
    per = rate / data.amount(1, "人/亿元")
    found = per * (output / data.amount(1, "亿元"))
    return list(range(math.ceil(found.low), math.floor(found.high) + 1))


def per_thousand(cases: Amount, people: Amount) -> Amount:
    """Return cases for each thousand people, as a plain number."""
    return (cases / data.amount(1, "起")) / (people / data.amount(1000, "人"))


@dataclass(frozen=True)
class Cases:
    """Cases that a court took on in a year, and those that it closed in it."""

    accepted: Amount
    closed: Amount

    @property
    def rate(self) -> Amount:
        """Cases closed in percent of those accepted: the closing rate (结案率)."""
        return (self.closed / self.accepted).to("%")
