"""Steps and flows: what adds up, and what leads where."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch, Rectangle

from analysis.page import flows, style

WORDS = {"title": "A finding", "subtitle": "Percent", "source": "Somewhere"}
STEPS = pd.Series({"Farming": 4.0, "Industry": 3.0, "Finance": -2.0})
LINKS = pd.DataFrame(
    [("Taxes", "Budget", 10.0), ("Grants", "Budget", 30.0), ("Budget", "Schools", 25.0)],
    columns=["source", "target", "value"],
)


@pytest.fixture(autouse=True)
def styled():
    style.use()
    yield
    plt.close("all")


def spans(figure: plt.Figure) -> list[tuple[float, float]]:
    """Where bars begin and how long they are."""
    found = [one for one in figure.axes[0].patches if isinstance(one, Rectangle)]
    return [(bar.get_x(), bar.get_width()) for bar in found]


def written(figure: plt.Figure) -> set[str]:
    return {text.get_text() for text in figure.axes[0].texts}


def waterfall(steps=STEPS, **choice) -> plt.Figure:
    return flows.waterfall(steps, show="{:+.0f}".format, **choice, **WORDS)


def test_each_step_begins_where_the_last_one_ended():
    assert spans(waterfall()) == [(0, 4), (4, 3), (7, -2)]


def test_start_and_end_reach_from_zero():
    assert spans(waterfall(start=("Before", 10.0), end="After")) == [
        (0, 10), (10, 4), (14, 3), (17, -2), (0, 15),
    ]  # fmt: skip


def test_losses_are_orange_gains_blue_and_those_not_named_quiet():
    colours = [
        to_hex(bar.get_facecolor()) for bar in waterfall(highlight=["Farming"]).axes[0].patches
    ]
    assert colours == [style.ACCENT, style.QUIET, style.CONTRAST]


def test_changes_are_written_beside_their_bars():
    assert {"+4", "+3", "-2"} <= written(waterfall())


def test_a_step_without_a_value_is_refused_by_name():
    with pytest.raises(ValueError, match="none for Industry"):
        waterfall(pd.Series({"Farming": 1.0, "Industry": float("nan")}))


def flow(links=LINKS, **choice) -> plt.Figure:
    return flows.flow(links, show="{:.0f}".format, **choice, **WORDS)


def nodes(figure: plt.Figure) -> list[Rectangle]:
    return [one for one in figure.axes[0].patches if isinstance(one, Rectangle)]


def bands(figure: plt.Figure) -> list[PathPatch]:
    return [one for one in figure.axes[0].patches if isinstance(one, PathPatch)]


def test_bands_and_names_are_as_tall_as_their_amounts():
    figure = flow(height=200)
    # 40 in all in the fullest column: five pixels each.
    assert [round(node.get_height()) for node in nodes(figure)] == [50, 150, 200, 125]
    starts = [band.get_path().vertices[[0, 7], 1] for band in bands(figure)]
    assert [round(top - low) for top, low in starts] == [50, 150, 125]


def test_names_stand_in_columns_by_what_leads_to_them():
    left = [node.get_x() for node in nodes(flow())]
    assert left[0] == left[1] < left[2] < left[3]


def test_bands_of_one_name_lie_on_one_another_without_gap():
    first, second = (band.get_path().vertices for band in bands(flow())[:2])
    # At the budget: the upper band ends where the lower one begins.
    assert first[4, 1] == pytest.approx(second[3, 1])


def test_bands_of_a_highlighted_name_are_blue():
    colours = [to_hex(band.get_facecolor()) for band in bands(flow(highlight=["Grants"]))]
    assert colours == [style.QUIET, style.ACCENT, style.QUIET]


def test_each_name_has_the_greater_of_what_comes_and_what_goes():
    # The budget takes in 40 and gives out 25; each line of a label is a text of its own.
    assert {"10", "30", "40", "25"} <= written(flow())


def test_a_band_without_an_amount_is_refused_by_its_ends():
    with pytest.raises(ValueError, match="Taxes to Budget"):
        flow(LINKS.assign(value=[0.0, 30, 25]))


def test_bands_in_a_circle_are_refused():
    circle = pd.DataFrame({"source": ["a", "b"], "target": ["b", "a"], "value": [1.0, 1.0]})
    with pytest.raises(ValueError, match="circle"):
        flow(circle)
