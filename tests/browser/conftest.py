"""A real browser, the built report on a server and on disk, and what happens when a page opens."""

import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import pytest
import yaml
from chromium import BROWSERS, find_browser
from playwright.sync_api import Browser, Error, Page, sync_playwright

ROOT = Path(__file__).parents[2]
HTML = ROOT / "_build" / "html"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def contents() -> list[str]:
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    return [toc["root"]] + [
        chapter["file"] for part in toc["parts"] for chapter in part["chapters"]
    ]


PAGES = [f"{page}.html" for page in contents()]
OTHERS = ["search.html", "404.html"]


@pytest.fixture(scope="session")
def browser():
    """The machine's Chromium; tests that need it are skipped where there is none."""
    program = find_browser()
    if program is None:
        say = f"there is no browser: none of {', '.join(BROWSERS)} was found"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(say, pytrace=False)
        pytest.skip(say)
    if not HTML.is_dir():
        pytest.fail("the report is not built: run `make book` first", pytrace=False)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program)
        yield found
        found.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def server():
    """The address of a local server with the report."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=HTML)) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture(params=["server", "file"])
def site(request):
    """The report's address, once from a server and once from the file system."""
    return HTML.as_uri() if request.param == "file" else request.getfixturevalue("server")


@pytest.fixture
def open_page(browser):
    """Open pages as a reader would, who has seen none before."""
    with Profiles(browser) as profiles:
        yield profiles.open


@pytest.fixture(scope="module", params=PAGES + OTHERS)
def desk(request, browser, server):
    """Each page at a desk, opened once for all tests of a file, which leave it as it is."""
    with Profiles(browser) as profiles:
        yield profiles.open(
            f"{server}/{request.param}{query_of(request.param)}", name=request.param
        )


@pytest.fixture(scope="module", params=PAGES + OTHERS)
def phone(request, browser):
    """Each page on a phone, from its file, with everything that can be opened open."""
    with Profiles(browser) as profiles:
        address = f"{HTML.as_uri()}/{request.param}{query_of(request.param)}"
        page = profiles.open(address, PHONE, name=request.param)
        unfold(page)
        yield page


def query_of(name: str) -> str:
    return "?q=income" if name == "search.html" else ""


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")


def chapters_only(page) -> None:
    if page.name in OTHERS:
        pytest.skip("no chapter")


