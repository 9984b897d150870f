"""Pages joined into one document: what is unique stays unique, and links lead where they led."""

import joined
import pytest
from bs4 import BeautifulSoup

OUTPUT = """
<section id="output"><h1>Output<a class="headerlink" href="#output">#</a></h1>
<p>See <a href="../society/people.html#ages">ages</a>, <a href="../society/people.html">people</a>,
<a href="#parts">parts</a>, <a href="../../search.html">search</a>,
<a href="https://example.org/">elsewhere</a>.</p>
<section id="parts"><h2>Parts</h2>
<details class="hide"><summary>Show the code</summary><pre>print(1)</pre></details>
<details class="figures-used"><table></table></details>
<p class="paper-only">Not on paper.</p>
<img src="../../_images/chart.svg" loading="lazy" alt="A chart.">
<table><tr><th id="sector">Sector</th></tr><tr><td headers="sector parts">1</td></tr></table>
<p><a download href="../../_downloads/parts.csv">Download as CSV</a></p></section>
<section id="figures-used"><h2>Figures used</h2>
<details class="figures-used"><table id="used"></table></details>
<p class="paper-only">These neither.</p></section></section>
"""
PEOPLE = """
<section id="people"><h1>People</h1><section id="ages"><h2>Ages  of
people</h2><h3 id="parts">Parts</h3></section></section>
"""


class Built:
    """A built report of two pages in a part of their own each."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "html").mkdir()
        (folder / "html" / "search.html").write_text("<p>search</p>", "utf-8")
        self.pages = [
            self.page("economy/output", OUTPUT, "Economy"),
            self.page("society/people", PEOPLE, "Society"),
        ]

    def page(self, name, article, part):
        path = self.folder / "html" / "book" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<nav></nav><article class="bd-article">{article}</article>', "utf-8")
        return joined.Page(f"book/{name}", path, part, 2)

    def spoil(self, old, new):
        text = self.pages[0].path.read_text("utf-8")
        assert old in text
        self.pages[0].path.write_text(text.replace(old, new), "utf-8")

    def join(self):
        return joined.join(self.pages, self.folder / "paper")


@pytest.fixture
def built(tmp_path):
    return Built(tmp_path)


def test_ids_of_all_pages_are_unique_and_say_their_page(built):
    articles = built.join()
    ids = [element["id"] for one in articles for element in [one, *one.find_all(id=True)]]
    assert len(ids) == len(set(ids)) == 8
    assert "book-economy-output--parts" in ids and "book-society-people--parts" in ids
    assert [one["id"] for one in articles] == ["book-economy-output", "book-society-people"]


def test_what_points_at_an_id_follows_it(built):
    cell = built.join()[0].td
    assert cell["headers"] == "book-economy-output--sector book-economy-output--parts"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("ages", "#book-society-people--ages"),
        ("people", "#book-society-people"),
        ("parts", "#book-economy-output--parts"),
        ("elsewhere", "https://example.org/"),
        ("search", None),
        ("Download as CSV", None),
    ],
)
def test_a_link_leads_where_it_led_or_nowhere(built, text, target):
    link = built.join()[0].find("a", string=text)
    assert link.get("href") == target


def test_only_links_to_other_chapters_say_a_page(built):
    article = built.join()[0]
    assert [one.string for one in article.select("a[data-page]")] == ["ages", "people"]


@pytest.mark.parametrize(
    ("old", "new"), [("people.html#ages", "people.html#heights"), ("people.html", "persons.html")]
)
def test_a_link_to_what_is_not_there_is_an_error_that_names_the_page(built, old, new):
    built.spoil(f'href="../society/{old}"', f'href="../society/{new}"')
    with pytest.raises(ValueError, match=rf"output\.html: a link leads to \S*{new}"):
        built.join()


def test_a_page_without_an_article_is_an_error_that_names_it(built):
    built.spoil("bd-article", "other")
    with pytest.raises(ValueError, match=r"output\.html: no article"):
        built.join()


def test_pictures_are_found_from_the_folder_of_the_document_at_once(built):
    image = built.join()[0].img
    assert image["src"] == "../html/_images/chart.svg"
    assert "loading" not in image.attrs


def test_code_and_folded_tables_are_left_out_and_figures_used_with_their_heading(built):
    article = built.join()[0]
    assert not article.select("details, pre, .headerlink")
    assert [one.get_text() for one in article.select("h2, h3")] == ["Output", "Parts"]
    assert [one.get_text() for one in article.select(".paper-only")] == ["Not on paper."]


def test_a_link_to_what_is_left_out_leads_to_its_chapter(built):
    built.spoil('href="#parts"', 'href="#used"')
    assert built.join()[0].find("a", string="parts")["href"] == "#book-economy-output"


def test_a_list_to_search_is_replaced_by_a_sentence_that_says_where_it_is(built):
    built.spoil("<table><tr>", '<div id="explorer"><p>Needs JavaScript.</p></div><table><tr>')
    article = built.join()[0]
    assert "JavaScript" not in article.get_text()
    assert "stands at this place of book/economy/output.html" in article.get_text()


def test_a_term_leads_to_the_glossary_without_a_page(built):
    built.spoil(
        '<a href="../society/people.html">', '<a class="term" href="../society/people.html">'
    )
    link = built.join()[0].find("a", string="people")
    assert link["href"] == "#book-society-people"
    assert "data-page" not in link.attrs


def test_a_query_of_the_page_itself_leads_nowhere(built):
    built.spoil('href="#parts"', 'href="#q=parts"')
    assert "href" not in built.join()[0].find("a", string="parts").attrs


def test_headings_go_below_their_part_and_keep_their_look(built):
    headings = built.join()[1].select("h1, h2, h3, h4")
    assert [(one.name, one["class"]) for one in headings] == [
        ("h2", ["depth-1"]),
        ("h3", ["depth-2"]),
        ("h4", ["depth-3"]),
    ]


def test_contents_list_parts_chapters_and_sections_in_order(built):
    found = joined.entries(built.pages, built.join())
    assert [(one.kind, one.text, one.target) for one in found] == [
        ("part", "Economy", "book-economy-output"),
        ("chapter", "Output", "book-economy-output"),
        ("section", "Parts", "book-economy-output--parts-heading"),
        ("part", "Society", "book-society-people"),
        ("chapter", "People", "book-society-people"),
        ("section", "Ages of people", "book-society-people--ages-heading"),
    ]


def test_page_numbers_are_set_in_a_copy_where_they_are_known():
    soup = BeautifulSoup(
        '<a data-page="000" href="#a">a</a><a data-page="000" href="#b">b</a><a href="#a">c</a>',
        "html.parser",
    )
    numbered = joined.with_pages(soup, {"a": 7})
    assert [one.get("data-page") for one in numbered.select("a")] == ["7", "000", None]
    assert [one.get("data-page") for one in soup.select("a")] == ["000", "000", None]
