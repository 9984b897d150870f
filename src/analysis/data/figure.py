"""One printed figure with its source, and the two ways in which a request for one can fail."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from functools import cached_property

from analysis.amount import Leaf
from analysis.printed import Interval

# How a figure can speak of its indicator; ``level`` is the amount itself.
MEASURES = (
    "level",
    "growth",
    "growth_real",
    "growth_pa",
    "change",
    "per_year",
    "share",
    "share_change",
    "rank",
    "completion",
)


class UnknownFigure(ValueError):
    """No observation answers the request; the message lists what there is."""


class AmbiguousFigure(ValueError):
    """Several observations answer the request and do not agree; the message lists them."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a figure says: of whom, what, when, by which measure, as what."""

    entity: str
    indicator: str
    year: str
    measure: str
    status: str


@dataclass(frozen=True, eq=False, repr=False)
class Figure(Leaf):
    """One printed figure: an amount, what it is of, and where it is printed.

    ``number`` is the value in ``unit`` (of a printed range its lower end, ``spread`` below the
    upper), ``rounded`` what its rounding leaves open. ``entity, indicator, period, measure,
    status, document, line, printed, note`` are the observation's, ``volume`` that of its document,
    ``row`` its place among them.
    ``exact`` says that it counts whole things. Every other figure of the same thing is an
    attribute: ``gdp.growth_real``, ``gdp.share``.
    """

    rounded: Interval
    spread: float | None
    exact: bool
    dimension: str
    indicator: str
    entity: str
    period: str
    measure: str
    status: str
    document: str
    volume: str
    line: int
    printed: str
    note: str
    name_en: str
    name_zh: str
    row: int
    look_up: Callable[..., Figure] = field(repr=False)

    @cached_property
    def value(self) -> float:
        """The printed number in ``unit``."""
        return self.number

    @cached_property
    def interval(self) -> Interval:
        """What rounding leaves open, in ``unit``."""
        return self.rounded

    @property
    def key(self) -> Hashable:
        """The observation that this figure is, in whatever unit it is given."""
        return self.row

    @property
    def around(self) -> Interval:
        """What rounding leaves open, in base units."""
        return Interval(self.rounded.low * self.factor, self.rounded.high * self.factor)

    @cached_property
    def term(self) -> Term:
        """What the figure says; two figures with one term speak of the same fact."""
        return Term(self.entity, self.indicator, self.year, self.measure, self.status)

    @property
    def year(self) -> str:
        """The period as facts are compared: a day of a year and the year are one."""
        return self.period[:4] if re.fullmatch(r"\d{4}-\d\d-\d\d", self.period) else self.period

    def in_unit(self, unit: str, factor: float) -> Figure:
        """Return the same figure in another unit of its base, ``factor`` base units each."""
        scale = self.factor / factor

        def turned(number: float) -> float:
            return float(f"{number * scale:.10g}")

        return replace(
            self,
            unit=unit,
            factor=factor,
            number=turned(self.number),
            rounded=Interval(turned(self.rounded.low), turned(self.rounded.high)),
            spread=None if self.spread is None else turned(self.spread),
        )

    def by(self, measure: str) -> Figure:
        """Return what is printed of the same thing by another measure.

        In the same document where it prints it, else wherever exactly one is printed. Raises
        ``UnknownFigure`` or ``AmbiguousFigure`` as ``data.figure`` does.
        """
        period = self.period if measure == "level" or "/" in self.period else self.period[:4]
        asked = {"measure": measure, "entity": self.entity, "status": self.status}
        try:
            return self.look_up(self.indicator, period, document=self.document, **asked)
        except UnknownFigure:
            return self.look_up(self.indicator, period, **asked)

    def __getattr__(self, name: str) -> Figure:
        if name in MEASURES:
            return self.by(name)
        raise AttributeError(f"a figure has no {name!r}; what it measures: {', '.join(MEASURES)}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Figure):
            return NotImplemented
        return (self.row, self.unit) == (other.row, other.unit)

    def __hash__(self) -> int:
        return hash((self.row, self.unit))
