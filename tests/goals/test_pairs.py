"""Report against report: every pair that two documents print."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis import data
from analysis.goals import compare, record
from invented_tables import GOVERNMENT, PARTY, at, forecast, only, rows

# Report against report


@pytest.fixture(scope="module", params=["outturn", "forecast", "target"])
def pairs(request) -> pd.DataFrame:
    return compare.pairs(request.param)


def test_a_pair_is_of_two_documents(pairs):
    assert len(pairs) and (pairs["document_a"] != pairs["document_b"]).all()


def test_a_pair_shows_the_number_unit_and_bound_of_both():
    found = only(
        compare.pairs,
        forecast("3", line=4, bound=">="),
        forecast("200", "万元", document="b", line=7),
        status="forecast",
    )
    assert (found.document_a, found.line_a, found.value_a) == ("a", 4, 3)
    assert (found.document_b, found.line_b, found.value_b) == ("b", 7, 200)
    assert (found.unit_a, found.bound_a, found.unit_b, found.bound_b) == ("亿元", ">=", "万元", "=")


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
    assert len(compare.pairs("target")) == wanted >= 30


def between(status: str, **wanted):
    return at(compare.pairs(status, documents=(PARTY, GOVERNMENT)), **wanted)


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
    # 2万户 (514) is 15000 to 25000; 30000户 (832); both come in the dictionary's unit.
    row = between("target", indicator="rural_housing.renovated")
    assert (row.value_a, row.unit_a, row.value_b, row.unit_b) == (2, "万户", 3, "万户")
    assert not row.agree


def test_eight_ten_thousands_of_yuan_are_eighty_thousand():
    # 8 万元 (478), 80000 元 (800).
    row = between("target", indicator="urban_income", measure="level")
    assert (row.value_a, row.unit_a, row.value_b, row.unit_b) == (80000, "元", 80000, "元")
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
    assert bool(only(compare.pairs, *two(one, other), status="forecast").agree) is agree


@pytest.mark.parametrize(("moved", "agree"), [(0.05, True), (0.2, False)])
def test_a_disagreement_planted_in_the_reports_is_found(moved, agree):
    planted = []
    for one in data.figures():
        place = (one.document, one.indicator, one.status, one.measure)
        if place == (GOVERNMENT, "retail_sales", "forecast", "level"):
            rounded = one.rounded + moved
            one = replace(one, number=one.number + moved, rounded=rounded)
        planted.append(one)
    pairs = compare.pairs("forecast", documents=(PARTY, GOVERNMENT), of=record.Record(planted))
    row = at(pairs, indicator="retail_sales", measure="level")
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
    assert rows(compare.pairs, one, other | change, status="forecast") == []


def test_three_documents_are_three_pairs_and_two_of_them_one():
    printed = [forecast("50", document=name, line=n) for n, name in enumerate("abc", start=1)]
    found = rows(compare.pairs, *printed, status="forecast")
    assert [(row.document_a, row.document_b) for row in found] == [
        ("a", "b"), ("a", "c"), ("b", "c"),
    ]  # fmt: skip
    row = only(compare.pairs, *printed, status="forecast", documents=("c", "a"))
    assert (row.document_a, row.document_b) == ("a", "c")


tenths = st.integers(10, 9999).map(lambda n: f"{n / 10:.1f}")


@given(tenths, tenths)
def test_whether_two_agree_does_not_turn_on_which_is_first(one, other):
    first, second = two(one, other)
    there = only(compare.pairs, first, second, status="forecast")
    back = only(compare.pairs, second, first, status="forecast")
    assert (there.document_a, back.document_a) == ("a", "b")
    assert there.agree == back.agree


@given(st.floats(1, 9999), st.integers(0, 3), st.integers(0, 3))
def test_two_roundings_of_one_number_agree(number, places, other_places):
    one, other = f"{number:.{places}f}", f"{number:.{other_places}f}"
    assume(float(one) and float(other))
    assert only(compare.pairs, *two(one, other), status="forecast").agree


@given(tenths, tenths)
def test_agreement_is_the_same_in_every_unit(one, other):
    same = only(compare.pairs, *two(one, other), status="forecast").agree
    first, second = two(one, other)
    second |= {name: second[name] * 1e4 for name in ("value", "low", "high")} | {
        "unit": "万元",
        "factor": 1e4,
    }
    assert only(compare.pairs, first, second, status="forecast").agree == same


# Once read wrongly


def test_a_rounded_none_agrees_with_a_little_in_a_smaller_unit():
    # 0万元 is anything up to 5000元.
    pair = two("0", "3000", "万元", "元")
    assert only(compare.pairs, *pair, status="forecast").agree


def test_falls_that_meet_at_the_end_of_their_roundings_agree_as_rises_do():
    # -0.3 and -0.4 can both be -0.35, as 0.3 and 0.4 can both be 0.35.
    assert only(compare.pairs, *two("0.3", "0.4"), status="forecast").agree
    assert only(compare.pairs, *two("-0.3", "-0.4"), status="forecast").agree
