"""Work, on round numbers: 30 unemployed, who are 4 percent."""

import pytest

from analysis import data
from analysis.findings import work
from analysis.printed import Interval


def test_a_rate_and_its_count_give_whom_it_covers():
    # 30 are 4 percent of 750; rounded to whole percents, 3.5 to 4.5, of 666.7 to 857.1.
    force = work.labour_force(data.amount(30, "人"), data.amount(4, "%", Interval(3.5, 4.5)))
    assert force.value == pytest.approx(750)
    assert (force.low, force.high) == pytest.approx((666.667, 857.143), abs=1e-3)


def test_a_part_has_as_many_of_an_age_as_the_whole():
    # 30 of 40 are of the age, so 15 of 20.
    people = (data.amount(count, "人") for count in (20, 30, 40))
    found = work.at_the_same_mix(*people)
    assert (found.value, found.unit) == (15, "人")
