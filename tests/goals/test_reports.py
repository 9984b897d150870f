import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis import data
from analysis.goals import reports
from invented import figure, printing

PARTY, GOVERNMENT = "party_report", "government_report"
INCOMES = ["urban_income", "rural_income"]


def forecast(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    return figure(printed, unit, measure, **{"document": "a", "status": "forecast"} | given)


def target(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    own = {"document": "a", "status": "target", "period": "2022", "line": 9}
    return figure(printed, unit, measure, **own | given)


def at(table: pd.DataFrame, **wanted):
    """The only row of a table that has these values."""
    found = table
    for column, value in wanted.items():
        found = found[found[column] == value]
    assert len(found) == 1, f"{len(found)} rows for {wanted}"
    return next(found.itertuples())


def rows(table, *figures: dict, **given) -> list:
    with printing(*figures):
        return list(table(**given).itertuples())


def only(table, *figures: dict, **given):
    (row,) = rows(table, *figures, **given)
    return row


# Forecasts against what came


@pytest.fixture(scope="module")
def forecasts() -> pd.DataFrame:
    return reports.forecasts()


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
    assert only(reports.forecasts, forecast(expected), figure(came)).direction == direction


def test_a_forecast_in_ten_thousands_meets_an_outturn_in_hundred_millions():
    # 1.2亿元 is 12000万元; the forecast of 15000 is 3000 too high, a quarter.
    row = only(reports.forecasts, forecast("15000", "万元"), figure("1.2"))
    assert (row.unit, row.outturn, row.error) == ("万元", pytest.approx(12000), pytest.approx(3000))
    assert row.error_percent == pytest.approx(25)


def test_a_forecast_of_growth_errs_in_points_and_not_in_percent():
    row = only(reports.forecasts, forecast("8.0", "%", "growth"), figure("9.2", "%", "growth_real"))
    assert row.error == pytest.approx(-1.2) and pd.isna(row.error_percent)


@pytest.mark.parametrize(("kind", "came"), [("growth", 7.1), ("growth_real", 5.7)])
def test_a_forecast_of_growth_meets_the_growth_of_its_kind(kind, came):
    row = only(
        reports.forecasts,
        forecast("8.0", "%", kind),
        figure("5.7", "%", "growth_real"),
        figure("7.1", "%", "growth"),
    )
    assert row.outturn == came


def test_a_forecast_of_the_year_meets_a_stock_at_its_end():
    row = only(reports.forecasts, forecast("50"), figure("48.0", period="2021-12-31", line=7))
    assert (row.outturn, row.outturn_line) == (48, 7)


def test_an_outturn_printed_twice_is_taken_where_it_is_finer():
    row = only(reports.forecasts, forecast("50"), figure("48"), figure("48.2", line=7))
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
    assert rows(reports.forecasts, forecast("50"), figure("1", indicator="x"), came) == []


def test_forecasts_of_another_year_are_set_against_that_year():
    found = rows(
        reports.forecasts,
        forecast("50"), figure("48.0"),
        forecast("60", period="2022"), figure("66.0", period="2022"),
        year=2022,
    )  # fmt: skip
    assert [(row.forecast, row.outturn) for row in found] == [(60, 66)]


# What claims imply


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return reports.claims()


@pytest.mark.parametrize(("document", "line"), [(PARTY, 396), (GOVERNMENT, 752)])
def test_product_up_36_percent_to_220_implies_162_in_2016(table, document, line):
    # 219.5/1.365 = 160.806 and 220.5/1.355 = 162.731. ln 1.36 = 0.307485, a fifth 0.061497,
    # back 1.063427: 6.34% a year. To 232.33 from there: 232.325/162.731 = 1.427663 and
    # 232.335/160.806 = 1.444815.
    row = at(table, indicator="gdp", document=document)
    assert (row.line, row.growth, row.level, row.status) == (line, 36, 220, "forecast")
    assert row.base_low == pytest.approx(160.806, abs=0.001)
    assert row.base_high == pytest.approx(162.731, abs=0.001)
    assert row.annual == pytest.approx(6.34, abs=0.005)
    assert row.outturn == pytest.approx(232.33)
    assert row.growth_low == pytest.approx(42.77, abs=0.005)
    assert row.growth_high == pytest.approx(44.48, abs=0.005)


def test_the_two_claims_of_revenue_can_rest_on_one_base(table):
    # Party: 9.55/1.365 = 6.9963 to 9.65/1.355 = 7.1218 (396).
    # Government: 9.265/1.315 = 7.0456 to 9.275/1.305 = 7.1073 (752): inside it.
    party, government = (
        at(table, indicator="budget_revenue", document=one) for one in (PARTY, GOVERNMENT)
    )
    assert (party.growth, party.level) == (36, 9.6)
    assert (government.growth, government.level) == (31, 9.27)
    assert (party.base_low, party.base_high) == (
        pytest.approx(6.9963, abs=1e-4), pytest.approx(7.1218, abs=1e-4),
    )  # fmt: skip
    assert (government.base_low, government.base_high) == (
        pytest.approx(7.0456, abs=1e-4), pytest.approx(7.1073, abs=1e-4),
    )  # fmt: skip
    assert party.base_low <= government.base_high and government.base_low <= party.base_high


def test_incomes_imply_bases_in_yuan(table):
    # 46207.5/1.465 = 31540.96 to 46208.5/1.455 = 31758.42; 21400.5/1.505 = 14219.60 to
    # 21401.5/1.495 = 14315.38 (396).
    urban, rural = (at(table, indicator=one, document=PARTY) for one in INCOMES)
    assert (urban.base_low, urban.base_high) == pytest.approx((31540.96, 31758.42), abs=0.01)
    assert (rural.base_low, rural.base_high) == pytest.approx((14219.60, 14315.38), abs=0.01)
    assert (urban.unit, rural.unit) == ("元", "元")


def claim(printed: str, **given) -> dict:
    own = {"document": "a", "period": "2016/2021", "status": "forecast", "line": 3}
    return figure(printed, "%", "growth", **own | given)


def test_a_claim_without_a_level_beside_it_implies_nothing():
    assert rows(reports.claims, claim("50"), forecast("150", indicator="other")) == []


def test_a_claim_is_never_joined_to_the_level_of_another_document():
    assert rows(reports.claims, claim("50"), forecast("150", document="b")) == []


def test_a_claim_over_other_years_is_left_out():
    assert rows(reports.claims, claim("50", period="2017/2021"), forecast("150")) == []


def test_a_claim_without_an_outturn_keeps_what_it_implies():
    # 149.5/1.505 = 99.336 to 150.5/1.495 = 100.669; (1.5)^(1/5) = 1.084472.
    row = only(reports.claims, claim("50"), forecast("150"))
    assert (row.base_low, row.base_high) == pytest.approx((99.336, 100.669), abs=0.001)
    assert row.annual == pytest.approx(8.447, abs=0.001)
    assert "outturn" not in row._fields or pd.isna(row.outturn)


def test_a_claim_is_measured_against_an_outturn_in_another_unit():
    # 1.5亿元 came after an implied 9934 to 10067 万元: 14500/10066.9 to 15500/9933.6.
    row = only(reports.claims, claim("50"), forecast("15000", "万元"), figure("1.5", line=7))
    assert row.outturn == pytest.approx(15000)
    # 14999.5/1.505 = 9966.45 and 15000.5/1.495 = 10033.78 万元;
    # 14500/10033.78 = 1.445118 and 15500/9966.45 = 1.555218.
    assert (row.growth_low, row.growth_high) == pytest.approx((44.51, 55.52), abs=0.005)


@given(st.integers(100, 9999), st.integers(-60, 300), st.floats(0, 1), st.floats(0, 1))
def test_a_base_behind_the_printed_claim_is_in_what_it_implies(level, rate, moved, rate_moved):
    row = only(reports.claims, claim(str(rate)), forecast(str(level)))
    base = (level - 0.5 + moved) / (1 + (rate - 0.5 + rate_moved) / 100)
    assert row.base_low * (1 - 1e-9) <= base <= row.base_high * (1 + 1e-9)


# Report against report


@pytest.fixture(scope="module", params=["outturn", "forecast", "target"])
def pairs(request) -> pd.DataFrame:
    return reports.pairs(request.param)


def test_a_pair_is_of_two_documents(pairs):
    assert len(pairs) and (pairs["document_a"] != pairs["document_b"]).all()


def test_no_pair_is_listed_again_the_other_way_round(pairs):
    key = ["indicator", "entity", "period", "measure"]
    sides = [["document_a", "line_a", "value_a"], ["document_b", "line_b", "value_b"]]
    there = set(pairs[key + sides[0] + sides[1]].itertuples(index=False, name=None))
    back = set(pairs[key + sides[1] + sides[0]].itertuples(index=False, name=None))
    assert not there & back


def test_the_first_of_a_pair_stands_first_in_the_data(pairs):
    order = {name: place for place, name in enumerate(data.observations()["document"].unique())}
    assert (pairs["document_a"].map(order) < pairs["document_b"].map(order)).all()


def test_every_two_documents_that_print_one_thing_are_a_pair():
    frame = data.observations()
    frame = frame[frame["status"] == "target"]
    columns = ["indicator", "entity", "period", "measure", "base_unit"]
    wanted = sum(
        sum(1 for i, one in enumerate(group) for other in group[i + 1 :] if one != other)
        for _, rows in frame.groupby(columns)
        for group in [rows["document"].tolist()]
    )
    assert len(reports.pairs("target")) == wanted >= 30


def between(status: str, **wanted):
    return at(reports.pairs(status, documents=(PARTY, GOVERNMENT)), **wanted)


def test_the_two_reports_expected_different_revenue():
    # 9.6 (396) is 9.55 to 9.65; 9.27 (752) is 9.265 to 9.275.
    row = between("forecast", indicator="budget_revenue", measure="level")
    assert (row.value_a, row.line_a, row.value_b, row.line_b) == (9.6, 396, 9.27, 752)
    assert not row.agree


def test_the_two_reports_claimed_different_growth_of_revenue():
    # 36% (396), 31% (752).
    assert not between("forecast", indicator="budget_revenue", measure="growth").agree


def test_the_two_reports_expected_the_same_retail_sales():
    # 130.3 (396), 130.3 (752).
    row = between("forecast", indicator="retail_sales", measure="level")
    assert (row.value_a, row.value_b) == (130.3, 130.3) and row.agree


def test_two_ten_thousands_of_households_are_not_thirty_thousand():
    # 2万户 (514) is 15000 to 25000; 30000户 (832).
    row = between("target", indicator="rural_housing.renovated")
    assert (row.value_a, row.unit_a, row.value_b, row.unit_b) == (2, "万户", 30000, "户")
    assert not row.agree


def test_eight_ten_thousands_of_yuan_are_eighty_thousand():
    # 8 万元 (478), 80000 元 (800).
    row = between("target", indicator="urban_income", measure="level")
    assert (row.value_a, row.unit_a, row.value_b, row.unit_b) == (8, "万元", 80000, "元")
    assert row.agree


def test_the_same_number_as_a_goal_and_as_a_floor_is_not_the_same_goal():
    # Industry: 100 (512), 100 or more (820).
    row = between("target", indicator="industry_value_added", measure="level")
    assert (row.bound_a, row.bound_b, row.agree) == ("=", ">=", False)


def test_the_city_is_to_have_forty_five_or_forty_ten_thousands_of_people():
    # 45万人 (558), 40万人 (854).
    assert not between("target", indicator="city_resident_population").agree


def two(one: str, other: str, unit: str = "亿元", other_unit: str = "亿元", **given):
    return forecast(one, unit), forecast(other, other_unit, document="b", line=2, **given)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("50.0", "50.04", True),  # 49.95 to 50.05
        ("50.0", "50.06", False),  # from 50.055
        ("50.0", "50.1", True),  # both can be 50.05
        ("50.0", "50.2", False),
        ("-4.5", "-4.54", True),
        ("-4.5", "-4.56", False),
    ],
)
def test_a_planted_disagreement_is_found_and_a_rounding_is_not(one, other, agree):
    assert bool(only(reports.pairs, *two(one, other), status="forecast").agree) is agree


