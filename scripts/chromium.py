"""The machine's Chromium or Chrome, and a page printed with it."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as BrowserError

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


class NotPrintedError(Exception):
    """There is no browser to print with, or a page that it cannot print."""


def find_browser() -> str | None:
    """Return the machine's Chromium or Chrome, or the one that CHROMIUM names."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def start(playwright: Playwright) -> Browser:
    """Start the machine's Chromium, or raise ``NotPrintedError``, which says how to get one."""
    program = find_browser()
    try:
        if program:
            return playwright.chromium.launch(executable_path=program)
        return playwright.chromium.launch(channel="chrome")  # where Chrome is on no path (macOS)
    except BrowserError as error:
        raise NotPrintedError(
            f"no browser to print with: {str(error).splitlines()[0]}\nInstall Chromium "
            "(Debian, Ubuntu: apt-get install chromium) or Chrome, or name one in CHROMIUM."
        ) from error


def print_page(browser: Browser, page: Path, pdf: Path, *, style: str = "") -> None:
    """Print a page from the file system as it is once fonts and charts are there.

    ``style`` is a sheet of style to print it with besides its own. Raises ``NotPrintedError``
    for pictures that cannot be shown.
    """
    tab = browser.new_page()
    tab.goto(page.as_uri())
    if style:
        tab.add_style_tag(content=style)
    missing = tab.evaluate(
        """async () => {
            await document.fonts.ready;
            const broken = [];
            for (const one of document.images) await one.decode().catch(() => broken.push(one.src));
            return broken;
        }"""
    )
    if missing:
        raise NotPrintedError(f"these pictures cannot be shown: {', '.join(missing)}")
    tab.pdf(path=pdf, prefer_css_page_size=True, print_background=True, outline=True, tagged=True)
    tab.close()
