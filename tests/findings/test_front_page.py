"""Goals that state a level and a growth, on an invented district, and what its findings reckon."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import data, goals
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
    sales = replace(aim, real=False)
    aims = {"Sales": sales, "Visitors": replace(sales, indicator="visitors")}
    table = front_page.paces(aims, {"gdp": data.amount(3, "%")})
    assert list(table.columns) == [
        "Growth a year, 2017–2020",
        "Growth in 2021",
        "Needed every year to 2026",
    ]
    assert table.loc["Sales"].tolist() == pytest.approx([3, 5, 10], abs=0.001)
    assert table.loc["Visitors"].isna().tolist() == [True, False, False]


def test_growth_without_price_changes_is_not_set_beside_a_goal_that_holds_them(goal):
    (aim,) = front_page.aims(["gdp"], "beta", "2026")
    with pytest.raises(ValueError, match=r"without price changes .*: Output"):
        front_page.paces({"Output": aim}, {})


def test_only_failing_checks_of_the_figures_named_are_counted(small):
    gdp = data.figure("gdp", "2021", document="alpha")
    other = replace(gdp, line=gdp.line + 1)

    def check(verdict, figure):
        weighed = Weighed(verdict, 0.0, 0.0, 0.0, 0.0)
        return Check("", "sum", "", (figure,), weighed, "亿元")

    checks = [check("fails", gdp), check("holds", gdp), check("fails", other)]
    assert front_page.touched(checks, [gdp]) == checks[:1]
    assert front_page.touched(checks, []) == []


def test_a_goal_that_was_met_before_it_began_asks_for_no_more(monkeypatch):
    verdicts = ["more", "more", "less", "same", "same", "already-met", "open", "more"]
    assessed = pd.DataFrame({"verdict": verdicts, "period": ["2026"] * 7 + ["2022"]})
    assessed["indicator"] = [f"goal {number}" for number in assessed.index]
    assessed[["document", "entity", "measure", "target"]] = "the same"
    monkeypatch.setattr(goals, "assess", lambda: assessed)
    assert front_page.asked(2026) == (2, 4, 7)


def asking(**figures):
    """Ask as a ledger does, of invented figures: names without dots, and ``NAME__MEASURE``."""

    def figure(indicator, period=None, *, measure="level", document=None):
        name = indicator.replace(".", "_") + ("" if measure == "level" else f"__{measure}")
        return data.amount(*figures[name])

    return figure


PEOPLE = {
    "resident_population": (900, "人"),
    "resident_population__change": (-100, "人"),
    "birth_rate": (4, "‰"),
    "death_rate": (24, "‰"),
}


def test_seed_is_added_up_and_the_rest_of_the_land_is_what_no_crop_named_takes():
    areas = {"maize_seed": 30, "economic_seed": 12, "vegetables": 50}
    figure = asking(
        sown_area=(200, "亩"), **{f"{one}_area": (size, "亩") for one, size in areas.items()}
    )
    used = {name: share.value for name, share in front_page.sown(figure).items()}
    # 42 and 50 of 200 are 21 and 25 percent; 108 are left.
    assert used == pytest.approx({"Seed": 21, "Vegetables": 25, "All else": 54})


def test_what_births_and_deaths_leave_of_the_change_left_the_place():
    year = front_page.balance(asking(**PEOPLE))
    # On the mean of 1,000 and 900: 3.8 born, 22.8 dead; of 100 fewer, 81 left.
    assert (year.births.value, year.deaths.value) == pytest.approx((3.8, 22.8))
    assert year.migration.value == pytest.approx(-81)


def test_the_countryside_loses_the_share_that_towns_gain():
    figure = asking(
        resident_population_urban=(720, "人"),
        resident_population_urban__share=(80, "%"),
        resident_population_urban__share_change=(10, "个百分点"),
        resident_population_rural=(180, "人"),
        resident_population_rural__share=(20, "%"),
    )
    moved = front_page.moved(figure, data.amount(1000, "人"))
    # Towns had 70 percent of 1,000, the countryside 30.
    assert [amount.value for amount, _ in moved.values()] == pytest.approx([20, -120])
    assert [rate.value for _, rate in moved.values()] == pytest.approx([20 / 7, -40])


def test_what_is_raised_for_general_budgets_leaves_out_funds_and_state_capital():
    year = front_page.budget(asking(
        fiscal_expenditure_total_general_budget=(340, "万元"),
        budget_revenue=(90, "万元"),
        fiscal_revenue_total=(233, "万元"),
        government_fund_revenue=(30, "万元"),
        state_capital_revenue=(1, "万元"),
    ))  # fmt: skip
    assert [one.value for one in (year.spent, year.kept, year.raised)] == [340, 90, 202]
