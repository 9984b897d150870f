"""The table of targets, and goals of the reports worked out by hand from their lines."""

import pandas as pd
import pytest

from analysis import data
from analysis.goals import judging, kinds
from invented import assess, figure, goal

PARTY, GOVERNMENT = "party_report", "government_report"


@pytest.fixture
def of(assessed):
    def find(indicator: str, document: str, line: int, measure: str = "level"):
        found = assessed[
            (assessed["indicator"] == indicator)
            & (assessed["document"] == document)
            & (assessed["line"] == line)
            & (assessed["measure"] == measure)
        ]
        assert len(found) == 1, f"{len(found)} goals for {indicator}, {document}, {line}"
        return next(found.itertuples())

    return find


# The table


def test_every_target_of_the_data_has_a_row_in_its_order(assessed):
    targets = data.figures(status="target")
    columns = ["indicator", "entity", "document", "line", "period", "measure", "bound", "unit"]
    wanted = [[getattr(one, name) for name in columns] for one in targets]
    assert assessed[columns].values.tolist() == wanted
    assert assessed["target"].tolist() == [one.value for one in targets]


def test_the_columns_are_those_of_the_contract(assessed):
    assert {
        "indicator", "document", "line", "period", "bound", "target", "unit", "baseline",
        "baseline_line", "start_kind", "required_growth", "stated_growth", "implied_level", "pace",
        "verdict", "margin", "consistent", "reason",
    } <= set(assessed.columns)  # fmt: skip


def test_a_verdict_is_one_of_the_nine_and_a_kind_one_of_the_ten(assessed):
    assert set(assessed["verdict"]) <= set(judging.VERDICTS)
    assert set(assessed["kind"]) <= set(kinds.KINDS)


def test_met_and_missed_are_of_targets_that_are_due_and_no_others(assessed):
    past = assessed["verdict"].isin(["met", "missed"])
    assert (past <= assessed["due"]).all()
    assert set(assessed.loc[assessed["due"], "verdict"]) <= {"met", "missed", "partly", "open"}


def test_a_part_or_a_proxy_never_gives_a_plain_verdict_of_met(assessed):
    apart = assessed[assessed["start_kind"].isin(["part", "proxy"])]
    assert len(apart) >= 20
    assert not apart["verdict"].isin(["met", "already-met"]).any()


def test_a_level_at_future_prices_is_open_with_the_prices_that_would_close_the_gap(assessed):
    told = assessed["price_rise"].notna()
    # Of all services, wider than the modern ones that have a goal, it decides nothing.
    whole = assessed[told & (assessed["start_kind"] != "wider")]
    assert set(whole.loc[whole["price_rise"] >= 0, "verdict"]) == {"open"}
    assert set(whole.loc[whole["price_rise"] < 0, "verdict"]) == {"less"}
    assert set(assessed.loc[told & (assessed["start_kind"] == "wider"), "verdict"]) == {"partly"}
    named = {"gdp", "industry_value_added", "agriculture_value_added"}
    levels = assessed[assessed["indicator"].isin(named) & (assessed["kind"] == "level")]
    assert levels["price_rise"].notna().all() and len(levels) >= 6


def test_at_most_three_goals_in_ten_for_the_years_to_come_are_open(assessed):
    later = assessed[~assessed["due"]]
    assert (later["verdict"] == "open").mean() <= 0.3


def test_consistency_is_told_or_missing_and_nothing_else(assessed):
    assert all(one is pd.NA or one in (True, False) for one in assessed["consistent"])


def test_the_baseline_of_a_targets_own_name_is_the_outturn_on_the_line_that_it_names(assessed):
    outturns = {
        (one.document, one.line, one.indicator, one.base) for one in data.figures(status="outturn")
    }
    own = assessed[assessed["baseline"].notna() & (assessed["start_kind"] == "")]
    assert len(own) >= 60
    for row in own.itertuples():
        assert row.baseline_indicator == row.indicator
        place = row.baseline_document, row.baseline_line, row.baseline_indicator
        assert (*place, row.start.base) in outturns


# Goals of the reports, worked from the lines


@pytest.mark.parametrize(("document", "line"), [(PARTY, 470), (GOVERNMENT, 800)])
def test_the_product_goal_of_400_is_open_and_prices_would_have_to_rise_2_1_percent(
    of, document, line
):
    # 232.33 (5558) to 400 (470, 800) over 2021-2026: 400/232.33 = 1.721689, its logarithm
    # 0.543306, a fifth 0.108661, back 1.114785: 11.48% a year; over 1.092 (5558) 1.020865.
    # 8% (468, 798): 1.08^5 = 1.469328; times 232.33 is 341.369, short of 400.
    row = of("gdp", document, line)
    assert (row.baseline, row.baseline_line) == (232.33, 5558)
    assert row.required_growth == pytest.approx(11.48, abs=0.005)
    assert row.price_rise == pytest.approx(2.09, abs=0.005)
    assert (row.stated_growth, row.implied_level) == (8, pytest.approx(341.369, abs=0.001))
    assert (row.pace, row.verdict, row.consistent) == (9.2, "open", False)
    assert [note.key for note in row.reason.notes] == ["falls_short"]


