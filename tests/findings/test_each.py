"""An amount for each, on round numbers: 20 yuan among 4, and two groups together."""

import pytest

from analysis import data
from analysis.findings import each
from analysis.printed import Interval


def yuan(number, half=0.0, unit="元"):
    return data.amount(number, unit, Interval(number - half, number + half))


def people(number, half=0.0, unit="人"):
    return data.amount(number, unit, Interval(number - half, number + half))


def test_a_number_is_of_single_ones():
    assert each.number(people(3, unit="万人")).value == 30_000


def test_for_each_is_money_and_not_a_rate():
    # 2 亿元 among 4 万人 are 5,000 yuan: comparable with an income.
    assert (
        data.convert(each.for_each(yuan(2, unit="亿元"), people(4, unit="万人")), "元").value
        == 5000
    )
    assert each.for_each(yuan(20), people(4)) > yuan(4)


def test_for_each_leaves_open_what_both_do():
    found = each.for_each(yuan(20, 1), people(4, 1))
    assert (found.low, found.high) == pytest.approx((19 / 5, 21 / 3))


def test_all_are_each_times_how_many():
    # 7 * 30 + 5 * 10.
    town, country = (
        {"town": yuan(7), "country": yuan(5)},
        {"country": people(10), "town": people(30)},
    )
    assert each.of_all(town, country).value == 260


def test_groups_must_be_the_same():
    with pytest.raises(ValueError, match="amounts for town and numbers for country"):
        each.of_all({"town": yuan(7)}, {"country": people(10)})
    with pytest.raises(ValueError):
        each.of_all({}, {})
