"""Strips and slopes: where things stand among their kind."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.page import ranks, style

WORDS = {"title": "A finding", "subtitle": "Places", "source": "Somewhere"}
PLACES = pd.DataFrame(
    {"People": [100.0, 300, 200], "Land": [9.0, 1, float("nan")]}, index=["North", "South", "East"]
)
CHANGE = pd.DataFrame({"2020": [10.0, 30], "2021": [20.0, 25]}, index=["Trade", "Farming"])


@pytest.fixture(autouse=True)
def styled():
    style.use()
    yield
    plt.close("all")


def strips(focus: str, values=PLACES) -> plt.Figure:
    return ranks.strips(values, focus, show=dict.fromkeys(values, "{:.0f}".format), **WORDS)


def written(figure: plt.Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def diamonds(figure: plt.Figure) -> list[float]:
    return [line.get_xdata()[0] for line in figure.axes[0].lines if line.get_marker() == "D"]


def strokes(figure: plt.Figure) -> list[float]:
    """Where strokes stand: the lines that go up."""
    found = [line.get_xdata() for line in figure.axes[0].lines if len(line.get_xdata()) == 2]
    return [x[0] for x in found if x[0] == x[1]]


def test_a_place_stands_on_its_strip_in_proportion():
    figure = strips("East")
    low, high, middle = strokes(figure)[:3]
    assert middle == pytest.approx((low + high) / 2)
    assert diamonds(figure) == [middle]


def test_a_place_without_a_value_has_neither_stroke_nor_mark():
    figure = strips("East")
    assert len(strokes(figure)) == 5 and len(diamonds(figure)) == 1


def test_the_ends_of_a_strip_are_written_and_the_focus_once():
    assert written(strips("East")) == ["People", "100", "300", "200", "Land", "1", "9"]
    assert written(strips("South")).count("300") == 1


def test_a_focus_that_is_no_place_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="West is none of the places: North, South, East"):
        strips("West")


def test_a_strip_of_one_value_is_refused_by_name():
    with pytest.raises(ValueError, match="Land"):
        strips("North", PLACES.drop("South"))


def slopes(values=CHANGE, **choice) -> plt.Figure:
    return ranks.slopes(values, show="{:.0f}".format, **choice, **WORDS)


def test_lines_rise_and_fall_on_one_scale():
    trade, farming = (line.get_ydata() for line in slopes().axes[0].lines)
    per = (farming[0] - trade[0]) / 20
    assert trade[1] - trade[0] == pytest.approx(10 * per)
    assert farming[1] - farming[0] == pytest.approx(-5 * per)


def test_of_ranks_the_first_is_on_top():
    ranked = pd.DataFrame({"People": [1, 2], "Income": [2, 1]}, index=["North", "South"])
    north, _ = (line.get_ydata() for line in slopes(ranked, first_on_top=True).axes[0].lines)
    assert north[0] > north[1]


def test_highlighted_lines_are_blue_or_orange_where_they_fall():
    colours = [
        to_hex(line.get_color()) for line in slopes(highlight=list(CHANGE.index)).axes[0].lines
    ]
    assert colours == [style.ACCENT, style.CONTRAST]
    assert {to_hex(line.get_color()) for line in slopes().axes[0].lines} == {style.QUIET}


def test_values_stand_with_their_names_at_both_ends():
    assert {"Trade 10", "20 Trade", "Farming 30", "25 Farming"} <= set(written(slopes()))


def test_slopes_with_a_gap_are_refused():
    with pytest.raises(ValueError, match="without gaps"):
        slopes(CHANGE.replace(25.0, float("nan")))
