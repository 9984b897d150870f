"""Search, from a server and from the file system: Chinese, English, figures."""

import json
from urllib.parse import quote

from conftest import HTML


def results(open_page, site, query):
    page = open_page(f"{site}/search.html")
    field = page.locator("main input[name=q]")
    field.fill(query)
    field.press("Enter")
    page.wait_for_selector(".search-summary")
    assert page.heard.complaints == []
    return page, [
        (one.locator("a").inner_text(), one.inner_text())
        for one in page.locator(".search-found li").all()
    ]


CHINESE = ["收入", "增长", "地区生产总值", "城镇居民人均可支配收入", "常住人口"]
ENGLISH = ["population", "growing", "industries", "rounding", "goals 2026", "Farming"]
FIGURES = ["232.33", "23.233", "9.2%", "45,817"]


def test_terms_are_found(open_page, site):
    page = open_page(f"{site}/search.html")
    for query in [*CHINESE, *ENGLISH, *FIGURES]:
        page.goto(f"{site}/search.html?q={quote(query)}")
        page.wait_for_selector(".search-found li, .search-summary")
        found = page.locator(".search-found li").all_inner_texts()
        assert found, query
        if query in CHINESE + FIGURES:
            assert any(query in text for text in found), query


def test_word_is_found_in_its_other_forms(open_page, server):
    for query, form in (("growing", "growth"), ("industries", "industry"), ("rounded", "rounding")):
        titles = [{one for one, _ in results(open_page, server, word)[1]} for word in (query, form)]
        assert titles[1] <= titles[0], query


def test_every_term_must_be_there(open_page, server):
    _, one = results(open_page, server, "growth")
    _, both = results(open_page, server, "growth 常住人口")
    assert 0 < len(both) < len(one)


def test_terms_that_no_section_has_together_are_found_apart(open_page, server):
    page, found = results(open_page, server, "常住人口 zeppelin")
    assert found
    assert "No section has all" in page.locator(".search-summary").inner_text()


def test_figure_is_found_whole(open_page, server):
    _, found = results(open_page, server, "32.33")
    assert not any("232.33" in text and " 32.33" not in text for _, text in found)


def test_result_names_the_chapter_and_leads_to_the_section(open_page, site):
    page, found = results(open_page, site, "可比价格")
    title, _ = next(one for one in found if "›" in one[0])
    chapter, section = title.split(" › ")
    page.locator(".search-found a", has_text=title).first.click()
    page.wait_for_load_state()
    assert page.locator("article h1").inner_text().startswith(chapter)
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    heading = page.locator(f"section[id='{anchor}'] > :is(h1, h2, h3)").first
    assert heading.inner_text().startswith(section)


def test_what_the_figures_used_repeat_is_not_searched(open_page, server):
    _, found = results(open_page, server, "城镇居民人均可支配收入")
    assert found and not any(title.endswith("Figures used") for title, _ in found)


def test_nothing_found_is_said(open_page, site):
    page, found = results(open_page, site, "zeppelin")
    assert not found
    assert "Nothing was found" in page.locator(".search-summary").inner_text()


def test_query_is_text_not_markup(open_page, server):
    page, _ = results(open_page, server, '<img src=x onerror="document.title=1">')
    assert page.locator("#search-results img").count() == 0


def test_search_dialog_opens_from_the_keyboard_on_any_page(open_page, site):
    page = open_page(f"{site}/book/index.html")
    page.keyboard.press("Control+k")
    field = page.locator("#pst-search-dialog input[name=q]")
    field.fill("收入")
    field.press("Enter")
    page.wait_for_selector(".search-found li")
    assert page.heard.complaints == []


def test_every_section_of_every_page_can_be_found(open_page, server):
    page = open_page(f"{server}/search.html")
    texts = json.loads(
        page.evaluate("unpack(window.searchTexts).then((pages) => JSON.stringify(pages))")
    )
    assert {one["file"] for one in texts} == {
        path.relative_to(HTML).as_posix() for path in (HTML / "book").rglob("*.html")
    }
    for one in texts:
        assert all(section["title"] and section["id"] for section in one["sections"])
