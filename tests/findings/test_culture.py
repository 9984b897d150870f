"""Culture and science, on round numbers: a goal of 800 patents from 500."""

import pytest

from analysis import data
from analysis.findings import culture


def patents(number):
    return data.amount(number, "件")


def test_a_goal_is_reached_by_as_many_each_year():
    assert culture.needed_a_year(patents(800), patents(500), 4).value == pytest.approx(75)
