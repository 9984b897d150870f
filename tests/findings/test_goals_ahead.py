"""What goals ask for together, on invented round numbers."""

from itertools import count

import pandas as pd
import pytest

from analysis.data import edition
from analysis.findings import goals_ahead as found
from invented import assess, figure, goal, pace, printed

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
        rates=[aim("20", "%", "growth_pa", bound=">="), aim("10", "%", "growth_pa", bound=">=")],
    )


def test_a_plan_and_its_growth_tell_what_it_grows_from(weight):
    assert weight.investment.value == pytest.approx(50)
    assert weight.now.value == pytest.approx(50)


def test_investment_outgrows_an_output_that_reaches_its_goal(weight):
    # 50 x 1.2^5 = 124.416, of 200.
    assert weight.then.value == pytest.approx(124.416)
    assert weight.at_goal.value == pytest.approx(62.208)


def test_investment_outgrows_an_output_at_its_stated_rate_by_more(weight):
    # 100 x 1.1^5 = 161.051.
    assert weight.at_floor.value == pytest.approx(77.253, abs=5e-4)


def test_a_small_part_can_have_to_bring_much_of_a_rise():
    # 20 of 100 to 80 of 250: 60 of 150.
    rise = found.rise(of("20"), aim("80"), of("100"), aim("250"))
    assert rise.share.value == pytest.approx(20)
    assert rise.times.value == pytest.approx(4)
    assert rise.of_rise.value == pytest.approx(40)


def test_sector_goals_are_added_as_stated():
    assert found.together([aim("100"), aim("45"), aim("5")]).value == pytest.approx(150)


@pytest.mark.parametrize(
    ("target", "rate", "year"),
    [("90", "10", 2021), ("110", "10", 2022), ("134", "10", 2025), ("900", "0", None)],
)
def test_a_goal_is_reached_at_the_end_of_the_first_year_that_passes_it(target, rate, year):
    # 100, 110, 121, 133.1, 146.41.
    stated = aim(rate, "%", "growth_pa")
    assert found.year_reached(of("100"), aim(target), stated, 2021) == year


@pytest.fixture
def works() -> pd.DataFrame:
    homes, trees = goal("500", "户", period="2022/2026"), goal("90", "户", period="2022/2026")
    homes |= {"indicator": "homes.new"}
    trees |= {"indicator": "trees.new"}
    more = homes | {"printed": "800", "value": 800.0, "low": 800.0, "high": 800.0, "document": "b"}
    return assess(
        homes, more, trees, goal("55"),
        figure("40", "户", indicator="homes.new"), figure("20", "户", indicator="trees.new"),
        figure("50.0"), pace("9.0"),
    )  # fmt: skip


def test_a_sum_asked_for_is_set_against_the_years_before():
    assert found.of_before(aim("90"), of("75")).value == pytest.approx(120)


def test_a_floor_is_taken_as_the_number_it_states():
    assert found.of_before(aim("30", bound=">="), of("75")).value == pytest.approx(40)


def test_a_goal_is_set_by_those_that_state_its_number(works):
    # "b" sets 800 homes where the report sets 500; "c" sets 500 as well, and not the trees.
    targets = pd.concat([works, works.iloc[[0]].assign(document="c")])
    by = [("report", "c"), ("b",), ("report",), ("report",)]
    assert list(found.set_by(works, targets)) == by


def test_a_goal_can_fit_itself_and_not_the_outturn():
    # 100 is four times 25; four times 30 are 120.
    case = found.multiple(aim("100"), aim("2", "番", "growth"), of("30"))
    assert (case.meant.value, case.multiple, case.leads_to.value) == (25, 4, 120)


def test_growth_of_a_whole_tells_how_large_its_parts_were():
    # 12 lies a quarter of the way from 10 to 18.
    rates = (of(one, "%", "growth") for one in ("12", "18", "10"))
    assert found.mixed(*rates).value == pytest.approx(25)


def test_parts_that_grow_alike_tell_nothing():
    with pytest.raises(ValueError, match="grow alike"):
        found.mixed(*(of(one, "%", "growth") for one in ("12", "12", "12")))


def test_a_verdict_that_another_yardstick_turns_is_found_once():
    # 60 from 50.0 needs 3.7 percent: less than 9.0, more than the 2 a year that a report claims.
    claimed = figure("2", "%", "growth_pa", period="2017/2021", document="report")
    rows = assess(
        figure("50.0"), pace("9.0"), claimed, goal("60"), goal("60", document="other"), goal("80")
    )
    kept = found.yardsticks(rows)
    assert list(kept["target"]) == [60]
    assert kept["asks"].iloc[0] == pytest.approx(3.71, abs=0.005)
    assert kept["claimed_pace"].iloc[0] == 2


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
