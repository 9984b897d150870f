"""Amounts: their arithmetic, their units, and that each figure enters a range once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.amount import Given, each, fraction, percent, total
from analysis.printed import Interval


def yuan(number: float, half: float = 0.0, bound: str = "=") -> Given:
    """So many hundred million yuan, give or take ``half``."""
    return Given("亿元", 1e8, "元", bound, number, Interval(number - half, number + half))


def rate(number: float, half: float = 0.0) -> Given:
    return Given("%", 0.01, "", "=", number, Interval(number - half, number + half))


def people(number: float, half: float = 0.0) -> Given:
    return Given("万人", 1e4, "人", "=", number, Interval(number - half, number + half))


def ends(amount) -> tuple[float, float]:
    return pytest.approx((amount.low, amount.high), rel=1e-9)


def test_a_sum_adds_values_and_what_rounding_leaves():
    both = yuan(40, 0.5) + yuan(7, 0.25)
    assert (both.value, both.unit) == (47, "亿元")
    assert ends(both) == (46.25, 47.75)


def test_a_total_of_several_is_an_amount_and_of_none_an_error():
    of_three = total(yuan(one, 0.5) for one in (40, 7, 2))
    assert (of_three.value, of_three.unit) == (49, "亿元")
    assert ends(of_three) == (47.5, 50.5)
    with pytest.raises(ValueError, match="not enough values"):
        total([])


def test_amounts_in_two_units_of_one_kind_add_up_in_the_first():
    thousands = Given("万元", 1e4, "元", "=", 5000.0)
    assert (yuan(3) + thousands).value == pytest.approx(3.5)
    assert (thousands + yuan(3)).value == pytest.approx(35000)


def test_a_share_names_its_part_twice_and_varies_it_once():
    part, rest = yuan(40, 2), yuan(60, 1)
    share = percent(part / (part + rest))
    # 38/(38+61) and 42/(42+59); taken apart it would reach from 38/103 to 42/97.
    assert ends(share) == (100 * 38 / 99, 100 * 42 / 101)
    assert share.value == pytest.approx(40)


def test_a_figure_less_itself_is_nothing():
    one = yuan(40, 2)
    assert ends(one - one) == (0, 0)


def test_percent_is_a_hundredth():
    assert (rate(25) * yuan(8)).value == 2
    assert (yuan(8) * rate(25)).unit == "亿元"
    assert fraction(rate(25)).value == 0.25
    assert fraction(25) == 0.25


def test_growth_is_one_more_than_its_rate():
    assert (yuan(110) / (1 + fraction(rate(10)))).value == pytest.approx(100)


def test_an_amount_for_each_has_both_units():
    each_one = yuan(9) / people(3)
    assert (each_one.unit, each_one.value) == ("亿元/万人", 3)
    back = each_one * people(2)
    assert (back.unit, back.value) == ("亿元", 6)


def test_an_amount_over_what_each_one_of_another_costs_is_how_many_of_these_it_buys():
    each_one = yuan(9) / people(3)
    bought = yuan(6) / each_one
    assert (bought.unit, bought.value) == ("人", 20_000)


@pytest.mark.parametrize("make", [
    lambda: yuan(1) + people(1),
    lambda: yuan(1) + 2,
    lambda: rate(1) + 2,
    lambda: yuan(1) * yuan(1),
    lambda: yuan(1) ** 2,
    lambda: yuan(1).to("%"),
])  # fmt: skip
def test_what_makes_no_amount_is_an_error(make):
    with pytest.raises(ValueError):
        make()


def test_division_by_what_may_be_zero_is_an_error():
    with pytest.raises(ZeroDivisionError):
        (yuan(1) / yuan(0.2, 0.3)).interval  # noqa: B018  # worked out when it is asked for


def test_more_than_is_true_only_where_rounding_cannot_change_it():
    assert yuan(5, 0.4) > yuan(4, 0.4)
    assert not yuan(5, 0.6) > yuan(4, 0.6)
    assert not yuan(5, 0.6) < yuan(4, 0.6)
    assert yuan(5, 0.6) > 4.3
    assert yuan(5, 0.6).agrees(yuan(4, 0.6))
    assert not yuan(5, 0.4).agrees(yuan(4, 0.4))


@pytest.mark.parametrize(
    ("make", "bound"),
    [
        (lambda: yuan(3, bound=">=") + yuan(1), ">="),
        (lambda: yuan(3) - yuan(1, bound=">="), "<="),
        (lambda: yuan(3, bound=">=") - yuan(1, bound=">="), "~"),
        (lambda: yuan(3) / yuan(1, bound="<="), ">="),
        (lambda: yuan(3, bound="~") * 2, "~"),
        (lambda: (yuan(3, bound=">=") / yuan(2)) ** 2, ">="),
        (lambda: (yuan(3, bound=">=") / yuan(2)) ** -2, "<="),
    ],
)
def test_a_bound_goes_through_arithmetic(make, bound):
    assert make().bound == bound


def test_the_figures_behind_an_amount_are_each_given_once():
    part, rest = yuan(40), yuan(60)
    assert list(each(part / (part + rest))) == [part, rest]


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(0, 1), st.floats(0, 1))
def test_every_value_behind_the_figures_lies_in_the_range(one, other, first, second):
    a, b = yuan(one, 0.5), yuan(other, 0.5)
    made = percent(a / (a + b))
    inside = one - 0.5 + first, other - 0.5 + second
    exact = 100 * inside[0] / (inside[0] + inside[1])
    assert made.low - 1e-7 <= exact <= made.high + 1e-7
