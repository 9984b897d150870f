"""A stated growth beside a stated level, and the laws that every assessment keeps."""

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from invented import assess, figure, goal, only, pace, unrounded

# Stated growth and stated level of one goal


@pytest.mark.parametrize(
    ("level", "rate", "consistent", "key"),
    [
        # 50.0 at 8% for five years is 50 * 1.469328 = 73.47; what rounding leaves runs from
        # 49.95 * 1.075^5 (1.435629) = 71.71 to 50.05 * 1.085^5 (1.503657) = 75.26.
        ("73.5", "8", True, "leads_to"),
        ("72", "8", True, "leads_to"),
        ("75", "8", True, "leads_to"),
        ("71", "8", False, "passes"),
        ("76", "8", False, "falls_short"),
        # Printed as 8.0 the rate is 7.95 to 8.05, and at least 49.95 * 1.465936 = 73.22.
        ("72", "8.0", False, "passes"),
    ],
)
def test_growth_and_level_disagree_only_where_no_unrounded_rate_joins_them(
    level, rate, consistent, key
):
    found = assess(figure("50.0"), goal(level), goal(rate, "%", "growth_pa"))
    assert found["consistent"].tolist() == [consistent, consistent]
    assert [reason.notes[0].key for reason in found["reason"]] == [key, key]
    assert found["implied_level"].tolist() == [pytest.approx(73.4664)] * 2


def test_a_stated_growth_uses_the_years_that_remain():
    # 55 at 8% for the four years after 2022 is 55 * 1.360489 = 74.8269.
    rows = figure("55.0", period="2022"), goal("73"), goal("8", "%", "growth_pa")
    found = assess(*rows, as_of=2022)
    assert found["implied_level"].tolist() == [pytest.approx(74.8269)] * 2


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
        (figure("0.0"), goal("73"), goal("8", "%", "growth_pa")),
    ],
    ids=["no growth", "no level", "document", "year", "place", "no outturn", "none"],
)
def test_consistency_is_missing_unless_one_goal_states_both_and_has_a_base(rows):
    assert all(one is pd.NA for one in assess(*rows)["consistent"])


def test_a_document_that_states_two_growths_of_one_thing_is_refused():
    rates = goal("8", "%", "growth_pa"), goal("9.5", "%", "growth_pa", line=12)
    with pytest.raises(ValueError, match=r"report, 9.*report, 12"):
        assess(figure("50.0"), goal("73"), *rates)


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
    reached = row.baseline * (1 + row.required_growth / 100) ** (int(year) - 2021)
    assert reached == pytest.approx(row.target)


def test_every_required_growth_compounded_from_its_baseline_is_its_goal(assessed):
    levels = assessed[(assessed["kind"] == "level") & assessed["required_growth"].notna()]
    left = levels["period"].str[-4:].astype(int) - 2021
    reached = levels["baseline"] * (1 + levels["required_growth"] / 100) ** left
    assert reached.tolist() == pytest.approx(levels["target"].tolist())
    assert len(levels) >= 25


@given(tenths, ratios, years, paces, inside, inside)
def test_a_verdict_of_less_or_more_holds_for_every_figure_behind_the_printed_ones(
    base, ratio, year, grew, moved, pace_moved
):
    outturn, growth, aim = (
        figure(base), pace(grew), goal(tenth(float(base) * ratio), period=year)
    )  # fmt: skip
    assume(growth["value"] and aim["value"] != outturn["value"])
    rounded = only(outturn, growth, aim)
    assume(rounded.verdict != "same")
    exact = only(unrounded(outturn, moved), unrounded(growth, pace_moved), aim)
    assert exact.verdict == rounded.verdict


@given(tenths, st.floats(0.99, 1.01), years, paces)
def test_a_level_is_the_same_only_where_rounding_makes_it_so(base, ratio, year, grew):
    # Sought where it happens: goals within a hundredth of the outturn at the year's pace.
    outturn, growth = figure(base), pace(grew)
    assume(growth["value"])
    ahead = float(base) * (1 + float(grew) / 100) ** (int(year) - 2021) * ratio
    aim = goal(tenth(ahead), period=year)
    assume(0 < aim["value"] != outturn["value"])
    assume(not outturn["low"] < aim["value"] < outturn["high"])
    ends = {
        only(unrounded(outturn, low), unrounded(growth, high), aim).verdict
        for low in (0, 1)
        for high in (0, 1)
    }
    assert (only(outturn, growth, aim).verdict == "same") == (len(ends) > 1)


@given(st.integers(0, 500), st.integers(1, 3000))
def test_what_is_asked_of_each_year_of_a_sum_adds_up_to_it(done, total):
    row = only(figure(str(done), "户"), goal(str(total), "户", period="2022/2026"))
    assert row.asked_a_year * 5 == pytest.approx(total)
    assert row.margin == pytest.approx(total / 5 - done)


@given(st.integers(1, 99), st.integers(1, 100), years)
def test_the_points_of_a_share_lead_from_its_start_to_its_goal(had, aim, year):
    assume(had < aim)
    row = only(figure(str(had), "%", "share"), goal(str(aim), "%", "share", period=year))
    assert had + row.points_a_year * (int(year) - 2021) == pytest.approx(aim)


@given(tenths, ratios, paces)
def test_prices_at_the_rise_told_and_the_real_pace_lead_to_the_level(base, ratio, grew):
    aim = goal(tenth(float(base) * ratio))
    row = only(figure(base), pace(grew, "growth_real"), aim)
    assume(row.verdict == "open")
    factor = (1 + row.pace / 100) * (1 + row.price_rise / 100)
    assert row.baseline * factor**5 == pytest.approx(row.target)


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
    level = goal("1", period=year) | {"value": reached}
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


def in_ten_thousands(row: dict) -> dict:
    """The same money, printed in 万元 where it was in 亿元."""
    if row["unit"] != "亿元":
        return row
    moved = {name: row[name] * 10_000 for name in ("value", "low", "high")}
    return row | moved | {"unit": "万元", "factor": 1e4}


@pytest.mark.parametrize("which", [{"target"}, {"outturn"}, {"target", "outturn"}], ids=sorted)
@given(tenths, ratios, st.integers(0, 20), years, paces)
def test_a_change_of_unit_changes_no_verdict(which, base, ratio, rate, year, grew):
    rows = (
        figure(base),
        pace(grew),
        goal(tenth(float(base) * ratio), period=year),
        goal(str(rate), "%", "growth_pa", period=f"2021/{year}"),
    )
    before = assess(*rows)
    after = assess(*(in_ten_thousands(row) if row["status"] in which else row for row in rows))
    assert after["verdict"].tolist() == before["verdict"].tolist()
    assert after["consistent"].tolist() == before["consistent"].tolist()
