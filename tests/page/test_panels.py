"""Panels of paths: each from one year to another."""

import io
from itertools import pairwise

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis.page import panels, style


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def test_panels_of_paths_keep_a_row_for_each_thing_and_year():
    paths = {
        one: pd.DataFrame(
            {"Stated": [level, 2 * level], "Needed": [level, 3 * level]}, [2021, 2026]
        )
        for one, level in (("Output", 10.0), ("Sales", 4.0))
    }
    style.use()
    figure = panels.paths(
        paths, title="A finding", subtitle="Goals", source="Somewhere", show="{:.0f}".format
    )
    table = pd.read_csv(io.StringIO(style.data_of(figure)))
    assert table.columns.tolist() == ["Name", "Year", "Stated", "Needed", "Measure", "Source"]
    assert table.loc[3, ["Name", "Year", "Stated", "Needed"]].tolist() == ["Sales", 2026, 8, 12]


def test_each_panel_is_as_high_as_the_others_and_stands_below_those_before():
    paths = {
        f"Thing {one}": pd.DataFrame({"Stated": [1, 2], "Needed": [1, 3]}, [2021, 2026])
        for one in range(panels.COLUMNS + 1)
    }
    style.use()
    figure = panels.paths(
        paths, title="A finding", subtitle="Goals", source="Somewhere", show="{:.0f}".format
    )
    points = figure.get_size_inches()[1] * 72
    drawn = [axes.get_position() for axes in figure.axes if axes.axison]
    assert len(drawn) == len(paths)
    assert [one.height * points for one in drawn] == pytest.approx([panels.HEIGHT] * len(paths))
    *first, last = drawn
    assert len({round(one.y0 * points, 6) for one in first}) == 1
    wide = figure.get_size_inches()[0] * 72
    steps = [(other.x0 - one.x0) * wide for one, other in pairwise(first)]
    own = (style.paper().width - panels.GAP * (panels.COLUMNS - 1)) / panels.COLUMNS
    assert steps == pytest.approx([own + panels.GAP] * (panels.COLUMNS - 1))
    assert last.y1 < first[0].y0 and last.x0 == pytest.approx(first[0].x0)
