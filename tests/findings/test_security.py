"""Social security, on round numbers: 90 beds for 2,000 old people."""

import pytest

from analysis import data
from analysis.findings import security
from analysis.printed import Interval

BEDS, PEOPLE = data.amount(90, "张"), data.amount(0.2, "万人", Interval(0.19, 0.21))


def test_a_rate_is_for_each_thousand_whatever_the_unit_of_people():
    rate = security.per_thousand(BEDS, PEOPLE)
    assert (rate.value, rate.unit) == (45, "张")
    # 90 over 2.1 and over 1.9 thousand.
    assert (rate.low, rate.high) == pytest.approx((42.857, 47.368), abs=1e-3)


def test_the_fewer_old_count_the_more_beds_each_has():
    # 30 beds for a thousand of the old; two thirds of them are the older: 45 for a thousand.
    older, old = (data.amount(percent, "%") for percent in (12, 18))
    assert security.of_the_older(data.amount(30, "张"), older, old).value == pytest.approx(45)
