"""Charts on the page: their size, their data, their bytes."""

import re

import pytest
from bs4 import BeautifulSoup
from reading import charts

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
def page(tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "_images").mkdir()
    (tmp_path / "_images" / "one.svg").write_text(SVG, "utf-8")
    return tmp_path / "book" / "tasks.html"


def article(text: str) -> BeautifulSoup:
    return BeautifulSoup(f"<article>{text}</article>", "html.parser")


def test_a_chart_has_its_size_in_pixels(page):
    soup = article(FIGURE)
    charts.place(soup, page)
    # 420 points are 560 pixels, 300.75 points 401.
    assert (soup.img["width"], soup.img["height"]) == (560, 401)


def test_all_but_the_first_chart_wait_until_they_are_near(page):
    soup = article(FIGURE * 3)
    charts.place(soup, page)
    assert [one.get("loading") for one in soup.select("img")] == [None, "lazy", "lazy"]


def test_a_chart_offers_its_data_named_by_the_figure(page, tmp_path):
    soup = article(FIGURE)
    charts.offer_data(soup, page, tmp_path)
    link = soup.select_one("figcaption a")
    assert (link["download"], link["href"]) == (
        "fig-one.csv",
        "../_downloads/book/tasks/fig-one.csv",
    )
    assert link["aria-label"] == "Download the data as CSV, Fig. 3"
    assert link["aria-label"].startswith(link.get_text())


def test_the_data_are_what_the_chart_holds_as_a_spreadsheet_wants_them(page, tmp_path):
    charts.offer_data(article(FIGURE), page, tmp_path)
    written = (tmp_path / "_downloads/book/tasks/fig-one.csv").read_bytes()
    assert written == b"\xef\xbb\xbfName,Percent\nFarming & seed,1.5\n"


def test_a_page_that_is_finished_again_has_one_link(page, tmp_path):
    soup = article(FIGURE)
    charts.offer_data(soup, page, tmp_path)
    charts.shorten(tmp_path)
    charts.offer_data(soup, page, tmp_path)
    assert len(soup.select("a")) == 1


def test_a_chart_without_data_is_refused(page, tmp_path):
    (tmp_path / "_images" / "one.svg").write_text(SVG.replace("description", "title"), "utf-8")
    with pytest.raises(ValueError, match=r"tasks\.html: the chart fig-one does not hold"):
        charts.offer_data(article(FIGURE), page, tmp_path)


def test_a_chart_without_a_name_is_refused(page, tmp_path):
    with pytest.raises(ValueError, match=r"one\.svg is a chart without name"):
        charts.offer_data(article(FIGURE.replace(' id="fig-one"', "")), page, tmp_path)


@pytest.fixture
def short(page, tmp_path):
    charts.shorten(tmp_path)
    return (tmp_path / "_images" / "one.svg").read_text("utf-8")


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


def test_a_chart_is_shortened_once(short, tmp_path):
    charts.shorten(tmp_path)
    assert (tmp_path / "_images" / "one.svg").read_text("utf-8") == short
