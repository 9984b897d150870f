"""What a reader does with a page: theme, side bars, downloads, sorting, filtering, printing."""

import io
import re

import nbformat
import pytest
from PIL import Image, ImageColor

from conftest import PAGES, PHONE, ROOT, unfold


def ground(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_theme_can_be_switched_and_is_kept(open_page, site):
    page = open_page(f"{site}/{PAGES[0]}")
    light = ground(page)
    button = page.locator("main .theme-switch-button")
    for _ in range(3):
        button.click()
        if page.get_attribute("html", "data-theme") == "dark":
            break
    assert page.get_attribute("html", "data-theme") == "dark"
    dark = ground(page)
    assert dark != light
    page.goto(f"{site}/{PAGES[1]}")
    assert ground(page) == dark
    assert page.heard.complaints == []


def test_theme_follows_the_system_until_it_is_switched(open_page, server):
    light, dark = (open_page(f"{server}/{PAGES[1]}", theme=theme) for theme in ("light", "dark"))
    assert ground(light) != ground(dark)


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_a_chart_can_be_read_where_the_system_forces_its_colours(open_page, server, chosen, system):
    page = open_page(f"{server}/{PAGES[1]}", theme=system, forced_colors="active")
    page.evaluate(f"document.documentElement.dataset.theme = '{chosen}'")
    chart = page.locator(".chart").first
    ink = chart.evaluate("(one) => getComputedStyle(one).getPropertyValue('--chart-ink')")
    picture = Image.open(io.BytesIO(chart.screenshot())).convert("RGB")
    colours = picture.getcolors(picture.width * picture.height)
    ground = sum(max(colours)[1])
    assert (ground > 600) if chosen == "light" else (ground < 150)
    assert ImageColor.getrgb(ink) in {colour for _, colour in colours}


def test_contents_list_opens_on_a_phone(open_page, site):
    page = open_page(f"{site}/{PAGES[1]}", PHONE)
    link = page.locator("nav.bd-docs-nav a.reference").first
    assert not link.is_visible()
    page.locator(".primary-toggle:visible").first.click()
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert not link.is_visible()


def test_contents_list_can_be_hidden_at_a_desk(open_page, server):
    page = open_page(f"{server}/{PAGES[1]}")
    link = page.locator("nav.bd-docs-nav a.reference").first
    assert link.is_visible()
    page.locator(".primary-toggle:visible").first.click()
    assert page.evaluate(
        """() => {
            const bar = document.querySelector("#pst-primary-sidebar");
            return getComputedStyle(bar).visibility === "hidden";
        }"""
    )


@pytest.mark.parametrize("where", ["server", "file"])
def test_chapter_downloads_as_the_text_it_was_written_in(request, open_page, where):
    from conftest import HTML

    site = HTML.as_uri() if where == "file" else request.getfixturevalue("server")
    page = open_page(f"{site}/{PAGES[1]}")
    page.locator(".dropdown-download-buttons > button").click()
    link = page.locator("a.btn-download-source-button")
    assert link.is_visible()
    if where == "file":  # a browser shows it instead, which is as good
        path = HTML / PAGES[1]
        source = (path.parent / link.get_attribute("href")).resolve().read_text("utf-8")
    else:
        with page.expect_download() as waiting:
            link.click()
        source = waiting.value.path().read_text("utf-8")
    assert source == (ROOT / PAGES[1]).with_suffix(".md").read_text("utf-8")
    assert "{code-cell}" in source
    import jupytext

    nbformat.validate(jupytext.reads(source, fmt="md:myst"))


@pytest.fixture(scope="module")
def long_table(desk):
    if desk.locator("table.report.sortable").count() == 0:
        pytest.skip("no long table")
    unfold(desk)
    return desk, desk.locator("table.report.sortable").all()


# Clicks twice on each head of a table, in one go: showing each order would take ten times as
# long.
SORTED = """(table) => {
    const heads = [...table.querySelectorAll("thead th")];
    const buttons = heads.map((head) => head.querySelector("button"));
    const reached = buttons.map((button) => (button.focus(), document.activeElement === button));
    return heads.map((head, column) => ({
        reached: reached[column],
        number: head.classList.contains("number"),
        orders: [1, 2].map(() => {
            buttons[column].click();
            const cells = [...table.tBodies[0].rows].map((row) => row.cells[column]);
            const texts = cells.map((cell) => cell.textContent.trim());
            const falls = texts.filter((text, at) => at && texts[at - 1].localeCompare(text) > 0);
            return { says: head.getAttribute("aria-sort"), values: cells.map(key), falls };
        }),
    }));
}"""


def test_long_tables_sort_by_each_column(long_table):
    _, tables = long_table
    for table in tables:
        for column in table.evaluate(SORTED):
            up, down = column["orders"]
            assert (up["says"], down["says"]) == ("ascending", "descending")
            assert column["reached"]
            if column["number"]:
                numbers = [one for one in up["values"] if one is not None]
                assert numbers == sorted(numbers)
                assert up["values"][len(numbers) :] == [None] * (len(up["values"]) - len(numbers))
                assert down["values"][: len(numbers)] == sorted(numbers, reverse=True)
            else:
                assert up["falls"] == []
        heads = table.locator("thead th")
        for head in (heads.first, heads.last):
            head.get_by_role("button").press("Enter")
            assert head.get_attribute("aria-sort") == "ascending"


def test_numbers_to_sort_by_are_the_numbers_shown(long_table):
    _, tables = long_table
    for table in tables:
        pairs = table.locator("tbody td").evaluate_all(
            "(all) => all.filter((one) => one.closest('table').tHead.rows[0]"
            ".cells[one.cellIndex].classList.contains('number'))"
            ".map((one) => [one.textContent, key(one)])"
        )
        for text, value in pairs:
            if re.fullmatch(r"[−-]?[\d,]+(\.\d+)?", text):
                shown = float(text.replace(",", "").replace("−", "-"))
                places = len(text.partition(".")[2])
                assert abs(shown - value) <= 0.51 * 10**-places, text


def test_long_tables_can_be_filtered(long_table):
    _, tables = long_table
    for table in tables:
        box = table.locator("xpath=ancestor::div[contains(@class, 'table-box')]")
        field = box.locator("xpath=preceding-sibling::p[1]//input")
        first = table.locator("tbody th").first.inner_text().split()[0].lower()
        field.fill(first)
        shown = table.locator("tbody tr:visible")
        assert 0 < shown.count() <= table.locator("tbody tr").count()
        assert all(first in text.lower() for text in shown.all_inner_texts())
        field.fill("zeppelin")
        assert shown.count() == 0
        assert box.locator("xpath=preceding-sibling::p[1]").inner_text().find("0 of") >= 0


def test_a_captioned_table_shows_its_own_address(open_page, server):
    page = open_page(f"{server}/book/evidence/add_up.html")
    unfold(page)
    captions = page.locator("article table.report > caption")
    assert captions.count() >= 3
    for caption in captions.all():
        link = caption.locator("a.headerlink")
        assert not link.is_visible()
        caption.hover()
        assert link.is_visible()
        link.click()
        assert page.evaluate(
            "(one) => one.closest('.table-box') === document.querySelector(':target')",
            caption.element_handle(),
        )
        bar = caption.locator("xpath=ancestor::div[1]/preceding-sibling::p[1]//input")
        label = bar.get_attribute("aria-label") if bar.count() else ""
        assert not label.endswith("#")  # the filter is named by the caption, not by the mark


def test_page_prints_as_the_article_alone(open_page, server):
    page = open_page(f"{server}/{PAGES[1]}", theme="dark")
    page.emulate_media(media="print")
    for part in ("#pst-primary-sidebar", "#pst-secondary-sidebar", ".bd-header-article"):
        assert not page.locator(part).is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("article h1").is_visible()
    assert io.BytesIO(page.pdf()).getvalue().startswith(b"%PDF")


def test_code_can_be_copied(open_page, server):
    page = open_page(f"{server}/{PAGES[1]}", permissions=["clipboard-read", "clipboard-write"])
    page.locator("details.hide > summary").first.click()
    block = page.locator("div.highlight").first
    block.hover()
    block.locator("button.copybtn").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == block.locator("pre").inner_text().strip()


def test_page_not_found_leads_to_the_front_page(open_page, server):
    page = open_page(f"{server}/404.html")
    page.wait_for_function("document.getElementById('front').href.endsWith('/book/index.html')")
    page.click("#front")
    assert page.title().startswith("Suzhou District")


def test_folder_leads_to_the_front_page(open_page, site):
    page = open_page(f"{site}/index.html")
    page.wait_for_url("**/book/index.html")
    assert page.locator("article h1").count() == 1


def test_targets_are_chosen_from_lists_and_found_by_their_address(open_page, server):
    address = f"{server}/book/goals/every_target.html"
    page = open_page(address)
    rows = page.locator("table.sortable tbody tr:visible")
    every = rows.count()
    page.locator(".table-filter").get_by_label("By", exact=True).select_option("2022")
    assert set(rows.locator("td:nth-child(3)").all_inner_texts()) == {"2022"}
    page.goto(f"{address}#party_report-gdp-2026-level")
    page.locator("tr:target").wait_for(state="visible")  # though it is not of the year chosen
    assert rows.count() == every
