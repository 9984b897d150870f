"""Steady paths to goals, on invented round numbers."""

import pytest

from analysis.amount import Given
from analysis.goals.steady import at_least, steady
from invented import figure, goal, printed


def path(target: dict, kind: str, start: dict | None, first: int = 2021) -> dict[int, float]:
    start = None if start is None else printed(start, 1)
    return {year: one.value for year, one in steady(printed(target), kind, start, first).items()}


def test_a_level_grows_alike_each_year():
    # 1.1^3 = 1.331.
    found = path(goal("133.1", period="2024"), "level", figure("100.0"))
    assert found == pytest.approx({2021: 100, 2022: 110, 2023: 121, 2024: 133.1})


def test_a_level_can_gain_the_same_each_year():
    aim, start = printed(goal("160", "户", period="2024")), printed(figure("100", "户"), 1)
    found = steady(aim, "level", start, 2021, evenly=True)
    assert [one.value for one in found.values()] == pytest.approx([100, 120, 140, 160])


def test_a_share_gains_the_same_each_year():
    start = figure("28", "%", "share")
    found = path(goal("48", "%", "share", period="2025"), "share", start)
    assert found == pytest.approx({2021: 28, 2022: 33, 2023: 38, 2024: 43, 2025: 48})


def test_a_level_that_starts_from_nothing_gains_the_same_each_year():
    found = path(goal("60", "户", period="2024"), "level", figure("0", "户"))
    assert found == pytest.approx({2021: 0, 2022: 20, 2023: 40, 2024: 60})


def test_a_sum_is_done_in_equal_parts_whatever_came_before():
    found = path(goal("300", "户", period="2022/2026"), "sum", figure("90", "户"))
    assert found == pytest.approx({2021: 0, 2022: 60, 2023: 120, 2024: 180, 2025: 240, 2026: 300})


def test_a_path_is_in_the_unit_of_the_goal():
    # 10000 of ten thousand yuan is one of a hundred million.
    found = path(goal("4", period="2023"), "level", figure("10000", "万元"))
    assert found == pytest.approx({2021: 1, 2022: 2, 2023: 4})


@pytest.mark.parametrize("start", [None, figure("80"), figure("95.5")])
def test_there_is_no_path_without_a_start_or_from_the_goal_itself(start):
    assert path(goal("80"), "level", start) == {}


def test_a_limit_has_no_path():
    assert path(goal("5", "%", bound="<=", period="2022/2026"), "ceiling", figure("4.5", "%")) == {}


@pytest.mark.parametrize(
    ("number", "unit", "least"),
    [
        ("51220.3", "元", 51230),
        ("258.9980", "亿元", 259.0),
        ("51230", "元", 51230),
        ("60.06", "户", 61),
        ("301.2", "天", 302),
        ("60067", "人", 60070),
        ("24.671", "万亩", 24.68),
        ("8.511", "%", 8.52),
    ],
)
def test_the_least_that_does_not_fall_short_has_four_digits_and_counts_whole_things(
    number, unit, least
):
    one = printed(figure(number, unit))
    found = at_least(one, one.dimension)
    assert (found.value, found.unit) == (pytest.approx(least), unit)
    assert found.low == found.high


def test_what_a_change_of_units_leaves_is_not_rounded_up():
    one = Given("亿元", 1e8, "元", "=", 0.1 + 0.2)
    assert at_least(one, "money").value == pytest.approx(0.3)
