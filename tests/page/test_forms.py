"""What holds for every chart form, at a desk and on a phone: nothing is cut, met, or too small."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest

from analysis.page import charts, flows, locator, maps, panels, parts, style, svg
from drawings import SVG, lines, meeting, outside, root, size, texts

WORDS = {
    "title": "Farming grew fastest and services added most, by far more than anything else did",
    "subtitle": "Growth at comparable prices, percent, Suzhou District (Jiuquan, Gansu), 2021",
    "source": "Suzhou Yearbook (2022), statistical communique, p. 305; finance bureau, p. 87",
}
LABELS = ["Farming", "Agriculture, forestry, animal husbandry and fishery", "Construction"]
VALUES = pd.Series([10.6, 11.1, -3.0], index=LABELS)
SIZES = pd.Series(
    {"Social security and employment": 91.0, "Education": 88.5, "Housing": 9.0, "Sport": 0.4}
)
LINKS = pd.DataFrame(
    [
        ("Own taxes", "Budget", 8.0),
        ("Transfers from the province and above", "Budget", 30.0),
        ("Budget", "Education", 20.0),
        ("Budget", "Social security and employment", 17.9),
        ("Budget", "Sport", 0.1),
    ],
    columns=["source", "target", "value"],
)
NAMES = ["Xifeng", "Guoyuan", "Quanhu", "Yinda", "Huangnibao", "Qingshui", "Fengle"]
PLACES = pd.DataFrame(
    [
        maps.position(*at)
        for at in [(225, 4), (315, 3), (90, 1), (0, 7), (67, 27), (115, 75), (120, 66)]
    ],
    index=NAMES,
    columns=["x", "y"],
).assign(
    told=["shops to let", "vegetable seed", "visitors", "seed firms", "herds", "mines", "work"],
    shade=pd.Categorical(["Oats", "Corn", "Corn", None, None, "Oats", "Oats"]),
    approximate=[False] * 6 + [True],
)
LAND = pd.DataFrame(
    [("Land", 1, 80, 30), ("Land", 1, 120, 22), ("Land", 1, 115, 48), ("Part", 1, 95, 35)],
    columns=["place", "ring", "longitude", "latitude"],
)
TOWNS = pd.DataFrame(
    {"longitude": [98.5, 117, 105], "latitude": [36.7, 26, 37]},
    index=["The district of the report", "A town with its namesake\nby the sea", "Capital"],
)
YEARS = {
    name: pd.DataFrame({"Stated": [1.0, 2.0], "Needed": [1.0, 2.1]}, [2021, 2026])
    for name in ["Output", "Retail sales of consumer goods", "Sales"]
}


def show(value: float) -> str:
    return f"{value:.1f}%".replace("-", "−")


def write(form, *args, **choice) -> plt.Figure:
    return form(*args, **choice, **WORDS)


AXIS = {"axis": "Percent", "show": show}
TWO = pd.DataFrame({"In 2020": [10.0, 10.2, 3.0], "In 2021": [10.3, 10.1, 3.0]}, index=LABELS)
FORMS = {
    "bars": lambda: write(charts.bars, VALUES, **AXIS),
    "dumbbells": lambda: write(charts.dumbbells, TWO, **AXIS),
    "stacks": lambda: write(charts.stacks, SIZES.to_frame().T * 100 / SIZES.sum(), show=show),
    "panels of paths": lambda: write(panels.paths, YEARS, show=show),
    "waterfall": lambda: write(flows.waterfall, VALUES, end="All", show=show),
    "flow": lambda: write(flows.flow, LINKS, show=show, highlight=["Education"]),
    "nested": lambda: write(parts.nested, SIZES, show=show),
    "tiles": lambda: write(parts.tiles, SIZES, show=show, highlight=["Education"]),
    "map": lambda: write(maps.places, PLACES, centre="The city"),
    "locator": lambda: write(
        locator.locate, LAND, TOWNS, shaded="Part", highlight="The district of the report"
    ),
}


@pytest.fixture(scope="module")
def pictures():
    """Each form's drawings and data, made once."""
    with mpl.rc_context():
        style.use()
        made = {}
        for name, form in FORMS.items():
            made[name] = svg.unpacked(style.picture(form()))
            plt.close("all")
        return made


@pytest.fixture(params=[0, 1], ids=["desk", "phone"])
def drawing(request, pictures, form):
    return pictures[form][request.param]


