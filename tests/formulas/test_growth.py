import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.amount import Given
from analysis.formulas import growth
from analysis.printed import Interval

levels = st.floats(0.1, 1e4)
rates = st.floats(-60, 200)
years = st.floats(0.5, 20)
fractions = st.floats(0, 1)

COLUMNS = ["level_low", "level_high", "growth_low", "growth_high"]


@st.composite
def rounded(draw, most: int = 5):
    """Parts with what rounding leaves open, and levels and growth somewhere inside that."""
    rows, inside = [], []
    for _ in range(draw(st.integers(2, most))):
        level, rate = draw(levels), draw(rates)
        half_level = level * draw(st.floats(0, 0.2))
        half_rate = draw(st.floats(0, 2))
        rows.append(
            (
                level,
                rate,
                level - half_level,
                level + half_level,
                rate - half_rate,
                rate + half_rate,
            )
        )
        inside.append(
            (
                level + half_level * (2 * draw(fractions) - 1),
                rate + half_rate * (2 * draw(fractions) - 1),
            )
        )
    parts = pd.DataFrame(rows, columns=["level", "growth", *COLUMNS])
    return parts, pd.DataFrame(inside, columns=["level", "growth"])


def sum_growth(parts: pd.DataFrame) -> float:
    """The growth of a sum by its definition: sum now over sum then."""
    before = sum(
        level / (1 + rate / 100)
        for level, rate in zip(parts["level"], parts["growth"], strict=True)
    )
    return 100 * (parts["level"].sum() / before - 1)


def test_compound_is_interest_on_interest():
    # 100 at 10% for 2 years: 100, 110, 121.
    assert growth.compound(100, 10, 2) == pytest.approx(121)


def test_compound_backward_undoes_growth():
    assert growth.compound(121, 10, -2) == pytest.approx(100)


def test_required_growth_to_the_goal_of_400():
    # ln(400/232.33) = ln 1.72169 = 0.54331; a fifth is 0.10866; e to that is 1.11479.
    assert growth.required_growth(232.33, 400, 5) == pytest.approx(11.479, abs=0.001)


def test_doubling_in_ten_years_takes_seven_percent():
    # 2 to the power 0.1 is 1.0717735 (any table of powers).
    assert growth.required_growth(1, 2, 10) == pytest.approx(7.17735, abs=1e-5)


def test_required_growth_of_an_interval_runs_from_the_best_to_the_worst_case():
    # From 100..110 to 121: at most 21%, at least 10%.
    required = growth.required_growth(Interval(100, 110), 121, 1)
    assert (required.low, required.high) == (pytest.approx(10), pytest.approx(21))


@given(levels, rates, years)
def test_required_growth_inverts_compound(base, rate, span):
    assert growth.required_growth(base, growth.compound(base, rate, span), span) == pytest.approx(
        rate, rel=1e-6, abs=1e-6
    )


@pytest.mark.parametrize(
    ("base", "target", "span", "named"),
    [
        (0, 1, 5, "positive base"),
        (-1, 1, 5, "positive base"),
        (Interval(0, 1), 1, 5, "positive base"),
        (1, 0, 5, "positive target"),
        (1, 2, 0, "number of years"),
        (1, 2, -5, "number of years"),
        (1, 2, float("nan"), "number of years"),
    ],
)
def test_required_growth_refuses_what_has_no_rate(base, target, span, named):
    with pytest.raises(ValueError, match=named):
        growth.required_growth(base, target, span)


def test_implied_base_on_a_hand_example():
    # 110 after growth of 10% was 100.
    assert growth.implied_base(110, 10) == pytest.approx(100)


def test_implied_base_of_intervals():
    # 99..121 after 10%: 90..110; after -10..10%: 90..134.4.
    assert growth.implied_base(Interval(99, 121), 10).low == pytest.approx(90)
    widest = growth.implied_base(Interval(99, 121), Interval(-10, 10))
    assert (widest.low, widest.high) == (pytest.approx(90), pytest.approx(121 / 0.9))


@given(levels, rates)
def test_implied_base_inverts_growth(base, rate):
    assert growth.implied_base(growth.compound(base, rate, 1), rate) == pytest.approx(base)


def test_real_growth_takes_prices_out():
    # 1.10/1.04 = 1.0576923.
    assert growth.real(10, 4) == pytest.approx(5.76923, abs=1e-5)


