"""The report on paper: the PDF that `make pdf` writes, and chapters printed from the browser."""

import io
import os
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from pypdf import PdfReader

from conftest import HTML, PAGES, ROOT, Profiles, unfold

WIDTH, HEIGHT = (round(mm / 25.4 * 96) for mm in (170, 257))  # of the text on a page
A4 = (595, 842)  # in points
ROOM_BELOW_HEADING = 20 / 25.4 * 72 + 40  # the lower margin, the heading and two lines
TERMS = ("肃州区", "地区生产总值", "可支配收入", "常住人口", "一般公共预算", "规模以上")
RADICAL = re.compile("[\u2e80-\u2fdf]")
CHROME = (
    "nav, aside, dialog, footer, button:not(th button), input, select, .headerlink, .cell_input"
)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def title(soup: BeautifulSoup) -> str:
    return soup.select_one("article h1").get_text().removesuffix("#").strip()


class Printed:
    """The PDF of the report, and the document that it was printed from."""

    def __init__(self, pdf: Path, document: Path):
        self.document = document
        self.soup = BeautifulSoup(document.read_text("utf-8"), "lxml")
        self.reader = PdfReader(pdf)

    @cached_property
    def texts(self) -> list[str]:
        return [page.extract_text() for page in self.reader.pages]

    @cached_property
    def outline(self) -> list[tuple[int, str, int, float]]:
        """Each bookmark's depth, title, page and height on the page in points."""

        def below(items, depth):
            for one in items:
                if isinstance(one, list):
                    yield from below(one, depth + 1)
                else:
                    page = self.reader.get_destination_page_number(one) + 1
                    yield depth, one.title.strip(), page, float(one.top)

        return list(below(self.reader.outline, 0))

    def links(self):
        for page in self.reader.pages:
            notes = [note.get_object() for note in page.get("/Annots", [])]
            yield from (note for note in notes if note["/Subtype"] == "/Link")


@pytest.fixture(scope="module")
def printed(browser, tmp_path_factory) -> Printed:
    pdf = tmp_path_factory.mktemp("paper") / "report.pdf"
    command = [sys.executable, str(ROOT / "scripts" / "pdf.py"), "--output", str(pdf)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if "no font" in done.stderr and os.environ.get("REQUIRE_BROWSER") != "1":
        pytest.skip(done.stderr)
    assert done.returncode == 0, done.stderr
    return Printed(pdf, ROOT / "_build" / "paper" / "report.html")


def test_every_page_is_a4_and_bears_its_number(printed):
    for number, (page, text) in enumerate(
        zip(printed.reader.pages, printed.texts, strict=True), start=1
    ):
        size = round(float(page.mediabox.width)), round(float(page.mediabox.height))
        assert size == A4, f"page {number}"
        assert number == 1 or re.search(rf"(?m)^{number}(?!\d)", text), f"page {number}"


def test_a_chapter_takes_some_pages_and_not_dozens(printed):
    assert 2 * len(PAGES) < len(printed.reader.pages) < 12 * len(PAGES)


def test_title_and_language_are_in_the_file(printed):
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    assert printed.reader.metadata.title == config["sphinx"]["config"]["html_title"]
    assert printed.reader.trailer["/Root"]["/Lang"] == "en"


def test_outline_is_parts_and_chapters_in_the_order_of_the_contents(printed):
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))

    def title_of(page):
        return title(BeautifulSoup((HTML / f"{page}.html").read_text("utf-8"), "lxml"))

    expected = [(0, "Contents"), (0, title_of(toc["root"]))]
    for part in toc["parts"]:
        expected.append((0, part["caption"]))
        expected += [(1, title_of(one["file"])) for one in part["chapters"]]
    cover, *found = [(depth, text) for depth, text, *_ in printed.outline]
    front = found[len(expected[:2]) : found.index((0, toc["parts"][0]["caption"]))]
    sections = {one for one in found if one[0] == 1} - set(expected)
    # The front page has no part above it.
    assert sections == {one for one in front if one[0] == 1}
    assert [one for one in found if one in expected] == expected
    assert cover == expected[1]


