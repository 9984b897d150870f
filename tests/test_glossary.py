"""The glossary in the built book: chapters lead to each of its terms, once, from a sentence."""

import base64
import json
import re
import zlib

import pytest
from bs4 import BeautifulSoup

from test_book import HTML, PAGES, ROOT
from test_chapters import typed_numbers

GLOSSARY = "book/evidence/glossary"
# Entries that a reader may look for, though no sentence of a chapter needs to name them.
UNUSED = {
    "animals raised",
    "care beds",
    "comparable prices",
    "county level",
    "development zone",
    "disposable income",
    "Engel coefficient",
    "five-year plan",
    "foreign trade",
    "GDP per head",
    "Gini coefficient",
    "gross output",
    "livelihood",
    "market entities",
    "medical assistance",
    "mu",
    "non-tax revenue",
    "passenger-kilometres",
    "secondary sector",
    "surveyed unemployment rate",
    "ten ecological industries",
    "tertiary sector",
    "township health centres",
}
# Thresholds, units and examples that define a term; no figure about the district is among them.
NUMBERS = {"2", "4", "5", "20", "25", "100", "300", "667"}
# What a sentence about a term may stand in.
SENTENCES = {"p", "li", "em", "span", "ul", "ol", "section", "div", "article"}


@pytest.fixture(scope="module")
def soups() -> dict[str, BeautifulSoup]:
    return {
        page: BeautifulSoup((HTML / f"{page}.html").read_text("utf-8"), "lxml") for page in PAGES
    }


@pytest.fixture(scope="module")
def entries(soups) -> dict[str, list[str]]:
    """The names of each entry, by its anchor."""
    found: dict[str, list[str]] = {}
    for head in soups[GLOSSARY].select("dl.glossary > dt"):
        if head.get("id"):
            found[head["id"]] = names = []
        names.append(head.get_text().rstrip("#").strip())
    return found


def links(soup: BeautifulSoup) -> list:
    return soup.select("a.term")


def test_there_are_entries_in_both_languages(entries):
    assert 60 <= len(entries) <= 120
    for names in entries.values():
        assert re.match(r"[A-Za-z]", names[0])
        assert re.search(r"[\u4e00-\u9fff]", names[-1]), names


def test_entries_say_it_in_one_to_four_sentences(soups):
    for text in soups[GLOSSARY].select("dl.glossary > dd"):
        says = re.sub(r"\s*See [^.]*[.?]?$", "", text.get_text().strip())
        assert 1 <= len(re.findall(r"[.](?:\s|$)", says)) <= 4, says


def test_every_entry_is_linked_or_listed_as_unused(soups, entries):
    used = {link["href"].partition("#")[2] for soup in soups.values() for link in links(soup)}
    assert used <= set(entries)
    assert {entries[anchor][0] for anchor in set(entries) - used} <= UNUSED
    assert {names[0] for names in entries.values()} >= UNUSED


def test_most_pages_have_links(soups):
    assert sum(bool(links(soup)) for soup in soups.values()) >= len(PAGES) - 2


@pytest.mark.parametrize("page", PAGES)
def test_links_stand_in_sentences(soups, page):
    for link in links(soups[page]):
        around = [one for one in link.parents if one.name not in ("[document]", "html", "body")]
        inside = around[: next(n for n, one in enumerate(around) if one.name == "article")]
        assert {one.name for one in inside} <= SENTENCES, link
        classes = {name for one in inside for name in one.get("class", [])}
        assert not classes & {"admonition-title", "question", "cell_output", "table-box"}, link
        assert link["title"].endswith(".")


@pytest.mark.parametrize("page", [page for page in PAGES if page != GLOSSARY])
def test_each_entry_is_linked_once_and_where_it_is_first_named(soups, entries, page):
    """By English names, told apart from longer ones by a blunter rule than the build's."""
    targets = [link["href"].partition("#")[2] for link in links(soups[page])]
    assert len(targets) == len(set(targets))
    everything = [name for names in entries.values() for name in names]

    def named(anchor: str, text: str) -> bool:
        name = entries[anchor][0]
        for longer in sorted(everything, key=len, reverse=True):
            if name in longer and name != longer:
                text = text.replace(longer, "")
        return bool(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text))

    before = ""
    for text in sentences(soups[page]):
        link = text.find_parent("a", class_="term")
        if link:
            assert not named(link["href"].partition("#")[2], before), link
        before += str(text)
    assert [anchor for anchor in entries if anchor not in targets and named(anchor, before)] == []


def sentences(soup: BeautifulSoup):
    """Every text of the paragraphs and lists, but for those that may not hold links."""
    for text in soup.select_one("article").find_all(string=True):
        if text.find_parent(["p", "li"]) and not (
            text.find_parent(
                ["table", "figure", "dl", "details", "code", "strong", "h1", "h2", "h3"]
            )
            or text.find_parent(class_=["question", "admonition-title", "pasted-text"])
            or text.find_parent(class_="cell_output")
            or text.find_parent(lambda one: one.name == "a" and "term" not in one.get("class", []))
        ):
            yield text


def test_the_search_finds_every_term(entries):
    packed = (HTML / "_static" / "search-texts.js").read_text("utf-8")
    plain = zlib.decompress(base64.b64decode(re.search(r'"(.*)"', packed)[1]))
    page = next(one for one in json.loads(plain) if one["file"] == f"{GLOSSARY}.html")
    text = "\n".join(section["text"] for section in page["sections"])
    assert [name for names in entries.values() for name in names if name not in text] == []


def test_numbers_in_the_glossary_are_definitions():
    text = (ROOT / f"{GLOSSARY}.md").read_text("utf-8")
    assert typed_numbers(re.sub(r"```.*", "", text)) == NUMBERS


def test_the_other_forms_of_a_term_are_not_shown(soups):
    assert not soups[GLOSSARY].select(".also")
