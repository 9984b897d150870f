"""Goals of two reports side by side, on round numbers."""

import pytest

from analysis.findings import two_reports
from invented import figure, goal, printed, told

A, B = {"document": "a"}, {"document": "b", "line": 19}


def aims(*rows):
    return two_reports.aims("a", "b", 2026, of=told(*rows)).set_index("indicator")


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        ([goal("300", **A), goal("300", **B)], "same"),
        ([goal("300", **A), goal("320", **B)], "changed"),
        ([goal("300", **A), goal("300", bound=">=", **B)], "changed"),
        ([goal("300", **A)], "first"),
        ([goal("300", **B)], "second"),
    ],
)
def test_a_goal_is_shared_changed_or_of_one_report(rows, part):
    assert aims(*rows).at["output", "part"] == part


def test_what_only_the_first_wants_and_the_second_plans_is_named():
    plan = figure("300", status="planned", period="2026", **B)
    assert aims(goal("310", **A), plan).at["output", "named"].value == 300
    assert aims(goal("310", **A), goal("310", **B), plan).at["output", "named"] is None


def test_a_goal_has_the_verdict_of_the_first_report_that_sets_it():
    # 100 and 10 percent growth: 300 needs 24.6 percent a year, 120 needs 3.7.
    had = [figure("100"), figure("10", "%", "growth")]
    both = aims(*had, goal("300", **A), goal("120", **B))
    assert (both.at["output", "judged"], both.at["output", "start"].value) == ("more", 100)
    assert both.at["output", "start_kind"] == ""
    assert aims(*had, goal("120", **B)).at["output", "judged"] == "less"


def test_growth_is_compounded():
    start, rate = printed(figure("50")), printed(figure("20", "%", "growth_pa"), 1)
    assert two_reports.grown(start, rate, 2).value == pytest.approx(72)


def test_less_is_a_percent_of_the_other():
    one, other = printed(figure("30")), printed(figure("40"), 1)
    assert two_reports.less(one, other).value == pytest.approx(25)


def test_people_a_home():
    people = printed(figure("12", "万人"))
    homes = printed(figure("3", "万户"), 1)
    assert two_reports.for_each(people, homes).value == pytest.approx(4)
