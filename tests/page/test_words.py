from dataclasses import replace

import pytest

import invented
from analysis import data
from analysis.data import loading
from analysis.page import words
from analysis.printed import Interval

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        # 100.04亿元 is 10.004 billion; five digits are printed.
        ("gdp", "10.004 billion yuan"),
        # 5000万元 is 50 million; four digits are printed.
        ("retail", "50.00 million yuan"),
        # 22万元 after its correction.
        ("bookshops", "220,000 yuan"),
        # 12.30万吨.
        ("grain", "123,000 tonnes"),
        ("schools", "7"),
    ],
)
def test_a_printed_figure_keeps_its_digits_in_english_units(small, indicator, expected):
    assert words.quantity(data.figure(indicator)) == expected


def test_the_district_product_in_english():
    assert words.quantity(data.figure("gdp", document="communique")) == "23.233 billion yuan"


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (232.33, "亿元", "23.2 billion yuan"),
        (0.05, "亿元", "5.00 million yuan"),
        (45.4944, "万人", "455,000 people"),
        (-5, "亿元", f"{MINUS}500 million yuan"),
        (0, "亿元", "0 yuan"),
        # 15 mu are a hectare.
        (3, "万亩", "30,000 mu (2,000 hectares)"),
        (2688, "万立方米", "26.9 million cubic metres"),
        (419, "立方米", "419 cubic metres"),
        (2016, "万美元", "20.2 million US dollars"),
    ],
)
def test_a_derived_amount_gets_three_digits(amount, unit, expected):
    assert words.quantity(amount, unit) == expected


def test_digits_of_a_derived_amount_can_be_chosen():
    assert words.quantity(232.33, "亿元", digits=4) == "23.23 billion yuan"


@pytest.mark.parametrize(
    ("bound", "word"), [("~", "about "), (">=", "at least "), ("<=", "at most "), ("=", "")]
)
def test_a_printed_bound_is_told(small, bound, word):
    small.spoil("observations/alpha.csv", "outturn,=,5,12.30", f"outturn,{bound},5,12.30")
    assert words.quantity(data.figure("grain")) == f"{word}123,000 tonnes"


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ((400, "亿元", ">="), "at least 40 billion yuan"),
        ((46208, "元"), "46,208 yuan"),
        ((0.5, "个工作日"), "0.5 working days"),
        ((1, "个工作日", "<="), "at most 1 working day"),
        ((1, "人"), "1 person"),
        ((1, "立方米/天"), "1 cubic metre a day"),
        ((11, "天"), "11 days"),
        ((1, "是否"), "yes"),
        ((0, "是否"), "no"),
        ((100, "万吨"), "1,000,000 tonnes"),
        ((1, "亩"), "1 mu (0.0667 hectares)"),
        ((1, "亿元"), "100 million yuan"),
        ((1, "户", "=", 2), "1 to 2"),
        # 26,667 hectares: hectares are worked out, so they get three digits.
        ((40, "万亩"), "400,000 mu (26,700 hectares)"),
        ((70, "平方公里"), "70 square kilometres"),
        ((10, "位", "<="), "at most place 10"),
    ],
)
def test_a_stated_amount_has_all_its_digits_and_no_more(amount, expected):
    assert words.stated(*amount) == expected


def test_mu_and_the_hectares_beside_them_are_one_number():
    # 42 mu known to one digit are shown as 40, which are 2.67 hectares, not 2.80.
    rough = data.amount(42, "亩", Interval(41.0, 43.0)) * 1
    assert words.written(rough) == "40 mu (2.67 hectares)"


def test_a_number_needs_its_unit():
    with pytest.raises(ValueError, match="needs its unit"):
        words.quantity(5.0)


def test_an_unknown_unit_is_refused():
    with pytest.raises(ValueError, match="'furlong'"):
        words.quantity(5.0, "furlong")


def test_a_printed_rate_keeps_its_digits(small):
    assert words.percent(data.figure("gdp", measure="growth_real")) == "5.0%"
    assert words.percent(data.figure("gdp.industry", measure="growth_real")) == f"{MINUS}2.5%"


def test_a_derived_rate_gets_one_decimal_unless_told():
    # 11.479 percent a year leads to the goal of 400.
    assert words.percent(11.479) == "11.5%"
    assert words.percent(11.479, digits=0) == "11%"


def test_a_multiple_does_not_gain_digits_as_a_percentage(small):
    assert words.percent(data.figure("retail", measure="growth")) == "230%"


def test_points_keep_their_printed_digits():
    # Line 5568: urbanisation rose by 0.59 points.
    rise = data.figure("resident_population.urban", measure="share_change", document="communique")
    assert words.points(rise) == "0.59 percentage points"
    assert words.points(rise, signed=True) == "+0.59 percentage points"


def test_derived_points_have_a_sign_when_told():
    assert words.points(-2.456, signed=True) == f"{MINUS}2.46 percentage points"
    assert words.points(2.456) == "2.46 percentage points"
    assert words.points(-1, digits=0) == f"{MINUS}1 percentage point"
    assert words.points(1, digits=1) == "1.0 percentage points"
    assert words.points(0.0, signed=True) == "0.00 percentage points"


def test_numbers_have_commas_between_thousands():
    assert words.number(1234567.8) == "1,234,568"
    assert words.number(1234.56, digits=1) == "1,234.6"


def test_a_negative_number_has_a_true_minus():
    assert words.number(-1234) == f"{MINUS}1,234"


