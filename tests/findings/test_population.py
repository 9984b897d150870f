"""Population, on invented people: the balance of a year, and the lists of places."""

import pytest

from analysis import data
from analysis.findings import population
from analysis.printed import Interval


def persons(number, open_=None):
    return data.amount(number, "人", open_)


@pytest.fixture
def year():
    """900 people after 200 more left or died than came: 1,000 on the mean."""
    rates = (data.amount(rate, "%") for rate in (4, 9))
    return population.balance(persons(900), persons(-200), *rates)


def test_rates_are_of_the_mean_population(year):
    assert (year.births.value, year.deaths.value) == pytest.approx((40, 90))


def test_migration_is_what_births_and_deaths_leave_of_the_change(year):
    # 50 more died than were born; of a loss of 200 that leaves 150.
    assert (year.natural.value, year.migration.value) == pytest.approx((-50, -150))
    assert year.start.value == pytest.approx(1100)


def test_rounding_of_a_rate_passes_into_migration():
    coarse = data.amount(4, "%", Interval(3, 5))
    year = population.balance(persons(900), persons(-200), coarse, data.amount(9, "%"))
    # A natural loss of 60 to 40.
    assert (year.migration.low, year.migration.high) == pytest.approx((-160, -140))


def test_a_part_gains_on_what_its_share_was():
    # 90 are 45 percent after a rise of 5: it was 40 percent of 200, so 80.
    gain, rate = population.gained(
        persons(90), data.amount(45, "%"), data.amount(5, "%"), persons(200)
    )
    assert (gain.value, rate.value) == pytest.approx((10, 12.5))


def test_children_are_spread_over_their_ages():
    assert population.year_of_children(persons(96), 16).value == 6


def test_lists_are_of_places_of_one_kind(small):
    small.write("units.csv", small.read("units.csv") + "人,人,people,persons,1,人,true\n")
    small.write(
        "entities.csv",
        small.read("entities.csv")
        + "hill,township,suzhou,山,Hill\nmill,community,suzhou,坊,Mill\n",
    )
    small.write(
        "indicators.csv",
        small.read("indicators.csv") + "population,population,人,人口,People,,,People.\n",
    )
    small.write(
        "observations/beta.csv",
        small.read("observations/beta.csv")
        + "hill,population,2021-12-31,level,500,,人,outturn,=,6,500人,\n"
        + "mill,population,2021-12-31,level,40,,人,outturn,=,6,40人,\n",
    )
    assert [one.entity for one in population.on_lists("township")] == ["hill"]
