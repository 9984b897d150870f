"""A page as a tree: its texts, what is put into them, how it is written."""

import re

import pytest
from reading import tree


def body(inside: str) -> tree.Element:
    return tree.parsed(f"<body>{inside}</body>").find("body")


def strings(inside: str, skipped: str = "none") -> list[str]:
    one = body(inside)
    return [text.string for text in tree.texts(one, tree.select(one, skipped))]


def written(element: tree.Element) -> str:
    return tree.html.tostring(element, encoding="unicode")


def test_texts_come_in_the_order_in_which_one_reads():
    assert strings("a<p>b<i>c</i>d</p>e") == ["a", "b", "c", "d", "e"]


def test_what_follows_a_skipped_element_is_not_skipped():
    assert strings("a<code>b<i>c</i></code>d", "code") == ["a", "d"]


def test_a_comment_is_no_text_and_what_follows_it_is():
    assert strings("a<!-- b -->c") == ["a", "c"]


@pytest.mark.parametrize("inside", ["{}", "<b>x</b>{}", "<b>x</b>{}<i>y</i>", "<p>{}<i>y</i></p>"])
def test_what_a_pattern_finds_is_wrapped_wherever_it_stands(inside):
    one = body(inside.format("a1b22"))
    for text in tree.texts(one):
        text.wrap(re.compile(r"\d+"), lambda found: tree.made("u", {"class": "n"}, found))
    wrapped = 'a<u class="n">1</u>b<u class="n">22</u>'
    assert written(one) == f"<body>{inside.format(wrapped)}</body>"


def test_what_is_not_wrapped_stays():
    one = body("1 2 3")
    (text,) = tree.texts(one)
    text.wrap(re.compile(r"\d"), lambda found: tree.made("u", {}, found) if found == "2" else None)
    assert written(one) == "<body>1 <u>2</u> 3</body>"


def test_blank_lines_go_and_text_stays():
    code = "<pre><b>x</b>\n\n  <b>y</b></pre>"
    page = tree.serialised(tree.parsed(f"<body><p>a</p>\n\n   \n{code} <i>b</i></body>"))
    assert f"<p>a</p>\n{code} <i>b</i>" in page


def test_a_page_is_written_as_html():
    page = tree.serialised(tree.parsed("<script>1 < 2</script><br><p title='a'>收 &amp; &lt;</p>"))
    assert page.startswith("<!DOCTYPE html>\n<html>")
    assert "<script>1 < 2</script>" in page
    assert '<br><p title="a">收 &amp; &lt;</p>' in page