def test_the_communique_deflates_urban_income_by_consumer_prices():
    # Line 5735 prints 7.1% nominal and 5.7% real, line 5584 prices up 1.3%: 1.071/1.013 = 1.05726.
    assert growth.real(7.1, 1.3) == pytest.approx(5.7, abs=0.05)


def test_nominal_growth_is_real_growth_times_prices():
    # 1.10 * 1.04 is 1.144.
    assert growth.nominal(10, 4) == pytest.approx(14.4)


def test_falling_prices_make_real_growth_greater():
    assert growth.real(5, -1) > 5


@pytest.mark.parametrize("rate", [-100, -150, Interval(-100, 5)])
def test_a_loss_of_everything_has_no_factor(rate):
    with pytest.raises(ValueError, match="above -100 percent"):
        growth.implied_base(1, rate)


def test_a_missing_number_is_refused_and_not_passed_on():
    missing = float("nan")
    for call in (
        lambda: growth.required_growth(missing, 1, 5),
        lambda: growth.required_growth(1, missing, 5),
        lambda: growth.implied_base(1, missing),
    ):
        with pytest.raises(ValueError, match="not"):
            call()


def two_parts(**more) -> pd.DataFrame:
    """From 100 and 100 to 110 and 130: the sum grows from 200 to 240, by 20%."""
    return pd.DataFrame({"level": [110.0, 130.0], "growth": [10.0, 30.0]} | more, index=["a", "b"])


def test_contributions_on_a_hand_example():
    result = growth.contributions(two_parts())
    assert result["base"].tolist() == pytest.approx([100, 100])
    # 10 and 30 of 200; of the growth of 40, a quarter and three quarters.
    assert result["points"].tolist() == pytest.approx([5, 15])
    assert result["share_of_growth"].tolist() == pytest.approx([25, 75])
    assert list(result.index) == ["a", "b"]


def test_a_part_that_shrinks_contributes_less_than_nothing():
    # From 100 and 100 to 90 and 130: -5 and 15 points of 10.
    result = growth.contributions(pd.DataFrame({"level": [90.0, 130.0], "growth": [-10.0, 30.0]}))
    assert result["points"].tolist() == pytest.approx([-5, 15])
    assert result["share_of_growth"].tolist() == pytest.approx([-50, 150])


def test_the_range_of_a_contribution_on_a_hand_example():
    # Part b is certain (130, from 100). Part a grew by 0 to 25% to 100: it was 100 or 80.
    # Its points: 0 of 200 up to 20 of 180; those of b: 30 of 200 up to 30 of 180.
    levels, rates = [yuan(100), yuan(130)], [per_cent(12, 0, 25), per_cent(30)]
    found = growth.contributions(pd.DataFrame({"level": levels, "growth": rates}))["points"]
    assert [one.low for one in found] == pytest.approx([0, 15])
    assert [one.high for one in found] == pytest.approx([100 * 20 / 180, 100 * 30 / 180])


@given(rounded())
def test_contributions_add_up_to_the_growth_of_the_sum(drawn):
    _, parts = drawn
    assert growth.contributions(parts)["points"].sum() == pytest.approx(
        sum_growth(parts), rel=1e-9, abs=1e-9
    )


@given(rounded())
def test_shares_of_growth_add_to_a_hundred(drawn):
    _, parts = drawn
    assume(abs(sum_growth(parts)) > 0.01)
    assert growth.contributions(parts)["share_of_growth"].sum() == pytest.approx(100)


@given(rounded())
def test_the_range_of_a_contribution_contains_that_of_any_values_inside(drawn):
    parts, inside = drawn
    amounts = {
        "level": [yuan(r.level, r.level_low, r.level_high) for r in parts.itertuples()],
        "growth": [per_cent(r.growth, r.growth_low, r.growth_high) for r in parts.itertuples()],
    }
    ranges = growth.contributions(pd.DataFrame(amounts))["points"]
    for one, points in zip(ranges, growth.contributions(inside)["points"], strict=True):
        assert one.low - 1e-9 <= points <= one.high + 1e-9


@given(rounded())
def test_the_growth_of_a_sum_contains_that_of_any_values_inside(drawn):
    parts, inside = drawn
    allowed = growth.total_growth(parts)
    assert allowed.low - 1e-9 <= sum_growth(inside) <= allowed.high + 1e-9


