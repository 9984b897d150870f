"""A stated growth beside a stated level, and the laws that every assessment keeps."""

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis import data, goals
from invented import assess, figure, goal, only, pace, unrounded

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
