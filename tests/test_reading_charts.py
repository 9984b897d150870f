"""Charts on the page: their size, their data, their bytes."""

import re

import pytest
from reading import charts
from reading.page import Page
from reading.tree import first, parsed, select

CSV = "Name,Percent\nFarming &amp; seed,1.5\n"
SVG = f"""<?xml version="1.0"?>
<svg width="420pt" height="300.75pt" viewBox="0 0 420 300.75">
 <metadata><rdf:RDF><dc:description>{CSV}</dc:description></rdf:RDF></metadata>
 <!-- a mark -->
 <g id="patch_1"><path style="fill: #1b6ca8"/><path style="fill: #1b6ca8"/></g>
 <path id="dot" style="stroke: &quot;x&quot;"/>
 <use href="#dot"/>
 <text style="font: 12px sans-serif">A  B</text>
</svg>
"""
FIGURE = """<figure id="fig-one"><img src="../_images/one.svg">
<figcaption><p><span class="caption-number">Fig. 3 </span>Words</p></figcaption></figure>"""


@pytest.fixture
def written(tmp_path):
    """The folder with what Sphinx wrote."""
    (tmp_path / "_images").mkdir()
    (tmp_path / "_images" / "one.svg").write_text(SVG, "utf-8")
    (tmp_path / "_images" / "photo.png").write_bytes(b"\x89PNG <metadata>")
    return tmp_path


def page(written, text: str) -> Page:
    return Page("book/tasks.html", parsed(f"<article>{text}</article>"), written)


def test_a_chart_has_its_size_in_pixels(written):
    one = page(written, FIGURE)
    charts.place(one)
    # 420 points are 560 pixels, 300.75 points 401.
    image = first(one.root, "img")
    assert (image.get("width"), image.get("height")) == ("560", "401")


def test_all_but_the_first_chart_wait_until_they_are_near(written):
    one = page(written, FIGURE * 3)
    charts.place(one)
    assert [image.get("loading") for image in select(one.root, "img")] == [None, "lazy", "lazy"]


def test_a_chart_offers_its_data_named_by_the_figure(written):
    one = page(written, FIGURE)
    charts.offer_data(one)
    link = first(one.root, "figcaption a")
    assert (link.get("download"), link.get("href")) == (
        "fig-one.csv",
        "../_downloads/book/tasks/fig-one.csv",
    )
    assert link.get("aria-label") == "Download the data as CSV, Fig. 3"
    assert link.get("aria-label").startswith(link.text)


def test_the_data_are_what_the_chart_holds_as_a_spreadsheet_wants_them(written):
    one = page(written, FIGURE)
    charts.offer_data(one)
    assert one.files == {
        "_downloads/book/tasks/fig-one.csv": b"\xef\xbb\xbfName,Percent\nFarming & seed,1.5\n"
    }


def test_a_chart_without_data_is_refused(written):
    (written / "_images" / "one.svg").write_text(SVG.replace("description", "title"), "utf-8")
    with pytest.raises(ValueError, match=r"tasks\.html: the chart fig-one does not hold"):
        charts.offer_data(page(written, FIGURE))


def test_a_chart_without_a_name_is_refused(written):
    with pytest.raises(ValueError, match=r"one\.svg is a chart without name"):
        charts.offer_data(page(written, FIGURE.replace(' id="fig-one"', "")))


def test_a_page_brings_its_images_and_only_charts_are_shortened(written):
    one = page(written, FIGURE + '<img src="../_images/photo.png"><img src="data:,x">')
    charts.take(one)
    assert one.files == {
        "_images/one.svg": charts.shortened(SVG.encode()),
        "_images/photo.png": b"\x89PNG <metadata>",
    }


@pytest.fixture
def short():
    return charts.shortened(SVG.encode()).decode()


def test_a_short_chart_has_neither_metadata_nor_comments(short):
    assert "metadata" not in short and "Farming" not in short and "<!--" not in short


def test_a_short_chart_says_a_style_once(short):
    assert short.count("fill: #1b6ca8") == 1
    name = re.search(r"<style>\.(\w+)\{fill: #1b6ca8\}", short)[1]
    assert short.count(f'<path class="{name}"/>') == 2


def test_a_style_that_stands_once_stays_where_it_is(short):
    assert '<text style="font: 12px sans-serif">A  B</text>' in short


def test_a_short_chart_keeps_the_names_that_it_points_at(short):
    assert 'id="dot"' in short and "patch_1" not in short
