import os
import subprocess
import sys

import pandas as pd
import pytest

from analysis import data
from analysis.data import AmbiguousFigure, UnknownFigure, lookup
from analysis.data.faults import DataError
from analysis.data.loading import CorrectionError
from analysis.printed import Interval

BETA = "observations/beta.csv"


def test_the_district_product_is_as_printed():
    assert data.value("gdp", document="communique") == 232.33
    assert data.value("gdp", measure="growth_real", document="communique") == 9.2


def test_the_interval_of_the_district_product_is_half_a_hundredth_either_way():
    fact = data.figure("gdp", document="communique")
    assert (fact.interval, fact.unit) == (Interval(232.325, 232.335), "亿元")


def test_a_fact_says_where_it_is_printed(small):
    fact = data.figure("gdp.industry", measure="growth_real")
    assert (fact.document, fact.line, fact.printed, fact.bound) == ("alpha", 2, "2.5%", "=")
    assert (fact.name_en, fact.name_zh) == ("Value added of industry", "工业增加值")


def test_a_fact_is_its_value_where_a_number_is_wanted(small):
    assert float(data.figure("grain")) == 12.3


def test_a_fall_has_a_negative_value_and_an_interval_around_it(small):
    fact = data.figure("gdp.industry", measure="growth_real")
    assert (fact.value, fact.interval) == (-2.5, Interval(-2.55, -2.45))


def test_a_fact_printed_twice_and_agreeing_comes_from_the_more_precise_place(small):
    # 100.0 is [99.95, 100.05] and 100.04 is [100.035, 100.045]: inside it.
    fact = data.figure("gdp")
    assert (fact.value, fact.document) == (100.04, "beta")


def test_the_more_precise_place_is_chosen_in_either_order(small):
    small.spoil(
        "observations/alpha.csv",
        "100.0,,亿元,outturn,=,2,100.0亿元",
        "100.042,,亿元,outturn,=,2,100.042亿元",
    )
    assert data.value("gdp") == 100.042


def test_disagreeing_documents_are_ambiguous_and_listed(small):
    # 100.06 is [100.055, 100.065], above the end of 100.0, which is 100.05.
    small.write(BETA, small.read(BETA).replace("100.04", "100.06"))
    with pytest.raises(AmbiguousFigure) as caught:
        data.value("gdp")
    message = str(caught.value)
    assert "gdp, 2021, level, suzhou, outturn: 100 亿元 (alpha, line 2)" in message
    assert "gdp, 2021, level, suzhou, outturn: 100.06 亿元 (beta, line 6)" in message


def test_naming_a_document_settles_a_disagreement(small):
    small.write(BETA, small.read(BETA).replace("100.04", "100.06"))
    assert data.value("gdp", document="alpha") == 100
    assert data.value("gdp", document="beta") == 100.06


def test_three_places_agree_only_if_each_two_do(small):
    # 100.0 is [99.95, 100.05]: it touches 99.9 and 100.1, which do not touch each other.
    more = [
        f"suzhou,gdp,2021,level,{value},,亿元,outturn,=,2,{value}亿元," for value in (99.9, 100.1)
    ]
    first = "suzhou,gdp,2021,growth_real"
    small.spoil("observations/alpha.csv", first, "\n".join([*more, first]))
    with pytest.raises(AmbiguousFigure):
        data.value("gdp", document="alpha")


def test_a_bound_and_a_plain_figure_do_not_agree(small):
    small.spoil(BETA, "outturn,=,6,100.04", "outturn,>=,6,100.04")
    with pytest.raises(AmbiguousFigure):
        data.value("gdp")


def test_figures_in_other_units_of_one_dimension_are_compared(small):
    # 1000400万元 is 100.04亿元, to the nearest 万元.
    small.write(
        BETA,
        small.read(BETA)
        .replace("100.04,,亿元", "1000400,,万元")
        .replace("100.04亿元", "1000400万元"),
    )
    fact = data.figure("gdp")
    assert (fact.value, fact.unit, fact.document) == (100.04, "亿元", "beta")
    assert fact.interval == Interval(100.03995, 100.04005)


def test_a_level_comes_in_the_unit_of_the_dictionary(small):
    # 5000万元 is half a 亿元; half a 万元 is 0.00005亿元.
    fact = data.figure("retail")
    assert (fact.value, fact.unit, fact.printed) == (0.5, "亿元", "5000万元")
    assert fact.interval == Interval(0.49995, 0.50005)


