"""Dispersion: worked by hand, and the laws that every measure keeps."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis import data
from analysis.formulas import dispersion

OF_ALL_PARTS = [dispersion.variation, dispersion.gini]
MEASURES = [dispersion.extreme_ratio, *OF_ALL_PARTS]
NAMES = list("abcdefghijkl")

levels = st.lists(st.integers(1, 10**6), min_size=1, max_size=12).map(
    lambda values: pd.Series([float(value) for value in values], index=NAMES[: len(values)])
)
names = pytest.mark.parametrize("measure", MEASURES, ids=lambda one: one.__name__)
of_all_parts = pytest.mark.parametrize("measure", OF_ALL_PARTS, ids=lambda one: one.__name__)


def parts(*values: float) -> pd.Series:
    return pd.Series(values, index=NAMES[: len(values)], dtype=float)


def test_ratio_of_largest_to_smallest():
    assert dispersion.extreme_ratio(parts(4, 1, 2)) == 4


def test_variation_of_two_parts():
    # Mean 2, each 1 away: standard deviation 1, so 1/2.
    assert dispersion.variation(parts(1, 3)) == pytest.approx(0.5)


def test_gini_of_two_parts():
    # Pairs differ by 0, 2, 2, 0: mean 1; over twice the mean of 2: 1/4.
    assert dispersion.gini(parts(1, 3)) == pytest.approx(0.25)


def test_gini_of_four_parts():
    # 1, 2, 3, 4: |differences| of the six pairs add to 10, both ways 20, over 16 is 1.25;
    # over twice the mean of 2.5: 1/4.
    assert dispersion.gini(parts(4, 2, 1, 3)) == pytest.approx(0.25)


def test_one_part_that_holds_all_is_the_most_unequal():
    alone = parts(0, 0, 0, 7)
    assert dispersion.gini(alone) == pytest.approx(1 - 1 / 4)
    assert dispersion.variation(alone) == pytest.approx(math.sqrt(3))


@of_all_parts
@given(values=levels, scale=st.floats(1e-3, 1e3))
def test_a_change_of_unit_changes_nothing(measure, values, scale):
    assert measure(values * scale) == pytest.approx(measure(values), rel=1e-6, abs=1e-7)


@given(values=levels, scale=st.floats(1e-3, 1e3))
def test_a_change_of_unit_leaves_the_ratio(values, scale):
    assert dispersion.extreme_ratio(values * scale) == pytest.approx(
        dispersion.extreme_ratio(values)
    )


@of_all_parts
@given(value=st.floats(1e-3, 1e6), count=st.integers(1, 12))
def test_equal_levels_are_not_dispersed(measure, value, count):
    equal = parts(*[value] * count)
    assert measure(equal) == pytest.approx(0, abs=1e-7)
    assert dispersion.extreme_ratio(equal) == 1


@given(values=levels)
def test_gini_lies_between_nothing_and_the_most_for_so_many_parts(values):
    assert 0 <= dispersion.gini(values) <= 1 - 1 / len(values) + 1e-12


@of_all_parts
@given(values=levels)
def test_a_gift_from_the_largest_to_the_smallest_lessens_inequality(measure, values):
    # The principle of transfers (Pigou 1912, Dalton 1920).
    assume(values.max() - values.min() > 0.01 * values.max())
    gift = (values.max() - values.min()) / 4
    after = values.copy()
    after[values.idxmax()] -= gift
    after[values.idxmin()] += gift
    assert measure(after) < measure(values)


@names
def test_nothing_has_no_dispersion(measure):
    with pytest.raises(ValueError, match="empty"):
        measure(pd.Series(dtype=float))


@names
@pytest.mark.parametrize(
    ("value", "fault"), [(np.nan, "missing"), (-1, "negative"), (np.inf, "not finite")]
)
def test_a_bad_level_is_named(measure, value, fault):
    with pytest.raises(ValueError, match=f"{fault}; see b$"):
        measure(parts(1, value, 2))


@names
def test_levels_that_are_all_zero_have_no_dispersion(measure):
    with pytest.raises(ValueError, match="all are zero: a, b"):
        measure(parts(0, 0))


def test_a_ratio_to_nothing_is_refused():
    with pytest.raises(ValueError, match=r"above zero; see b$"):
        dispersion.extreme_ratio(parts(1, 0))


def township_sum(indicator: str) -> float:
    """The sum of all fifteen townships, in the base unit, from the entries themselves."""
    kinds = data.entities()["kind"]
    places = kinds.index[kinds == "township"]
    rows = data.observations().query(
        "indicator == @indicator and period == '2021-12-31' and entity in @places"
    )
    assert sorted(rows["entity"]) == sorted(places), "every township, each once"
    return rows["base_value"].sum()


def test_township_populations_cannot_be_divided_into_district_totals():
    # By hand from lines 4009-4711: 223,756 people. Residents (line 5575): 12.52 万 rural, and
    # 45.49 万 in all. Townships are rural, and hold 1.79 times the rural residents and less than
    # half of all: their people are no part of either count, so no rate per head is made of them.
    people = township_sum("population")
    rural = data.figure("resident_population.rural", "2021-12-31").interval
    everyone = data.figure("resident_population", "2021-12-31").interval
    assert people == 223_756
    assert people > 1.7 * rural.high * 1e4
    assert people < 0.5 * everyone.low * 1e4


def test_the_townships_villages_do_add_up_so_that_none_is_missing():
    # 122 in the fifteen entries, 122 in the district's (line 996): the populations' surplus is
    # one of counting, not of places counted twice.
    assert township_sum("administrative_villages") == 122
    assert data.value("administrative_villages", "2021-11-18", document="cppcc_report") == 122
