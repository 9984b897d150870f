"""Charts and their style: what is drawn, what is written, and that it fits and can be read."""

import io
from itertools import pairwise

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from analysis.page import charts, layout, style

WORDS = {
    "title": "Farming grew fastest and services added most, by far more than anything else did",
    "subtitle": "Growth at comparable prices, percent, Suzhou District, 2021",
    "source": "Suzhou Yearbook (2022), statistical communique, p. 305",
}
AXIS = {"axis": "Percent"}
GROWTH = pd.Series({"Farming": 10.6, "Industry without construction": 11.1, "Construction": -3.0})
PAIRS = pd.DataFrame(
    {"Size": [20.7, 15.0, 10.2], "Part of growth": [23.5, float("nan"), 3.4]}, index=GROWTH.index
)
RANGES = pd.DataFrame({"low": [9.0, 9.15, 8.0], "high": [9.1, 9.25, 8.0]}, index=GROWTH.index)
SHARES = pd.DataFrame(
    {"Primary": [17.8, 16.3], "Secondary": [25.2, 20.1], "Tertiary": [57.0, 63.6]},
    index=["Output", "Investment"],
)


def show(value: float) -> str:
    return f"{value:.1f}%"


@pytest.fixture(autouse=True)
def styled():
    """Each test draws in the report's style and leaves none of it behind."""
    with mpl.rc_context():
        style.use()
        yield
        plt.close("all")


def drawn(form: str) -> plt.Figure:
    """One chart of a form."""
    if form == "bars":
        return charts.bars(GROWTH, show=show, **AXIS, **WORDS)
    if form == "dumbbells":
        return charts.dumbbells(PAIRS, show=show, **AXIS, **WORDS)
    return charts.stacks(SHARES, show=show, **WORDS)


FORMS = ["bars", "dumbbells", "stacks"]


def texts(figure: plt.Figure) -> list[Text]:
    """Every text that is drawn: ticks beyond an axis's limits are not."""
    figure.canvas.draw()
    hidden = set()
    for axis in [axes.xaxis for axes in figure.axes]:
        low, high = axis.get_view_interval()
        for tick in axis.get_major_ticks():
            if not (axis.get_visible() and low <= tick.get_loc() <= high):
                hidden |= set(tick.findobj(Text))
    found = set(figure.findobj(Text)) - hidden
    return [text for text in found if text.get_text() and text.get_visible()]


def written(figure: plt.Figure) -> list[str]:
    return [" ".join(text.get_text().split()) for text in texts(figure)]


def widths(figure: plt.Figure) -> list[float]:
    return [bar.get_width() for bar in figure.axes[0].patches if isinstance(bar, Rectangle)]


@pytest.mark.parametrize("form", FORMS)
def test_title_subtitle_and_source_are_written_whole(form):
    assert set(WORDS.values()) <= set(written(drawn(form)))


@pytest.mark.parametrize("form", FORMS)
def test_every_row_has_its_label(form):
    labels = SHARES.index if form == "stacks" else GROWTH.index
    assert set(labels) <= set(written(drawn(form)))


@pytest.mark.parametrize("form", ["bars", "dumbbells"])
def test_the_axis_says_what_it_measures(form):
    assert "Percent" in written(drawn(form))


def test_bars_are_as_long_as_their_values_in_the_order_given():
    figure = drawn("bars")
    assert widths(figure) == pytest.approx(GROWTH.tolist())
    low, high = figure.axes[0].get_ylim()
    assert low > high


def test_bars_have_their_values_beside_them():
    assert {"10.6%", "11.1%", "-3.0%"} <= set(written(drawn("bars")))


def test_a_value_below_zero_is_written_to_the_left_of_its_bar():
    notes = {
        note.get_text(): note
        for note in charts.bars(GROWTH, show=show, **AXIS, **WORDS).axes[0].texts
    }
    assert notes["-3.0%"].get_ha() == "right"
    assert notes["10.6%"].get_ha() == "left"


