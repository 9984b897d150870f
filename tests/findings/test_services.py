"""Services, on round numbers: what each unit grew by, goals reckoned back."""

import pytest

from analysis import data
from analysis.findings import services
from analysis.printed import Interval


def rate(number, half=0.0):
    return data.amount(number, "%", Interval(number - half, number + half))


def test_each_grows_by_what_the_total_outgrows_the_count():
    # 150 over 120 is 1.25.
    assert services.growth_of_each(rate(50), rate(20)).value == pytest.approx(25)


def test_equal_rates_leave_little_open():
    found = services.growth_of_each(rate(10, 0.5), rate(10, 0.5))
    assert found.low == pytest.approx(100 * (1.095 / 1.105 - 1))
    assert found.high == pytest.approx(100 * (1.105 / 1.095 - 1))


def test_a_goal_reckoned_back():
    # 1.5 ** 2 of 40 are 90.
    assert services.base_at_most(data.amount(90, "辆"), rate(50), 2).value == pytest.approx(40)
