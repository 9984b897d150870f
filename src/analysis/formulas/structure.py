"""The make-up of a whole: what share a part can be, how far it shifted, who depends on whom."""

from __future__ import annotations

from typing import Any, TypeVar, cast

import pandas as pd

from analysis.amount import Amount, fraction, percent
from analysis.printed import Interval

Number = TypeVar("Number", float, Interval, Amount)


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
