"""What later volumes must print of goals, on invented round numbers."""

import pytest

from analysis import goals
from analysis.findings import goal_tracker
from invented import figure, goal, pace, printed, start, told

LEVELS = [figure("100.0"), pace("5.0"), goal("161.051")]
SHARE = [
    figure("28", "%", "share", indicator="covered"),
    figure("2", "个百分点", "share_change", indicator="covered"),
    goal("48", "%", "share", indicator="covered"),
]
SUM = [
    figure("90", "户", indicator="homes.new"),
    goal("300", "户", period="2022/2026", indicator="homes.new"),
]
NEXT = [
    figure("112.0", period="2022"),
    figure("30", "%", "share", period="2022", indicator="covered"),
]


def watched(*rows: dict, names=("homes.new", "output", "covered")):
    record = told(*rows)
    tracked, assessed = goals.track(of=record), goals.assess(2021, of=record)
    return goal_tracker.watched(tracked, assessed, names, 2026)


def test_goals_are_watched_in_the_order_asked_for():
    assert list(watched(*LEVELS, *SHARE, *SUM)) == ["homes.new", "output", "covered"]


def test_a_level_is_watched_by_its_growth():
    # 1.1^5 = 1.61051.
    one = watched(*LEVELS)["output"]
    path = {year: least.value for year, least in one.path.items()}
    assert path[2022] == pytest.approx(110) and path[2024] == pytest.approx(133.1)
    assert one.needs.to("%").value == pytest.approx(10)
    assert (one.brought.to("%").value, one.verdict) == (5, "more")


def test_a_level_that_went_on_as_it_began_is_compounded():
    # 1.05^5 = 1.2762815625.
    onward = watched(*LEVELS)["output"].going_on()
    assert onward[2021].value == pytest.approx(100)
    assert onward[2026].value == pytest.approx(127.628, abs=5e-4)


def test_a_real_rate_does_not_go_on_beside_yuan():
    one = watched(figure("100.0"), pace("5.0", "growth_real"), goal("161.051"))["output"]
    assert one.real and one.going_on() == {}


def test_a_share_needs_points_and_does_not_go_on():
    one = watched(*SHARE)["covered"]
    assert one.needs.to("%").value == pytest.approx(4)
    assert one.path[2023].to("%").value == pytest.approx(36)
    assert one.going_on() == {}


def test_a_sum_needs_its_part_each_year():
    one = watched(*SUM)["homes.new"]
    assert (one.needs.value, one.brought.value) == (60, 90)


def test_what_came_stands_beside_the_path_once_it_is_printed():
    found = watched(*LEVELS, *SHARE, *NEXT)
    output, share = found["output"], found["covered"]
    assert (output.came[2022].value, output.status) == (112, "on track")
    assert (share.came[2022].value, share.status) == (30, "behind")
    assert output.first == 2021


def test_what_was_reached_before_it_began_is_not_watched():
    assert watched(figure("90.0"), goal("80")) == {}


def test_of_two_numbers_that_reports_set_the_later_report_s_counts():
    other = goal("200", document="second")
    assert watched(*LEVELS, other)["output"].goal.value == 200


@pytest.mark.parametrize("kind", ["wider", "proxy", "part"])
def test_what_is_compared_by_the_number_added_gains_the_same_each_year(kind):
    aim, new = goal("150", "户", indicator="firms"), figure("20", "户", indicator="firms.new")
    rows = [figure("100", "户", indicator="firms"), new, aim]
    record = told(*rows, starts=[start(aim, new, kind, "pace")])
    found = goal_tracker.watched(
        goals.track(of=record), goals.assess(2021, of=record), ["firms"], 2026
    )
    one = found["firms"]
    assert (one.brought.value, one.whole, one.going_on()) == (20, False, {})
    assert (one.needs.value, one.path[2022].value, one.path[2024].value) == (10, 110, 130)


def test_a_plan_below_the_path_leaves_a_goal_behind():
    paths = watched(*LEVELS, *SUM)
    # 11000 of ten thousand yuan are 1.1 of a hundred million, far below the 110 of the path.
    low, met = printed(figure("11000", "万元")), printed(figure("60", "户"), 1)
    planned = {"output": low, "homes.new": met, "unknown": met}
    assert goal_tracker.behind(planned, paths, 2022) == ["output"]


def test_what_a_slow_year_leaves_to_the_years_after_it():
    # From 110 to 161.051 in four years: 1.1^4 = 1.4641, of which 110 is the base.
    one = watched(*LEVELS)["output"]
    after_path = goal_tracker.still_needed(one, figure_of("110.0"), 2022)
    after_less = goal_tracker.still_needed(one, figure_of("103.07264"), 2022)
    assert after_path.to("%").value == pytest.approx(10)
    # 161.051 / 103.07264 = 1.5625, of which the fourth root is 1.118034.
    assert after_less.to("%").value == pytest.approx(11.8034, abs=5e-4)


def test_what_is_reached_needs_nothing_more():
    one = watched(*LEVELS)["output"]
    assert goal_tracker.still_needed(one, figure_of("170.0"), 2022) is None


def figure_of(number: str):
    return printed(figure(number, period="2022"))
