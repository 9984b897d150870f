"""Failing checks on invented figures: 100 printed, 90 by its parts, and rounding allows 4."""

import pandas as pd
import pytest

from analysis import data
from analysis.audit import FAILS, HOLDS, Check
from analysis.audit.weighing import Weighed
from analysis.findings import add_up


def check(name):
    weighed = Weighed(FAILS, 100.0, 90.0, 10.0, 4.0)
    return Check(name, "sum", "sum", (data.figure("gdp"),), weighed, "万元")


def test_one_check_is_found_by_how_it_begins():
    found = [check("sum/a/2021"), check("sum/b/2021")]
    assert add_up.only(found, "sum/b") is found[1]
    with pytest.raises(ValueError, match="sum/a/2021, sum/b/2021"):
        add_up.only(found, "sum/")
    with pytest.raises(ValueError, match="none"):
        add_up.only(found, "share/")


def test_of_checks_of_several_years_that_of_the_report_is_found():
    found = [check("sum/a/x/2020/outturn"), check("sum/a/x/2021/outturn")]
    assert add_up.only(found, "sum/a/") is found[1]


def test_what_follows_has_the_room_of_rounding():
    found = add_up.follows(check("a"))
    assert (found.value, found.low, found.high, found.unit) == (90, 86, 94, "万元")


def apart(stated, derived, unit):
    weighed = Weighed(FAILS, stated, derived, abs(stated - derived), 0.5)
    return add_up.apart(Check("a", "sum", "sum", (data.figure("gdp"),), weighed, unit))


def test_amounts_are_apart_in_percent_of_the_larger():
    assert apart(100.0, 90.0, "万元") == "10%"


def test_a_negative_amount_is_as_large_as_its_digits():
    assert apart(-1.0, -4.0, "万元") == "75%"


def test_rates_are_apart_in_points():
    assert apart(4.9, 2.1, "%") == "2.8 points"
    assert apart(-0.05, -1.15, "‰") == "1.1‰"


def test_causes_are_errors_amounts_of_two_periods_other_kinds_or_open():
    causes = ["slip", "reprint", "scope", "date", "formula", "", "unit", "reprint", "reprint"]
    table = pd.DataFrame(
        {
            "cause": causes,
            "kind": ["sum", "cross-document", *["share"] * 5, "plausibility", "plausibility"],
            "verdict": [*[FAILS] * 6, HOLDS, FAILS, FAILS],
        }
    )
    found = add_up.causes(table)
    assert found == {"error": 2, "periods": 2, "kind": 2, "formula": 1, "open": 1}
