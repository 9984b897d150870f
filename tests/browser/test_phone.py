"""Every page on a phone: it fits, its charts can be read, its tables can be scrolled."""

import re
from urllib.parse import unquote

from conftest import HTML, OTHERS, PHONE


def test_page_fits(phone):
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_text_in_charts_is_at_least_ten_pixels(phone):
    charts = phone.evaluate(
        """[...document.querySelectorAll("article img")].map(
            (one) => [one.getAttribute("src"), one.getBoundingClientRect().width])"""
    )
    for source, width in charts:
        text = ((HTML / phone.name).parent / unquote(source)).read_text("utf-8")
        units = float(re.search(r'viewBox="0 0 ([\d.]+)', text)[1])
        sizes = [float(one) for one in re.findall(r"font(?:-size)?: (?:bold )?([\d.]+)px", text)]
        assert min(sizes) * width / units >= 10, source


# What only a phone shows has the same colours on every page; those of the rest are seen at a desk.
EACH_KIND = (*OTHERS, "book/index.html", "book/goals/goals_2026.html")


def test_axe_finds_no_violation(phone, violations):
    found = violations(phone, colours=phone.name in EACH_KIND)
    assert not found, "\n".join(found)


def test_captions_of_wide_tables_are_read_whole(phone):
    outside = phone.evaluate(
        """[...document.querySelectorAll(".table-box")]
            .filter((box) => box.querySelector("caption").clientWidth).filter((box) => {
                box.scrollLeft = 200;
                const [own, text] = [box, box.querySelector("caption")].map(
                    (one) => one.getBoundingClientRect());
                return text.left < own.left - 1 || text.right > own.right + 1;
            }).map((box) => box.getAttribute("aria-label"))"""
    )
    assert not outside


def test_wide_tables_scroll_from_the_keyboard(phone):
    for box in phone.locator(".table-box").all():
        if not box.evaluate("(one) => one.scrollWidth > one.clientWidth + 1"):
            continue
        assert box.get_attribute("tabindex") == "0"  # Chromium alone focuses what scrolls
        box.focus()
        phone.keyboard.press("ArrowRight")
        phone.wait_for_function("(one) => one.scrollLeft > 0", arg=box.element_handle())