@given(rounded(most=3))
def test_the_ends_of_the_growth_of_a_sum_are_reached_at_corners(drawn):
    # Nothing wider than needed: each end is the growth of some choice of ends of the parts.
    parts, _ = drawn
    corners = [parts.iloc[:0]]
    for row in parts.itertuples():
        choices = [
            (level, rate)
            for level in (row.level_low, row.level_high)
            for rate in (row.growth_low, row.growth_high)
        ]
        corners = [
            pd.concat([done, pd.DataFrame([choice], columns=["level", "growth"])])
            if len(done)
            else pd.DataFrame([choice], columns=["level", "growth"])
            for done in corners
            for choice in choices
        ]
    possible = [sum_growth(corner) for corner in corners]
    allowed = growth.total_growth(parts)
    assert allowed.low == pytest.approx(min(possible), abs=1e-9)
    assert allowed.high == pytest.approx(max(possible), abs=1e-9)


def test_the_growth_of_a_sum_on_a_hand_example():
    # As above: from 200 or 180 to 230, that is 15% to 27.8%.
    parts = two_parts(
        level_low=[100.0, 130.0],
        level_high=[100.0, 130.0],
        growth_low=[0.0, 30.0],
        growth_high=[25.0, 30.0],
    )
    parts["level"] = [100.0, 130.0]
    allowed = growth.total_growth(parts)
    assert (allowed.low, allowed.high) == (pytest.approx(15), pytest.approx(100 * 50 / 180))


@pytest.mark.parametrize("column", ["level", "growth"])
def test_contributions_name_a_missing_column(column):
    with pytest.raises(ValueError, match=column):
        growth.contributions(two_parts().drop(columns=column))


@pytest.mark.parametrize("column", ["level", "growth"])
def test_contributions_name_the_part_with_an_empty_cell(column):
    parts = two_parts()
    parts.loc["b", column] = float("nan")
    with pytest.raises(ValueError, match=f"'{column}' is empty for b"):
        growth.contributions(parts)


@pytest.mark.parametrize(("column", "value"), [("level", 0), ("level", -1), ("growth", -100)])
def test_contributions_name_the_part_without_a_base(column, value):
    parts = two_parts()
    parts.loc["b", column] = value
    with pytest.raises(ValueError, match="see b"):
        growth.contributions(parts)


def test_the_growth_of_a_sum_names_a_missing_column():
    with pytest.raises(ValueError, match="growth_low"):
        growth.total_growth(two_parts())


def test_a_mixing_weight_on_a_hand_example():
    # A quarter at 20% and three quarters at 8%: 5 + 6 = 11%.
    assert growth.mixing_weight(11, 20, 8) == pytest.approx(25)
    assert growth.mixing_weight(11, 8, 20) == pytest.approx(75)


def test_a_mixing_weight_tells_what_rounding_leaves_open():
    # 14.3 from 16.3 and 13.0, each to a tenth: (14.25-13.05)/(16.35-13.05) to
    # (14.35-12.95)/(16.25-12.95).
    weight = growth.mixing_weight(
        Interval(14.25, 14.35), Interval(16.25, 16.35), Interval(12.95, 13.05)
    )
    assert (weight.low, weight.high) == pytest.approx((120 / 3.3, 140 / 3.3))


@given(fractions, rates, rates)
def test_a_mixing_weight_undoes_the_mixing(weight, one, other):
    assume(abs(one - other) > 0.1)
    whole = weight * one + (1 - weight) * other
    assume(min(one, other) <= whole <= max(one, other))
    assume(0.001 < weight < 0.999)
    assert growth.mixing_weight(whole, one, other) == pytest.approx(100 * weight, abs=1e-6)


@pytest.mark.parametrize(
    ("one", "other"), [(5, 5), (Interval(4.5, 5.5), Interval(5.4, 6.4)), (Interval(4, 6), 5)]
)
def test_parts_that_may_have_grown_alike_tell_no_weight(one, other):
    with pytest.raises(ValueError, match="grown alike"):
        growth.mixing_weight(5.2, one, other)


def test_a_whole_outside_its_parts_tells_no_weight():
    with pytest.raises(ValueError, match="does not lie between"):
        growth.mixing_weight(9, 5, 8)


