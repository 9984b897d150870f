"""Public finance, on round numbers: spending of 100, of which some has a purpose."""

import pytest

from analysis import data
from analysis.findings import finance
from analysis.printed import Interval


def yuan(number, half=0.0):
    return data.amount(number, "元", Interval(number - half, number + half))


def test_what_has_no_purpose_is_what_purposes_leave():
    purposes = {"schools": yuan(30), "roads": yuan(25)}
    assert finance.without_purpose(yuan(100), purposes).value == pytest.approx(45)


def test_purposes_are_not_more_than_was_spent():
    # 60 and 39 with 2 left open may be more than 100.
    with pytest.raises(ValueError, match="schools, roads may come to more"):
        finance.without_purpose(yuan(100), {"schools": yuan(60), "roads": yuan(39, 2)})
