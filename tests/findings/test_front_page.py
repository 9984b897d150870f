"""Goals that state a level and a growth, on an invented district."""

from dataclasses import replace

import pytest

from analysis import data
from analysis.audit import Check
from analysis.audit.weighing import Weighed
from analysis.findings import front_page

GOAL = "suzhou,gdp,2026,level,161.051,,亿元,target,>=,6,161.051亿元,\n"


@pytest.fixture
def goal(small):
    """From 100.0 to 161.051 in five years: ten percent a year, after five."""
    small.write("observations/beta.csv", small.read("observations/beta.csv") + GOAL)
    return small


def test_what_a_goal_needs_is_compounded_from_where_the_year_ended(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    assert aim.needs.value == pytest.approx(10, abs=0.001)
    assert (aim.came.value, aim.real, aim.faster) == (5, True, True)


def test_a_goal_has_no_rounding_and_the_outturn_has(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    # From 99.95 to 161.051: 10.0110 a year; from 100.05: 9.9890.
    assert (aim.needs.low, aim.needs.high) == pytest.approx((9.9890, 10.0110), abs=2e-4)


def test_an_indicator_without_a_goal_is_an_error(goal):
    with pytest.raises(ValueError, match="beta has 0 goals for retail"):
        front_page.aims(["retail"], "beta", "2026")


def test_growth_in_money_stands_beside_what_is_needed(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    table = front_page.paces({"Sales": replace(aim, real=False)})
    assert list(table.columns) == ["Growth in 2021", "Needed every year to 2026"]
    assert table.loc["Sales"].tolist() == pytest.approx([5, 10], abs=0.001)


def test_growth_without_price_changes_is_not_set_beside_a_goal_that_holds_them(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    with pytest.raises(ValueError, match=r"without price changes .*: Output"):
        front_page.paces({"Output": aim})


def test_only_failing_checks_of_the_figures_named_are_counted(small):
    gdp = data.figure("gdp", "2021", document="alpha")
    other = replace(gdp, line=gdp.line + 1)

    def check(verdict, figure):
        weighed = Weighed(verdict, 0.0, 0.0, 0.0, 0.0)
        return Check("", "sum", "", (figure,), weighed, "亿元")

    checks = [check("fails", gdp), check("holds", gdp), check("fails", other)]
    assert front_page.touched(checks, [gdp]) == 1
    assert front_page.touched(checks, []) == 0
