"""Markup for readers' programs: language, description, names of buttons, no needless byte."""

import pytest
from bs4 import BeautifulSoup
from reading import markup


def parsed(body: str, head: str = "") -> BeautifulSoup:
    return BeautifulSoup(f"<html><head>{head}</head><body>{body}</body></html>", "html.parser")


def marked(body: str) -> str:
    soup = parsed(body)
    markup.mark_chinese(soup)
    return soup.body.decode_contents()


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
    soup = parsed(article)
    markup.describe(soup, "The report")
    return {
        meta.get("name", meta.get("property")): meta["content"] for meta in soup.select("head meta")
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


def repaired(body: str) -> BeautifulSoup:
    soup = parsed(body)
    markup.repair(soup)
    return soup


def test_a_button_is_named_by_its_title_unless_it_has_a_name():
    soup = repaired('<button title="Switch"></button><button aria-label="A" title="B"></button>')
    assert [one["aria-label"] for one in soup.select("button")] == ["Switch", "A"]


def test_an_icon_is_hidden_from_who_cannot_see_it():
    icon = repaired('<i class="fas fa-download" title="Download"></i>').i
    assert icon["aria-hidden"] == "true" and not icon.has_attr("title")


@pytest.mark.parametrize(("kind", "ending"), [("source", "md"), ("notebook", "ipynb")])
def test_a_chapter_is_downloaded_and_not_opened(kind, ending):
    link = repaired(
        f'<a class="btn btn-download-{kind}-button" href="../_sources/x.{ending}" target="_blank">'
    ).a
    assert link["download"] == f"x.{ending}" and not link.has_attr("target")


def test_side_bars_have_names():
    bar = repaired('<div id="pst-primary-sidebar"></div>').div
    assert (bar["role"], bar["aria-label"]) == ("complementary", "Report")


def test_a_summary_is_named_by_what_it_says():
    soup = repaired('<summary aria-label="Toggle hidden content">Show the code</summary>')
    assert not soup.summary.has_attr("aria-label")


def shortened(body: str) -> BeautifulSoup:
    soup = parsed(body)
    markup.shorten(soup)
    return soup


def table(*rows: str, kind: str = "report", heads: int = 2) -> str:
    head = '<th scope="col">Name</th>' + '<th class="number" scope="col">N</th>' * (heads - 1)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


NAME = '<th scope="row">a</th>'


def test_code_keeps_the_colours_of_words_and_loses_those_of_signs():
    soup = shortened(
        '<div class="highlight"><span class="k">if</span> <span class="n">x</span>'
        '<span class="o">==</span><span class="s2">"a"</span></div>'
    )
    assert soup.div.decode_contents() == '<span class="k">if</span> x==<span class="s2">"a"</span>'


def test_neighbours_of_one_colour_become_one():
    soup = shortened(
        '<div class="highlight"><span class="s2">"a</span><span class="s2">b"</span></div>'
    )
    assert soup.div.decode_contents() == '<span class="s2">"ab"</span>'


def test_a_number_to_sort_by_stays_only_where_it_says_more_than_the_text():
    rows = [
        f'{NAME}<td class="number" data-value="{value}">{text}</td>'
        for value, text in (("1234.0", "1,234"), ("-0.06", "−0.06"), ("2.3333333333", "2.3"))
    ]
    kept = [one.get("data-value") for one in shortened(table(*rows, kind="report sortable"))("td")]
    assert kept == [None, "-0.06", "2.3333333"]


def test_a_table_that_nobody_sorts_needs_no_number_to_sort_by():
    row = f'{NAME}<td class="number" data-value="2.3333">2</td>'
    assert not shortened(table(row)).td.has_attr("data-value")


def test_a_table_with_an_address_shows_it_beside_its_caption_once():
    box = '<div class="table-box"{}><table><caption>Sums</caption></table></div>'
    soup = parsed(box.format(' id="sums-table"') + box.format(""))
    markup.link_tables(soup)
    markup.link_tables(soup)
    first, second = soup.select("caption")
    (link,) = first.select("a")
    assert (link["href"], link.get_text()) == ("#sums-table", "#")
    assert soup.select("caption > a.headerlink") == [link]
    assert link["title"] == "Link to this table"
    assert second.decode_contents() == "Sums"


def test_a_column_of_numbers_is_named_once():
    soup = shortened(table(*[f'{NAME}<td class="number">1</td>'] * 2))
    assert soup.table["class"] == ["report", "right-2"]
    assert not soup.select("tbody .number")


def test_a_column_with_another_cell_in_it_is_not():
    soup = shortened(table(f'{NAME}<td class="number">1</td>', f"{NAME}<td>x</td>"))
    assert soup.table["class"] == ["report"]
    assert len(soup.select("tbody .number")) == 1


def test_rows_that_head_a_group_do_not_count():
    head = '<th scope="rowgroup" colspan="2">Communique</th>'
    soup = shortened(table(head, f'{NAME}<td class="number">1</td>'))
    assert "right-2" in soup.table["class"]


def test_cells_across_columns_leave_a_table_as_it_is():
    across = f'{NAME}<td class="number" colspan="2">1</td>'
    assert shortened(table(across, heads=3)).table["class"] == ["report"]


def test_a_cell_with_a_figure_and_its_unit_is_marked_as_a_whole():
    cell = shortened('<table><tr><td>220<span lang="zh">亿元</span></td></tr></table>').td
    assert str(cell) == '<td lang="zh">220亿元</td>'


def test_a_cell_with_english_in_it_is_not():
    text = '<td>about 220<span lang="zh">亿元</span></td>'
    assert str(shortened(f"<table><tr>{text}</tr></table>").td) == text


def test_a_cell_without_chinese_is_not_marked_as_chinese():
    assert str(shortened('<table><tr><td lang="zh">36%</td></tr></table>').td) == "<td>36%</td>"


def test_blank_lines_go_and_text_stays():
    code = "<pre><b>x</b>\n\n  <b>y</b></pre>"
    soup = BeautifulSoup(f"<p>a</p>\n\n   \n{code}", "html.parser")
    assert markup.serialised(soup) == f"<p>a</p>\n{code}\n"


def test_the_pages_beside_the_report_name_it_as_text(tmp_path):
    markup.write_not_found(tmp_path, "A < B")
    markup.write_redirect(tmp_path, "book/index", "A < B")
    assert "<title>Page not found — A &lt; B</title>" in (tmp_path / "404.html").read_text("utf-8")
    front = (tmp_path / "index.html").read_text("utf-8")
    assert 'url=book/index.html"' in front and "<h1>A &lt; B</h1>" in front
