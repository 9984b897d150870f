"""Panels of bars: the same rows in each, every value written, nothing cut."""

import io

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis.page import panels, style

TABLE = pd.DataFrame(
    {"People": [300.0, 100], "Land": [5.0, float("nan")], "Income": [9.0, 8], "Roads": [0.0, 4]},
    index=["North", "South"],
)


def drawn(table: pd.DataFrame = TABLE, **choice) -> plt.Figure:
    style.use()
    return panels.bars(
        table,
        title="A finding",
        subtitle="Places",
        source="Somewhere",
        show={name: "{:.0f}".format for name in table.columns},
        **choice,
    )


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def plots(figure: plt.Figure) -> list[plt.Axes]:
    return [axes for axes in figure.axes if axes.patches]


def test_there_is_a_panel_for_each_column_named_above_it():
    figure = drawn()
    assert len(plots(figure)) == 4
    assert {"People", "Land", "Income", "Roads"} <= {text.get_text() for text in figure.texts}


def test_bars_are_as_long_as_their_values_and_a_missing_one_is_a_dash():
    land = plots(drawn())[1]
    assert [bar.get_width() for bar in land.patches] == [5, 0]
    assert [text.get_text() for text in land.texts] == ["5", "–"]


def test_rows_are_named_once_in_each_line_of_panels():
    named = [
        {"North", "South"} <= {text.get_text() for text in axes.texts} for axes in plots(drawn())
    ]
    assert named == [True, False, False, True]


def test_highlighted_panels_stand_out():
    colours = [axes.patches[0].get_facecolor() for axes in plots(drawn(highlight=["Land"]))]
    assert len({colours[0], colours[2], colours[3]}) == 1
    assert colours[1] != colours[0]


def test_every_value_lies_inside_its_chart():
    figure = drawn()
    figure.canvas.draw()
    page = figure.bbox
    for axes in plots(figure):
        for text in axes.texts:
            box = text.get_window_extent()
            assert page.x0 - 1 <= box.x0 and box.x1 <= page.x1 + 1


def test_a_negative_value_is_refused():
    with pytest.raises(ValueError, match="no negative value"):
        drawn(-TABLE)


def test_panels_of_bars_keep_what_they_draw():
    table = pd.read_csv(io.StringIO(style.data_of(drawn()))).set_index("Name")
    assert table["People"].to_dict() == {"North": 300, "South": 100}
    assert table["Land"].isna().tolist() == [False, True]


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
