"""The summary on one sheet: offered where it could be printed, and nowhere else."""

import io
import time
from concurrent.futures import ThreadPoolExecutor

import build
import chromium
import pytest
import summary
from pypdf import PdfReader
from reading.kept import Kept

PAGE = (
    '<p>Printed, this page is a <span class="summary-file">summary of one sheet</span>, '
    "<span>no more</span>.</p>"
)


@pytest.fixture
def page(tmp_path):
    page = tmp_path / "index.html"
    page.write_text(PAGE, "utf-8")
    return page


@pytest.fixture
def kept(tmp_path):
    return Kept(tmp_path / "kept")


def alone(work, *given):
    """Run in a thread: a loop of another test may run in this one, and printing has its own."""
    with ThreadPoolExecutor() as threads:
        return threads.submit(work, *given).result()


def test_the_words_set_apart_lead_to_the_file_and_no_others():
    assert summary.offered(PAGE, "summary.pdf") == (
        '<p>Printed, this page is a <a class="summary-file" href="summary.pdf">summary of one '
        "sheet</a>, <span>no more</span>.</p>"
    )


def test_a_front_page_without_such_words_is_an_error():
    with pytest.raises(ValueError, match="no words that lead to its summary"):
        summary.offered("<p>Words</p>", "summary.pdf")


def test_what_was_printed_lies_beside_the_page_and_is_kept(page, kept, monkeypatch):
    calls = []
    monkeypatch.setattr(summary, "printed", lambda page: calls.append(page) or b"%PDF")
    alone(build.add_summary, page, kept)
    assert (page.parent / "summary.pdf").read_bytes() == b"%PDF"
    assert 'href="summary.pdf"' in page.read_text("utf-8")
    page.write_text(PAGE, "utf-8")
    alone(build.add_summary, page, kept)
    assert len(calls) == 1


def test_without_a_browser_the_page_stays_as_it_is_and_one_sentence_says_why(
    page, kept, monkeypatch, tmp_path, capsys
):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    alone(build.add_summary, page, kept)
    assert page.read_text("utf-8") == PAGE
    assert not (page.parent / "summary.pdf").exists()
    said = capsys.readouterr().out
    assert said.startswith("The front page offers no summary as PDF: no browser to print with")


def test_without_a_chinese_font_neither(page, kept, monkeypatch, capsys):
    if chromium.find_browser() is None:
        pytest.skip("there is no browser")
    page.write_text(PAGE + "<p>肃州</p>", "utf-8")
    monkeypatch.setattr("chinese.findSystemFonts", list)
    alone(build.add_summary, page, kept)
    assert "<a" not in page.read_text("utf-8")
    assert "no font of this machine has all the Chinese signs" in capsys.readouterr().out


def test_a_page_that_takes_two_sheets_ends_the_build(page, kept):
    if chromium.find_browser() is None:
        pytest.skip("there is no browser")
    page.write_text(PAGE + '<p style="height: 400mm">Long</p>', "utf-8")
    with pytest.raises(SystemExit, match=r"index\.html takes 2 sheets of paper"):
        alone(build.add_summary, page, kept)


def test_the_same_page_gives_the_same_bytes_whenever_it_is_printed(page):
    if chromium.find_browser() is None:
        pytest.skip("there is no browser")
    page.write_text(PAGE + "<p>肃州</p>", "utf-8")
    first = alone(summary.printed, page)
    time.sleep(1.1)  # dates in a PDF and in a font are in whole seconds
    assert alone(summary.printed, page) == first


def test_links_say_nothing_of_the_folder_in_which_the_page_was_printed(page):
    if chromium.find_browser() is None:
        pytest.skip("there is no browser")
    page.write_text(PAGE + '<a href="economy/output.html">Output</a>', "utf-8")
    notes = PdfReader(io.BytesIO(alone(summary.printed, page))).pages[0]["/Annots"]
    assert [note.get_object()["/A"]["/URI"] for note in notes] == ["economy/output.html"]