def test_contents_name_the_pages_on_which_titles_stand(printed):
    _cover, listed, *outline = printed.outline
    contents = "\n".join(printed.texts[listed[2] - 1 : outline[0][2] - 1])
    # What is below a section is in the outline only.
    titles = [" ".join(one.get_text().split()) for one in printed.soup.select(".depth-1, .depth-2")]
    headings = [one for one in outline if one[0] <= 2 and one[1] in titles]
    assert len(headings) >= len(titles) > 4 * len(PAGES)
    # Where letters are set closer, what reads a PDF may see a space within a word.
    for _, text, page, _ in headings:
        line = r"\s*".join(map(re.escape, bare(f"{text}{page}")))
        assert re.search(rf"{line}(?!\d)", contents), f"{text}: page {page}"


def test_every_link_inside_leads_to_a_place(printed):
    places = printed.reader.named_destinations
    inside = [note["/Dest"] for note in printed.links() if "/Dest" in note]
    assert len(inside) >= len(printed.soup.select('a[href^="#"]'))
    assert not [name for name in inside if name not in places]


def test_other_links_lead_to_the_web(printed):
    others = [note["/A"] for note in printed.links() if "/Dest" not in note]
    assert not [one for one in others if not one["/URI"].startswith("https://")]


def test_references_to_other_chapters_say_the_page(printed):
    pages: dict[str, int] = {}
    for depth, text, page, _ in printed.outline:
        if depth < 2:
            pages.setdefault(text, page)
    headings = {
        article["id"]: heading
        for article in printed.soup.select("article[id]")
        if (heading := article.select_one(".depth-1"))
    }
    references = [
        (link, headings.get(link["href"][1:]))
        for link in printed.soup.select("article a[data-page]")
    ]
    seen = [
        (int(link["data-page"]), pages[" ".join(heading.get_text().split())])
        for link, heading in references
        if heading
    ]
    assert len(seen) > len(PAGES)
    assert [one for one in seen if one[0] != one[1]] == []


@pytest.mark.parametrize("term", TERMS)
def test_chinese_can_be_found(printed, term):
    assert any(term in bare(text) for text in printed.texts)


def test_no_chinese_sign_has_become_the_radical_that_looks_like_it(printed):
    assert not [number for number, text in enumerate(printed.texts, 1) if RADICAL.search(text)]


def test_no_picture_is_made_of_pixels(printed):
    def images(resources):
        for one in resources.get("/XObject", {}).values():
            one = one.get_object()
            if one["/Subtype"] == "/Image":
                yield one
            elif "/Resources" in one:
                yield from images(one["/Resources"])

    pages = [n for n, page in enumerate(printed.reader.pages, 1) if [*images(page["/Resources"])]]
    assert pages == []


def test_every_chart_stands_with_its_caption_in_letters_that_can_be_selected(printed):
    figures = printed.soup.select("figure:has(.chart)")
    assert len(figures) > 1.5 * len(PAGES)
    # What links to another chapter has its page added, in the PDF alone.
    texts = [re.sub(r"\(p\.\d+\)", "", bare(text)) for text in printed.texts]
    for figure in figures:
        labels = [bare(one.get_text()) for one in figure.select(".desk text, .inset text")]
        # A small chart's number stands elsewhere.
        told = ".caption-text" if "inset" in figure["class"] else "figcaption p"
        caption = bare(figure.select_one(told).get_text())
        assert labels and any(
            caption in text and all(label in text for label in labels) for text in texts
        ), caption


def test_a_long_table_repeats_its_headings(open_page):
    page = open_page(f"{HTML.as_uri()}/book/goals/every_target.html")
    unfold(page)
    heads, rows = page.evaluate(
        """() => [...document.querySelectorAll("table.report")]
            .map((one) => [one.tHead.textContent, one.tBodies[0].rows.length])
            .sort((one, other) => other[1] - one[1])[0]"""
    )
    assert rows > 200
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    found = sum(bare(heads) in bare(sheet.extract_text()) for sheet in printed.pages)
    assert found >= rows / 60


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed):
    low = [(text, page) for _, text, page, top in printed.outline if top < ROOM_BELOW_HEADING]
    assert low == []


def test_neither_code_nor_what_must_be_clicked_is_on_paper(printed):
    text = " ".join(printed.texts)
    for words in ("Hide the code", "Download", "Filter rows", "Skip to main"):
        assert words not in text


