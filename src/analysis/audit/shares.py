"""Shares of a whole, its growth from that of its parts, and how the two move together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pandas as pd

from analysis.audit.index import (
    ANYTHING,
    POSSIBLE,
    ROUNDED,
    Chosen,
    Index,
    bounded,
    factor,
    reading,
    same_base,
)
from analysis.audit.sums import Breakdown, places, terms_of, total
from analysis.audit.weighing import FAILS, UNDECIDED, Check, weigh, weigh_figure
from analysis.data import Figure, Term
from analysis.formulas import growth, structure
from analysis.printed import Interval, as_interval


def checks(index: Index, found: list[Breakdown], within: list[tuple[str, str]]) -> Iterator[Check]:
    """Yield every check of shares and of growth that the figures allow.

    ``within`` is what ``sums.parents`` gives.
    """
    for one in found:
        yield from _all_shares(index, one)
        for measure in ("growth", "growth_real"):
            yield from _growths(index, one, measure)
        yield from _share_changes(index, one)
    for part, whole in within:
        yield from _shares(index, part, whole)


def _all_shares(index: Index, one: Breakdown) -> Iterator[Check]:
    """The shares of a split add up to 100, and changes of them to nothing."""
    for measure, due in (("share", as_interval(100.0)), ("share_change", as_interval(0.0))):
        for place in places(index, one.parts[0], measure):
            terms = terms_of(place, one.parts, measure)
            for chosen in index.assemble(terms):
                parts = [chosen[term] for term in terms]
                figures = list(parts)
                (own,) = terms_of(place, [one.whole], measure)
                stated = index.by_document.get(own, {}).get(parts[0].document)
                if stated:
                    figures.append(stated)
                yield Check.of(
                    "share",
                    "shares",
                    f"{one.whole}:{one.split}:{measure}",
                    own,
                    tuple(figures),
                    weigh(partial(_always, due), partial(total, parts)),
                    given=one.given,
                )


def _always(interval: Interval, way: str) -> Interval:
    return interval


def _shares(index: Index, part: str, whole: str) -> Iterator[Check]:
    """A printed share is the part's level in percent of the whole's."""
    for place in places(index, part, "share"):
        (share,) = terms_of(place, [part], "share")
        levels = terms_of(place, [part, whole], "level")
        for chosen in index.assemble([share, *levels]):
            stated, inner, outer = (chosen[term] for term in (share, *levels))
            if not same_base(inner, outer):
                continue
            weighed = weigh_figure(stated, partial(_share, inner, outer))
            yield Check.of("share", "share", part, share, (stated, inner, outer), weighed)


def _share(inner: Figure, outer: Figure, way: str) -> Interval:
    part, whole = reading(inner, way), reading(outer, way)
    if not bounded(part, whole) or whole.low <= 0:
        return ANYTHING
    return structure.share_interval(part, whole)


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


def _growth(
    one: Breakdown, chosen: Chosen, whole: Term, rates: list[Term], weight: list[Term]
) -> Check | None:
    stated = chosen[whole]
    pairs = [(chosen[a], chosen[b]) for a, b in zip(weight, rates, strict=True)]
    if any(reading(a, ROUNDED).low < 0 or reading(b, ROUNDED).low <= -100 for a, b in pairs):
        return None
    if not any(level.value for level, _ in pairs):
        return None
    weighed = weigh_figure(stated, partial(_mean, pairs))
    because = ""
    if weighed.verdict == FAILS and whole.measure == "growth_real":
        # Real growth is weighted at the prices of the year before, which are not printed. What
        # is certain at any prices is that a mean lies between the least and the greatest.
        possible = [reading(rate, POSSIBLE) for _, rate in pairs]
        mean = reading(stated, POSSIBLE)
        if min(r.low for r in possible) <= mean.high and mean.low <= max(r.high for r in possible):
            weighed, because = replace(weighed, verdict=UNDECIDED), "prices of last year"
    figures = (stated, *(figure for pair in pairs for figure in pair))
    return Check.of(
        "growth",
        "growth",
        f"{one.whole}:{one.split}:{whole.measure}",
        whole,
        figures,
        weighed,
        because=because,
        given=one.given,
    )


def _mean(pairs: list[tuple[Figure, Figure]], way: str) -> Interval:
    read = [(reading(level, way), reading(rate, way)) for level, rate in pairs]
    if not bounded(*(interval for pair in read for interval in pair)):
        return ANYTHING
    if sum(around.low for around, _ in read) <= 0:
        return ANYTHING
    table = pd.DataFrame(
        {
            "level": level.value * factor(level),
            "level_low": around.low,
            "level_high": around.high,
            "growth_low": fast.low,
            "growth_high": fast.high,
        }
        for (level, _), (around, fast) in zip(pairs, read, strict=True)
    )
    return growth.total_growth(table)


def _share_changes(index: Index, one: Breakdown) -> Iterator[Check]:
    """A share changes as its part grows faster or slower than the whole (at current prices)."""
    for part in one.parts:
        for place in places(index, part, "share_change"):
            (moved,) = terms_of(place, [part], "share_change")
            (share,) = terms_of(place, [part], "share")
            own, all_of_it = terms_of(place, [part, one.whole], "growth")
            for chosen in index.assemble([moved, share, own, all_of_it]):
                stated, level, fast, mean = (chosen[t] for t in (moved, share, own, all_of_it))
                figures = (stated, level, fast, mean)
                weighed = weigh_figure(stated, partial(_moved, level, fast, mean))
                subject = f"{part}:share_change"
                yield Check.of("growth", "share change", subject, moved, figures, weighed)


def _moved(level: Figure, own: Figure, whole: Figure, way: str) -> Interval:
    share, fast, mean = (reading(figure, way) for figure in (level, own, whole))
    if not bounded(share, fast, mean) or fast.low <= -100:
        return ANYTHING
    return structure.share_change(share, fast, mean)
