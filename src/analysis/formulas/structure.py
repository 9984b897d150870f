"""The make-up of a whole: shares, concentration, and how far it shifted."""

from __future__ import annotations

import pandas as pd

from analysis.printed import Interval, as_interval

Number = float | Interval


def shares(levels: pd.Series) -> pd.Series:
    """Return each part's percent of the sum of all parts.

    Raises ``ValueError`` when a part is missing or negative, or the sum is not positive.
    """
    _nonnegative(levels)
    total = levels.sum()
    if not total > 0:
        raise ValueError("shares need a positive sum")
    return 100 * levels / total


def share_interval(part: Interval, whole: Interval) -> Interval:
    """Return the percent that ``part`` can be of ``whole``, ``part`` being inside it.

    The part varies within the whole, so the share rises with the part and falls with the whole.
    Raises ``ValueError`` for a whole that may be zero.
    """
    if not whole.low > 0:
        raise ValueError(f"a share is of a whole above zero, not of {whole}")
    return Interval(100 * part.low / whole.high, 100 * part.high / whole.low)


def share_change(share: Number, own: Number, whole: Number) -> Number:
    """Return the percentage points by which a share rose, from growth of part and whole.

    ``share`` is the later share in percent, ``own`` and ``whole`` the growth of the part and of
    the whole in percent: ``share * (1 - (1 + whole) / (1 + own))``. Growth and share are at the
    same prices, or the result mixes them. Raises ``ValueError`` when the part's growth is, or may
    be, -100 percent or less.
    """
    if not as_interval(own).low > -100:
        raise ValueError(f"a part that has a share grew by more than -100 percent, not by {own}")
    return share * (1 - (whole + 100) / (own + 100))


def implied_weight(whole: Number, first: Number, second: Number) -> Number:
    """Return the first of two parts' earlier share in percent, from three rates of growth.

    The growth of a whole is the mean of its parts', weighted by their earlier levels, so that
    ``w = (whole - second) / (first - second)``. The parts are taken to make up the whole.
    With intervals the ends are exact: the weight is monotone in each rate.

    Raises ``ValueError`` when the whole's growth does not lie between the parts', or the parts'
    growth cannot be told apart.
    """
    total, one, other = (as_interval(rate) for rate in (whole, first, second))
    if one.low <= other.high and other.low <= one.high:
        raise ValueError("two parts that grow alike leave their weights open")
    ends = [
        100 * (t - b) / (a - b)
        for t in (total.low, total.high)
        for a in (one.low, one.high)
        for b in (other.low, other.high)
    ]
    if min(ends) < 0 or max(ends) > 100:
        raise ValueError(f"growth of {whole} does not lie between {first} and {second}")
    found = Interval(min(ends), max(ends))
    return found if isinstance(whole, Interval) else found.low


def concentration(levels: pd.Series) -> float:
    """Return the Herfindahl-Hirschman index of the parts: the sum of squared shares, 0 to 1.

    1 is one part alone, ``1/n`` is ``n`` equal parts (Hirschman 1945, Herfindahl 1950). Raises
    ``ValueError`` as ``shares`` does.
    """
    return float(((shares(levels) / 100) ** 2).sum())


def effective_number(levels: pd.Series) -> float:
    """Return how many equal parts would be as concentrated: the inverse of ``concentration``."""
    return 1 / concentration(levels)


def structural_change(before: pd.Series, after: pd.Series) -> float:
    """Return how much of the whole changed hands, in percentage points.

    Half the sum of the absolute differences of shares: the Michaely index (1962).

    ``before`` and ``after`` are levels or shares of the same parts. Raises ``ValueError`` when
    the parts differ, and as ``shares`` does.
    """
    if set(before.index) != set(after.index):
        raise ValueError(
            "structural change compares the same parts; these differ: "
            + ", ".join(sorted(set(before.index) ^ set(after.index)))
        )
    return float((shares(after) - shares(before)[after.index]).abs().sum() / 2)


def ratio(
    numerator: float | Interval, denominator: float | Interval, per: float = 1
) -> float | Interval:
    """Return ``numerator`` for every ``per`` of ``denominator``: a rate with its base said.

    Raises ``ValueError`` when the denominator is or may be zero.
    """
    if not isinstance(denominator, Interval) and not denominator:
        raise ValueError("a ratio needs a denominator other than zero")
    return numerator / denominator * per


def dependency(young: float, working: float, old: float) -> pd.Series:
    """Return the dependants for every 100 people of working age, and the ageing index.

    Index ``young``, ``old``, ``total`` (per 100 of working age) and ``ageing`` (old per 100
    young), as the United Nations Population Division defines them; the ages that bound the
    groups are the source's.

    Raises ``ValueError`` for an age group that is negative, and for none young or of working age.
    """
    if not (young > 0 and working > 0 and old >= 0):
        raise ValueError("dependency ratios need positive age groups")
    return pd.Series(
        {
            "young": 100 * young / working,
            "old": 100 * old / working,
            "total": 100 * (young + old) / working,
            "ageing": 100 * old / young,
        }
    )


def _nonnegative(levels: pd.Series) -> None:
    unusable = levels.index[levels.isna() | (levels < 0)]
    if len(unusable):
        raise ValueError(
            "shares need a level that is not negative for each part; see "
            + ", ".join(map(str, unusable))
        )
