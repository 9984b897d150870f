"""The year: growth against the years before it, on invented round numbers."""

import pytest

from analysis.amount import Given
from analysis.data import UnknownFigure
from analysis.findings import the_year


def yuan(number: float) -> Given:
    return Given("元", 1.0, "元", "=", number)


def rate(number: float) -> Given:
    return Given("%", 0.01, "", "=", number)


def test_a_year_is_held_against_the_years_before_it():
    # 120 after 20 percent: 100 the year before. 140 expected as 75 percent more: 80 at the start.
    # From 80 to 100 in one earlier year: 25 percent.
    found = the_year.against(yuan(120), rate(20), yuan(140), rate(75), years=1)
    assert found["before"].value == pytest.approx(100)
    assert found["start"].value == pytest.approx(80)
    assert found["total"].value == found["a_year"].value == pytest.approx(25)


def test_growth_a_year_compounds():
    # From 100 to 121 in two years: 10 percent a year, 21 in all.
    found = the_year.against(yuan(242), rate(100), yuan(300), rate(200), years=2)
    assert found["total"].value == pytest.approx(21)
    assert found["a_year"].value == pytest.approx(10)


def test_the_first_of_two_years_follows_from_their_mean_and_the_last():
    # 1.1 times 1.1 over 1.21: nothing grew in the first.
    assert the_year.first_of_two(rate(10), rate(21)).value == pytest.approx(0, abs=1e-9)
    assert the_year.first_of_two(rate(10), rate(10)).value == pytest.approx(10)


def test_china_grew_by_about_two_percent_in_the_year_before():
    # 1.051 squared over 1.081 is 1.0218; published at the time as 2.3, later 2.2.
    assert the_year.year_before("China").value == pytest.approx(2.18, abs=0.01)


def test_a_place_without_a_mean_of_two_years_is_an_error():
    with pytest.raises(UnknownFigure, match="Kongtong"):
        the_year.year_before("Kongtong")


def test_what_grew_stands_in_order_of_the_lead_on_china():
    # 21.1 beside 4.9 leads by 16.2, 21.5 beside 12.5 by 9.0; -16.5 beside 4.4 lags by 20.9.
    table = the_year.grew()
    assert list(table.index[:2]) == ["fixed_investment", "retail_sales"]
    assert table.index[-1] == "real_estate_investment"


def test_what_grew_stands_beside_the_same_measure_of_china():
    # Real growth of output as first published, growth of retail sales at current prices.
    table = the_year.grew()
    assert [one.value for one in table.loc["gdp"]] == [9.2, 8.1]
    assert [one.value for one in table.loc["retail_sales"]] == [21.5, 12.5]


def test_four_indicators_can_be_held_against_the_years_before():
    table = the_year.against_before()
    assert list(table.index) == ["retail_sales", "rural_income", "urban_income", "budget_revenue"]
    # 130.3 / 1.338 = 97.38 in 2016 and 143.83 / 1.215 = 118.38 in 2020: 5.0 percent a year.
    assert table.at["retail_sales", "a_year"].value == pytest.approx(5.0, abs=0.05)


def test_the_outbreak_is_told_by_figures_read_by_hand():
    # Lines 3588 to 3592.
    told = the_year.outbreak()
    assert told["found"].value == 0
    assert told["samples"].value == 177.92
    assert (told["contacts"].value, told["contacts_of_contacts"].value) == (181, 1331)
    assert told["sealed"].value == 145


def test_the_timeline_has_the_figures_of_its_events():
    events = the_year.timeline()
    given = events.set_index("line")["figure"]
    assert len(events) == 21 and events["date"].is_monotonic_increasing
    assert " ".join(events) == "date kind headline_en names_zh document line figure"
    assert given[1490].value == 187.3 and given[1548].bound == ">="
    assert given[1126] is None