def test_a_disagreement_planted_in_the_reports_is_found(monkeypatch):
    frame = data.observations()
    planted = (
        (frame["document"] == GOVERNMENT) & (frame["indicator"] == "retail_sales")
        & (frame["status"] == "forecast") & (frame["measure"] == "level")
    )  # fmt: skip
    for moved, agree in ((0.05, True), (0.2, False)):
        spoilt = frame.copy()
        spoilt.loc[planted, ["value", "low", "high"]] += moved
        spoilt.loc[planted, "base_value"] += moved * 1e8
        monkeypatch.setattr(data, "observations", lambda spoilt=spoilt, **_: spoilt)
        row = between("forecast", indicator="retail_sales", measure="level")
        assert row.value_b == pytest.approx(130.3 + moved)
        assert bool(row.agree) is agree


@pytest.mark.parametrize(
    "change",
    [
        {"indicator": "other"},
        {"entity": "town"},
        {"period": "2020"},
        {"measure": "share"},
        {"status": "outturn"},
        {"document": "a"},
        {"base_unit": "个"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_figures_of_different_things_are_no_pair(change):
    one, other = two("50.0", "50.0")
    assert rows(reports.pairs, one, other | change, status="forecast") == []


def test_three_documents_are_three_pairs_and_two_of_them_one():
    printed = [forecast("50", document=name, line=n) for n, name in enumerate("abc", start=1)]
    found = rows(reports.pairs, *printed, status="forecast")
    assert [(row.document_a, row.document_b) for row in found] == [
        ("a", "b"), ("a", "c"), ("b", "c"),
    ]  # fmt: skip
    row = only(reports.pairs, *printed, status="forecast", documents=("c", "a"))
    assert (row.document_a, row.document_b) == ("a", "c")


tenths = st.integers(10, 9999).map(lambda n: f"{n / 10:.1f}")


@given(tenths, tenths)
def test_whether_two_agree_does_not_turn_on_which_is_first(one, other):
    first, second = two(one, other)
    there = only(reports.pairs, first, second, status="forecast")
    back = only(reports.pairs, second, first, status="forecast")
    assert (there.document_a, back.document_a) == ("a", "b")
    assert there.agree == back.agree


@given(st.floats(1, 9999), st.integers(0, 3), st.integers(0, 3))
def test_two_roundings_of_one_number_agree(number, places, other_places):
    one, other = f"{number:.{places}f}", f"{number:.{other_places}f}"
    assume(float(one) and float(other))
    assert only(reports.pairs, *two(one, other), status="forecast").agree


@given(tenths, tenths)
def test_agreement_is_the_same_in_every_unit(one, other):
    same = only(reports.pairs, *two(one, other), status="forecast").agree
    first, second = two(one, other)
    second |= {name: second[name] * 1e4 for name in ("value", "low", "high")} | {"unit": "万元"}
    assert only(reports.pairs, first, second, status="forecast").agree == same


# What plans were set on


@pytest.fixture(scope="module")
def plans() -> pd.DataFrame:
    return reports.set_on()


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
    assert rows(reports.set_on, figure("50.0"), target("55"), rate) == []


def test_a_plan_in_ten_thousands_is_measured_from_an_outturn_in_hundred_millions():
    # 5500 万元 from 0.5 亿元, which is 5000: 10%.
    row = only(reports.set_on, figure("0.5"), target("5500", "万元"), target("9", "%", "growth"))
    assert row.outturn == pytest.approx(5000)
    assert row.growth_from_outturn == pytest.approx(10)


# Completion


def test_a_task_is_the_amount_over_its_rate():
    # 120 at 150% was a task of 80.
    row = only(reports.completions, figure("120", line=5), figure("150", "%", "completion", line=5))
    assert (row.completion, row.amount, row.unit) == (150, 120, "亿元")
    assert row.implied_target == pytest.approx(80)


@pytest.mark.parametrize(
    ("printed", "result"),
    [("150", "over"), ("100.1", "over"), ("100", "met"), ("99.9", "under"), ("46.5", "under")],
)
def test_a_task_is_over_met_or_under_as_printed(printed, result):
    assert only(reports.completions, figure(printed, "%", "completion")).result == result


def test_a_rate_with_no_amount_implies_no_task():
    row = only(reports.completions, figure("150", "%", "completion"))
    assert pd.isna(row.amount) and row.unit == "" and pd.isna(row.implied_target)


@pytest.mark.parametrize(
    "change",
    [
        {"document": "b"},
        {"entity": "town"},
        {"indicator": "other"},
        {"period": "2020"},
        {"status": "target"},
        {"measure": "growth"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_rate_is_never_joined_to_the_amount_of_another(change):
    row = only(reports.completions, figure("120") | change, figure("150", "%", "completion"))
    assert pd.isna(row.implied_target)


def test_a_rate_that_is_aimed_at_is_not_one_that_was_reached():
    aimed = figure("100", "%", "completion", status="target")
    assert rows(reports.completions, aimed, figure("1")) == []


def test_every_completion_printed_is_listed_in_order():
    frame = data.observations()
    rates = frame[(frame["measure"] == "completion") & (frame["status"] == "outturn")]
    listed = reports.completions()
    columns = ["entity", "document", "line", "indicator"]
    assert listed[columns].values.tolist() == rates[columns].values.tolist()
    assert listed["completion"].tolist() == rates["value"].tolist()


def test_the_inspection_issues_were_all_dealt_with_as_the_report_says():
    # "All" (762) is 100 percent, and no number of issues stands by it.
    row = at(reports.completions(), document=GOVERNMENT, line=762)
    assert (row.indicator, row.result) == ("environmental_inspection_issues", "met")


def test_an_implied_task_is_what_its_rate_completes_to_the_amount():
    found = reports.completions().dropna(subset=["implied_target"])
    back = found["implied_target"] * found["completion"] / 100
    assert back.tolist() == pytest.approx(found["amount"].tolist())


# Once read wrongly


def test_a_forecast_of_a_stock_at_the_end_of_the_year_is_set_against_it():
    end = {"period": "2021-12-31"}
    assert only(reports.forecasts, forecast("50", **end), figure("48", **end)).outturn == 48


def test_a_forecast_of_some_where_none_came_is_too_high():
    row = only(reports.forecasts, forecast("3", "户"), figure("0", "户"))
    assert row.direction == "too high"


def test_a_forecast_of_none_keeps_its_unit():
    # 0万元 against 2亿元 is 20000万元 short.
    row = only(reports.forecasts, forecast("0", "万元"), figure("2"))
    assert row.error == pytest.approx(-20000)


def test_a_rounded_none_agrees_with_a_little_in_a_smaller_unit():
    # 0万元 is anything up to 5000元.
    pair = two("0", "3000", "万元", "元")
    assert only(reports.pairs, *pair, status="forecast").agree


def test_falls_that_meet_at_the_end_of_their_roundings_agree_as_rises_do():
    # -0.3 and -0.4 can both be -0.35, as 0.3 and 0.4 can both be 0.35.
    assert only(reports.pairs, *two("0.3", "0.4"), status="forecast").agree
    assert only(reports.pairs, *two("-0.3", "-0.4"), status="forecast").agree


def test_a_rate_is_joined_only_to_the_amount_on_its_line():
    # The docstring: the outturn on the same line, else missing.
    row = only(reports.completions, figure("120", line=5), figure("150", "%", "completion", line=8))
    assert pd.isna(row.implied_target)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (reports.forecasts, "direction"),
        (reports.claims, "base_low"),
        (reports.set_on, "growth_from_outturn"),
        (reports.completions, "result"),
    ],
)
def test_a_table_without_rows_has_its_columns(table, column):
    with printing(figure("50.0")):
        assert column in table().columns
