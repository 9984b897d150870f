"""What a page loads: scripts it has a use for, one sheet with its rules, the icons it shows."""

import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from reading import assets
from reading.page import Page
from reading.tree import Element, parsed, select


def page(head: str = "", body: str = "") -> Element:
    return parsed(f"<html><head>{head}</head><body>{body}</body></html>")


def scripts(root: Element) -> list[str]:
    return [one.get("src") or one.text for one in select(root, "script")]


def test_a_script_that_the_icon_font_stands_in_for_goes():
    root = page(
        '<script src="_static/scripts/fontawesome.js?v=1"></script><script src="a.js"></script>'
    )
    assets.drop_unused(root)
    assert scripts(root) == ["a.js"]


def test_a_script_stays_where_its_component_is():
    head = '<script src="_static/togglebutton.js"></script><script>let toggleHint = "x"</script>'
    without, with_it = page(head), page(head, '<div class="toggle"></div>')
    for root in (without, with_it):
        assets.drop_unused(root)
    assert scripts(without) == []
    assert len(scripts(with_it)) == 2


def test_a_script_is_loaded_once():
    root = page(
        '<script src="a.js"></script><script src="b.js"></script><script src="a.js"></script>'
    )
    assets.drop_unused(root)
    assert scripts(root) == ["a.js", "b.js"]


def test_the_viewport_is_set_once():
    root = page('<meta name="viewport" content="one"><meta name="viewport" content="two">')
    assets.drop_unused(root)
    assert [meta.get("content") for meta in select(root, "meta")] == ["one"]


@pytest.fixture
def static(tmp_path) -> Path:
    """The theme's two sheets and ours, as Sphinx writes them."""
    static = tmp_path / "_static"
    (static / "styles").mkdir(parents=True)
    (static / "styles" / "theme.css").write_text(
        '@import "more.css";.used{top:0}.gone{top:0}.fa-x::before{content:"\\f00d"}'
    )
    (static / "styles" / "more.css").write_text(".used{background:url(../dot.png)}")
    (static / "basic.css").write_text(".used{top:1px}")
    for name in assets.OURS:
        (static / name).write_text("")
    return static


def sheets(static: Path) -> list[Path]:
    return [static / "styles" / "theme.css", static / "basic.css"]


def page_with_sheets(static: Path, name: str, ours=assets.OURS) -> Page:
    up = "../" * name.count("/")
    links = "".join(
        f'<link rel="stylesheet" href="{up}_static/{sheet}?v=1">'
        for sheet in ("styles/theme.css", "basic.css", *ours)
    )
    return Page(name, page(links), static.parent)


@pytest.mark.parametrize(("name", "up"), [("search.html", ""), ("book/index.html", "../")])
def test_pages_load_one_sheet_of_the_theme_before_ours(static, name, up):
    one = page_with_sheets(static, name)
    assert assets.take_sheets(one) == sheets(static)
    links = [link.get("href").partition("?")[0] for link in select(one.root, "link")]
    assert links == [f"{up}_static/{sheet}" for sheet in ("theme.css", *assets.OURS)]


def test_a_page_without_our_sheets_is_refused(static):
    one = page_with_sheets(static, "search.html", ours=("reading.css",))
    with pytest.raises(ValueError, match=r"search\.html: .*does not load report\.css"):
        assets.take_sheets(one)


def test_the_names_of_a_page_are_its_classes_and_ids():
    root = page(body='<p class="used  twice" id="here"><!-- x --><i class="fa-x"></i></p>')
    assert assets.names(root) - {""} == {"used", "twice", "here", "fa-x"}


def test_scripts_are_files_that_are_there(static):
    (static / "report.js").write_text("")
    head = '<script src="_static/report.js?v=1"></script><script src="_static/texts.js"></script>'
    one = Page("search.html", page(head + "<script>let x</script>"), static.parent)
    assert assets.scripts(one) == [static / "report.js"]


def test_a_class_that_a_script_sets_is_one_of_its_words():
    assert {"sorted-up", "dataset"} <= assets.words("one.dataset.x = 1; add('sorted-up')")


USED = {"used", "fa-x"}


def test_the_sheet_holds_the_rules_in_use_in_the_order_of_the_sheets(static):
    rules = re.sub(r"@font-face\{.*?\}", "", assets.merged(sheets(static), USED, static))
    assert rules == (
        '.used{background:url(dot.png)}.used{top:0}.fa-x::before{content:"\\f00d"}.used{top:1px}'
    )


def test_the_font_holds_the_icons_that_rules_name_and_no_other(static):
    sheet = assets.merged(sheets(static), USED, static)
    data = re.search(r"base64,([^\"]+)", sheet)[1]
    font = TTFont(io.BytesIO(base64.b64decode(data)))
    assert set(font.getBestCmap()) == {0xF00D}


def test_an_icon_that_our_own_sheet_names_is_in_the_font(static):
    (static / "report.css").write_text('.ours::before{content:"\\f0c9"}')
    data = re.search(r"base64,([^\"]+)", assets.merged(sheets(static), USED, static))[1]
    assert set(TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()) == {0xF00D, 0xF0C9}


def test_a_theme_without_the_icon_font_is_refused(static, monkeypatch, tmp_path):
    monkeypatch.setattr(assets, "FONT", tmp_path / "away.ttf")
    with pytest.raises(ValueError, match=r"icons.*away\.ttf"):
        assets.merged(sheets(static), USED, static)


def test_a_theme_whose_rules_name_no_icon_is_refused(static):
    with pytest.raises(ValueError, match="draws its icons in another way"):
        assets.merged([static / "basic.css"], USED, static)


@pytest.mark.parametrize(
    ("name", "loaded"),
    [
        ("_static/vendor/a/b.woff", False),
        ("_static/scripts/x.js.map", False),
        ("_static/webpack-macros.html", False),
        ("searchindex.js", False),
        ("_static/scripts/x.js", True),
        ("_static/favicon.svg", True),
        ("_sources/book/index.md", True),
    ],
)
def test_what_no_page_loads_is_left_behind_and_nothing_else(name, loaded):
    assert assets.is_loaded(name) == loaded
