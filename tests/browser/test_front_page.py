"""The front page as a reader meets it: what the first screens show, and how it is laid out."""

import pytest

from conftest import HTML, PAGES, PHONE, Profiles

DESK = {"width": 1280, "height": 800}


@pytest.fixture(scope="module", params=[DESK, PHONE], ids=["desk", "phone"])
def front(request, browser):
    """The front page, from its file, on two screens."""
    with Profiles(browser) as profiles:
        yield profiles.open(f"{HTML.as_uri()}/{PAGES[0]}", request.param)


def box(page, selector: str) -> dict[str, float]:
    """Where the first of these that is shown stands on the page."""
    return page.locator(selector).locator("visible=true").first.bounding_box()


def test_the_headline_chart_ends_on_the_first_screen_of_a_desk_and_the_second_of_a_phone(front):
    size = front.viewport_size
    chart = box(front, "#fig-goals .chart > svg")
    assert chart["y"] + chart["height"] < size["height"] * (1 if size == DESK else 2)


def test_its_parts_are_evenly_apart(front):
    sections = [
        box(front, f"#{one}")
        for one in (
            "the-year-in-six-figures",
            "nine-findings",
            "how-far-to-trust-it",
            "figures-used",
        )
    ]
    above = [one["y"] + one["height"] for one in sections]
    if front.viewport_size == PHONE:  # where two parts do not share a row
        other = box(front, "#how-to-read-and-cite")
        above[2] = other["y"] + other["height"]
    headline = box(front, "#fig-goals")
    above.insert(0, headline["y"] + headline["height"])
    apart = [one["y"] - end for one, end in zip(sections, above, strict=False)]
    assert max(apart) - min(apart) < 1.5, apart


def test_the_findings_of_a_part_stand_in_a_row_where_there_is_room(front):
    rows = front.evaluate(
        """[...document.querySelectorAll("#nine-findings > section")].map((part) => new Set(
            [...part.querySelectorAll("figure")].map(
                (one) => Math.round(one.getBoundingClientRect().top))).size)"""
    )
    assert rows == [1 if front.viewport_size == DESK else 3] * 3


def test_every_figure_in_doubt_is_marked_where_it_stands(front):
    notes = front.locator("#how-far-to-trust-it li").count()
    marks = front.evaluate(
        """[...document.querySelectorAll("#fig-goals, .key-figures dt, #nine-findings figcaption")]
            .filter((one) => one.textContent.includes("†")).length"""
    )
    assert notes == 3 and marks >= notes