def test_nothing_has_no_sign():
    assert words.minus(-0.04, 1) == "0.0"
    assert words.minus(-0.06, 1) == f"{MINUS}0.1"


# Derived amounts, on round numbers: what rounding leaves open is told by the interval.
def given(number: float, unit: str, half: float = 0.0, bound: str = "="):
    return data.amount(number, unit, Interval(number - half, number + half))


@pytest.mark.parametrize(
    ("amount", "spec", "expected"),
    [
        # 123.456 give or take 0.6: the third digit is known to about one.
        (("亿元", 123.456, 0.4), "", "12.3 billion yuan"),
        (("亿元", 123.456, 4.0), "", "12 billion yuan"),
        (("亿元", 123.456, 0.4), ".5g", "12.346 billion yuan"),
        (("%", 57.3449, 0.02), "", "57.3%"),
        (("%", 57.3449, 0.3), "", "57%"),
        (("%", 57.3449, 0.02), ".2f", "57.34%"),
        (("%", 7.5, 0.02), "+", "+7.5%"),
        (("%", -7.5, 0.02), "+", f"{MINUS}7.5%"),
        (("%", 2.4561, 0.001), "points", "2.46 percentage points"),
        (("%", 79.85, 0.55), ".1frange", "79.3% to 80.4%"),
        (("%", 79.85, 0.55), "range", "79.3% to 80.4%"),
        (("万人", 10.95, 0.25), "range", "107,000 to 112,000 people"),  # the unit once
        (("亿元", 10, 1), ".2grange", "900 million yuan to 1.1 billion yuan"),  # unless it differs
        (("%", 250, 1), "times", "2.5 times"),
        (("元", 2.345, 0.0), ".1fplain", "2.3"),
        (("元", 2345.0, 0.0), ".2gplain", "2,300"),
        (("元", 51006, 0.5), ".0f", "51,006 yuan"),
    ],
)
def test_a_derived_amount_gets_the_digits_it_bears(amount, spec, expected):
    unit, number, half = amount
    assert f"{given(number, unit, half):{spec}}" == expected


@pytest.mark.parametrize(
    ("low", "high", "unit", "bound", "expected"),
    [
        ("110", "280", "元", "=", "110 to 280 yuan"),
        ("8", "12.5", "%", "~", "about 8% to 12.5%"),
        ("0.5", "2", "亿元", "=", "50 to 200 million yuan"),
    ],
)
def test_a_printed_range_is_told_by_both_its_ends(low, high, unit, bound, expected):
    lower = invented.printed(invented.figure(low, unit, bound=bound))
    assert words.written(replace(lower, spread=float(high) - float(low))) == expected


def test_a_plain_number_of_ten_thousands_is_refused_with_the_way_out():
    with pytest.raises(ValueError, match=r"1\.7579 万人 would be read as 1\.7579.*\.to\('人'\)"):
        words.written(given(1.7579, "万人"), ".0fplain")


def test_a_plain_number_of_one_ten_thousand_for_another_needs_no_turning():
    hours = given(360, "万千瓦时") / given(2, "万千瓦")
    assert words.written(hours, ".0fplain") == "180"


def test_an_amount_is_written_by_itself_in_a_sentence():
    gdp = data.figure("gdp", document="communique")
    assert f"{gdp}, {gdp.growth_real} more" == "23.233 billion yuan, 9.2% more"
    assert repr(gdp) == "23.233 billion yuan"


def test_an_amount_for_each_names_both_units():
    assert str(given(3, "亿元") / given(2, "万人")) == "15,000 yuan a head"


def test_an_unknown_form_is_refused():
    with pytest.raises(ValueError, match="not written by 'funny'"):
        f"{given(1, '亿元'):funny}"  # formatting is what is tested


def test_a_goal_is_as_round_as_it_is_printed():
    goal = data.figure("gdp", "2026", status="target", document="party_report")
    assert str(goal) == "at least 40 billion yuan"


@pytest.mark.parametrize(
    ("number", "unit", "spec", "text"),
    [
        (234.6, "%", "times", "2.3 times"),
        (234.6, "%", ".2ftimes", "2.35 times"),
        (2.346, "倍", "times", "2.3 times"),
        (2.346, "倍", "", "234.6%"),  # more by a multiple is more by so many hundred percent
        (2.346, "倍", ".0f", "235%"),
    ],
)
def test_a_multiple_keeps_its_decimal_point(number, unit, spec, text):
    assert format(data.amount(number, unit), spec) == text


def test_a_printed_multiple_has_two_decimals_less_in_percent(small):
    # 2.3倍 is printed with one decimal: 230%, known to ten.
    assert f"{data.figure('retail', measure='growth')}" == "230%"
    small.spoil(
        "observations/beta.csv", "2.3,,倍,outturn,=,6,2.3倍", "2.345,,倍,outturn,=,6,2.345倍"
    )
    loading._load.cache_clear()
    assert f"{data.figure('retail', measure='growth')}" == "234.5%"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.5, "150 million yuan"),
        (-1.15, "−115 million yuan"),
        (0.3, "30 million yuan"),
    ],
)
def test_what_is_stated_has_all_its_digits_and_no_more(value, text):
    assert words.stated(value, "亿元") == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "none"), (5, "five"), (12, "twelve"), (13, "13"), (1234, "1,234")]
)
def test_a_small_count_is_spelled_out(count, text):
    assert words.spelled(count) == text


def test_what_is_counted_has_its_plural():
    assert words.counted(1, "figure") == "1 figure"
    assert words.counted(0, "figure") == "0 figures" and words.counted(1202, "day") == "1,202 days"
