"""How unequal places are: largest to smallest, coefficient of variation, Gini.

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
