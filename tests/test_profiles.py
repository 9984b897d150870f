"""Places side by side: figures read from the entries of townships, ranked and summed up by hand."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import data, profiles

PLACES = ["xifeng_township", "guoyuan_township", "huajian_township", "xidong_township"]


def rows(*indicators: str) -> pd.DataFrame:
    return profiles.collect(PLACES, indicators)


def test_a_figure_keeps_its_line_and_its_words():
    # Line 4009: 11,884 mu, 792.27 hectares.
    (one,) = rows("farmland.area").query("entity == 'xifeng_township'").itertuples()
    assert (one.value, one.line, one.text) == (11884, 4009, "11,884 mu (792.3 hectares)")


def test_a_place_that_prints_none_has_no_row():
    assert "xifeng_township" not in set(rows("rural_income")["entity"])


def test_a_place_that_prints_two_values_has_no_row():
    # Huajian, line 4293: 10,405 hectares and 107.3 square kilometres.
    assert list(rows("land_area")["entity"]) == ["xifeng_township", "guoyuan_township"]


def test_a_figure_printed_twice_counts_once():
    # Guoyuan, lines 4066 and 4070: 3.0515.
    assert rows("fixed_investment")["entity"].value_counts()["guoyuan_township"] == 1


def test_a_forecast_stands_in_where_there_is_no_outturn():
    own = rows("rural_income").set_index("entity")
    assert own.at["xidong_township", "status"] == "forecast"
    assert own.at["xidong_township", "value"] == 21700
    assert own.at["guoyuan_township", "status"] == "outturn"


def test_units_that_do_not_convert_are_refused(monkeypatch):
    honest = data.fact

    def spoiled(*asked, entity, **choice):
        found = honest(*asked, entity=entity, **choice)
        return replace(found, unit="亩") if entity == "guoyuan_township" else found

    monkeypatch.setattr(data, "fact", spoiled)
    with pytest.raises(ValueError, match="not compared: population"):
        rows("population")


def test_summary_by_hand():
    # Villages: Xifeng 9, Guoyuan 6, Huajian 5, Xidong 5. Mean 6.25, squared distances 7.5625,
    # 0.0625, 1.5625, 1.5625: variance 2.6875, deviation 1.6394, over the mean 0.2623.
    one = profiles.summary(rows("administrative_villages")).loc["administrative_villages"]
    assert (one["reporting"], one["lowest"], one["highest"], one["noted"]) == (4, 5, 9, 0)
    assert one["ratio"] == pytest.approx(9 / 5)
    assert one["variation"] == pytest.approx(0.26230, abs=5e-6)
    # The six pairs differ by 3, 4, 4, 1, 1, 0: 13, both ways 26, over 16, over 12.5.
    assert one["gini"] == pytest.approx(0.13)
    assert (one["lowest_text"], one["highest_text"]) == ("5", "9")


def test_the_largest_is_first_and_equals_share_a_rank():
    own = rows("administrative_villages")
    assert dict(zip(own["entity"], profiles.ranks(own), strict=True)) == {
        "xifeng_township": 1,
        "guoyuan_township": 2,
        "huajian_township": 3,
        "xidong_township": 3,
    }


def test_a_profile_ranks_only_what_may_be_ranked():
    both = rows("administrative_villages", "population", "rural_income")
    own = profiles.profile(both, "xifeng_township", ["administrative_villages"])
    assert own.to_numpy().tolist() == [
        ["9", "1 of 4", "4009"],
        ["11,695 people", "–", "4009"],
        ["–", "–", "–"],
    ]
    assert own.index[0] == "Administrative villages"


def test_a_profile_says_what_was_only_expected():
    own = profiles.profile(rows("rural_income"), "xidong_township", ["rural_income"])
    assert own.iloc[0]["2021"] == "21,700 yuan (expected)"


def test_a_profile_of_nowhere_is_refused():
    with pytest.raises(ValueError, match="'suzhou' has no figure"):
        profiles.profile(rows("population"), "suzhou", [])
