"""Every page on a phone, from its file: it is whole and fits, with charts and tables to read."""

from conftest import HTML, OTHERS, PAGES, PHONE, asks_no_other_host_and_is_whole


def test_page_is_whole_from_the_file_system(phone):
    asks_no_other_host_and_is_whole(phone, HTML.as_uri())


def test_page_fits(phone):
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_text_in_charts_is_at_least_eleven_pixels(phone):
    smallest = phone.evaluate(
        """[...document.querySelectorAll("article .chart > svg")]
            .filter((chart) => chart.getBoundingClientRect().width)
            .flatMap((chart) => [...chart.querySelectorAll("text")].map((text) =>
                parseFloat(getComputedStyle(text).fontSize)
                * chart.getBoundingClientRect().width / chart.viewBox.baseVal.width))"""
    )
    assert min(smallest, default=12) >= 11


def test_a_phone_shows_the_drawing_for_a_phone_as_wide_as_the_text(phone):
    widths = phone.evaluate(
        """[...document.querySelectorAll("article .chart:has(.phone)")]
            .filter((one) => one.clientWidth)
            .map((one) => [one.clientWidth, ...[...one.children].map(
                (chart) => Math.round(chart.getBoundingClientRect().width))])"""
    )
    assert all((desk, drawn) == (0, room) for room, desk, drawn in widths)


def test_a_small_chart_stands_above_its_words_on_a_phone(phone):
    boxes = phone.evaluate(
        """[...document.querySelectorAll("figure.inset")].map((one) => [
            one.clientWidth,
            one.querySelector("svg").getBoundingClientRect().width,
            one.querySelector("svg").getBoundingClientRect().bottom,
            one.querySelector("figcaption").getBoundingClientRect().top])"""
    )
    assert bool(boxes) == (phone.name == PAGES[0])
    for room, width, bottom, words in boxes:
        assert 240 < width <= room and bottom <= words


# What only a phone shows has the same colours on every page; those of the rest are seen at a desk.
EACH_KIND = (*OTHERS, "book/index.html", "book/goals/goals_ahead.html")


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


def test_a_wide_table_has_a_shadow_at_its_edge_until_it_is_scrolled_to_its_end(phone):
    shadows = phone.evaluate(
        """async () => {
            const said = [];
            const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
            const painted = async () => { await frame(); await frame(); };
            await document.fonts.ready;
            for (const box of document.querySelectorAll(".table-box")) {
                if (!box.checkVisibility()) continue;
                const shadow = () => !/none|, 0\\) /.test(getComputedStyle(box).boxShadow);
                box.scrollLeft = 0;
                await painted();
                const before = shadow(), wide = box.scrollWidth > box.clientWidth;
                box.scrollLeft = box.scrollWidth;
                await painted();
                said.push([wide, before, shadow()]);
            }
            return said;
        }"""
    )
    for wide, before, after in shadows:
        assert (before, after) == (wide, False)


def test_wide_tables_scroll_from_the_keyboard(phone):
    for box in phone.locator(".table-box").all():
        if not box.evaluate("(one) => one.scrollWidth > one.clientWidth + 1"):
            continue
        assert box.get_attribute("tabindex") == "0"  # Chromium alone focuses what scrolls
        box.focus()
        phone.keyboard.press("ArrowRight")
        phone.wait_for_function("(one) => one.scrollLeft > 0", arg=box.element_handle())
