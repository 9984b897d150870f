"""The city: how large its green makes it."""

from __future__ import annotations

from analysis import data
from analysis.amount import Amount


def land(floor_area: Amount) -> Amount:
    """Return an area counted in square metres in hectares, which are ten thousand each."""
    return data.amount(1, "公顷") * (floor_area / data.amount(1, "万平方米"))


def built_up(green: Amount, rate: Amount) -> Amount:
    """Return the built-up area of which ``green`` is ``rate`` percent, in square kilometres."""
    return data.convert(green / rate.to(""), "平方公里")
