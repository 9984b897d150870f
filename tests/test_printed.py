from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import printed
from analysis.printed import Interval

numbers = st.floats(-1e6, 1e6)
positive = st.floats(0.01, 1e4)
signs = st.sampled_from([-1, 1])


@st.composite
def intervals(draw, ends=numbers):
    """An interval and a number inside it."""
    low, inside, high = sorted(draw(st.tuples(ends, ends, ends)))
    return Interval(low, high), inside


def contains(outer: Interval, inside: float) -> bool:
    # One unit in the last place is binary dust, not arithmetic.
    return outer.overlaps(Interval(inside, inside))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("232.33亿元", 232.33),
        ("400 亿元", 400),
        ("-46.0", -46),
        ("−0.8", -0.8),
        ("51,006元", 51006),
        ("1,234,567.8", 1234567.8),
        (" 9.2% ", 9.2),
    ],
)
def test_number_reads_digits_and_passes_over_the_unit(text, expected):
    assert printed.number(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("持平", 0), ("清零", 0), ("翻一番", 1), ("翻两番", 2), ("一半", 50), ("全覆盖", 100)],
)
def test_number_reads_words_that_are_exact_quantities(word, expected):
    assert printed.number(word) == expected


@pytest.mark.parametrize("text", ["", "亿元", "增长"])
def test_number_refuses_text_without_a_number(text):
    with pytest.raises(ValueError, match="holds 0 numbers"):
        printed.number(text)


@pytest.mark.parametrize("text", ["41.45 58.51", "1.2.3", "17.8:25.2"])
def test_number_refuses_two_numbers(text):
    with pytest.raises(ValueError, match="2 numbers"):
        printed.number(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("四届", 4),
        ("十件", 10),
        ("前十", 10),
        ("第五", 5),
        ("十二个", 12),
        ("二十", 20),
        ("九十九", 99),
    ],
)
def test_number_reads_numerals_below_a_hundred(text, expected):
    assert printed.number(text) == expected


@pytest.mark.parametrize("text", ["一二三", "第", "个"])
def test_number_does_not_guess_at_other_numerals(text):
    with pytest.raises(ValueError, match="holds 0 numbers"):
        printed.number(text)


@pytest.mark.parametrize(("text", "expected"), [("三百户", 300), ("一千", 1000)])
def test_a_numeral_of_a_hundred_or_more_is_not_its_first_digit(text, expected):
    with suppress(ValueError):
        assert printed.number(text) == expected


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [("1—2 户", 1, 2), ("8%", 8, None), ("0.5-1.5倍", 0.5, 1.5), ("-46.0", -46, None)],
)
def test_a_range_has_two_ends(text, lower, upper):
    assert (printed.number(text), printed.upper(text)) == (lower, upper)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("1600米-2100米", 1600, 2100),
        ("0.285 元/千瓦时—0.3045 元/千瓦时", 0.285, 0.3045),
        ("3 户—5 户", 3, 5),
    ],
)
def test_a_range_may_say_its_unit_twice(text, lower, upper):
    assert (printed.number(text), printed.upper(text)) == (lower, upper)


def test_numbers_of_two_units_are_no_range():
    assert printed.upper("1600米-2100户") is None
    with pytest.raises(ValueError, match="holds 2 numbers"):
        printed.number("1600米-2100户")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("航天机械", 1),
        ("酒泉七中、八中", 2),
        ("西农科技和双禧面粉", 2),
        ("甲村、乙村和丙村及丁村", 4),
    ],
)
def test_names_without_a_number_are_as_many_as_they_are(text, count):
    assert printed.number(text, exact=True) == count
    assert printed.interval(text, exact=True) == Interval(count, count)


def test_names_are_counted_only_where_whole_things_are():
    with pytest.raises(ValueError, match="holds 0 numbers"):
        printed.number("航天机械")


@pytest.mark.parametrize("text", ["所", "甲、七中", "金中、"])
def test_a_single_character_is_no_name(text):
    with pytest.raises(ValueError, match="holds 0 numbers"):
        printed.number(text, exact=True)


def test_a_range_of_thousands_has_two_ends():
    assert (printed.number("1,200—1,500 亩"), printed.upper("1,200—1,500 亩")) == (1200, 1500)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("232.33亿元", 2), ("9.0%", 1), ("51006元", 0), ("翻番", 0), ("-0.05‰", 2)],
)
def test_decimals_counts_printed_zeros(text, expected):
    assert printed.decimals(text) == expected


def test_interval_is_half_a_unit_of_the_last_digit_either_way():
    # The last digit of 232.33 is a hundredth, half of it 0.005.
    assert printed.interval("232.33亿元") == Interval(232.325, 232.335)


def test_interval_of_a_printed_zero_decimal_is_narrower_than_without_it():
    assert printed.interval("9.0") == Interval(8.95, 9.05)
    assert printed.interval("9") == Interval(8.5, 9.5)


def test_interval_of_a_negative_number_lies_around_it():
    assert printed.interval("-4.5") == Interval(-4.55, -4.45)


def test_interval_of_an_exact_count_is_the_count():
    assert printed.interval("1213 辆", exact=True) == Interval(1213, 1213)


def test_interval_of_a_fraction_is_rounded_even_where_counts_are_exact():
    assert printed.interval("1.5", exact=True) == Interval(1.45, 1.55)


def test_interval_of_a_word_is_exact():
    assert printed.interval("翻两番") == Interval(2, 2)


