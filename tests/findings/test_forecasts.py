"""What was expected of a year, on round numbers: 100 before it, 110 expected, 125 came."""

import pytest

from analysis.findings import forecasts
from invented import figure, told


def grown(*, came="125.00", rate="25.00", made="110.00", measure="growth", plan="10"):
    """The only expectation: a level, its outturn with growth, and the next year's plan."""
    of = told(
        figure(came),
        figure(rate, "%", measure),
        figure(made, document="report", status="forecast"),
        figure("121.0", document="report", status="target", period="2022", line=9),
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


def test_without_a_plan_no_rate_is_one_of_it():
    of = told(figure("125.00"), figure("110.00", document="report", status="forecast"))
    (one,) = forecasts.expected(2021, of=of)
    assert not one.is_plan_rate


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
