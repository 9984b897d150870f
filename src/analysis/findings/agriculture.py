"""Fields and herds: what land and animals gave, and what had to be brought in."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.amount import Amount, fraction, total
from analysis.data import Figure
from analysis.formulas.growth import implied_base

KILOGRAMS = 1e-3  # of a tonne, in which products are weighed


def growth(was: Amount, now: Amount) -> Amount:
    """Return by how many percent ``now`` is above ``was``: ``now / was - 1``."""
    return (now / was - 1).to("%")


@dataclass(frozen=True)
class Use:
    """A use of land, in a year (``now``) and the year before (``was``)."""

    now: Amount
    was: Amount

    @property
    def gain(self) -> Amount:
        """How much land it gained."""
        return self.now - self.was

    def less(self, *parts: Use) -> Use:
        """Return what the parts leave of it, in both years."""
        return Use(
            self.now - total(one.now for one in parts), self.was - total(one.was for one in parts)
        )

    def and_also(self, other: Use) -> Use:
        """Return the two together, in both years."""
        return Use(self.now + other.now, self.was + other.was)


def use(area: Figure) -> Use:
    """Return the use of land that an area and its growth tell.

    Raises ``UnknownFigure`` where no growth is printed, as ``herd`` does.
    """
    return Use(area, implied_base(area, area.growth))


@dataclass(frozen=True)
class Crop:
    """A crop's ``area`` and ``harvest``, whose growth is printed."""

    area: Figure
    harvest: Figure

    @property
    def yields(self) -> Amount:
        """Harvest over area, in kilograms a mu (千克/亩)."""
        return (self.harvest / self.area).to("千克/亩", KILOGRAMS)

    @property
    def yields_growth(self) -> Amount:
        """Growth of yield in percent: ``(1 + growth of harvest) / (1 + growth of area) - 1``."""
        return growth(1 + fraction(self.area.growth), 1 + fraction(self.harvest.growth))


@dataclass(frozen=True)
class Herd:
    """A herd over a year: ``start`` and ``end`` of it, and the animals ``sold`` for slaughter."""

    start: Amount
    end: Figure
    sold: Figure

    @property
    def intake(self) -> Amount:
        """Animals born or bought, less those that died: ``sold + end - start``."""
        return self.sold + self.end - self.start

    @property
    def for_each(self) -> Amount:
        """Intake for each animal held at the start."""
        return self.intake / self.start

    def bought(self, born: Amount) -> Amount:
        """Return how many were bought in at least, if no more than ``born`` were born."""
        return self.intake - born


def herd(end: Figure, sold: Figure) -> Herd:
    """Return the herd that its end, with growth, and its slaughter tell."""
    return Herd(implied_base(end, end.growth), end, sold)


def weight(product: Figure, animals: Figure) -> Amount:
    """Return the product for each animal, in kilograms (千克/头只)."""
    return (product / animals).to("千克/头只", KILOGRAMS)


def looks_assumed(product: Figure, animals: Figure, step: float) -> bool:
    """Tell whether a product looks like animals times a fixed weight, and not weighed.

    It does where it grew exactly as the animals, to the printed digit, and a multiple of ``step``
    kilograms an animal lies within what rounding leaves open.
    """
    each = weight(product, animals)
    fixed = round(each.value / step) * step
    return product.growth.value == animals.growth.value and each.low <= fixed <= each.high
