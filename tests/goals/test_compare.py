"""Two documents side by side, growth beside its last year."""

import pandas as pd
import pytest

from analysis.goals import claims, compare
from invented import figure, printing

A, B, BUREAU = "party_report", "government_report", "communique"


def stated(document: str, text: str, unit: str = "亿元", **given) -> dict:
    """What a document aims at for 2026, unless it is said otherwise."""
    own = {"document": document, "indicator": "homes", "period": "2026", "status": "target"}
    return figure(text, unit, **own | given)


def sides(*rows: dict, statuses=("target",), ends: int = 2026) -> pd.DataFrame:
    with printing(*rows):
        return compare.side_by_side(A, B, statuses=statuses, ends=ends)


# Side by side


def test_a_number_in_other_units_is_the_same():
    found = sides(stated(A, "2", "万户"), stated(B, "20000", "户"))
    assert list(found["verdict"]) == [compare.SAME]


def test_two_goals_are_the_numbers_they_state_and_rounding_joins_none():
    # 8% and 7% would both round from 7.5%; as goals they are 8 and 7.
    found = sides(stated(A, "8", "%"), stated(B, "7", "%"))
    assert list(found["verdict"]) == [compare.DIFFERENT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("3.4", "万户"), ("3.5", "万户")),  # both can be 3.45
        (("0.3", "亿元"), ("0.4", "亿元")),
        (("-0.3", "亿元"), ("-0.4", "亿元")),  # falls meet at -0.35 as rises do at 0.35
        (("0", "万元"), ("3000", "元")),  # none, rounded, is anything up to 5000元
    ],
)
def test_two_claims_that_one_number_could_stand_behind_agree_within_rounding(one, other):
    claimed = {"status": "outturn", "period": "2017/2021"}
    found = sides(
        stated(A, *one, **claimed), stated(B, *other, **claimed),
        statuses=("outturn",), ends=2021,
    )  # fmt: skip
    assert list(found["verdict"]) == [compare.ROUNDING]


def test_claims_of_whole_things_have_no_rounding():
    claimed = {"status": "outturn", "period": "2017/2021"}
    found = sides(
        stated(A, "6", "户", **claimed), stated(B, "10", "户", **claimed),
        statuses=("outturn",), ends=2021,
    )  # fmt: skip
    assert list(found["verdict"]) == [compare.DIFFERENT]


def test_a_floor_differs_from_the_same_number_without_one():
    found = sides(stated(A, "100"), stated(B, "100", bound=">="))
    assert list(found["verdict"]) == [compare.BOUND]


def test_what_one_alone_prints_stands_alone_and_after_the_first_document():
    found = sides(
        stated(B, "5", indicator="trees", line=9),
        stated(A, "3", indicator="roads", line=2),
        stated(A, "1", line=1), stated(B, "1", line=8),
    )  # fmt: skip
    assert list(found["indicator"]) == ["roads", "homes", "trees"]
    assert list(found["verdict"]) == [compare.ONLY_A, compare.SAME, compare.ONLY_B]


def test_a_sum_and_a_level_of_one_thing_are_not_a_pair():
    found = sides(stated(A, "1", period="2022/2026"), stated(B, "1", period="2026"))
    assert set(found["verdict"]) == {compare.ONLY_A, compare.ONLY_B}


def test_another_year_another_status_and_another_document_are_left_out():
    found = sides(
        stated(A, "1"), stated(B, "1", period="2022"), stated(B, "1", status="outturn"),
        stated("cppcc_report", "1"),
    )  # fmt: skip
    assert list(found["verdict"]) == [compare.ONLY_A]


def test_a_figure_printed_twice_counts_once_and_two_numbers_are_refused():
    assert len(sides(stated(A, "100", "%"), stated(A, "100", "%", line=3))) == 1
    with pytest.raises(
        ValueError, match="party_report prints two numbers for one thing: homes, lines 1 and 3"
    ):
        sides(stated(A, "100", "%"), stated(A, "90", "%", line=3))


def test_the_reports_differ_in_four_goals():
    found = compare.side_by_side(A, B, statuses=("target",), ends=2026)
    apart = found[found["verdict"].isin([compare.BOUND, compare.DIFFERENT])]
    # Lines 468 and 798, 512 and 820, 514 and 832, 558 and 854 of the text.
    assert dict(zip(apart["indicator"], apart["line_b"], strict=True)) == {
        "budget_revenue": 798,
        "industry_value_added": 820,
        "rural_housing.renovated": 832,
        "city_resident_population": 854,
    }


def test_a_whole_that_the_other_report_tells_in_all_its_parts_is_the_same_goal():
    # Lines 888 and 532: fifteen schools are two, three and ten.
    found = compare.side_by_side(A, B, statuses=("target",), ends=2026)
    in_parts = found.loc[found["verdict"] == compare.IN_PARTS, "indicator"]
    assert set(in_parts) == {
        "secondary_schools.new", "primary_schools.new", "kindergartens.new",
        "schools_kindergartens.new",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "told"),
    [(["2", "3", "10"], True), (["2", "3", "11"], False), (["5", "10"], False)],
)
def test_parts_are_the_whole_if_they_are_all_there_and_add_up(parts, told):
    schools = ["secondary_schools.new", "primary_schools.new", "kindergartens.new"]
    given = [
        stated(A, part, "户", indicator=one) for part, one in zip(parts, schools, strict=False)
    ]
    found = sides(*given, stated(B, "15", "户", indicator="schools_kindergartens.new"))
    assert set(found["verdict"] == compare.IN_PARTS) == {told}


