"""Shares of a whole, its growth from that of its parts, and how the two move together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pandas as pd

from analysis.audit.index import ANYTHING, Figure, Index, Term, bounded, reading
from analysis.audit.sums import Breakdown, places, terms_of, total
from analysis.audit.weighing import FAILS, OPEN, Check, called, name, weigh
from analysis.formulas import growth
from analysis.formulas.structure import share_interval
from analysis.printed import Interval, as_interval

Chosen = dict[Term, Figure]


def checks(index: Index, found: list[Breakdown], indicators: pd.DataFrame) -> Iterator[Check]:
    """Yield every check of shares and of growth that the figures allow."""
    for one in found:
        yield from _all_shares(index, one)
        for measure in ("growth", "growth_real"):
            yield from _growths(index, one, measure)
        yield from _share_changes(index, one)
    parts = indicators[indicators["parent"] != ""]
    for part, whole in zip(parts["indicator"], parts["parent"], strict=True):
        yield from _shares(index, part, whole)


def _all_shares(index: Index, one: Breakdown) -> Iterator[Check]:
    """The shares of a split add up to 100, and changes of them to nothing."""
    for measure, sum_is in (("share", 100.0), ("share_change", 0.0)):
        for place in places(index, one.parts[0], measure):
            terms = terms_of(place, one.parts, measure)
            for chosen in index.assemble(terms):
                parts = [chosen[term] for term in terms]
                figures = list(parts)
                (own,) = terms_of(place, [one.whole], measure)
                stated = index.by_document.get(own, {}).get(parts[0].document)
                if stated:
                    figures.append(stated)
                yield Check(
                    name("share", f"{one.whole}:{one.split}:{measure}", own, parts),
                    "share",
                    tuple(figures),
                    weigh(lambda way, s=sum_is: as_interval(s), partial(total, parts)),
                    parts[0].unit,
                    f"the {measure.replace('_', ' ')}s {one.how}, {parts[0].name} being one of the "
                    "parts",
                    "the printed ones add up to",
                    stands="as is due",
                )


def _shares(index: Index, part: str, whole: str) -> Iterator[Check]:
    """A printed share is the part's level in percent of the whole's."""
    for place in places(index, part, "share"):
        (share,) = terms_of(place, [part], "share")
        levels = terms_of(place, [part, whole], "level")
        for chosen in index.assemble([share, *levels]):
            stated, inner, outer = (chosen[term] for term in (share, *levels))
            if inner.base != outer.base:
                continue

            def derived(way: str, inner: Figure = inner, outer: Figure = outer) -> Interval:
                a, b = reading(inner, way), reading(outer, way)
                if not bounded(a, b) or b.low <= 0:
                    return ANYTHING
                return share_interval(a, b)

            yield Check(
                name("share", part, share, (stated, inner, outer)),
                "share",
                (stated, inner, outer),
                weigh(partial(reading, stated), derived),
                stated.unit,
                called(stated),
                f"its amount in percent of {outer.name} is",
            )


def _growths(index: Index, one: Breakdown, measure: str) -> Iterator[Check]:
    """A whole grows as the mean of its parts, weighted by what they were before."""
    for place in places(index, one.whole, measure):
        (whole,) = terms_of(place, [one.whole], measure)
        rates = terms_of(place, one.parts, measure)
        for weights in ("level", "share"):
            weight = terms_of(place, one.parts, weights)
            ways = index.assemble([whole, *rates, *weight])
            for chosen in ways:
                check = _growth(one, chosen, whole, rates, weight)
                if check:
                    yield check
            if ways:
                break


def _growth(one: Breakdown, chosen: Chosen, whole: Term, rates: list, weight: list):
    stated = chosen[whole]
    pairs = [(chosen[a], chosen[b]) for a, b in zip(weight, rates, strict=True)]
    if any(level.rounded.low < 0 or rate.rounded.low <= -100 for level, rate in pairs):
        return None
    if not any(level.point.low for level, _ in pairs):
        return None

    def derived(way: str) -> Interval:
        if not bounded(*(reading(figure, way) for pair in pairs for figure in pair)):
            return ANYTHING
        table = pd.DataFrame(
            [
                {
                    "level": level.point.low,
                    "level_low": reading(level, way).low,
                    "level_high": reading(level, way).high,
                    "growth": rate.point.low,
                    "growth_low": reading(rate, way).low,
                    "growth_high": reading(rate, way).high,
                }
                for level, rate in pairs
            ]
        )
        return growth.total_growth(table)

    weighed = weigh(partial(reading, stated), derived, factor=stated.factor)
    aside = ""
    if weighed.verdict == FAILS and whole.measure == "growth_real":
        # Real growth is weighted at the prices of the year before, which are not printed. What
        # is certain at any prices is that a mean lies between the least and the greatest.
        least = min(rate.possible.low for _, rate in pairs)
        most = max(rate.possible.high for _, rate in pairs)
        if least <= stated.possible.high and stated.possible.low <= most:
            weighed = replace(weighed, verdict=OPEN)
            aside = "real growth is weighted at last year's prices, which are not printed"
    figures = (stated, *(figure for pair in pairs for figure in pair))
    return Check(
        name("growth", f"{one.whole}:{one.split}:{whole.measure}", whole, figures),
        "growth",
        figures,
        weighed,
        stated.unit,
        called(stated),
        f"its {len(pairs)} parts {one.how}, weighted, make it",
        aside,
    )


def _share_changes(index: Index, one: Breakdown) -> Iterator[Check]:
    """A share changes as its part grows faster or slower than the whole (at current prices)."""
    for part in one.parts:
        for place in places(index, part, "share_change"):
            (moved,) = terms_of(place, [part], "share_change")
            (share,) = terms_of(place, [part], "share")
            own, all_of_it = terms_of(place, [part, one.whole], "growth")
            for chosen in index.assemble([moved, share, own, all_of_it]):
                stated, level, fast, mean = (chosen[t] for t in (moved, share, own, all_of_it))

                def derived(way: str, level=level, fast=fast, mean=mean) -> Interval:
                    a, b, c = (reading(figure, way) for figure in (level, fast, mean))
                    if not bounded(a, b, c) or b.low <= -100:
                        return ANYTHING
                    return a * (1 - (100 + c) / (100 + b))

                figures = (stated, level, fast, mean)
                yield Check(
                    name("growth", f"{part}:share_change", moved, figures),
                    "growth",
                    figures,
                    weigh(partial(reading, stated), derived),
                    stated.unit,
                    called(stated),
                    "its growth against that of the whole makes it",
                )
