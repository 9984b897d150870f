"""Industry, on round numbers: a whole up by a quarter, a branch that doubled, plant and sales."""

import pytest

from analysis import data
from analysis.findings import industry
from analysis.findings.remainder import part
from analysis.printed import Interval


def rate(number, half=0.0):
    return data.amount(number, "%", Interval(number - half, number + half))


@pytest.fixture
def found():
    """100 up from 80: mills 30 up from 15, mines 20 down from 25, and 50 up from 40."""
    return industry.branches(
        rate(25), {"mines": (rate(20), rate(-20)), "mills": (rate(30), rate(100))}
    )


def test_the_branch_that_made_most_points_comes_first_and_the_unnamed_last(found):
    assert list(found) == ["mills", "mines", industry.REST]


def test_a_branch_makes_its_gain_over_the_whole_before(found):
    # 15, -5 and 10 of 80.
    assert [one.points.value for one in found.values()] == pytest.approx([18.75, -6.25, 12.5])


def test_the_share_before_is_of_the_whole_before(found):
    # 15, 25 and 40 of 80.
    before = [one.share_before.value for one in found.values()]
    assert before == pytest.approx([18.75, 31.25, 50])


def test_parts_of_growth_are_of_the_whole_gain(found):
    # 15, -5 and 10 of 20.
    assert [one.part_of_growth.value for one in found.values()] == pytest.approx([75, -25, 50])


def test_the_rest_is_what_named_branches_leave(found):
    assert found[industry.REST].share.value == pytest.approx(50)
    assert found[industry.REST].growth.value == pytest.approx(25)


def test_a_branch_that_became_dearer_was_more_before():
    # Mills a quarter dearer: of 30, 24 at the old prices, up from 12. The rest: 56 up from 43.
    named = {"mines": (rate(20), rate(-20)), "mills": (rate(30), rate(100))}
    dear = industry.branches(rate(25), named, {"mills": 25})
    assert dear["mills"].points.value == pytest.approx(15)
    assert dear[industry.REST].growth.value == pytest.approx(100 * (56 / 43 - 1))


def test_larger_firms_at_which_the_smaller_stood_still():
    # Of 110 ten are new, of larger firms a fifth is new: 50 of 110 made all of it.
    assert industry.standing_still(rate(10), rate(25)).value == pytest.approx(100 * 50 / 110)


def test_each_rate_enters_that_share_once():
    # Least: 9/109 over 26/126; most: 11/111 over 24/124.
    found = industry.standing_still(rate(10, 1), rate(25, 1))
    assert found.low == pytest.approx(100 * (9 / 109) / (26 / 126))
    assert found.high == pytest.approx(100 * (11 / 111) / (24 / 124))


def test_smaller_firms_grow_by_what_larger_ones_leave():
    # 100 up from 80; larger 60 up from 40: the smaller 40 stayed 40.
    assert industry.smaller_firms(rate(25), rate(50), 60).value == pytest.approx(0)
    # Larger 75 up from 50: the smaller 25 down from 30.
    assert industry.smaller_firms(rate(25), rate(50), 75).value == pytest.approx(-100 / 6)


@pytest.mark.parametrize("share", [-5, 100, 130])
def test_larger_firms_are_a_part_of_industry(share):
    with pytest.raises(ValueError, match=f"not {share}"):
        industry.smaller_firms(rate(25), rate(50), share)


def test_smaller_firms_must_have_been_there_before():
    # 100 up from 80; 90 down from 180 leaves less than nothing.
    with pytest.raises(ValueError, match="nothing to smaller ones"):
        industry.smaller_firms(rate(25), rate(-50), 90)


def test_what_is_paid_on_each_hundred():
    taxes = part(data.amount(9, "元"), rate(50))
    revenue = part(data.amount(150, "元"), rate(25))
    # 6 of 120, then 9 of 150.
    now = [one.value for one in industry.for_each_hundred(taxes, revenue)]
    assert now == pytest.approx([5, 6])


@pytest.mark.parametrize("share", [0, 40, 95])
def test_at_any_share_of_the_larger_firms_the_smaller_grew_more_slowly(share):
    larger = data.figure("industry_above_scale.value_added", measure="growth_real", entity="suzhou")
    everyone = data.figure("industry_value_added").growth_real
    assert industry.smaller_firms(everyone, larger, share).value < larger.value
