"""Panels of paths: each from one year to another."""

import io

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
