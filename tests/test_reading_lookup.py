"""Pages to look things up in: what they load, and what they must have."""

from pathlib import Path

import pytest
from reading import lookup
from reading.lookup import DICTIONARY, FIGURES
from reading.page import Page
from reading.tree import first, parsed, select


def page(name: str, body: str) -> Page:
    return Page(name, parsed(f"<html><head></head><body>{body}</body></html>"), Path("written"))


def equipped(one: lookup.Lookup) -> Page:
    body = f'<div id="{one.place}"></div><a download="{one.download}" href="">All</a>'
    found = page(one.page, body)
    lookup.equip(found)
    return found


def scripts(found: Page) -> list[str]:
    return [script.get("src") for script in select(found.root, "head script[defer]")]


def test_the_page_of_figures_loads_its_data_before_its_scripts():
    found = equipped(FIGURES)
    assert scripts(found) == [
        "../../_static/figures-data.js",
        "../../_static/query.js",
        "../../_static/explorer-view.js",
        "../../_static/explorer.js",
    ]
    assert first(found.root, "link").get("href") == "../../_static/explorer.css"


def test_the_dictionary_says_where_its_data_are_and_does_not_load_them():
    found = equipped(DICTIONARY)
    place = first(found.root, "#dictionary")
    assert place.get("data-source") == "../../_static/dictionary-data.js"
    assert scripts(found) == ["../../_static/query.js", "../../_static/dictionary.js"]


@pytest.mark.parametrize(
    ("one", "file"),
    [(FIGURES, "all_figures/all-figures.csv"), (DICTIONARY, "dictionary/indicators.csv")],
)
def test_the_link_leads_to_the_file(one, file):
    link = first(equipped(one).root, "a")
    assert link.get("href") == f"../../_downloads/book/evidence/{file}"


@pytest.mark.parametrize("one", [FIGURES, DICTIONARY])
@pytest.mark.parametrize("lost", ["place", "link"])
def test_a_page_that_lost_its_place_or_its_link_is_refused(one, lost):
    body = f'<a download="{one.download}">x</a>' if lost == "place" else f'<p id="{one.place}">'
    with pytest.raises(ValueError, match=f"{one.page}: no element with the id '{one.place}'"):
        lookup.equip(page(one.page, body))


def test_another_page_gets_nothing():
    other = page("book/index.html", "")
    lookup.equip(other)
    assert len(other.root.find("head")) == 0
