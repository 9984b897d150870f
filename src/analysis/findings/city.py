"""The city: how large its green makes it, and what its works can carry."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount

DAYS = 365


def floor(land: Amount) -> Amount:
    """Return an area of land in units of floor: a hectare is ten thousand square metres."""
    return data.amount(1, "万平方米") * (land / data.amount(1, "公顷"))


def land(floor_area: Amount) -> Amount:
    """Return an area counted in square metres in hectares: the inverse of ``floor``."""
    return data.amount(1, "公顷") * (floor_area / data.amount(1, "万平方米"))


def built_up(green: Amount, rate: Amount) -> Amount:
    """Return the built-up area of which ``green`` is ``rate`` percent, in square kilometres."""
    return data.convert(green / rate.to(""), "平方公里")


def in_a_year(capacity: Amount, days: int = DAYS) -> Amount:
    """Return the cubic metres that works carry in a year if they run at ``capacity`` each day."""
    return data.amount(days, "立方米") * (capacity / data.amount(1, "立方米/天"))


@dataclass(frozen=True)
class Water:
    """The water of a year by where it came from and where it can have gone.

    ``rivers`` was led off them and ``others`` came from wells, springs and other sources;
    ``city`` is the most that the works of the city can have taken, ``fields`` the least that is
    left for fields, trees and villages; ``sewage`` is the most that sewage works can treat.
    """

    rivers: Amount
    others: Amount
    city: Amount
    fields: Amount
    sewage: Amount


def water(used: Amount, rivers: Amount, supply: Amount, sewage: Amount) -> Water:
    """Return the water of a year, from what was used, what rivers gave and two capacities a day.

    All river water is taken to count as used. Raises ``ValueError`` where more may have been led
    off rivers, or can be pumped by the works, than was used.
    """
    city = in_a_year(supply)
    for name, part in (("rivers give", rivers), ("city works can pump", city)):
        if not used > part:
            raise ValueError(f"{name} {part}, and only {used} were used")
    return Water(rivers, used - rivers, city, used - city, in_a_year(sewage))
