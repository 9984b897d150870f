"""Crime and courts: what cases come to."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount


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
