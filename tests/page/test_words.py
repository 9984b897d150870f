import pytest

from analysis import data
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
    assert words.quantity(data.fact(indicator)) == expected


def test_the_district_product_in_english():
    assert words.quantity(data.fact("gdp", document="communique")) == "23.233 billion yuan"


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
    assert words.quantity(data.fact("grain")) == f"{word}123,000 tonnes"


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ((400, "亿元", ">="), "at least 40 billion yuan"),
        ((46208, "元"), "46,208 yuan"),
        ((0.5, "个工作日"), "0.5 working days"),
        ((1, "户", "=", 2), "1 to 2"),
        # 26,667 hectares: hectares are worked out, so they get three digits.
        ((40, "万亩"), "400,000 mu (26,700 hectares)"),
        ((70, "平方公里"), "70 square kilometres"),
        ((10, "位", "<="), "at most place 10"),
    ],
)
def test_a_stated_amount_has_all_its_digits_and_no_more(amount, expected):
    assert words.stated(*amount) == expected


def test_a_number_needs_its_unit():
    with pytest.raises(ValueError, match="needs its unit"):
        words.quantity(5.0)


def test_an_unknown_unit_is_refused():
    with pytest.raises(ValueError, match="'furlong'"):
        words.quantity(5.0, "furlong")


def test_a_printed_rate_keeps_its_digits(small):
    assert words.percent(data.fact("gdp", measure="growth_real")) == "5.0%"
    assert words.percent(data.fact("gdp.industry", measure="growth_real")) == f"{MINUS}2.5%"


def test_a_derived_rate_gets_one_decimal_unless_told():
    # 11.479 percent a year leads to the goal of 400.
    assert words.percent(11.479) == "11.5%"
    assert words.percent(11.479, digits=0) == "11%"


def test_a_multiple_does_not_gain_digits_as_a_percentage(small):
    assert words.percent(data.fact("retail", measure="growth")) == "230%"


def test_points_keep_their_printed_digits():
    # Line 5568: urbanisation rose by 0.59 points.
    rise = data.fact("resident_population.urban", measure="share_change", document="communique")
    assert words.points(rise) == "0.59 percentage points"
    assert words.points(rise, signed=True) == "+0.59 percentage points"


def test_derived_points_have_a_sign_when_told():
    assert words.points(-2.456, signed=True) == f"{MINUS}2.46 percentage points"
    assert words.points(2.456) == "2.46 percentage points"
    assert words.points(0.0, signed=True) == "0.00 percentage points"


def test_numbers_have_commas_between_thousands():
    assert words.number(1234567.8) == "1,234,568"
    assert words.number(1234.56, digits=1) == "1,234.6"


def test_a_negative_number_has_a_true_minus():
    assert words.number(-1234) == f"{MINUS}1,234"


def test_nothing_has_no_sign():
    assert words.minus(-0.04, 1) == "0.0"
    assert words.minus(-0.06, 1) == f"{MINUS}0.1"


def test_between_gives_both_ends_or_the_one_they_share():
    def show(end: float) -> str:
        return words.percent(end, digits=2)

    assert words.between(Interval(9.094, 9.186), show) == "9.09% to 9.19%"
    assert words.between(Interval(9.091, 9.094), show) == "9.09%"


def test_a_claim_that_holds_is_silent():
    assert words.claim({"more than half": True}) is None


def test_claims_that_do_not_hold_are_listed():
    with pytest.raises(ValueError) as caught:
        words.claim({"more than half": False, "none fell": True, "all rose": False})
    assert "more than half; all rose" in str(caught.value)
    assert "none fell" not in str(caught.value)


def test_put_takes_text_and_nothing_else(monkeypatch):
    kept = {}
    monkeypatch.setattr("myst_nb.glue", lambda key, text, display: kept.update({key: text}))
    words.put(gdp="23.2 billion yuan")
    assert kept == {"gdp": "23.2 billion yuan"}
    with pytest.raises(ValueError, match="'gdp' is float"):
        words.put(gdp=23.2)
