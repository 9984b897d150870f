"""What is wrong with the data, said so that the one who spoiled them can mend them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file: where it stands, what it is, and how to mend it."""

    file: str
    row: int | None
    column: str | None
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", column {self.column!r}"
        return f"{place}: {self.problem}. Remedy: {self.remedy}."


class DataError(ValueError):
    """The data are not as described; ``faults`` lists every place."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = faults
        shown = "\n".join(f"  {fault}" for fault in faults[:20])
        more = f"\n  and {len(faults) - 20} more" if len(faults) > 20 else ""
        super().__init__(f"{counted(faults)} in the data:\n{shown}{more}")


def counted(faults: Sequence[Fault]) -> str:
    """Return how many faults there are, as in ``2 faults``."""
    return f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}"
