import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import data
from analysis.amount import Given
from analysis.formulas import structure
from analysis.printed import Interval


def test_a_share_is_least_when_the_part_is_least_and_the_whole_greatest():
    # 20..30 of 50..100.
    assert structure.share_interval(Interval(20, 30), Interval(50, 100)) == Interval(20, 60)


@given(st.floats(1, 99), st.floats(0, 0.5), st.floats(-1, 1), st.floats(-1, 1))
def test_a_share_contains_that_of_any_values_inside(part, half, one, other):
    allowed = structure.share_interval(
        Interval(part - half, part + half), Interval(100 - half, 100 + half)
    )
    share = 100 * (part + half * one) / (100 + half * other)
    assert allowed.low - 1e-9 <= share <= allowed.high + 1e-9


def test_dependency_in_the_age_table_of_the_communique():
    # Lines 5578-5580, in 万人: 7.11 aged 0-15, 30.52 aged 16-59, 7.86 aged 60 and over.
    # 7.11/30.52 = 0.23296, 7.86/30.52 = 0.25754, together 0.49050; 7.86/7.11 = 1.10549.
    ages = [
        data.value(f"resident_population.age_{group}", "2021-12-31", document="communique")
        for group in ("0_15", "16_59", "60_plus")
    ]
    ratios = structure.dependency(*ages)
    assert ratios.round(2).to_dict() == {
        "young": 23.30,
        "old": 25.75,
        "total": 49.05,
        "ageing": 110.55,
    }


@pytest.mark.parametrize("ages", [(0, 1, 1), (1, 0, 1), (1, 1, -1), (float("nan"), 1, 1)])
def test_dependency_needs_people(ages):
    with pytest.raises(ValueError, match="positive age groups"):
        structure.dependency(*ages)


def test_a_share_rises_when_its_part_outgrows_the_whole():
    # 30 of 120 after growth of 50% and 20%: 20 of 100 before. The share went from 20 to 25.
    assert structure.share_change(25, 50, 20) == pytest.approx(5)


def test_a_share_change_keeps_one_rounding_of_the_share():
    found = structure.share_change(Interval(20, 30), Interval(50, 50), Interval(20, 20))
    assert (found.low, found.high) == pytest.approx((4, 6))


@pytest.mark.parametrize("low", [0, -1])
def test_a_share_of_a_whole_that_may_be_nothing_is_refused(low):
    with pytest.raises(ValueError, match="whole above zero"):
        structure.share_interval(Interval(1, 2), Interval(low, 3))


@pytest.mark.parametrize("own", [-100, Interval(-101, -99)])
def test_a_part_that_may_be_all_gone_has_no_share_that_changed(own):
    with pytest.raises(ValueError, match="more than -100 percent"):
        structure.share_change(20, own, 5)


def yuan(number, low=None, high=None):
    around = None if low is None else Interval(low, high)
    return Given("亿元", 1e8, "元", "=", number, around)


def test_a_share_of_an_amount_changes_by_points():
    # 24% x (1 - 1.1/1.2) = 2 points.
    share, own, whole = (Given("%", 0.01, "", "=", number) for number in (24, 20, 10))
    found = structure.share_change(share, own, whole)
    assert (found.value, found.unit) == (pytest.approx(2), "%")


def test_dependency_ratios_of_amounts_are_percentages():
    found = structure.dependency(*(yuan(number) for number in (2, 8, 5)))
    assert [one.value for one in found] == [25, 62.5, 87.5, 250]
    assert {one.unit for one in found} == {"%"}