def test_a_multiple_of_growth_comes_in_percent(small):
    # Growth by 2.3 times is 230 percent, printed to a tenth of 100 percent.
    fact = data.figure("retail", measure="growth")
    assert (fact.value, fact.unit, fact.interval) == (230, "%", Interval(225, 235))


def test_the_communique_prints_growth_in_multiples():
    # Line 5687 prints 2.3倍 and 1.04倍.
    sales = "above_scale_sales"
    assert data.value(f"{sales}.sports_recreation", measure="growth", document="communique") == 230
    assert data.value(f"{sales}.jewellery", measure="growth", document="communique") == 104


def test_a_count_of_whole_things_has_no_rounding(small):
    assert data.figure("schools").interval == Interval(7, 7)


def test_a_word_is_a_figure(small):
    fact = data.figure("gdp.services", measure="share")
    assert (fact.value, fact.bound, fact.interval) == (50, "~", Interval(50, 50))


def test_a_misprint_is_corrected_unless_the_text_is_wanted(small):
    fixed = data.observations().set_index("indicator").loc["bookshops"]
    as_printed = data.observations(corrected=False).set_index("indicator").loc["bookshops"]
    assert (fixed["unit"], fixed["corrected"]) == ("万元", True)
    assert as_printed["unit"] == "元"
    assert data.value("bookshops") == 22


def test_the_documented_columns_are_there(small):
    columns = data.observations().columns
    assert list(columns[:4]) == ["document", "entity", "indicator", "period"]
    joined = (
        "theme name_en name_zh entity_en entity_zh document_en document_zh page dimension "
        "base_value base_unit low high corrected"
    )
    assert set(joined.split()) <= set(columns)


def test_base_values_are_in_the_base_unit(small):
    # 5000万元 is 50,000,000 yuan; 2.3倍 is 230 percent.
    retail = data.observations().set_index(["indicator", "measure"]).loc["retail"]
    assert retail["base_value"].tolist() == [5e7, pytest.approx(230)]
    assert retail["base_unit"].tolist() == ["元", "%"]


def test_a_caller_cannot_spoil_the_table_for_the_next(small):
    mine = data.observations()
    mine.loc[:, "value"] = 0
    assert data.value("schools") == 7


def test_an_unknown_indicator_lists_what_is_close_to_it(small):
    with pytest.raises(UnknownFigure, match=r"no such indicator in use; close to it: .*retail"):
        data.value("retial")


def test_all_that_is_close_to_an_unknown_indicator_is_listed_the_closest_first(small):
    with pytest.raises(UnknownFigure) as caught:
        data.value("gdp.industries")
    assert str(caught.value).endswith("close to it: gdp.industry, gdp.services, gdp.farming")


def test_where_nothing_is_close_to_an_unknown_indicator_that_is_said(small):
    with pytest.raises(UnknownFigure, match=r"close to it: none$"):
        data.value("zzzz")


def test_an_unknown_indicator_lists_those_that_contain_its_name(small):
    with pytest.raises(UnknownFigure, match=r"gdp\.farming"):
        data.value("farming")


def test_no_list_of_candidates_is_longer_than_a_reader_can_use():
    assert lookup._unknown(data.figures()[:30], {"indicator": "x"}).count("\n") == 20
    with pytest.raises(UnknownFigure) as caught:
        data.value("populatio")  # eight that are like it, and eight more that contain it
    assert len(str(caught.value).partition("close to it: ")[2].split(", ")) == 16


def test_a_known_indicator_without_the_figure_lists_what_it_has(small):
    with pytest.raises(UnknownFigure) as caught:
        data.value("grain", "2020")
    assert "grain, 2021, level, suzhou, outturn: 12.3 万吨 (alpha, line 5)" in str(caught.value)
    assert "grain, 2021, growth" in str(caught.value)


@pytest.mark.parametrize(
    "choice",
    [{"measure": "share"}, {"entity": "town"}, {"document": "beta"}, {"status": "target"}],
    ids=str,
)
def test_each_choice_is_kept_to(small, choice):
    with pytest.raises(UnknownFigure, match=next(iter(choice.values()))):
        data.value("grain", **choice)


def test_a_forecast_is_not_an_outturn(small):
    small.spoil(BETA, "亿元,outturn,=,6,100.04", "亿元,forecast,=,6,100.04")
    assert data.value("gdp") == 100
    assert data.value("gdp", status="forecast") == 100.04


def test_errors_of_choosing_are_value_errors():
    assert issubclass(UnknownFigure, ValueError)
    assert issubclass(AmbiguousFigure, ValueError)
    assert issubclass(CorrectionError, ValueError)
    assert issubclass(DataError, ValueError)


