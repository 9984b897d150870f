"""Forest and air, on round numbers: 600 hectares of forest are 6 percent of 10,000."""

import pytest

from analysis import data
from analysis.findings import environment


def rate(number):
    return data.amount(number, "%")


def test_a_goal_needs_land_and_planting_brings_some():
    # From 6 to 10 percent are 400 hectares, 6,000 mu; 1,500 mu are a quarter, one point.
    found = environment.forest(data.amount(600, "公顷"), rate(6), rate(10), data.amount(1500, "亩"))
    assert found.land.value == pytest.approx(10_000)
    assert found.needed.value == pytest.approx(400)
    assert [one.value for one in (found.gain, found.missing, found.reached, found.part)] == (
        pytest.approx([1, 3, 7, 25])
    )


def test_a_goal_already_reached_needs_nothing_planted():
    with pytest.raises(ValueError, match="may have reached"):
        environment.forest(data.amount(600, "公顷"), rate(6), rate(6), data.amount(1500, "亩"))


def test_days_are_a_part_of_their_year():
    assert environment.share_of_days(data.amount(183, "天"), 366).value == 50
