"""Weighing on intervals that are not symmetric: which side counts, by hand."""

import math

import pytest

from analysis.audit.weighing import FAILS, HOLDS, UNDECIDED, weigh
from analysis.printed import Interval


def read(point, rounded, possible=None):
    """A figure as its three readings."""
    ways = {"point": (point, point), "rounded": rounded, "possible": possible or rounded}
    return lambda way: Interval(*ways[way])


@pytest.mark.parametrize(
    ("stated", "derived", "gap", "room"),
    [
        # Stated above: down by 0.2 of its own, up by 0.3 of the other's.
        (read(10, (9.8, 10.1)), read(9, (8.5, 9.3)), 1, 0.5),
        # Stated below: up by 0.1 of its own, down by 0.4 of the other's.
        (read(9, (8.8, 9.1)), read(10, (9.6, 10.3)), -1, 0.5),
        (read(9, (8.8, 9.1)), read(10, (9.3, 10.1)), -1, 0.8),
        # Ends that are not as far from the middle: 0.7 down, 0.05 up.
        (read(20, (19.3, 20.05)), read(18, (17.9, 18.6)), 2, 1.3),
    ],
)
def test_the_tolerance_is_that_of_the_sides_that_face_each_other(stated, derived, gap, room):
    weighed = weigh(stated, derived)
    assert (weighed.gap, weighed.tolerance) == pytest.approx((gap, room))
    assert weighed.verdict == FAILS


def test_amounts_are_told_in_the_unit_of_what_is_stated():
    weighed = weigh(read(5e8, (4e8, 7e8)), read(3e8, (2e8, 4.5e8)), factor=1e8)
    assert (weighed.stated, weighed.derived, weighed.gap) == (5, 3, 2)
    assert weighed.tolerance == pytest.approx(2.5)  # 1 of its own and 1.5 of the other's
    assert weighed.verdict == HOLDS


@pytest.mark.parametrize("relation", ["=", "<="])
def test_ends_that_meet_but_for_a_binary_fraction_meet(relation):
    # 0.1 + 0.2 is stored a hair above 0.3.
    weighed = weigh(read(0.4, (0.1 + 0.2, 0.5)), read(0.2, (0.1, 0.3)), relation=relation)
    assert weighed.verdict == HOLDS
    above = weigh(read(0.4, (0.3001, 0.5)), read(0.2, (0.1, 0.3)), relation=relation)
    assert above.verdict == FAILS


@pytest.mark.parametrize("relation", ["=", "<="])
def test_none_is_as_much_as_none_and_no_more(relation):
    none = read(0, (0, 0))
    assert weigh(none, none, relation=relation).verdict == HOLDS


def test_the_tolerance_of_equals_is_that_of_a_smaller_statement():
    # Nothing lies between them: 0.1 up of its own and 0.3 down of the other.
    weighed = weigh(read(10, (9.8, 10.1)), read(10, (9.7, 10.4)))
    assert (weighed.gap, weighed.tolerance) == pytest.approx((0, 0.4))


def test_what_only_a_bound_leaves_room_for_is_undecided():
    at_least = read(5, (4.5, 5.5), (4.5, math.inf))
    assert weigh(at_least, read(9, (8.5, 9.5))).verdict == UNDECIDED
    assert weigh(at_least, read(1, (0.5, 1.5))).verdict == FAILS


@pytest.mark.parametrize(("least", "verdict"), [(9.9, HOLDS), (10.2, FAILS)])
def test_at_most_asks_only_whether_the_least_fits_below_the_most(least, verdict):
    inner, outer = read(11, (least, 12)), read(10, (8, 10.1))
    assert weigh(inner, outer, relation="<=").verdict == verdict
