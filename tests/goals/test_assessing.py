"""The table of targets, and goals of the reports worked out by hand from their lines."""

import pandas as pd
import pytest

from analysis import data
from invented import ABOVE, MET, OPEN, WITHIN


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


PARTY, GOVERNMENT = "party_report", "government_report"


# The table


def test_every_target_of_the_data_has_a_row_in_its_order(assessed):
    frame = data.observations()
    targets = frame[frame["status"] == "target"]
    columns = ["indicator", "entity", "document", "line", "period", "measure", "bound", "unit"]
    assert assessed[columns].values.tolist() == targets[columns].values.tolist()
    assert assessed["target"].tolist() == targets["value"].tolist()


def test_the_four_reports_hold_at_least_their_165_targets(assessed):
    assert len(assessed) >= 165


def test_the_columns_are_those_of_the_contract(assessed):
    assert {
        "indicator", "document", "line", "period", "bound", "target", "unit", "baseline",
        "baseline_line", "required_growth", "stated_growth", "implied_level", "growth_2021",
        "verdict", "consistent", "reason",
    } <= set(assessed.columns)  # fmt: skip


def test_a_verdict_is_one_of_the_four(assessed):
    assert set(assessed["verdict"]) == {MET, WITHIN, ABOVE, OPEN}


def test_consistency_is_told_or_missing_and_nothing_else(assessed):
    assert all(one is pd.NA or one in (True, False) for one in assessed["consistent"])


def test_every_reason_is_sentences_that_begin_and_end(assessed):
    for reason in assessed["reason"]:
        assert reason.strip() == reason and reason.endswith(".") and ".." not in reason
        assert reason[0].isupper() or reason[0].isdigit()


def test_no_reason_shows_a_missing_number(assessed):
    assert not assessed["reason"].str.contains(r"\bnan\b|\binf\b|None|<NA>").any()


def test_a_goal_is_called_met_only_on_an_outturn_with_its_line(assessed):
    met = assessed[assessed["verdict"] == MET]
    assert met["baseline"].notna().all() and met["baseline_line"].notna().all()


def test_a_pace_is_named_only_where_a_figure_of_2021_stands_against_it(assessed):
    paced = assessed[assessed["verdict"].isin([WITHIN, ABOVE])]
    assert (paced["growth_2021"].notna() | paced["baseline"].notna()).all()
    rates = paced[paced["required_growth"].notna()]
    assert rates["growth_2021"].notna().all()


def test_an_unprinted_baseline_leaves_no_line_and_no_implied_level(assessed):
    bare = assessed[assessed["baseline"].isna()]
    assert bare["baseline_line"].isna().all() and bare["implied_level"].isna().all()


def test_the_baseline_is_the_outturn_on_the_line_that_it_names(assessed):
    frame = data.observations()
    outturns = frame[frame["status"] == "outturn"]
    units = data.units()["factor"]
    for row in assessed[assessed["baseline"].notna()].itertuples():
        at = outturns[
            (outturns["document"] == row.baseline_document)
            & (outturns["line"] == row.baseline_line)
            & (outturns["indicator"] == row.indicator)
            & (outturns["entity"] == row.entity)
            & (outturns["measure"] == ("share" if row.measure == "share" else "level"))
            & (outturns["period"].isin(["2021", "2021-12-31"]))
        ]
        # A goal of growth has no unit for an amount: its baseline stays in the outturn's own.
        unit = row.unit if row.measure in ("level", "share", "per_year") else at["unit"].iloc[0]
        amounts = [pytest.approx(amount) for amount in at["base_value"]]
        assert row.baseline * units[unit] in amounts, row


# Goals of the reports, worked from the lines


