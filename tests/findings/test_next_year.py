"""The plan of a year, on invented round numbers."""

import pytest

import invented
from analysis.amount import Given
from analysis.findings import next_year
from analysis.printed import Interval


def yuan(number: float, half: float = 0.0) -> Given:
    return Given("亿元", 1e8, "元", "=", number, Interval(number - half, number + half))


def figure(printed: str, unit: str = "亿元", measure: str = "level", place: int = 0, **given):
    return invented.printed(invented.figure(printed, unit, measure, **given), place)


@pytest.fixture
def headline() -> next_year.Headline:
    """110 planned, 10 percent more; 100 expected; 125 came."""
    return next_year.Headline(
        level=figure("110.0", place=1),
        rate=figure("10", "%", "growth", place=2, bound=">="),
        expected=figure("100.0", place=3),
        came=figure("125.0", place=4),
    )


def test_a_level_asks_for_less_once_more_came_than_was_expected(headline):
    # 110 of 125 is 12 percent less.
    assert headline.from_came.value == pytest.approx(-12)


def test_level_and_growth_stand_on_the_same_base(headline):
    assert headline.base.value == pytest.approx(100)
    assert headline.built_on_expected


def test_a_level_beyond_expectation_and_growth_is_not_built_on_them():
    # 100 plus 10 percent is 110, and 112 is planned.
    found = next_year.Headline(
        figure("112.0", place=1), figure("10", "%", "growth", place=2), figure("100.0", place=3)
    )
    assert not found.built_on_expected


@pytest.mark.parametrize(
    ("indicator", "level", "rate", "expected", "came", "pace"),
    [  # lines 900, 752 and 5558, 5685
        ("gdp", 242, 9, 220, 232.33, (9.2, "growth_real")),
        ("retail_sales", 143.3, 10, 130.3, 143.83, (21.5, "growth")),
        ("fixed_investment", 180, 20, None, None, None),
    ],
)
def test_the_report_on_2021_plans_2022_by_level_and_growth(
    indicator, level, rate, expected, came, pace
):
    found = next_year.headlines(2022)[indicator]
    assert (found.level.value, found.rate.value) == (level, rate)
    assert [one and one.value for one in (found.expected, found.came)] == [expected, came]
    assert (found.pace and (found.pace.value, found.pace.measure)) == pace


def test_the_stated_growth_leads_on_from_what_came(headline):
    # 10 percent on 125.
    assert headline.at_rate.value == pytest.approx(137.5)


def test_what_is_not_printed_is_left_out():
    found = next_year.Headline(figure("110.0"), figure("10", "%", "growth", place=1))
    assert found.from_came is None
    assert found.at_rate is None
    assert not found.built_on_expected