def yuan(number, low=None, high=None):
    around = None if low is None else Interval(low, high)
    return Given("亿元", 1e8, "元", "=", number, around)


def per_cent(number, low=None, high=None):
    around = None if low is None else Interval(low, high)
    return Given("%", 0.01, "", "=", number, around)


@pytest.mark.parametrize(
    ("found", "value", "unit"),
    [
        (growth.compound(yuan(50), per_cent(20), 2), 72, "亿元"),  # 50 x 1.44
        (growth.required_growth(yuan(50), yuan(72), 2), 20, "%"),
        (growth.implied_base(yuan(72), per_cent(20)), 60, "亿元"),
        (growth.of_change(yuan(72), yuan(12)), 20, "%"),
        (growth.real(per_cent(26), per_cent(5)), 20, "%"),  # 1.26 / 1.05
        (growth.mixing_weight(per_cent(11), per_cent(20), per_cent(8)), 25, "%"),
    ],
)
def test_amounts_give_amounts_in_their_units(found, value, unit):
    assert (found.value, found.unit) == (pytest.approx(value), unit)


def test_an_amount_and_an_interval_leave_the_same_open():
    # 10 to 11 on the way to 60 to 66: from 10/56 to 11/49.
    of_amounts = growth.of_change(yuan(63, 60, 66), yuan(10.5, 10, 11)).interval
    of_intervals = growth.of_change(Interval(60, 66), Interval(10, 11))
    assert (of_amounts.low, of_amounts.high) == pytest.approx((1000 / 56, 1100 / 49))
    assert (of_intervals.low, of_intervals.high) == pytest.approx((1000 / 56, 1100 / 49))


def test_a_rate_may_be_an_amount_in_any_unit_of_a_ratio():
    assert growth.implied_base(yuan(72), per_cent(20).to("")).value == pytest.approx(60)


def test_amounts_contribute_points():
    # 60 after 50 and 55 after 50: 10 and 5 points, two thirds of the growth and one.
    levels, rates = [yuan(60), yuan(55)], [per_cent(20), per_cent(10)]
    found = growth.contributions(pd.DataFrame({"level": levels, "growth": rates}))
    assert [one.value for one in found["base"]] == pytest.approx([50, 50])
    assert [one.value for one in found["points"]] == pytest.approx([10, 5])
    assert [one.value for one in found["share_of_growth"]] == pytest.approx([200 / 3, 100 / 3])


def test_a_contribution_uses_each_amount_once():
    # 60 at 10% to 20% is 54.55 or 50 before; with 50 beside it 5.45/104.55 or 10/100.
    parts = pd.DataFrame(
        {"level": [yuan(60), yuan(55)], "growth": [per_cent(15, 10, 20), per_cent(10)]}
    )
    own = growth.contributions(parts)["points"][0].interval
    assert (own.low, own.high) == pytest.approx((100 * (60 / 11) / (600 / 11 + 50), 10))


def test_growth_of_a_change_uses_the_change_once():
    # 5 to 7 on the way to 100: from 5/95 to 7/93; each figure on its own would give 5/93 to 7/95.
    found = growth.of_change(Interval(100, 100), Interval(5, 7))
    assert (found.low, found.high) == pytest.approx((500 / 95, 700 / 93))


@pytest.mark.parametrize(("level", "change"), [(0, -5), (5, 5), (Interval(1, 3), Interval(1, 2))])
def test_a_change_from_nothing_or_to_nothing_is_no_growth(level, change):
    with pytest.raises(ValueError, match="one positive level to another"):
        growth.of_change(level, change)


def test_parts_that_did_not_grow_have_no_share_of_the_growth():
    parts = pd.DataFrame({"level": [60.0, 40.0], "growth": [0.0, 0.0]})
    assert growth.contributions(parts)["share_of_growth"].isna().all()


@pytest.mark.parametrize("row", [(0, 1, 5, 6), (50, 60, -100, -99)])
def test_parts_that_may_all_be_nothing_make_no_growth(row):
    parts = pd.DataFrame([row], columns=["level_low", "level_high", "growth_low", "growth_high"])
    with pytest.raises(ValueError, match="needs a positive sum"):
        growth.total_growth(parts.assign(level=50.0))
