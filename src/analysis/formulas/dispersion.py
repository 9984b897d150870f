"""How unequal places are: largest to smallest, coefficient of variation, Gini; and their ranks.

Each takes a series of levels, a label a part. Every part counts alike.
"""

from __future__ import annotations

import numpy as np
import pandas as pd


def extreme_ratio(levels: pd.Series) -> float:
    """Return how many times the smallest level goes into the largest: ``max / min``, 1 or more.

    Raises ``ValueError`` as the others do, and when the smallest level is zero: the ratio has then
    no bound.
    """
    values = _checked(levels)
    if values.min() == 0:
        zero = ", ".join(map(str, levels.index[levels == 0]))
        raise ValueError(f"the ratio of largest to smallest needs levels above zero; see {zero}")
    return float(values.max() / values.min())


def variation(levels: pd.Series) -> float:
    """Return the coefficient of variation: standard deviation over mean, 0 when all are equal.

    The standard deviation of a population (divided by n), as all places there are were counted and
    none drawn. 0.1 is ten percent of the mean.

    Raises ``ValueError`` naming the parts when levels are empty, missing or negative, or all zero.
    """
    values = _checked(levels)
    return float(values.std() / values.mean())


def gini(levels: pd.Series) -> float:
    """Return the Gini coefficient: half the mean difference of all pairs over the mean.

    ``mean_ij(|x_i - x_j|) / (2 * mean(x))`` (Sen 1973, On Economic Inequality, 2.8). 0 is equal;
    one of n parts holding all gives ``1 - 1/n``, the most there can be. No correction for small n
    is made.

    Raises ``ValueError`` as ``variation`` does.
    """
    values = _checked(levels)
    pairs = np.abs(values[:, None] - values[None, :])
    return float(pairs.mean() / (2 * values.mean()))


def rank_correlation(
    first: pd.Series, second: pd.Series, *, shuffles: int = 20_000
) -> tuple[float, float]:
    """Return Spearman's rank correlation, and how often chance alone would make it as strong.

    The correlation of the ranks, ties sharing their mean rank (Spearman 1904). The second number
    is the part of random orders of ``second`` with a coefficient as far from zero, a permutation
    test with a fixed seed (Fisher 1935): below 0.05 a claim may rest on it.

    Raises ``ValueError`` for other labels, a missing level, fewer than five parts, or levels that
    are all the same.
    """
    if set(first.index) != set(second.index) or not first.index.is_unique:
        raise ValueError("a rank correlation takes two levels of the same parts")
    pair = pd.DataFrame({"first": first, "second": second}).rank()
    lacking = pair.index[pair.isna().any(axis=1)]
    if len(lacking):
        raise ValueError(f"a level is missing for {', '.join(map(str, lacking))}")
    if len(pair) < 5 or (pair.nunique() == 1).any():
        raise ValueError("a rank correlation needs five parts, and levels that differ")
    x, y = ((pair[name] - pair[name].mean()).to_numpy() for name in pair)
    size = np.sqrt((x @ x) * (y @ y))
    luck = np.random.default_rng(2021)
    orders = luck.permuted(np.tile(y, (shuffles, 1)), axis=1) @ x / size
    found = float(x @ y / size)
    return found, float((np.abs(orders) >= abs(found) - 1e-12).mean())


def _checked(levels: pd.Series) -> np.ndarray:
    """Return levels as an array, at a scale of 1."""
    if levels.empty:
        raise ValueError("dispersion needs at least one level; the series is empty")
    faults = {
        "missing": levels.isna(),
        "negative": levels < 0,
        "not finite": np.isinf(levels.astype(float)),
    }
    for fault, found in faults.items():
        if found.any():
            names = ", ".join(map(str, levels.index[found]))
            raise ValueError(f"dispersion needs every level, none of them {fault}; see {names}")
    if not levels.max() > 0:
        names = ", ".join(map(str, levels.index))
        raise ValueError(f"dispersion needs one level above zero; all are zero: {names}")
    values: np.ndarray = levels.to_numpy(float) / levels.max()
    return values