def test_bars_start_from_zero():
    figure = charts.bars(pd.Series({"a": 90.0, "b": 91.0}), show=show, **AXIS, **WORDS)
    assert figure.axes[0].get_xlim()[0] <= 0


def test_highlighted_bars_stand_out_from_the_others():
    figure = charts.bars(GROWTH, show=show, highlight=["Farming"], **AXIS, **WORDS)
    colours = [to_hex(bar.get_facecolor()) for bar in figure.axes[0].patches]
    assert colours == [style.ACCENT, style.QUIET, style.QUIET]


def test_what_rounding_leaves_open_is_drawn_from_end_to_end():
    ranges = pd.DataFrame({"low": GROWTH - 0.5, "high": GROWTH + 0.5})
    figure = charts.bars(GROWTH, show=show, ranges=ranges, **AXIS, **WORDS)
    (lines,) = figure.axes[0].collections
    ends = [segment[:, 0].tolist() for segment in lines.get_segments()]
    assert ends == [pytest.approx([value - 0.5, value + 0.5]) for value in GROWTH]


def test_a_bar_without_a_value_is_refused_by_name():
    with pytest.raises(ValueError, match="none for Industry"):
        charts.bars(
            pd.Series({"Farming": 1.0, "Industry": float("nan")}), show=show, **AXIS, **WORDS
        )


def test_a_row_of_dumbbells_without_numbers_has_its_name_alone():
    values = pd.DataFrame({"Task": [102.0, None], "Done": [131.0, None]}, index=["Told", "Silent"])
    found = written(charts.dumbbells(values, show=show, **AXIS, **WORDS))
    assert "Silent" in found and "nan%" not in found


def test_dumbbells_have_a_mark_and_a_value_for_each_number():
    figure = drawn("dumbbells")
    marks = [
        collection.get_offsets()[:, 0].compressed().tolist()
        for collection in figure.axes[0].collections[1:]
    ]
    assert marks == [[20.7, 15.0, 10.2], [23.5, 3.4]]
    assert [text for text in written(figure) if text.endswith("%")].count("nan%") == 0
    assert {"20.7%", "15.0%", "10.2%", "23.5%", "3.4%"} <= set(written(figure))


def test_an_axis_of_years_has_whole_years_without_a_separator():
    reached = pd.DataFrame({"Wanted": [2026, 2026], "Reached": [2027, 2025]}, ["Sales", "Income"])
    figure = charts.dumbbells(reached, show=lambda _: "", centre=2026, years=True, **AXIS, **WORDS)
    scale = [text for text in written(figure) if text.replace(",", "").replace(".", "").isdigit()]
    assert sorted(scale) == ["2025", "2026", "2027"]


def test_a_row_of_dumbbells_that_is_not_highlighted_is_grey():
    first, *others = PAIRS.index
    figure = charts.dumbbells(PAIRS, show=show, highlight=[first], **AXIS, **WORDS)
    last = figure.axes[0].collections[-1]
    fills = [to_hex(colour) for colour in last.get_facecolors()]
    assert fills == [style.ACCENT.lower()] + [style.QUIET.lower()] * len(others)


def test_the_key_of_dumbbells_names_both_measures():
    assert {"Size", "Part of growth"} <= set(written(drawn("dumbbells")))


def test_the_greater_value_of_a_pair_is_written_to_the_right():
    notes = {note.get_text(): note.get_ha() for note in drawn("dumbbells").axes[0].texts}
    assert (notes["20.7%"], notes["23.5%"]) == ("right", "left")
    assert (notes["3.4%"], notes["10.2%"]) == ("right", "left")


def test_a_mark_between_two_others_has_its_value_above():
    three = PAIRS.assign(Middle=[22.1, 9.0, 12.0]).iloc[:1]
    notes = {
        note.get_text(): (note.get_ha(), note.xyann[1] > 0)
        for note in charts.dumbbells(three, show=show, **AXIS, **WORDS).axes[0].texts
    }
    assert notes["22.1%"] == ("center", True)


