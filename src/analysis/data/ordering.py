"""Which of several numbers in a row stands out of their order, and not only its neighbour."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Iterator, Sequence

Key = tuple[object, ...]


def out_of_order(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the place of each number out of rising order, and of one that it does not go with.

    One that is too high is told itself, and not those after it: it is above the next two, which go
    on from where the others are.
    """
    highest: int | None = None  # the place of the highest that is in order
    for at, number in enumerate(numbers):
        before = -math.inf if highest is None else numbers[highest]
        following = numbers[at + 1 : at + 3]
        if highest is not None and number < before:
            yield at, highest
        elif following and before <= following[0] and max(following) < number:
            yield at, at + 1
        else:
            highest = at


def one_off(key: Key, known: Iterable[Key]) -> Key | None:
    """Return the first of ``known`` that differs from ``key`` in one cell, if one does."""
    return next((one for one in known if sum(map(operator.ne, one, key)) == 1), None)
