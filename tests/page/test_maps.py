"""Maps: directions hold, distances by their roots, a kind has a colour; a locator keeps areas."""

from math import hypot

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Circle, Polygon

from analysis.page import locator, maps, style

WORDS = {"title": "A finding", "subtitle": "Places", "source": "Somewhere"}
PLACES = pd.DataFrame(
    {"x": [0.0, 36, -4], "y": [16.0, 0, 0]}, index=["Northville", "Easton", "Weston"]
)


@pytest.fixture(autouse=True)
def styled():
    style.use()
    yield
    plt.close("all")


def drawn(table=PLACES, **choice) -> plt.Figure:
    return maps.places(table, centre="City", **choice, **WORDS)


def circles(figure: plt.Figure) -> list[Circle]:
    return [one for one in figure.axes[0].patches if isinstance(one, Circle)]


def city(figure: plt.Figure) -> tuple[float, float]:
    (mark,) = [line for line in figure.axes[0].lines if line.get_marker() == "s"]
    return mark.get_xdata()[0], mark.get_ydata()[0]


def test_bearings_go_clockwise_from_north():
    assert maps.position(0, 5) == pytest.approx((0, 5))
    assert maps.position(90, 5) == pytest.approx((5, 0))
    assert maps.position(225, 2) == pytest.approx((-(2**0.5), -(2**0.5)))


def test_places_lie_in_their_direction_at_the_root_of_their_distance():
    figure = drawn()
    x0, y0 = city(figure)
    north, east, west = ((one.center[0] - x0, one.center[1] - y0) for one in circles(figure))
    assert north[0] == pytest.approx(0) and north[1] > 0
    assert east[1] == pytest.approx(0) and east[0] > 0 > west[0]
    # 16, 36 and 4 km: four, six and two.
    assert [hypot(*one) / hypot(*north) for one in (east, west)] == pytest.approx([1.5, 0.5])


def test_a_few_words_stand_under_a_name():
    figure = drawn(PLACES.assign(told=["figs", "ore", "tin"]))
    low = {text.get_text(): text.get_position()[1] for text in figure.axes[0].texts}
    assert low["figs"] < low["Northville"] and low["tin"] < low["Weston"]


def test_every_place_and_the_centre_is_named():
    said = {text.get_text() for text in drawn().axes[0].texts}
    assert {"City", "Northville", "Easton", "Weston", "10 km"} <= said


def test_the_map_says_that_it_is_schematic():
    assert any("directions are broad" in text.get_text() for text in drawn().texts)


def test_an_uncertain_place_has_a_dashed_edge():
    sure, unsure, also_sure = circles(drawn(PLACES.assign(approximate=[False, True, False])))
    assert unsure.get_linestyle() not in ("-", "solid")
    assert sure.get_linestyle() == also_sure.get_linestyle() != unsure.get_linestyle()


def test_a_place_without_a_position_is_refused_by_name():
    with pytest.raises(ValueError, match="none for Northville"):
        drawn(PLACES.replace(16.0, float("nan")))


def kinds(*of: str | None) -> pd.DataFrame:
    return PLACES.assign(shade=pd.Categorical(of, dict.fromkeys(filter(None, of))))


def test_kinds_have_a_colour_each_and_are_named_above():
    figure = drawn(kinds("Corn", None, "Oats"))
    colours = {to_hex(one.get_facecolor()) for one in circles(figure)}
    assert colours == {style.QUIET, style.ACCENT, style.GROUND}
    assert {"Corn", "Oats"} <= {text.get_text() for text in figure.texts}
    assert list(figure.drawn["Shade"].dropna()) == ["Corn", "Oats"]


def test_a_third_kind_has_no_colour():
    with pytest.raises(ValueError, match="two colours for kinds, not 3"):
        drawn(kinds("Corn", "Oats", "Rye"))


SQUARES = pd.DataFrame(
    [
        (place, ring, longitude, latitude)
        for place, ring, west, south, side in [
            ("Country", 1, 95, 25, 16),
            ("Country", 2, 113, 22, 2),
            ("Province", 1, 97, 33, 6),
        ]
        for longitude, latitude in [
            (west, south), (west + side, south), (west + side, south + side), (west, south + side)
        ]
    ],
    columns=["place", "ring", "longitude", "latitude"],
)  # fmt: skip
TOWNS = pd.DataFrame(
    {"longitude": [98.0, 110], "latitude": [38.0, 30]}, index=["Northwest", "Southeast"]
)


def located(outlines=SQUARES, towns=TOWNS, **choice) -> plt.Figure:
    choice = {"shaded": "Province", "highlight": "Northwest"} | choice
    return locator.locate(outlines, towns, **choice, **WORDS)


def test_the_middle_of_the_projection_is_drawn_at_nought_and_its_meridian_upright():
    assert locator.projected(*locator.MIDDLE) == pytest.approx((0, 0), abs=1e-9)
    east, north = locator.projected(locator.MIDDLE[0], 45)
    assert east == pytest.approx(0) and north > 0


def test_a_parallel_without_distortion_has_its_true_length():
    # A degree of longitude at 25 north: 6371 km x cos 25 degrees x pi / 180, by hand 100.777 km.
    (west, low), (east, high) = locator.projected(100, 25), locator.projected(100.1, 25)
    assert hypot(east - west, high - low) == pytest.approx(10.0777, abs=0.0005)


def test_areas_are_in_proportion_wherever_they_lie():
    def area(longitude: float, latitude: float) -> float:
        steps = [(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1)]
        points = [locator.projected(longitude + x, latitude + y) for x, y in steps]
        following = [*points[1:], points[0]]
        return abs(sum(a * d - b * c for (a, b), (c, d) in zip(points, following, strict=True))) / 2

    # On a sphere the two are as the differences of the sines of their latitudes: by hand 0.7543.
    assert area(80, 50) / area(120, 31.6) == pytest.approx(0.7543, abs=0.0005)


def test_the_shaded_place_is_darker_and_each_ring_is_drawn():
    shapes = [one for one in located().axes[0].patches if isinstance(one, Polygon)]
    light, dark = style.SHADES[0], style.SHADES[2]
    assert [to_hex(one.get_facecolor()) for one in shapes] == [light, light, dark]


def test_the_town_that_the_map_is_about_stands_out_and_lies_where_it_is():
    main, other = circles(located())
    assert [to_hex(one.get_facecolor()) for one in (main, other)] == [style.ACCENT, style.MUTED]
    assert main.radius > other.radius
    assert main.center[0] < other.center[0] and main.center[1] > other.center[1]
    assert located().drawn["Name"].tolist() == ["Northwest", "Southeast"]


@pytest.mark.parametrize(
    ("choice", "say"),
    [
        ({"shaded": "Elsewhere"}, "no outline of 'Elsewhere'"),
        ({"highlight": "Nowhere"}, "'Nowhere' is none of the towns: Northwest, Southeast"),
        ({"towns": TOWNS.replace(38.0, 98.0)}, "a point of Northwest"),
        ({"outlines": SQUARES.replace(22, float("nan"))}, "a point of Country"),
    ],
)
def test_what_lies_nowhere_is_refused(choice, say):
    with pytest.raises(ValueError, match=say):
        located(**choice)
