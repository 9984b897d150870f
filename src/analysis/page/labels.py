"""Names for the rows of one table or chart: short, for the words that all share are left out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

import pandas as pd

from analysis import data


def labels(indicators: Iterable[str]) -> pd.Series:
    """Return a short name for each indicator: its name without the words that all of them share.

    "Value added of finance" and "Value added of construction" become "Finance" and
    "Construction". Indexed by indicator.

    Raises ``ValueError`` for an indicator that the dictionary has not.
    """
    wanted, held = list(indicators), data.indicators()
    if unknown := [one for one in wanted if one not in held.index]:
        raise ValueError(f"the dictionary has no {', '.join(unknown)}")
    names = held.loc[wanted, "name_en"]
    if len(names) < 2:
        return names
    words = [name.split() for name in names]
    front = _shared(words)
    words = [name[front:] for name in words]
    back = _shared([name[::-1] for name in words])
    cut = [" ".join(name[: len(name) - back]) for name in words]
    cut = [name.removeprefix("the ").rstrip(",") for name in cut]
    return pd.Series([name[:1].upper() + name[1:] for name in cut], index=names.index)


def _shared(names: list[list[str]]) -> int:
    """Return with how many words all names begin, one word of each left over."""
    alike = takewhile(lambda words: len(set(words)) == 1, zip(*names, strict=False))
    return min(len(list(alike)), min(map(len, names)) - 1)
