"""What named parts leave of a whole, on round numbers: 150 up from 100, and parts of it."""

import pytest

from analysis import data
from analysis.findings import remainder
from analysis.printed import Interval


def yuan(number, half=0.0):
    return data.amount(number, "元", Interval(number - half, number + half))


def rate(number, half=0.0):
    return data.amount(number, "%", Interval(number - half, number + half))


def test_a_part_was_its_level_over_its_growth():
    found = remainder.part(yuan(150), rate(50))
    assert (found.before.value, found.gain.value) == pytest.approx((100, 50))


def test_parts_together_grow_by_their_weights():
    # 150 up from 100 and 60 up from 50: 210 up from 150.
    found = remainder.together(
        [remainder.part(yuan(150), rate(50)), remainder.part(yuan(60), rate(20))]
    )
    assert found.growth.value == pytest.approx(40)


def test_no_parts_are_nothing_to_take_together():
    with pytest.raises(ValueError, match="no parts"):
        remainder.together([])


def test_the_rest_is_what_is_left_of_both_years():
    # 150 up from 100, less 60 up from 50: 90 up from 50.
    whole, named = remainder.part(yuan(150), rate(50)), remainder.part(yuan(60), rate(20))
    left = remainder.rest(whole, [named])
    assert (left.level.value, left.before.value) == pytest.approx((90, 50))
    assert left.growth.value == pytest.approx(80)


def test_a_gain_names_its_level_once():
    # 150 may be 149 to 151, and a third of it is new: 49.667 to 50.333, not 49 to 51.
    found = remainder.part(yuan(150, 1), rate(50)).gain
    assert (found.low, found.high) == pytest.approx((149 / 3, 151 / 3))
