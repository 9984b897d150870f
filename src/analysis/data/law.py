"""What a law of the data is: it goes through tables and yields what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from analysis.data.faults import Fault
from analysis.data.loading import Tables

# A law says in its docstring what must hold; with it, the tables whose rows it looks at.
Laws = Mapping[Callable[[Tables], Iterable[Fault]], tuple[str, ...]]
