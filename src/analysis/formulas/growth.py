"""Growth rates: compound, required, implied base, real, and contributions to a total's growth.

Rates are in percent throughout. A function that takes numbers takes an ``Interval`` or an
``Amount`` as well (not both at once), and then returns one: the same formula says what follows and
how much of it is rounding. A rate that is an amount may be in any unit of a ratio. Growth of -100
percent or less leaves nothing to compute with: wherever a rate is taken it is a ``ValueError``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product
from typing import Any, TypeVar, cast

import numpy as np
import pandas as pd

from analysis.amount import Amount, fraction, percent
from analysis.printed import Interval

# A formula gives what it is given; a plain number may stand beside either of the others.
Number = TypeVar("Number", float, Interval, Amount)


def compound(base: Number, rate: Number, years: float) -> Number:
    """Return what ``base`` becomes after ``years`` at ``rate`` percent a year.

    ``base * (1 + rate/100) ** years``, the compound growth formula. In the unit of ``base``.
    """
    return cast(Number, base * _factor(rate) ** years)


def required_growth(base: Number, target: Number, years: float) -> Number:
    """Return the percent a year that leads from ``base`` to ``target`` in ``years``.

    The compound annual growth rate: ``((target/base) ** (1/years) - 1) * 100``.
    Raises ``ValueError`` when a level is not positive or ``years`` is not.
    """
    if not years > 0:
        raise ValueError(f"a rate of growth needs a positive number of years, not {years}")
    for name, level in (("base", base), ("target", target)):
        if not _low(level) > 0:
            raise ValueError(f"a rate of growth needs a positive {name}, not {level}")
    return percent_a_year(cast(Number, cast(Any, target) / base), years)


def percent_a_year(times: Number, years: float) -> Number:
    """Return the percent a year by which something becomes ``times`` as much in ``years``.

    The compound annual growth rate, ``(times ** (1/years) - 1) * 100``. Of an amount or an interval
    that may be zero or less it is a ``ValueError``.
    """
    return cast(Number, percent(times ** (1 / years) - 1))


def implied_base(level: Number, rate: Number) -> Number:
    """Return the earlier level that ``level`` and its growth of ``rate`` percent imply.

    ``level / (1 + rate/100)``. Where ``rate`` is at comparable prices and ``level`` at current
    ones, the result is the earlier year's volume at the later year's prices, not its level.
    """
    return cast(Number, cast(Any, level) / _factor(rate))


def of_change(level: Number, change: Number) -> Number:
    """Return the growth in percent that a ``change`` makes which led to ``level``.

    ``100 * change / (level - change)``, both in one unit. Raises ``ValueError`` unless the earlier
    level and the later one are above zero.
    """
    if not (_low(level) > 0 and _low(cast(Any, level) - change) > 0):
        raise ValueError(
            f"growth leads from one positive level to another, not by {change} to {level}"
        )
    return by_ends(lambda now, moved: percent(moved / (now - moved)), level, change)


def real(nominal: Number, prices: Number) -> Number:
    """Return real growth from nominal growth and the growth of prices, all in percent.

    The Fisher relation: ``((1 + nominal) / (1 + prices) - 1)``.
    """
    return cast(Number, percent(_factor(nominal) / _factor(prices) - 1))


def nominal(real_growth: Number, prices: Number) -> Number:
    """Return nominal growth from real growth and the growth of prices, all in percent.

    The Fisher relation solved for it: ``((1 + real_growth) * (1 + prices) - 1)``.
    """
    return cast(Number, percent(_factor(real_growth) * _factor(prices) - 1))


def contributions(parts: pd.DataFrame) -> pd.DataFrame:
    """Split the growth of a sum among its parts, in percentage points.

    ``parts`` is indexed by part, with columns ``level`` (this year) and ``growth`` (percent), of
    numbers or of amounts.

    Returns, by part: ``base`` (implied earlier level), ``points`` (contribution, percentage
    points of the earlier total) and ``share_of_growth`` (percent of the sum's growth, missing where
    the sum did not, or may not have, grown or fallen). Points add up to the growth of the sum.

    With growth at comparable prices the bases are volumes at this year's prices. The formula is
    that of the System of National Accounts 2008, 15.C: weight in the base period times growth.

    Raises ``ValueError`` when a column is missing, a cell is empty, or a level is not positive.
    """
    missing = {"level", "growth"} - set(parts.columns)
    if missing:
        raise ValueError(f"contributions need the column(s) {', '.join(sorted(missing))}")
    for column in ("level", "growth"):
        empty = parts.index[parts[column].isna()]
        if len(empty):
            raise ValueError(f"contributions: {column!r} is empty for {', '.join(map(str, empty))}")
    unusable = parts.index[~(parts["level"] > 0) | ~(parts["growth"] > -100)]
    if len(unusable):
        raise ValueError(
            "contributions need positive levels and growth above -100 percent; see "
            + ", ".join(map(str, unusable))
        )
    levels, rates = list(parts["level"]), [fraction(rate) for rate in parts["growth"]]
    bases = [level / (1 + rate) for level, rate in zip(levels, rates, strict=True)]
    # Each figure as few times as can be: an amount tries both ends of what it names twice.
    gains = [level * (1 - 1 / (1 + rate)) for level, rate in zip(levels, rates, strict=True)]
    before, grown = sum(bases), sum(gains)
    moved = grown > 0 or grown < 0
    found = {
        "base": bases,
        "points": [percent(gain / before) for gain in gains],
        "share_of_growth": [percent(gain / grown) if moved else None for gain in gains],
    }
    return pd.DataFrame(found, index=parts.index)


def total_growth(parts: pd.DataFrame) -> Interval:
    """Return the growth of a sum that its parts' levels and growth allow, in percent.

    ``parts`` has the columns ``level`` and, for what rounding leaves open, ``level_low, level_high,
    growth_low, growth_high`` (growth in percent). The growth of the sum is the base-weighted mean
    of the parts' growth: it rises with each part's growth, and with the level of a part that grows
    faster than the sum.

    Raises ``ValueError`` when a column is missing, when the levels may all be zero, and for growth
    of -100 percent or less.
    """
    missing = {f"{name}_{end}" for name in ("level", "growth") for end in ("low", "high")}
    if missing := missing - set(parts.columns):
        raise ValueError(f"the growth of a sum needs the column(s) {', '.join(sorted(missing))}")
    if not (parts["level_low"].sum() > 0 and (parts["growth_low"] > -100).all()):
        raise ValueError("the growth of a sum needs a positive sum, and growth above -100 percent")
    ends = []
    for side, other in (("low", "high"), ("high", "low")):
        growth = parts[f"growth_{side}"].to_numpy(dtype=float)
        levels = parts["level"].to_numpy(dtype=float)
        least, most = (parts[f"level_{end}"].to_numpy(dtype=float) for end in (side, other))
        # The mean shifts as levels move, so the choice of ends is repeated until it stands.
        for _ in range(len(parts) + 1):
            mean = 100 * (levels.sum() / (levels / (1 + growth / 100)).sum() - 1)
            levels = np.where(growth > mean, least, most)
        ends.append(float(mean))
    return Interval(*sorted(ends))


def mixing_weight(whole: Number, one: Number, other: Number) -> Number:
    """Return the percent of the earlier whole that ``one`` of two parts was.

    The growth of a whole is the mean of its parts' growth, weighted by the earlier year:
    ``w * one + (1 - w) * other = whole``, so ``w = (whole - other) / (one - other)``. All in
    percent. With intervals, the least and greatest weight that rounding allows.

    Raises ``ValueError`` when the parts may have grown alike, or the whole may lie outside them.
    """
    if _low(one) <= _high(other) and _low(other) <= _high(one):
        raise ValueError(f"parts that may have grown alike tell no weight: {one}, {other}")
    found = by_ends(lambda all_, a, b: percent((all_ - b) / (a - b)), whole, one, other)
    if _low(found) < 0 or _high(found) > 100:
        raise ValueError(f"growth of {whole} does not lie between {one} and {other}")
    return found


def by_ends(formula: Callable[..., Any], *numbers: Number) -> Number:
    """Return what a formula comes to that rises or falls steadily with each of its numbers.

    Its least and greatest values then lie at the ends of theirs, however often it names one.
    Amounts see to that themselves.
    """
    if not any(isinstance(one, Interval) for one in numbers):
        return cast(Number, formula(*numbers))
    ends = [(one.low, one.high) if isinstance(one, Interval) else (one,) for one in numbers]
    found = [formula(*corner) for corner in product(*ends)]
    around: Any = Interval(min(found), max(found))
    return cast(Number, around)


def _low(number: float | Interval | Amount) -> float:
    """Return the lower end of a number; of an amount that is a ratio, in percent."""
    if isinstance(number, Amount):
        return (number if number.base else number.to("%")).low
    return number.low if isinstance(number, Interval) else number


def _high(number: float | Interval | Amount) -> float:
    if isinstance(number, Amount):
        return (number if number.base else number.to("%")).high
    return number.high if isinstance(number, Interval) else number


def _factor(rate: float | Interval | Amount) -> Any:
    if not _low(rate) > -100 or math.isnan(_low(rate)):
        raise ValueError(f"growth is above -100 percent, not {rate}")
    return 1 + fraction(rate)
