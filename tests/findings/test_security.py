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
