"""Weighing what is stated against what follows from other figures.

Two statements contradict each other only if no unrounded figures behind the printed ones could
satisfy both. No tolerance is chosen.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from analysis.audit.index import POINT, POSSIBLE, ROUNDED, factor, reading
from analysis.data import Figure, Term
from analysis.printed import Interval

HOLDS, FAILS, UNDECIDED = "holds", "fails", "not assessable"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The outcome of weighing what is stated against what is derived, in units of ``stated``."""

    verdict: str
    stated: float
    derived: float
    gap: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class Check:
    """One test of printed figures; the first of ``figures`` is the one that is tested.

    ``check`` is its id, ``rule`` says which rule made it (see ``page.checks``), ``given`` what the
    rule knew besides the figures. ``because`` is a key that says why, where that is not the gap.
    """

    check: str
    kind: str
    rule: str
    figures: tuple[Figure, ...]
    weighed: Weighed
    unit: str
    relation: str = "="
    because: str = ""
    given: Mapping[str, str | int] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        kind: str,
        rule: str,
        subject: str,
        term: Term,
        figures: tuple[Figure, ...],
        weighed: Weighed,
        **known: Any,
    ) -> Check:
        """Return a check whose id says what is tested, of whom, when, as what, in which documents.

        ``subject`` is what is tested, ``term`` whose; ``known`` are ``relation, because, given``.
        """
        documents = "+".join(dict.fromkeys(figure.document for figure in figures))
        check = "/".join((kind, subject, term.entity, term.year, term.status, documents))
        return cls(check, kind, rule, figures, weighed, figures[0].unit, **known)


def weigh(
    stated: Callable[[str], Interval],
    derived: Callable[[str], Interval],
    *,
    relation: str = "=",
    factor: float = 1.0,
) -> Weighed:
    """Tell whether what is stated and what is derived can both be true.

    Each is a function of the way to read the figures (``point``, ``rounded``, ``possible``) and
    returns an interval; ``relation`` is ``=`` or ``<=``. It fails when not even the widest
    reading satisfies it, holds when rounding alone does, and is not assessable between the two:
    where only an "about" or an "at least" leaves room.
    """
    point, other = stated(POINT), derived(POINT)
    middle = (point.low + point.high) / 2
    follows = (other.low + other.high) / 2
    left, right = stated(ROUNDED), derived(ROUNDED)
    gap = middle - follows
    room = left.high - middle + follows - right.low
    if gap > 0:
        room = middle - left.low + right.high - follows
    satisfied = meets if relation == "=" else _at_most
    if satisfied(left, right):
        verdict = HOLDS
    elif satisfied(stated(POSSIBLE), derived(POSSIBLE)):
        verdict = UNDECIDED
    else:
        verdict = FAILS
    return Weighed(verdict, middle / factor, follows / factor, gap / factor, room / factor)


def weigh_figure(
    stated: Figure, derived: Callable[[str], Interval], *, relation: str = "="
) -> Weighed:
    """Weigh a printed figure against what follows from others, in its unit; see ``weigh``."""
    return weigh(partial(reading, stated), derived, relation=relation, factor=factor(stated))


def meets(one: Interval, other: Interval) -> bool:
    """Tell whether one value lies in both; like ``Interval.overlaps``, for endless ones too."""
    slack = _slack(one, other)
    return one.low <= other.high + slack and other.low <= one.high + slack


def _at_most(one: Interval, other: Interval) -> bool:
    return one.low <= other.high + _slack(one, other)


def _slack(one: Interval, other: Interval) -> float:
    ends = (one.low, one.high, other.low, other.high)
    # Ends are decimal halves stored as binary fractions; see ``Interval.overlaps``.
    return 1e-9 * max((abs(end) for end in ends if math.isfinite(end)), default=0.0)
