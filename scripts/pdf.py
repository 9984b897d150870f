"""Prints the built report as one PDF: ``python scripts/pdf.py``, after ``make book``.

The machine's Chromium prints it. A browser cannot say on which page something stands, so it prints
more than once: page numbers are read off one PDF and set in the next, until nothing moves.
"""

import argparse
import os
import sys
from pathlib import Path

import chinese
import chromium
import joined
import paper
from bs4 import BeautifulSoup
from inputs import BUILD
from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from analysis.data import edition

WHOLE = BUILD / "paper" / "report.html"
PDF = BUILD / f"{edition.entity()}-{edition.year()}.pdf"
ROUNDS = 5


def main() -> None:
    """Join, print, and say where the PDF is and how large."""
    parser = argparse.ArgumentParser(description="Print the built report as one PDF.")
    parser.add_argument("--output", type=Path, default=PDF, help="where to write it")
    pdf = parser.parse_args().output
    WHOLE.parent.mkdir(parents=True, exist_ok=True)
    soup = paper.whole(paper.contents(), WHOLE.parent)
    try:
        chinese.write_font(soup.get_text(), WHOLE.with_name("chinese.woff"))  # named in pdf.css
        with sync_playwright() as playwright:
            browser = chromium.start(playwright)
            print_settled(browser, soup, pdf)
            browser.close()
    except (chinese.NoFontError, chromium.NotPrintedError) as error:
        sys.exit(f"error: {error}")
    name_once(pdf)
    number = len(PdfReader(pdf).pages)
    size = pdf.stat().st_size / 1e6
    print(f"The report on paper: {os.path.relpath(pdf)} ({number} pages, {size:.1f} MB)")


def print_settled(browser: Browser, soup: BeautifulSoup, pdf: Path) -> None:
    """Print until the page numbers that stand in the document are those of its pages."""
    numbers: dict[str, int] = {}
    for _ in range(ROUNDS):
        WHOLE.write_text(str(joined.with_pages(soup, numbers)), "utf-8")
        chromium.print_page(browser, WHOLE, pdf)
        found = page_numbers(pdf)
        if found == numbers:
            return
        numbers = found
    sys.exit(f"error: after {ROUNDS} rounds page numbers still move; look at {WHOLE}")


def name_once(pdf: Path) -> None:
    """Mend the outline: Chromium says some headings twice in a row ("WorkWork")."""
    writer = PdfWriter(clone_from=pdf)

    def mend(item: DictionaryObject) -> None:
        while item is not None:
            title = item.get("/Title", "")
            half = len(title) // 2
            if title and title[:half] == title[half:]:
                item[NameObject("/Title")] = TextStringObject(title[:half])
            if "/First" in item:
                mend(item["/First"].get_object())
            item = item["/Next"].get_object() if "/Next" in item else None

    mend(writer.root_object["/Outlines"].get_object())
    writer.write(pdf)


def page_numbers(pdf: Path) -> dict[str, int]:
    """Return the number of the page on which each target of a link stands."""
    reader = PdfReader(pdf)
    return {
        name.removeprefix("/"): reader.get_destination_page_number(place) + 1
        for name, place in reader.named_destinations.items()
    }


if __name__ == "__main__":
    main()
