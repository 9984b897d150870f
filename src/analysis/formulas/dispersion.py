"""How unequal places are: largest to smallest, coefficient of variation, Gini, Theil.

Each takes a series of levels, a label a part, and optional weights (people, say) on the same
labels. Weights count only by their proportions. With none, every part counts alike.
"""

from __future__ import annotations

import numpy as np
import pandas as pd


def extreme_ratio(levels: pd.Series) -> float:
    """Return how many times the smallest level goes into the largest: ``max / min``, 1 or more.

    Weights have no part in it. Raises ``ValueError`` as the others do, and when the smallest
    level is zero: the ratio has then no bound.
    """
    values, _ = _checked(levels, None)
    if values.min() == 0:
        zero = ", ".join(map(str, levels.index[levels == 0]))
        raise ValueError(f"the ratio of largest to smallest needs levels above zero; see {zero}")
    return float(values.max() / values.min())


def variation(levels: pd.Series, weights: pd.Series | None = None) -> float:
    """Return the coefficient of variation: standard deviation over mean, 0 when all are equal.

    ``sqrt(sum(w * (x - m)**2)) / m`` with ``m = sum(w * x)`` and weights that add to 1: the
    standard deviation of a population (divided by n), as all places there are were counted and
    none drawn. With population weights it is Williamson's index (Williamson 1965, Regional
    inequality and the process of national development). 0.1 is ten percent of the mean.

    Raises ``ValueError`` naming the parts when levels are empty, missing or negative, or all
    zero; when weights are on other labels, missing, negative or all zero.
    """
    values, shares = _checked(levels, weights)
    mean = shares @ values
    return float(np.sqrt(shares @ (values - mean) ** 2) / mean)


def gini(levels: pd.Series, weights: pd.Series | None = None) -> float:
    """Return the Gini coefficient: half the mean difference of all pairs over the mean.

    ``sum_ij(w_i * w_j * |x_i - x_j|) / (2 * m)`` with weights that add to 1 (Sen 1973, On
    Economic Inequality, 2.8). 0 is equal; one of n unweighted parts holding all gives
    ``1 - 1/n``, the most there can be. No correction for small n is made.

    Raises ``ValueError`` as ``variation`` does.
    """
    values, shares = _checked(levels, weights)
    pairs = np.abs(values[:, None] - values[None, :])
    return float(shares @ pairs @ shares / (2 * (shares @ values)))


def theil(levels: pd.Series, weights: pd.Series | None = None) -> float:
    """Return Theil's T: ``sum(w * x / m * log(x / m))``, natural logarithm, weights adding to 1.

    0 is equal; one of n unweighted parts holding all gives ``log(n)``. A zero level adds
    nothing, the limit of the term (Theil 1967, Economics and Information Theory, 4.1).

    Raises ``ValueError`` as ``variation`` does.
    """
    values, shares = _checked(levels, weights)
    relative = values / (shares @ values)
    logs = np.log(np.where(relative > 0, relative, 1))
    # Rounding can leave equal levels a hair under zero, where the index never is.
    return max(0.0, float(shares @ (relative * logs)))


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


def _checked(levels: pd.Series, weights: pd.Series | None) -> tuple[np.ndarray, np.ndarray]:
    """Return levels and weights as arrays, the levels at a scale of 1, the weights adding to 1."""
    if levels.empty:
        raise ValueError("dispersion needs at least one level; the series is empty")
    _refuse(levels, "level")
    if weights is None:
        weights = pd.Series(1.0, index=levels.index)
    else:
        twice = [
            *levels.index[levels.index.duplicated()],
            *weights.index[weights.index.duplicated()],
        ]
        astray = twice or set(weights.index) ^ set(levels.index)
        if astray:
            raise ValueError(
                "levels and weights need the same labels, each once; see "
                + ", ".join(sorted(map(str, astray)))
            )
        _refuse(weights, "weight")
        weights = weights.reindex(levels.index)
    shares = weights.to_numpy(float)
    shares = shares / shares.sum()
    values = levels.to_numpy(float)
    values = values / values.max()
    if not shares @ values > 0:
        raise ValueError("the levels that carry weight are all zero, so that they have no mean")
    return values, shares


def _refuse(numbers: pd.Series, kind: str) -> None:
    faults = {
        "missing": numbers.isna(),
        "negative": numbers < 0,
        "not finite": np.isinf(numbers.astype(float)),
    }
    for fault, found in faults.items():
        if found.any():
            names = ", ".join(map(str, numbers.index[found]))
            raise ValueError(f"dispersion needs every {kind}, none of them {fault}; see {names}")
    if not numbers.max() > 0:
        names = ", ".join(map(str, numbers.index))
        raise ValueError(f"dispersion needs one {kind} above zero; all are zero: {names}")
