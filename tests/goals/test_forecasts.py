"""Forecasts against what came, and what plans were set on."""

import pandas as pd
import pytest

from analysis import data
from analysis.goals import forecasts as module
from invented import figure
from invented_tables import GOVERNMENT, INCOMES, PARTY, at, forecast, only, rows


def target(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    own = {"document": "a", "status": "target", "period": "2022", "line": 9}
    return figure(printed, unit, measure, **own | given)


# Forecasts against what came


@pytest.fixture(scope="module")
def forecasts() -> pd.DataFrame:
    return module.forecasts()


@pytest.mark.parametrize(("document", "line"), [(PARTY, 396), (GOVERNMENT, 752)])
def test_both_reports_expected_less_product_than_came(forecasts, document, line):
    # 220 (396, 752) against 232.33 (5558): 12.33 short, 12.33/232.33 = 5.307%.
    row = at(forecasts, indicator="gdp", document=document, measure="level")
    assert (row.line, row.forecast, row.outturn, row.outturn_line) == (line, 220, 232.33, 5558)
    assert row.error == pytest.approx(-12.33)
    assert row.error_percent == pytest.approx(-5.3, abs=0.05)
    assert row.direction == "too low"


def test_the_party_report_expected_too_much_revenue(forecasts):
    # 9.6 (396) against 9.27 (5705): 0.33/9.27 = 3.56%.
    row = at(forecasts, indicator="budget_revenue", document=PARTY)
    assert row.error == pytest.approx(0.33)
    assert row.error_percent == pytest.approx(3.56, abs=0.005)
    assert row.direction == "too high"


def test_the_government_report_expected_the_revenue_that_came(forecasts):
    # 9.27 (752), 9.27 (5705).
    row = at(forecasts, indicator="budget_revenue", document=GOVERNMENT)
    assert (row.error, row.direction) == (pytest.approx(0), "as printed")


def test_retail_sales_came_in_above_both_forecasts(forecasts):
    # 130.3 (396, 752) against 143.83 (5685): 13.53/143.83 = 9.41%.
    retail = forecasts[forecasts["indicator"] == "retail_sales"]
    retail = retail[retail["document"].isin([PARTY, GOVERNMENT])]
    assert retail["error_percent"].tolist() == pytest.approx([-9.41] * len(retail), abs=0.005)


def test_urban_income_was_expected_too_high_and_rural_income_too_low(forecasts):
    # 46208 less 45817 is 391; 21401 less 21617 is -216 (396, 752; 5735).
    for document in (PARTY, GOVERNMENT):
        urban, rural = (at(forecasts, indicator=one, document=document) for one in INCOMES)
        assert (urban.error, urban.direction) == (391, "too high")
        assert (rural.error, rural.direction) == (-216, "too low")


def test_every_forecast_with_an_outturn_is_there_and_none_without(forecasts):
    frame = data.observations()
    kind = {"growth_real": "growth"}
    came = {
        (row.entity, row.indicator, kind.get(row.measure, row.measure))
        for row in frame.itertuples()
        if (row.status, row.document) == ("outturn", "communique")
        and row.period in ("2021", "2021-12-31")
    }
    wanted = [
        (row.indicator, row.document, row.line, row.measure)
        for row in frame.itertuples()
        if row.status == "forecast"
        and row.period in ("2021", "2021-12-31")
        and (row.entity, row.indicator, kind.get(row.measure, row.measure)) in came
    ]
    listed = forecasts[["indicator", "document", "line", "measure"]]
    assert list(listed.itertuples(index=False, name=None)) == wanted
    assert len(wanted) >= 10


@pytest.mark.parametrize(
    ("expected", "came", "direction"),
    [
        ("220", "220.4", "as printed"),  # 219.5 to 220.5 holds 220.4
        ("220", "220.5", "as printed"),  # 220.45 is below 220.5
        ("220", "220.6", "too low"),  # 220.55 is not
        ("220.0", "220.4", "too low"),
        ("220", "219.3", "too high"),
    ],
)
def test_a_forecast_misses_only_beyond_rounding(expected, came, direction):
    assert only(module.forecasts, forecast(expected), figure(came)).direction == direction


def test_a_forecast_in_ten_thousands_meets_an_outturn_in_hundred_millions():
    # 1.2亿元 is 12000万元; the forecast of 15000 is 3000 too high, a quarter.
    row = only(module.forecasts, forecast("15000", "万元"), figure("1.2"))
    assert (row.unit, row.outturn, row.error) == ("万元", pytest.approx(12000), pytest.approx(3000))
    assert row.error_percent == pytest.approx(25)


def test_a_forecast_of_growth_errs_in_points_and_not_in_percent():
    row = only(module.forecasts, forecast("8.0", "%", "growth"), figure("9.2", "%", "growth_real"))
    assert row.error == pytest.approx(-1.2) and pd.isna(row.error_percent)


@pytest.mark.parametrize(("kind", "came"), [("growth", 7.1), ("growth_real", 5.7)])
def test_a_forecast_of_growth_meets_the_growth_of_its_kind(kind, came):
    row = only(
        module.forecasts,
        forecast("8.0", "%", kind),
        figure("5.7", "%", "growth_real"),
        figure("7.1", "%", "growth"),
    )
    assert row.outturn == came


def test_a_forecast_of_the_year_meets_a_stock_at_its_end():
    row = only(module.forecasts, forecast("50"), figure("48.0", period="2021-12-31", line=7))
    assert (row.outturn, row.outturn_line) == (48, 7)


def test_an_outturn_printed_twice_is_taken_where_it_is_finer():
    row = only(module.forecasts, forecast("50"), figure("48"), figure("48.2", line=7))
    assert (row.outturn, row.outturn_line) == (pytest.approx(48.2), 7)


@pytest.mark.parametrize(
    "came",
    [
        figure("48", indicator="other"),
        figure("48", entity="town"),
        figure("48", period="2020"),
        figure("48", "%", "share"),
        figure("48", status="target"),
    ],
    ids=["thing", "place", "year", "measure", "status"],
)
def test_a_forecast_meets_no_figure_of_another(came):
    assert rows(module.forecasts, forecast("50"), figure("1", indicator="x"), came) == []


def test_forecasts_of_another_year_are_set_against_that_year():
    found = rows(
        module.forecasts,
        forecast("50"), figure("48.0"),
        forecast("60", period="2022"), figure("66.0", period="2022"),
        year=2022,
    )  # fmt: skip
    assert [(row.forecast, row.outturn) for row in found] == [(60, 66)]


@pytest.mark.parametrize(
    ("expected", "came", "follows"),
    [("0.56", "0.50", 17.6), ("0", "0.50", None), ("0.56", "0", None)],
)
def test_no_growth_is_expected_from_nothing_or_to_nothing(expected, came, follows):
    # 0.50 after 5 percent was 0.4762, of which 0.56 is 117.6 percent.
    row = only(module.forecasts, forecast(expected), figure(came), figure("5.0", "%", "growth"))
    assert row.base.value == pytest.approx(float(came) / 1.05)
    grown = row.growth_from_base
    assert (None if grown != grown else grown.value) == (follows and pytest.approx(follows))


# What plans were set on


@pytest.fixture(scope="module")
def plans() -> pd.DataFrame:
    return module.set_on()


def test_the_product_plan_was_set_on_the_forecast_and_not_on_what_came(plans):
    # 242 from 9% (900): 241.5/1.095 = 220.548 to 242.5/1.085 = 223.502, above the 220 expected
    # and below the 232.33 that came (5558), from which it asks 242/232.33 = 1.041622.
    row = at(plans, indicator="gdp", line=900)
    assert (row.level, row.growth) == (242, 9)
    assert (row.base_low, row.base_high) == pytest.approx((220.548, 223.502), abs=0.001)
    assert row.outturn == pytest.approx(232.33) and row.base_high < row.outturn
    assert row.growth_from_outturn == pytest.approx(4.16, abs=0.005)


def test_the_retail_plan_asks_for_less_than_came(plans):
    # 143.3 (900) against 143.83 (5685): 0.53/143.83 = 0.368%. Base: 143.25/1.105 = 129.638 to
    # 143.35/1.095 = 130.913, which holds the forecast of 130.3.
    row = at(plans, indicator="retail_sales", line=900)
    assert row.growth_from_outturn == pytest.approx(-0.37, abs=0.005)
    assert (row.base_low, row.base_high) == pytest.approx((129.638, 130.913), abs=0.001)


def test_the_revenue_plan_was_set_on_what_came(plans):
    # 9.915/1.075 = 9.2233 to 9.925/1.065 = 9.3192, which holds 9.27; 9.92/9.27 = 1.07012.
    row = at(plans, indicator="budget_revenue", line=900)
    assert row.base_low < row.outturn < row.base_high
    assert (row.base_low, row.base_high) == pytest.approx((9.2233, 9.3192), abs=1e-4)
    assert row.growth_from_outturn == pytest.approx(7.01, abs=0.005)


def test_the_urban_income_plan_was_set_on_more_than_came(plans):
    # 49904.5/1.085 = 45994.93 to 49905.5/1.075 = 46423.72, above 45817 (5735), of which 49905
    # is 1.089224.
    row = at(plans, indicator="urban_income", line=900)
    assert (row.base_low, row.base_high) == pytest.approx((45994.93, 46423.72), abs=0.01)
    assert row.base_low > row.outturn == 45817
    assert row.growth_from_outturn == pytest.approx(8.92, abs=0.005)


def test_a_plan_whose_base_the_yearbook_does_not_print_has_no_outturn(plans):
    # Fixed investment: 180 at 20% (900), and only growth in the communique (5679).
    # 179.5/1.205 = 148.963 to 180.5/1.195 = 151.046.
    row = at(plans, indicator="fixed_investment", line=900)
    assert (row.base_low, row.base_high) == pytest.approx((148.963, 151.046), abs=0.001)
    assert pd.isna(row.outturn) and pd.isna(row.growth_from_outturn)


@pytest.mark.parametrize(
    "change",
    [{"document": "b"}, {"entity": "town"}, {"indicator": "other"}, {"period": "2022/2026"}],
    ids=lambda change: next(iter(change)),
)
def test_a_plan_is_never_joined_to_the_growth_of_another(change):
    rate = target("9", "%", "growth") | change
    assert rows(module.set_on, figure("50.0"), target("55"), rate) == []


def test_a_plan_in_ten_thousands_is_measured_from_an_outturn_in_hundred_millions():
    # 5500 万元 from 0.5 亿元, which is 5000: 10%.
    row = only(module.set_on, figure("0.5"), target("5500", "万元"), target("9", "%", "growth"))
    assert row.outturn == pytest.approx(5000)
    assert row.growth_from_outturn == pytest.approx(10)


@pytest.mark.parametrize(
    ("planned", "came", "follows"),
    [("0.55", "0.50", 10), ("0", "0.50", None), ("0.55", "0.0", None)],
)
def test_a_plan_asks_for_no_growth_from_nothing_or_to_nothing(planned, came, follows):
    row = only(module.set_on, figure(came), target(planned), target("9", "%", "growth"))
    assert row.outturn == float(came)
    grown = row.growth_from_outturn
    assert (None if grown != grown else grown) == (follows and pytest.approx(follows))


# Once read wrongly


def test_a_forecast_of_a_stock_at_the_end_of_the_year_is_set_against_it():
    end = {"period": "2021-12-31"}
    assert only(module.forecasts, forecast("50", **end), figure("48", **end)).outturn == 48


def test_a_forecast_of_some_where_none_came_is_too_high():
    row = only(module.forecasts, forecast("3", "户"), figure("0", "户"))
    assert row.direction == "too high"


def test_a_forecast_of_none_keeps_its_unit():
    # 0万元 against 2亿元 is 20000万元 short.
    row = only(module.forecasts, forecast("0", "万元"), figure("2"))
    assert row.error == pytest.approx(-20000)