def test_a_mark_beside_the_end_of_its_row_leaves_the_room_to_the_end():
    low, high = sorted(PAIRS.iloc[0])
    near = PAIRS.assign(Middle=[high - (high - low) / 100, 9.0, 12.0]).iloc[:1]
    found = written(charts.dumbbells(near, show="{:.3f}".format, **AXIS, **WORDS))
    assert f"{high:.3f}" in found and f"{near['Middle'].iloc[0]:.3f}" not in found


def test_stacks_follow_on_one_another():
    bars = charts.stacks(SHARES, show=show, **WORDS).axes[0].patches
    # Column by column: primary, secondary, tertiary of output and investment.
    assert [bar.get_x() for bar in bars] == pytest.approx([0, 0, 17.8, 16.3, 43.0, 36.4])
    assert [bar.get_width() for bar in bars] == pytest.approx([17.8, 16.3, 25.2, 20.1, 57.0, 63.6])


def test_stacks_of_numbers_fill_the_width_of_the_longest():
    numbers = pd.DataFrame({"Shared": [6, 1], "Alone": [2, 3]}, index=["Money", "Nature"])
    figure = charts.stacks(numbers, show=lambda value: f"{value:.0f}", whole=8, **WORDS)
    assert figure.axes[0].get_xlim() == (0, 8)
    assert {"6", "1", "2", "3"} <= set(written(figure))


def test_the_key_of_stacks_names_every_part():
    assert set(SHARES.columns) <= set(written(drawn("stacks")))


def test_a_value_is_written_inside_its_part_only_where_it_fits():
    narrow = pd.DataFrame({"Most": [99.0], "Least": [1.0]}, index=["Whole"])
    said = written(charts.stacks(narrow, show=show, **WORDS))
    assert "99.0%" in said and "1.0%" not in said


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("colour", "expected"), [("#000000", style.ON_DARK), ("#ffffff", style.ON_LIGHT)]
)
def test_text_on_black_is_white_and_on_white_is_ink(colour, expected):
    assert layout.readable(colour) == expected


@pytest.mark.parametrize("colour", style.PARTS)
def test_text_on_a_part_has_the_better_contrast_of_the_two(colour):
    chosen = contrast(colour, layout.readable(colour))
    assert chosen == pytest.approx(
        max(contrast(colour, "#ffffff"), contrast(colour, style.ON_LIGHT)), abs=1
    )
    # WCAG 2, 1.4.3, for text of this size.
    assert chosen >= 4


@pytest.mark.parametrize("colour", [style.INK, style.MUTED])
def test_text_on_the_page_has_enough_contrast(colour):
    assert contrast(colour, "#ffffff") >= 4.5


def test_parts_differ_from_one_another():
    assert len(set(style.PARTS)) == len(style.PARTS)


def test_neighbouring_parts_differ_in_lightness():
    assert min(contrast(one, other) for one, other in pairwise(style.PARTS)) > 1.25


def test_width_grows_with_the_text_and_its_size():
    assert style.width("wide") < style.width("wider")
    assert style.width("wide", size=24) == pytest.approx(2 * style.width("wide", size=12), rel=0.05)
    assert style.width("wide", bold=True) > style.width("wide")


def test_width_is_that_of_the_longest_line():
    assert style.width("a\nlonger line") == style.width("longer line")


def test_wrap_keeps_every_word_and_stays_within_its_room():
    text = WORDS["title"]
    lines = style.wrap(text, 150).split("\n")
    assert " ".join(lines) == text
    assert len(lines) > 1
    assert max(style.width(line) for line in lines) <= 150


def test_wrap_fills_a_line_before_it_starts_another():
    lines = style.wrap(WORDS["title"], 150).split("\n")
    for line, following in pairwise(lines):
        assert style.width(f"{line} {following.split()[0]}") > 150


