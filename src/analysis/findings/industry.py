"""Industry: which branches made it grow, who owns the growth, how hard plant ran, what was sold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from analysis import data
from analysis.amount import Amount
from analysis.findings.remainder import Part, part, rest

REST = "rest"


@dataclass(frozen=True)
class Branch:
    """One branch: ``share`` of value added and real ``growth``, both in percent.

    ``points`` are the percentage points of the whole's growth that it made, ``part_of_growth``
    its percent of that growth.
    """

    share: Amount
    growth: Amount
    points: Amount
    part_of_growth: Amount


def branches(total: Amount, named: Mapping[str, tuple[Amount, Amount]]) -> dict[str, Branch]:
    """Return the named branches, the one that made most points first, and ``REST`` last.

    ``total`` is the real growth of the whole in percent, ``named`` the share and the real growth
    of each branch. The whole being 100 now, it was ``100 / (1 + total)``; a branch is ``share``
    now and was ``share / (1 + growth)``; the rest is what is left of both years. Points are
    ``(now - before) / whole before`` (System of National Accounts 2008, 15.C).

    Shares are at the year's own prices and growth is not, so this takes the prices of all branches
    to have moved alike.
    """
    whole = part(data.amount(100, "%"), total)
    found = {branch: part(share, growth) for branch, (share, growth) in named.items()}
    left = rest(whole, list(found.values()))
    first = sorted(found.items(), key=lambda item: -item[1].gain.value)
    return {branch: _branch(one, whole) for branch, one in [*first, (REST, left)]}


def _branch(one: Part, whole: Part) -> Branch:
    points = one.gain / whole.before
    part_of_growth = one.gain / whole.gain
    return Branch(one.level.to("%"), one.growth, points.to("%"), part_of_growth.to("%"))


def for_each_hundred(amount: Part, revenue: Part) -> tuple[Amount, Amount]:
    """Return an amount as percent of revenue: a year earlier, and now."""
    before, now = amount.before / revenue.before, amount.level / revenue.level
    return before.to("%"), now.to("%")


def part_of_growth_of_one(whole: Amount, one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Return the least and the most percent of a whole's growth that one of two parts made.

    All three are rates in percent. The part weighs ``(whole - other) / (one - other)`` and made
    ``weight * one / whole``; both ends of what rounding leaves open are tried for each rate.
    Raises ``ZeroDivisionError`` where the two parts may have grown alike.
    """
    ends = [(rate.low, rate.high) for rate in (whole, one, other)]
    made = [
        (all_ - rest_) / (part_ - rest_) * part_ / all_ for all_, part_, rest_ in product(*ends)
    ]
    least, most = (data.amount(100 * end(made), "%") for end in (min, max))
    return least, most
