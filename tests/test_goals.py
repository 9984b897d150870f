from contextlib import contextmanager

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis import data, goals

MET, WITHIN, ABOVE = "already met", "at or below the 2021 pace", "above the 2021 pace"
OPEN = "not assessable"

# unit: factor, base unit, dimension, whether it counts whole things
UNITS = {
    "亿元": (1e8, "元", "money", False),
    "万元": (1e4, "元", "money", False),
    "元": (1.0, "元", "money", False),
    "%": (1.0, "%", "ratio", False),
    "倍": (100.0, "%", "ratio", False),
    "番": (1.0, "番", "doublings", True),
    "人": (1.0, "人", "persons", True),
    "户": (1.0, "个", "count", True),
    "万户": (1e4, "个", "count", False),
    "天": (1.0, "天", "time in days", True),
}


def figure(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    """One observation: ``printed`` is digits only, and its decimals set what rounding leaves."""
    factor, base_unit, dimension, exact = UNITS[unit]
    value = float(printed)
    places = len(printed.partition(".")[2])
    half = 0.0 if exact and not places else 0.5 * 10.0**-places
    return {
        "document": "communique", "entity": "suzhou", "indicator": "output", "period": "2021",
        "measure": measure, "value": value, "unit": unit, "status": "outturn", "bound": "=",
        "line": 1, "dimension": dimension, "base_value": value * factor, "base_unit": base_unit,
        "low": value - half, "high": value + half, "entity_en": "The district",
        "name_en": "Output",
    } | given  # fmt: skip


def goal(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    period = "2022/2026" if measure in ("growth_pa", "per_year") else "2026"
    own = {"document": "report", "status": "target", "period": period, "line": 9}
    return figure(printed, unit, measure, **own | given)


def pace(printed: str, measure: str = "growth", **given) -> dict:
    return figure(printed, "%", measure, **given)


def unrounded(row: dict, fraction: float) -> dict:
    """The figure moved to a place inside its rounding interval, and known there exactly."""
    at = row["low"] + fraction * (row["high"] - row["low"])
    return row | {
        "value": at, "low": at, "high": at, "base_value": at * row["base_value"] / row["value"]
    }  # fmt: skip


@contextmanager
def printing(*rows: dict):
    """A yearbook that prints these figures and no others."""
    with pytest.MonkeyPatch.context() as patch:
        frame = pd.DataFrame(list(rows))
        patch.setattr(data, "observations", lambda **_: frame.copy())
        yield


def assess(*rows: dict, **given) -> pd.DataFrame:
    with printing(*rows):
        return goals.assess(**given)


def only(*rows: dict, **given):
    """The assessment of the only goal among the figures."""
    (row,) = assess(*rows, **given).itertuples()
    return row


@pytest.fixture(scope="module")
def assessed() -> pd.DataFrame:
    return goals.assess()


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


# Each verdict on figures made by hand


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


# Stated growth and stated level of one goal


@pytest.mark.parametrize(
    ("level", "rate", "consistent", "words"),
    [
        # 50.0 at 8% for five years is 50 * 1.469328 = 73.47; what rounding leaves runs from
        # 49.95 * 1.075^5 (1.435629) = 71.71 to 50.05 * 1.085^5 (1.503657) = 75.26.
        ("73.5", "8", True, "leads to"),
        ("72", "8", True, "leads to"),
        ("75", "8", True, "leads to"),
        ("71", "8", False, "passes"),
        ("76", "8", False, "falls short of"),
        # Printed as 8.0 the rate is 7.95 to 8.05, and at least 49.95 * 1.465936 = 73.22.
        ("72", "8.0", False, "passes"),
    ],
)
def test_growth_and_level_disagree_only_where_no_unrounded_rate_joins_them(
    level, rate, consistent, words
):
    found = assess(figure("50.0"), goal(level), goal(rate, "%", "growth_pa"))
    assert found["consistent"].tolist() == [consistent, consistent]
    assert found["reason"].str.contains(f"The stated growth {words} the stated level.").all()
    assert found["implied_level"].tolist() == [pytest.approx(73.4664)] * 2


def test_a_floor_is_called_a_floor():
    found = assess(figure("50.0"), goal("76"), goal("8", "%", "growth_pa", bound=">="))
    assert found["reason"].str.contains("The floor of the stated growth falls short").all()


@pytest.mark.parametrize(("level", "consistent"), [("9.1", True), ("11", True), ("11.1", False)])
def test_a_doubling_has_no_rounding_and_its_base_has(level, consistent):
    # Twice 5, which is 4.5 to 5.5, is 9 to 11.
    doubled = goal("1", "番", "growth", period="2021/2026")
    found = assess(figure("5"), goal(level), doubled)
    assert found["consistent"].tolist() == [consistent, consistent]
    # 2^(1/5) = 1.148698.
    assert found["stated_growth"].tolist() == [pytest.approx(14.87, abs=0.005)] * 2


@pytest.mark.parametrize(
    "rows",
    [
        (figure("50.0"), goal("73")),
        (figure("50.0"), goal("8", "%", "growth_pa")),
        (figure("50.0"), goal("73"), goal("8", "%", "growth_pa", document="other")),
        (figure("50.0"), goal("73"), goal("8", "%", "growth", period="2022")),
        (figure("50.0"), goal("73"), goal("8", "%", "growth_pa", entity="town")),
        (goal("73"), goal("8", "%", "growth_pa")),
    ],
    ids=["no growth", "no level", "other document", "other year", "other place", "no outturn"],
)
def test_consistency_is_missing_unless_one_goal_states_both_and_has_a_base(rows):
    assert all(one is pd.NA for one in assess(*rows)["consistent"])


# Laws

tenths = st.integers(10, 5000).map(lambda n: f"{n / 10:.1f}")
ratios = st.floats(0.7, 2.5)
paces = st.integers(-200, 500).map(lambda n: f"{n / 10:.1f}")
years = st.integers(2022, 2026).map(str)
inside = st.floats(0, 1)


def tenth(number: float) -> str:
    return f"{number:.1f}"


@given(tenths, ratios, years)
def test_the_required_growth_compounded_from_the_baseline_is_the_goal(base, ratio, year):
    row = only(figure(base), goal(tenth(float(base) * ratio), period=year))
    assume(row.required_growth is not None)
    reached = row.baseline * (1 + row.required_growth / 100) ** (int(year) - 2021)
    assert reached == pytest.approx(row.target)


def test_every_required_growth_compounded_from_its_baseline_is_its_goal(assessed):
    levels = assessed[(assessed["measure"] == "level") & assessed["required_growth"].notna()]
    reached = levels["baseline"] * (1 + levels["required_growth"] / 100) ** levels["years"]
    assert reached.tolist() == pytest.approx(levels["target"].tolist())
    assert len(levels) >= 25


@given(tenths, ratios, years, paces, inside, inside)
def test_a_verdict_holds_for_every_figure_behind_the_printed_ones(
    base, ratio, year, grew, moved, pace_moved
):
    outturn, growth, aim = (
        figure(base), pace(grew), goal(tenth(float(base) * ratio), period=year)
    )  # fmt: skip
    assume(growth["value"] and aim["value"] != outturn["value"])
    rounded = only(outturn, growth, aim)
    assume("ounding" not in rounded.reason)
    exact = only(unrounded(outturn, moved), unrounded(growth, pace_moved), aim)
    assert exact.verdict == rounded.verdict


@given(tenths, st.floats(0.99, 1.01), years, paces)
def test_rounding_is_said_to_leave_open_only_what_it_does(base, ratio, year, grew):
    # Sought where it happens: goals within a hundredth of the outturn at the pace of 2021.
    outturn, growth = figure(base), pace(grew)
    assume(growth["value"])
    ahead = float(base) * (1 + float(grew) / 100) ** (int(year) - 2021) * ratio
    aim = goal(tenth(ahead), period=year)
    assume(0 < aim["value"] != outturn["value"])
    rounded = only(outturn, growth, aim)
    ends = {
        only(unrounded(outturn, low), unrounded(growth, high), aim).verdict
        for low in (0, 1)
        for high in (0, 1)
    }
    assert ("ounding" in rounded.reason) == (len(ends) > 1)


@given(tenths, st.integers(0, 20), years, inside, inside)
def test_a_level_reached_from_inside_both_roundings_never_disagrees(
    base, rate, year, moved, rate_moved
):
    outturn = figure(base)
    stated = goal(str(rate), "%", "growth_pa", period=f"2022/{year}" if year > "2022" else "2022")
    start = unrounded(outturn, moved)["value"]
    factor = 1 + (rate - 0.5 + rate_moved) / 100
    reached = start * factor ** (int(year) - 2021)
    # Away from the very ends, where the last binary digit decides.
    assume(0.001 < moved < 0.999 and 0.001 < rate_moved < 0.999)
    level = goal("1", period=year) | {"value": reached, "base_value": reached * 1e8}
    assert assess(outturn, stated, level)["consistent"].tolist() == [True, True]


@given(tenths, ratios, st.integers(0, 20), years)
def test_consistency_is_the_same_seen_from_the_level_and_from_the_growth(base, ratio, rate, year):
    rows = (
        figure(base),
        goal(tenth(float(base) * ratio), period=year),
        goal(str(rate), "%", "growth_pa", period=f"2021/{year}"),
    )
    there, back = assess(*rows), assess(*reversed(rows))
    assert there["consistent"].nunique() == 1
    assert there["consistent"].tolist() == back["consistent"].tolist()


def test_consistency_is_the_same_for_level_and_growth_of_every_goal(assessed):
    told = assessed.assign(
        told=assessed["consistent"].map(str), year=assessed["period"].str[:4].where(
            ~assessed["period"].str.contains("/"), assessed["period"].str[-4:]
        ),
    )  # fmt: skip
    goals_of_one = told[told["measure"].isin(["level", "growth", "growth_pa"])].groupby(
        ["document", "entity", "indicator", "year"]
    )
    assert goals_of_one["told"].nunique().max() == 1


def in_ten_thousands(frame: pd.DataFrame) -> pd.DataFrame:
    """The same money, printed in 万元 where it was in 亿元."""
    frame = frame.copy()
    at = frame["unit"] == "亿元"
    frame.loc[at, ["value", "low", "high"]] *= 10_000
    frame.loc[at, "unit"] = "万元"
    return frame


@given(tenths, ratios, st.integers(0, 20), years, paces)
def test_a_change_of_unit_changes_no_verdict(base, ratio, rate, year, grew):
    aim = tenth(float(base) * ratio)
    rows = (
        figure(base),
        pace(grew),
        goal(aim, period=year),
        goal(str(rate), "%", "growth_pa", period=f"2021/{year}"),
    )
    before = assess(*rows)
    after = assess(*in_ten_thousands(pd.DataFrame(rows)).to_dict("records"))
    assert after["verdict"].tolist() == before["verdict"].tolist()
    assert after["consistent"].tolist() == before["consistent"].tolist()


@pytest.mark.parametrize("which", ["target", "outturn", "all"])
def test_a_change_of_unit_changes_no_verdict_of_the_reports(assessed, monkeypatch, which):
    frame = data.observations()
    moved = in_ten_thousands(frame)
    if which != "all":
        moved = moved.where(frame["status"] == which, frame).astype(frame.dtypes)
    assert (moved["unit"] != frame["unit"]).sum() >= 10
    monkeypatch.setattr(data, "observations", lambda **_: moved)
    after = goals.assess()
    assert after["verdict"].tolist() == assessed["verdict"].tolist()
    assert after["consistent"].map(str).tolist() == assessed["consistent"].map(str).tolist()
    rates = after["required_growth"].dropna().tolist()
    assert rates == pytest.approx(assessed["required_growth"].dropna().tolist())


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
