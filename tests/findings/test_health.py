"""Health, on round numbers: 2,000 people, some of them insured, in hospital, and given beds."""

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


def test_a_goal_for_beds_asks_for_those_that_are_not_there():
    # 50 for every ten thousand is 10 for 2,000 people: 3 more than 7.
    assert health.beds_missing(beds(50), people(2000), beds(7)).value == pytest.approx(3)
    assert health.beds_missing(beds(50), people(2000), beds(14)).value == pytest.approx(-4)


def test_stays_are_for_every_hundred_members():
    found = health.Insured(people(240), data.amount(60, "人次"))
    assert found.often.value == pytest.approx(25)


def test_each_scheme_has_its_own_members_and_stays():
    printed = {
        "medical_insurance.insured.residents": people(400),
        "resident_medical_insurance.inpatient_cases": data.amount(60, "人次"),
        "district_medical_insurance.insured.employees": people(200),
        "district_medical_insurance.employee_inpatient.cases": data.amount(50, "人次"),
        "low_income_population": people(20),
        "low_income_inpatient.cases": data.amount(8, "人次"),
    }
    found = health.insured(lambda one, *_: printed[one], "2021-12-31")
    often = {name: one.often.value for name, one in found.items()}
    assert often == pytest.approx({"residents": 15, "employees": 25, "low_income": 40})
