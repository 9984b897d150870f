"""Each verdict on figures made by hand, and what was once read wrongly."""

import pandas as pd
import pytest

from invented import ABOVE, MET, OPEN, WITHIN, figure, goal, only, pace


def test_an_outturn_past_the_goal_has_met_it():
    assert only(figure("50.0"), goal("40")).verdict == MET


def test_an_outturn_printed_as_the_goal_has_met_it():
    # 50.0 could stand for 49.96, but both print the same number.
    assert only(figure("50.0"), goal("50")).verdict == MET


def test_a_goal_inside_the_rounding_of_the_outturn_is_left_open():
    # 50.0 is anything from 49.95 to 50.05; the goal is 50.02.
    row = only(figure("50.0"), pace("5.0"), goal("50.02"))
    assert row.verdict == OPEN
    assert "Rounding of the outturn leaves open" in row.reason


@pytest.mark.parametrize(
    ("grew", "verdict"),
    [
        # 55 in a year from 49.95..50.05 is 9.890% to 10.110%.
        ("10.2", WITHIN),  # at least 10.15
        ("9.8", ABOVE),  # at most 9.85
        ("10.0", OPEN),  # 9.95 to 10.05
        ("9.9", OPEN),  # 9.85 to 9.95: meets the lower end
        ("10.1", OPEN),  # 10.05 to 10.15: meets the upper end
    ],
)
def test_what_is_needed_is_held_against_the_pace_on_intervals(grew, verdict):
    row = only(figure("50.0"), pace(grew), goal("55", period="2022"))
    assert row.verdict == verdict
    assert ("Rounding leaves open" in row.reason) == (verdict == OPEN)


@pytest.mark.parametrize(
    ("stated", "grew", "verdict"),
    [
        ("8", "8.3", WITHIN),
        ("8", "7.1", ABOVE),
        ("8", "8.0", WITHIN),  # printed as the same number
        ("8.02", "8.0", OPEN),  # 8.0 is 7.95 to 8.05
        ("-2", "-3.0", ABOVE),
    ],
)
def test_a_goal_of_growth_is_held_against_the_growth_of_2021(stated, grew, verdict):
    assert only(pace(grew), goal(stated, "%", "growth_pa")).verdict == verdict


def test_a_goal_of_growth_without_a_growth_of_2021_is_not_assessable():
    row = only(figure("50.0"), goal("8", "%", "growth_pa"))
    assert (row.verdict, row.required_growth) == (OPEN, 8)


def test_a_goal_with_a_pace_and_no_outturn_is_not_assessable():
    assert only(pace("9.0"), goal("55")).verdict == OPEN


def test_a_forecast_is_no_baseline():
    row = only(figure("50.0", status="forecast"), pace("9.0"), goal("55"))
    assert row.verdict == OPEN and pd.isna(row.baseline)


def test_an_outturn_of_another_year_is_no_baseline():
    row = only(figure("50.0", period="2020"), pace("9.0"), goal("55"))
    assert row.verdict == OPEN and pd.isna(row.baseline)


def test_an_outturn_of_another_place_is_no_baseline():
    row = only(figure("50.0", entity="town"), pace("9.0", entity="town"), goal("55"))
    assert row.verdict == OPEN and pd.isna(row.baseline) and pd.isna(row.growth_2021)


def test_a_stock_at_the_end_of_the_year_is_a_baseline():
    row = only(figure("50.0", period="2021-12-31"), goal("40"))
    assert (row.verdict, row.baseline) == (MET, 50)


def test_another_base_year_is_measured_from_its_own_outturn():
    # 2022 ended at 66; 73 four years on needs (73/66)^(1/4): 2.55% a year, and 2022 grew by 32%.
    row = only(
        figure("50.0"), figure("66.0", period="2022"), pace("32.0", period="2022"), goal("73"),
        base_year=2022,
    )  # fmt: skip
    assert (row.baseline, row.years, row.verdict) == (66, 4, WITHIN)
    assert row.required_growth == pytest.approx(2.55, abs=0.005)


