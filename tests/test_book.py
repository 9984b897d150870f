"""The built report: every page there, every link leads somewhere, nothing comes from elsewhere."""

import re
from functools import cache
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from lxml import html

import drawings

ROOT = Path(__file__).parents[1]
HTML = ROOT / "_build" / "html"


def contents() -> list[str]:
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    files = [toc["root"]]
    for part in toc["parts"]:
        files += [chapter["file"] for chapter in part["chapters"]]
    return files


PAGES = contents()
# Pages to look things up in, without findings of their own.
NO_FINDINGS = [
    f"book/evidence/{name}"
    for name in (
        *("all_figures", "glossary", "package"),
        *("package_findings", "package_chapters", "package_pages"),
    )
]
CHAPTERS = [page for page in PAGES if page not in ["book/index", *NO_FINDINGS]]


@pytest.fixture(scope="module")
def soups():
    if not HTML.is_dir():
        pytest.fail("the report is not built: run `make book` first")
    return {
        page: BeautifulSoup((HTML / f"{page}.html").read_text("utf-8"), "lxml") for page in PAGES
    }


@cache
def ids(path: Path) -> set[str]:
    """The places of a page to which a link can lead."""
    return set(html.parse(path).xpath("//@id"))


def article(soup: BeautifulSoup):
    return soup.select_one("article")


def test_every_chapter_is_in_the_contents():
    written = {
        path.relative_to(ROOT).with_suffix("").as_posix() for path in (ROOT / "book").rglob("*.md")
    }
    assert written == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_page_is_built_and_has_one_title(soups, page):
    assert len(article(soups[page]).select("h1")) == 1


@pytest.mark.parametrize("page", PAGES)
def test_internal_links_resolve(soups, page):
    checked = 0
    for link in soups[page].select("a[href]"):
        parts = urlsplit(link["href"])
        if parts.scheme or link["href"] == "#":
            continue
        here = HTML / f"{page}.html"
        path = (here.parent / unquote(parts.path)).resolve() if parts.path else here
        assert path.is_file(), link["href"]
        if "=" in parts.fragment:  # a question to the page of all figures
            assert path == HTML / "book/evidence/all_figures.html", link["href"]
        elif parts.fragment and path.suffix == ".html":
            assert unquote(parts.fragment) in ids(path), link["href"]
        checked += 1
    assert checked >= len(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_images_have_alt_text_written_by_a_person(soups, page):
    for image in article(soups[page]).select("img"):
        assert len(image.get("alt", "")) > 40, image.get("src")
        assert not re.fullmatch(r"[\w/.]+", image["alt"])


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_fetched_from_another_host(soups, page):
    for tag, attribute in (
        ("script", "src"),
        ("link", "href"),
        ("img", "src"),
        ("iframe", "src"),
        ("source", "src"),
    ):
        for element in soups[page].select(f"{tag}[{attribute}]"):
            if tag == "link" and "canonical" in element.get("rel", []):
                continue
            assert not urlsplit(element[attribute]).netloc, element


def test_style_sheets_fetch_nothing_from_another_host():
    sheets = list((HTML / "_static").rglob("*.css"))
    assert sheets
    for sheet in sheets:
        assert not re.search(r"url\(\s*[\"']?(?:https?:)?//", sheet.read_text("utf-8")), sheet


@pytest.mark.parametrize("page", PAGES)
def test_no_number_is_left_unglued(soups, page):
    texts = article(soups[page]).find_all(string=re.compile("{glue|glue:text"))
    assert [text for text in texts if not text.find_parent("code")] == []


@pytest.mark.parametrize("page", PAGES)
def test_tables_have_captions_and_scoped_headers(soups, page):
    for table in article(soups[page]).select("table"):
        assert table.caption and table.caption.get_text(strip=True)
        assert all(head.get("scope") in ("col", "row", "rowgroup") for head in table.select("th"))
        assert table.select('th[scope="col"]')


# Method and reference rest on no figure; the profiles give each figure its line where it stands.
UNLISTED = (
    *(f"book/evidence/{name}" for name in ("method", "dictionary")),
    *NO_FINDINGS,
    "book/society/places",
)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in UNLISTED])
def test_page_lists_the_figures_it_uses(soups, page):
    if page == "book/goals/every_target":  # whose table is the list
        return
    # Figures of other places, if a page uses any, stand in a list of their own.
    used = article(soups[page]).select("details.figures-used")
    assert max((len(one.select("tbody tr")) for one in used), default=0) >= 5
    assert all(one.select_one('a[download$=".csv"]') for one in used)