def scroll_through(page):
    """Go down the whole page, so that everything that waits for it is loaded."""
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 700) {
                window.scrollTo(0, y);
                await new Promise((go) => setTimeout(go, 15));
            }
            for (const image of document.images) image.loading = "eager";
            await Promise.all([...document.images].map((image) => image.decode().catch(() => 0)));
        }"""
    )


def asks_no_other_host_and_is_whole(page, site):
    scroll_through(page)
    own = urlsplit(site)
    for url in page.heard.requests:
        parts = urlsplit(url)
        assert parts.scheme == "data" or (parts.scheme, parts.netloc) == (own.scheme, own.netloc)
    assert page.heard.complaints == []
    assert page.evaluate("[...document.images].filter((one) => !one.naturalWidth).length") == 0


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, as a package for the test environment brings it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


# The rules on which axe spends its time, and what they look at.
COLOURS = {"color-contrast": "*", "link-in-text-block": "a[href]"}
# Of texts that look alike, themselves and all in which they stand, these rules see the first; what
# lies over or under a box in which it does not stand they see each time, and each field of a form.
MARK_REPEATED = """() => {
    const all = [...document.body.querySelectorAll("*")].map((one) => {
        const style = getComputedStyle(one), box = one.getBoundingClientRect();
        const ground = [style.backgroundColor, style.backgroundImage].join();
        const own = [...one.childNodes].map((node) => node.nodeType === 3 ? node.data : "");
        const text = one.matches("a") ? one.textContent : own.join(" ");
        const state = one.matches(":disabled, [aria-disabled=true], [aria-hidden=true]");
        return { one, box, text: text.trim().length > 1,
            shown: box.width > 2 && box.height > 2
                && one.checkVisibility({ visibilityProperty: true }),
            painted: ground !== "rgba(0, 0, 0, 0),none" || one.matches("img, svg, canvas"),
            look: [one.tagName, style.color, style.fill, ground, style.fontSize, style.fontWeight,
                style.opacity, style.textDecorationLine, style.textShadow, state].join() };
    });
    const painted = all.filter((each) => each.painted && each.shown);
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const numbers = new Map(), looks = new Map(), met = new Set();
    for (const { one, box, text, shown, look } of all) {
        const whole = [looks.get(one.parentElement), look, text].join();
        if (!numbers.has(whole)) numbers.set(whole, numbers.size);
        looks.set(one, numbers.get(whole));
        if (one.matches("input, select, textarea")) continue;
        const alone = text && shown && !painted.some((other) => meet(box, other.box)
            && !other.one.contains(one) && !one.contains(other.one));
        one.toggleAttribute("data-repeated", !text || alone && met.has(looks.get(one)));
        if (alone) met.add(looks.get(one));
    }
}"""


@pytest.fixture(scope="session")
def violations(axe):
    """Look at a page as it stands by every rule; by those on colours in both themes, or not."""

    seldom = [
        {"id": rule, "selector": f"{seen}:not([data-repeated])"} for rule, seen in COLOURS.items()
    ]

    def found(page, colours=True) -> list[str]:
        page.evaluate(axe)
        page.evaluate("(rules) => axe.configure({ rules })", seldom)
        if colours:
            looks = {"light": {}, "dark": {"runOnly": {"type": "rule", "values": [*COLOURS]}}}
        else:
            looks = {"light": {"rules": {rule: {"enabled": False} for rule in COLOURS}}}
        said = []
        for theme, rules in looks.items():
            page.emulate_media(color_scheme=theme)
            page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
            page.evaluate(MARK_REPEATED)
            options = {"resultTypes": ["violations"]} | rules
            result = page.evaluate("(options) => axe.run(options)", options)
            said += [
                f"{one['id']} ({theme}): {node['html'][:160]} {node['failureSummary']}"
                for one in result["violations"]
                for node in one["nodes"][:3]
            ]
        page.evaluate("document.documentElement.dataset.theme = 'light'")
        page.emulate_media(color_scheme="light")
        return said

    return found


class Profiles:
    """Browser profiles that are new to a test, and emptied when it ends.

    Another test then gets them: a new one costs the browser as much as it takes to show four pages.
    """

    free: ClassVar[dict[Browser, list[Page]]] = {}  # a tab in each

    def __init__(self, browser):
        self.browser, self.tabs, self.contexts = browser, [], []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for context in self.contexts:
            context.close()
        self.free.setdefault(self.browser, []).extend(tab for tab in self.tabs if emptied(tab))

    def open(self, address, viewport=DESK, theme="light", name="", wait="load", **options):
        """Open a page in a profile of its own; one with ``options`` is kept for no other test."""
        page = self._tab() if not options else self._with(options)
        page.set_viewport_size(viewport)
        page.emulate_media(media="null", color_scheme=theme, reduced_motion="reduce")
        page.name = name
        page.heard.begin()
        page.goto(address, wait_until=wait)
        page.loaded = page.heard.weights()
        return page

    def _tab(self):
        free = self.free.get(self.browser)
        self.tabs.append(free.pop() if free else new_tab(self.browser.new_context()))
        return self.tabs[-1]

    def _with(self, options):
        self.contexts.append(self.browser.new_context(**options))
        return new_tab(self.contexts[-1])


def new_tab(context):
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.heard = Heard(page)
    return page


def emptied(tab) -> bool:
    """Leave nothing in a tab and its profile; tell whether that could be done."""
    if tab.is_closed():
        return False
    try:
        # The theme notes on leaving how far its list was scrolled.
        tab.evaluate("""() => addEventListener("pagehide", () => {
            localStorage.clear();
            sessionStorage.clear();
        })""")
        tab.context.clear_cookies()
        tab.goto("about:blank")
    except Error:  # the tab has crashed, or shows what has no store
        tab.context.close()
        return False
    return True


class Heard:
    """What a page asks for and complains about."""

    def __init__(self, page):
        self.begin()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("response", self._answered)
        page.on("requestfailed", self._failed)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._said)

    def begin(self):
        """Forget what was heard."""
        self.requests, self.complaints = [], []

    def _failed(self, request):
        # What was asked for is given up when the reader goes on to the next page.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url}: {request.failure}")

    def _answered(self, response):
        if response.status >= 400:
            self.complaints.append(f"{response.url}: {response.status}")

    def _said(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def weights(self) -> dict[str, int]:
        """Return the bytes of each file that was asked for, uncompressed."""
        files = {url: HTML / urlsplit(url).path.lstrip("/") for url in self.requests}
        return {
            url: file.stat().st_size
            for url, file in files.items()
            if url.startswith("http") and file.is_file()
        }
