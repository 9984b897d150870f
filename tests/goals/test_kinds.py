"""Of what kind a target is."""

import pytest

from analysis.goals import kinds
from invented import goal, printed

WORK = ["new", "started", "signed", "completed", "built", "renovated", "cleared", "settled", "year"]


@pytest.mark.parametrize("word", WORK)
@pytest.mark.parametrize("joined", [".", "_"])
def test_work_done_in_one_year_is_a_sum(word, joined):
    target = goal("40", "户", indicator=f"homes{joined}{word}")
    assert kinds.kind(printed(target)) == kinds.SUM


@pytest.mark.parametrize("word", WORK)
def test_a_word_of_work_that_does_not_end_the_name_makes_no_sum(word):
    assert kinds.kind(printed(goal("40", "户", indicator=f"{word}.homes"))) == kinds.LEVEL


@pytest.mark.parametrize(
    ("unit", "given", "kind"),
    [
        ("户", {}, "level"),
        ("户", {"period": "2022/2026"}, "sum"),
        ("户", {"bound": "<="}, "ceiling"),
        ("%", {}, "share"),
        ("位", {}, "rank"),
        ("位", {"bound": "<="}, "rank"),
        ("天", {}, "time"),
        ("天", {"bound": "<="}, "time"),
        ("天", {"bound": ">="}, "level"),
        ("是否", {}, "yes-no"),
        ("亿元", {"measure": "growth"}, "growth"),
        ("亿元", {"measure": "growth_real"}, "growth"),
        ("%", {"measure": "growth_pa"}, "growth"),
        ("%", {"measure": "completion"}, "completion"),
        ("户", {"measure": "share"}, "share"),
        ("户", {"measure": "per_year"}, "per_year"),
    ],
)
def test_a_target_is_of_the_kind_that_its_unit_measure_and_bound_say(unit, given, kind):
    assert kinds.kind(printed(goal("40", unit, **given))) == kind


def test_a_target_of_none_is_a_ceiling():
    assert kinds.kind(printed(goal("0", "户"))) == kinds.CEILING
