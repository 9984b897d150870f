"""The texts to search in: which sections there are, what stands in them, how they travel."""

import base64
import json
import re
import zlib
from pathlib import Path

import pytest
from reading import fulltext, packed
from reading.page import Page
from reading.tree import first, parsed, select


def sections(inside: str) -> list[dict]:
    """Return the sections of a page with one heading and what is given."""
    found = fulltext.sections(page(f'<section id="top"><h1>Title</h1>{inside}</section>'))
    return found["sections"]


def page(inside: str) -> Page:
    root = parsed(f'<article class="bd-article">{inside}</article>')
    return Page("book/x.html", root, Path("written"))


def test_a_section_has_its_heading_address_and_text():
    found = sections('<p>One.</p><section id="two"><h2>Two</h2><p>More.</p></section>')
    assert found == [
        {"title": "Title", "id": "top", "text": "One."},
        {"title": "Two", "id": "two", "text": "More."},
    ]


def test_the_mark_at_a_heading_is_no_part_of_it():
    found = sections('<section id="a"><h2>A<a class="headerlink">#</a></h2><p>x</p></section>')
    assert found[1]["title"] == "A"


def test_each_block_is_a_line_and_breaks_inside_one_are_spaces():
    assert sections("<p>One\ntwo</p><ul><li>three</li></ul>")[0]["text"] == "One two\nthree"


def test_cells_of_a_row_are_parted_and_chinese_beside_english_is_not():
    row = '<tr><th>GDP <span lang="zh">总值</span></th><td>220</td><td lang="zh">亿元</td></tr>'
    assert sections(f"<table>{row}</table>")[0]["text"] == "GDP 总值 · 220 · 亿元"


@pytest.mark.parametrize(
    "left_out",
    [
        '<div class="cell_input">gdp = 1</div>',
        "<script>gdp</script>",
        '<a download="t.csv">gdp</a>',
        '<details class="figures-used"><table><tr><td>gdp</td></tr></table></details>',
    ],
)
def test_what_is_not_text_of_the_report_is_left_out(left_out):
    assert sections(f"<p>One.</p>{left_out}")[0]["text"] == "One."


def test_a_section_with_nothing_to_find_is_left_out():
    used = '<details class="figures-used">gdp</details>'
    found = sections(f'<section id="figures-used"><h2>Figures used</h2>{used}</section>')
    assert [one["id"] for one in found] == ["top"]


def test_a_page_without_an_article_has_no_text():
    assert fulltext.sections(Page("x.html", parsed("<h1>Search</h1>"), Path("written"))) is None


def test_texts_travel_packed_in_a_script():
    text = fulltext.sections(page('<section id="a"><h1>收入</h1><p>"Income"</p></section>'))
    script = packed.script("searchTexts", [text]).decode()
    content = re.fullmatch(r'window\.searchTexts="(.*)";\n', script)[1]
    # A browser's `deflate-raw`: no header, which negative window bits mean here.
    assert json.loads(zlib.decompress(base64.b64decode(content))) == [
        {
            "file": "book/x.html",
            "title": "收入",
            "sections": [{"title": "收入", "id": "a", "text": '"Income"'}],
        }
    ]


def test_the_search_page_gets_its_scripts_and_tells_of_results():
    root = parsed('<head></head><body><div id="search-results"></div></body>')
    fulltext.equip(Page("search.html", root, Path("written")))
    assert [one.get("src") for one in select(root, "head script")] == [
        "_static/search-texts.js",
        "_static/query.js",
        "_static/search.js",
    ]
    assert first(root, "div").get("aria-live") == "polite"


def test_a_theme_without_a_place_for_results_is_refused():
    with pytest.raises(ValueError, match="no place for results"):
        fulltext.equip(Page("search.html", parsed("<p>x</p>"), Path("written")))
