"""Finding an indicator by the words that are printed for it."""

import pandas as pd
import pytest

from analysis import data
from analysis.drafting import known
from analysis.drafting.dictionary import Dictionary

COLUMNS = ["entity", "indicator", "measure", "period", "status"]


@pytest.fixture(scope="module")
def dictionary():
    return known(data.load(), pd.DataFrame(columns=COLUMNS, dtype=str))


@pytest.mark.parametrize(
    ("label", "before", "dimensions", "indicator"),
    [
        ("地区生产总值", (), {"money"}, "gdp"),
        ("夏粮面积", (), {"area of land"}, "summer_grain.area"),
        ("产量", ("夏粮面积",), {"mass"}, "summer_grain.output"),
        ("存栏", ("羊饲养量",), {"animals"}, "sheep.stock"),
        ("出口总额", (), {"money"}, "foreign_trade.exports"),  # of the core
        ("进口总额", ("出口总额",), {"money"}, "foreign_trade.imports"),  # not 进出口总额
    ],
)
def test_a_name_is_found_by_its_label_and_what_stood_before(
    dictionary, label, before, dimensions, indicator
):
    found = dictionary.find(label, before, dimensions)
    assert found is not None and found.indicator == indicator


def test_a_level_is_of_the_kind_of_its_unit(dictionary):
    found = dictionary.find("小学", (), {"persons"})
    assert found is None or found.indicator != "primary_schools"


def test_words_that_name_nothing_find_nothing(dictionary):
    assert dictionary.find("喜马拉雅", (), {"money"}) is None


def small(folder, *observed: tuple[str, ...]):
    tables, found = data.read_all(folder.path)
    assert found == []
    return known(tables, pd.DataFrame(observed, columns=COLUMNS))


def test_what_many_places_of_a_kind_print_is_likelier(folder):
    towns = [f"town_{at}" for at in range(5)]
    rows = "".join(f"{one},township,suzhou,{one}镇,Town {one[-1]}\n" for one in towns)
    folder.write("entities.csv", folder.read("entities.csv") + rows)
    folder.spoil("indicators.csv", "schools,education,所,学校,", "schools,education,所,新学校,")
    folder.write(
        "indicators.csv",
        folder.read("indicators.csv") + "mills,industry,所,旧学校,Mills,,,Mills.\n",
    )
    tables = data.read_all(folder.path)[0]
    seen = pd.DataFrame([(one, "mills", "level", "2020", "outturn") for one in towns[:4]])
    found = known(tables, seen.set_axis(COLUMNS, axis=1), kind="township")
    assert found.find("学校", (), {"count"}).indicator == "mills"
    assert known(tables, seen.set_axis(COLUMNS, axis=1)).used == {}


def test_earlier_figures_settle_the_date_and_else_the_definition_does(folder):
    folder.spoil(
        "indicators.csv", "Schools,,,Schools.", "Schools,,,Schools at the end of the year."
    )
    folder.spoil("indicators.csv", ",,,Grain.", ",,,Grain harvested in the year.")
    assert small(folder).stock["schools"] is True
    assert small(folder).stock["grain"] is False
    assert small(folder).stock["retail"] is None
    before = [
        ("suzhou", "schools", "level", "2020", "outturn"),
        ("suzhou", "retail", "level", "2020-12-31", "outturn"),
    ]
    seen = small(folder, *before)
    assert seen.stock["schools"] is False and seen.stock["retail"] is True


def test_another_term_finds_an_indicator_and_one_of_two_signs_does_not(folder):
    folder.write("terms.csv", folder.read("terms.csv") + "retail,消费品售额\nschools,学堂\n")
    seen = small(folder)
    assert seen.find("消费品售额", (), {"money"}).indicator == "retail"
    assert seen.find("学堂", (), {"count"}).score < 0.5  # half of 学校


def test_a_name_that_fits_much_better_is_found_though_another_is_printed_oftener():
    both = {"schools": "学校数", "school_teachers": "学校教师"}
    found = Dictionary(
        names={one: (name,) for one, name in both.items()},
        dimension=dict.fromkeys(both, "count"),
        parent=dict.fromkeys(both, ""),
        theme=dict.fromkeys(both, "education"),
        stock=dict.fromkeys(both),
        real=dict.fromkeys(both, False),
        used={"school_teachers": 1.0},
        weight=dict.fromkeys("".join(both.values()), 1.0),
        holding={
            sign: [(one, name) for one, name in both.items() if sign in name]
            for sign in "".join(both.values())
        },
    ).find("学校数", (), {"count"})
    assert found is not None and found.indicator == "schools"
