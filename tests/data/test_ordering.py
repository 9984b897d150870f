"""Which number of several is out of its order, worked out by eye."""

import pytest

from analysis.data.ordering import one_off, out_of_order


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([], []),
        ([7], []),
        ([3, 3, 5, 8], []),
        # Too high: the next two go on from where the others are.
        ([1, 9, 3, 4], [(1, 2)]),
        ([1, 3, 9, 3, 3], [(2, 3)]),
        ([8, 3, 4], [(0, 1)]),
        ([1, 9, 3, 4, 10], [(1, 2)]),
        # Too low: what comes after is as high as what came before.
        ([5, 6, 2, 7], [(2, 1)]),
        ([5, 9, 6, 9, 9], [(2, 1)]),
        ([5, 9, 6, 8], [(1, 2)]),
        ([2, 4, 6, 1, 0, 7], [(3, 2), (4, 2)]),
        # The last two: nothing says which of them it is.
        ([1, 5, 4], [(1, 2)]),
        ([4, 5, 3], [(2, 1)]),
        # Each of two is told, and what lies between them is held against none of them.
        ([1, 9, 2, 3, 8, 4, 5], [(1, 2), (4, 5)]),
    ],
)
def test_the_number_that_is_out_of_order_is_told_and_not_its_neighbours(numbers, told):
    assert list(out_of_order(numbers)) == told


@pytest.mark.parametrize(
    ("key", "found"),
    [
        (("a", 2, "x"), ("a", 1, "x")),
        (("b", 7, "y"), ("b", 3, "y")),
        (("a", 1, "y"), ("a", 1, "x")),
        (("a", 3, "x"), ("a", 1, "x")),
        (("b", 1, "z"), None),
    ],
)
def test_a_name_is_close_to_one_that_differs_in_a_single_cell(key, found):
    assert one_off(key, [("a", 1, "x"), ("b", 3, "y")]) == found


def test_a_name_is_not_close_to_itself():
    assert one_off(("a", 1), [("a", 1)]) is None
