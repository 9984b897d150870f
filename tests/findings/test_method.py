"""What each step of the work touched: on an invented review, and as parts of all figures."""

import pandas as pd

from analysis import data
from analysis.findings import method


def test_figures_are_moved_by_date_status_or_indicator_and_not_by_a_note_or_a_name():
    changed = ["court, line 3: period", "court, line 3: status", "court, line 9: indicator"]
    others = ["court, line 3: note", "name_en", "definition"]
    assert method.moved(pd.DataFrame({"column": changed + others})) == 3


def test_the_review_beside_the_data_can_be_read():
    assert method.moved(pd.read_csv(method.REVIEW)) > 0


def test_each_step_touches_a_part_of_all_figures():
    steps = method.steps()
    assert steps["Copied"] == len(data.observations())
    assert (steps > 0).all()
    assert (steps.drop("Copied") < steps["Copied"]).all()


def test_only_parts_that_were_read_more_than_once_count_as_copied_twice():
    documents = data.documents()
    once = data.observations()["document"].map(documents["readings"]).eq(1)
    steps = method.steps()
    assert steps["Copied twice"] == steps["Copied"] - once.sum()
