"""Finding an indicator of the dictionary by the Chinese words that are printed for it.

A name is found by the label of a figure, and what the label leaves out by what was named before
it: 产量 after 夏粮面积 is 夏粮产量. Signs that stand in few names weigh more than those in many.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis import data

# How much of a name may come from what stood before, nearest first.
_FADES = (0.9, 0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3)
_LEAST = 0.25
# What the nearest context, a whole or sibling before, and a like neighbour add to a score.
_NEAREST, _FAMILY, _AKIN = 0.08, 0.1, 0.03
_EXACT = 0.1  # what it adds that the label is the name
_USED = 0.2  # what it adds that many places of this kind print an indicator
_SHORTEST = 3  # signs of a term that names something by itself
_MIXED = 0.2  # of earlier figures, dated otherwise than the others, that leave the date open
_END = re.compile(r"\bat the end of the (?:year|period)|\byear's end|\bat year-end")
_DURING = re.compile(r"\b(?:in|during|of|over|for) the (?:year|period)|\ba flow\b")
_COMPARABLE = re.compile(r"comparable(?: \(\d{4}\))? prices")


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator found, how well (0 to 1), and how much better than the next."""

    indicator: str
    score: float
    margin: float


@dataclass(frozen=True)
class Dictionary:
    """The indicators that a draft may name, and what is known of each.

    ``names`` are the Chinese names and terms of each; ``dimension``, ``parent`` and ``theme`` those
    of the dictionary; ``stock`` tells whether a level is dated at the year's end (``None``: nothing
    tells), ``real`` whether growth is at comparable prices, ``used`` how often places of the text's
    kind print an indicator (0 to 1). ``weight`` is what a sign counts in a
    match, ``holding`` has the indicators and names that hold it.
    """

    names: dict[str, tuple[str, ...]]
    dimension: dict[str, str]
    parent: dict[str, str]
    theme: dict[str, str]
    stock: dict[str, bool | None]
    real: dict[str, bool]
    used: dict[str, float] = field(default_factory=dict)
    weight: dict[str, float] = field(default_factory=dict)
    holding: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def find(
        self, label: str, before: Sequence[str], dimensions: set[str], beside: str = ""
    ) -> Match | None:
        """Return the indicator that fits a label best, or nothing where none does.

        ``before`` is what was named earlier, nearest first; ``dimensions`` the kinds of unit its
        level may have (none: any); ``beside`` the indicator of the figure before it.
        """
        fades: dict[str, float] = {}
        for at, words in enumerate(before):
            for sign in _plain(words):
                fades.setdefault(sign, _FADES[min(at, len(_FADES) - 1)])
        nearest = _plain(before[0]) if before else ""
        best: dict[str, float] = {}
        for indicator, name in self._candidates(_plain(label)):
            if dimensions and self.dimension[indicator] not in dimensions:
                continue
            score = self._score(name, _plain(label), fades)
            score += _NEAREST * self._held(nearest, name) + self._kinship(indicator, beside)
            score += _EXACT * (name == _plain(label))
            best[indicator] = max(best.get(indicator, 0.0), score)
        # What places of its kind print is likelier, and no more certain.
        ranked = sorted(
            ((score + _USED * self.used.get(one, 0.0), one) for one, score in best.items()),
            reverse=True,
        )
        if not ranked or best[ranked[0][1]] < _LEAST:
            return None
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        first, indicator = ranked[0]
        return Match(indicator, min(1.0, best[indicator]), first - second)

    def _kinship(self, one: str, other: str) -> float:
        """Return what it adds that an indicator is of the family of the one before."""
        if not other:
            return 0.0
        families = {self.parent.get(other) or other, other} - {""}
        if self.parent.get(one) in families:
            return _FAMILY
        same = one.partition(".")[0] == other.partition(".")[0]
        return _AKIN if same or self.theme.get(one) == self.theme.get(other) else 0.0

    def _held(self, context: str, name: str) -> float:
        """Return how much of what was named last a name takes up, 0 to 1."""
        whole = sum(self.weight.get(sign, 1.0) for sign in context)
        held = sum(self.weight.get(sign, 1.0) for sign in context if sign in name)
        return held / whole if whole else 0.0

    def _candidates(self, label: str) -> list[tuple[str, str]]:
        """Return the names that share signs with a label, heavy ones first."""
        heavy = sorted(set(label), key=lambda sign: -self.weight.get(sign, 0.0))[:6]
        found: dict[tuple[str, str], None] = {}
        for sign in heavy:
            found.update(dict.fromkeys(self.holding.get(sign, [])))
        return list(found)

    def _score(self, name: str, label: str, fades: dict[str, float]) -> float:
        weigh = self.weight
        in_name, in_label = _common(name, label)
        whole = sum(weigh[sign] for sign in name)
        told = sum(
            weigh[sign] * (1.0 if at in in_name else fades.get(sign, 0.0))
            for at, sign in enumerate(name)
        )
        asked = sum(weigh.get(sign, 1.0) for sign in label)
        used = sum(weigh.get(sign, 1.0) for at, sign in enumerate(label) if at in in_label)
        return told / whole * math.sqrt(used / asked) if asked else 0.0


