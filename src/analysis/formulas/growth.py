"""Growth rates: compound, required, implied base, real, and contributions to a total's growth.

Rates are in percent throughout. A function that takes numbers takes an ``Interval`` as well, and
then returns one: the same formula says what follows and how much of it is rounding. Growth of -100
percent or less leaves nothing to compute with: wherever a rate is taken it is a ``ValueError``.
"""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pandas as pd

from analysis.printed import Interval, as_interval

Number = float | Interval


def compound(base: Number, rate: Number, years: float) -> Number:
    """Return what ``base`` becomes after ``years`` at ``rate`` percent a year.

    ``base * (1 + rate/100) ** years``, the compound growth formula. In the unit of ``base``.
    """
    return base * _factor(rate) ** years


def required_growth(base: Number, target: Number, years: float) -> Number:
    """Return the percent a year that leads from ``base`` to ``target`` in ``years``.

    The compound annual growth rate: ``((target/base) ** (1/years) - 1) * 100``.
    Raises ``ValueError`` when a level is not positive or ``years`` is not.
    """
    if not years > 0:
        raise ValueError(f"a rate of growth needs a positive number of years, not {years}")
    for name, level in (("base", base), ("target", target)):
        if not as_interval(level).low > 0:
            raise ValueError(f"a rate of growth needs a positive {name}, not {level}")
    return ((target / base) ** (1 / years) - 1) * 100


def implied_base(level: Number, rate: Number) -> Number:
    """Return the earlier level that ``level`` and its growth of ``rate`` percent imply.

    ``level / (1 + rate/100)``. Where ``rate`` is at comparable prices and ``level`` at current
    ones, the result is the earlier year's volume at the later year's prices, not its level.
    """
    return level / _factor(rate)


def implied_change(level: Number, rate: Number) -> Number:
    """Return the change on the earlier level that ``level`` and its growth imply.

    ``level * r / (1 + r)`` with ``r = rate/100``: the level less ``implied_base``, but with each
    figure used once, so that an interval is no wider than its rounding makes it. In the unit of
    ``level``. Raises ``ValueError`` for growth of -100 percent or less.
    """
    ends = as_interval(rate)
    # The share of the level that is new rises with the rate: its ends are those of the rate.
    new = Interval(*(1 - 1 / _factor(end) for end in (ends.low, ends.high)))
    return level * (new if isinstance(rate, Interval) else new.low)


def real(nominal: Number, prices: Number) -> Number:
    """Return real growth from nominal growth and the growth of prices, all in percent.

    The Fisher relation: ``((1 + nominal) / (1 + prices) - 1)``.
    """
    return (_factor(nominal) / _factor(prices) - 1) * 100


def implied_prices(nominal: Number, real_growth: Number) -> Number:
    """Return the growth of prices that lies between nominal and real growth, in percent.

    The implicit deflator, the same relation as ``real``.
    """
    return real(nominal, real_growth)


def annual(rate: Number, years: float) -> Number:
    """Return the percent a year that compounds to ``rate`` percent over ``years``.

    The same relation as ``required_growth``, and its errors.
    """
    return required_growth(1.0, _factor(rate), years)


def without(total: Number, last: Number) -> Number:
    """Return the growth before the last stretch, from growth over all and over that stretch.

    Factors of growth multiply: ``(1 + total) / (1 + last) - 1``, the same relation as ``real``.
    """
    return real(total, last)


def sum_back(level: Number, rate: Number, years: int) -> Number:
    """Return the sum over ``years`` whose last is ``level`` and which grew evenly at ``rate``.

    ``level * (1 + 1/q + ... + 1/q ** (years-1))`` with ``q = 1 + rate/100``: the geometric series.
    Raises ``ValueError`` for less than one year.
    """
    if years < 1:
        raise ValueError(f"a sum needs at least one year, not {years}")
    return sum((_factor(rate) ** -back for back in range(1, years)), 1.0) * level