@pytest.mark.parametrize(
    ("outturn", "ceiling", "verdict"),
    [
        ("3.0", "5", MET),
        ("6.0", "5", OPEN),
        ("3.0", "3.02", OPEN),  # 2.95 to 3.05: rounding
    ],
)
def test_a_ceiling_is_met_from_below(outturn, ceiling, verdict):
    row = only(figure(outturn, "%"), goal(ceiling, "%", bound="<="))
    assert row.verdict == verdict


def test_a_ceiling_met_is_not_a_floor_met():
    floor, ceiling = (only(figure("3.0", "%"), goal("5", "%", bound=b)) for b in (">=", "<="))
    assert (floor.verdict, ceiling.verdict) == (OPEN, MET)


def test_growth_as_printed_is_preferred_to_growth_at_constant_prices():
    row = only(pace("5.7", "growth_real"), pace("7.1"), goal("6", "%", "growth_pa"))
    assert (row.growth_2021, row.verdict) == (7.1, WITHIN)


def test_growth_at_constant_prices_stands_in_and_is_called_real():
    row = only(pace("5.7", "growth_real"), goal("6", "%", "growth_pa"))
    assert (row.growth_2021, row.verdict) == (5.7, ABOVE)
    assert "in real terms" in row.reason


def test_the_bureaus_outturn_goes_before_a_more_precise_one():
    row = only(figure("50.2134", document="report"), figure("48.0", line=7), goal("55"))
    assert (row.baseline, row.baseline_line, row.baseline_document) == (48, 7, "communique")
    assert "Differently, report prints 50.2134 亿元." in row.reason


def test_documents_that_agree_within_rounding_are_not_called_different():
    # 50.0 is 49.95 to 50.05, which holds 50.04.
    row = only(figure("50.04", document="report"), figure("50.0"), goal("55"))
    assert "Differently" not in row.reason


def test_without_the_bureau_the_most_precise_outturn_is_taken():
    row = only(figure("50", document="a"), figure("50.04", document="b"), goal("55"))
    assert row.baseline == 50.04


@pytest.mark.parametrize(
    ("sum_of_five", "verdict", "share"),
    [
        ("300", ABOVE, 120),  # 60 a year against 50.0
        ("200", WITHIN, 80),  # 40 a year
        ("250.1", OPEN, 100),  # 50.02 a year, inside 49.95 to 50.05
    ],
)
def test_a_sum_of_years_is_held_against_the_amount_of_one(sum_of_five, verdict, share):
    row = only(figure("50.0"), goal(sum_of_five, period="2022/2026"))
    assert row.verdict == verdict
    assert f"{share}% of the amount of 2021" in row.reason


@pytest.mark.parametrize(("each", "verdict"), [("60", ABOVE), ("40", WITHIN), ("50.02", OPEN)])
def test_an_amount_a_year_is_held_against_the_amount_of_2021(each, verdict):
    assert only(figure("50.0"), goal(each, measure="per_year")).verdict == verdict


def test_an_amount_a_year_without_an_amount_of_2021_is_not_assessable():
    assert only(goal("60", measure="per_year")).verdict == OPEN


def test_a_sum_of_years_is_never_held_against_a_stock():
    row = only(figure("50.0", period="2021-12-31"), pace("9.0"), goal("300", period="2022/2026"))
    assert row.verdict == OPEN


def test_a_sum_in_ten_thousands_is_set_beside_an_earlier_sum_in_ones():
    # 2 万户 after 16000 户: 125%.
    row = only(figure("16000", "户", period="2017/2021"), goal("2", "万户", period="2022/2026"))
    assert row.verdict == OPEN
    assert "125% of that of 2017 to 2021" in row.reason


