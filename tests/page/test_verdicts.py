"""Verdicts in words: every key has them, and a sentence has its amounts."""

import ast
import inspect
from types import SimpleNamespace

import pytest

from analysis import data, goals
from analysis.goals import assessing, judging, kinds, tracking
from analysis.page import verdicts
from analysis.printed import Interval
from invented import assess, figure, goal, only, pace, printed, start


def told(row) -> str:
    return verdicts.sentence(row.reason, row.start_kind)


def test_every_verdict_and_kind_has_its_words():
    assert set(verdicts.WORDS) == set(judging.VERDICTS)
    assert set(verdicts.KINDS) == set(kinds.KINDS)


def test_every_verdict_of_the_tracker_has_its_words():
    assert set(verdicts.TRACKED) == {
        getattr(tracking, name)
        for name in ("START", "MET", "MISSED", "MET_EARLY", "ON_TRACK", "BEHIND", "NOT_PRINTED")
    }


def test_every_reason_that_the_code_can_give_has_a_sentence():
    texts = {
        node.value
        for module in (judging, assessing)
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    used = {key for key in verdicts.TEMPLATES if key in texts or "_of_year" in key}
    assert set(verdicts.TEMPLATES) - used == {"titled_beside", "no_start_but_near"}


def test_every_target_of_the_data_has_a_sentence_that_begins_and_ends():
    for row in goals.assess().itertuples():
        said = told(row)
        assert said.strip() == said and said.endswith(".") and ".." not in said
        assert said[0].isupper() or said[0].isdigit()
        assert "nan" not in said.split() and "{" not in said and "None" not in said


def test_a_verdict_names_the_year_that_it_is_measured_from():
    assert verdicts.verdict("more") == "asks more than 2021 brought"
    assert verdicts.verdict("less", 2022) == "asks less than 2022 brought"


@pytest.mark.parametrize(
    ("of_start", "of_pace", "near"),
    [("part", "wider", "part"), ("same", "wider", "wider"), ("", "proxy", "proxy")],
)
def test_what_is_near_is_the_start_or_else_the_pace(of_start, of_pace, near):
    assert verdicts.nearness(SimpleNamespace(start_kind=of_start, pace_kind=of_pace)) == near


def test_a_verdict_that_there_is_not_is_refused():
    with pytest.raises(KeyError):
        verdicts.verdict("not assessable")


def test_a_level_that_only_rising_prices_reach_says_so_wherever_it_is_shown():
    rising = only(figure("50.00"), pace("7.00", "growth_real"), goal("80"))
    falling = only(figure("50.00"), pace("7.00", "growth_real"), goal("52"))
    assert verdicts.of(rising) == "depends on prices"
    assert verdicts.of(falling) == "asks less than 2021 brought"
    assert verdicts.of(only(goal("52"))) == "can't be judged"


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        (printed(figure("17.49", "%")), "17.5%"),
        (printed(figure("7.14", "%")), "7.14%"),
        (printed(figure("1371.25", "吨")), "1,371 tonnes"),
        (printed(figure("10472", "户")), "10,472"),
        # Rounding bears one digit, and 40 mu are not 2.80 hectares.
        (data.amount(42, "亩", Interval(41.25, 42.75)) * 1, "42 mu (2.80 hectares)"),
    ],
)
def test_a_list_drops_digits_of_no_use_and_keeps_two(amount, told):
    assert verdicts.brief(amount) == told


def test_a_growth_goal_keeps_its_floor_and_the_pace_its_digits():
    row = only(pace("9.0", "growth_real"), goal("8", "%", "growth_pa", bound=">="))
    assert told(row) == "It asks for at least 8% a year; 2021 brought 9.0% at comparable prices."


def test_a_level_says_what_it_needs():
    row = only(figure("50.0"), pace("7.1"), goal("80"))
    assert told(row) == "It needs 9.9% a year; 2021 brought 7.1%."


def test_prices_that_would_have_to_rise_are_told_and_so_are_those_that_may_fall():
    rising = told(only(figure("50.00"), pace("7.00", "growth_real"), goal("80")))
    assert "prices must rise 2.7% a year" in rising
    falling = told(only(figure("50.00"), pace("7.00", "growth_real"), goal("52")))
    assert "it is met even if prices fall 5.8% a year" in falling


def test_a_sum_says_what_it_asks_of_a_year_and_one_year_does_not():
    assert told(only(figure("16", "户"), goal("100", "户", period="2022/2026"))) == (
        "It asks for 20 a year; 2021 brought 16."
    )
    work = {"indicator": "homes.new"}
    assert told(only(figure("16", "户", **work), goal("20", "户", period="2022", **work))) == (
        "It asks for 20; 2021 brought 16."
    )


def test_a_goal_for_the_next_year_asks_nothing_a_year():
    level = only(figure("50.0"), pace("7.1"), goal("52", period="2022"))
    assert told(level) == "It needs 4%; 2021 brought 7.1%."
    growth = only(pace("9.0"), goal("8", "%", "growth", period="2022", bound=">="))
    assert told(growth) == "It asks for at least 8%; 2021 brought 9.0%."
    priced = told(only(figure("50.00"), pace("7.00", "growth_real"), goal("52", period="2022")))
    assert priced.startswith("It needs 4.0%, price rises") and "a year" not in priced


def test_what_several_years_brought_keeps_its_year_beside_a_goal_for_the_next():
    work = {"indicator": "homes.new"}
    before = figure("80", "户", period="2017/2021", **work)
    row = only(before, goal("20", "户", period="2022", **work))
    assert told(row) == "It asks for 20; the years to 2021 brought 16 a year."


def test_a_limit_is_told_once():
    row = only(figure("6.0", "%"), goal("5", "%", bound="<="))
    assert told(row) == "2021 had 6.0%, above the limit of 5%."


def test_a_start_that_is_only_a_part_is_said_to_be_one():
    target, other = goal("55"), figure("40", indicator="other")
    row = only(target, other, starts=[start(target, other, "part")])
    assert told(row).endswith("The figure covers only part of it.")


def test_what_stands_beside_is_named():
    target, other = goal("40"), figure("28", "户", indicator="other", name_en="Model sites")
    row = only(figure("50.0"), target, other, starts=[start(target, other, role="also")])
    assert told(row).endswith("Also printed: Model sites, 28.")


def test_a_floor_that_leads_past_the_level_says_so():
    first = assess(figure("50.0"), goal("60"), goal("8", "%", "growth_pa", bound=">=")).iloc[0]
    assert verdicts.sentence(first["reason"]).endswith(
        "The stated growth (at least 8%) passes the stated level: at least 7.35 billion yuan."
    )


def test_an_address_is_made_of_what_a_target_says_and_not_of_its_line():
    early, late = (only(goal("8", period="2022/2026", line=line)) for line in (9, 12))
    assert verdicts.address(early) == verdicts.address(late) == "report-output-2022-2026-level"


def test_targets_are_told_in_plain_columns_with_their_sentence():
    told = verdicts.told(assess(figure("50.0"), pace("9.0"), goal("40")))
    assert list(told["reason"]) == ["reached"]
    assert told["sentence"].iloc[0] == "2021 reached it: 5.00 billion yuan."
    assert not {"goal", "start", "also"} & set(told)
