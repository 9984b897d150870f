"""One figure with its source, and the two ways in which a request for one can fail."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.printed import Interval


class UnknownFigure(ValueError):
    """No observation answers the request; the message lists what there is."""


class AmbiguousFigure(ValueError):
    """Several observations answer the request and do not agree; the message lists them."""


@dataclass(frozen=True)
class Fact:
    """One figure: its value in ``unit``, what its rounding leaves open, and where it is printed.

    ``indicator, period, measure, entity, document, status`` say what was asked for; ``line``,
    ``printed``, ``bound`` and ``note`` are the observation's.
    """

    indicator: str
    period: str
    measure: str
    entity: str
    document: str
    status: str
    value: float
    unit: str
    interval: Interval
    bound: str
    line: int
    printed: str
    note: str
    name_en: str
    name_zh: str

    def __float__(self) -> float:
        return self.value
