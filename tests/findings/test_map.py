"""The map of townships, on invented places around an invented city."""

import math

import pandas as pd
import pytest

from analysis import data
from analysis.findings import map as sketch


def neighbours(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["entity", "side", "neighbour"])


def bearing(point) -> float:
    return math.degrees(math.atan2(point.x, point.y)) % 360


def test_a_place_without_neighbours_lies_in_the_middle_of_its_direction():
    found = sketch.place(["a"], {"a": "E"}, {"a": 10.0}, neighbours())
    assert found.loc["a", "x"] == pytest.approx(10)
    assert found.loc["a", "y"] == pytest.approx(0)
    assert found.loc["a", "basis"] == "printed"


def test_north_east_is_as_far_east_as_north():
    # 10 km to the north-east: 10 / sqrt(2) each way.
    found = sketch.place(["a"], {"a": "NE"}, {"a": 10.0}, neighbours()).loc["a"]
    assert (found.x, found.y) == (pytest.approx(7.0711, abs=1e-4),) * 2


def test_two_places_in_one_direction_are_turned_apart_where_one_is_north_of_the_other():
    pairs = neighbours(("a", "S", "b"))
    found = sketch.place(["a", "b"], {"a": "E", "b": "E"}, {"a": 10.0, "b": 10.0}, pairs)
    assert set(found["basis"]) <= {"printed", "moved"} and "moved" in set(found["basis"])
    assert found.loc["a", "y"] > found.loc["b", "y"]
    assert sketch.held(found, pairs)["holds"].all()


def test_a_turn_keeps_the_distance_and_the_eighth_of_the_circle():
    pairs = neighbours(("a", "S", "b"))
    found = sketch.place(["a", "b"], {"a": "E", "b": "E"}, {"a": 10.0, "b": 12.0}, pairs)
    for one, far in (("a", 10), ("b", 12)):
        point = found.loc[one]
        assert math.hypot(point.x, point.y) == pytest.approx(far)
        assert abs(bearing(point) - 90) <= 22.5


def test_nothing_is_turned_where_the_neighbours_agree():
    pairs = neighbours(("a", "E", "b"))
    found = sketch.place(["a", "b"], {"a": "N", "b": "E"}, {"a": 5.0, "b": 20.0}, pairs)
    assert list(found["basis"]) == ["printed", "printed"]


def test_outward_goes_from_the_edge_of_the_city_to_the_farthest():
    # The one at the edge has no distance of its own and is laid at the least, 4 km.
    found = sketch.place(
        ["far", "near", "edge"],
        {"far": "N", "near": "S", "edge": "E"},
        {"far": 30, "near": 4},
        neighbours(),
    )
    assert sketch.outward(found) == ["edge", "near", "far"]


def test_what_no_turn_can_meet_is_said_not_hidden():
    # 20 km to the north cannot lie south of 5 km to the north.
    pairs = neighbours(("near", "S", "far"))
    found = sketch.place(
        ["near", "far"], dict.fromkeys(("near", "far"), "N"), {"near": 5.0, "far": 20.0}, pairs
    )
    (row,) = sketch.held(found, pairs).itertuples()
    assert not row.holds and row.off > 90


def test_a_direction_without_a_distance_is_put_at_the_edge_of_the_city():
    found = sketch.place(["a", "b"], {"a": "E", "b": "S"}, {"b": 3.0}, neighbours())
    assert found.loc["a", "basis"] == "edge of the city"
    assert found.loc["a", "x"] == pytest.approx(3)


def test_a_place_without_a_direction_stands_between_its_neighbours():
    # South of a (2 km east), north of b (6 km east): 4 km east. West of c, 9 km south: 9 south.
    points = {"a": (2.0, 20.0), "b": (6.0, -20.0), "c": (30.0, -9.0)}
    reach = {one: math.hypot(*point) for one, point in points.items()}
    seen = {one: math.degrees(math.atan2(*point)) for one, point in points.items()}
    pairs = [("x", "N", "a"), ("x", "S", "b"), ("x", "E", "c")]
    laid = sketch._settled(["x", *points], pairs, sketch._points(seen, reach, {}))
    assert laid["x"] == (pytest.approx(4), pytest.approx(-9))


def test_what_another_place_says_of_it_counts_too():
    laid = sketch._settled(
        ["x", "a", "b"], [("a", "S", "x"), ("b", "W", "x")], {"a": (8.0, 5.0), "b": (50.0, -7.0)}
    )
    assert laid["x"] == (8.0, -7.0)


def test_a_place_of_which_nothing_is_said_is_an_error():
    with pytest.raises(ValueError, match="nothing says where x lies"):
        sketch.place(["a", "x"], {"a": "E"}, {"a": 10.0}, neighbours(("x", "N", "a")))


def test_the_middle_of_the_district_is_no_direction_from_the_city():
    pairs = neighbours(("x", "N", "a"), ("x", "W", "b"))
    found = sketch.place(
        ["a", "b", "x"], {"a": "E", "b": "S", "x": "centre"}, {"a": 10.0, "b": 10.0}, pairs
    )
    assert found.loc["x", "basis"] == "by neighbours"


@pytest.fixture(scope="module")
def district() -> pd.DataFrame:
    return sketch.positions()


def test_every_township_of_the_data_is_on_the_map_and_none_on_another(district):
    assert len(district) == 15 and district.notna().all().all()
    apart = [
        math.dist(district.iloc[i][["x", "y"]], district.iloc[k][["x", "y"]])
        for i in range(15)
        for k in range(i)
    ]
    assert min(apart) > 2


def test_printed_distances_are_kept(district):
    # Read by hand: lines 4064, 4394, 4617.
    for township, far in (("guoyuan", 3), ("fengle", 66), ("qingshui", 75)):
        point = district.loc[f"{township}_township"]
        assert math.hypot(point.x, point.y) == pytest.approx(far)


def test_two_townships_stand_by_their_neighbours_and_one_at_the_edge(district):
    of = district.groupby("basis").groups
    assert set(of["by neighbours"]) == {"shangba_township", "dongdong_township"}
    assert set(of["edge of the city"]) == {"quanhu_township"}


def test_the_sides_that_the_map_cannot_meet_are_those_that_contradict_each_other(district):
    off = sketch.held(district, data.neighbours()).query("not holds")
    assert set(zip(off["entity"], off["side"], off["neighbour"], strict=True)) == {
        ("sandun_township", "S", "huangnibao_township"),
        ("huajian_township", "N", "quanhu_township"),
        ("huajian_township", "E", "sandun_township"),
    }
