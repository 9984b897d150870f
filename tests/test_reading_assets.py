"""What a page loads: scripts it has a use for, one sheet with its rules, the icons it shows."""

import base64
import io
import re

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont
from reading import assets


def page(head: str = "", body: str = "") -> BeautifulSoup:
    return BeautifulSoup(f"<html><head>{head}</head><body>{body}</body></html>", "html.parser")


def scripts(soup: BeautifulSoup) -> list[str]:
    return [one.get("src") or one.get_text() for one in soup.select("script")]


def test_a_script_that_the_icon_font_stands_in_for_goes():
    soup = page('<script src="_static/scripts/fontawesome.js?v=1"></script><script src="a.js">')
    assets.drop_unused(soup)
    assert scripts(soup) == ["a.js"]


def test_a_script_stays_where_its_component_is():
    head = '<script src="_static/togglebutton.js"></script><script>let toggleHint = "x"</script>'
    without, with_it = page(head), page(head, '<div class="toggle"></div>')
    for soup in (without, with_it):
        assets.drop_unused(soup)
    assert scripts(without) == []
    assert len(scripts(with_it)) == 2


def test_a_script_is_loaded_once():
    soup = page('<script src="a.js"></script><script src="b.js"></script><script src="a.js">')
    assets.drop_unused(soup)
    assert scripts(soup) == ["a.js", "b.js"]


def test_the_viewport_is_set_once():
    soup = page('<meta name="viewport" content="one"><meta name="viewport" content="two">')
    assets.drop_unused(soup)
    assert [meta["content"] for meta in soup.select("meta")] == ["one"]


@pytest.fixture
def site(tmp_path):
    """Two pages of a book at two depths, the theme's two sheets, and ours."""
    static = tmp_path / "_static"
    (static / "styles").mkdir(parents=True)
    (static / "styles" / "theme.css").write_text(
        '@import "more.css";.used{top:0}.gone{top:0}.fa-x::before{content:"\\f00d"}'
    )
    (static / "styles" / "more.css").write_text(".used{background:url(../dot.png)}")
    (static / "basic.css").write_text(".used{top:1px}")
    for name in assets.OURS:
        (static / name).write_text("")
    pages = {}
    for name, up in (("search.html", ""), ("book/index.html", "../")):
        links = "".join(
            f'<link rel="stylesheet" href="{up}_static/{sheet}?v=1">'
            for sheet in ("styles/theme.css", "basic.css", *assets.OURS)
        )
        soup = page(links, '<p class="used"><i class="fa-x"></i></p>')
        soup.html["data-content_root"] = up or "./"
        (tmp_path / name).parent.mkdir(exist_ok=True)
        pages[tmp_path / name] = soup
    return tmp_path, pages


def test_pages_load_one_sheet_of_the_theme_before_ours(site):
    out, pages = site
    assets.merge_sheets(pages, out)
    links = [
        [link["href"].partition("?")[0] for link in soup.select("link")] for soup in pages.values()
    ]
    names = ["theme.css", *assets.OURS]
    assert links == [
        ["./_static/theme.css", *[f"_static/{name}" for name in names[1:]]],
        [f"../_static/{name}" for name in names],
    ]


def test_the_sheet_holds_the_rules_in_use_in_the_order_of_the_sheets(site):
    out, pages = site
    assets.merge_sheets(pages, out)
    rules = re.sub(r"@font-face\{.*?\}", "", (out / assets.SHEET).read_text())
    assert rules == (
        '.used{background:url(dot.png)}.used{top:0}.fa-x::before{content:"\\f00d"}.used{top:1px}'
    )


def test_the_sheets_that_went_into_it_are_removed(site):
    out, pages = site
    assets.merge_sheets(pages, out)
    assert not (out / "_static" / "basic.css").exists()
    assert (out / "_static" / "report.css").exists()


def test_the_font_holds_the_icons_that_rules_name_and_no_other(site):
    out, pages = site
    assets.merge_sheets(pages, out)
    data = re.search(r"base64,([^\"]+)", (out / assets.SHEET).read_text())[1]
    font = TTFont(io.BytesIO(base64.b64decode(data)))
    assert set(font.getBestCmap()) == {0xF00D}


def test_a_theme_without_the_icon_font_is_refused(site, monkeypatch, tmp_path):
    out, pages = site
    monkeypatch.setattr(assets, "FONT", tmp_path / "away.ttf")
    with pytest.raises(ValueError, match=r"icons.*away\.ttf"):
        assets.merge_sheets(pages, out)


def test_a_theme_whose_rules_name_no_icon_is_refused(site):
    out, pages = site
    (out / "_static" / "styles" / "theme.css").write_text(".used{top:0}")
    with pytest.raises(ValueError, match="draws its icons in another way"):
        assets.merge_sheets(pages, out)


def test_a_page_without_our_sheets_is_refused(site):
    out, pages = site
    for soup in pages.values():
        soup.select_one('link[href*="report.css"]').decompose()
    with pytest.raises(ValueError, match=r"does not load report\.css"):
        assets.merge_sheets(pages, out)


def test_what_no_page_loads_is_removed_and_nothing_else(tmp_path):
    gone = ["_static/vendor/a/b.woff", "_static/scripts/x.js.map", "searchindex.js"]
    kept = ["_static/scripts/x.js", "_images/a.svg"]
    for name in gone + kept:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assets.remove_unused(tmp_path)
    assert {
        file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()
    } == set(kept)
    assert not (tmp_path / "_static" / "vendor").exists()
