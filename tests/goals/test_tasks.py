"""Rates of completion, and the tasks that they imply."""

import pandas as pd
import pytest

from analysis import data
from analysis.goals import tasks
from invented import figure
from invented_tables import GOVERNMENT, at, only, rows

# Completion


def test_a_task_is_the_amount_over_its_rate():
    # 120 at 150% was a task of 80.
    row = only(tasks.completions, figure("120", line=5), figure("150", "%", "completion", line=5))
    assert (row.completion, row.amount, row.unit) == (150, 120, "亿元")
    assert row.implied_target == pytest.approx(80)


@pytest.mark.parametrize(
    ("printed", "result"),
    [("150", "over"), ("100.1", "over"), ("100", "met"), ("99.9", "under"), ("46.5", "under")],
)
def test_a_task_is_over_met_or_under_as_printed(printed, result):
    assert only(tasks.completions, figure(printed, "%", "completion")).result == result


def test_a_rate_with_no_amount_implies_no_task():
    row = only(tasks.completions, figure("150", "%", "completion"))
    assert pd.isna(row.amount) and row.unit == "" and pd.isna(row.implied_target)


@pytest.mark.parametrize(
    "change",
    [
        {"document": "b"},
        {"entity": "town"},
        {"indicator": "other"},
        {"period": "2020"},
        {"status": "target"},
        {"measure": "growth"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_rate_is_never_joined_to_the_amount_of_another(change):
    row = only(tasks.completions, figure("120") | change, figure("150", "%", "completion"))
    assert pd.isna(row.implied_target)


def test_a_rate_of_the_year_is_joined_to_what_stands_at_its_end():
    end = figure("120", period="2021-12-31")
    assert only(tasks.completions, end, figure("150", "%", "completion")).implied_target == 80


def test_a_rate_that_is_aimed_at_is_not_one_that_was_reached():
    aimed = figure("100", "%", "completion", status="target")
    assert rows(tasks.completions, aimed, figure("1")) == []


def test_every_completion_printed_is_listed_in_order():
    frame = data.observations()
    rates = frame[(frame["measure"] == "completion") & (frame["status"] == "outturn")]
    listed = tasks.completions()
    columns = ["entity", "document", "line", "indicator"]
    assert listed[columns].values.tolist() == rates[columns].values.tolist()
    assert listed["completion"].tolist() == rates["value"].tolist()


def test_the_inspection_issues_were_all_dealt_with_as_the_report_says():
    # "All" (762) is 100 percent, and no number of issues stands by it.
    row = at(tasks.completions(), document=GOVERNMENT, line=762)
    assert (row.indicator, row.result) == ("environmental_inspection_issues", "met")


def test_an_implied_task_is_what_its_rate_completes_to_the_amount():
    found = tasks.completions().dropna(subset=["implied_target"])
    back = found["implied_target"] * found["completion"] / 100
    assert back.tolist() == pytest.approx(found["amount"].tolist())


# Once read wrongly


def test_a_rate_is_joined_only_to_the_amount_on_its_line():
    # The docstring: the outturn on the same line, else missing.
    row = only(tasks.completions, figure("120", line=5), figure("150", "%", "completion", line=8))
    assert pd.isna(row.implied_target)


def test_a_task_bears_the_name_of_what_it_is_of():
    row = only(tasks.completions, figure("150", "%", "completion", name_en="Roads"))
    assert (row.name_en, row.indicator) == ("Roads", "output")
