"""A real browser, the built report on a server and on disk, and what happens when a page opens."""

import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from chromium import BROWSERS, find_browser

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
    from playwright.sync_api import sync_playwright

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
    """Open pages as a reader would; each test has fresh profiles."""
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
# Of table rows that look alike, down to the colours of each part, these rules see the first.
MARK_REPEATED = """() => {
    for (const body of document.querySelectorAll("tbody")) {
        const seen = new Set();
        for (const row of body.rows) {
            const look = [row, ...row.querySelectorAll("*")].map((one) => {
                const { color, backgroundColor, fontSize, fontWeight, opacity, textDecorationLine }
                    = getComputedStyle(one);
                return [one.tagName, color, backgroundColor, fontSize, fontWeight, opacity,
                    textDecorationLine].join();
            }).join(";");
            for (const one of [row, ...row.querySelectorAll("*")])
                one.toggleAttribute("data-repeated", seen.has(look));
            seen.add(look);
        }
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
    """Browser profiles, closed at the end."""

    def __init__(self, browser):
        self.browser, self.contexts = browser, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for context in self.contexts:
            context.close()

    def open(self, address, viewport=DESK, theme="light", name="", wait="load", **options):
        context = self.browser.new_context(
            viewport=viewport, color_scheme=theme, reduced_motion="reduce", **options
        )
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.name, page.heard = name, Heard(page)
        page.goto(address, wait_until=wait)
        page.loaded = page.heard.weights()
        return page


class Heard:
    """What a page asks for and complains about."""

    def __init__(self, page):
        self.requests, self.complaints = [], []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("response", self._answered)
        page.on("requestfailed", self._failed)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._said)

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
