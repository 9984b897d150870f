"""Places side by side: figures read from the entries of townships, ranked and summed up by hand."""

from dataclasses import replace

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from analysis import data
from analysis.page import places
from analysis.page.places import Comparable

PLACES = ["xifeng_township", "guoyuan_township", "huajian_township", "xidong_township"]


def rows(*indicators: str) -> pd.DataFrame:
    return places.collect(PLACES, indicators)


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
    honest = places.printed

    def spoiled(*asked):
        found = honest(*asked)
        own = found["population"].own
        own["guoyuan_township"] = replace(own["guoyuan_township"], unit="亩")
        return found

    monkeypatch.setattr(places, "printed", spoiled)
    with pytest.raises(ValueError, match="not compared: population"):
        rows("population")


def test_summary_by_hand():
    # Villages: Xifeng 9, Guoyuan 6, Huajian 5, Xidong 5. Mean 6.25, squared distances 7.5625,
    # 0.0625, 1.5625, 1.5625: variance 2.6875, deviation 1.6394, over the mean 0.2623.
    one = places.spread(rows("administrative_villages")).loc["administrative_villages"]
    assert (one["reporting"], one["lowest"], one["highest"], one["noted"]) == (4, 5, 9, 0)
    assert one["ratio"] == pytest.approx(9 / 5)
    assert one["variation"] == pytest.approx(0.26230, abs=5e-6)
    # The six pairs differ by 3, 4, 4, 1, 1, 0: 13, both ways 26, over 16, over 12.5.
    assert one["gini"] == pytest.approx(0.13)
    assert (one["lowest_text"], one["highest_text"]) == ("5", "9")


def test_the_largest_is_first_and_equals_share_a_rank():
    own = rows("administrative_villages")
    assert dict(zip(own["entity"], places.ranks(own), strict=True)) == {
        "xifeng_township": 1,
        "guoyuan_township": 2,
        "huajian_township": 3,
        "xidong_township": 3,
    }


def test_a_community_is_read_from_its_own_entry():
    # Lines 5471 and 5497: 10,015 and 17,420 people.
    own = places.collect(["jinhe", "yangguanlu"], ["population"])
    assert own[["document", "value", "line"]].to_numpy().tolist() == [
        ["jinhe_community", 10015, 5471],
        ["yangguanlu_community", 17420, 5497],
    ]


VILLAGES = Comparable("administrative_villages", "Villages", "Villages", "yes", "", 1, 0, True)
THOUSANDS = "Farmland, thousand mu"
FARMLAND = Comparable(
    "farmland.area", "Farmland", THOUSANDS, "roughly", "contracted", 0.001, 1, False
)
COMPARED = [VILLAGES, FARMLAND]


def test_coverage_is_in_the_units_of_the_headers():
    # Lines 4009, 4064, 4293, 4485: 11,884, 34,647.75, 24,357 and 35,215.54 mu.
    found = places.comparability(rows("administrative_villages", "farmland.area"), COMPARED)
    assert list(found.index) == ["Villages", "Farmland, thousand mu"]
    assert found.iloc[0][["Places", "Lowest", "Highest"]].tolist() == [4, 5, 9]
    assert found.iloc[1][["Lowest", "Highest"]].tolist() == pytest.approx([11.884, 35.21554])


def test_what_may_only_roughly_be_ranked_has_its_reason():
    found = places.comparability(rows("administrative_villages", "farmland.area"), COMPARED)
    assert found["May be ranked?"].tolist() == ["yes", "roughly: contracted"]


@pytest.mark.parametrize(
    ("value", "text"),
    [(30580, "30,580"), (424.42, "424"), (48.02, "48"), (40.24, "40.2"), (0.0273, "0.03")],
)
def test_a_column_of_many_units_writes_each_number_in_short(value, text):
    assert places.WRITTEN["Highest"](value) == text


def test_places_stand_side_by_side_in_the_order_asked():
    table, forms = places.side_by_side(rows("farmland.area"), PLACES[::-1], COMPARED[1:])
    assert list(table.index) == PLACES[::-1]
    assert table.iat[3, 0] == pytest.approx(11.884)
    assert forms["Farmland, thousand mu"](table.iat[3, 0]) == "11.9"


@pytest.mark.parametrize("group", ["township", "community"])
def test_what_is_compared_is_printed_by_several_under_a_name_of_its_own(group):
    compared = places.compared(group)
    assert len({one.indicator for one in compared}) == len({one.header for one in compared})
    kinds = data.entities()["kind"]
    found = places.collect(list(kinds.index[kinds == group]), [one.indicator for one in compared])
    assert places.spread(found)["reporting"].min() >= 5


@pytest.mark.parametrize(
    ("indicator", "value", "header", "text"),
    [
        # Xifeng, line 4009: 11,884 mu are 792.27 hectares; 1.25 hundred millions are 125 millions.
        ("farmland.area", 11884, "Farmland, hectares", "792"),
        ("investment_promotion.funds", 1.25, "Attracted investment, million yuan", "125"),
        ("vegetables.area", 0.3, "Vegetables, hectares", "200"),
        ("livestock.raised", 2.3, "Livestock raised, thousand head", "23"),
        ("welfare_payments", 345.6, "Welfare paid, million yuan", "3.46"),
        ("administrative_villages", 9, "Villages", "9"),
    ],
)
def test_what_is_compared_is_shown_in_its_unit(indicator, value, header, text):
    (one,) = (one for one in places.compared("township") if one.indicator == indicator)
    assert (one.header, one.written(value)) == (header, text)


def test_a_kind_of_place_that_is_not_compared_is_refused():
    with pytest.raises(ValueError, match="no 'province'"):
        places.compared("province")


def test_a_place_with_none_leaves_no_ratio_and_none_anywhere_no_spread():
    def printed(*values):
        return pd.DataFrame(
            {"entity": list("abc"), "indicator": "shops", "value": values, "text": "", "note": ""}
        )

    one = places.spread(printed(0.0, 2.0, 4.0)).loc["shops"]
    assert pd.isna(one["ratio"]) and one["variation"] == pytest.approx((8 / 3) ** 0.5 / 2)
    none = places.spread(printed(0.0, 0.0, 0.0)).loc["shops"]
    assert none[["ratio", "variation", "gini"]].isna().all()


def test_all_stand_together_under_both_names_with_what_they_are_part_of():
    compared = [one for one in places.compared("community") if one.indicator == "population"]
    asked = ["jinhe", "dongguanyuan"]
    shown = places.all_together(
        places.collect(asked, ["population"]), asked, compared, "Entries"
    ).data
    soup = BeautifulSoup(shown, "html.parser")
    assert [cell.get_text() for cell in soup.select("tbody tr:first-child > *")] == [
        "Jinhe 金河社区", "Xibeijie", "10,015"
    ]  # fmt: skip
    assert soup.details and not soup.details.has_attr("open")
