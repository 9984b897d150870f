"""Markup for readers' programs: language, description, names of buttons, no needless byte."""

import pytest
from reading import markup, tree
from reading.tree import Element, first, select


def parsed(body: str, head: str = "") -> Element:
    return tree.parsed(f"<html><head>{head}</head><body>{body}</body></html>")


def inside(element: Element) -> str:
    """Return what stands between the tags of an element."""
    whole = tree.html.tostring(element, encoding="unicode", with_tail=False)
    return whole.partition(">")[2].rpartition("</")[0]


def marked(body: str) -> str:
    root = parsed(body)
    markup.mark_chinese(root)
    return inside(root.find("body"))


def test_a_run_of_chinese_is_marked():
    assert marked("<p>GDP (地区生产总值) grew</p>") == (
        '<p>GDP (<span lang="zh">地区生产总值</span>) grew</p>'
    )


def test_each_run_is_marked():
    assert marked("<p>收入 and 增长</p>").count('<span lang="zh">') == 2


def test_chinese_marks_and_figures_between_chinese_belong_to_the_run():
    assert marked("<p>《肃州年鉴（2022综合卷）》 9</p>") == (
        '<p><span lang="zh">《肃州年鉴（2022综合卷）》</span> 9</p>'
    )


def test_a_figure_before_chinese_does_not_belong_to_the_run():
    assert marked("<p>220亿元</p>") == '<p>220<span lang="zh">亿元</span></p>'


@pytest.mark.parametrize(
    "body",
    [
        "<pre>收入</pre>",
        "<p><code>收入</code></p>",
        "<script>收入</script>",
        '<p lang="zh">收入</p>',
        '<p lang="zh-Hans"><b>收入</b></p>',
        "<!-- 收入 -->",
    ],
)
def test_code_and_what_is_marked_stay(body):
    assert marked(body) == body


def described(article: str) -> dict[str, str]:
    root = parsed(article)
    markup.describe(root, "The report")
    return {
        meta.get("name", meta.get("property")): meta.get("content")
        for meta in select(root, "head meta")
    }


def test_a_page_is_described_by_its_question():
    found = described(
        '<article class="bd-article"><section><h1>Output<a>#</a></h1><p>First.</p>'
        '<p class="question">How\n large?</p></section></article>'
    )
    assert found["description"] == found["og:description"] == "How large?"
    assert (found["og:title"], found["og:site_name"]) == ("Output", "The report")


def test_a_page_without_a_question_is_described_by_its_first_paragraph():
    found = described(
        '<article class="bd-article"><section><h1>A</h1><p>First.</p><p>B.</p></section></article>'
    )
    assert found["description"] == "First."


def test_a_page_that_is_no_article_is_not_listed():
    assert described("<p>Search</p>") == {"robots": "noindex"}


def repaired(body: str, selector: str) -> Element:
    root = parsed(body)
    markup.repair(root)
    return first(root, selector)


def test_a_button_without_a_name_is_named_by_its_title():
    assert repaired('<button title="Switch"></button>', "button").get("aria-label") == "Switch"


def test_a_button_with_a_name_keeps_it():
    button = repaired('<button aria-label="A" title="B"></button>', "button")
    assert button.get("aria-label") == "A"


def test_an_icon_is_hidden_from_who_cannot_see_it():
    icon = repaired('<i class="fas fa-download" title="Download"></i>', "i")
    assert icon.get("aria-hidden") == "true" and icon.get("title") is None


@pytest.mark.parametrize(("kind", "ending"), [("source", "md"), ("notebook", "ipynb")])
def test_a_chapter_is_downloaded_and_not_opened(kind, ending):
    link = repaired(
        f'<a class="btn btn-download-{kind}-button" href="../_sources/x.{ending}" target="_blank">',
        "a",
    )
    assert link.get("download") == f"x.{ending}" and link.get("target") is None


def test_side_bars_have_names():
    bar = repaired('<div id="pst-primary-sidebar"></div>', "div")
    assert (bar.get("role"), bar.get("aria-label")) == ("complementary", "Report")


def test_a_summary_is_named_by_what_it_says():
    label = '<summary aria-label="Toggle hidden content">Show the code</summary>'
    assert repaired(label, "summary").get("aria-label") is None


def shortened(body: str) -> Element:
    root = parsed(body)
    markup.shorten(root)
    return root.find("body")


def table(*rows: str, kind: str = "report", heads: int = 2) -> str:
    head = '<th scope="col">Name</th>' + '<th class="number" scope="col">N</th>' * (heads - 1)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


