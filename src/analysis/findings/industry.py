"""Industry: which branches made it grow, who owns the growth, how hard plant ran, what was sold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount
from analysis.findings.remainder import Part, part, rest

REST = "rest"


@dataclass(frozen=True)
class Branch:
    """One branch: ``share`` of value added and real ``growth``, both in percent.

    ``share_before`` was its share a year earlier. ``points`` are the percentage points of the
    whole's growth that it made, ``part_of_growth`` its percent of that growth.
    """

    share: Amount
    share_before: Amount
    growth: Amount
    points: Amount
    part_of_growth: Amount


def branches(
    total: Amount,
    named: Mapping[str, tuple[Amount, Amount]],
    dearer: Mapping[str, float] | None = None,
) -> dict[str, Branch]:
    """Return the named branches, the one that made most points first, and ``REST`` last.

    ``total`` is the real growth of the whole in percent, ``named`` the share and the real growth
    of each branch. The whole being 100 now, it was ``100 / (1 + total)``; a branch is ``share``
    now and was ``share / (1 + growth)``; the rest is what is left of both years. Points are
    ``(now - before) / whole before`` (System of National Accounts 2008, 15.C).

    Shares are at the year's own prices and growth is not, so this takes the prices of all branches
    to have moved alike. ``dearer`` says by how many percent a branch's rose beyond the average;
    its share is then ``share / (1 + dearer)`` at the earlier year's prices.
    """
    whole = part(data.amount(100, "%"), total)
    found = {}
    for branch, (share, growth) in named.items():
        found[branch] = part(share / (1 + (dearer or {}).get(branch, 0) / 100), growth)
    left = rest(whole, list(found.values()))
    first = sorted(found.items(), key=lambda item: -item[1].gain.value)
    return {branch: _branch(one, whole) for branch, one in [*first, (REST, left)]}


def _branch(one: Part, whole: Part) -> Branch:
    before, points = one.before / whole.before, one.gain / whole.before
    part_of_growth = one.gain / whole.gain
    return Branch(
        one.level.to("%"), before.to("%"), one.growth, points.to("%"), part_of_growth.to("%")
    )


def standing_still(all_industry: Amount, larger: Amount) -> Amount:
    """Return the share that larger firms hold today if the smaller ones stood still, in percent.

    All growth is then theirs: their gain, ``1 - 1/(1 + larger)`` of what they are, is that of all
    industry, ``1 - 1/(1 + all)`` of what it is. The share is the second over the first, so that
    each rate enters once. At a higher share the smaller firms shrank.
    """
    return (_new(all_industry) / _new(larger)).to("%")


def smaller_firms(all_industry: Amount, larger: Amount, share: float) -> Amount:
    """Return the real growth of smaller firms, in percent, if the larger are ``share`` percent.

    ``share`` is of all industry's value added today. Raises ``ValueError`` for a share that leaves
    no smaller firms now, or left none a year before.
    """
    if not 0 <= share < 100:
        raise ValueError(f"larger firms can be 0 to less than 100 percent of industry, not {share}")
    whole = part(data.amount(100, "%"), all_industry)
    left = rest(whole, [part(data.amount(share, "%"), larger)])
    if not left.before.low > 0:
        raise ValueError(f"larger firms of {share} percent leave nothing to smaller ones before")
    return left.growth


def for_each_hundred(amount: Part, revenue: Part) -> tuple[Amount, Amount]:
    """Return an amount as percent of revenue: a year earlier, and now."""
    before, now = amount.before / revenue.before, amount.level / revenue.level
    return before.to("%"), now.to("%")


def _new(rate: Amount) -> Amount:
    """Return what part of a level its growth brought: ``1 - 1/(1 + rate)``."""
    return 1 - 1 / (1 + rate.to(""))
