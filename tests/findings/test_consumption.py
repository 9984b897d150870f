"""Consumption, on round numbers: consumers bought 70, shops sold 50, wholesalers 80."""

import pytest

from analysis import data
from analysis.findings import consumption
from analysis.printed import Interval


def yuan(number, half=0.0):
    return data.amount(number, "元", Interval(number - half, number + half))


def test_what_shops_did_not_sell_others_did():
    found = consumption.sold_by_others(yuan(70), yuan(50), yuan(80))
    assert (found.least.value, found.share.value) == (20, 25)


def test_that_share_leaves_open_what_rounding_does():
    # Least: 69 - 51 of 82; most: 71 - 49 of 78.
    found = consumption.sold_by_others(yuan(70, 1), yuan(50, 1), yuan(80, 2)).share
    assert (found.low, found.high) == pytest.approx((100 * 18 / 82, 100 * 22 / 78))


def test_nothing_left_to_others_is_no_finding():
    with pytest.raises(ValueError, match="not of the same sellers"):
        consumption.sold_by_others(yuan(50, 1), yuan(50), yuan(80))


def test_others_can_not_have_sold_more_than_they_did():
    with pytest.raises(ValueError, match="not of the same sellers"):
        consumption.sold_by_others(yuan(70), yuan(50), yuan(15))
