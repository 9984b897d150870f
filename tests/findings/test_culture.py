"""Culture and science, on round numbers: a goal of 800 patents from 500."""

import pytest

from analysis import data
from analysis.findings import culture


def patents(number):
    return data.amount(number, "件")


def test_a_goal_is_reached_by_as_many_each_year():
    assert culture.needed_a_year(patents(800), patents(500), 4).value == pytest.approx(75)


def test_a_goal_is_reached_in_the_year_in_which_the_last_one_comes():
    # 300 more at 140 a year take two years and a bit.
    assert culture.year_reached(patents(800), patents(500), patents(140), 2021) == 2024


def test_a_goal_reached_at_the_end_of_a_year_is_reached_in_that_year():
    assert culture.year_reached(patents(800), patents(500), patents(150), 2021) == 2023
