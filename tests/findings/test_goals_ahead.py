"""What goals ask for together, on invented round numbers."""

from itertools import count

import pandas as pd
import pytest

from analysis.data import edition
from analysis.findings import goals_ahead as found
from analysis.goals.judging import Reason
from invented import figure, goal, printed

places = count()  # each figure is one of its own


def of(number: str, unit: str = "亿元", measure: str = "level", **given):
    return printed(figure(number, unit, measure, **given), next(places))


def aim(number: str, unit: str = "亿元", measure: str = "level", **given):
    return printed(goal(number, unit, measure, **given), next(places))


@pytest.fixture
def weight():
    """60 planned after 20 percent of growth: 50 of an output of 100, which is to be 200."""
    return found.weight(
        aim("60", period="2022"),
        aim("20", "%", "growth", period="2022", bound=">="),
        of("100"),
        goal=aim("200"),
        rate=aim("20", "%", "growth_pa", bound=">="),
    )


def test_a_plan_and_its_growth_tell_what_it_grows_from(weight):
    assert weight.investment.value == pytest.approx(50)
    assert weight.now.value == pytest.approx(50)


def test_investment_outgrows_an_output_that_reaches_its_goal(weight):
    # 50 x 1.2^5 = 124.416, of 200.
    assert weight.then.value == pytest.approx(124.416)
    assert weight.at_goal.value == pytest.approx(62.208)


@pytest.mark.parametrize(
    ("target", "rate", "year"),
    [("90", "10", 2021), ("110", "10", 2022), ("134", "10", 2025), ("900", "0", None)],
)
def test_a_goal_is_reached_at_the_end_of_the_first_year_that_passes_it(target, rate, year):
    # 100, 110, 121, 133.1, 146.41.
    stated = aim(rate, "%", "growth_pa")
    assert found.year_reached(of("100"), aim(target), stated, 2021) == year


def test_the_headlines_come_in_the_order_of_the_page():
    keys = reversed(found.HEADLINES)
    rows = pd.DataFrame(
        [
            {"document": edition.document(a), "indicator": b, "measure": c, "entity": "suzhou",
             "period": "2026", "target": 1.0}
            for a, b, c in keys
        ]
    )  # fmt: skip
    assert found.headlines(rows)["indicator"].iloc[0] == "gdp"
    with pytest.raises(KeyError):
        found.headlines(rows.iloc[1:])


def test_growth_needed_stands_beside_growth_that_came_the_widest_gap_first():
    heads = pd.DataFrame({
        "indicator": ["a", "b", "c"],
        "asked_a_year": [None, None, 6.6],
        "required_growth": [7.0, 12.0, 2.0],
        "reason": [Reason("level", {"had": of(one, "%", "growth")}) for one in ("9.5", "8", "3")],
    })  # fmt: skip
    table = found.paces(heads)
    assert table["Needed"].to_dict() == {"b": 12, "a": 7}
    assert list(table.index) == ["b", "a"]
    assert table.iloc[:, 0].to_dict() == {"b": 8, "a": 9.5}