@given(st.decimals(-(10**7), 10**7, places=3))
def test_interval_contains_its_number(value):
    assert printed.number(str(value)) in printed.interval(str(value))


@given(st.integers(-(10**6), 10**6), st.integers(0, 4))
def test_interval_is_one_unit_of_the_last_digit_wide(digits, places):
    text = f"{digits / 10**places:.{places}f}"
    assert printed.interval(text).width == pytest.approx(10.0**-places, rel=1e-4)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("比上年增长", 1),
        ("比上年末减少", -1),
        ("同比上涨", 1),
        ("新增", 1),
        ("降幅", -1),
        ("生产总值", 0),
        ("", 0),
    ],
)
def test_direction_knows_words_of_change(before, expected):
    assert printed.direction(before) == expected


def test_direction_follows_the_last_word():
    assert printed.direction("增速回落") == -1
    assert printed.direction("由下降转为增长") == 1
    assert printed.direction("增长后下降再增长") == 1


@pytest.mark.parametrize(
    "word",
    [
        "下降",
        "减少",
        "回落",
        "降低",
        "下跌",
        "负增长",
        "降幅",
        "缩减",
        "下滑",
        "少于",
        "压减",
        "减产",
    ],
)
def test_each_word_of_a_fall_turns_the_sign(word):
    assert printed.direction(f"收入增长后{word}") == -1


@pytest.mark.parametrize(
    "word",
    ["增长", "上涨", "提高", "增加", "上升", "提升", "增幅", "增速", "扩大", "新增", "增"],
)
def test_each_word_of_a_rise_is_one(word):
    assert printed.direction(f"收入下降后{word}") == 1


def test_direction_prefers_the_longer_of_two_words_that_end_together():
    assert printed.direction("出现负增长") == -1


def test_an_interval_runs_upward():
    with pytest.raises(ValueError, match="from low to high"):
        Interval(2, 1)


@pytest.mark.parametrize("ends", [(float("nan"), 1), (1, float("nan"))])
def test_an_interval_has_no_missing_end(ends):
    with pytest.raises(ValueError, match="from low to high"):
        Interval(*ends)


def test_width_is_the_distance_between_the_ends():
    assert Interval(-1, 3).width == 4


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (lambda a, b: a + b, Interval(5, 10)),
        (lambda a, b: a - b, Interval(-7, -2)),
        (lambda a, b: a * b, Interval(4, 16)),
        (lambda a, b: (a - 2) * b, Interval(-8, 0)),
        (lambda a, b: a / b, Interval(0.125, 0.5)),
        (lambda a, b: b**2, Interval(16, 64)),
        (lambda a, b: b**-1, Interval(0.125, 0.25)),
        (lambda a, b: 10 - a, Interval(8, 9)),
        (lambda a, b: 8 / b, Interval(1, 2)),
        (lambda a, b: 100 * a, Interval(100, 200)),
        (lambda a, b: 1 + a, Interval(2, 3)),
    ],
)
def test_arithmetic_on_a_hand_example(formula, expected):
    assert formula(Interval(1, 2), Interval(4, 8)) == expected


@given(intervals(), intervals())
def test_sums_differences_and_products_contain_those_of_any_numbers_inside(first, second):
    (a, x), (b, y) = first, second
    assert contains(a + b, x + y)
    assert contains(a - b, x - y)
    assert contains(a * b, x * y)


@given(intervals(), intervals(positive), signs)
def test_a_quotient_contains_that_of_any_numbers_inside(first, second, sign):
    (a, x), (b, y) = first, second
    assert contains(a / (b * sign), x / (y * sign))


@given(intervals(positive), st.floats(-5, 5))
def test_a_power_contains_that_of_any_number_inside(pair, exponent):
    a, x = pair
    assert contains(a**exponent, x**exponent)


@given(intervals(), numbers)
def test_a_plain_number_counts_as_an_interval_without_width(pair, other):
    a, _ = pair
    assert a + other == a + Interval(other, other)
    assert other - a == Interval(other, other) - a


@pytest.mark.parametrize("zero", [Interval(-1, 1), Interval(0, 1), Interval(-1, 0), 0])
def test_division_by_what_may_be_zero_is_refused(zero):
    with pytest.raises(ValueError, match="holds zero"):
        Interval(1, 2) / zero


@pytest.mark.parametrize("base", [Interval(-1, 1), Interval(0, 1), Interval(-2, -1)])
def test_a_power_of_what_may_not_be_positive_is_refused(base):
    with pytest.raises(ValueError, match="positive interval"):
        base**0.5


def test_intervals_that_touch_overlap():
    # 72.5 is [72.45, 72.55] and 72.4 is [72.35, 72.45]: 72.45 can stand behind both.
    assert printed.interval("72.5").overlaps(printed.interval("72.4"))


def test_intervals_apart_do_not_overlap_either_way():
    # 72.47 is [72.465, 72.475]; 72.4 ends at 72.45.
    near, far = printed.interval("72.4"), printed.interval("72.47")
    assert not near.overlaps(far)
    assert not far.overlaps(near)


def test_equal_ends_that_differ_in_the_last_binary_place_touch():
    # 0.1 + 0.2 is 0.30000000000000004 in binary.
    assert Interval(0, 0.3).overlaps(Interval(0.1 + 0.2, 1))


def test_as_interval_leaves_an_interval_as_it_is():
    assert printed.as_interval(Interval(1, 2)) == Interval(1, 2)
    assert printed.as_interval(3) == Interval(3, 3)