def test_a_share_is_measured_from_a_share():
    row = only(figure("50.0"), figure("30", "%", "share", line=4), goal("25", "%", "share"))
    assert (row.baseline, row.baseline_line, row.verdict) == (30, 4, MET)


# Once read wrongly


def test_a_goal_for_the_end_of_a_year_is_assessed_as_one_of_that_year():
    row = only(figure("50.0", period="2021-12-31"), goal("40", period="2026-12-31"))
    assert (row.verdict, row.years) == (MET, 5)


def test_a_missed_goal_of_2021_itself_is_not_blamed_on_its_levels():
    row = only(figure("50.0"), pace("9.0"), goal("55", period="2021"))
    assert row.verdict == OPEN and "positive levels" not in row.reason


def test_a_doubling_by_2021_itself_does_not_stop_the_table():
    assert only(figure("50.0"), goal("1", "番", "growth", period="2016/2021")).verdict in (
        MET, OPEN,
    )  # fmt: skip


def test_a_goal_of_a_year_gone_by_does_not_stop_the_table():
    assert only(figure("50.0"), goal("55", period="2020")).verdict == OPEN


def test_a_goal_of_none_is_not_met_by_some():
    assert only(figure("17", "户"), goal("0", "户")).verdict != MET


def test_a_goal_of_none_over_years_after_a_year_of_none_is_assessed():
    assert only(figure("0", "人"), goal("0", "人", period="2022/2026")).verdict in (MET, WITHIN)


def test_none_over_years_is_not_within_the_pace_of_some():
    row = only(figure("30", "人"), goal("0", "人", period="2022/2026"))
    assert row.verdict != WITHIN


def test_a_ceiling_of_a_rate_over_years_is_not_a_sum():
    # No more than 5% throughout, after 4.0%: kept already.
    row = only(figure("4.0", "%"), goal("5", "%", period="2022/2026", bound="<="))
    assert row.verdict in (MET, OPEN) and "in each year" not in row.reason


def test_an_outturn_printed_as_the_ceiling_has_met_it():
    assert only(figure("5.0", "%"), goal("5", "%", bound="<=")).verdict == MET


def test_a_ceiling_of_days_is_not_called_a_rate():
    row = only(figure("120", "天"), goal("100", "天", bound="<="))
    assert row.verdict == OPEN and "It is a rate" not in row.reason


def test_a_ceiling_not_kept_is_never_within_a_pace_of_growth():
    # From 120 down to 100 is a rate below zero, and so below any growth.
    assert only(figure("120", "天"), pace("5.0"), goal("100", "天", bound="<=")).verdict == OPEN


def test_growth_over_five_years_is_spread_over_them():
    # 50% in five years: 1.5^(1/5) = 1.084472, below the 20.0% of 2021.
    row = only(figure("50.0"), pace("20.0"), goal("50", "%", "growth", period="2021/2026"))
    assert row.required_growth == pytest.approx(8.45, abs=0.005)
    assert row.verdict == WITHIN


def test_a_growth_of_2021_printed_as_a_multiple_is_a_hundred_times_as_many_percent():
    # 1.04 倍 is 104%, above 8.
    row = only(figure("1.04", "倍", "growth"), goal("8", "%", "growth_pa"))
    assert (row.verdict, row.growth_2021) == (WITHIN, 104)


def test_a_goal_just_below_a_rounded_growth_is_left_open():
    # 8.0 can stand for 7.96, which is below 7.98: as 8.02 is left open, so is 7.98.
    assert only(pace("8.0"), goal("7.98", "%", "growth_pa")).verdict == OPEN


def test_a_sum_is_held_against_the_amount_of_another_base_year():
    row = only(figure("50.0", period="2022"), goal("300", period="2023/2026"), base_year=2022)
    assert row.verdict == ABOVE


def test_a_goal_in_households_is_not_held_against_an_outturn_in_yuan():
    assert only(figure("50.0", "亿元"), goal("40", "户")).verdict == OPEN