def test_a_stale_correction_stops_every_request(small):
    small.spoil("corrections.csv", "unit,元,万元", "unit,亿元,万元")
    with pytest.raises(CorrectionError, match=r"corrections\.csv, row 2, column 'was'"):
        data.value("gdp")


def test_the_interval_of_a_printed_range_reaches_to_its_upper_end(small):
    small.spoil(
        "observations/alpha.csv",
        "12.30,,万吨,outturn,=,5,12.30",
        "12.30,12.50,万吨,outturn,=,5,12.30—12.50",
    )
    tons = (found := data.figure("grain")).in_unit("吨", 1)
    assert 12.5 in found.interval
    # The same amount in another unit: 12.30 to 12.50, each half a hundredth either way.
    assert (tons.value, tons.spread, tons.unit, tons.factor) == (123000, 2000, "吨", 1)
    assert (tons.low, tons.high) == (122950, 125050)
    assert tons.at == found.at == 123000
    assert tons.around.high == pytest.approx(found.around.high)


def test_small_tables_are_indexed_by_their_key(small):
    assert data.documents().at["beta", "page"] == 312
    assert data.entities().at["suzhou", "kind"] == "district"
    assert data.indicators().at["grain", "unit"] == "万吨"
    assert data.units().at["亿元", "factor"] == 1e8
    assert data.volumes().at["2022", "year"] == 2021


def test_a_figure_finds_its_other_measures_in_its_document_or_else_wherever_one_is(small):
    assert data.figure("gdp", document="alpha").growth_real.value == 5
    there = data.figure("gdp", document="beta")
    assert (there.growth_real.value, there.growth_real.document) == (5, "alpha")
    with pytest.raises(AttributeError, match=r"^a figure has no 'colour'; .*: level, growth"):
        _ = there.colour


def test_a_figure_is_itself_in_its_own_unit_and_no_number(small):
    one = data.figure("retail")
    assert one == data.figure("retail") and hash(one) == hash(data.figure("retail"))
    assert one != one.in_unit("万元", 1e4) and one != data.figure("schools")
    assert one != one.value


def test_figures_are_those_of_the_rows_and_attributes_asked_for(small):
    asked = pd.DataFrame(
        [("alpha", 2, "gdp"), ("beta", 6, "retail")], columns=["document", "line", "indicator"]
    )
    assert [(one.indicator, one.measure) for one in data.figures(asked)] == [
        ("gdp", "level"), ("gdp", "growth_real"), ("retail", "level"), ("retail", "growth"),
    ]  # fmt: skip
    found = data.figures(asked, measure="level", document="beta")
    assert [one.indicator for one in found] == ["retail"]


def test_rows_without_a_figure_are_named_five_at_most(small):
    gone = [("alpha", line, "gdp") for line in range(11, 17)]
    asked = pd.DataFrame(gone, columns=["document", "line", "indicator"])
    with pytest.raises(data.UnknownFigure) as caught:
        data.figures(asked)
    assert str(caught.value) == f"no observation for {', '.join(map(str, gone[:5]))}"


def test_a_level_in_a_unit_of_another_kind_keeps_it(small):
    small.write("units.csv", small.read("units.csv") + "粒,粒,grains,mass,1,粒,false\n")
    small.spoil("observations/alpha.csv", "level,12.30,,万吨", "level,12.30,,粒")
    assert [one.unit for one in data.figures(indicator="grain", measure="level")] == ["粒"]


def test_an_amount_is_in_a_unit_of_the_table_with_what_is_left_open(small):
    given = data.amount(3, "万元", Interval(2.5, 4.0))
    assert (given.value, given.low, given.high) == (3, 2.5, 4.0)
    turned = data.convert(given, "亿元")
    assert (turned.value, turned.unit) == (pytest.approx(0.0003), "亿元")
    with pytest.raises(ValueError, match=r"'万圆' is not in units\.csv"):
        data.amount(3, "万圆")


def test_another_data_folder_can_be_named(folder):
    code = "from analysis import data; print(data.value('schools'))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"YEARBOOK_DATA": str(folder.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "7.0"


def test_what_is_of_another_kind_is_not_converted_and_both_kinds_are_named():
    with pytest.raises(ValueError, match=r"^亿元 cannot be given in 人$"):
        data.convert(data.figure("gdp"), "人")
    with pytest.raises(ValueError, match=r"^a ratio cannot be given in 人$"):
        data.convert(data.figure("gdp") / data.figure("gdp"), "人")


def test_each_measure_of_the_data_is_a_name_by_which_a_figure_leads_to_it():
    assert set(data.observations()["measure"]) == set(data.MEASURES)