NAME = '<th scope="row">a</th>'


def test_code_keeps_the_colours_of_words_and_loses_those_of_signs():
    body = shortened(
        '<div class="highlight"><span class="k">if</span> <span class="n">x</span>'
        '<span class="o">==</span><span class="s2">"a"</span></div>'
    )
    code = '<span class="k">if</span> x==<span class="s2">"a"</span>'
    assert inside(first(body, "div")) == code


def test_neighbours_of_one_colour_become_one():
    body = shortened(
        '<div class="highlight"><span class="s2">"a</span><span class="s2">b</span>'
        '<span class="s2">"</span>.</div>'
    )
    assert inside(first(body, "div")) == '<span class="s2">"ab"</span>.'


@pytest.mark.parametrize(
    "code",
    [
        '<span class="s2">"a"</span> <span class="s2">"b"</span>',
        '<span class="s2">"a"</span><span class="k">if</span>',
    ],
)
def test_colours_with_something_between_and_other_colours_stay_apart(code):
    assert inside(first(shortened(f'<div class="highlight">{code}</div>'), "div")) == code


def test_a_number_to_sort_by_stays_only_where_it_says_more_than_the_text():
    rows = [
        f'{NAME}<td class="number" data-value="{value}">{text}</td>'
        for value, text in (("1234.0", "1,234"), ("-0.06", "−0.06"), ("2.3333333333", "2.3"))
    ]
    cells = select(shortened(table(*rows, kind="report sortable")), "td")
    assert [one.get("data-value") for one in cells] == [None, "-0.06", "2.3333333"]


def test_a_table_that_nobody_sorts_needs_no_number_to_sort_by():
    row = f'{NAME}<td class="number" data-value="2.3333">2</td>'
    assert first(shortened(table(row)), "td").get("data-value") is None


def test_a_table_with_an_address_shows_it_beside_its_caption_once():
    box = '<div class="table-box"{}><table><caption>Sums</caption></table></div>'
    root = parsed(box.format(' id="sums-table"') + box.format(""))
    markup.link_tables(root)
    markup.link_tables(root)
    captions = [inside(caption) for caption in select(root, "caption")]
    (link,) = select(root, "caption > a.headerlink")
    assert (link.get("href"), link.text) == ("#sums-table", "#")
    assert link.get("title") == "Link to this table"
    assert captions[1] == "Sums"


def classes(body: Element) -> str:
    return first(body, "table").get("class")


def test_a_column_of_numbers_is_named_once():
    body = shortened(table(*[f'{NAME}<td class="number">1</td>'] * 2))
    assert classes(body) == "report right-2"
    assert not select(body, "tbody .number")


def test_a_column_with_another_cell_in_it_is_not():
    body = shortened(table(f'{NAME}<td class="number">1</td>', f"{NAME}<td>x</td>"))
    assert classes(body) == "report"
    assert len(select(body, "tbody .number")) == 1


def test_rows_that_head_a_group_do_not_count():
    head = '<th scope="rowgroup" colspan="2">Communique</th>'
    body = shortened(table(head, f'{NAME}<td class="number">1</td>'))
    assert classes(body) == "report right-2"


def test_cells_across_columns_leave_a_table_as_it_is():
    across = f'{NAME}<td class="number" colspan="2">1</td>'
    assert classes(shortened(table(across, heads=3))) == "report"


def row_of(cell: str) -> str:
    return inside(first(shortened(f"<table><tr>{cell}</tr></table>"), "tr"))


def test_a_cell_with_a_figure_and_its_unit_is_marked_as_a_whole():
    cell = '<td>220<span lang="zh">亿元</span></td>'
    assert row_of(cell) == '<td lang="zh">220亿元</td>'


@pytest.mark.parametrize(
    "text", ['about 220<span lang="zh">亿元</span>', '<span lang="zh">亿</span> yuan']
)
def test_a_cell_with_english_in_it_is_not(text):
    assert row_of(f"<td>{text}</td>") == f"<td>{text}</td>"


def test_a_cell_without_chinese_is_not_marked_as_chinese():
    assert row_of('<td lang="zh">36%</td>') == "<td>36%</td>"


def test_the_pages_beside_the_report_name_it_as_text():
    assert "<title>Page not found — A &lt; B</title>" in markup.not_found("A < B")
    front = markup.redirect("book/index.html", "A < B")
    assert 'url=book/index.html"' in front and "<h1>A &lt; B</h1>" in front