@pytest.mark.parametrize(("document", "line"), [(PARTY, 470), (GOVERNMENT, 800)])
def test_the_product_goal_of_400_needs_half_as_much_again_as_the_stated_8(of, document, line):
    # 232.33 (5558) to 400 (470, 800) over 2021-2026: 400/232.33 = 1.721689, its logarithm
    # 0.543306, a fifth 0.108661, back 1.114785: 11.48% a year.
    # 8% (468, 798): 1.08^5 = 1.469328; times 232.33 is 341.369. 8.5% at most: 1.503657 times
    # 232.335 is 349.35, short of 400. 2021 brought 9.2% (5558).
    row = of("gdp", document, line)
    assert (row.baseline, row.baseline_line) == (232.33, 5558)
    assert row.required_growth == pytest.approx(11.48, abs=0.005)
    assert row.stated_growth == 8
    assert row.implied_level == pytest.approx(341.369, abs=0.001)
    assert row.growth_2021 == 9.2
    assert (row.verdict, row.consistent) == (ABOVE, False)
    assert "The floor of the stated growth falls short of the stated level." in row.reason


@pytest.mark.parametrize(("document", "line"), [(PARTY, 468), (GOVERNMENT, 798)])
def test_the_product_floor_of_8_percent_is_below_what_2021_brought(of, document, line):
    # 8% (468, 798) against 9.2% (5558); the same two stated things, so as inconsistent.
    row = of("gdp", document, line, "growth_pa")
    assert (row.required_growth, row.growth_2021) == (8, 9.2)
    assert (row.verdict, row.consistent) == (WITHIN, False)


def test_an_urban_income_of_80000_needs_11_8_percent_a_year(of):
    # 45817 (5735) to 80000 (800): 1.746077, logarithm 0.557372, a fifth 0.111474, back 1.117925.
    # 8% (798): 45817 * 1.469328 = 67320.2. 2021 brought 7.1% (5735), nominal.
    row = of("urban_income", GOVERNMENT, 800)
    assert (row.baseline, row.baseline_line) == (45817, 5735)
    assert row.required_growth == pytest.approx(11.79, abs=0.005)
    assert row.implied_level == pytest.approx(67320.2, abs=0.1)
    assert (row.growth_2021, row.verdict, row.consistent) == (7.1, ABOVE, False)


def test_a_goal_in_ten_thousands_is_measured_from_an_outturn_in_yuan(of):
    # The same goal as 8万元 (478): 4.5817 * 1.469328 = 6.7320, and the rate is the same.
    row = of("urban_income", PARTY, 478)
    assert (row.unit, row.target) == ("万元", 8)
    assert row.baseline == pytest.approx(4.5817)
    assert row.implied_level == pytest.approx(6.7320, abs=0.0001)
    assert row.required_growth == pytest.approx(11.79, abs=0.005)
    assert (row.verdict, row.consistent) == (ABOVE, False)


def test_a_rural_income_of_40000_needs_13_1_percent_a_year(of):
    # 21617 (5735) to 40000 (478): 1.850396, logarithm 0.615400, a fifth 0.123080, back 1.130975.
    # 8%: 2.1617 * 1.469328 = 3.17625. 2021 brought 10.1%: above 8, below 13.1.
    level, rate = of("rural_income", PARTY, 478), of("rural_income", PARTY, 478, "growth_pa")
    assert level.required_growth == pytest.approx(13.10, abs=0.005)
    assert level.implied_level == pytest.approx(3.17625, abs=0.00001)
    assert (level.verdict, rate.verdict) == (ABOVE, WITHIN)
    assert (level.consistent, rate.consistent) == (False, False)


def test_the_floor_of_retail_growth_passes_its_level(of):
    # 143.83 (5685) * 1.1^5 = 143.83 * 1.61051 = 231.640, past 200 (520); at 9.5% the least is
    # 143.825 * 1.574239 = 226.4, still past it. 200/143.83 = 1.390530: 6.82% a year, and 2021
    # brought 21.5%.
    row = of("retail_sales", PARTY, 520)
    assert row.implied_level == pytest.approx(231.640, abs=0.001)
    assert row.required_growth == pytest.approx(6.82, abs=0.005)
    assert (row.growth_2021, row.verdict, row.consistent) == (21.5, WITHIN, False)
    assert "The floor of the stated growth passes the stated level." in row.reason


def test_the_floor_of_farming_growth_passes_its_level(of):
    # 48.04 (5590) * 1.469328 = 70.5865, past 50 (514); 50/48.04 = 1.040799: 0.80% a year.
    row = of("agriculture_value_added", PARTY, 514)
    assert row.implied_level == pytest.approx(70.5865, abs=0.0001)
    assert row.required_growth == pytest.approx(0.80, abs=0.005)
    assert (row.growth_2021, row.verdict, row.consistent) == (10.6, WITHIN, False)
    assert "passes the stated level" in row.reason