@pytest.mark.parametrize(("document", "line"), [(PARTY, 468), (GOVERNMENT, 798)])
def test_the_product_floor_of_8_percent_is_less_than_2021_and_more_than_the_claim(
    of, document, line
):
    # 8% (468, 798) against 9.2% (5558); 36% since 2016 (396, 752) is 6.34% a year.
    row = of("gdp", document, line, "growth_pa")
    assert (row.required_growth, row.pace, row.verdict) == (8, 9.2, "less")
    assert row.claimed_pace == pytest.approx(6.34, abs=0.005)
    assert row.flips


@pytest.mark.parametrize(("document", "line"), [(PARTY, 478), (GOVERNMENT, 800)])
def test_an_urban_income_of_80000_needs_11_8_percent_a_year(of, document, line):
    # 45817 (5735) to 80000 (478, 800): 1.746077, logarithm 0.557372, a fifth 0.111474, back
    # 1.117925. 8% (478, 798): 45817 * 1.469328 = 67320.2. 2021 brought 7.1% (5735), nominal.
    row = of("urban_income", document, line)
    assert (row.unit, row.target, row.baseline, row.baseline_line) == ("元", 80000, 45817, 5735)
    assert row.required_growth == pytest.approx(11.79, abs=0.005)
    assert row.implied_level == pytest.approx(67320.2, abs=0.1)
    assert (row.pace, row.verdict, row.consistent) == (7.1, "more", False)


def test_a_row_says_what_it_is_of_as_the_yearbook_has_it(of):
    # Line 478: 40,000 yuan a head in 2026, and a rate a year until then.
    level, rate = of("rural_income", PARTY, 478), of("rural_income", PARTY, 478, "growth_pa")
    assert (level.measure, level.period, level.unit, level.target) == ("level", "2026", "元", 40000)
    assert (rate.measure, rate.period, rate.unit) == ("growth_pa", "2022/2026", "%")


def test_a_rural_income_of_40000_needs_13_1_percent_a_year(of):
    # 21617 (5735) to 40000 (478): 1.850396, logarithm 0.615400, a fifth 0.123080, back 1.130975.
    level, rate = of("rural_income", PARTY, 478), of("rural_income", PARTY, 478, "growth_pa")
    assert level.required_growth == pytest.approx(13.10, abs=0.005)
    assert (level.verdict, rate.verdict) == ("more", "less")


def test_the_floor_of_retail_growth_passes_its_level(of):
    # 143.83 (5685) * 1.61051 = 231.640, past 200 (520). 200/143.83 = 1.390530: 6.82% a year.
    row = of("retail_sales", PARTY, 520)
    assert row.implied_level == pytest.approx(231.640, abs=0.001)
    assert row.required_growth == pytest.approx(6.82, abs=0.005)
    assert (row.pace, row.verdict, row.consistent) == (21.5, "less", False)


def test_two_doublings_of_industry_need_32_percent_a_year(of):
    # 34.87 (5642) times four is 139.48, past 100 (512). 4^(1/5) = 1.319508: 31.95%.
    row = of("industry_value_added", PARTY, 512, "growth")
    assert row.implied_level == pytest.approx(139.48)
    assert row.required_growth == row.stated_growth == pytest.approx(31.95, abs=0.005)
    assert (row.pace, row.verdict, row.consistent) == (11.1, "more", False)


def test_the_farming_goal_is_shown_from_both_scopes(of):
    # 50 (514) from 48.04 (5590) needs 0.80% a year, from 41.45 (5558) 3.82%.
    row = of("agriculture_value_added", PARTY, 514)
    assert row.required_growth == pytest.approx(0.80, abs=0.005)
    other = {note.key: note for note in row.reason.notes}["other_scope"]
    assert other.needed.value == pytest.approx(3.82, abs=0.005)


@pytest.mark.parametrize("measure", ["level", "growth"])
def test_the_revenue_plan_for_2022_agrees_with_itself(of, measure):
    # 9.27 (5705) * 1.07 = 9.9189, printed as 9.92 (900). 2021 brought 3.0% (5705).
    row = of("budget_revenue", GOVERNMENT, 900, measure)
    assert row.implied_level == pytest.approx(9.9189)
    assert (row.consistent, row.verdict) == (True, "more")


