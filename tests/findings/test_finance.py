"""Public finance, on round numbers: spending of 100, of which some has a purpose."""

import pytest

from analysis import data
from analysis.findings import finance
from analysis.printed import Interval


def yuan(number, half=0.0):
    return data.amount(number, "元", Interval(number - half, number + half))


def rate(number):
    return data.amount(number, "%")


def test_what_has_no_purpose_is_what_purposes_leave():
    purposes = {"schools": yuan(30), "roads": yuan(25)}
    assert finance.without_purpose(yuan(100), purposes).value == pytest.approx(45)


def test_purposes_are_not_more_than_was_spent():
    # 60 and 39 with 2 left open may be more than 100.
    with pytest.raises(ValueError, match="schools, roads may come to more"):
        finance.without_purpose(yuan(100), {"schools": yuan(60), "roads": yuan(39, 2)})


def test_a_plan_is_held_against_the_year_before():
    # 90 came, three quarters of a plan of 120, and a tenth less than the 100 before.
    assert finance.planned_growth(rate(-10), rate(75)).value == pytest.approx(20)


def test_taxes_collected_leave_what_is_not_tax():
    # Of 100 collected 60 and 10 went up: 30 of a budget of 50 are tax.
    assert finance.nontax_by_taxes(yuan(50), yuan(100), [yuan(60), yuan(10)]).value == 20


def test_what_is_not_tax_in_one_budget_is_all_less_the_others():
    assert finance.nontax_by_all(yuan(80), [yuan(45), yuan(5)]).value == 30


def test_the_nearest_is_nearer_whatever_the_rounding():
    # 50 lies 4 from 46, and 9 from 59, each give or take 2.
    assert finance.nearest(yuan(50), {"a": yuan(59, 2), "b": yuan(46, 2)}) == "b"
    # 6 or 7 apart, give or take 2: rounding can turn the order.
    assert finance.nearest(yuan(50), {"a": yuan(57, 2), "b": yuan(44, 2)}) is None
