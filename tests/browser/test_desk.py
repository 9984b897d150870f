"""Every page at a desk: what it asks for, how much, and what it says about itself."""

import codecs
import io
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import jupytext
import nbformat
import pandas as pd
import pytest

from conftest import PAGES, ROOT, Profiles, asks_no_other_host_and_is_whole, chapters_only, unfold

FIRST_PAGE, FURTHER_PAGE = 600_000, 150_000  # bytes, uncompressed
BYTE_ORDER_MARK = codecs.BOM_UTF8
# By page, the one file that may come on top: what the page is made to look through.
EXCEPTED = {
    "book/evidence/all_figures.html": "_static/figures-data.js",
    "search.html": "_static/search-texts.js",
}
DATA = 330_000  # bytes that such a file may have
BETWEEN_RELOADS = 8  # a browser lets a page start ten downloads by itself, and then asks


def test_page_asks_no_other_host_and_complains_of_nothing(desk, server):
    asks_no_other_host_and_is_whole(desk, server)


@pytest.fixture(scope="session")
def first(browser, server):
    """What the front page loads."""
    with Profiles(browser) as profiles:
        return profiles.open(f"{server}/{PAGES[0]}", wait="networkidle").loaded


# Long tables: pages over the limit, each with what it weighs now; none may grow.
HEAVIER = {
    "book/evidence/add_up.html": 164_000,
    "book/evidence/package_chapters.html": 197_000,
    "book/goals/two_reports.html": 152_000,
    "book/society/places.html": 178_000,  # opens with tables of the townships and communities
}


def test_page_is_light(desk, first):
    file = EXCEPTED.get(desk.name)
    loaded = {url: size for url, size in desk.loaded.items() if urlsplit(url).path != f"/{file}"}
    assert all(size <= DATA for url, size in desk.loaded.items() if url not in loaded)
    assert sum(loaded.values()) <= FIRST_PAGE, loaded
    further = {url: size for url, size in loaded.items() if url not in first}
    assert sum(further.values()) <= HEAVIER.get(desk.name, FURTHER_PAGE), further


def test_an_excepted_file_is_loaded_by_its_page_alone(desk):
    loaded = {
        page
        for page, file in EXCEPTED.items()
        if any(url.endswith(f"/{file}") for url in desk.loaded)
    }
    assert loaded == {desk.name} & set(EXCEPTED)


def test_page_is_described(desk):
    assert desk.get_attribute("html", "lang") == "en"
    assert desk.locator("link[rel=icon]").count() == 1
    assert desk.locator("link[rel=canonical]").count() == 0
    chapters_only(desk)
    head = desk.evaluate(
        """Object.fromEntries([...document.querySelectorAll("meta[content]")].map(
            (one) => [one.getAttribute("property") ?? one.name, one.content]))"""
    )
    assert 30 < len(head["description"]) < 320
    assert head["og:description"] == head["description"]
    assert head["og:title"] and head["og:title"] in desk.title()


def test_chinese_is_marked_as_chinese(desk):
    unmarked = desk.evaluate(
        r"""() => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const found = [];
            while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (/\p{Script=Han}/u.test(walker.currentNode.data)
                    && !parent.closest("code, pre, script, style, [lang^=zh]"))
                    found.push(walker.currentNode.data);
            }
            return found;
        }"""
    )
    assert unmarked == []


def test_icons_are_drawn(desk):
    chapters_only(desk)
    # `document.fonts.check` would call a font that nobody declares there too.
    assert desk.evaluate(
        """document.fonts.ready.then((all) => [...all].some(
            (one) => one.family.includes("Font Awesome") && one.status === "loaded"))"""
    )
    blank = desk.evaluate(
        r"""() => {
            const shown = [...document.querySelectorAll("i[class*=fa-], span[class*=fa-]")]
                .filter((one) => one.offsetParent);
            return shown.filter((one) => {
                const style = getComputedStyle(one, "::before");
                return !/[\ue000-\uf8ff]/.test(style.content) || one.offsetWidth < 5;
            }).map((one) => one.className);
        }"""
    )
    assert blank == []


def test_no_button_leads_nowhere(desk):
    assert desk.locator("a[href*='binder'], a[href*='colab'], .thebe-launch-button").count() == 0
    for button in desk.locator("button:visible").all():
        assert button.evaluate(
            "(one) => Boolean(one.onclick || one.dataset.bsToggle || one.closest('th')"
            " || one.matches('.theme-switch-button, .sidebar-toggle, .copybtn'))"
        ), button.evaluate("(one) => one.outerHTML")


def test_axe_finds_no_violation(desk, violations):
    unfold(desk)
    assert not (found := violations(desk)), "\n".join(found)


# Each spoils one of many texts that look alike.
PALE = {
    "cell": """() => {
        const rows = document.querySelector("details.figures-used table").tBodies[0].rows;
        rows[rows.length - 2].cells[1].style.color = "#ccc";
    }""",
    "paragraph": """() => {
        [...document.querySelectorAll("article section > p")].at(-1).style.color = "#ccc";
    }""",
    "entry of the contents": """() => {
        [...document.querySelectorAll("nav.bd-docs-nav a")].at(5).style.color = "#ccc";
    }""",
    "paragraph on a box in which it does not stand": """() => {
        const text = [...document.querySelectorAll("article section > p")].at(-1);
        const box = document.createElement("div");
        box.style.cssText = "position: absolute; background: #222; width: 100%; height: 500px";
        text.before(box);
        text.style.position = "relative";
    }""",
}


@pytest.mark.parametrize("fault", PALE)
def test_the_one_pale_text_is_found_among_many_that_look_alike(
    open_page, server, violations, fault
):
    page = open_page(f"{server}/book/economy/output.html")
    unfold(page)
    page.evaluate(PALE[fault])
    assert "color-contrast (light)" in "".join(violations(page))


