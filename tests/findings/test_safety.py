"""Crime and courts, on round numbers."""

import pytest

from analysis import data
from analysis.findings import safety


def cases(accepted, closed):
    return safety.Cases(data.amount(accepted, "件"), data.amount(closed, "件"))


def test_cases_are_counted_for_a_thousand_people():
    # 90 cases among 45,000 people.
    assert safety.per_thousand(
        data.amount(90, "件"), data.amount(4.5, "万人")
    ).value == pytest.approx(2)


def test_a_court_closes_a_part_of_what_it_accepts():
    assert cases(80, 60).rate.value == 75
