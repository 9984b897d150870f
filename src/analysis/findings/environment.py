"""Air, water and forest: what a year changed, and what planting can make of a forest's goal."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount


@dataclass(frozen=True)
class Forest:
    """What a goal of forest cover needs, and how far planned planting can lead.

    ``land`` is the whole land and ``needed`` the forest to gain, areas. ``gain`` is the cover that
    the planting brings if every field becomes forest, ``missing`` what the goal asks beyond that,
    both in percentage points; ``reached`` is the cover with the planting, ``part`` the planting
    in percent of what is needed.
    """

    land: Amount
    needed: Amount
    gain: Amount
    missing: Amount
    reached: Amount
    part: Amount


def forest(area: Amount, cover: Amount, goal: Amount, planting: Amount) -> Forest:
    """Return what it takes to bring ``cover`` to ``goal``, both in percent of the land.

    The land is ``area / cover``; needed is ``land * (goal - cover)``, and planting brings
    ``planting / land``. Raises ``ValueError`` for a goal that may be reached already.
    """
    if not goal > cover:
        raise ValueError(f"cover of {cover} may have reached the goal of {goal}")
    land = area / cover.to("")
    needed = land * (goal - cover).to("")
    gain = (planting / land).to("%")
    return Forest(
        land, needed, gain, goal - cover - gain, cover + gain, (planting / needed).to("%")
    )


def share_of_days(days: Amount, length: int) -> Amount:
    """Return days in percent of a year of ``length`` days."""
    return (days / data.amount(length, "天")).to("%")
