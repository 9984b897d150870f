"""The page of all figures, from a server and from the file system: ask, narrow, sort, take away."""

from functools import partial
from urllib.parse import quote

import pandas as pd
import pytest

from analysis import data
from conftest import DESK, HTML, PHONE

PAGE = "book/evidence/all_figures.html"
READY = "#explorer[data-ready]"
PRINTED = data.observations(corrected=False)


@pytest.fixture
def anywhere(open_page, site):
    """Open the page with a question in its address, from a server and from the file system."""
    return partial(opened, open_page, site)


@pytest.fixture
def explorer(open_page, server):
    """The same from a server, for what does not depend on it."""
    return partial(opened, open_page, server)


def opened(open_page, site, question="", viewport=DESK):
    page = open_page(f"{site}/{PAGE}{question}", viewport)
    page.wait_for_selector(READY)
    return page


def number_found(page) -> int:
    text = page.locator("#explorer [role=status]").inner_text()
    return 0 if text.startswith("No figure") else int(text.split()[0].replace(",", ""))


def shown(page, column) -> list[str]:
    cells = page.locator(f"#explorer tbody tr > [data-label='{column}']")
    return [text.split("\n")[0] for text in cells.all_inner_texts()]


def asked(page, words):
    before = page.evaluate("location.hash")
    page.get_by_label("Find", exact=True).fill(words)
    page.wait_for_function("(before) => location.hash !== before", arg=before)
    return page


