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


def test_deaths_and_their_rate_give_the_vehicles():
    # 12 deaths at 4 for each ten thousand are 30,000 vehicles.
    found = safety.vehicles(amount(12, "人"), amount(4, "人/万车"))
    assert data.convert(found, "辆").value == pytest.approx(30_000)


def test_cases_are_counted_for_a_thousand_people():
    # 90 cases among 45,000 people.
    assert safety.per_thousand(amount(90, "件"), amount(4.5, "万人")).value == pytest.approx(2)


def test_a_court_closes_a_part_of_what_it_accepts():
    assert cases(80, 60).rate.value == 75


def test_the_kinds_that_are_named_leave_the_others():
    # Of 90 taken on and 70 closed, 50 and 45 are of one kind, 30 and 20 of another.
    others = cases(90, 70).without(cases(50, 45), cases(30, 20))
    assert (others.accepted.value, others.closed.value) == (10, 5)
