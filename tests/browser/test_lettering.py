"""The font, on machines with other fonts: text is as wide as where it was measured."""

import os
import subprocess
from pathlib import Path

import pytest
from chromium import find_browser

from analysis.page import lettering
from conftest import DESK, HTML, PAGES, PHONE, Profiles

# By what a font of the machine is found. (With none at all Chromium draws no text of any page.)
SETUPS = {
    "only DejaVu": "DejaVu Sans:style=Book",
    "only a Chinese font": ":lang=zh-cn",
}
LINES = """() => [...document.querySelectorAll("article .chart > svg")]
    .filter((chart) => chart.getBoundingClientRect().width)
    .flatMap((chart) => [...chart.querySelectorAll("text, tspan")].map((text) => [chart, text]))
    .filter(([, text]) => !text.children.length && text.getAttribute("x"))
    .map(([chart, text]) => ({
        text: text.textContent,
        width: text.getComputedTextLength(),
        left: text.getStartPositionOfChar(0).x,
        over: text.getEndPositionOfChar(text.getNumberOfChars() - 1).x
            - chart.viewBox.baseVal.width,
        size: parseFloat(getComputedStyle(text).fontSize),
        bold: getComputedStyle(text).fontWeight === "600"}))"""
QUOTES = """() => {
    const place = document.querySelector("article p");
    const size = parseFloat(getComputedStyle(place).fontSize);
    return [..."’“”–…‰²−"].map((sign) => {
        const span = document.createElement("span");
        span.textContent = sign.repeat(100);
        span.style.cssText = "white-space: nowrap; position: absolute";
        place.append(span);
        const width = span.getBoundingClientRect().width / 100 / size;
        span.remove();
        return [sign, width];
    });
}"""


@pytest.fixture(scope="module", params=SETUPS)
def other_browser(request, browser, tmp_path_factory):
    """A browser on a machine that has no fonts but those of a set-up."""
    wanted, folder = SETUPS[request.param], tmp_path_factory.mktemp("fonts")
    say = ["fc-list", wanted, "file"]
    files = subprocess.run(say, capture_output=True, text=True, check=True).stdout.split(":")
    fonts = sorted(Path(one.strip()) for one in files if one.strip())
    if not fonts:
        pytest.skip(f"this machine has no font for the set-up: {request.param}")
    (folder / fonts[0].name).symlink_to(fonts[0])
    settings = folder / "fonts.conf"
    settings.write_text(
        f"<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>", "utf-8"
    )
    found = browser.browser_type.launch(
        executable_path=find_browser(), env=os.environ | {"FONTCONFIG_FILE": str(settings)}
    )
    yield found
    found.close()


def test_text_of_charts_is_as_wide_as_measured_and_inside(other_browser):
    checked = [0, 0]
    for name in PAGES:
        with Profiles(other_browser) as profiles:
            page = profiles.open((HTML / name).as_uri(), DESK, name=name)
            for place, screen in enumerate((DESK, PHONE)):
                page.set_viewport_size(screen)
                page.evaluate("document.fonts.ready")
                for line in page.evaluate(LINES):
                    measured = lettering.width(line["text"], line["size"], bold=line["bold"])
                    assert line["width"] == pytest.approx(measured, abs=0.1), (screen, line)
                    assert line["left"] > -0.5 and line["over"] < 0.5, (screen, line)
                    checked[place] += 1
    assert min(checked) > 500


def test_quotation_marks_and_dashes_are_drawn_in_the_pages_font(other_browser):
    with Profiles(other_browser) as profiles:
        page = profiles.open((HTML / PAGES[1]).as_uri(), DESK, name=PAGES[1])
        page.evaluate("document.fonts.ready")
        for sign, width in page.evaluate(QUOTES):
            assert width == pytest.approx(lettering.width(sign, 1), abs=0.06), sign
