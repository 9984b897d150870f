"""Names beside the marks of a map: where they go when their first rooms are taken."""

import pytest

from analysis.page.naming import around, beside, circle

NAME, RADIUS = "Longxi", 9.0
LEFT, LOW, RIGHT, HIGH = around(NAME, 0, 0)
# What the middle of the name is from that of the circle when it stands right, and when above.
ASIDE, ABOVE = RADIUS + RIGHT, RADIUS + HIGH
BOARD = (900.0, 700.0)


def middle(taken=(), at=(300.0, 200.0), board=BOARD):
    """Where the name of a circle goes, from the circle's middle."""
    ((text, box),) = beside({"one": (at, RADIUS, NAME)}, list(taken), board)
    assert text == NAME
    assert (box[2] - box[0], box[3] - box[1]) == pytest.approx((RIGHT - LEFT, HIGH - LOW))
    return (box[0] + box[2]) / 2 - at[0], (box[1] + box[3]) / 2 - at[1]


def taking(*sides, at=(300.0, 200.0)):
    """Rooms of which each takes one side of a circle as far as a name reaches, and no corner."""
    x, y = at
    thin = {
        "right": (x + ASIDE, y - 1, x + ASIDE + 1, y + 1),
        "left": (x - ASIDE - 1, y - 1, x - ASIDE, y + 1),
        "above": (x - 1, y + ABOVE, x + 1, y + ABOVE + 1),
        "below": (x - 1, y - ABOVE - 1, x + 1, y - ABOVE),
    }
    # Each is so many times as large that a name pays more for it than for going on.
    return [thin[side] for side in sides for _ in range(12)]


@pytest.mark.parametrize(
    ("taken", "x", "y"),
    [
        ([], ASIDE, 0),
        (["right"], -ASIDE, 0),
        (["right", "left"], 0, ABOVE),
        (["right", "left", "above"], 0, -ABOVE),
    ],
)
def test_a_name_stands_right_left_above_or_below_in_that_order(taken, x, y):
    assert middle(taking(*taken)) == pytest.approx((x, y))


def covering(*signs):
    """Rooms that take the sides, and each of the corners that are given by their signs."""
    x, y = 300.0, 200.0
    corners = [
        (x + 0.8 * dx * ASIDE - 1, y + 0.8 * dy * ABOVE - 1,
         x + 0.8 * dx * ASIDE + 1, y + 0.8 * dy * ABOVE + 1)
        for dx, dy in signs
    ]  # fmt: skip
    return taking("right", "left", "above", "below") + 40 * corners


@pytest.mark.parametrize(
    ("signs", "x", "y"),
    [
        ([], 0.8, 0.8),
        ([(1, 1)], 0.8, -0.8),
        ([(1, 1), (1, -1)], -0.8, 0.8),
        ([(1, 1), (1, -1), (-1, 1)], -0.8, -0.8),
    ],
)
def test_a_name_goes_to_a_corner_once_the_sides_are_taken(signs, x, y):
    assert middle(covering(*signs)) == pytest.approx((x * ASIDE, y * ABOVE))


@pytest.mark.parametrize(
    ("at", "x", "y"),
    [((880.0, 300.0), -ASIDE, 0), ((20.0, 300.0), ASIDE, 0)],
)
def test_a_name_stays_on_the_board(at, x, y):
    assert middle(at=at) == pytest.approx((x, y))


def test_two_names_make_room_for_each_other():
    near = 2 * ASIDE
    wanted = {
        "one": ((300.0, 200.0), RADIUS, NAME),
        "two": ((300.0 + near, 200.0), RADIUS, NAME),
    }
    boxes = dict(zip(wanted, (box for _, box in beside(wanted, [], BOARD)), strict=True))
    assert boxes["one"][2] <= boxes["two"][0] or boxes["one"][1] != boxes["two"][1]


def test_the_room_of_a_circle_is_the_square_round_it():
    assert circle((30, 50), 4) == (26, 46, 34, 54)