def test_wrap_leaves_a_word_that_is_too_long_whole():
    assert style.wrap("a incomprehensibilities b", 20) == "a\nincomprehensibilities\nb"
    assert style.wrap("incomprehensibilities b", 20) == "incomprehensibilities\nb"


def test_parts_that_do_not_fit_one_row_of_the_key_take_another():
    names = pd.Index([f"A rather long name {number}" for number in range(6)])
    rows = layout.key_rows(names)
    assert [name for row in rows for name in row] == list(names)
    assert len(rows) > 1


def test_the_key_of_marks_shows_each_mark_as_the_rows_do():
    figure, axes = plt.subplots()
    names = ["One place", "Another place", "A third"]
    looks = layout.marks(pd.Index(names))
    layout.mark_key(figure, axes, looks)
    shown = [
        (line.get_marker(), line.get_markerfacecolor(), line.get_markeredgecolor())
        for line in figure.get_children()
        if isinstance(line, Line2D)
    ]
    assert shown == [looks[name] for name in names]


def test_a_chart_keeps_what_it_draws():
    # The label's break is the chart's, not the data's.
    table = pd.read_csv(io.StringIO(style.data_of(drawn("bars"))))
    assert table.columns.tolist() == ["Name", "Percent", "Measure", "Source"]
    assert dict(zip(table["Name"], table["Percent"], strict=True)) == GROWTH.to_dict()
    assert set(table["Measure"]) == {WORDS["subtitle"]}
    assert set(table["Source"]) == {WORDS["source"]}


def test_a_chart_keeps_what_rounding_leaves_open():
    figure = charts.bars(GROWTH, show=show, ranges=RANGES, **AXIS, **WORDS)
    table = pd.read_csv(io.StringIO(style.data_of(figure)))
    assert table["Lowest"].tolist() == [9.0, 9.15, 8.0]
    assert table["Highest"].tolist() == [9.1, 9.25, 8.0]


def test_a_chart_keeps_each_of_its_marks_and_what_is_missing():
    table = pd.read_csv(io.StringIO(style.data_of(drawn("dumbbells")))).set_index("Name")
    assert table["Size (Percent)"].tolist() == [20.7, 15.0, 10.2]
    assert table["Part of growth (Percent)"].isna().tolist() == [False, True, False]


def test_a_chart_keeps_the_parts_of_its_wholes():
    table = pd.read_csv(io.StringIO(style.data_of(drawn("stacks")))).set_index("Name")
    assert table.loc["Investment", ["Primary", "Secondary", "Tertiary"]].tolist() == [
        16.3,
        20.1,
        63.6,
    ]


def test_a_chart_of_parts_in_categories_keeps_them():
    # A table of counts has categories for columns, which take no further name.
    shares = SHARES.set_axis(pd.CategoricalIndex(SHARES.columns), axis=1)
    assert "Primary" in style.data_of(charts.stacks(shares, show=show, **WORDS))


def test_data_of_a_chart_are_the_same_on_every_machine():
    # The thirteenth digit depends on the order in which a machine adds.
    values = pd.Series({"Farming": 0.1 + 0.2, "Industry": 1 / 3})
    text = style.data_of(charts.bars(values, show=show, **AXIS, **WORDS))
    assert "Farming,0.3," in text
    assert "Industry,0.333333333333," in text


def test_a_chart_without_its_data_is_refused():
    style.canvas(**WORDS, height=100, left=10)
    with pytest.raises(ValueError, match=r"style\.keep"):
        style.show()


def test_more_parts_than_colours_are_refused():
    parts = pd.DataFrame([[10] * 9], index=["All"], columns=[f"Part {n}" for n in range(9)])
    with pytest.raises(ValueError, match="9 parts, and 8 colours"):
        charts.stacks(parts, title="T", subtitle="S", source="Z", show=str)
