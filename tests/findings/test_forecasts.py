"""What was expected of a year, on round numbers: 100 before it, 110 expected, 125 came."""

import pytest

from analysis.findings import forecasts
from invented import figure, printed, told


def grown(*, came="125.00", rate="25.00", made="110.00", measure="growth", plan="10", then="121.0"):
    """The only expectation: a level, its outturn with growth, and the next year's plan."""
    of = told(
        figure(came),
        figure(rate, "%", measure),
        figure(made, document="report", status="forecast"),
        figure(then, document="report", status="target", period="2022", line=9),
        figure(plan, "%", "growth", document="report", status="target", period="2022", line=9),
    )
    (one,) = forecasts.expected(2021, of=of)
    return one


def test_the_base_is_what_the_outturn_grew_from():
    one = grown()
    assert one.base.value == pytest.approx(100)
    assert one.rate.value == pytest.approx(10)


def test_the_miss_is_a_percent_of_what_came():
    assert grown().miss.value == pytest.approx(-12)  # 110 of 125


def test_a_rate_that_rounding_takes_for_the_planned_one_is_a_plan_rate():
    # 125.005/1.24995 down to 124.995/1.25005: 99.992 to 100.008, so 9.99 to 10.02 percent.
    assert grown().is_plan_rate
    assert not grown(plan="9").is_plan_rate


def test_a_planned_rate_is_the_number_it_states_not_what_rounds_to_it():
    # 109.6 is 9.6 percent above the base, which rounds to 10.
    assert not grown(made="109.60").is_plan_rate


def test_growth_at_other_prices_gives_no_base():
    one = grown(measure="growth_real")
    assert (one.base, one.rate, one.is_plan_rate) == (None, None, False)


def test_the_next_level_is_built_on_the_expected_one():
    assert grown().next_is_built_on_it  # 110 grown by a tenth is 121
    assert not grown(then="137.5").next_is_built_on_it  # 125 grown by a tenth


def test_without_a_plan_nothing_is_built():
    of = told(figure("125.00"), figure("110.00", document="report", status="forecast"))
    (one,) = forecasts.expected(2021, of=of)
    assert not (one.next_is_built_on_it or one.is_plan_rate or one.is_own_rate)


def test_a_document_can_contradict_its_own_growth():
    of = told(
        figure("125.00"),
        figure("25.00", "%", "growth"),
        figure("107.00", document="bureau", status="forecast"),
        figure("8", "%", "growth", document="bureau", status="forecast"),
    )
    (one,) = forecasts.expected(2021, of=of)
    assert one.rate.value == pytest.approx(7)
    assert not one.is_own_rate


@pytest.mark.parametrize(
    ("one", "other", "changed_places"),
    [
        ("46028", "46208", True),
        ("46028", "48026", False),  # not neighbours
        ("46028", "46128", False),  # one digit
        ("4602", "46028", False),
    ],
)
def test_two_neighbouring_digits_can_change_places(one, other, changed_places):
    a, b = (printed(figure(number, "元")) for number in (one, other))
    assert forecasts.swapped(a, b) is changed_places


def test_the_autumn_figures_of_2021_are_rates_of_the_plan_for_2022():
    # 46208 over 45817/1.071 is +8.0; 21401 over 21617/1.101 +9.0; 130.3 over 143.83/1.215 +10.1;
    # 9.6 over 9.27/1.03 +6.7: lines 396, 5735, 5685, 5705. The plan, line 900: 8, 9, 10, 7.
    of_party = {
        one.made.indicator: round(one.rate.value, 1)
        for one in forecasts.expected()
        if one.made.document == "party_report" and one.is_plan_rate
    }
    assert of_party == {
        "retail_sales": 10.1,
        "urban_income": 8.0,
        "rural_income": 9.0,
        "budget_revenue": 6.7,
    }


def test_the_bureaus_income_in_towns_is_not_its_own_rate():
    # 46028 over 42780 is +7.6 where the bureau states 8 (line 2574).
    (one,) = [
        one
        for one in forecasts.expected()
        if (one.made.document, one.made.indicator) == ("statistics_bureau", "urban_income")
    ]
    assert not one.is_own_rate


def test_rates_cover_whole_percents_by_the_chance_of_their_widths():
    # 7.0 as printed is 0.1 points wide, 3.00 is 0.01; four times 9 is 4 wide, and certain.
    seven, three, nine = (
        printed(figure(one, "%", "growth"), place) for place, one in enumerate(("7.0", "3.00", "9"))
    )
    assert forecasts.by_chance([seven, three, nine * 4]) == pytest.approx(0.001)
