"""By what targets can be checked, on invented figures."""

import pytest

from analysis.findings import every_target as found
from invented import assess, figure, goal, pace, start


@pytest.fixture
def targets():
    """One of its own figure, one of a part, a title, one of nothing; one said twice, one due."""
    part = goal("300", "户", indicator="homes.new", period="2022/2026")
    homes = figure("40", "户", indicator="farm_homes.new", document="bureau")
    return assess(
        figure("50.0"), pace("9.0"), goal("60"), goal("60", line=12),
        goal("45", period="2021", document="bureau"),
        part,
        goal("1", "是否", indicator="title"),
        goal("7", "户", indicator="unknown"),
        homes,
        starts=[start(part, homes, "part")],
    )  # fmt: skip


def test_each_target_is_counted_by_its_way_and_year(targets):
    counts = found.checkable(targets)
    assert list(counts.index) == list(found.WAYS)
    assert (counts.index.name, counts.columns.name) == ("way", "year")
    assert list(counts[2026]) == [1, 1, 1, 1]
    assert list(counts[2021]) == [1, 0, 0, 0]


def test_a_growth_that_is_printed_does_not_tell_the_amount_that_a_task_names():
    task = goal("60", period="2021", indicator="spent")
    targets = assess(task, pace("9.0", indicator="spent"))
    assert list(found.ways(targets)) == [found.NOTHING]
