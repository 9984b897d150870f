"""The report in browsers that lack something: a store, the newest unpacking, scripts."""

import pytest

from conftest import DESK, HTML, PHONE, Profiles

NO_STORE = """Object.defineProperty(window, "localStorage", {
  configurable: true,
  get() { throw new DOMException("refused", "SecurityError"); },
});"""
# Chromium up to 102 knows two formats of three.
NO_RAW = """const Unpacked = window.DecompressionStream;
window.DecompressionStream = class {
  constructor(format) {
    if (format === "deflate-raw") throw new TypeError("Unsupported compression format");
    return new Unpacked(format);
  }
};"""
NO_UNPACKING = "delete window.DecompressionStream;"


@pytest.fixture
def lacking(browser, server):
    """Open a page in a browser in which a script has taken something away."""
    contexts = []

    def opened(page_name: str, script: str, viewport=DESK):
        context = browser.new_context(viewport=viewport, color_scheme="light")
        contexts.append(context)
        context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.goto(f"{server}/{page_name}")
        return page

    yield opened
    for context in contexts:
        context.close()


def test_search_finds_without_a_store(lacking):
    page = lacking("search.html?q=income", NO_STORE)
    page.wait_for_selector("#search-results a")
    assert page.errors == []


def test_the_menu_opens_on_a_phone_without_a_store(lacking):
    page = lacking("book/index.html", NO_STORE, PHONE)
    page.click(".primary-toggle")
    assert page.locator("#pst-primary-sidebar-modal, #pst-primary-sidebar").first.is_visible()
    assert page.errors == []


def test_colours_change_without_a_store(lacking):
    page = lacking("book/index.html", NO_STORE)
    before = page.evaluate("document.documentElement.dataset.mode")
    page.locator(".theme-switch-button").first.click()
    assert page.evaluate("document.documentElement.dataset.mode") != before
    assert page.errors == []


def test_search_finds_where_the_newest_format_is_lacking(lacking):
    page = lacking("search.html?q=income", NO_RAW)
    page.wait_for_selector("#search-results a")


def test_a_browser_that_cannot_unpack_is_told_so(lacking):
    page = lacking("search.html?q=income", NO_UNPACKING)
    assert "too old" in page.inner_text("#search-results")


def test_without_scripts_a_page_has_its_colours_and_its_links(browser, server):
    with Profiles(browser) as profiles:
        page = profiles.open(f"{server}/book/economy/output.html", java_script_enabled=False)
        looks = page.context.new_cdp_session(page)
        looks.send("DOM.enable")
        looks.send("CSS.enable")
        root = looks.send("DOM.getDocument")["root"]["nodeId"]
        link = looks.send(
            "DOM.querySelector", {"nodeId": root, "selector": ".bd-article a.term, .bd-article p a"}
        )["nodeId"]
        body = looks.send("DOM.querySelector", {"nodeId": root, "selector": "body"})["nodeId"]

        def style(node: int, name: str) -> str:
            found = looks.send("CSS.getComputedStyleForNode", {"nodeId": node})["computedStyle"]
            return next(one["value"] for one in found if one["name"] == name)

        assert style(body, "background-color") == "rgb(255, 255, 255)"
        assert style(link, "color") != style(body, "color") or "underline" in style(
            link, "text-decoration-line"
        )


def test_what_is_copied_from_a_table_is_a_number_to_a_spreadsheet(browser, server):
    with Profiles(browser) as profiles:
        page = profiles.open(f"{server}/book/economy/output.html")
        copied = page.evaluate("""() => {
          document.querySelectorAll("details").forEach((one) => (one.open = true));
          const table = document.querySelector("table.report");
          table.tBodies[0].rows[0].cells[1].textContent = "\\u22121,234.5";
          getSelection().selectAllChildren(table);
          const event = new ClipboardEvent("copy", {
            clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
          table.dispatchEvent(event);
          const given = (kind) => event.clipboardData.getData(kind);
          return [given("text/plain"), given("text/html")];
        }""")
        assert all("-1,234.5" in text and "\u22121" not in text for text in copied)


def test_boxes_are_large_enough_that_a_phone_does_not_zoom(browser, server):
    with Profiles(browser) as profiles:
        page = profiles.open(f"{server}/book/evidence/all_figures.html", PHONE)
        page.wait_for_selector("#explorer input")
        sizes = page.eval_on_selector_all(
            "input, select", "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert sizes and min(sizes) >= 16


def test_long_code_breaks_on_the_narrowest_screen_with_wide_letters(browser, server):
    wide = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    with Profiles(browser) as profiles:
        for name in ("book/index", "book/evidence/method", "book/evidence/package"):
            page = profiles.open(f"{server}/{name}.html", {"width": 320, "height": 640})
            page.add_style_tag(content=wide)
            assert page.evaluate(
                "[...document.querySelectorAll('.bd-article :not(pre) > code')]"
                ".every(one => one.getBoundingClientRect().right <= innerWidth)"
            ), name


def test_the_report_is_served_with_its_hidden_folders():
    assert (HTML / ".nojekyll").is_file()