each_form = pytest.mark.parametrize("form", FORMS)


@each_form
def test_every_text_lies_inside_its_picture(drawing):
    assert not outside(drawing)


@pytest.mark.parametrize("form", ["bars", "stacks"])
def test_no_letter_of_a_label_that_fills_its_room_is_cut(form):
    # Its first line is as wide as the room for labels at a desk: nothing beside it is to spare.
    labels = ["Upper-level funds won by the organs committee", "Sport"]
    with mpl.rc_context():
        style.use()
        if form == "bars":
            figure = write(charts.bars, pd.Series([3.0, 2.0], index=labels), **AXIS)
        else:
            cut = pd.DataFrame({"Won": [30.0, 20.0], "Not": [70.0, 80.0]}, index=labels)
            figure = write(charts.stacks, cut, show=show)
        for drawing in svg.unpacked(style.picture(figure))[:2]:
            assert [one for one in lines(drawing) if one.text.startswith("Upper-level")]
            assert not outside(drawing) and not meeting(drawing)
        plt.close("all")


@each_form
def test_no_text_runs_over_another(drawing):
    assert not meeting(drawing)


@each_form
def test_no_text_is_smaller_than_can_be_read(drawing):
    assert min(line.size for line in lines(drawing)) >= 12


@each_form
def test_title_subtitle_and_source_are_written_whole_each_as_one_text(drawing):
    said = texts(drawing)
    assert WORDS["title"] in said and WORDS["subtitle"] in said
    assert [text for text in said if text.startswith(WORDS["source"])]


@each_form
def test_a_chart_is_as_wide_as_the_column(pictures, form):
    # 42 rem at a desk; 390 pixels without the page's margins on a phone.
    assert [size(one)[0] for one in pictures[form][:2]] == [672, 358]


@each_form
def test_a_drawing_has_no_ids_that_could_meet_on_a_page(drawing):
    assert not [one for one in root(drawing).iter() if "id" in one.attrib or "href" in one.attrib]


@each_form
def test_a_drawing_takes_its_colours_from_the_palette(drawing):
    palette = {style.INK, style.MUTED, style.LINE, style.GROUND, style.ACCENT, style.CONTRAST}
    palette |= {style.QUIET, style.ON_DARK, style.ON_LIGHT, *style.PARTS, *style.SHADES, "none"}
    used = {one.get(what) for one in root(drawing).iter() for what in ("fill", "stroke")} - {None}
    assert used <= palette


@each_form
def test_a_chart_keeps_its_data_with_measure_and_source(pictures, form):
    head, *rows = pictures[form][2].splitlines()
    assert head.endswith("Measure,Source") and len(rows) >= 2 - (form == "stacks")


@each_form
def test_two_drawings_are_the_same_bytes(pictures, form):
    with mpl.rc_context():
        style.use()
        again = svg.unpacked(style.picture(FORMS[form]()))
        plt.close("all")
    assert again == pictures[form]


@each_form
def test_what_is_taken_away_needs_no_font(pictures, form):
    away = root(svg.outlined(pictures[form][0]))
    assert not list(away.iter(f"{SVG}text"))
    assert len(list(away.iter(f"{SVG}use"))) > 50


@pytest.fixture(scope="module", params=["bars", "dumbbells", "stacks"])
def inset(request):
    """Forms as they stand beside a paragraph."""
    with mpl.rc_context():
        style.use()
        figure = FORMS[request.param]()
        made = svg.unpacked(style.picture(figure, small=True))[1]
        plt.close("all")
        return made


def test_a_small_chart_leaves_title_source_and_scale_to_the_words_beside(inset):
    said = texts(inset)
    assert WORDS["subtitle"] in said
    assert WORDS["title"] not in said and WORDS["source"] not in said
    assert "Percent" not in said  # the axis


def test_nothing_of_a_small_chart_is_cut_met_or_too_small_to_be_read(inset):
    assert not outside(inset) and not meeting(inset)
    assert min(line.size for line in lines(inset)) >= 12
    assert size(inset)[0] == style.SMALL.width


def test_a_small_chart_is_marked_and_the_drawing_that_is_taken_away_is_whole():
    with mpl.rc_context():
        style.use()
        desk, small, _ = svg.unpacked(style.picture(FORMS["bars"](), small=True))
        plt.close("all")
    assert root(small).get("class") == "inset" and root(desk).get("class") is None
    assert WORDS["title"] in texts(desk)
