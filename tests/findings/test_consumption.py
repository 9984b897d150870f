"""Consumption, on round numbers: 30 townspeople spend 20 each, 10 countrypeople 12."""

import pytest

from analysis import data
from analysis.findings import consumption
from analysis.printed import Interval

SPENT = {"urban": data.amount(20, "元"), "rural": data.amount(12, "元")}
PEOPLE = {"urban": data.amount(30, "人"), "rural": data.amount(10, "人")}


def test_sales_are_a_multiple_of_what_all_residents_spend_together():
    # 900 over 600 + 120.
    found = consumption.times_spending(data.amount(900, "元"), SPENT, PEOPLE)
    assert (found.value, found.unit) == (1.25, "")


def test_rounding_of_sales_leaves_the_multiple_open():
    sales = data.amount(900, "元", Interval(864, 936))
    found = consumption.times_spending(sales, SPENT, PEOPLE)
    assert (found.low, found.high) == pytest.approx((1.2, 1.3))


def test_spending_of_other_groups_than_the_people_is_refused():
    with pytest.raises(ValueError, match="rural"):
        consumption.times_spending(data.amount(900, "元"), SPENT, {"urban": PEOPLE["urban"]})
