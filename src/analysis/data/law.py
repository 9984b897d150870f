"""What a law of the data is: it goes through tables and yields what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from analysis.data.faults import Fault
from analysis.data.loading import Tables

# A law says in its docstring what must hold; with it, the tables whose rows it looks at.
Laws = Mapping[Callable[[Tables], Iterable[Fault]], tuple[str, ...]]


def repeats(rows: Iterable[Any], *columns: str) -> Iterable[tuple[Any, Any]]:
    """Yield each row whose ``columns`` are those of one above, and the first that has them."""
    named = attrgetter(*columns)
    first: dict[Hashable, Any] = {}
    for row in rows:
        if (above := first.setdefault(named(row), row)) is not row:
            yield row, above


def distinct(rows: Iterable[Any], *columns: str) -> list[Any]:
    """Return the first row of each that have the same ``columns``."""
    named = attrgetter(*columns)
    first: dict[Hashable, Any] = {}
    for row in rows:
        first.setdefault(named(row), row)
    return list(first.values())
