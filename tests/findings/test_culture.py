"""Culture and science, on round numbers: a goal of 800 patents from 500."""

import pytest

from analysis import data
from analysis.findings import culture


def patents(number):
    return data.amount(number, "件")


def test_a_goal_is_reached_by_as_many_each_year():
    assert culture.needed_a_year(patents(800), patents(500), 4).value == pytest.approx(75)


def test_a_pace_is_compounded():
    # 100 to 121 in two years is a tenth a year, not a tenth and a half.
    assert culture.pace(patents(121), patents(100), 2).value == pytest.approx(10)


def test_two_goals_for_one_thing_imply_people():
    # 800 patents at 4 for every ten thousand are of two million people.
    found = culture.people_behind(patents(800), patents(4))
    assert found.value == pytest.approx(2_000_000) and found.unit == ""
