"""Forest and water, on round numbers: 600 hectares of forest are 6 percent of 10,000."""

import pytest

from analysis import data
from analysis.findings import environment


def rate(number):
    return data.amount(number, "%")


def test_a_goal_of_cover_needs_its_part_of_the_land():
    # From 6 to 10 percent of 10,000 hectares.
    found = environment.forest_needed(data.amount(600, "公顷"), rate(6), rate(10))
    assert (found.value, found.unit) == (pytest.approx(400), "公顷")


def test_a_goal_already_reached_needs_no_forest():
    with pytest.raises(ValueError, match="may have reached"):
        environment.forest_needed(data.amount(600, "公顷"), rate(6), rate(6))


def test_works_run_every_day_of_the_year():
    assert environment.in_a_year(data.amount(2, "万立方米/天")).value == 2 * 10_000 * 365
    assert environment.in_a_year(data.amount(3, "立方米/天"), days=10).value == 30


def test_water_is_what_rivers_and_others_gave():
    # 20,000 a day are 7.3 million a year, of 50 million; 38 million came from rivers.
    used, rivers = data.amount(5000, "万立方米"), data.amount(3800, "万立方米")
    found = environment.water(used, rivers, data.amount(2, "万立方米/天"))
    assert found.others.value == pytest.approx(1200)
    assert found.city.value == pytest.approx(7_300_000)


@pytest.mark.parametrize(
    ("rivers", "supply", "fault"), [(600, 1, "rivers give"), (100, 2, "works can pump")]
)
def test_no_more_flows_than_is_used(rivers, supply, fault):
    used = data.amount(600, "万立方米")
    with pytest.raises(ValueError, match=fault):
        environment.water(used, data.amount(rivers, "万立方米"), data.amount(supply, "万立方米/天"))
