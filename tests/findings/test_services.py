"""Services: a goal reckoned back, on round numbers."""

import pytest

from analysis import data
from analysis.findings import services
from analysis.printed import Interval


def rate(number, half=0.0):
    return data.amount(number, "%", Interval(number - half, number + half))


def test_a_goal_reckoned_back():
    # 1.5 ** 2 of 40 are 90.
    assert services.base_at_most(data.amount(90, "辆"), rate(50), 2).value == pytest.approx(40)


def test_rounding_of_the_rate_leaves_the_base_open():
    found = services.base_at_most(data.amount(90, "辆"), rate(50, 1), 2)
    assert (found.low, found.high) == pytest.approx((90 / 1.51**2, 90 / 1.49**2))


def test_what_another_place_s_ratio_makes_here():
    # 60 cars for 12 places there are 5 each; 7 places here make 35.
    sizes = (data.amount(one, "所") for one in (12, 7))
    assert services.at_ratio_of(data.amount(60, "辆"), *sizes).value == pytest.approx(35)
