"""Services, on round numbers: distances, counts of whole visits, goals reckoned back."""

import pytest

from analysis import data
from analysis.findings import services
from analysis.printed import Interval


def rate(number, half=0.0):
    return data.amount(number, "%", Interval(number - half, number + half))


def count(number, half=0.0, unit="辆"):
    return data.amount(number, unit, Interval(number - half, number + half))


def test_each_grows_by_what_the_total_outgrows_the_count():
    # 150 over 120 is 1.25.
    assert services.growth_of_each(rate(50), rate(20)).value == pytest.approx(25)


def test_equal_rates_leave_little_open():
    found = services.growth_of_each(rate(10, 0.5), rate(10, 0.5))
    assert found.low == pytest.approx(100 * (1.095 / 1.105 - 1))
    assert found.high == pytest.approx(100 * (1.105 / 1.095 - 1))


def test_the_smallest_rise_is_of_one():
    # 51 after 50; of 0.5 万, 5000 after 4999.
    assert services.smallest_rise(count(51)).value == pytest.approx(2)
    assert services.smallest_rise(count(0.5, unit="万人次")).value == pytest.approx(100 / 4999)


def test_the_more_there_may_be_the_smaller_the_rise():
    found = services.smallest_rise(count(51, 10))
    assert (found.low, found.high) == pytest.approx((100 / 60, 100 / 40))


def test_one_after_nothing_is_no_growth():
    with pytest.raises(ValueError, match="may be one"):
        services.smallest_rise(count(2, 1))


def test_a_goal_reckoned_back():
    # 1.5 ** 2 of 40 are 90.
    assert services.base_at_most(count(90), rate(50), 2).value == pytest.approx(40)
