"""Goals that state a level and a growth, on an invented district."""

from dataclasses import replace

import pytest

from analysis import data
from analysis.audit import Check
from analysis.audit.weighing import Weighed
from analysis.findings import front_page

GOAL = (
    "suzhou,gdp,2026,level,161.051,,亿元,target,>=,6,161.051亿元,\n"
    "suzhou,gdp,2022/2026,growth_pa,8,,%,target,>=,6,8%,\n"
)


@pytest.fixture
def goal(small):
    """From 100.0 to 161.051 in five years: ten percent a year, where eight are stated."""
    small.write("observations/beta.csv", small.read("observations/beta.csv") + GOAL)
    return small


def test_what_a_goal_needs_is_compounded_from_where_the_year_ended(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    assert aim.needs.value == pytest.approx(10, abs=0.001)
    assert (aim.stated.value, aim.came.value, aim.real) == (8, 5, True)


def test_a_goal_has_no_rounding_and_the_outturn_has(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    # From 99.95 to 161.051: 10.0110 a year; from 100.05: 9.9890.
    assert (aim.needs.low, aim.needs.high) == pytest.approx((9.9890, 10.0110), abs=2e-4)


def test_an_indicator_without_a_goal_is_an_error(goal):
    with pytest.raises(ValueError, match="beta has 0 goals for retail"):
        front_page.aims(["retail"], "beta", "2026")


def test_a_goal_without_a_stated_growth_is_an_error(small):
    small.write(
        "observations/beta.csv", small.read("observations/beta.csv") + GOAL.split("\n")[0] + "\n"
    )
    with pytest.raises(ValueError, match="states 0 growth rates for gdp"):
        front_page.aims(["gdp"], "beta", "2026")


def test_prices_make_up_what_the_stated_growth_leaves_of_the_growth_needed(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    assert aim.prices.value == pytest.approx(1.851852, abs=1e-3)  # 1.10 / 1.08


def test_what_came_without_price_changes_stands_in_a_row_of_its_own(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    table = front_page.paces({"Output": aim, "Sales": replace(aim, real=False)})
    steady, rising, sales = table.index
    assert (steady, rising) == ("Output at steady prices", "Output at rising prices")
    assert table.loc[steady].tolist()[:2] == [5, 8]
    assert table.loc[steady].isna().tolist() == [False, False, True]
    assert table.loc[rising].isna().tolist() == [True, True, False]
    assert table.loc[sales].tolist() == pytest.approx([5, 8, 10], abs=0.001)


def test_only_failing_checks_of_the_figures_named_are_counted(small):
    gdp = data.figure("gdp", "2021", document="alpha")
    other = replace(gdp, line=gdp.line + 1)

    def check(verdict, figure):
        weighed = Weighed(verdict, 0.0, 0.0, 0.0, 0.0)
        return Check("", "sum", "", (figure,), weighed, "亿元")

    checks = [check("fails", gdp), check("holds", gdp), check("fails", other)]
    assert front_page.touched(checks, [gdp]) == 1
    assert front_page.touched(checks, []) == 0
