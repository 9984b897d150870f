import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import data
from analysis.amount import Given
from analysis.formulas import structure
from analysis.printed import Interval

wholes = st.lists(st.floats(0.01, 1e4), min_size=1, max_size=8).map(pd.Series)


def parts(*levels: float) -> pd.Series:
    return pd.Series(levels, index=list("abcdefgh")[: len(levels)], dtype=float)


def test_shares_of_the_three_sectors_are_those_of_the_communique():
    # Line 5558 prints 17.8 : 25.2 : 57.
    sectors = pd.Series({"primary": 41.45, "secondary": 58.51, "tertiary": 132.37})
    assert structure.shares(sectors).round(1).tolist() == [17.8, 25.2, 57.0]


@given(wholes)
def test_shares_add_to_a_hundred(levels):
    assert structure.shares(levels).sum() == pytest.approx(100)


@given(wholes, st.floats(0.01, 100))
def test_shares_do_not_depend_on_the_unit(levels, scale):
    assert structure.shares(levels * scale).tolist() == pytest.approx(
        structure.shares(levels).tolist()
    )


def test_a_part_may_be_zero():
    assert structure.shares(parts(0, 5)).tolist() == [0, 100]


@pytest.mark.parametrize("bad", [-1, float("nan")])
def test_shares_name_the_part_that_has_none(bad):
    with pytest.raises(ValueError, match="see b"):
        structure.shares(parts(1, bad))


@pytest.mark.parametrize("levels", [parts(0, 0), parts()])
def test_nothing_has_no_shares(levels):
    with pytest.raises(ValueError, match="positive sum"):
        structure.shares(levels)


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


def test_concentration_on_a_hand_example():
    # Shares of 50, 30 and 20%: 0.25 + 0.09 + 0.04.
    assert structure.concentration(parts(5, 3, 2)) == pytest.approx(0.38)


@pytest.mark.parametrize("count", [1, 2, 8])
def test_equal_parts_are_as_concentrated_as_their_number_says(count):
    levels = parts(*[7] * count)
    assert structure.concentration(levels) == pytest.approx(1 / count)
    assert structure.effective_number(levels) == pytest.approx(count)


@given(wholes)
def test_concentration_lies_between_equal_parts_and_one_alone(levels):
    index = structure.concentration(levels)
    assert 1 / len(levels) - 1e-9 <= index <= 1 + 1e-9


def test_effective_number_on_a_hand_example():
    assert structure.effective_number(parts(5, 3, 2)) == pytest.approx(1 / 0.38)


def test_structural_change_on_a_hand_example():
    # From 50, 30, 20% to 40, 35, 25%: half of 10 + 5 + 5.
    assert structure.structural_change(parts(50, 30, 20), parts(40, 35, 25)) == pytest.approx(10)


def test_structural_change_compares_shares_not_levels():
    # 1 and 3 are 25 and 75%, 60 and 40 are 60 and 40%: half of 35 + 35.
    assert structure.structural_change(parts(1, 3), parts(60, 40)) == pytest.approx(35)


def test_structural_change_is_complete_when_all_changes_hands():
    assert structure.structural_change(parts(1, 0), parts(0, 9)) == pytest.approx(100)


def test_structural_change_goes_by_name_not_by_place():
    before = parts(50, 30, 20)
    assert structure.structural_change(before, before[["c", "a", "b"]]) == pytest.approx(0)


@given(wholes)
def test_a_whole_that_grows_evenly_does_not_change_its_structure(levels):
    assert structure.structural_change(levels, levels * 1.1) == pytest.approx(0, abs=1e-9)


def test_structural_change_names_the_parts_that_differ():
    with pytest.raises(ValueError, match="differ: b, c"):
        structure.structural_change(parts(1, 2), pd.Series({"a": 1.0, "c": 2.0}))


def test_ratio_on_a_hand_example():
    # 20 for 1000, in thousands.
    assert structure.ratio(20, 4000, per=1000) == 5


def test_ratio_of_intervals_is_an_interval():
    assert structure.ratio(Interval(1, 2), Interval(4, 8), per=100) == Interval(12.5, 50)


@pytest.mark.parametrize("zero", [0, Interval(-1, 1), Interval(0, 1)])
def test_ratio_needs_something_to_divide_by(zero):
    with pytest.raises(ValueError, match="zero"):
        structure.ratio(1, zero)


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


def test_shares_of_amounts_use_each_amount_once():
    # 1 (0.9 to 1.1) of 1 + 3: 0.9/3.9 and 1.1/4.1, not 0.9/4.1 and 1.1/3.9.
    found = structure.shares(pd.Series({"a": yuan(1, 0.9, 1.1), "b": yuan(3)}))
    assert (found["a"].value, found["a"].unit) == (25, "%")
    ends = (found["a"].low, found["a"].high)
    assert ends == pytest.approx((100 * 0.9 / 3.9, 100 * 1.1 / 4.1))


def test_a_share_of_an_amount_changes_by_points():
    # 24% x (1 - 1.1/1.2) = 2 points.
    share, own, whole = (Given("%", 0.01, "", "=", number) for number in (24, 20, 10))
    found = structure.share_change(share, own, whole)
    assert (found.value, found.unit) == (pytest.approx(2), "%")


def test_a_ratio_of_amounts_keeps_both_units():
    # 6 (5 to 7) hundred million over 3: twice as much; 5/3 to 7/3.
    found = structure.ratio(yuan(6, 5, 7), yuan(3))
    assert (found.value, found.low, found.unit) == (2, pytest.approx(5 / 3), "")
    with pytest.raises(ValueError, match="other than zero"):
        structure.ratio(yuan(6), yuan(0, -1, 1))


def test_dependency_ratios_of_amounts_are_percentages():
    found = structure.dependency(*(yuan(number) for number in (2, 8, 5)))
    assert [one.value for one in found] == [25, 62.5, 87.5, 250]
    assert {one.unit for one in found} == {"%"}
