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


def test_parts_of_growth_are_of_the_whole_gain(found):
    # 15, -5 and 10 of 20.
    assert [one.part_of_growth.value for one in found.values()] == pytest.approx([75, -25, 50])


def test_the_rest_is_what_named_branches_leave(found):
    assert found[industry.REST].share.value == pytest.approx(50)
    assert found[industry.REST].growth.value == pytest.approx(25)


def test_what_is_paid_on_each_hundred():
    taxes = part(data.amount(9, "元"), rate(50))
    revenue = part(data.amount(150, "元"), rate(25))
    # 6 of 120, then 9 of 150.
    now = [one.value for one in industry.for_each_hundred(taxes, revenue)]
    assert now == pytest.approx([5, 6])


def test_one_of_two_parts_made_between_what_rounding_leaves_open():
    least, most = industry.part_of_growth_of_one(rate(20), rate(40), rate(10, 5))
    # The other up by 5: a weight of 15 in 35. The other up by 15: a weight of 5 in 25.
    assert (least.value, most.value) == pytest.approx((40, 600 / 7))
