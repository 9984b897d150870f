"""The font: widths as its tables say, every sign that the report writes, one file for all."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from analysis.page import lettering, style

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "src/analysis/page/fonts"


def test_figures_are_as_wide_as_one_another():
    # 497 thousandths each, by the font's table of widths.
    assert {round(lettering.width(one * 10, 100)) for one in "0123456789"} == {497}


def test_width_counts_kerning():
    assert lettering.width("AV", 10) < lettering.width("A", 10) + lettering.width("V", 10)


def test_width_is_that_of_the_longest_line():
    assert lettering.width("a\nlonger line", 12) == lettering.width("longer line", 12)


def test_a_sign_that_the_font_has_not_is_refused_by_name():
    with pytest.raises(ValueError, match=r"no 州 肃 .*scripts/fonts\.py"):
        lettering.width("Suzhou 肃州", 12)


@pytest.mark.parametrize("weight", ["Regular", "Semibold"])
def test_pages_load_the_outlines_that_charts_are_measured_with(weight):
    measured, loaded = (
        TTFont(FONTS / f"YearbookSans-{weight}.{kind}") for kind in ("ttf", "woff2")
    )
    assert measured.getBestCmap() == loaded.getBestCmap()
    assert measured["hmtx"].metrics == loaded["hmtx"].metrics
    assert measured["glyf"].keys() == loaded["glyf"].keys()
    assert "kern" in {one.FeatureTag for one in loaded["GPOS"].table.FeatureList.FeatureRecord}


def test_the_font_bears_a_name_that_its_licence_allows():
    names = {str(one) for one in TTFont(lettering.REGULAR)["name"].names if one.nameID in (1, 4, 6)}
    assert names == {"Yearbook Sans", "Yearbook Sans Regular", "YearbookSans-Regular"}
    assert "Reserved Font Name 'Source'" in (FONTS / "OFL.txt").read_text("utf-8")


def test_the_font_has_every_sign_that_pages_write_in_latin():
    written = "".join(file.read_text("utf-8") for file in sorted((ROOT / "book").rglob("*.md")))
    latin = {sign for sign in written if "\x7f" < sign < "\u2e80"}
    assert latin <= {chr(code) for code in TTFont(lettering.REGULAR).getBestCmap()}


def test_fonts_weigh_no_more_than_a_page_can_bear():
    assert sum(file.stat().st_size for file in FONTS.glob("*.woff2")) < 60_000


PLAYERS = [
    style.INK,
    style.MUTED,
    style.LINE,
    style.GROUND,
    style.ACCENT,
    style.CONTRAST,
    style.QUIET,
]


def sheet() -> str:
    return (ROOT / "book/_static/report.css").read_text("utf-8")


@pytest.mark.parametrize("colour", [*PLAYERS, *style.SHADES, style.PARTS[0]])
def test_the_pages_theme_replaces_each_colour_that_would_not_show_in_the_dark(colour):
    rule = re.search(rf'\[fill="{colour}"\] {{ fill: var\((--chart-[\w-]+)\)', sheet())
    light, dark = re.findall(rf"{rule[1]}: ([^;]+);", sheet())
    assert light == colour and dark != light


@pytest.mark.parametrize("colour", [style.ON_DARK, style.ON_LIGHT, *style.PARTS[1:]])
def test_text_on_marks_stays_as_it_is_in_the_dark(colour):
    assert colour not in sheet()


def test_every_colour_has_one_part_to_play():
    every = [*PLAYERS, *style.SHADES, *style.PARTS, style.ON_DARK, style.ON_LIGHT]
    assert len(every) == len(set(every))
