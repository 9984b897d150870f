"""The front page as one sheet of paper: a PDF beside it, and the link that offers it.

`print.css` lays the front page out on one sheet, so that printing it from a browser gives the same.
Where there is no browser to print with, the report is built without the PDF and without the link.
"""

import io
import tempfile
from pathlib import Path

import chinese
import chromium

FILE = "summary.pdf"
OFFER = '<span class="summary-file">'  # round the words of the front page that become the link
STYLE = """@font-face { font-family: "Report Chinese"; src: url("FONT"); }
:root { --report-sans: "Yearbook Sans", "Report Chinese", sans-serif; }
:lang(zh) { font-family: var(--report-sans); }"""


class NotOneSheetError(Exception):
    """The front page does not fit on one sheet of paper."""


def printed(page: Path) -> bytes:
    """Return a page as a PDF of one sheet.

    Raises ``chromium.NotPrintedError`` and ``chinese.NoFontError`` where the machine lacks what it
    takes, and ``NotOneSheetError`` for a page that is longer.
    """
    from playwright.sync_api import sync_playwright
    from pypdf import PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.start(playwright)
        font, pdf = Path(folder) / "chinese.woff", Path(folder) / FILE
        chinese.write_font(page.read_text("utf-8"), font)
        style = STYLE.replace("FONT", font.as_uri())
        chromium.print_page(browser, page, pdf, style=style)
        browser.close()
        writer = PdfWriter(clone_from=pdf)
    if (number := len(writer.pages)) != 1:
        raise NotOneSheetError(
            f"{page.name} takes {number} sheets of paper, and is a summary on one: "
            "say less on it, or set it smaller in book/_static/print.css"
        )
    # Links lead from the PDF, wherever it lies, as they lead from the page beside it.
    for note in writer.pages[0].get("/Annots", []):
        action = note.get_object().get("/A", {})
        if "/URI" in action:
            address = str(action["/URI"]).replace(f"{page.parent.as_uri()}/", "")
            action[NameObject("/URI")] = TextStringObject(address)
    # The same page gives the same bytes, whenever it is printed.
    said = writer.metadata or {}
    writer.metadata = {name: said[name] for name in ("/Title", "/Producer") if name in said}
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def offered(html: str, address: str) -> str:
    """Return a page on which the words set apart for it lead to the PDF.

    Raises ``ValueError`` for a page without such words.
    """
    before, found, after = html.partition(OFFER)
    if not found:
        raise ValueError("the front page has no words that lead to its summary: {.summary-file}")
    words, _, rest = after.partition("</span>")
    return f'{before}<a class="summary-file" href="{address}">{words}</a>{rest}'
