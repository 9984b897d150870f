"""Slopes: how things of one kind changed places."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.page import ranks, style

WORDS = {"title": "A finding", "subtitle": "Places", "source": "Somewhere"}
CHANGE = pd.DataFrame({"2020": [10.0, 30], "2021": [20.0, 25]}, index=["Trade", "Farming"])


@pytest.fixture(autouse=True)
def styled():
    style.use()
    yield
    plt.close("all")


def written(figure: plt.Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def slopes(values=CHANGE, **choice) -> plt.Figure:
    return ranks.slopes(values, show="{:.0f}".format, **choice, **WORDS)


def test_lines_rise_and_fall_on_one_scale():
    trade, farming = (line.get_ydata() for line in slopes().axes[0].lines)
    per = (farming[0] - trade[0]) / 20
    assert trade[1] - trade[0] == pytest.approx(10 * per)
    assert farming[1] - farming[0] == pytest.approx(-5 * per)


def test_highlighted_lines_are_blue_or_orange_where_they_fall():
    colours = [
        to_hex(line.get_color()) for line in slopes(highlight=list(CHANGE.index)).axes[0].lines
    ]
    assert colours == [style.ACCENT, style.CONTRAST]
    assert {to_hex(line.get_color()) for line in slopes().axes[0].lines} == {style.QUIET}


def test_values_stand_with_their_names_at_both_ends():
    assert {"Trade 10", "20 Trade", "Farming 30", "25 Farming"} <= set(written(slopes()))


def test_a_line_alone_bears_numbers_only():
    assert {"10", "20"} <= set(written(slopes(CHANGE.loc[["Trade"]])))


def test_a_long_name_of_a_column_has_room():
    name = "2020, by the first of two counts"
    line, *_ = slopes(CHANGE.set_axis([name, "2021"], axis=1)).axes[0].lines
    assert line.get_xdata()[0] >= style.width(name, bold=True)


def test_slopes_with_a_gap_are_refused():
    with pytest.raises(ValueError, match="without gaps"):
        slopes(CHANGE.replace(25.0, float("nan")))
