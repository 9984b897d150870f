"""Health, on round numbers: 2,000 people, some of them counted, tested and given beds."""

import pytest

from analysis import data
from analysis.findings import each, health
from analysis.printed import Interval


def people(number, half=0.0):
    return data.amount(number, "人", Interval(number - half, number + half))


def beds(number):
    return data.amount(number, "张")


def test_for_every_hundred_people_units_drop_out():
    # 30 beds for 0.2 units of ten thousand people: 1.5 for every hundred.
    found = each.for_every(100, beds(30), data.amount(0.2, "万人"))
    assert found.value == pytest.approx(1.5) and found.unit == ""


def test_a_rate_is_of_the_people_that_its_count_makes():
    # 90 people are 75 percent of 120, give or take what half a person does.
    found = health.people_of(people(90, 0.5), data.amount(75, "%"))
    assert found.value == pytest.approx(120)
    assert found.low == pytest.approx(89.5 / 0.75) and found.unit == "人"


def test_a_rate_above_a_hundred_is_of_fewer_people_than_were_counted():
    assert health.people_of(people(90), data.amount(120, "%")).value == pytest.approx(75)


def test_a_goal_for_beds_asks_for_those_that_are_not_there():
    # 50 for every ten thousand is 10 for 2,000 people: 3 more than 7.
    assert health.beds_missing(beds(50), people(2000), beds(7)).value == pytest.approx(3)
    assert health.beds_missing(beds(50), people(2000), beds(14)).value == pytest.approx(-4)


def test_stays_are_for_every_hundred_members_and_paid_one_by_one():
    # 60 stays of 240 members, for 0.9 units of ten thousand yuan.
    found = health.Insured(people(240), data.amount(60, "人次"), data.amount(0.9, "万元"))
    assert found.often.value == pytest.approx(25)
    assert found.a_stay.value * found.a_stay.factor == pytest.approx(150)


def looked_up(numbers):
    """Look figures up in a dictionary, whatever the period: by indicator, place and measure."""
    units = {"level": "人", "completion": "%"}

    def of(indicator, period=None, *, entity="suzhou", measure="level"):
        number, unit = numbers.get((indicator, entity, measure), (1, units[measure]))
        return data.amount(number, unit)

    return of


def test_three_funds_pay_for_people_of_low_income():
    funds = {"basic_insurance": 70, "serious_illness_insurance": 20, "medical_assistance": 30}
    paid = {
        (f"low_income_inpatient.{one}", "suzhou", "level"): (yuan, "元")
        for one, yuan in funds.items()
    }
    paid["low_income_inpatient.cases", "suzhou", "level"] = (8, "人次")
    assert health.insured(looked_up(paid), "2021-12-31")["low_income"].a_stay.value == 15


def test_each_rate_is_of_what_its_own_count_makes():
    numbers = {
        ("health_records", "suzhou", "level"): (90, "份"),
        ("health_records.coverage", "suzhou", "level"): (75, "%"),
        ("elderly_health_checks", "suzhou", "level"): (12, "人"),
        ("elderly_health_checks.rate", "suzhou", "level"): (60, "%"),
        ("public_health_service.subsidies", "suzhou", "level"): (0.12, "万元"),
        ("public_health_service.subsidy_per_head", "suzhou", "level"): (8, "元"),
        ("severe_mental_illness.detection_rate", "suzhou", "level"): (4, "%"),
        (health.FIRST, "here", "level"): (66, "人"),
        (health.FIRST, "here", "completion"): (110, "%"),
    }
    found = health.rates(looked_up(numbers), "2021-12-31", ["here"])
    assert [round(one.of.value) for one in found.values()] == [120, 20, 150, 25, 60]


def test_second_doses_are_of_first_ones_most_first():
    firsts = {
        (health.FIRST + kind, place, "level"): (40, "人") for place, kind in health.DOSED.items()
    }
    seconds = {(health.SECOND, "jiefanglu", "level"): (50, "人")}
    found = health.second_doses(looked_up(firsts | seconds))
    assert next(iter(found)) == "jiefanglu" and found["jiefanglu"].value == pytest.approx(125)
    assert found["fukanglu"].value == pytest.approx(2.5)
