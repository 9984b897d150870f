"""The district beside others, on an invented country and district."""

import pytest

from analysis.amount import Given
from analysis.data import UnknownFigure
from analysis.findings import beside_others

FIGURES = "context/figures.csv"
# The small folder: a gross product of 100 (40 of industry, 60 of farming) in the district, of
# 7,000 (3,000 and 4,000) in the country.


def industry_share(of):
    return (of("gdp.industry") / of("gdp")).to("%")


def test_the_same_reckoning_is_done_for_the_district_and_for_others(small):
    found = beside_others.compare("industry", industry_share)
    # 40 / 100.0, the communique's total, though a report prints 100.04.
    assert found.here.value == pytest.approx(40.0)
    assert found.there["Country"].value == pytest.approx(300 / 7)


def test_a_share_is_as_comparable_as_its_part(small):
    # The product itself is comparable only roughly, by its size.
    assert beside_others.compare("industry", industry_share).comparable == {"Country": "yes"}
    assert beside_others.compare("gdp", lambda of: of("gdp")).comparable == {"Country": "roughly"}


def test_a_press_report_makes_a_comparison_rough(small):
    small.spoil("context/sources.csv", "2022-02-28,false", "2022-02-28,true")
    assert beside_others.compare("industry", industry_share).comparable == {"Country": "roughly"}


def test_what_may_not_be_compared_is_left_out(small):
    small.spoil(FIGURES, "3000.0,亿元,office,yes", "3000.0,亿元,office,no")
    assert beside_others.compare("industry", industry_share).there == {}


def test_a_place_without_the_figure_is_left_out(small):
    assert beside_others.compare("grain", lambda of: of("grain")).there == {}


def test_a_district_without_the_figure_is_an_error(small):
    with pytest.raises(UnknownFigure):
        beside_others.compare("exports", lambda of: of("exports"))


def test_the_figures_behind_a_comparison_are_kept(small):
    used = beside_others.compare("industry", industry_share).used["Country"]
    assert [(one.indicator, one.value) for one in used] == [("gdp.industry", 3000), ("gdp", 7000)]


def test_ahead_and_times_are_of_the_district(small):
    found = beside_others.compare("growth", lambda of: of("gdp", measure="growth_real"))
    # 5.0 percent in the district, 8.0 in the country.
    assert found.ahead("Country").value == pytest.approx(-3)
    assert found.times("Country").value == pytest.approx(0.625)


def test_a_reckoning_that_there_is_not_is_named():
    with pytest.raises(ValueError, match="'height' is not compared; there are output_growth"):
        beside_others.compare("height")


@pytest.mark.parametrize("key", beside_others.RECKONINGS)
def test_every_reckoning_can_be_done_for_the_district_and_another_place(key):
    found = beside_others.compare(key)
    assert found.there and set(found.comparable.values()) <= {"yes", "roughly"}


def test_the_revised_growth_of_china_is_not_set_beside_a_first_estimate():
    assert beside_others.compare("output_growth").there["China"].value == 8.1


def test_the_misprinted_natural_growth_of_the_district_is_not_used():
    # Lines 5568: births 6.5 less deaths 7.65 for a thousand; the printed rate is -0.05.
    assert beside_others.compare("natural_growth").here.value == pytest.approx(-1.15)


def test_the_income_of_all_weighs_town_and_country_with_their_residents():
    # 45,817 for 32.97 and 21,617 for 12.52 of 45.49; in China 47,412 for 91,425 and 18,931 for
    # the other 49,835 of 141,260.
    found = beside_others.compare("income", beside_others.income)
    assert found.here.value == pytest.approx(39156.6, abs=0.1)
    assert found.there["China"].value == pytest.approx(37364, abs=1)


def test_a_part_of_the_income_of_all_is_weighed_like_the_whole():
    # 3,182 for 32.97 and 1,360 for 12.52 of 45.49. China's is not published by town and country.
    found = beside_others.compare("got", lambda of: beside_others.income(of, ".transfers"))
    assert found.here.value == pytest.approx(2680.5, abs=0.1)
    assert found.there == {}


def test_the_gdp_of_the_prefecture_for_each_resident():
    # 762.7 over 105.57 is 7.2246.
    assert beside_others.prefecture().value == pytest.approx(72246, abs=1)


def test_income_above_a_usual_part_of_output():
    # 40 percent of 500 is 200; 230 is 30 above it.
    yuan = lambda number: Given("元", 1.0, "元", "=", number)  # noqa: E731
    usual = Given("%", 0.01, "", "=", 40)
    assert beside_others.above(yuan(230), yuan(500), usual).value == pytest.approx(30)


def test_what_came_from_above_is_less_what_went_up():
    # 213,263 and 46,092 given, 78,889, 31,304 and 19,382 sent up: 129,780 of ten thousand yuan,
    # for 45.49 of ten thousand residents.
    assert beside_others.from_above().value == pytest.approx(2852.9, abs=0.1)