def _plain(text: str) -> str:
    return re.sub(r"[^\u4e00-\u9fffA-Za-z0-9]", "", text)


def _common(one: str, other: str) -> tuple[set[int], set[int]]:
    """Return the places of the longest common subsequence of two texts, in each of them."""
    rows = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            rows[i + 1][j + 1] = rows[i][j] + 1 if a == b else max(rows[i][j + 1], rows[i + 1][j])
    i, j = len(one), len(other)
    mine, theirs = set(), set()
    while i and j:
        if one[i - 1] == other[j - 1] and rows[i][j] == rows[i - 1][j - 1] + 1:
            i, j = i - 1, j - 1
            mine.add(i)
            theirs.add(j)
        elif rows[i - 1][j] >= rows[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return mine, theirs


def known(
    tables: data.Tables,
    observed: pd.DataFrame,
    terms: pd.DataFrame | None = None,
    kind: str = "",
) -> Dictionary:
    """Return the dictionary of ``tables`` and its core, and what ``observed`` figures show of it.

    ``observed`` has the columns ``entity, indicator, measure, period, status``: figures that were
    digitised before, which settle how the next of their indicator is dated and measured, and what
    places of a ``kind`` print. ``terms`` are by default those of ``terms.csv``.
    """
    entries = pd.concat([tables.indicators, tables.core]).fillna("")
    terms = tables.terms if terms is None else terms
    terms = terms[terms["term"].str.len() >= _SHORTEST]
    others = terms.groupby("indicator")["term"].agg(tuple).to_dict()
    dimension = tables.units.set_index("unit")["dimension"]
    names = {
        row.indicator: (row.name_zh, *others.get(row.indicator, ())) for row in entries.itertuples()
    }
    weight = _weights(names)
    holding = defaultdict(list)
    for indicator, spelt in names.items():
        for name in dict.fromkeys(_plain(one) for one in spelt):
            for sign in set(name):
                holding[sign].append((indicator, name))
    ids = entries["indicator"]
    return Dictionary(
        names=names,
        dimension=dict(zip(ids, entries["unit"].map(dimension), strict=True)),
        parent=dict(zip(ids, entries["parent"], strict=True)),
        theme=dict(zip(ids, entries["theme"], strict=True)),
        stock=_stocks(entries, observed),
        real=_real(entries, observed),
        used=_used(tables, observed, kind),
        weight=weight,
        holding=dict(holding),
    )


def _weights(names: dict[str, tuple[str, ...]]) -> dict[str, float]:
    held = Counter(sign for spelt in names.values() for sign in set(_plain("".join(spelt))))
    return {sign: math.log(1 + len(names) / times) for sign, times in held.items()}


def _used(tables: data.Tables, observed: pd.DataFrame, kind: str) -> dict[str, float]:
    """Tell how often places of a kind print an indicator, on a scale that ends at 1."""
    alike = tables.entities.loc[tables.entities["kind"] == kind, "entity"]
    if len(alike) == 1:  # the district prints everything once
        return {}
    places = observed[observed["entity"].isin(alike)].groupby("indicator")["entity"].nunique()
    return {str(one): math.log1p(times) / math.log1p(len(alike)) for one, times in places.items()}


def _stocks(entries: pd.DataFrame, observed: pd.DataFrame) -> dict[str, bool | None]:
    """Tell of each indicator whether it is dated at the year's end: as before, else as defined."""
    levels = observed[(observed["measure"] == "level") & (observed["status"] == "outturn")]
    dated = levels["period"].str.fullmatch(r"\d{4}-12-31").groupby(levels["indicator"]).mean()
    return {
        row.indicator: _settled(dated[row.indicator])
        if row.indicator in dated.index
        else _defined(row.definition)
        for row in entries.itertuples()
    }


def _settled(share: float) -> bool | None:
    return None if _MIXED < share < 1 - _MIXED else bool(share > _MIXED)


def _defined(definition: str) -> bool | None:
    if _END.search(definition):
        return True
    return False if _DURING.search(definition) else None


def _real(entries: pd.DataFrame, observed: pd.DataFrame) -> dict[str, bool]:
    """Tell of each indicator whether its growth is at comparable prices: as before, or defined."""
    grown = observed[observed["measure"].isin(["growth", "growth_real"])]
    real = (grown["measure"] == "growth_real").groupby(grown["indicator"]).mean()
    return {
        row.indicator: bool(real[row.indicator] > 0.5)
        if row.indicator in real.index
        else bool(_COMPARABLE.search(row.definition))
        for row in entries.itertuples()
    }