def test_every_place_has_a_profile_that_the_contents_reach(soups):
    # 15 townships, 4 subdistricts, 21 communities: each a section, each figure with its line.
    soup = soups["book/society/places"]
    profiles = article(soup).select("details.place dl.strips")
    assert len(profiles) == 15 + 4 + 21
    sections = [one.find_parent("section")["id"] for one in profiles]
    assert len(set(sections)) == len(profiles)
    reached = {link["href"] for link in soup.select("#pst-secondary-sidebar a[href^='#']")}
    assert {f"#{one}" for one in sections} <= reached
    for figure in article(soup).select("dl.strips > div"):
        assert re.fullmatch(r"line \d{4}( \d{4})*", figure["title"])


def test_each_strip_of_places_has_its_strokes_and_one_mark(soups):
    page = article(soups["book/society/places"])
    strokes = {symbol["id"] for symbol in page.select("svg.strokes symbol")}
    strips = page.select("dl.strips svg")
    assert len(strips) > 400
    for strip in strips:
        assert strip.use["href"].removeprefix("#") in strokes and len(strip.select("path")) == 1


def test_a_place_is_one_line_until_it_is_unfolded_and_only_one_is_at_a_time(soups):
    places = article(soups["book/society/places"]).select("details.place")
    assert {one["name"] for one in places} == {"place"}
    assert not any(one.has_attr("open") for one in places)


@pytest.mark.parametrize("page", PAGES)
def test_page_asks_a_question(soups, page):
    assert article(soups[page]).select_one(".question").get_text(strip=True).endswith("?")


def opening(page: BeautifulSoup) -> str:
    """Return what stands between a chapter's question and its first chart, table or box."""
    after = article(page).select_one(".question").find_next_siblings()
    return " ".join(one.get_text() for one in takewhile(lambda one: one.name == "p", after))


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!])\s+(?=[A-Z\d])", text.strip())


@pytest.mark.parametrize(
    "page",
    [page for page in CHAPTERS if page != "book/evidence/dictionary"],  # opens with a tool
)
def test_chapter_answers_in_three_sentences_before_anything_else(soups, page):
    said = opening(soups[page])
    assert 10 < len(said.split()) <= 60
    assert len(sentences(said)) <= 3, sentences(said)


@pytest.mark.parametrize("page", CHAPTERS)
def test_chapter_gives_three_to_five_main_points_of_one_find_each(soups, page):
    points = [one.get_text() for one in article(soups[page]).select(".main-points li")]
    assert 3 <= len(points) <= 5
    assert not [one for one in points if len(one.split()) > 40]


def charts_of(page: str, place: str) -> list[str]:
    return drawings.on_page((HTML / f"{page}.html").read_text("utf-8"), place)


@pytest.mark.parametrize("place", ["desk", "phone", "inset"])
@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_chart_is_cut_or_met(page, place):
    for chart in charts_of(page, place):
        assert not drawings.outside(chart)
        assert not drawings.meeting(chart)


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_is_drawn_for_a_desk_and_for_a_phone(page):
    desk, phone = (
        [drawings.title(chart) for chart in charts_of(page, place)] for place in ("desk", "phone")
    )
    assert desk == phone


def test_charts_stand_in_the_pages_and_nowhere_else():
    assert sum(len(charts_of(page, "desk")) for page in PAGES) > len(PAGES)
    assert not list((HTML / "_images").glob("*.svg"))


@pytest.mark.parametrize("page", PAGES)
def test_every_chart_can_be_taken_away_as_data_picture_and_drawing(soups, page):
    starts = {"csv": b"\xef\xbb\xbf", "png": b"\x89PNG", "svg": b"<svg "}
    for figure in soups[page].select("figure:has(.chart)"):
        links = figure.select("figcaption a[download]")
        assert [link["download"] for link in links] == [f"{figure['id']}.{kind}" for kind in starts]
        for link, start in zip(links, starts.values(), strict=True):
            file = (HTML / page).parent / unquote(link["href"])
            assert file.read_bytes().startswith(start)
        data = (HTML / page).parent / unquote(links[0]["href"])
        head, *rows = data.read_text("utf-8-sig").splitlines()
        assert head.endswith(",Measure,Source") and rows