@pytest.mark.parametrize(
    ("indicator", "document", "line", "target", "outturn", "outturn_line"),
    [
        ("livestock.raised", PARTY, 514, 1000, 1027.59, 5613),
        ("livestock.raised", GOVERNMENT, 910, 950, 1027.59, 5613),
        ("retail_sales", GOVERNMENT, 900, 143.3, 143.83, 5685),
        ("grain.area", GOVERNMENT, 910, 40, 42.37, 5592),
        ("surface_water.good_quality_rate", GOVERNMENT, 876, 100, 100, 764),
    ],
)
def test_what_2021_reached_is_met_before_the_plan_begins(
    of, indicator, document, line, target, outturn, outturn_line
):
    row = of(indicator, document, line)
    assert (row.target, row.baseline, row.baseline_line) == (target, outturn, outturn_line)
    assert row.verdict == "already-met"


@pytest.mark.parametrize(
    ("indicator", "document", "line", "asked", "had", "verdict"),
    [
        ("technical_upgrade_projects.per_year", GOVERNMENT, 822, 20, 16, "more"),  # 2758
        ("urban_employment.new", GOVERNMENT, 916, 5600, 5584, "same"),  # 5582
        ("labour_transfer", PARTY, 546, 7, 6.69, "more"),  # 5582
        ("voluntary_tree_planting", GOVERNMENT, 878, 80, 80, "same"),  # 2645: 400 in five years
        ("rural_housing.renovated", PARTY, 514, 0.4, 0.1371, "partly"),  # 2718: at model sites
        ("kindergartens.new", PARTY, 532, 2, 2, "same"),  # 3532: 10 in five years
        ("solar_capacity.new", GOVERNMENT, 816, 100, 60, "partly"),  # 3969: at one park
    ],
)
def test_work_is_held_against_the_work_of_a_year(
    of, indicator, document, line, asked, had, verdict
):
    measures = {"labour_transfer", "technical_upgrade_projects.per_year"}
    row = of(indicator, document, line, "per_year" if indicator in measures else "level")
    assert (row.asked_a_year, row.done_in_year) == pytest.approx((asked, had))
    assert row.verdict == verdict


def test_33_fewer_air_days_are_a_pace(of):
    # 330 (876) from 297 (3041) is 6.6 a year.
    row = of("good_air_days", GOVERNMENT, 876)
    assert (row.asked_a_year, row.done_in_year, row.verdict) == pytest.approx((6.6, -33, "more"))


def test_two_offices_times_stand_beside_a_limit_on_those_of_all(of):
    # 54 of 265 legal working days (2700), 121 of 607 legal days (2794); the goal (586) is 20%.
    row = of("administrative_approval_time", PARTY, 586, "share")
    assert (row.kind, row.verdict, str(row.reason)) == ("ceiling", "open", "no_start")
    assert {265.0, 54.0, 607.0, 121.0} == {one.value for one in row.also}


@pytest.mark.parametrize(
    ("indicator", "document", "line", "verdict"),
    [
        ("organs_committee.fixed_investment", "organs_work_committee", 1858, "missed"),  # 40 of 50
        ("key_projects.investment", "sino_israel_agri_park", 3921, "missed"),  # 490 of 570
        ("key_projects", "sino_israel_agri_park", 3921, "partly"),  # 24 of 24 begun
        ("water_use", "water_bureau", 2688, "met"),  # 6.65 of at most 6.741
        ("agri_park_projects.processing", "sino_israel_agri_park", 3923, "partly"),  # 2 of 4
    ],
)
def test_the_tasks_of_2021_are_judged_by_what_came(of, indicator, document, line, verdict):
    assert of(indicator, document, line).verdict == verdict


@pytest.mark.parametrize(
    ("level", "led_to", "consistent"),
    [
        (goal("0.71"), 0.70128, False),
        (goal("0.70"), 0.70128, True),
        (goal("700", "万吨"), None, None),
    ],
)
def test_a_rate_leads_to_a_level_of_its_own_kind_or_to_none(level, led_to, consistent):
    # 0.500 at 7.0 percent a year is 0.70128 in five years, 0.699 to 0.704 with their rounding.
    row = assess(figure("0.500"), goal("7.0", "%", "growth_pa"), level).iloc[0]
    found = [None if pd.isna(one) else one for one in (row["implied_level"], row["consistent"])]
    assert found == [led_to and pytest.approx(led_to, abs=1e-5), consistent]


def test_the_planned_size_of_a_project_is_no_task(assessed):
    # 100 houses in Xifeng (4021), of which a first phase of 52 is built.
    assert not (assessed["document"] == "xifeng_township").any()