def test_nothing_of_the_document_is_wider_or_higher_than_a_page(printed, browser):
    with Profiles(browser) as profiles:
        page = profiles.open(
            printed.document.as_uri(), {"width": WIDTH, "height": HEIGHT}, wait="load"
        )
        page.emulate_media(media="print")
        assert page.evaluate(TOO_LARGE, [WIDTH, HEIGHT]) == []
        assert [url for url in page.heard.requests if not url.startswith("file:")] == []
        assert page.heard.complaints == []


@pytest.fixture(scope="module")
def sheet(browser) -> tuple[PdfReader, str]:
    file = HTML / "book" / "summary.pdf"
    if not file.is_file() and os.environ.get("REQUIRE_BROWSER") != "1":
        pytest.skip("no summary was built, for want of a Chinese font")
    reader = PdfReader(file)
    return reader, bare(" ".join(page.extract_text() for page in reader.pages))


def front() -> BeautifulSoup:
    return BeautifulSoup((HTML / "book" / "index.html").read_text("utf-8"), "lxml")


def test_the_summary_is_one_a4_sheet_and_the_front_page_leads_to_it(sheet):
    (page,) = sheet[0].pages
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == A4
    assert [link["href"] for link in front().select("a.summary-file")] == ["summary.pdf"]


def test_the_summary_has_every_finding_of_the_front_page_with_its_chart(sheet):
    figures = front().select("figure:has(.chart)")
    assert len(figures) == 2 + 9
    for figure in figures:
        for said in (figure.select_one(".caption-text"), *figure.select(".desk text, .inset text")):
            assert bare(said.get_text()) in sheet[1], said


def test_the_summary_has_the_question_and_the_six_figures_and_no_fold(sheet):
    soup = front()
    for said in (soup.select_one(".question"), *soup.select(".key-figures dd")):
        assert bare(said.get_text()) in sheet[1]
    assert bare("肃州年鉴") in sheet[1]
    assert "Howtoread" not in sheet[1] and "Figuresused" not in sheet[1]


def test_the_front_page_printed_by_a_reader_is_that_sheet(open_page):
    page = open_page(f"{HTML.as_uri()}/book/index.html", theme="dark")
    found = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(found.pages) == 1


TOO_LARGE = """([width, height]) => [
    ...[...document.querySelectorAll("table.report, figure, article p, article dl")].filter((one) =>
        one.getBoundingClientRect().right > width + 1),
    ...[...document.querySelectorAll("figure, .main-points")].filter((one) =>
        one.getBoundingClientRect().height > 0.9 * height),
].map((one) => one.textContent.slice(0, 80))"""


@pytest.mark.parametrize("name", PAGES)
def test_a_chapter_printed_from_the_browser_is_the_article_alone(open_page, name):
    page = open_page(f"{HTML.as_uri()}/{name}", {"width": WIDTH, "height": HEIGHT}, theme="dark")
    page.emulate_media(media="print")
    assert page.evaluate(TOO_LARGE, [WIDTH, HEIGHT]) == []
    shown = page.evaluate(
        "(chrome) => [...document.querySelectorAll(chrome)].filter((one) => one.checkVisibility())"
        ".map((one) => one.outerHTML.slice(0, 80))",
        CHROME,
    )
    assert shown == []
    heading = page.locator("article h1")
    assert heading.is_visible()
    assert heading.evaluate("(one) => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    assert page.locator("article p").first.is_visible()


def test_a_folded_table_is_replaced_by_a_sentence_and_an_unfolded_one_is_printed(open_page):
    page = open_page(f"{HTML.as_uri()}/book/economy/output.html")
    page.emulate_media(media="print")
    table = page.locator("details.figures-used table").last
    sentence = page.locator("p.paper-only").last
    code = page.locator("details.hide pre").first
    assert (table.is_visible(), sentence.is_visible(), code.is_visible()) == (False, True, False)
    assert re.match(
        r"Not on paper: the \d+ figures\. .* book/economy/output\.html", sentence.inner_text()
    )
    unfold(page)
    assert (table.is_visible(), sentence.is_visible(), code.is_visible()) == (True, False, True)
    page.emulate_media(media="screen")
    assert not sentence.is_visible()
