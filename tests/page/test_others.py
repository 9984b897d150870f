"""Comparisons as a reader sees them, and the figures of other places that a chapter rests on."""

from bs4 import BeautifulSoup

from analysis import data
from analysis.data import context
from analysis.findings import beside_others
from analysis.page import others, tables, words
from analysis.page.ledger import Ledger


def rows(shown) -> list[list[str]]:
    soup = BeautifulSoup(shown.data, "html.parser")
    return [[cell.get_text() for cell in row.select("th, td")] for row in soup.select("tbody tr")]


def test_every_comparison_has_a_label():
    assert set(others.LABELS) == set(beside_others.RECKONINGS)


def test_a_series_begins_with_the_district_in_its_unit():
    values = others.series(beside_others.compare("output_per_resident"))
    assert list(values.index[:3]) == ["Suzhou District", "China", "Gansu"]
    assert list(values.iloc[:3]) == [51006, 80976, 41046]


def test_an_amount_stands_beside_those_of_the_province_and_the_country_that_are_published():
    ledger = Ledger()
    assert others.beside(ledger, "birth_rate", ".1fplain") == ("6.5", "Gansu 9.7\nChina 7.5")
    assert others.beside(ledger, "urban_income") == ("45,817 yuan", "China 47,412")
    assert [one.indicator for one in ledger.figures] == ["birth_rate", "urban_income"]
    assert [one.place for one in ledger.others] == ["Gansu", "China", "China"]


def test_yuan_are_told_in_dollars_at_the_rate_of_the_year_which_the_ledger_keeps():
    ledger = Ledger()
    told = others.dollars(ledger, data.figure("urban_income"))
    assert str(told) == "7,100 US dollars" and 45817 / 6.4516 < told.value < 45817 / 6.4514
    assert [(one.place, one.indicator) for one in ledger.others] == [("China", "exchange_rate")]


def test_a_frame_has_a_gap_where_a_place_has_nothing():
    frame = others.frame("output_growth", "income_ratio")
    assert frame.at["China", "income_ratio"] > 2.5
    assert frame["income_ratio"].isna()["Gansu"] and frame.at["Gansu", "output_growth"] == 6.9


def test_what_compares_roughly_is_about():
    ((label, here, china),) = rows(others.table("investment_growth", caption="Invested"))
    assert (label, here, china) == ("Growth of investment", "21.1%", "about 4.9%")


def test_a_ledger_keeps_the_figures_behind_an_amount_once_and_apart():
    ledger = Ledger()
    here, there = data.figure("gdp_per_capita"), context.figure("China", "gdp_per_capita")
    ledger.rest_on(here / there, here)
    assert (ledger.figures, ledger.others) == ([here], [there])


def test_the_figures_of_others_come_with_who_published_them():
    ledger = Ledger()
    ledger.rest_on(context.figure("Jiuquan", "gdp"))
    ((place, _figure, *_rest, published, by, where, comparable, why),) = rows(others.used(ledger))
    assert place == "Jiuquan (酒泉市)" and published == "762.7 亿元"
    assert "Gansu Daily" in by and where.endswith("2022-04-19")
    assert comparable == "roughly" and "Press report" in why


def test_one_figure_of_another_place_is_one_and_two_are_two():
    ledger = Ledger()
    ledger.rest_on(context.figure("Jiuquan", "gdp"))
    one = others.used(ledger).data
    assert "Show the 1 figure of other places" in one and "The 1 figure of" in one
    ledger.rest_on(context.figure("Gansu", "gdp"))
    assert "Show the 2 figures of other places" in others.used(ledger).data


def test_a_published_figure_is_written_with_its_digits():
    assert f"{context.figure('China', 'gdp_per_capita')}" == "80,976 yuan"
    assert f"{context.figure('China', 'birth_rate')}" == "7.52‰"
    assert words.written(context.figure("Longxi", "gdp", "2021", "growth_real")) == "8%"


def test_a_count_in_words_is_written_whole():
    # 五条, and 第四轮 on another line.
    assert f"{data.figure('municipal_roads.new', document='chronicle')}" == "5"


def test_the_yearbooks_table_holds_none_of_the_others():
    ledger = Ledger()
    ledger.rest_on(data.figure("gdp"), context.figure("Gansu", "gdp"))
    assert "232.33" in tables.figures_used(ledger).data
    assert "10243.3" not in tables.figures_used(ledger).data


def test_a_chapter_that_rests_on_no_other_place_shows_no_table_of_them():
    assert others.used(Ledger()).data == ""