def test_two_doublings_of_industry_pass_its_level_and_need_32_percent_a_year(of):
    # 34.87 (5642) times four is 139.48, past 100 (512). 4^(1/5) = 2^0.4 = 1.319508: 31.95%.
    row = of("industry_value_added", PARTY, 512, "growth")
    assert (row.unit, row.years) == ("番", 5)
    assert row.implied_level == pytest.approx(139.48)
    assert row.required_growth == pytest.approx(31.95, abs=0.005)
    assert row.stated_growth == pytest.approx(31.95, abs=0.005)
    assert (row.growth_2021, row.verdict, row.consistent) == (11.1, ABOVE, False)
    assert "The stated growth passes the stated level." in row.reason


def test_the_industry_level_needs_23_percent_a_year(of):
    # 100/34.87 = 2.867795, logarithm 1.053543, a fifth 0.210709, back 1.234553.
    row = of("industry_value_added", PARTY, 512)
    assert row.required_growth == pytest.approx(23.46, abs=0.005)
    assert (row.verdict, row.consistent) == (ABOVE, False)


def test_a_level_without_a_stated_growth_has_no_consistency_to_tell(of):
    # The Government report states 100 for industry (820) and no growth to 2026.
    row = of("industry_value_added", GOVERNMENT, 820)
    assert row.consistent is pd.NA and pd.isna(row.stated_growth)
    assert "stated" not in row.reason


def test_a_growth_goal_stays_apart_from_the_level_of_another_document(of):
    # Retail: 10% stands in both (520, 800), 200 only in the Party report (520).
    assert of("retail_sales", GOVERNMENT, 800, "growth_pa").consistent is pd.NA


@pytest.mark.parametrize("measure", ["level", "growth"])
def test_the_revenue_plan_for_2022_agrees_with_itself(of, measure):
    # 9.27 (5705) * 1.07 = 9.9189, printed as 9.92 (900). 9.92/9.27 = 1.07012.
    row = of("budget_revenue", GOVERNMENT, 900, measure)
    assert row.years == 1
    assert row.implied_level == pytest.approx(9.9189)
    assert row.consistent is True
    assert row.required_growth == pytest.approx(7.01 if measure == "level" else 7, abs=0.005)
    # 2021 brought 3.0% (5705).
    assert row.verdict == ABOVE
    assert "leads to the stated level" in row.reason


def test_the_product_plan_for_2022_asks_for_less_than_its_own_growth(of):
    # 242/232.33 = 1.041622 (900, 5558); 9% would be 253.24, and 8.5% 232.325 * 1.085 = 252.07.
    row = of("gdp", GOVERNMENT, 900)
    assert row.required_growth == pytest.approx(4.16, abs=0.005)
    assert row.implied_level == pytest.approx(253.2397)
    assert (row.verdict, row.consistent) == (WITHIN, False)


