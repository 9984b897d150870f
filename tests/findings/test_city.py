"""The city, on round numbers."""

import pytest

from analysis import data
from analysis.findings import city
from analysis.printed import Interval


def amount(number, unit, half=0.0):
    return data.amount(number, unit, Interval(number - half, number + half))


def test_land_and_floor_are_one_area():
    # 7 hectares are 70,000 square metres.
    assert data.convert(city.floor(amount(7, "公顷")), "平方米").value == 70_000
    assert city.land(amount(70_000, "平方米")).value == 7


def test_a_city_is_as_large_as_its_green_over_its_rate():
    # 1,200 hectares are 40 percent of 3,000, which are 30 square kilometres.
    found = city.built_up(amount(1200, "公顷"), amount(40, "%", 8))
    assert found.value == pytest.approx(30)
    assert (found.low, found.high) == pytest.approx((25, 37.5))


def test_works_run_every_day_of_the_year():
    assert city.in_a_year(amount(2, "万立方米/天")).value == 2 * 10_000 * 365
    assert city.in_a_year(amount(3, "立方米/天"), days=10).value == 30


def test_water_is_what_rivers_and_others_gave():
    # 20,000 a day are 7.3 million a year, of 50 million; 38 million came from rivers.
    found = city.water(
        amount(5000, "万立方米"),
        amount(3800, "万立方米"),
        amount(2, "万立方米/天"),
        amount(1, "万立方米/天"),
    )
    assert found.others.value == pytest.approx(1200)
    assert found.fields.value == pytest.approx(5000 - 730)
    assert found.sewage.value == pytest.approx(3_650_000)


@pytest.mark.parametrize(
    ("rivers", "supply", "fault"), [(600, 1, "rivers give"), (100, 2, "works can pump")]
)
def test_no_more_flows_than_is_used(rivers, supply, fault):
    with pytest.raises(ValueError, match=fault):
        city.water(
            amount(600, "万立方米"),
            amount(rivers, "万立方米"),
            amount(supply, "万立方米/天"),
            amount(1, "万立方米/天"),
        )
