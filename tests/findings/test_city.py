"""The city, on round numbers."""

import pytest

from analysis import data
from analysis.findings import city
from analysis.printed import Interval


def amount(number, unit, half=0.0):
    return data.amount(number, unit, Interval(number - half, number + half))


def test_seventy_thousand_square_metres_are_seven_hectares():
    assert city.land(amount(70_000, "平方米")).value == 7


def test_a_city_is_as_large_as_its_green_over_its_rate():
    # 1,200 hectares are 40 percent of 3,000, which are 30 square kilometres.
    found = city.built_up(amount(1200, "公顷"), amount(40, "%", 8))
    assert found.value == pytest.approx(30)
    assert (found.low, found.high) == pytest.approx((25, 37.5))
