"""One fact in several volumes: which printing is taken. A later one is a revision, no rival.

The default stands in ``edition.json``. ``first`` takes a fact from the first volume that prints it,
where the parts, the rates and the plans stand beside it that were printed with it; ``latest`` from
the last, revised; the name of a volume from that one alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from analysis.data import edition
from analysis.data.figure import Figure
from analysis.data.folders import FIRST, LATEST, VINTAGES
from analysis.data.loading import load


def chosen(found: Sequence[Figure], vintage: str | None = None) -> list[Figure]:
    """Return those of the figures of one fact that are of one vintage, by default the edition's.

    Raises ``ValueError`` for a vintage that is neither ``first``, ``latest`` nor a volume.
    """
    volumes = of(found)
    if vintage is None and len(volumes) < 2:
        return list(found)  # the usual case, many times a second
    vintage = edition.vintage() if vintage is None else vintage
    if vintage not in VINTAGES and vintage not in (known := set(load().volumes["volume"])):
        raise ValueError(
            f"a vintage is one of {', '.join([*VINTAGES, *sorted(known)])}, not {vintage!r}"
        )
    if volumes and vintage in (FIRST, LATEST):
        vintage = volumes[0] if vintage == FIRST else volumes[-1]
    return [one for one in found if one.volume == vintage]


def of(figures: Iterable[Figure]) -> list[str]:
    """Return the volumes that print figures, oldest first."""
    return sorted({one.volume for one in figures})