def test_none_in_one_document_and_three_in_the_other_are_different_numbers():
    found = sides(stated(A, "0", "户"), stated(B, "3", "户"))
    assert list(found["verdict"]) == [compare.DIFFERENT]


def test_none_in_two_units_is_the_same_number():
    found = sides(stated(A, "0", "万户"), stated(B, "0", "户"))
    assert list(found["verdict"]) == [compare.SAME]


# Paces


def test_two_years_are_parted_into_each_and_one_is_not():
    # 10 percent twice is 21 percent; without 5 percent the first year brought 15.238.
    grew = {"measure": "growth", "status": "outturn"}
    with printing(
        stated(A, "10.0", "%", measure="growth_pa", period="2019/2020", status="outturn"),
        stated(BUREAU, "5.0", "%", period="2020", **grew),
        stated(A, "30.0", "%", period="2019/2020", indicator="trees", **grew),
        stated(A, "130", period="2020", indicator="trees", status="outturn"),
        stated(BUREAU, "130", period="2020", indicator="trees", status="outturn"),
        stated(BUREAU, "9.0", "%", period="2020", indicator="trees", **grew),
    ):
        two, one = claims.paces(2018, 2020), claims.paces(2019, 2020)
    assert two["before"].item().value == pytest.approx(15.238, abs=0.001)
    assert one["indicator"].tolist() == ["trees"] and one["before_low"].isna().all()


def test_a_yearly_rate_leaves_the_years_before_what_the_last_did_not_take():
    # 20% a year over five is 1.2**5; less a last year of 0%, the four before are 1.2**5 ** 1/4.
    with printing(
        stated(A, "20.0", "%", measure="growth_pa", period="2017/2021", status="outturn",
               low=20.0, high=20.0, bound=">="),
        stated(BUREAU, "0.0", "%", measure="growth", period="2021", status="outturn",
               low=0.0, high=0.0),
    ):  # fmt: skip
        (row,) = claims.paces().itertuples()
    assert row.claimed == 20 and row.bound == ">=" and row.year == 0
    assert row.total_low == pytest.approx(148.832)
    assert row.before_low == row.before_high == pytest.approx(100 * (1.2**1.25 - 1))


def test_growth_since_the_first_year_runs_to_the_outturn_and_not_to_the_forecast():
    # 150 and 50% imply 100; the outturn of 161.051 is 61.051% more; without 10% in the last
    # year, 1.61051 / 1.1 is 1.1 to the fourth: 10% a year.
    past = {"status": "forecast"}
    exact = {"low": 50.0, "high": 50.0}
    with printing(
        stated(A, "150", period="2021", low=150.0, high=150.0, **past),
        stated(A, "50", "%", measure="growth", period="2016/2021", **past, **exact),
        stated(BUREAU, "161.051", period="2021", status="outturn", low=161.051, high=161.051),
        stated(BUREAU, "10.0", "%", measure="growth", period="2021", status="outturn",
               low=10.0, high=10.0),
    ):  # fmt: skip
        (row,) = claims.paces().itertuples()
    assert row.claimed == pytest.approx(8.447, abs=1e-3)
    assert row.total_low == pytest.approx(61.051)
    assert row.before_low == pytest.approx(10)


def test_real_growth_of_the_last_year_is_not_taken_out_of_growth_that_need_not_be_real():
    with printing(
        stated(A, "20.0", "%", measure="growth_pa", period="2017/2021", status="outturn"),
        stated(BUREAU, "9.2", "%", measure="growth_real", period="2021", status="outturn"),
    ):
        row = claims.paces().iloc[0]
    assert row["year"] == 9.2 and row["year_measure"] == "growth_real"
    assert "before_low" not in row or pd.isna(row["before_low"])


def test_paces_of_the_data_hold_every_claim_of_the_reports_that_the_communique_can_meet():
    found = claims.paces()
    assert set(found["indicator"]) == {
        "gdp", "retail_sales", "urban_income", "rural_income", "budget_revenue",
        "fixed_investment", "tourism.visitors", "tourism.revenue",
    }  # fmt: skip


def test_a_claim_without_an_outturn_has_no_pace_and_one_that_lacks_other_things_has():
    growth = {"measure": "growth", "period": "2016/2021", "status": "forecast"}
    with printing(
        stated(A, "150", period="2021", status="forecast"),
        stated(A, "50", "%", **growth),
        stated(A, "150", period="2021", status="forecast", indicator="shops"),
        stated(A, "50", "%", indicator="shops", **growth),
        stated(BUREAU, "160", period="2021", status="outturn", indicator="shops"),
        *(
            stated(BUREAU, "10.0", "%", measure="growth", period="2021", status="outturn",
                   indicator=one)
            for one in ("homes", "shops")
        ),
    ):  # fmt: skip
        assert claims.paces()["indicator"].tolist() == ["shops"]
