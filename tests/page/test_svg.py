"""Drawings: what they say of each mark, what travels with them, letters as outlines."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis.page import lettering, style, svg
from drawings import SVG, lines, root, texts

DESK, PHONE = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="9" font-size="15" '
    f'font-family="Yearbook Sans, sans-serif">\n<text x="1" y="8">{side}</text>\n</svg>\n'
    for side in (672, 358)
)
DATA = 'Name,Percent\n"Trade, <retail> & other",1\n'


@pytest.fixture(autouse=True)
def styled():
    style.use()
    yield
    plt.close("all")


@pytest.fixture
def plot():
    """A plot of a hundred pixels by fifty, the scale in pixels."""
    figure = plt.figure(figsize=(100 / 72, 50 / 72))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, 100), ylim=(0, 50))
    axes.set_axis_off()
    return figure, axes


def marks(figure: plt.Figure, tag: str) -> list[dict[str, str]]:
    return [one.attrib for one in root(svg.drawing(figure, 15, style.INK)).iter(f"{SVG}{tag}")]


def test_a_mark_says_its_colours_as_attributes(plot):
    figure, axes = plot
    axes.add_patch(plt.Rectangle((10, 20), 30, 5, facecolor=style.ACCENT, linewidth=0))
    assert marks(figure, "path") == [{"fill": style.ACCENT, "d": "M10 30H40V25H10z"}]


def test_a_bar_of_nothing_is_not_drawn_and_a_line_of_no_width_is(plot):
    figure, axes = plot
    axes.add_patch(plt.Rectangle((10, 20), 0, 5, facecolor=style.ACCENT, edgecolor="white"))
    axes.plot([30, 30], [10, 40], color=style.QUIET)
    assert [one["d"] for one in marks(figure, "path")] == ["M30 40V10"]


def test_a_path_goes_on_across_down_and_askew(plot):
    figure, axes = plot
    axes.plot([10, 20, 20, 20, 35], [10, 10, 10, 30, 45], color=style.QUIET)
    assert [one["d"] for one in marks(figure, "path")] == ["M10 40H20V20L35 5"]


def test_a_circle_is_a_circle_as_a_patch_and_as_a_mark(plot):
    figure, axes = plot
    axes.add_patch(plt.Circle((10, 20), 4, facecolor=style.QUIET, linewidth=0))
    axes.plot([30], [40], marker="o", markersize=6, color=style.QUIET)
    places = [(one["cx"], one["cy"], one["r"]) for one in marks(figure, "circle")]
    assert places == [("10", "30", "4"), ("30", "10", "3")]


def test_a_mark_past_its_plot_is_not_cut(plot):
    figure, axes = plot
    axes.add_patch(plt.Rectangle((90, 5), 30, 10, facecolor=style.LINE, linewidth=0))
    assert marks(figure, "path")[0]["d"] == "M90 45H120V35H90z"


def test_text_says_size_and_colour_only_where_they_are_not_the_drawings(plot):
    figure, axes = plot
    style.write(axes, "plain", (0, 10))
    style.write(axes, "small", (0, 30), size=12, color=style.MUTED, bold=True)
    plain, small = marks(figure, "text")
    assert set(plain) == {"x", "y"}
    assert (small["font-size"], small["font-weight"], small["fill"]) == ("12", "600", style.MUTED)


def test_the_lines_of_a_text_are_one_text_for_search_and_selection(plot):
    figure, axes = plot
    style.write(axes, "two words\non two lines\nand three", (50, 25), ha="center")
    assert texts(svg.drawing(figure, 15, style.INK)) == ["two words on two lines and three"]


def test_baselines_are_evenly_apart_whatever_the_letters(plot):
    figure, axes = plot
    style.write(axes, "gypsy\nnone\nÄÖÜ", (0, 25))
    first, second, third = lines(svg.drawing(figure, 15, style.INK))
    assert second.top - first.top == pytest.approx(15 * style.LEADING, abs=0.02)
    assert third.top - second.top == pytest.approx(15 * style.LEADING, abs=0.02)


def test_a_turned_text_is_refused(plot):
    figure, axes = plot
    axes.text(50, 25, "turned", rotation=90)
    with pytest.raises(ValueError, match="no turned text: 'turned'"):
        svg.drawing(figure, 15, style.INK)


def test_what_is_packed_comes_out_as_it_was():
    assert svg.unpacked(svg.packed(DESK, PHONE, DATA)) == (DESK, PHONE, DATA)


def test_a_packed_chart_shows_the_drawing_for_the_desk_alone():
    top = root(svg.packed(DESK, PHONE, DATA))
    assert top.get("width") == "672"
    assert [one.text for one in top.findall(f"{SVG}text")] == ["672"]


@pytest.mark.parametrize("other", ["<svg></svg>", DESK, "no SVG"])
def test_another_svg_is_no_chart(other):
    with pytest.raises(ValueError, match="not a chart of this report"):
        svg.unpacked(other)


def test_letters_taken_away_stand_where_the_text_stood(plot):
    figure, axes = plot
    style.write(axes, "AV", (90, 25), ha="right")
    away = root(svg.outlined(svg.drawing(figure, 15, style.INK)))
    (line,) = lines(svg.drawing(figure, 15, style.INK))
    start = next(one for one in away.iter(f"{SVG}g") if one.get("transform")).get("transform")
    left = float(start.removeprefix("translate(").split()[0])
    assert left == pytest.approx(90 - lettering.width("AV", 15), abs=0.02)
    assert left == pytest.approx(line.left, abs=0.02)
    _, second = away.iter(f"{SVG}use")
    # A and V are kerned: nearer than the width of an A, 544 thousandths.
    assert 480 < float(second.get("x")) < 540


def test_a_letter_is_outlined_once(plot):
    figure, axes = plot
    style.write(axes, "noon", (0, 10))
    style.write(axes, "no", (0, 30), bold=True)
    away = root(svg.outlined(svg.drawing(figure, 15, style.INK)))
    names = [one.get("id") for one in away.find(f"{SVG}defs")]
    assert len(names) == len(set(names)) == 4  # n and o in two weights


def test_what_is_taken_away_has_a_white_ground_with_a_margin(plot):
    figure, _ = plot
    away = root(svg.outlined(svg.drawing(figure, 15, style.INK)))
    assert away.get("viewBox") == "-16 -16 132 82"
    assert away[0].attrib == {
        "fill": "#ffffff", "x": "-16", "y": "-16", "width": "132", "height": "82",
    }  # fmt: skip


def test_a_chart_not_made_by_a_form_is_refused():
    figure, _ = style.canvas("A finding", "Percent", "Somewhere", height=50, left=0)
    figure.drawn = pd.DataFrame({"Name": ["a"]})
    with pytest.raises(ValueError, match=r"style\.form"):
        style.picture(figure)