@pytest.mark.parametrize(
    ("indicator", "document", "line", "target", "outturn", "outturn_line"),
    [
        ("livestock.raised", PARTY, 514, 1000, 1027.59, 5613),
        ("livestock.raised", GOVERNMENT, 828, 1000, 1027.59, 5613),
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
    assert row.verdict == MET
    assert row.required_growth <= 0


@pytest.mark.parametrize(("document", "line"), [(PARTY, 514), (GOVERNMENT, 828)])
def test_the_vegetable_goal_needs_half_the_pace_of_2021(of, document, line):
    # 30/23.5 = 1.276596 (514, 5598), logarithm 0.244197, a fifth 0.048839, back 1.050052.
    row = of("vegetables.area", document, line)
    assert row.required_growth == pytest.approx(5.01, abs=0.005)
    assert (row.growth_2021, row.verdict) == (9.5, WITHIN)


def test_a_goal_without_an_outturn_says_so(of):
    # 3.4 per 10,000 has an outturn, the 156 patents of the same line (868) have none.
    row = of("valid_invention_patents", GOVERNMENT, 868)
    assert pd.isna(row.baseline)
    assert (row.verdict, row.required_growth is None or pd.isna(row.required_growth)) == (
        OPEN,
        True,
    )
    assert "no outturn of 2021" in row.reason


def test_a_rate_that_was_not_reached_is_not_held_against_a_pace(of):
    # Reclaimed water: 50% in 2022 (914) from 28% (762).
    row = of("reclaimed_water_use_rate", GOVERNMENT, 914)
    assert (row.baseline, row.verdict) == (28, OPEN)
    assert "a pace of growth says nothing" in row.reason


def test_a_goal_with_an_outturn_and_no_growth_of_2021_gives_what_it_needs(of):
    # Market entities: 100000/52877 = 1.891181 (886, 2483), logarithm 0.637201, a fifth 0.127440,
    # back 1.135917: 13.6% a year.
    row = of("market_entities", GOVERNMENT, 886)
    assert row.required_growth == pytest.approx(13.59, abs=0.005)
    assert row.verdict == OPEN
    assert "13.6% a year" in row.reason


@pytest.mark.parametrize(("document", "line"), [(PARTY, 546), (GOVERNMENT, 886)])
def test_labour_transfer_is_held_against_one_year_and_not_divided_by_five(of, document, line):
    # 7万人 a year (546, 886) against 6.69 (5582): 104.6%, and 7 > 6.695.
    row = of("labour_transfer", document, line, "per_year")
    assert (row.baseline, row.baseline_line, row.verdict) == (6.69, 5582, ABOVE)
    assert "105% of the amount of 2021" in row.reason


@pytest.mark.parametrize(
    ("indicator", "document", "line", "share"),
    [
        ("key_projects", PARTY, 506, 73),  # 1500/2054 (404) = 0.7303
        ("key_projects", GOVERNMENT, 812, 73),  # 1500/2054 (752)
        ("key_projects.investment", PARTY, 506, 136),  # 1000/736 (404) = 1.3587
        ("school_places.new", GOVERNMENT, 888, 187),  # 15000/8020 (770) = 1.8703
    ],
)
def test_a_five_year_sum_is_set_beside_the_sum_before_and_not_beside_a_year(
    of, indicator, document, line, share
):
    row = of(indicator, document, line)
    assert row.verdict == OPEN
    assert f"{share}% of that of 2017 to 2021" in row.reason


@pytest.mark.parametrize(("document", "line"), [(PARTY, 514), (GOVERNMENT, 832)])
def test_a_housing_sum_without_a_sum_before_says_so(of, document, line):
    row = of("rural_housing.renovated", document, line)
    assert row.verdict == OPEN
    assert "A sum over years; the yearbook prints none for the years before." in row.reason


def test_a_ceiling_without_an_outturn_is_not_assessable(of):
    # No more than 100 days for the approval of construction (870), and no days of 2021.
    row = of("construction_approval_time", GOVERNMENT, 870)
    assert (row.bound, row.verdict) == ("<=", OPEN)


def test_an_outturn_that_documents_print_differently_is_the_bureaus_and_the_others_are_named(of):
    # High-technology enterprises: 56 (5711) in the communique, 44 (766) in the Government report.
    row = of("high_tech_enterprises", GOVERNMENT, 868)
    assert (row.baseline, row.baseline_line) == (56, 5711)
    assert "Differently, government_report prints 44 户" in row.reason


def test_a_goal_that_is_met_is_told_as_percent_of_the_outturn(of):
    # 10 million animals (828) of the 10.2759 million (5613) that 2021 brought: 97.3 percent.
    row = of("livestock.raised", GOVERNMENT, 828)
    assert row.verdict == MET
    assert row.reason == "The outturn of 2021 satisfies it. The goal is 97% of it."


@pytest.mark.parametrize(
    ("indicator", "line"),
    [
        ("technical_upgrade_projects.per_year", 822),
        ("new_energy_consumption.annual_average", 816),
        ("urban_green_area.new_per_year", 856),
    ],
)
def test_an_amount_a_year_of_the_reports_is_not_called_a_sum(assessed, indicator, line):
    at = (assessed["indicator"] == indicator) & (assessed["line"] == line)
    (reason,) = assessed.loc[at, "reason"]
    assert "A sum over years" not in reason
