"""What places print of themselves: read from their entries, and reckoned on invented figures."""

import pytest

from analysis import data
from analysis.amount import Amount
from analysis.findings import entries
from analysis.printed import Interval


def people(number: float, half: float = 0) -> Amount:
    return data.amount(number, "人", Interval(number - half, number + half))


def test_an_entry_bears_the_name_of_its_place():
    assert entries.documents(["xifeng_township", "jinhe", "xibeijie"]) == {
        "xifeng_township": "xifeng_township",
        "jinhe": "jinhe_community",
        "xibeijie": "xibeijie_subdistrict",
    }


def test_a_place_without_an_entry_is_refused():
    with pytest.raises(ValueError, match="the entry of gansu"):
        entries.documents(["jinhe", "gansu"])


def test_a_place_that_prints_two_values_has_none_of_its_own():
    # Line 4797: 235 and 154 newly employed; Dongguanyuan, line 4831: 191.
    found = entries.printed(["hantangjienan", "dongguanyuan"], ["urban_employment.new"])
    one = found["urban_employment.new"]
    assert {place: figure.value for place, figure in one.own.items()} == {"dongguanyuan": 191}
    assert [figure.value for figure in one.twice["hantangjienan"]] == [235, 154]


def test_an_outturn_goes_before_a_forecast_and_a_forecast_before_nothing():
    # Xidong, line 4487: 2.17 ten thousands expected; Guoyuan, line 4070: 21,617.
    own = entries.printed(["xidong_township", "guoyuan_township"], ["rural_income"])
    told = {place: (one.value, one.status) for place, one in own["rural_income"].own.items()}
    assert told == {"xidong_township": (21700, "forecast"), "guoyuan_township": (21617, "outturn")}


def test_places_come_in_the_order_asked_and_only_those_that_print():
    own = entries.printed(
        ["xidong_township", "xifeng_township", "quanhu_township"], ["rural_income"]
    )
    assert list(own["rural_income"].own) == ["xidong_township", "quanhu_township"]


def test_a_total_keeps_what_rounding_leaves_open():
    found = entries.total([people(300), people(50, 5), people(7)])
    assert (found.value, found.low, found.high) == (357, 352, 362)


def test_a_total_of_nothing_is_refused():
    with pytest.raises(ValueError, match="not enough values"):
        entries.total([])


def test_a_count_of_tests_is_as_large_as_a_count_of_persons():
    # 3.1 ten thousands of tests are 31,000 persons.
    found = entries.counted_as(data.amount(3.1, "万人次"), "人")
    assert (found.value, found.unit) == (pytest.approx(31000), "人")


def test_a_round_is_the_tests_over_the_rounds():
    found = entries.a_round(data.amount(1200, "人次"), data.amount(4, "轮"))
    assert (found.value, found.unit) == (300, "人")


def test_shares_are_of_those_that_have_both_largest_first():
    parts = {"a": people(10), "b": people(30), "c": people(5)}
    found = entries.shares(parts, {"a": people(40), "b": people(50), "d": people(9)})
    assert {one: share.value for one, share in found.items()} == {"b": 60, "a": 25}
    assert list(found) == ["b", "a"]


def test_the_ends_are_the_least_and_the_most():
    assert entries.ends({"a": people(5), "b": people(2), "c": people(9)}) == ("b", "c")


@pytest.mark.parametrize("tied", [{"a": 2, "b": 2, "c": 9}, {"a": 1, "b": 9, "c": 9}, {"a": 1}])
def test_there_are_no_ends_where_two_share_one(tied):
    assert entries.ends({place: people(number) for place, number in tied.items()}) is None


def test_the_largest_part_of_each_whole_is_named_with_its_share():
    parts = {
        "corn": {"alpha": people(30), "beta": people(10), "gamma": people(5)},
        "oats": {"alpha": people(20), "beta": people(16)},
    }
    found = entries.largest_shares(parts, {"alpha": people(60), "beta": people(20)})
    told = {place: (name, share.value) for place, (name, share) in found.items()}
    assert told == {"alpha": ("corn", 50), "beta": ("oats", 80)}
