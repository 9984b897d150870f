"""Charts on the page: drawn in it, named, and to be downloaded."""

import pytest
from reading import charts
from reading.page import Page
from reading.tree import parsed, select, serialised

from analysis.page import svg

DATA = "Name,Percent\nFarming & seed,1.5\n"
DESK, PHONE = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="99" '
    f'viewBox="0 0 {side} 99" fill="#1d2730" font-family="Yearbook Sans, sans-serif" '
    f'font-size="15">\n<path fill="#1b6ca8" d="M0 0L9 9"/>\n<text x="1" y="20">At {side}</text>\n'
    "</svg>\n"
    for side in (672, 358)
)
FIGURE = """<figure id="fig-one"><img src="../_images/one.svg" alt="One bar">
<figcaption><p><span class="caption-number">Fig. 3 </span>Words</p></figcaption></figure>"""


@pytest.fixture
def written(tmp_path):
    """The folder with what Sphinx wrote."""
    (tmp_path / "_images").mkdir()
    (tmp_path / "_images" / "one.svg").write_text(svg.packed(DESK, PHONE, DATA), "utf-8")
    (tmp_path / "_images" / "photo.png").write_bytes(b"\x89PNG <metadata>")
    return tmp_path


def page(written, text: str = FIGURE) -> Page:
    return Page("book/tasks.html", parsed(f"<article>{text}</article>"), written)


@pytest.fixture
def finished(written):
    one = page(written)
    charts.put_in(one)
    return one


def test_a_chart_stands_in_the_page_for_a_desk_and_for_a_phone(finished):
    assert not select(finished.root, "img")
    desk, phone = select(finished.root, "figure > .chart > svg")
    assert (desk.get("class"), desk.text_content()) == ("desk", "At 672")
    assert (phone.get("class"), phone.text_content()) == ("phone", "At 358")


def test_both_drawings_are_images_with_the_words_of_the_alt_text(finished):
    for drawing in select(finished.root, ".chart > svg"):
        assert (drawing.get("role"), drawing.get("aria-label")) == ("img", "One bar")


def test_the_sheet_and_not_the_drawing_says_how_wide_it_is(finished):
    said = serialised(finished.root)
    assert 'viewBox="0 0 672 99"' in said
    assert 'width="672"' not in said and "xmlns" not in said


def test_the_data_of_a_chart_are_not_on_the_page_but_beside_it(finished):
    assert "seed" not in serialised(finished.root)
    # The mark at the start lets a spreadsheet read Chinese.
    assert finished.files["_downloads/book/tasks/fig-one.csv"] == (
        b"\xef\xbb\xbfName,Percent\nFarming & seed,1.5\n"
    )


def test_a_picture_twice_as_large_can_be_taken_away(finished):
    picture = finished.files["_downloads/book/tasks/fig-one.png"]
    assert picture.startswith(b"\x89PNG")
    # 672 by 99 with a margin of 16, twice; stated in the first chunk of a PNG.
    assert [int.from_bytes(picture[at : at + 4]) for at in (16, 20)] == [1408, 262]


def test_a_drawing_that_needs_no_font_can_be_taken_away(finished):
    drawing = finished.files["_downloads/book/tasks/fig-one.svg"]
    assert b"<text" not in drawing and b"<use" in drawing


def test_what_can_be_taken_away_is_named_by_figure(finished):
    links = select(finished.root, "figcaption .chart-data > a")
    assert [link.get("download") for link in links] == ["fig-one.csv", "fig-one.png", "fig-one.svg"]
    assert [link.get("aria-label") for link in links] == [
        "data (CSV), Fig. 3", "picture (PNG), Fig. 3", "drawing (SVG), Fig. 3",
    ]  # fmt: skip
    assert all(link.get("aria-label").startswith(link.text) for link in links)
    assert links[0].get("href") == "../_downloads/book/tasks/fig-one.csv"


def test_a_small_chart_stands_alone_in_its_figure_and_offers_the_large_one(written):
    small = DESK.replace("<svg ", '<svg class="inset" ', 1).replace("672", "272")
    (written / "_images" / "one.svg").write_text(svg.packed(DESK, small, DATA), "utf-8")
    one = page(written)
    charts.put_in(one)
    (drawing,) = select(one.root, "figure.inset > .chart > svg")
    assert (drawing.get("class"), drawing.text_content()) == ("inset", "At 272")
    links = select(one.root, ".chart-data > a")
    assert [link.text for link in links] == ["CSV", "PNG", "SVG"]
    assert links[1].get("aria-label") == "PNG, Fig. 3"
    assert b'width="704"' in one.files["_downloads/book/tasks/fig-one.svg"]  # 672 and a margin


def test_an_svg_that_is_no_chart_is_refused_by_page_and_name(written):
    (written / "_images" / "one.svg").write_text(DESK, "utf-8")
    with pytest.raises(ValueError, match=r"tasks\.html: the picture fig-one is not a chart"):
        charts.put_in(page(written))


def test_a_chart_without_a_name_is_refused(written):
    with pytest.raises(ValueError, match=r"one\.svg is a chart without name"):
        charts.put_in(page(written, FIGURE.replace(' id="fig-one"', "")))


def test_a_page_brings_its_other_images(written):
    one = page(written, '<img src="../_images/photo.png"><img src="data:,x">')
    charts.take(one)
    assert one.files == {"_images/photo.png": b"\x89PNG <metadata>"}
