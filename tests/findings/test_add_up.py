"""Failing checks on invented figures: 100 printed, 90 by its parts, and rounding allows 4."""

import dataclasses

import pandas as pd
import pytest

from analysis import data
from analysis.audit import FAILS, HOLDS, Check
from analysis.audit.weighing import Weighed
from analysis.findings import add_up


def check(name, *, kind="sum", rule="sum", stated=100.0, derived=90.0, room=4.0, unit="万元",
          indicator="gdp", verdict=FAILS):  # fmt: skip
    figure = dataclasses.replace(data.figure("gdp"), indicator=indicator)
    weighed = Weighed(verdict, stated, derived, stated - derived, room)
    return Check(name, kind, rule, (figure,), weighed, unit)


def pair(derived, **other):
    return check("c", kind="cross-document", rule="pair", derived=derived, **other)


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


def test_a_width_is_of_the_larger_whatever_the_signs():
    assert add_up.width(check("a", stated=100.0, derived=80.0)) == pytest.approx(20)
    assert add_up.width(check("b", stated=-1.0, derived=-4.0)) == pytest.approx(75)


def test_distances_are_of_the_larger_and_the_widest_of_a_fact():
    found = add_up.distances([
        pair(80.0), pair(125.0, indicator="loans"), pair(60.0), pair(1.0, verdict=HOLDS),
        pair(5.0, unit="‰", indicator="birth_rate"), check("sum"),
    ])  # fmt: skip
    # 100 and 60 are 40 percent apart; 100 and 125 are 20 percent of 125.
    assert found.to_dict() == {"gdp": 40.0, "loans": 20.0} and found.index[0] == "gdp"


def test_causes_are_errors_other_kinds_or_open():
    table = pd.DataFrame(
        {
            "cause": ["slip", "reprint", "scope", "date", "formula", "", "unit"],
            "verdict": [FAILS, FAILS, FAILS, FAILS, FAILS, FAILS, HOLDS],
        }
    )
    assert add_up.causes(table) == {"error": 2, "kind": 3, "open": 1}