def test_a_tab_keeps_nothing_of_the_test_before(browser, server):
    seen = []
    for _ in range(2):
        with Profiles(browser) as profiles:
            page = profiles.open(f"{server}/book/economy/output.html")
            seen.append(
                page.evaluate("""() => {
                const list = document.querySelector(".bd-sidebar-primary");
                const before = [list.scrollTop, localStorage.getItem("kept")];
                list.scrollTop = 400;
                localStorage.setItem("kept", "1");
                return [...before, list.scrollTop];
            }""")
            )
    assert seen[0] == seen[1] and seen[0][2] > seen[0][0]


class Table(NamedTuple):
    """A table that a page offers, as it comes when a reader clicks on it."""

    name: str
    chart: str | None  # the name of the chart that draws it
    content: bytes


@pytest.fixture(scope="module")
def tables(desk) -> list[Table]:
    """Click once on each link to a table."""
    links = desk.locator("article a[download$='.csv']")
    found = []
    for place in range(links.count()):
        if place % BETWEEN_RELOADS == 0:
            desk.reload()
            unfold(desk)
        link = links.nth(place)
        with desk.expect_download() as waiting:
            link.click()
        name = waiting.value.suggested_filename
        assert name == link.get_attribute("download")
        figure = link.locator("xpath=ancestor::figure[.//*[@class='chart']]")
        chart = figure.get_attribute("id") if figure.count() else None
        found.append(Table(name, chart, waiting.value.path().read_bytes()))
    return found


def test_tables_download_as_csv_that_pandas_opens(tables):
    for one in tables:
        assert one.content.startswith(BYTE_ORDER_MARK)
        table = pd.read_csv(io.BytesIO(one.content), encoding="utf-8-sig")
        assert len(table) >= 1 and len(table.columns) >= 2
        assert not table.columns.str.startswith("Unnamed").any()


def test_every_chart_downloads_as_the_numbers_written_in_it(desk, tables):
    charts = desk.locator("article figure .chart > :is(.desk, .inset)").all()
    of_charts = [one for one in tables if one.chart]
    for chart, (name, of_chart, content) in zip(charts, of_charts, strict=True):
        assert name == f"{of_chart}.csv" and name.startswith("fig-")
        table = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig")
        assert list(table.columns[-2:]) == ["Measure", "Source"]
        drawn = table[table["Year"] == table["Year"].max()] if "Year" in table else table
        # A path is written at its end; what rounding leaves open is drawn and not written.
        values = drawn.select_dtypes("number").drop(columns="Year", errors="ignore")
        if len(values.columns) > 2:
            values = values.drop(columns=["Lowest", "Highest"], errors="ignore")
        # Of steps the change is written.
        values = values.drop(columns=["From"], errors="ignore")
        amounts = values.stack().abs().unique()
        # A line of dated events has no amounts, a place on a map nothing but where it lies.
        if {"Event", "Degrees east", "Km east"} & set(table.columns):
            continue
        assert len(amounts), name
        amounts = amounts[amounts > 0] if amounts.any() else amounts  # nothing is drawn of a zero
        written = numbers_written_in(chart.evaluate(PIECES))
        found = [any(rounds_to(amount, one) for one in written) for amount in amounts]
        # Of marks in a row only the outer ones are written, and narrow parts have no room.
        enough = 0.25 if "From" in table or len(values.columns) > 2 else 0.5
        assert sum(found) >= enough * len(found), (name, list(amounts), written)


# The texts of a drawing, each piece apart: in a row they would make numbers that nobody wrote.
PIECES = """(drawing) => {
  const walker = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode.data);
  return found.join(" ");
}"""


def numbers_written_in(chart: str) -> set[str]:
    """Return the numbers that a chart writes, without signs and the commas of thousands."""
    return set(re.findall(r"\d+(?:\.\d+)?", chart.replace(",", "")))


def rounds_to(value: float, text: str) -> bool:
    """Tell whether ``text`` may be ``value`` rounded: a whole number also to tens or hundreds."""
    whole, _, part = text.partition(".")
    zeros = len(whole) - len(whole.rstrip("0")) if not part and whole.strip("0") else 0
    return abs(value - float(text)) <= 0.5001 * 10.0 ** (zeros or -len(part))


def test_each_chapter_downloads_as_its_notebook(desk):
    chapters_only(desk)
    source = (ROOT / desk.name).with_suffix(".md")
    desk.reload()
    link = desk.locator("a.btn-download-notebook-button")
    if "kernelspec:" not in source.read_text("utf-8"):
        assert link.count() == 0  # a page of text alone is no notebook
        return
    desk.locator(".dropdown-download-buttons > button").click()
    assert link.is_visible()
    with desk.expect_download() as waiting:
        link.click()
    name = Path(desk.name).with_suffix(".ipynb").name
    assert waiting.value.suggested_filename == name
    notebook = nbformat.read(waiting.value.path(), as_version=4)
    nbformat.validate(notebook)
    chapter = jupytext.read(source)
    # First it says how to get the package; its sentences carry their numbers.
    assert "pip install" in notebook.cells[0].source
    kinds = [one.cell_type for one in notebook.cells[1:]]
    assert [kind for kind in kinds if kind == "code"] == [
        one.cell_type for one in chapter.cells if one.cell_type == "code"
    ]
    assert [one.source for one in notebook.cells if one.cell_type == "code"] == [
        one.source for one in chapter.cells if one.cell_type == "code"
    ]
    assert not any("{eval}" in one.source for one in notebook.cells)
    assert all(one.execution_count for one in notebook.cells if one.cell_type == "code")
    assert any(one.get("outputs") for one in notebook.cells)
    desk.keyboard.press("Escape")
