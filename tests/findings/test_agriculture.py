"""Fields and herds, on invented round numbers."""

from dataclasses import replace
from itertools import count

import pytest

import invented
from analysis.data import Figure
from analysis.findings import agriculture

PLACES = count()


def figure(printed: str, unit: str, measure: str = "level") -> Figure:
    return invented.printed(invented.figure(printed, unit, measure), next(PLACES))


def grown(printed: str, unit: str, rate: str) -> Figure:
    """A level with its growth, which it finds whichever kind is asked for."""
    found = figure(rate, "%", "growth")
    return replace(figure(printed, unit), look_up=lambda *asked, **choice: found)


def test_the_year_before_is_the_level_without_its_growth():
    # 60 after 20 percent; at least 59.5 after 20.5, at most 60.5 after 19.5.
    found = agriculture.use(grown("60", "万亩", "20")).was
    assert found.value == pytest.approx(50)
    assert (found.low, found.high) == pytest.approx((49.378, 50.628), abs=5e-4)


def test_what_is_left_of_land_can_shrink_while_the_whole_grows():
    # 44 of grain, 10 percent more; 24 of it for seed, 60 percent more: 20 left, from 25.
    grain, seed = (
        agriculture.use(one)
        for one in (grown("44.0", "万亩", "10.0"), grown("24.0", "万亩", "60.0"))
    )
    rest = grain.less(seed)
    assert (rest.now.value, rest.was.value) == pytest.approx((20, 25))
    assert grain.gain.value == pytest.approx(4)
    assert rest.gain.value == pytest.approx(-5)


def test_two_uses_together_add_up_in_both_years():
    both = agriculture.use(grown("44.0", "万亩", "10.0")).and_also(
        agriculture.use(grown("12.0", "万亩", "20.0"))
    )
    assert (both.now.value, both.was.value) == pytest.approx((56, 50))


@pytest.fixture
def crop() -> agriculture.Crop:
    """13.2 of harvest, 32 percent more, from 24 of land, 20 percent more."""
    return agriculture.Crop(grown("24.0", "万亩", "20.0"), grown("13.2", "万吨", "32.0"))


def test_a_yield_is_in_kilograms_a_mu(crop):
    # 132,000 tonnes from 240,000 mu.
    assert crop.yields.value == pytest.approx(550)


def test_yield_grows_by_what_area_leaves_of_the_growth_of_harvest(crop):
    # 1.32 over 1.20 is 1.10.
    assert crop.yields_growth.value == pytest.approx(10)


@pytest.fixture
def herd() -> agriculture.Herd:
    """12 at the end, 20 percent more than at the start; 13 sold."""
    return agriculture.herd(grown("12.0", "万头", "20.0"), figure("13.0", "万头"))


def test_what_was_sold_and_what_the_herd_gained_was_born_or_bought(herd):
    # 13 sold and 12 left of 10: 15 came.
    assert herd.intake.value == pytest.approx(15)
    assert herd.for_each.value == pytest.approx(1.5)


def test_what_was_not_born_was_bought(herd):
    assert herd.bought(herd.start).value == pytest.approx(5)
    assert herd.bought(figure("8.0", "万头")).value == pytest.approx(7)


def test_a_herd_that_bore_enough_bought_none(herd):
    assert herd.bought(figure("16.0", "万头")).value == pytest.approx(-1)


def test_meat_is_weighed_by_the_animal():
    # 600 tonnes of 40,000 animals.
    found = agriculture.weight(figure("600", "吨"), figure("4.00", "万头"))
    assert found.value == pytest.approx(15)


def test_meat_that_grew_as_its_animals_and_makes_a_round_weight_looks_assumed():
    animals = grown("4.00", "万头", "12.5")
    assert agriculture.looks_assumed(grown("600", "吨", "12.5"), animals, 1)


def test_meat_that_grew_otherwise_was_weighed():
    animals = grown("4.00", "万头", "12.5")
    assert not agriculture.looks_assumed(grown("600", "吨", "12.4"), animals, 1)


def test_meat_of_an_uneven_weight_was_weighed():
    # 15.45 kilograms, known to 0.03.
    animals = grown("4.00", "万头", "12.5")
    assert not agriculture.looks_assumed(grown("618", "吨", "12.5"), animals, 1)
