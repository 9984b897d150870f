"""Linking terms to the glossary: what is a first mention, and what is a sentence."""

from pathlib import Path

import pytest
from reading import terms
from reading.page import Page
from reading.tree import first, parsed, select

GLOSSARY = """<article class="bd-article"><dl class="glossary">
<dt id="term-income">income<a class="headerlink" href="#term-income">#</a></dt>
<dt id="term-0">收入<a class="headerlink" href="#term-0">#</a></dt>
<dd><p>What comes in. Not what goes out.</p><p class="also">incomes</p></dd>
<dt id="term-disposable-income">disposable income<a class="headerlink" href="#x">#</a></dt>
<dd><p>What can be spent. It is net.</p><p class="also">income left</p></dd>
<dt id="term-Theil">Theil's index<a class="headerlink" href="#term-Theil">#</a></dt>
<dd><p>A measure.</p></dd>
</dl></article>"""


def page(name: str, text: str) -> Page:
    return Page(name, parsed(text), Path("written"))


def glossary_page(text: str = GLOSSARY) -> Page:
    return page("evidence/glossary.html", text)


def linked(body: str, glossary: str = GLOSSARY) -> Page:
    found = page("society/page.html", f'<article class="bd-article">{body}</article>')
    terms.link(found, terms.read(glossary_page(glossary)))
    return found


def words(body: str) -> list[str]:
    return [link.text for link in select(linked(body).root, "a.term")]


def test_a_term_leads_to_its_entry_and_shows_the_first_sentence():
    link = first(linked("<p>Their income rose.</p>").root, "a")
    assert link.get("href") == "../evidence/glossary.html#term-income"
    assert link.get("title") == "What comes in."


def test_the_text_stays_as_it_was():
    body = "<p>An income (收入), then <em>disposable\n income</em>, by Theil’s index.</p>"
    assert linked(body).root.text_content() == parsed(body).text_content()


def test_only_the_first_mention_is_linked_in_whatever_form():
    assert words("<p>Incomes rose. The income</p><p>(收入) fell.</p>") == ["Incomes"]


def test_the_longest_term_wins_and_leaves_the_shorter_one_free():
    assert words("<p>disposable income, disposable income, income</p>") == [
        "disposable income",
        "income",
    ]


def test_the_longest_term_wins_where_two_begin():
    assert words("<p>income left, income</p>") == ["income left", "income"]


def test_a_sentence_may_begin_with_a_term():
    assert words("<p>Disposable income fell.</p>") == ["Disposable income"]


def test_a_term_may_run_over_two_lines():
    assert words("<p>disposable\nincome</p>") == ["disposable\nincome"]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_apostrophes_are_those_of_a_keyboard_or_of_print(mark):
    found = linked("<p>By Theil’s index</p>", GLOSSARY.replace("Theil's", f"Theil{mark}s"))
    assert first(found.root, "a").text == "Theil’s index"


@pytest.mark.parametrize(
    "text", ["low-income", "incomers", "INCOME", "theil's index", "income-led"]
)
def test_a_part_of_a_word_is_no_term(text):
    assert words(f"<p>{text}</p>") == []


def test_chinese_is_linked_as_a_whole_run_only():
    assert words("<p>财政收入 and 收入</p>") == ["收入"]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>income</h2>",
        "<p><a href='x'>income</a></p>",
        "<p><code>income</code></p>",
        "<p><strong>income</strong></p>",
        "<p class='question'>income?</p>",
        "<p class='admonition-title'>income</p>",
        "<table><tr><td><p>income</p></td></tr></table>",
        "<figure><figcaption><p>income</p></figcaption></figure>",
        "<p><span class='pasted-text'>income</span></p>",
        "<details><p>income</p></details>",
        "<div class='cell_output'><p>income</p></div>",
        "<dl class='py'><dd><p>income</p></dd></dl>",
        "<div>income</div>",
    ],
)
def test_what_is_no_sentence_is_left_alone(body):
    assert words(body) == []
    assert words(f"{body}<ul><li>The income</li></ul>") == ["income"]


def test_other_forms_are_taken_off_the_glossary_and_one_address_stays():
    home = glossary_page()
    terms.link(home, terms.read(home))
    assert "incomes" not in home.root.text_content()
    assert [head.get("id") for head in select(home.root, "dt")][:2] == ["term-income", None]
    marks = select(home.root, ".headerlink")
    assert marks[0].getparent().text == "收入"  # after the last of its names
    assert len(marks) == 3


def test_two_entries_cannot_share_a_form():
    with pytest.raises(ValueError, match="share: income"):
        terms.read(glossary_page(GLOSSARY.replace(">Theil's index<", ">income<")))


def test_a_book_without_a_glossary_stays_as_it_is():
    other = page("x.html", "<article class='bd-article'><p>income</p></article>")
    assert terms.read(other) is None
    terms.link(other, None)
    assert not select(other.root, "a")
