"""Work, on round numbers: 20 workers who earned 600, and 30 who earned 1,200."""

from dataclasses import replace

import pytest

from analysis import data
from analysis.findings import work
from analysis.printed import Interval


def figure(place, indicator, number, unit):
    """Make a printed figure of an invented place from one of the yearbook's."""
    like = data.figure("gdp")
    factor, base = data.lookup.scale(unit)
    return replace(
        like, unit=unit, factor=factor, base=base, number=number, spread=None, entity=place,
        rounded=Interval(number, number), indicator=indicator, row=-hash((place, indicator)),
    )  # fmt: skip


WORKERS = [figure("hill", "workers", 20, "人"), figure("lake", "workers", 30, "人")]
EARNED = [figure("lake", "earned", 1200, "元"), figure("hill", "earned", 600, "元")]


def test_places_are_matched_by_name_and_one_without_both_is_left_out():
    alone = figure("moor", "workers", 5, "人")
    found = work.placed([*WORKERS, alone], EARNED)
    assert [(one.entity, one.each.value) for one in found] == [("hill", 30), ("lake", 40)]


def test_a_place_that_prints_one_thing_twice_is_an_error():
    with pytest.raises(ValueError, match="hill prints workers more than once"):
        work.placed([*WORKERS, figure("hill", "workers", 21, "人")], EARNED)


def test_several_places_are_weighed_by_their_workers():
    # 1,800 over 50; the mean of 30 and 40 would be 35.
    assert work.together(work.placed(WORKERS, EARNED)).value == 36


def test_a_sum_of_one_digit_is_rough():
    # 600 is 550 to 650, a sixth of it; 1,200 is 1,195 to 1,205.
    hill, lake = work.placed(
        WORKERS,
        [
            replace(EARNED[0], rounded=Interval(1195, 1205)),
            replace(EARNED[1], rounded=Interval(550, 650)),
        ],
    )
    assert (hill.rough, lake.rough) == (True, False)


def test_no_places_earn_nothing_that_could_be_said():
    with pytest.raises(ValueError):
        work.together([])


def test_a_rate_and_its_count_give_whom_it_counts():
    # 30 are 4 percent of 750; rounded to whole percents, 3.5 to 4.5, of 666.7 to 857.1.
    force = work.labour_force(data.amount(30, "人"), data.amount(4, "%", Interval(3.5, 4.5)))
    assert force.value == pytest.approx(750)
    assert (force.low, force.high) == pytest.approx((666.667, 857.143), abs=1e-3)


def test_the_other_years_are_without_the_last():
    # Of 100 in five years 12 came in the last: 88 in four.
    assert work.other_years(data.amount(100, "人"), data.amount(12, "人"), 5).value == 22


def test_a_single_year_has_no_others():
    with pytest.raises(ValueError, match="of 1 years"):
        work.other_years(data.amount(100, "人"), data.amount(12, "人"), 1)
