"""Tasks of the year, on invented round numbers."""

import pandas as pd
import pytest

import invented
from analysis.findings import tasks


def figure(printed: str, unit: str = "亿元", measure: str = "level", place: int = 0, **given):
    return invented.printed(invented.figure(printed, unit, measure, **given), place)


def percent(printed: str, place: int):
    return figure(printed, "%", "completion", place)


def test_a_rate_is_of_the_budget_where_the_finance_bureau_prints_it():
    assert tasks.of_what("budget_revenue", "预算收入", "finance_bureau", "亿元") == "budget"


def test_a_rate_of_a_thing_measured_in_percent_is_of_its_building():
    assert tasks.of_what("pipes", "管网", "park", "%") == "building"


def test_a_rate_of_people_vaccinated_is_no_task():
    assert tasks.of_what("covid_vaccination.second_dose", "第二针", "town", "人") == "vaccine"
    assert tasks.of_what("new_jobs", "就业岗位", "town", "个") == "task"


def test_problems_put_right_are_no_task():
    assert tasks.of_what("hazards.rate", "隐患整改率", "company", "%") == "problems"
    assert tasks.is_rate(figure("93.5", "%", name_zh="隐患整改率"))
    assert not tasks.is_rate(figure("93", "户", name_zh="隐患整改"))


def test_a_share_of_anything_else_is_no_rate_of_completion():
    assert not tasks.is_rate(figure("93.5", "%", "share"))
    assert tasks.is_rate(figure("93.5", "%", "completion"))


def test_all_in_words_is_no_printed_rate():
    assert not tasks.is_rate(
        invented.printed(invented.figure("100", "%", "completion") | {"printed": "全部"})
    )


def test_lists_worked_off_are_no_tasks():
    assert tasks.of_what("practical_tasks.completed", "实事", "town", "件") == "list"


def rates(*rows: tuple[int, str, float]) -> pd.DataFrame:
    """Rates of one entry: line, of what, percent."""
    table = pd.DataFrame(rows, columns=["line", "of", "completion"])
    return table.assign(entity="town", document="town")


def test_what_its_entry_calls_a_task_is_one():
    farmland = "high_standard_farmland.village_project"
    assert tasks.of_what(farmland, "高标准农田", "shangba_township", "%") == "task"
    assert tasks.of_what(farmland, "高标准农田", "other_township", "%") == "building"


def test_one_rate_said_of_several_tasks_counts_once():
    found = tasks.of_tasks(rates(
        (1, "task", 100), (1, "task", 100), (1, "task", 110), (2, "task", 100),
        (3, "budget", 90),
    ))  # fmt: skip
    assert list(zip(found["line"], found["completion"], strict=True)) == [
        (1, 100), (1, 110), (2, 100),
    ]  # fmt: skip


def test_a_rate_implies_the_task():
    # 3.0 is 120 percent of 2.5; least 2.95 over 1.205, most 3.05 over 1.195.
    found = tasks.reported(figure("3.0"), rate=percent("120", 1))
    assert found.task.value == pytest.approx(2.5)
    assert (found.task.low, found.task.high) == pytest.approx((2.448, 2.552), abs=5e-4)


def test_an_excess_implies_the_task():
    # 3.36 is 2000 times ten thousand yuan, 0.20, more than 3.16.
    found = tasks.reported(figure("3.36"), excess=figure("2000", "万元", place=1))
    assert found.task.value == pytest.approx(3.16)


def test_what_townships_attracted_is_told_from_the_most_with_the_task_behind_it():
    # Lines 4675 and 4721: 2.859 are 219.9 percent of 1.300; 2.1 are 0.632 more than 1.468.
    found = tasks.of_places("investment_promotion.funds")
    amounts = [one.done.value for one in found.values()]
    assert amounts == sorted(amounts, reverse=True) and len(amounts) == 14
    assert next(iter(found)) == "xifeng_township" and found["xifeng_township"].task is None
    assert found["jinfosi_township"].task.value == pytest.approx(1.300, abs=5e-4)
    assert found["shangba_township"].task.value == pytest.approx(1.468)


def test_an_office_that_two_entries_tell_of_counts_once():
    # Lines 2883 and 2895 print the 2.57 of the supply cooperative.
    found = [one.indicator for one in tasks.of_offices()]
    assert len(found) == len(set(found)) == 12
    assert "supply_cooperative.investment_promotion" in found


def test_every_rate_in_digits_is_there_once_with_what_it_is_of():
    found = tasks.rates()
    assert found["of"].isin(tasks.OF_WHAT).all() and set(found["of"]) == set(tasks.OF_WHAT)
    assert not found.duplicated(["entity", "indicator", "document", "completion"]).any()
    bank = found[found["document"] == "finance_bureau"]
    assert set(bank["of"]) == {tasks.BUDGET} and 84.7 in set(bank["completion"])


def test_an_amount_alone_implies_nothing():
    assert tasks.reported(figure("3.36")).task is None


@pytest.fixture
def places() -> dict[str, tasks.Reported]:
    """Tasks of 1.3, 1.3 and 2.0; two places tell none, with 1.2 and 2.4 done."""
    return {
        "east": tasks.reported(figure("2.60", place=1), rate=percent("200", 2)),
        "south": tasks.reported(figure("1.43", place=3), rate=percent("110", 4)),
        "west": tasks.reported(figure("2.00", place=5), rate=percent("100", 6)),
        "north": tasks.reported(figure("1.20", place=7)),
        "far": tasks.reported(figure("2.40", place=8)),
    }


def test_places_share_a_task_where_rounding_lets_them(places):
    assert tasks.shared(places) == ("east", "south")


def test_places_that_tell_no_task_share_none(places):
    assert tasks.shared({"north": places["north"]}) == ()
