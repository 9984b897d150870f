"""Each kind of target and each verdict, on figures made by hand."""

import pandas as pd
import pytest

from analysis.goals import paces
from invented import assess, figure, goal, only, pace, printed, start

MET, MISSED, PARTLY = "met", "missed", "partly"
REACHED, LESS, SAME, MORE = "already-met", "less", "same", "more"
YES_NO, OPEN = "yes-no", "open"


def due(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    return goal(printed, unit, measure, **{"period": "2021"} | given)


# Due


@pytest.mark.parametrize(
    ("came", "aimed", "verdict", "margin"),
    [
        ("40", "50", MISSED, -10),
        ("65", "50", MET, 15),
        ("50.0", "50", MET, 0),  # both print the same number
    ],
)
def test_a_task_of_the_year_is_met_or_missed_by_its_outturn(came, aimed, verdict, margin):
    row = only(figure(came, line=4), due(aimed))
    assert (row.due, row.verdict) == (True, verdict)
    assert (row.baseline, row.baseline_line) == (float(came), 4)
    assert (row.margin, row.margin_unit) == (pytest.approx(margin), "亿元")


@pytest.mark.parametrize(
    ("came", "bound", "due_verdict", "ahead_verdict"),
    [
        # 80.5 is the least of 81 and the most of 80.
        ("81", "=", MET, REACHED),
        ("80", "=", OPEN, OPEN),
        ("80", "<=", MET, REACHED),
        ("81", "<=", OPEN, OPEN),
    ],
)
def test_a_task_at_the_end_of_the_rounding_is_reached_from_its_right_side(
    came, bound, due_verdict, ahead_verdict
):
    rate = figure(came, "%", indicator="rate")
    asked = {"indicator": "rate", "bound": bound}
    assert only(rate, due("80.5", "%", **asked)).verdict == due_verdict
    ahead = goal("80.5", "%", **asked)
    assert only(rate, ahead).verdict == ahead_verdict


def test_a_task_inside_the_rounding_of_what_came_is_left_open():
    # 50.0 is anything from 49.95 to 50.05.
    row = only(figure("50.0"), due("50.02"))
    assert (row.verdict, row.reason.key) == (OPEN, "rounding")


def test_a_task_without_an_outturn_is_open():
    row = only(due("50"))
    assert (row.verdict, row.reason.key) == (OPEN, "no_outturn")


@pytest.mark.parametrize(("used", "verdict"), [("6.65", MET), ("6.80", MISSED), ("6.741", MET)])
def test_a_quota_is_met_from_below(used, verdict):
    row = only(figure(used), due("6.741", bound="<="))
    assert (row.kind, row.verdict) == ("ceiling", verdict)


@pytest.mark.parametrize(
    ("kind", "came", "verdict"),
    [
        ("part", "30", PARTLY),  # the rest may bring it to 50
        ("part", "60", PARTLY),  # a part never gives a plain verdict
        ("wider", "30", MISSED),  # the thing itself is less still
        ("wider", "60", PARTLY),
        ("bound", "30", PARTLY),  # at least 30
        ("bound", "60", MET),
        ("proxy", "60", PARTLY),
        ("proxy", "30", PARTLY),
        ("same", "60", MET),
        ("same", "30", MISSED),
    ],
)
def test_of_a_figure_of_something_else_no_more_is_concluded_than_follows(kind, came, verdict):
    target, other = due("50"), figure(came, indicator="other")
    row = only(target, other, starts=[start(target, other, kind)])
    assert (row.verdict, row.start_kind) == (verdict, kind)


@pytest.mark.parametrize(("bound", "verdict"), [(">=", PARTLY), ("<=", MISSED), ("~", MISSED)])
def test_an_outturn_printed_as_a_floor_may_be_higher(bound, verdict):
    assert only(figure("40", bound=bound), due("50")).verdict == verdict


def test_a_sum_whose_years_are_over_is_judged_by_all_of_them():
    # 12 + 20 + 7 = 39 of 40.
    years = [figure(n, "户", period=y) for n, y in (("12", "2019"), ("20", "2020"), ("7", "2021"))]
    row = only(*years, due("40", "户", period="2019/2021"))
    assert (row.verdict, row.margin) == (MISSED, -1)
    assert only(*years[1:], due("40", "户", period="2019/2021")).verdict == OPEN


@pytest.mark.parametrize(("last", "verdict"), [("20.9", MET), ("20.3", MISSED)])
def test_growth_over_years_is_judged_by_the_growth_of_each(last, verdict):
    # 1.1 * 1.209 = 1.3299 is 15.3% a year, 1.1 * 1.203 = 1.3233 is 15.03%; 15.2 was asked.
    grew = [pace("10.0", period="2020"), pace(last)]
    row = only(*grew, due("15.2", "%", "growth_pa", period="2020/2021"))
    assert row.verdict == verdict


def test_an_amount_a_year_is_judged_by_the_mean_of_its_years():
    # (5 + 8) / 2 = 6.5 of 7.
    years = [figure("5", "户", period="2020"), figure("8", "户")]
    row = only(*years, due("7", "户", "per_year", period="2020/2021"))
    assert (row.verdict, row.margin) == (MISSED, -0.5)


# Growth


@pytest.mark.parametrize(
    ("stated", "grew", "verdict"),
    [
        ("8", "8.3", LESS),
        ("8", "7.1", MORE),
        ("8", "8.0", SAME),
        ("8.02", "8.0", SAME),  # 8.0 is 7.95 to 8.05
        ("-2", "-3.0", MORE),
    ],
)
def test_a_goal_of_growth_is_held_against_the_growth_of_the_year(stated, grew, verdict):
    row = only(pace(grew), goal(stated, "%", "growth_pa"))
    assert (row.kind, row.verdict) == ("growth", verdict)
    assert row.margin == pytest.approx(float(stated) - float(grew))


def test_a_goal_of_growth_without_a_growth_of_the_year_is_open():
    row = only(figure("50.0"), goal("8", "%", "growth_pa"))
    assert (row.verdict, row.reason.key, row.required_growth) == (OPEN, "no_growth", 8)


def test_growth_at_current_prices_is_preferred_and_comparable_prices_are_called_so():
    both = only(pace("5.7", "growth_real"), pace("7.1"), goal("6", "%", "growth_pa"))
    assert (both.pace, both.pace_measure, both.verdict) == (7.1, "growth", LESS)
    real = only(pace("5.7", "growth_real"), goal("6", "%", "growth_pa"))
    assert (real.pace, real.reason.key, real.verdict) == (5.7, "growth_real", MORE)


def test_growth_over_five_years_is_spread_over_them():
    # 1.5^(1/5) = 1.084472.
    row = only(pace("20.0"), goal("50", "%", "growth", period="2021/2026"))
    assert row.required_growth == pytest.approx(8.447, abs=0.001)


def test_two_doublings_with_a_year_gone_need_the_rest_in_the_years_that_remain():
    # Four times 50 is 200; 64 a year on leaves 200/64 = 3.125 in four years, its fourth root
    # 1.329574: 32.96% a year, against 31.95% at first (4^(1/5)).
    target = goal("2", "番", "growth", period="2021/2026")
    rows = figure("50.0"), figure("64.0", period="2022"), pace("28.0", period="2022"), target
    assert only(rows[0], target).required_growth == pytest.approx(31.951, abs=0.001)
    row = only(*rows, as_of=2022)
    assert row.required_growth == pytest.approx(32.957, abs=0.001)
    assert row.verdict == MORE


def test_a_doubling_begun_whose_first_years_are_not_printed_is_open():
    row = only(figure("64.0", period="2022"), goal("2", "番", "growth", period="2020/2026"))
    assert (row.verdict, row.reason.key) == (OPEN, "no_level_of_first_year")


def test_a_growth_printed_as_a_multiple_is_a_hundred_times_as_many_percent():
    row = only(figure("1.04", "倍", "growth"), goal("8", "%", "growth_pa"))
    assert (row.verdict, row.progress_ratio) == (LESS, pytest.approx(13))


# Levels


def test_a_level_past_its_goal_is_met_already():
    row = only(figure("50.0"), goal("40"))
    assert (row.verdict, row.margin) == (REACHED, 10)


@pytest.mark.parametrize(
    ("grew", "verdict"),
    [
        # 55 in a year from 49.95..50.05 is 9.890% to 10.110%.
        ("10.2", LESS),  # at least 10.15
        ("9.8", MORE),  # at most 9.85
        ("10.0", SAME),  # 9.95 to 10.05
        ("9.9", SAME),  # 9.85 to 9.95: meets the lower end
        ("10.1", SAME),  # 10.05 to 10.15: meets the upper end
    ],
)
def test_what_a_level_needs_is_held_against_the_pace_on_intervals(grew, verdict):
    assert only(figure("50.0"), pace(grew), goal("55", period="2022")).verdict == verdict


def test_a_level_at_future_prices_is_not_judged_by_a_real_growth_rate():
    # 80/50 = 1.6, its fifth root 1.098561; over 1.07 is 1.026692: 2.67% a year.
    row = only(figure("50.0"), pace("7.0", "growth_real"), goal("80"))
    assert (row.verdict, row.reason.key) == (OPEN, "prices")
    assert row.required_growth == pytest.approx(9.856, abs=0.001)
    assert row.price_rise == pytest.approx(2.669, abs=0.001)


def test_prices_that_may_fall_are_told_as_a_fall():
    # 52/50 = 1.04, its fifth root 1.007875; over 1.07 is 0.941940: prices may fall 5.81% a year.
    row = only(figure("50.0"), pace("7.0", "growth_real"), goal("52"))
    assert (row.verdict, row.reason.key) == (LESS, "prices_falling")
    assert row.price_rise == pytest.approx(-5.806, abs=0.001)
    assert row.reason.price_fall.value == pytest.approx(5.806, abs=0.001)


def test_a_quantity_is_judged_by_its_real_growth():
    row = only(figure("50.0", "万亩"), pace("7.0", "growth_real"), goal("52", "万亩"))
    assert row.verdict == LESS


def test_a_change_printed_as_an_amount_is_a_pace():
    # 330 from 297 in five years is 6.6 a year, after 33 fewer.
    moved = figure("-33", "天", "change")
    row = only(figure("297", "天"), moved, goal("330", "天", bound=">="))
    assert (row.kind, row.verdict) == ("level", MORE)
    assert (row.asked_a_year, row.done_in_year, row.margin) == pytest.approx((6.6, -33, 39.6))


def test_the_level_of_the_year_before_gives_a_pace():
    # From 50 to 58 in five years is 1.6 a year; 2021 brought 2.
    row = only(figure("48", "户", period="2020"), figure("50", "户"), goal("58", "户"))
    assert (row.verdict, row.done_in_year) == (LESS, 2)


def test_a_level_without_a_pace_is_open_and_says_what_it_needs():
    # 73/50 = 1.46, its fifth root 1.078626.
    row = only(figure("50.0", "万亩"), goal("73", "万亩"))
    assert (row.verdict, row.reason.key) == (OPEN, "no_pace")
    assert row.required_growth == pytest.approx(7.863, abs=0.001)


def test_a_level_of_next_year_without_a_pace_is_held_against_this_year():
    row = only(figure("50.0"), goal("60", period="2022"))
    assert (row.verdict, row.reason.key, row.margin) == (MORE, "next_year", 10)


def test_a_start_of_none_needs_an_amount_a_year_and_no_rate():
    row = only(figure("0", "户"), goal("10", "户"))
    assert (row.verdict, row.reason.key) == (MORE, "from_nothing")
    assert row.reason.asked.value == 2 and pd.isna(row.required_growth)


def test_an_outturn_in_another_kind_of_unit_is_no_start():
    row = only(figure("50.0"), goal("40", "户"))
    assert (row.verdict, row.reason.key) == (OPEN, "no_start")


# Sums and amounts a year


@pytest.mark.parametrize(
    ("total", "verdict", "asked"),
    [("300", MORE, 60), ("200", LESS, 40), ("255", SAME, 51), ("245", SAME, 49), ("0", None, 0)],
)
def test_a_sum_is_held_against_the_amount_of_one_year(total, verdict, asked):
    row = only(figure("50", "户"), goal(total, "户", period="2022/2026"))
    if verdict is None:  # a sum of none is a ceiling
        assert (row.kind, row.verdict) == ("ceiling", MORE)
    else:
        assert (row.kind, row.verdict) == ("sum", verdict)
        assert (row.asked_a_year, row.done_in_year) == (asked, 50)


@pytest.mark.parametrize(("each", "verdict"), [("60", MORE), ("40", LESS), ("50", SAME)])
def test_an_amount_a_year_is_held_against_the_amount_of_the_year(each, verdict):
    assert only(figure("50", "户"), goal(each, "户", "per_year")).verdict == verdict


def test_any_amount_is_more_than_none():
    assert only(figure("0", "户"), goal("5", "户", "per_year")).verdict == MORE


def test_a_sum_is_never_held_against_a_stock():
    row = only(figure("50", "户", period="2021-12-31"), goal("300", "户", period="2022/2026"))
    assert (row.verdict, row.reason.key) == (OPEN, "no_amount")


def test_a_sum_without_a_year_is_held_against_the_years_before():
    # 2054 in five years are 410.8 a year; 1500 are 300.
    row = only(figure("2054", "户", period="2017/2021"), goal("1500", "户", period="2022/2026"))
    assert (row.verdict, row.reason.key) == (LESS, "sum_before")
    assert (row.asked_a_year, row.claimed_pace) == pytest.approx((300, 410.8))


def test_a_sum_judged_one_way_by_the_year_and_another_by_the_years_before_flips():
    before = figure("2054", "户", period="2017/2021")
    row = only(before, figure("227", "户"), goal("1500", "户", period="2022/2026"))
    assert (row.verdict, row.flips) == (MORE, True)
    row = only(before, figure("500", "户"), goal("1500", "户", period="2022/2026"))
    assert (row.verdict, row.flips) == (LESS, False)


def test_what_is_open_by_the_year_is_not_flipped_by_the_years_before():
    # 300 a year are more than 227, but the year may have brought 350; the years before, 410.8.
    before = figure("2054", "户", period="2017/2021")
    row = only(before, figure("227", "户", bound=">="), goal("1500", "户", period="2022/2026"))
    assert (row.verdict, row.flips) == (OPEN, False)


def test_a_sum_with_a_year_gone_asks_the_rest_of_the_years_that_remain():
    # 300 less 60 is 240, in four years 60 each; the year brought 60.
    row = only(figure("60", "户", period="2022"), goal("300", "户", period="2022/2026"), as_of=2022)
    assert (row.asked_a_year, row.verdict) == (60, SAME)


def test_a_sum_done_before_its_years_are_over_is_met_already():
    row = only(
        figure("310", "户", period="2022"), goal("300", "户", period="2022/2026"), as_of=2022
    )
    assert (row.verdict, row.margin) == (REACHED, 10)


def test_work_of_one_year_is_done_anew_and_never_met_already():
    work = {"indicator": "homes.new"}
    row = only(figure("122", "户", **work), goal("30", "户", period="2022", **work))
    assert (row.kind, row.verdict) == ("sum", LESS)


def test_a_count_of_one_year_whose_growth_nobody_prints_is_work_of_the_year():
    row = only(figure("28", "户"), goal("100", "户", period="2022"))
    assert (row.kind, row.verdict, row.asked_a_year) == ("sum", MORE, 100)


def test_what_grows_from_year_to_year_can_be_met_already_by_the_year_before():
    row = only(figure("143.83"), pace("21.5"), goal("143.3", period="2022"))
    assert (row.kind, row.verdict) == ("level", REACHED)


def test_one_of_a_thing_in_five_years_comes_or_does_not():
    assert only(goal("1", "户", period="2022/2026")).verdict == YES_NO
    assert only(goal("2", "户", period="2022/2026")).verdict == OPEN


# Shares


def share(printed: str, **given) -> dict:
    return figure(printed, "%", "share", **given)


def test_a_share_is_measured_from_a_share_and_never_by_a_rate_of_growth():
    row = only(figure("60.0"), share("28"), pace("9.0"), goal("48", "%", "share"))
    assert (row.baseline, row.points_a_year) == (28, 4)


@pytest.mark.parametrize(("by", "verdict"), [("2022", MORE), ("2026", OPEN)])
def test_a_distance_without_a_pace_tells_only_of_the_next_year(by, verdict):
    row = only(share("28"), goal("48", "%", "share", period=by))
    assert (row.verdict, row.reason.key) == (verdict, "share_distance")


@pytest.mark.parametrize(("by", "verdict"), [("2022", MORE), ("2026", OPEN), ("2022/2026", MORE)])
def test_a_limit_that_was_passed_asks_more_of_the_next_year_and_of_each(by, verdict):
    row = only(figure("4.5", "%"), goal("4", "%", bound="<=", period=by))
    assert (row.verdict, row.reason.key) == (verdict, "limit_above")


def test_a_share_printed_as_a_floor_may_be_all_that_is_asked_for():
    row = only(figure("90", "%", "share", bound=">="), goal("100", "%", "share"))
    assert (row.verdict, row.reason.key) == (OPEN, "share_distance")


@pytest.mark.parametrize(("rose", "verdict"), [("5.0", LESS), ("3.0", MORE), ("4.0", SAME)])
def test_a_share_is_held_against_the_points_of_the_year(rose, verdict):
    # 48 less 28 is 20, in five years 4 points each: 3.9 to 4.1 with the rounding of 28.
    row = only(share("28"), figure(rose, "个百分点", "share_change"), goal("48", "%", "share"))
    assert row.verdict == verdict


def test_a_share_reached_is_met_already():
    assert only(share("50.0"), goal("48", "%", "share")).verdict == REACHED


def test_a_rate_of_one_year_is_reached_anew_by_the_next_and_one_at_its_end_is_kept():
    goals = goal("88", "%", "share", period="2022")
    assert only(share("91.4"), goals).verdict == LESS
    assert only(share("91.4", period="2021-12-31"), goals).verdict == REACHED


def test_all_is_told_by_yes_or_no_where_no_figure_says_how_far_it_is():
    in_words = goal("100", "%", "share") | {"printed": "全覆盖"}
    assert only(in_words).verdict == YES_NO
    assert only(goal("100", "%", "share")).verdict == OPEN
    row = only(share("90"), in_words)
    assert (row.verdict, row.points_a_year) == (OPEN, 2)


# Limits


@pytest.mark.parametrize(
    ("outturn", "limit", "verdict"),
    [("3.0", "5", REACHED), ("6.0", "5", MORE), ("5.0", "5", REACHED), ("3.0", "3.02", MORE)],
)
def test_a_ceiling_is_kept_from_below(outturn, limit, verdict):
    row = only(figure(outturn, "%"), goal(limit, "%", bound="<=", period="2022"))
    assert (row.kind, row.verdict) == ("ceiling", verdict)


@pytest.mark.parametrize(("outturn", "verdict"), [("4.0", LESS), ("5.0", SAME), ("6.0", MORE)])
def test_a_ceiling_for_every_year_to_come_is_not_met_by_one_before_them(outturn, verdict):
    row = only(figure(outturn, "%"), goal("5", "%", bound="<=", period="2022/2026"))
    assert row.verdict == verdict


@pytest.mark.parametrize(("days", "verdict"), [("120", MORE), ("100", REACHED), ("80", REACHED)])
def test_a_time_to_wait_is_kept_from_below_whatever_the_printed_bound(days, verdict):
    row = only(figure(days, "天"), pace("5.0"), goal("100", "天", period="2022"))
    assert (row.kind, row.verdict, row.margin) == ("time", verdict, int(days) - 100)


def test_a_floor_of_days_is_no_time_to_wait():
    assert only(figure("297", "天"), goal("330", "天", bound=">=")).kind == "level"


@pytest.mark.parametrize(("place", "verdict"), [("12", MORE), ("10", REACHED), ("3", REACHED)])
def test_a_rank_is_reached_from_above(place, verdict):
    row = only(figure(place, "位"), goal("10", "位", period="2022"))
    assert (row.kind, row.verdict) == ("rank", verdict)


def test_none_is_a_ceiling_that_some_do_not_keep():
    row = only(figure("17", "人"), goal("0", "人", period="2022"))
    assert (row.kind, row.verdict, row.margin) == ("ceiling", MORE, 17)


def test_none_after_none_is_the_same_in_years_to_come_and_met_already_in_one():
    assert only(figure("0", "人"), goal("0", "人", period="2022/2026")).verdict == SAME
    assert only(figure("0", "人"), goal("0", "人")).verdict == REACHED


def test_none_without_a_figure_is_told_by_yes_or_no():
    assert only(goal("0", "人")).verdict == YES_NO


# Yes or no


def test_a_title_is_told_by_yes_or_no():
    row = only(goal("1", "是否"))
    assert (row.kind, row.verdict) == ("yes-no", YES_NO)


@pytest.mark.parametrize(
    ("had", "period", "verdict"),
    [("1", "2026", REACHED), ("0", "2026", YES_NO), ("1", "2021", MET), ("0", "2021", MISSED)],
)
def test_a_title_held_or_not_held(had, period, verdict):
    assert only(figure(had, "是否"), goal("1", "是否", period=period)).verdict == verdict


# Completion


@pytest.mark.parametrize(("done", "verdict"), [("46.5", MISSED), ("100", MET), ("120", MET)])
def test_a_task_in_percent_is_judged_by_the_rate_of_completion(done, verdict):
    row = only(figure(done, "%", "completion"), due("100", "%", "completion"))
    assert (row.kind, row.verdict) == ("completion", verdict)


# What is not known


@pytest.mark.parametrize(
    "other",
    [
        figure("50.0", status="forecast"),
        figure("50.0", period="2020"),
        figure("50.0", entity="town"),
        figure("50.0", indicator="other"),
        figure("50.0", measure="growth"),
    ],
    ids=["forecast", "year", "place", "thing", "measure"],
)
def test_a_figure_of_another_thing_is_no_start(other):
    row = only(other, goal("40"))
    assert row.verdict == OPEN and pd.isna(row.baseline)


def test_a_pace_known_only_as_a_floor_says_nothing_of_a_higher_goal():
    # At least 13% a year claimed; 13.6 needed. Of 12 it says that it asks less.
    claimed = pace("13", "growth_pa", period="2017/2021", bound=">=", document="report")
    row = only(claimed, goal("14", "%", "growth_pa"))
    assert (row.verdict, row.reason.key) == (OPEN, "growth_claimed_bound")
    assert only(claimed, goal("12", "%", "growth_pa")).verdict == LESS


def test_planned_sizes_of_projects_are_no_targets():
    assert assess(figure("50.0"), goal("300", status="planned")).empty


# The offices' ratio


@pytest.mark.parametrize(
    ("grew", "ratio", "reading", "differs"),
    [
        ("10.0", 1.25, "on track", False),  # asks less
        ("7.6", 0.95, "on track", True),  # asks more, by 0.4 points
        ("4.8", 0.6, "moderate", False),
        ("4.0", 0.5, "insufficient", False),
        ("0.0", 0, "insufficient", False),
        ("-2.0", -0.25, "away", False),
    ],
)
def test_the_ratio_of_actual_to_required_stands_beside_the_verdict(grew, ratio, reading, differs):
    row = only(pace(grew), goal("8", "%", "growth_pa"))
    assert row.progress_ratio == pytest.approx(ratio)
    assert (row.ratio_reading, row.ratio_differs) == (reading, differs)


@pytest.mark.parametrize("asked", ["0.0", "-1.0"])
def test_where_nothing_is_asked_there_is_no_ratio(asked):
    row = only(pace("4.0"), goal(asked, "%", "growth_pa"))
    assert pd.isna(row.progress_ratio) and row.ratio_reading == ""


@pytest.mark.parametrize(("unit", "ratio"), [("户", 0.8), ("亿元", 0.8)])
def test_of_amounts_the_ratio_is_that_of_what_was_done(unit, ratio):
    # Of 1.0 in five years 0.2 a year are asked; the year brought 0.16.
    row = only(figure("0.16", unit), goal("1.0", unit, period="2022/2026"))
    assert row.progress_ratio == pytest.approx(ratio)
    assert (row.ratio_reading, row.done_in_year) == ("moderate", pytest.approx(0.16))


# Yardsticks


def test_the_claimed_pace_is_that_of_the_targets_own_document():
    # 36% since 2016 is 6.34% a year (1.36^(1/5) = 1.063427); the other report's 44% is 7.57%.
    claims = [
        pace("36", period="2016/2021", document="report", status="forecast"),
        pace("44", period="2016/2021", document="other", status="forecast"),
    ]
    row = only(pace("9.2", "growth_real"), *claims, goal("8", "%", "growth_pa"))
    assert row.claimed_pace == pytest.approx(6.343, abs=0.001)
    assert (row.verdict, row.flips) == (LESS, True)


def test_where_the_targets_document_claims_nothing_another_is_followed():
    claims = [pace("36", period="2016/2021", document="other", status="forecast")]
    row = only(pace("9.2"), *claims, goal("8", "%", "growth_pa"))
    assert row.claimed_pace == pytest.approx(6.343, abs=0.001)


def test_claims_of_others_that_disagree_are_no_yardstick():
    claims = [pace(n, period="2016/2021", document=d) for n, d in (("36", "one"), ("44", "other"))]
    row = only(pace("9.2"), *claims, goal("8", "%", "growth_pa"))
    assert pd.isna(row.claimed_pace) and not row.flips


def test_a_yardstick_that_leaves_it_open_flips_no_verdict_that_another_bears_out():
    # 14 percent is more than the year's 10 and the mean of two; of a floor of 13 nothing follows.
    floor = pace("13", "growth_pa", period="2017/2021", bound=">=", document="report")
    row = only(pace("10.0"), pace("5.0", period="2020"), floor, goal("14", "%", "growth_pa"))
    assert (row.verdict, row.flips) == (MORE, False)
    assert row.claimed_pace == 13 and row.two_year_pace == pytest.approx(7.471, abs=0.001)


@pytest.mark.parametrize(("aimed", "by"), [("80", "price_rise"), ("70", "price_fall")])
def test_a_level_at_future_prices_is_told_with_the_prices_that_are_missing(aimed, by):
    # From 50, 80 need 9.86 percent a year and 70 need 6.96; 8.0 real is between.
    reason = only(figure("50.0"), pace("8.0", "growth_real"), goal(aimed)).reason
    assert set(reason.figures) == {"start", "goal", "asked", "had", by}


@pytest.mark.parametrize(("measure", "real"), [("growth", False), ("growth_real", True)])
def test_a_printed_growth_is_a_pace_in_prices_or_without_them(measure, real):
    assert paces.stated(printed(pace("8.0", measure))).real == real


def test_two_years_of_growth_make_a_yardstick():
    # 0.96 * 1.215 = 1.1664, its root 1.08: asks more than two years brought, less than the last.
    row = only(pace("-4.0", period="2020"), pace("21.5"), goal("10", "%", "growth_pa"))
    assert row.two_year_pace == pytest.approx(8)
    assert (row.verdict, row.flips) == (LESS, True)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ([figure("0.50", period="2019")], 20),  # 72/50 = 1.44, its root 1.2
        ([figure("0.50", period="2019"), pace("7.0", "growth_pa", period="2020/2021")], 7),
        ([figure("0.50", period="2019"), pace("7.0", "growth_pa", period="2019/2021")], 20),
        ([figure("0.50", "万吨", period="2019")], None),
        ([figure("0", period="2019")], None),
    ],
)
def test_two_levels_or_a_printed_mean_make_the_same_yardstick(printed, expected):
    row = only(*printed, figure("0.72"), pace("10.0"), goal("9", "%", "growth_pa"))
    assert (None if pd.isna(row.two_year_pace) else row.two_year_pace) == (
        expected and pytest.approx(expected)
    )


