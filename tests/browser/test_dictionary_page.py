"""The dictionary's search, from a server and from the file system, with keyboard and on a phone."""

import pytest

from conftest import DESK, PHONE

PAGE = "book/evidence/dictionary.html"


def ready(open_page, site, query="", **options):
    page = open_page(f"{site}/{PAGE}{query}", **options)
    page.wait_for_selector("#dictionary[data-ready]")
    return page


def ids(page) -> list[str]:
    page.wait_for_function(
        "document.querySelector('#dictionary ul').dataset.query"
        " === document.querySelector('#dictionary input').value"
    )
    return page.locator("#dictionary li code").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "indicator"),
    [
        ("engel", "urban_engel"),
        ("地区生产", "gdp"),
        ("gdp.primary", "gdp.primary"),
        ("indicator:gdp", "gdp"),
        ("parent:gdp", "gdp.secondary"),
        ("theme:prices", "cpi"),
    ],
)
def test_indicators_are_found(open_page, site, query, indicator):
    page = ready(open_page, site)
    page.locator("#dictionary input").press_sequentially(query)
    assert indicator in ids(page)
    assert page.heard.complaints == []


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_the_search_box_is_the_first_thing_on_the_page(open_page, server, viewport):
    box = ready(open_page, server, viewport=viewport).locator("#dictionary input").bounding_box()
    assert box["y"] + box["height"] < 300


def test_nothing_is_loaded_before_it_is_asked_for(open_page, server):
    page = ready(open_page, server)
    assert not any("dictionary-data" in url for url in page.heard.requests)
    page.locator("#dictionary input").focus()
    page.wait_for_function("window.dictionaryData")


def test_what_is_not_there_is_said(open_page, site):
    page = ready(open_page, site, "#q=zeppelin")
    assert ids(page) == []
    assert "No indicator" in page.locator("#dictionary [role=status]").inner_text()


def test_an_address_asks_and_an_entry_leads_to_its_figures_and_parts(open_page, site):
    page = ready(open_page, site, "#q=indicator:gdp")
    assert ids(page) == ["gdp"]
    figures = page.locator("#dictionary li a", has_text="figures").get_attribute("href")
    assert figures == "all_figures.html#q=indicator:gdp"
    page.locator("#dictionary li a", has_text="parts").click()
    page.wait_for_function("document.querySelectorAll('#dictionary li').length > 2")
    assert page.locator("#dictionary input").input_value() == "parent:gdp"
    page.go_back()
    page.wait_for_function("document.querySelectorAll('#dictionary li').length === 1")


def test_more_is_shown_from_the_keyboard(open_page, site):
    page = ready(open_page, site, "#q=theme:governance")
    assert len(ids(page)) == 40
    page.locator("#dictionary button").focus()
    page.keyboard.press("Enter")
    assert len(ids(page)) == 80
    where = "document.activeElement === document.querySelectorAll('#dictionary li')[40]"
    assert page.evaluate(f"{where}.querySelector('a')")


def test_results_fit_a_phone_and_axe_finds_no_violation(open_page, server, violations):
    page = ready(open_page, server, "#q=value", viewport=PHONE)
    assert ids(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert not (found := violations(page)), "\n".join(found)