def contributions(parts: pd.DataFrame) -> pd.DataFrame:
    """Split the growth of a sum among its parts, in percentage points.

    ``parts`` is indexed by part, with columns ``level`` (this year), ``growth`` (percent), and
    optionally ``level_low, level_high, growth_low, growth_high`` (what rounding leaves open).

    Returns, by part: ``base`` (implied earlier level), ``points`` (contribution, percentage
    points of the earlier total), ``share_of_growth`` (percent of the sum's growth), and with
    intervals given ``points_low, points_high``. Points add up to the growth of the sum exactly.

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
    base = parts["level"] / (1 + parts["growth"] / 100)
    points = 100 * (parts["level"] - base) / base.sum()
    result = pd.DataFrame(
        {"base": base, "points": points, "share_of_growth": 100 * points / points.sum()}
    )
    if {"level_low", "level_high", "growth_low", "growth_high"} <= set(parts.columns):
        ends = [_point_range(parts, part) for part in parts.index]
        result["points_low"], result["points_high"] = zip(*ends, strict=True)
    return result


def total_growth(parts: pd.DataFrame) -> Interval:
    """Return the growth of a sum that its parts' levels and growth allow, in percent.

    ``parts`` as for ``contributions``, with the four columns of rounding. The growth of the sum
    is the base-weighted mean of the parts' growth: it rises with each part's growth, and with
    the level of a part that grows faster than the sum.

    Raises ``ValueError`` when a column is missing.
    """
    missing = {f"{name}_{end}" for name in ("level", "growth") for end in ("low", "high")}
    if missing := missing - set(parts.columns):
        raise ValueError(f"the growth of a sum needs the column(s) {', '.join(sorted(missing))}")
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
    ends = [as_interval(rate) for rate in (whole, one, other)]
    found = []
    for all_, first, second in product(*((end.low, end.high) for end in ends)):
        if first == second or (first > second) != (ends[1].high > ends[2].high):
            raise ValueError(f"parts that may have grown alike tell no weight: {one}, {other}")
        found.append(100 * (all_ - second) / (first - second))
    if min(found) < 0 or max(found) > 100:
        raise ValueError(f"growth of {whole} does not lie between {one} and {other}")
    exact = not any(isinstance(rate, Interval) for rate in (whole, one, other))
    return found[0] if exact else Interval(min(found), max(found))


def rest_growth(parts: pd.DataFrame, whole_growth: Interval, whole: float = 100.0) -> Interval:
    """Return the growth of what ``parts`` leave of ``whole``, in percent, as rounding allows.

    ``parts`` as for ``total_growth``, levels in the unit of ``whole`` (by default percent of it).
    What is left this year, over what is left of the earlier year: each of the two is the whole
    less its parts. It rises or falls steadily with each figure, so its ends lie at their ends.

    Raises ``ValueError`` when the parts may leave nothing in either year.
    """
    ends = [
        (row[f"{name}_low"], row[f"{name}_high"])
        for _, row in parts.iterrows()
        for name in ("level", "growth")
    ]
    found = []
    for rate, *figures in product((whole_growth.low, whole_growth.high), *ends):
        levels, rates = figures[::2], figures[1::2]
        now = whole - sum(levels)
        before = implied_base(whole, rate) - sum(map(implied_base, levels, rates))
        if not (now > 0 and before > 0):
            raise ValueError("the parts may leave nothing of the whole")
        found.append(100 * (now / before - 1))
    return Interval(min(found), max(found))


def _point_range(parts: pd.DataFrame, part: str) -> tuple[float, float]:
    """Return the least and greatest contribution of ``part`` that rounding allows.

    The others enter only through the sum of their bases, which is monotone in each of them: it
    is enough to take them all at the one end or all at the other.
    """
    own, others = parts.loc[part], parts.drop(index=part)
    found = []
    for level, growth, level_side, growth_side in product(
        (own["level_low"], own["level_high"]),
        (own["growth_low"], own["growth_high"]),
        ("level_low", "level_high"),
        ("growth_low", "growth_high"),
    ):
        base = level / (1 + growth / 100)
        rest = (others[level_side] / (1 + others[growth_side] / 100)).sum()
        found.append(100 * (level - base) / (base + rest))
    return min(found), max(found)


def _factor(rate: Number) -> Number:
    if not as_interval(rate).low > -100 or math.isnan(as_interval(rate).low):
        raise ValueError(f"growth is above -100 percent, not {rate}")
    return 1 + rate / 100
