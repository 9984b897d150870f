"""What a later volume says otherwise of a fact: old, new, by how much, and in which direction.

Within a volume two figures of one fact that differ are a disagreement; across volumes they are a
revision. Statistics bureaus often print the new growth and not the new base: where a later volume's
level and growth imply another level of the year before than was printed of it, the base was revised
without being printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pandas as pd

from analysis import data
from analysis.amount import Amount
from analysis.audit.index import POSSIBLE, ROUNDED, reading, same_base
from analysis.audit.weighing import meets
from analysis.data import Figure, Term, edition, vintages

PRINTED, IMPLIED = "printed", "implied"
UP, DOWN = "up", "down"
COLUMNS = [
    "indicator", "entity", "period", "measure", "kind", "unit", "old", "new", "change", "percent",
    "direction", "old_volume", "old_document", "old_line", "new_volume", "new_document", "new_line",
    "was", "became", "moved",
]  # fmt: skip
_NUMBERS = ("old", "new", "change", "percent")


def revisions(figures: Sequence[Figure] | None = None) -> pd.DataFrame:
    """List the outturns that a later volume prints, or implies, otherwise than an earlier one.

    ``figures`` are by default those of the data. A fact is revised when nothing behind the new
    figure's rounding and bound can stand behind any of the old volume's. Of several figures in a
    volume the communique's is shown, else the most precise. Returns a row a fact and pair of
    volumes that follow each other in printing it, in the order of the data, with columns

    - ``indicator, entity, period, measure``: the fact; ``kind``: ``printed``, or ``implied`` by a
      level and its growth at current prices (``level / (1 + growth)``) or its change;
    - ``old, new, change`` (new less old) in ``unit``; ``percent``: the change of the old, of levels
      only; ``direction``: ``up`` or ``down``;
    - ``old_volume, old_document, old_line`` and the same of the new one, of what is implied those
      of the level that implies it;
    - ``was, became, moved``: old, new and change as amounts.

    Empty with one volume.
    """
    held: defaultdict[Term, list[Figure]] = defaultdict(list)
    for one in data.figures() if figures is None else figures:
        if one.status == "outturn":
            held[_fact(one)].append(one)
    rows = [row for term, found in held.items() for row in _of_fact(term, found, held)]
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(_NUMBERS, "float64"))


def _fact(one: Figure) -> Term:
    """Return what a figure says, its day included: a stock of another day is no revision."""
    return replace(one.term, year=one.period.removesuffix("-12-31"))


def _of_fact(
    term: Term, found: list[Figure], held: dict[Term, list[Figure]]
) -> Iterator[dict[str, object]]:
    volumes = {one: [fact for fact in found if fact.volume == one] for one in vintages.of(found)}
    for old, new in zip(list(volumes)[:-1], list(volumes)[1:], strict=True):
        was, became = _shown(volumes[old]), _shown(volumes[new])
        if not any(_same(became, one) for one in volumes[old]):
            yield _row(PRINTED, was, became, became)
    if term.measure != "level" or not term.year.isdigit():
        return
    newest = volumes[list(volumes)[-1]]
    after = Term(term.entity, term.indicator, str(int(term.year) + 1), "level", "outturn")
    later = [one for one in held.get(after, []) if one.volume > newest[0].volume]
    for volume in vintages.of(later):
        level = _shown([one for one in later if one.volume == volume])
        base = _base(level, held)
        if base is not None and not any(one.bound != "=" or base.agrees(one) for one in newest):
            yield _row(IMPLIED, _shown(newest), base, level)


def _base(level: Figure, held: dict[Term, list[Figure]]) -> Amount | None:
    """Return the level of the year before that a document's level and its movement leave."""
    if level.bound != "=":
        return None
    for measure in ("growth", "change"):
        wanted = Term(level.entity, level.indicator, level.year, measure, "outturn")
        beside = [one for one in held.get(wanted, []) if one.document == level.document]
        moved = _shown(beside) if beside else None
        if moved is None or moved.bound != "=" or moved.base == "番":
            continue
        if measure == "growth":
            return level / (1 + moved.to("")) if moved.low > -100 else None
        return level - moved if same_base(level, moved) else None
    return None


def _shown(found: Iterable[Figure]) -> Figure:
    """Return the figure of a volume that a fact is shown by."""
    return min(
        found,
        key=lambda one: (
            one.document not in edition.communiques(),
            one.bound != "=",
            reading(one, ROUNDED).width,
        ),
    )


def _same(one: Figure, other: Figure) -> bool:
    """Tell whether one value can stand behind both; what is of another kind says nothing."""
    return not same_base(one, other) or meets(reading(one, POSSIBLE), reading(other, POSSIBLE))


def _row(kind: str, was: Figure, became: Amount, at: Figure) -> dict[str, object]:
    if isinstance(became, Figure):
        became = became.in_unit(was.unit, was.factor)
    moved = became - was
    level = was.measure == "level" and was.value
    return {
        "indicator": was.indicator, "entity": was.entity, "period": was.period,
        "measure": was.measure, "kind": kind, "unit": was.unit, "old": was.value,
        "new": became.value, "change": moved.value,
        "percent": 100 * moved.value / was.value if level else None,
        "direction": UP if moved.value > 0 else DOWN,
        "old_volume": was.volume, "old_document": was.document, "old_line": was.line,
        "new_volume": at.volume, "new_document": at.document, "new_line": at.line,
        "was": was, "became": became, "moved": moved,
    }  # fmt: skip
