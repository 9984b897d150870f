"""Education: how many children are to come."""

from __future__ import annotations

from analysis.amount import Amount

KINDERGARTEN_YEARS, PRIMARY_YEARS, SECONDARY_YEARS = 3, 6, 6
SCHOOL_AGE = 6  # at which primary school begins


def births(residents: Amount, change: Amount, rate: Amount) -> Amount:
    """Return the births of a year from the birth rate: ``rate * (residents - change / 2)``.

    ``residents`` are those at the end of the year, of whom there are ``change`` more than a year
    earlier; birth rates are per thousand of the mean of both ends.
    """
    return (residents - change / 2) * rate.to("")


def in_three_years(children: Amount, pupils: Amount, years: int = KINDERGARTEN_YEARS) -> Amount:
    """Return how many more primary pupils there are three years on.

    ``children * 3 / years + pupils * (6 - 3) / 6 - pupils``: of the ``children`` in so many years
    of kindergarten, three at least, the oldest three years fill the lower three of six grades;
    today's lower three fill the upper ones. It takes the years of each level to be equally large,
    and children neither to come nor to go.
    """
    still_there = (PRIMARY_YEARS - 3) / PRIMARY_YEARS
    return children * (3 / years) + pupils * still_there - pupils


def at_births(born: Amount, years: int) -> Amount:
    """Return how many are in a level of so many years once all were born at one pace.

    ``born * years``: every year brings ``born`` children, all of them come, and none moves in or
    away.
    """
    return born * years
