"""Income and living costs: the gap between town and country."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.amount import Amount, percent
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
