"""Education, on round numbers: 300 in three years of kindergarten, 480 in six of primary school."""

import pytest

from analysis import data
from analysis.findings import education
from analysis.printed import Interval


def people(number, half=0.0):
    return data.amount(number, "人", Interval(number - half, number + half))


def test_births_are_a_rate_of_the_mean_of_both_ends():
    # 900 after 1,100: a mean of 1,000, of which 7 per mille.
    born = education.births(people(900), people(-200), data.amount(7, "‰"))
    assert born.value == pytest.approx(7)


def test_in_three_years_kindergarten_fills_half_of_the_grades():
    # 300 from kindergarten in the lower three grades, 240 of today's 480 in the upper: 540.
    assert education.in_three_years(people(300), people(480)).value == 60


def test_a_kindergarten_as_large_as_three_grades_changes_nothing():
    assert education.in_three_years(people(240), people(480)).value == 0


def test_of_four_years_of_kindergarten_three_have_moved_up():
    # 225 of the 300 in the lower three grades, 240 in the upper: 465.
    assert education.in_three_years(people(300), people(480), 4).value == -15


def test_a_level_has_the_births_of_as_many_years_as_it_lasts():
    # 70 born a year, of whom 280 are in four years; rounded to tens, 65 to 75, so 260 to 300.
    found = education.at_births(people(70, 5), 4)
    assert (found.low, found.value, found.high) == (260, 280, 300)
