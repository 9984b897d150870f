"""Targets are counted once, whoever counts."""

import pytest

from analysis import goals
from analysis.goals import judging
from invented import assess, figure, goal


def targets():
    """Two goals of one report, one of them printed again on a later line, and one of another."""
    return assess(
        figure("50.0"),
        goal("40"),
        goal("40", line=12),
        goal("40", document="other"),
        goal("70", indicator="unknown", period="2022"),
    )


def test_what_a_report_says_again_is_one_target():
    assert list(goals.once(targets())["line"]) == [9, 9, 9]


@pytest.mark.parametrize(
    "other",
    [
        {"document": "other"},
        {"entity": "town"},
        {"indicator": "trees"},
        {"period": "2025"},
        {"measure": "share", "unit": "%"},
        {"printed": "41"},
    ],
    ids=str,
)
def test_what_differs_in_anything_but_its_line_is_another_target(other):
    found = assess(figure("50.0"), goal("40"), goal(**{"printed": "40"} | other))
    assert len(goals.once(found)) == 2


def test_what_two_reports_set_is_two_targets():
    assert list(goals.once(targets())["document"]) == ["report", "other", "report"]


def test_what_two_reports_set_with_one_number_is_one_goal_of_the_first():
    assert list(goals.ending(targets(), 2026)["document"]) == ["report"]


def test_what_two_reports_set_with_two_numbers_is_two_goals():
    found = assess(figure("50.0"), goal("40"), goal("41", document="other"))
    assert list(goals.ending(found, 2026)["target"]) == [40, 41]


def test_a_tally_has_every_verdict_and_adds_up():
    found = goals.tally(targets())
    assert list(found.index) == list(judging.VERDICTS)
    assert (found["already-met"], found["open"], found["less"], found.sum()) == (2, 1, 0, 3)


def test_a_year_in_which_no_target_ends_is_told_with_those_that_there_are():
    with pytest.raises(LookupError, match="no target ends in 2025; targets end in 2022, 2026"):
        goals.ending(targets(), 2025)
