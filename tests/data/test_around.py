"""Places, neighbours, portraits and events: each law broken once, and the yearbook's text."""

import pandas as pd
import pytest

from analysis import data
from analysis.data import source


def add(folder, name: str, row: str) -> None:
    folder.write(name, folder.read(name) + row + "\n")


def test_twelve_townships_have_a_direction_and_a_distance():
    places = data.places()
    distant = {one.entity for one in data.figures(indicator="distance_to_city")}
    both = distant & set(places.index)
    assert len(both) == 12
    assert set(places.loc[list(both), "reference"]) == {"from the city", "part of the district"}


@pytest.mark.parametrize(
    ("township", "direction", "line"),
    [("xifeng", "SW", 4009), ("yinda", "N", 4164), ("jinfosi", "SE", 4667), ("xidong", "S", 4483)],
)
def test_directions_read_by_hand(township, direction, line):
    row = data.places().loc[f"{township}_township"]
    assert (row["direction"], row["line"]) == (direction, line)


def test_townships_that_name_each_other_name_opposite_sides_but_for_one_pair():
    opposite = {"N": "S", "S": "N", "E": "W", "W": "E"}
    sides = data.neighbours().query("side != ''").set_index(["entity", "neighbour"])["side"]
    odd = {
        frozenset(pair)
        for pair, side in sides.items()
        if (pair[1], pair[0]) in sides.index and sides[pair[1], pair[0]] != opposite[side]
    }
    assert odd == {frozenset({"huajian_township", "sandun_township"})}


def test_the_year_has_its_events_in_order():
    events = data.events()
    assert len(events) == 21
    assert events["date"].is_monotonic_increasing and events["line"].is_monotonic_increasing
    assert set(events["date"].str[:4]) == {"2021"}


def test_a_headline_is_short():
    assert data.events()["headline_en"].str.split().str.len().max() <= 14


def test_a_digit_in_a_headline_is_a_fault(folder):
    add(folder, "events.csv", "2021-03-01,beta,6,economy,All 7 schools open,学校,,,")
    assert (folder.fault().file, folder.fault().column) == ("events.csv", "headline_en")


def test_the_figure_of_an_event_is_one_of_its_document(folder):
    add(folder, "events.csv", "2021-03-01,beta,6,economy,Schools open,学校,grain,2021,level")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("events.csv", 2, "indicator")
    assert "no observation is beta, grain, 2021, level" in fault.problem


def test_an_event_with_the_figure_of_its_document_is_sound(folder):
    add(folder, "events.csv", "2021-03-01,beta,6,economy,Schools open,学校,schools,2021,level")
    assert data.read_all(folder.path)[1] == []


@pytest.mark.parametrize(
    ("neighbour", "said"),
    [("suzhou", "no neighbour of itself"), ("a river", "neither an entity nor a Chinese name")],
)
def test_a_neighbour_is_another_entity_or_a_chinese_name(folder, neighbour, said):
    add(folder, "neighbours.csv", f"suzhou,N,{neighbour},beta,6,学校,")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("neighbours.csv", 2, "neighbour")
    assert said in fault.problem


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("places.csv", "suzhou,N,from the city,beta,5,学校,"),
        ("neighbours.csv", "suzhou,N,河,beta,5,河,"),
        ("known_for.csv", "suzhou,lives on melons,beta,5,瓜"),
        ("events.csv", "2021-03-01,beta,5,economy,Schools open,学校,,,"),
    ],
)
def test_what_is_said_of_a_document_stands_inside_it(folder, name, row):
    add(folder, name, row)
    assert (folder.fault().file, folder.fault().column) == (name, "line")


def test_a_name_that_is_not_on_its_line_is_found(small):
    add(small, "places.csv", "suzhou,N,from the city,beta,6,北部,")
    add(small, "known_for.csv", "suzhou,lives on schools and melons,beta,6,学校;瓜")
    add(small, "events.csv", "2021-03-01,beta,6,economy,Schools open,学校;书院,,,")
    found = source.absent_names({"2022": small.read("text.txt").split("\n")})
    expected = [
        ("places", 2, 6, "北部"),
        ("known_for", 2, 6, "瓜"),
        ("events", 2, 6, "书院"),
    ]
    pd.testing.assert_frame_equal(
        found, pd.DataFrame(expected, columns=["table", "row", "line", "printed"])
    )


def test_every_name_stands_on_its_line(yearbook):
    assert source.absent_names(yearbook).empty
