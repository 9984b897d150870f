"""What the economy is made of, and which parts made it grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.amount import Amount, percent, total
from analysis.data import Figure
from analysis.formulas import growth


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

    What a part brought is its weight in the earlier year times its growth, see
    ``growth.contributions``; where growth is real, that is at the later year's prices.

    Raises ``UnknownFigure`` for a part whose real growth is not printed.
    """
    rates = [level.growth_real for level in levels]
    split = growth.contributions(pd.DataFrame({"level": levels, "growth": rates}, dtype=object))
    whole = total(levels)
    found = [
        Part(level.indicator, level, rate, percent(level / whole), points, part_of_growth)
        for level, rate, points, part_of_growth in zip(
            levels, rates, split["points"], split["share_of_growth"], strict=True
        )
    ]
    return sorted(found, key=lambda part: -part.level.value)


def together(some: Sequence[Part]) -> tuple[Amount, Amount]:
    """Return the share of output and of growth that several parts hold together."""
    return total(part.share for part in some), total(part.part_of_growth for part in some)


def of_gap(here: Amount, share_here: Amount, there: Amount, share_there: Amount) -> Amount:
    """Return the part of a gap in output a head that lies in one sector, in percent.

    ``here`` and ``there`` are two places' output a head, the shares the sector's percent of each.
    The parts of all sectors add up to 100; one in which ``here`` makes more counts below zero.
    """
    sector = there * share_there.to("") - here * share_here.to("")
    return (sector / (there - here)).to("%")