def table_of(page) -> pd.DataFrame:
    """What the button downloads, opened in pandas."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="as CSV").click()
    raw = waiting.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "a spreadsheet would not show Chinese"
    return pd.read_csv(waiting.value.path(), encoding="utf-8-sig", keep_default_na=False)


def expected(**conditions) -> pd.DataFrame:
    frame = PRINTED
    for column, value in conditions.items():
        frame = frame[frame[column] == value]
    assert 0 < len(frame) < len(PRINTED)
    return frame


def test_all_figures_are_there(anywhere):
    page = anywhere()
    assert number_found(page) == len(PRINTED)
    assert page.locator("#explorer tbody tr").count() == 50
    assert page.heard.complaints == []


FACT = ["indicator", "entity", "period", "measure", "status"]


def test_nothing_is_listed_twice_before_all_is_listed_once(explorer):
    again = PRINTED.duplicated(FACT).to_numpy()
    wanted = [str(line) for line in (*PRINTED[~again]["line"], *PRINTED[again]["line"])]
    last = (len(wanted) - 1) // 50 + 1
    assert shown(explorer(), "Line") == wanted[:50]
    assert shown(explorer(f"#page={last}"), "Line") == wanted[50 * (last - 1) :]


def test_a_figure_says_where_it_is_printed_again(explorer):
    # The value added of the secondary sector is printed in two places.
    fact = {"indicator": "gdp.secondary", "measure": "level", "period": "2021"}
    first, other = expected(**fact, entity="suzhou", status="outturn")["line"]
    page = explorer(f"#q=line:{first}")
    card = page.locator("#explorer tbody tr", has_text="Value added of the secondary sector").first
    assert f"also on line {other}" in card.inner_text()
    card.get_by_role("link", name=str(other)).click()
    page.wait_for_function("(line) => location.hash.endsWith(line)", arg=str(other))
    assert set(table_of(page)["line"]) == {other}


def test_ready_questions_say_how_many_figures_answer_them(explorer):
    page = explorer()
    questions = page.locator("#explorer form p", has_text="Ready questions").locator("a")
    for place in range(questions.count()):
        text = questions.nth(place).inner_text()
        promised = int(text.rpartition("(")[2].removesuffix(")"))
        assert promised > 0
        questions.nth(place).click()
        page.locator("#explorer [role=status]", has_text=f"{promised} of ").wait_for()


def test_themes_are_bars_by_size_that_ask_and_then_give_way(explorer):
    page = explorer()
    counted = PRINTED["theme"].value_counts()
    bars = page.locator("#explorer .themes a")
    assert [int(one.split()[-1].replace(",", "")) for one in bars.all_inner_texts()] == sorted(
        counted, reverse=True
    )
    bars.first.click()
    page.locator("#explorer [role=status]", has_text=f"{counted.max():,} of ").wait_for()
    assert page.locator("#explorer .themes").is_hidden()


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_the_search_box_is_the_first_thing_on_the_page(explorer, viewport):
    page = explorer(viewport=viewport)
    box = page.get_by_label("Find", exact=True).bounding_box()
    assert box["y"] + box["height"] < 300


def test_a_long_name_of_a_document_takes_two_lines_and_is_told_whole(explorer):
    page = explorer("#document=communique")
    name = page.locator("#explorer tbody td[data-label='Document'] > span").first
    assert name.bounding_box()["height"] < 2.2 * float(
        name.evaluate("(one) => parseFloat(getComputedStyle(one).lineHeight)")
    )
    assert name.get_attribute("title") == data.documents().at["communique", "title_en"]


@pytest.mark.parametrize(
    "words",
    [
        "gross domestic product",
        "Gross domest",
        "地区生产总值",
        "生产总",
        "line:5558",
        "5558",
        "232.33",
        "23.233 billion",
    ],
)
def test_one_figure_is_found_by_name_in_both_languages_by_line_and_as_printed(anywhere, words):
    page = anywhere()
    asked(page, words)
    # The communique's first figure (line 5558): GDP, 232.33亿元.
    found = table_of(page)
    row = found[
        (found["line"] == 5558) & (found["indicator"] == "gdp") & (found["value"] == 232.33)
    ]
    assert len(row) == 1 and len(found) < 100
    assert row.iloc[0]["printed"] == "232.33亿元"
    card = page.locator("#explorer tbody tr", has_text="232.33亿元").first.inner_text()
    for text in (
        "Gross domestic product",
        "地区生产总值",
        "肃州区",
        "2021",
        "23.233 billion yuan",
        "5558",
    ):
        assert text in card
    assert "p.\u00a0305" in card and "Level" in card
    assert page.heard.complaints == []


def test_a_line_gives_exactly_what_stands_on_it(explorer):
    page = explorer("#q=line:5695")
    assert set(zip(*[table_of(page)[one] for one in ("line", "printed")], strict=True)) == {
        (5695, one) for one in expected(line=5695)["printed"]
    }
    corrected = page.locator("#explorer .corrected")
    assert corrected.count() == 1
    assert "元 → 亿元" in corrected.inner_text()


def test_lines_of_a_range_are_found(explorer):
    page = explorer("#q=line:5558-5568")
    assert number_found(page) == PRINTED["line"].between(5558, 5568).sum()


def test_an_indicator_is_found_by_its_key_alone(explorer):
    page = explorer("#q=indicator:gdp")
    assert number_found(page) == len(expected(indicator="gdp"))


def test_every_word_must_be_there(explorer):
    page = explorer("#q=population")
    one = number_found(page)
    asked(page, "population 常住")
    assert 0 < number_found(page) < one


def test_what_is_named_so_comes_first(explorer):
    page = explorer("#q=education")
    names = shown(page, "Figure")
    hits = ["education" in name.lower() for name in names]
    assert hits[0] and hits == sorted(hits, reverse=True)


def test_nothing_found_is_said_and_leaves_nothing_to_download(explorer):
    page = explorer()
    asked(page, "zeppelin")
    assert "No figure fits" in page.locator("#explorer [role=status]").inner_text()
    assert not page.locator("#explorer table").is_visible()
    assert not page.get_by_role("button", name="as CSV").is_visible()
    page.get_by_role("button", name="Clear all").click()
    assert number_found(page) == len(PRINTED)


FILTERS = [
    ("Theme", "theme", "agriculture"),
    ("Place", "entity", "xifeng_township"),
    ("Document", "document", "government_report"),
    ("Status", "status", "target"),
    ("Measure", "measure", "growth_real"),
]


@pytest.mark.parametrize(("label", "column", "value"), FILTERS)
def test_a_filter_leaves_what_fits_and_all_of_it(anywhere, label, column, value):
    page = anywhere()
    page.get_by_label(label, exact=True).select_option(value)
    wanted = expected(**{column: value})
    assert number_found(page) == len(wanted)
    found = table_of(page)
    assert list(found[column].unique()) == [value]
    assert list(found["printed"]) == list(wanted["printed"])
    option = page.get_by_label(label, exact=True).locator(f"option[value={value}]")
    assert option.inner_text().endswith(f"({len(wanted):,})")


def test_conditions_hold_together(explorer):
    page = explorer("#theme=agriculture&status=target&q=%E4%BA%A9")
    said = page.locator("#explorer [role=status]").inner_text()
    assert said.endswith("figures: “亩”, Agriculture, Target")  # paper has no form to say so
    wanted = expected(theme="agriculture", status="target")
    wanted = wanted[wanted["printed"].str.contains("亩")]
    assert number_found(page) == len(wanted) > 0
    assert page.locator("#explorer .measure").all_inner_texts() == [
        text for text in page.locator("#explorer .measure").all_inner_texts() if "target" in text
    ]


def test_a_download_is_the_rows_shown_in_their_order(anywhere):
    page = anywhere("#theme=output&sort=-value")
    found = table_of(page)
    assert len(found) == number_found(page) == len(expected(theme="output"))
    some = found.head(50)
    assert shown(page, "Figure") == list(some["name_en"])
    assert [int(one) for one in shown(page, "Line")] == list(some["line"])
    units = data.units()["factor"]
    amounts = found["value"] * found["unit"].map(units)
    assert list(amounts) == sorted(amounts, reverse=True)


def test_every_figure_downloaded_here_is_the_file_that_the_build_wrote(anywhere):
    page = anywhere()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="as CSV").click()
    link = page.locator("a[download='all-figures.csv']").get_attribute("href")
    file = ((HTML / PAGE).parent / link).resolve()
    assert waiting.value.path().read_bytes() == file.read_bytes()
    table = pd.read_csv(file, encoding="utf-8-sig", keep_default_na=False)
    assert list(table["printed"]) == list(PRINTED["printed"])
    assert list(table["value"]) == list(PRINTED["value"])


@pytest.mark.parametrize("column", ["Figure", "Place", "Period", "Value", "Document", "Line"])
def test_the_heads_sort_from_the_keyboard(explorer, column):
    page = explorer("#document=communique")
    head = page.locator("#explorer th[scope=col]", has_text=column)
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    up = table_of(page)
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert page.locator("#explorer th[aria-sort]").count() == 1
    down = table_of(page)
    key = {
        "Figure": up["name_en"].str.lower(),
        "Place": up["entity_en"],
        "Period": up["period"].astype(str).str[:4],
        "Value": up["value"] * up["unit"].map(data.units()["factor"]),
        "Document": up["document"],
        "Line": up["line"],
    }[column]
    if column == "Figure":  # punctuation has its own place in the order of a language
        assert key.iloc[0][0] == min(key.str[0]) and key.iloc[-1][0] == max(key.str[0])
    else:
        assert list(key) == sorted(key)
    assert sorted(up["printed"]) == sorted(down["printed"])
    if column != "Document":
        assert list(up["printed"]) != list(down["printed"])


def test_pages_are_turned_and_the_table_takes_the_focus(explorer):
    page = explorer("#document=communique")
    first = shown(page, "Figure")
    page.get_by_role("link", name="Next page", exact=True).click()
    page.wait_for_function("document.activeElement.classList.contains('table-box')")
    assert "51 to 100" in page.locator("#explorer [role=status]").inner_text()
    assert shown(page, "Figure") != first
    page.get_by_role("link", name="Previous page", exact=True).click()
    page.get_by_text(", 1 to 50 shown").wait_for()
    assert shown(page, "Figure") == first


def test_the_address_restores_the_question(anywhere, open_page):
    page = anywhere()
    asked(page, "面积")
    page.get_by_label("Theme", exact=True).select_option("agriculture")
    page.get_by_role("button", name="Value").click()
    again = open_page(page.url)
    again.wait_for_selector(READY)
    assert again.get_by_label("Find", exact=True).input_value() == "面积"
    assert again.get_by_label("Theme", exact=True).input_value() == "agriculture"
    assert shown(again, "Line") == shown(page, "Line")
    assert again.locator("#explorer th[aria-sort=ascending]").inner_text().startswith("Value")


def test_the_back_button_goes_back_over_questions_and_not_over_letters(anywhere):
    page = anywhere()
    page.get_by_label("Find", exact=True).press_sequentially("hospital", delay=200)
    page.wait_for_function("location.hash === '#q=hospital'")
    one = number_found(page)
    page.get_by_label("Measure", exact=True).select_option("growth")
    assert number_found(page) < one
    page.go_back()
    page.wait_for_function("location.hash === '#q=hospital'")
    assert number_found(page) == one
    assert page.get_by_label("Measure", exact=True).input_value() == ""
    page.go_back()
    page.wait_for_function("location.hash === ''")
    assert page.get_by_label("Find", exact=True).input_value() == ""
    assert number_found(page) == len(PRINTED)
    page.go_forward()
    page.wait_for_function("location.hash === '#q=hospital'")
    assert page.get_by_label("Find", exact=True).input_value() == "hospital"
    assert page.heard.complaints == []


def test_words_typed_just_before_a_choice_are_not_lost(explorer):
    page = explorer()
    page.evaluate(
        """() => {
            const field = document.getElementById("explorer-q");
            const list = document.getElementById("explorer-status");
            field.value = "seed";
            field.dispatchEvent(new Event("input"));
            list.value = "target";
            list.dispatchEvent(new Event("change"));
        }"""
    )
    assert page.evaluate("location.hash") == "#q=seed&status=target"


def test_what_no_list_has_is_not_asked_for(explorer):
    page = explorer("#theme=zeppelin&sort=zeppelin&page=999")
    assert number_found(page) == len(PRINTED)
    assert page.heard.complaints == []


def test_a_question_is_text_not_markup(explorer):
    page = explorer("#q=" + quote('<img src=x onerror="document.title=1">'))
    assert page.locator("#explorer img").count() == 0


def test_every_example_finds_something(explorer):
    page = explorer()
    links = page.locator("#what-can-be-asked a[href^='#']:not(.headerlink)")
    assert links.count() >= 6
    for place in range(links.count()):
        link = links.nth(place)
        href = link.get_attribute("href")
        link.click()
        page.wait_for_function("(hash) => location.hash === hash", arg=href)
        assert 0 < number_found(page) < len(PRINTED), href
        assert page.locator("#explorer [role=status]").evaluate(
            "(one) => { const { top } = one.getBoundingClientRect();"
            " return top > 0 && top < innerHeight; }"
        )


def test_a_heading_in_the_address_is_no_question(explorer):
    page = explorer("#theme=output")
    page.evaluate("location.hash = '#what-the-columns-mean'")
    page.wait_for_timeout(200)
    assert number_found(page) == len(expected(theme="output"))


def test_everything_is_reached_from_the_keyboard(explorer):
    page = explorer("#theme=output")
    page.get_by_label("Find", exact=True).focus()
    order = []
    for _ in range(27):
        order.append(
            page.evaluate(
                "document.activeElement.id || document.activeElement.textContent.trim()"
                " || document.activeElement.className"
            )
        )
        page.keyboard.press("Tab")
    assert order[0] == "explorer-q"
    examples, order = order[1:11], order[11:]
    assert "粮食" in examples
    lists = [f"explorer-{one}" for one in ("theme", "place", "document", "status", "measure")]
    assert order[:6] == [*lists, "Clear all"]
    assert order[6].startswith("Download these")
    heads = ["Figure", "Place", "Period", "Value", "Document", "Line"]
    assert order[8:14] == heads  # after the box, which a wide table is scrolled in
    assert order[14].startswith("also on") and order[15].isdigit()  # of the first figure


def test_rows_are_read_as_a_table(explorer):
    page = explorer("#q=line:5558")
    for viewport in (DESK, PHONE):
        page.set_viewport_size(viewport)
        table = page.get_by_role("table", name="Figures found")
        assert table.get_by_role("columnheader").count() == 6
        assert table.get_by_role("row").count() == number_found(page) + 1
        assert table.get_by_role("rowheader").count() == number_found(page)
        assert table.get_by_role("cell").count() == 5 * number_found(page)
    # Named, too: to some browsers what is shown as cards is no table any more.
    for part, role in (("td", "cell"), ("tr", "row"), ("tbody th", "rowheader")):
        assert page.locator(f"#explorer {part}:not([role={role}])").count() == 0


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_answers_pass_axe_and_fit(explorer, violations, viewport):
    page = explorer("#q=line:5695", viewport)
    assert page.locator("#explorer .corrected").count() == 1
    assert not (found := violations(page)), "\n".join(found)
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if viewport == PHONE:
        boxes = page.locator("#explorer tbody td").evaluate_all(
            "(all) => all.map((one) => { const box = one.getBoundingClientRect();"
            " return [box.left, box.right]; })"
        )
        assert all(left >= 0 and right <= width for left, right in boxes)


def test_chinese_in_answers_is_marked(explorer):
    page = explorer("#q=line:5695")
    unmarked = page.evaluate(
        r"""() => [...document.querySelectorAll("#explorer table *")].filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3
                && /\p{Script=Han}/u.test(node.data)) && !one.closest("[lang=zh]"))
            .map((one) => one.outerHTML)"""
    )
    assert unmarked == []
    assert page.locator("#explorer tbody [lang=zh]").count() > 10


def test_answers_are_printed_without_the_form(explorer):
    page = explorer("#q=line:5558")
    page.emulate_media(media="print")
    for part in ("#explorer form", "#explorer button:text-matches('CSV')"):
        assert not page.locator(part).is_visible()
    assert page.locator("#explorer [role=status]").is_visible()
    # The table, as wide as paper, and not the cards of a phone.
    page.set_viewport_size({"width": 660, "height": 900})
    table = page.locator("#explorer table")
    assert table.is_visible()
    assert table.evaluate("(one) => getComputedStyle(one).display") == "table"
    assert page.locator("#explorer thead th").first.is_visible()


def test_without_scripts_there_is_a_sentence_and_the_file(open_page, site):
    page = open_page(f"{site}/{PAGE}", java_script_enabled=False)
    assert "need JavaScript" in page.locator("#explorer").inner_text()
    link = page.locator("a[download='all-figures.csv']")
    assert link.is_visible()
    assert ((HTML / PAGE).parent / link.get_attribute("href")).resolve().is_file()


def test_a_line_among_the_figures_used_leads_to_what_stands_on_it(open_page, site):
    page = open_page(f"{site}/book/economy/output.html")
    used = "details.figures-used:has(a[href*='#q=line:'])"  # not those of other places
    page.locator(f"{used} > summary").focus()
    page.keyboard.press("Enter")
    links = page.locator(f"{used} a[href*='#q=line:']")
    rows = page.locator(f"{used} tbody tr:has(td)").count()
    assert links.count() == rows > 5
    line = links.first.inner_text()
    links.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    assert page.url.startswith(f"{site}/{PAGE}")
    assert set(shown(page, "Line")) == {line}
    assert number_found(page) == len(expected(line=int(line)))
    assert page.heard.complaints == []


def test_each_of_several_lines_has_its_link(open_page, server):
    page = open_page(f"{server}/book/evidence/add_up.html")
    cells = page.evaluate(
        """[...document.querySelectorAll("table.report td")]
            .filter((one) => one.querySelector("a[href*='#q=line:'] + a"))
            .map((one) => [one.textContent, [...one.children].map((link) => link.hash)])"""
    )
    assert len(cells) > 20  # most checks rest on more than one line
    for text, addresses in cells:
        assert addresses == [f"#q=line:{line}" for line in text.split(" ")]


def test_a_figure_on_a_strip_leads_to_its_line(open_page, server):
    page = open_page(f"{server}/book/society/places.html")
    lines = page.locator("dl.strips > div").evaluate_all("(all) => all.map((one) => one.title)")
    links = page.locator("dl.strips > div > dd:nth-child(2) > a").evaluate_all(
        "(all) => all.map((one) => one.hash)"
    )
    assert links == [f"#q=line:{line.split()[1]}" for line in lines] and len(links) > 400


def test_the_address_of_a_place_unfolds_it(open_page, server):
    page = open_page(f"{server}/book/society/places.html#yinda")
    opened = page.locator("details.place[open]").evaluate_all(
        "(all) => all.map((one) => one.closest('section').id)"
    )
    assert opened == ["yinda"]
    assert page.heard.complaints == []


def test_the_search_page_leads_to_the_figures(open_page, site):
    page = open_page(f"{site}/search.html?q={quote('常住人口')}")
    page.get_by_role("link", name="among all the figures").click()
    page.wait_for_selector(READY)
    assert page.get_by_label("Find", exact=True).input_value() == "常住人口"
    assert any("Resident population" in name for name in shown(page, "Figure"))
    assert page.heard.complaints == []


def test_an_answer_takes_no_time(explorer):
    page = explorer()
    milliseconds = page.evaluate(
        """async () => {
            const start = performance.now();
            for (const words of ["population", "收入", "232.33", "line:5558", "growth 2026"]) {
                location.hash = `#q=${words}`;
                await new Promise((go) => addEventListener("hashchange", go, { once: true }));
            }
            return (performance.now() - start) / 5;
        }"""
    )
    assert milliseconds < 400  # of which the browser needs a tenth when it is not kept waiting
