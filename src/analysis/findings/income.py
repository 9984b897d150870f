"""Income and living costs: the gap between town and country, and the prices that each pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.amount import Amount, percent, total
from analysis.data import Figure
from analysis.formulas import growth


@dataclass(frozen=True)
class Gap:
    """How far two incomes are apart, now and a year before.

    ``ratio`` is the larger over the smaller, ``difference`` the one less the other. ``needed`` is
    the growth of the smaller, in percent, that would have kept the difference as it was.
    """

    ratio: Amount
    ratio_before: Amount
    difference: Amount
    difference_before: Amount
    needed: Amount


def gap(larger: Figure, smaller: Figure) -> Gap:
    """Return the gap between two levels, the year before from their growth.

    ``before = level / (1 + growth)``. The difference stands still when the smaller gains as many
    yuan as the larger: ``needed = growth of the larger * larger before / smaller before``.
    """
    large, small = (before(one) for one in (larger, smaller))
    return Gap(
        larger / smaller,
        large / small,
        larger - smaller,
        large - small,
        percent((larger - large) / small),
    )


def before(level: Figure) -> Amount:
    """Return the level of the year before: ``level / (1 + growth)``."""
    return growth.implied_base(level, level.growth)


def basket(spent: Mapping[str, Figure], prices: Mapping[str, Amount]) -> Amount:
    """Return by how much a basket became dearer, in percent.

    ``spent`` is spending of the year by kind, ``prices`` the rise of prices by the same kinds.
    Each kind weighs what was spent on it the year before: the sum of ``before * rise`` over the
    sum of ``before`` (Laspeyres).

    Raises ``ValueError`` for kinds of which only one of the two is known.
    """
    if unlike := set(spent) ^ set(prices):
        raise ValueError(f"no spending or no prices of {', '.join(sorted(unlike))}")
    weights = {kind: before(level) for kind, level in spent.items()}
    dearer = total(weight * prices[kind].to("") for kind, weight in weights.items())
    return (dearer / total(weights.values())).to("%")
