"""What a whole and its named parts leave to those without a name: how large, and how it grew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.amount import Amount
from analysis.formulas import growth


@dataclass(frozen=True)
class Part:
    """One part: its ``level``, and what it was, ``before``, a year earlier, in the same unit."""

    level: Amount
    before: Amount

    @property
    def growth(self) -> Amount:
        """Its growth, ``level / before - 1``, in percent."""
        return (self.level / self.before - 1).to("%")

    @property
    def gain(self) -> Amount:
        """What it has more than a year earlier, in its unit."""
        return self.level - self.before


def part(level: Amount, rate: Amount) -> Part:
    """Return a part of which level and growth are known: before, ``level / (1 + rate)``.

    Where the rate is real, that is the earlier year's volume at the later year's prices.
    """
    return Part(level, growth.implied_base(level, rate))


def together(parts: Sequence[Part]) -> Part:
    """Return several parts as one. Raises ``ValueError`` when there are none."""
    if not parts:
        raise ValueError("no parts to take together")
    whole = parts[0]
    for one in parts[1:]:
        whole = Part(whole.level + one.level, whole.before + one.before)
    return whole


def rest(whole: Part, named: Sequence[Part]) -> Part:
    """Return what named parts leave of a whole, now and a year earlier.

    ``whole - sum of named``, of both years; its growth follows. That growth is exact for amounts
    of money. For real growth it takes the prices of all parts to have risen alike: see
    ``analysis.findings.industry.branches``.
    """
    known = together(named)
    return Part(whole.level - known.level, whole.before - known.before)
