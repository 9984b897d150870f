"""What the economy is made of, and which parts made it grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.amount import Amount, fraction, percent
from analysis.data import Figure


@dataclass(frozen=True)
class Part:
    """One part of output: its value added ``level`` and real growth ``rate``.

    ``share`` is its percent of all parts, ``points`` the percentage points of their growth that
    it brought, and ``part_of_growth`` its percent of that growth.
    """

    indicator: str
    level: Figure
    rate: Figure
    share: Amount
    points: Amount
    part_of_growth: Amount


def parts(levels: Sequence[Figure]) -> list[Part]:
    """Return the parts of a whole, each with what it brought to the growth of all, largest first.

    A part was ``base = level / (1 + rate)`` and has grown by ``gain = level - base``. It brought
    ``gain / sum of bases``, its weight in the earlier year times its growth (System of National
    Accounts 2008, 15.C); where growth is real, the bases are the earlier year's output at the
    later year's prices. Each printed figure enters a formula as few times as it can.

    Raises ``UnknownFigure`` for a part whose real growth is not printed.
    """
    rates = [level.growth_real for level in levels]
    bases = [level / (1 + fraction(rate)) for level, rate in zip(levels, rates, strict=True)]
    gains = [
        level * (1 - 1 / (1 + fraction(rate))) for level, rate in zip(levels, rates, strict=True)
    ]
    found = [
        Part(
            level.indicator,
            level,
            rate,
            percent(level / _sum(levels)),
            percent(gain / _sum(bases)),
            percent(gain / _sum(gains)),
        )
        for level, rate, gain in zip(levels, rates, gains, strict=True)
    ]
    return sorted(found, key=lambda part: -part.level.value)


def together(some: Sequence[Part]) -> tuple[Amount, Amount]:
    """Return the share of output and of growth that several parts hold together."""
    return _sum([part.share for part in some]), _sum([part.part_of_growth for part in some])


def outgrew(share: Amount, rise: Amount, whole: Amount) -> Amount:
    """Return the growth in percent of a part whose share of a growing whole rose.

    ``share`` is the later share in percent, ``rise`` the percentage points it gained, ``whole``
    the growth of the whole: ``(1 + whole) * share / (share - rise) - 1``, which takes the prices of
    the part to have moved as all others. The inverse of ``formulas.structure.share_change``.
    """
    earlier = fraction(share) - fraction(rise)
    grown: Amount = percent((1 + fraction(whole)) * (fraction(share) / earlier) - 1)
    return grown


def _sum(amounts: Sequence[Amount]) -> Amount:
    whole = amounts[0]
    for amount in amounts[1:]:
        whole = whole + amount
    return whole
