"""Education: how many children are to come, whose pupils are counted, and shares of candidates."""

from __future__ import annotations

import math
from dataclasses import dataclass

from analysis.amount import Amount

KINDERGARTEN_YEARS, PRIMARY_YEARS, SECONDARY_YEARS = 3, 6, 6


def births(residents: Amount, change: Amount, rate: Amount) -> Amount:
    """Return the births of a year from the birth rate: ``rate * (residents - change / 2)``.

    ``residents`` are those at the end of the year, of whom there are ``change`` more than a year
    earlier; birth rates are per thousand of the mean of both ends.
    """
    return (residents - change / 2) * rate.to("")


def in_three_years(children: Amount, pupils: Amount) -> Amount:
    """Return how many more primary pupils there are when today's kindergarten has moved up.

    ``children + pupils * (6 - 3) / 6 - pupils``: the three years of kindergarten fill the lower
    three of six grades, today's lower three fill the upper ones. It takes the years of each level
    to be equally large, and children neither to come nor to go.
    """
    still_there = (PRIMARY_YEARS - KINDERGARTEN_YEARS) / PRIMARY_YEARS
    return children + pupils * still_there - pupils


@dataclass(frozen=True)
class Counts:
    """Pupils, and schools, of one level: all in the ``territory``, and a bureau's ``own``."""

    territory: Amount
    own: Amount

    @property
    def outside(self) -> Amount:
        """Those that the bureau does not count."""
        return self.territory - self.own

    @property
    def share_outside(self) -> Amount:
        """Those that the bureau does not count, in percent of all."""
        return (self.outside / self.territory).to("%")


def can_be_share(rate: Amount, people: Amount) -> bool:
    """Tell whether some whole number of ``people``, who are counted, rounds to ``rate``."""
    heads = rate.to("") * people
    return math.ceil(heads.low) <= math.floor(heads.high)
