"""The make-up of a whole: shares, concentration, and how far it shifted."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd

from analysis.amount import Amount, fraction, percent
from analysis.printed import Interval

Number = float | Interval | Amount


def shares(levels: pd.Series) -> pd.Series:
    """Return each part's percent of the sum of all parts; ``levels`` are numbers or amounts.

    Raises ``ValueError`` when a part is missing or negative, or the sum is not positive.
    """
    _nonnegative(levels)
    total = levels.sum()
    if not total > 0:
        raise ValueError("shares need a positive sum")
    return (levels / total).map(percent)


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
    low: Any = own.to("%").low if isinstance(own, Amount) else getattr(own, "low", own)
    if not low > -100:
        raise ValueError(f"a part that has a share grew by more than -100 percent, not by {own}")
    rise = fraction(share) * (1 - (1 + fraction(whole)) / (1 + fraction(own)))
    return cast(Number, percent(rise))


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


def ratio(numerator: Number, denominator: Number, per: float = 1) -> Number:
    """Return ``numerator`` for every ``per`` of ``denominator``: a rate with its base said.

    Raises ``ValueError`` when the denominator is or may be zero.
    """
    low, high = (cast(float, getattr(denominator, end, denominator)) for end in ("low", "high"))
    if low <= 0 <= high:
        raise ValueError("a ratio needs a denominator other than zero")
    return cast(Number, cast(Any, numerator) / denominator * per)


def dependency(young: float | Amount, working: float | Amount, old: float | Amount) -> pd.Series:
    """Return the dependants for every 100 people of working age, and the ageing index.

    Index ``young``, ``old``, ``total`` (per 100 of working age) and ``ageing`` (old per 100
    young), as the United Nations Population Division defines them; the ages that bound the
    groups are the source's.

    Raises ``ValueError`` for an age group that is negative, and for none young or of working age.
    """
    if not (young > 0 and working > 0 and not old < 0):
        raise ValueError("dependency ratios need positive age groups")
    ratios: dict[str, Any] = {
        "young": cast(Any, young) / working,
        "old": cast(Any, old) / working,
        "total": (cast(Any, young) + old) / working,
        "ageing": cast(Any, old) / young,
    }
    return pd.Series({name: percent(one) for name, one in ratios.items()})


def _nonnegative(levels: pd.Series) -> None:
    unusable = levels.index[levels.isna() | (levels < 0)]
    if len(unusable):
        raise ValueError(
            "shares need a level that is not negative for each part; see "
            + ", ".join(map(str, unusable))
        )