def test_a_pace_leads_from_less_than_one():
    # 0.8 is 1.6 of 0.5: 9.856 percent a year.
    row = only(figure("0.50"), pace("12.0"), goal("0.8"))
    assert row.required_growth == pytest.approx(9.856, abs=0.001)


def test_no_pace_leads_from_what_may_be_nothing():
    row = only(figure("0.4", low=0.0), goal("5"))
    assert (row.verdict, row.reason.key) == (OPEN, "no_pace_amount")
    assert row.reason.asked.value == pytest.approx(0.92)  # 4.6 in five years


def test_a_reason_refuses_the_amount_that_it_has_not():
    reason = only(figure("50.0"), due("50.02")).reason
    with pytest.raises(AttributeError, match="reason 'rounding' has no 'asked'"):
        _ = reason.asked


@pytest.mark.parametrize(
    ("kind", "key"), [("same", "rounding"), ("wider", "known_in_part"), ("bound", "known_in_part")]
)
def test_what_rounding_leaves_open_is_told_so_only_of_the_thing_itself(kind, key):
    # 40 stands for 39.5 to 40.5; the target of 40.2 is between.
    target, other = goal("40.2", period="2021"), figure("40", indicator="other")
    row = only(target, other, starts=[start(target, other, kind)])
    assert row.reason.key == key


@pytest.mark.parametrize(("bound", "met"), [("=", True), (">=", True), ("<=", False)])
def test_at_most_more_than_the_target_does_not_reach_it(bound, met):
    # What is at most 45 can be 30.
    verdict = only(figure("45.0", bound=bound), goal("40")).verdict
    assert (verdict == "already-met") is met
