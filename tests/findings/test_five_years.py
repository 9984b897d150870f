"""Claims about five years, on round numbers."""

import pytest

from analysis.findings import five_years
from invented import figure, printed, told


def claimed(came: str = "150.00", expected: str = "140.00", growth: str = "40.00"):
    """A report's growth since 2016 to an expected level, so from 100, and what came."""
    own = {"document": "report", "status": "forecast"}
    of = told(
        figure(came),
        figure(expected, **own),
        figure(growth, "%", "growth", period="2016/2021", **own),
    )
    return five_years.grown("report", of=of)["output"]


def test_growth_is_measured_anew_from_the_base_that_the_claim_implies():
    one = claimed()
    assert one.base.value == pytest.approx(100)
    assert one.reached.value == pytest.approx(50)


@pytest.mark.parametrize(("came", "beyond"), [("147.00", 5), ("133.00", -5), ("140.00", 0)])
def test_what_came_is_set_beside_what_was_expected(came, beyond):
    # 7 of 140 are 5 percent.
    assert claimed(came).beyond.value == pytest.approx(beyond)


@pytest.mark.parametrize(
    ("came", "close"), [("142.70", True), ("137.30", True), ("142.90", False), ("137.10", False)]
)
def test_a_forecast_is_close_within_two_percent_of_what_came(came, close):
    # Two percent of 140 are 2.8.
    assert claimed(came).close is close


def total(printed: str, **given):
    own = {"document": "report", "period": "2017/2021", "line": 7}
    return figure(printed, "张", **own | given)


def sums(*rows):
    return five_years.in_sums(["report"], 5, of=told(*rows))


def test_a_year_is_a_part_of_its_sum():
    (one,) = sums(figure("30", "张"), total("120"))
    assert one.share.value == pytest.approx(25)
    assert not one.same


def test_a_year_that_is_its_sum_is_the_same():
    (one,) = sums(figure("30", "张"), total("30"))
    assert one.same


def test_few_things_may_all_fall_in_one_year():
    (one,) = sums(figure("9", "张"), total("9"))
    assert not one.same


def test_an_exact_amount_of_the_year_comes_before_a_bound():
    (one,) = sums(figure("20", "张", bound=">="), figure("30", "张", document="b"), total("120"))
    assert one.year.value == 30


def test_what_stands_at_the_end_of_a_year_is_no_part_of_a_sum():
    assert sums(total("50"), figure("20", "张", period="2021-12-31")) == []


def test_a_sum_without_a_year_beside_it_is_left_out():
    assert sums(total("120")) == []


def test_a_sum_of_another_document_is_left_out():
    assert sums(figure("30", "张"), total("120", document="other")) == []


def test_a_sum_of_earlier_years_is_left_out():
    assert sums(figure("30", "张"), total("120", period="2016/2020")) == []


def test_a_sum_of_other_than_five_years_is_left_out():
    assert sums(figure("30", "张"), total("120", period="2020/2021")) == []


def amount(text: str, unit: str = "张", place: int = 0):
    return printed(figure(text, unit), place)


def test_a_net_gain_is_what_growth_added():
    # 144 after two years at 20 percent: from 100.
    found = five_years.net_gain(amount("144"), amount("20", "%", 1), 2)
    assert found.value == pytest.approx(44)


def test_a_rate_that_is_a_floor_makes_the_gain_a_floor():
    rate = printed(figure("20", "%", bound=">="), 1)
    assert five_years.net_gain(amount("144"), rate, 2).bound == ">="


def test_even_growth_is_worked_back():
    # 180, 150, 125: together 455.
    found = five_years.worked_back(amount("180", "亿元"), amount("20", "%", 1), 3)
    assert found.value == pytest.approx(455)


def test_years_as_high_as_the_one_before_the_last():
    # 180 and twice 150.
    found = five_years.as_high_as_before(amount("180", "亿元"), amount("20", "%", 1), 3)
    assert found.value == pytest.approx(480)


def test_growth_is_left_to_fewer_years_when_one_brought_none():
    # Four years at 20 percent: 2.0736; the last brought 44, so 1.44 is left; one of three stood
    # still: 1.2 in each of two.
    found = five_years.in_other_years(amount("20", "%"), amount("44", "%", 1), 4)
    assert found.value == pytest.approx(20)
