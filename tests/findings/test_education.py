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


def test_what_a_bureau_leaves_out_is_of_the_whole():
    counts = education.Counts(people(80), people(60))
    assert counts.outside.value == 20
    assert counts.share_outside.value == pytest.approx(25)


def test_a_rate_is_a_share_only_of_people_whom_some_number_fits():
    # Of 7 people 3 are 42.857 percent and 4 are 57.143.
    rate = data.amount(42.9, "%", Interval(42.85, 42.95))
    assert education.can_be_share(rate, people(7))
    between = data.amount(50, "%", Interval(49.5, 50.5))
    assert not education.can_be_share(between, people(7))
