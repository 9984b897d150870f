"""Water and forest: who can have used a year's water, and what a goal of forest cover needs."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount

DAYS = 365


def forest_needed(area: Amount, cover: Amount, goal: Amount) -> Amount:
    """Return the forest that brings ``cover`` to ``goal``, both in percent of the land.

    The land is ``area / cover``; needed is ``land * (goal - cover)``, in the unit of ``area``.
    Raises ``ValueError`` for a goal that may be reached already.
    """
    if not goal > cover:
        raise ValueError(f"cover of {cover} may have reached the goal of {goal}")
    return area / cover.to("") * (goal - cover).to("")


def in_a_year(capacity: Amount, days: int = DAYS) -> Amount:
    """Return the cubic metres that works carry in a year if they run at ``capacity`` each day."""
    return data.amount(days, "立方米") * (capacity / data.amount(1, "立方米/天"))


@dataclass(frozen=True)
class Water:
    """The water of a year by where it came from and where it can have gone.

    ``rivers`` was led off them and ``others`` came from wells, springs and other sources;
    ``city`` is the most that the works of the city can have taken.
    """

    rivers: Amount
    others: Amount
    city: Amount


def water(used: Amount, rivers: Amount, supply: Amount) -> Water:
    """Return the water of a year, from what was used, what rivers gave and the works' capacity.

    ``supply`` is what works can pump a day. All river water is taken to count as used. Raises
    ``ValueError`` where more may have been led off rivers, or can be pumped, than was used.
    """
    city = in_a_year(supply)
    for name, part in (("rivers give", rivers), ("city works can pump", city)):
        if not used > part:
            raise ValueError(f"{name} {part}, and only {used} were used")
    return Water(rivers, used - rivers, city)
