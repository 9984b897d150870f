"""Whether the parts of a place add up to what the place prints of itself.

A subdistrict's entry and its communities' entries are written apart. Where all parts print an
indicator their sum is weighed against the whole; where some do, they can only be too many.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

import pandas as pd

from analysis import data
from analysis.audit.index import POINT, Index, factor, reading, same_base
from analysis.audit.sums import total
from analysis.audit.weighing import weigh
from analysis.data import Figure, Term, edition


def sums(
    parts: Mapping[str, Collection[str]],
    indicators: Sequence[str],
    entries: Mapping[str, str],
    year: str | None = None,
) -> pd.DataFrame:
    """Return what each place prints of itself against the sum of its parts.

    ``parts``: a place to the places it consists of; ``entries``: each of them to the document in
    which it speaks for itself (see ``findings.entries``). A row for each place and indicator
    that the place and at least one of its parts print, in the order of ``indicators``: columns
    ``entity, indicator, parts, reporting`` (how many), ``stated, derived, gap`` (stated less
    derived), ``tolerance`` (what rounding leaves open), ``unit``, ``verdict``.

    ``verdict`` is ``holds``, ``fails`` or ``not assessable`` as ``weighing.weigh`` gives it: of
    equality where every part reports, else of the parts being no more than the whole. A part
    that prints two different values does not report.

    Raises ``ValueError`` for an indicator that the dictionary has not, and for a place with no
    entry or no parts.
    """
    unknown = [one for one in indicators if one not in data.indicators().index]
    silent = {place for whole, own in parts.items() for place in (whole, *own)} - set(entries)
    empty = [whole for whole, own in parts.items() if not own]
    if unknown or silent or empty:
        raise ValueError(f"cannot be added up: {', '.join([*unknown, *sorted(silent), *empty])}")
    year = str(edition.year()) if year is None else year
    frame = data.observations()
    index = Index(data.as_printed(frame[frame["document"] == frame["entity"].map(entries)]))
    rows = []
    for indicator in indicators:
        for whole, own in parts.items():
            stated = _figure(index, entries, whole, indicator, year)
            found = [_figure(index, entries, part, indicator, year) for part in own]
            alike = [figure for figure in found if figure and stated and same_base(figure, stated)]
            if stated and alike:
                rows.append(_row(stated, alike, len(own)))
    return pd.DataFrame(rows)


def _figure(
    index: Index, entries: Mapping[str, str], place: str, indicator: str, year: str
) -> Figure | None:
    """Return a place's figure in its own entry, unless the entry prints two that differ."""
    term = Term(place, indicator, year, "level", "outturn")
    if (term, entries[place]) in index.rivals:
        return None
    return index.by_document.get(term, {}).get(entries[place])


def _row(stated: Figure, parts: list[Figure], count: int) -> dict[str, object]:
    own, added = partial(reading, stated), partial(total, parts)
    if len(parts) == count:
        weighed = weigh(own, added, factor=factor(stated))
        gap = weighed.gap
    else:
        weighed = weigh(added, own, relation="<=", factor=factor(stated))
        gap = -weighed.gap
    whole, sum_ = own(POINT).low, added(POINT).low
    return {
        "entity": stated.entity,
        "indicator": stated.indicator,
        "parts": count,
        "reporting": len(parts),
        "stated": whole / factor(stated),
        "derived": sum_ / factor(stated),
        "gap": gap,
        "tolerance": weighed.tolerance,
        "unit": stated.unit,
        "verdict": weighed.verdict,
    }
