"""Accidents and courts, on round numbers."""

import pytest

from analysis import data
from analysis.findings import safety
from analysis.printed import Interval


def amount(number, unit, half=0.0):
    return data.amount(number, unit, Interval(number - half, number + half))


def cases(accepted, closed):
    return safety.Cases(data.amount(accepted, "件"), data.amount(closed, "件"))


def test_a_rate_leaves_few_whole_numbers_of_deaths():
    # 0.02 give or take 0.005 of 300 are 4.5 to 7.5.
    found = safety.deaths(amount(0.02, "人/亿元", 0.005), amount(300, "亿元"))
    assert found == [5, 6, 7]
    assert safety.deaths(amount(0.02, "人/亿元", 0.001), amount(30, "亿元")) == []


def test_cases_are_counted_for_a_thousand_people():
    # 90 cases among 45,000 people.
    assert safety.per_thousand(amount(90, "件"), amount(4.5, "万人")).value == pytest.approx(2)


def test_a_court_closes_a_part_of_what_it_accepts():
    assert cases(80, 60).rate.value == 75
