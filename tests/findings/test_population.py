"""Population, on invented people: the balance of a year, and two ways to count."""

import pytest

from analysis import data
from analysis.findings import population
from analysis.printed import Interval


def persons(number, open_=None):
    return data.amount(number, "人", open_)


@pytest.fixture
def year(people):
    """900 people after 200 more left or died than came: 1,000 on the mean."""
    rates = (data.amount(rate, "%") for rate in (4, 9))
    return population.balance(persons(900), persons(-200), *rates)


@pytest.fixture
def people(small):
    """Two townships with tests and one without; what the third's note says is of one round."""
    small.write(
        "units.csv",
        small.read("units.csv") + "人,人,people,persons,1,人,true\n轮,轮,rounds,count,1,轮,true\n"
        "人次,人次,tests,count,1,人次,true\n",
    )
    small.write(
        "entities.csv",
        small.read("entities.csv") + "hill,township,suzhou,山,Hill\nlake,township,suzhou,湖,Lake\n"
        "wood,township,suzhou,林,Wood\nmill,community,suzhou,坊,Mill\n",
    )
    small.write(
        "indicators.csv",
        small.read("indicators.csv")
        + "population,population,人,人口,People,,,People.\n"
        + "covid_testing.person_times,population,人次,检测,Tests,,,Tests.\n"
        + "covid_testing.all_resident_rounds,population,轮,轮,Rounds,,,Rounds.\n",
    )
    rows = [
        ("hill,population,2021-12-31", 500, "人", ""),
        ("hill,covid_testing.person_times,2021", 600, "人次", "all rounds together"),
        ("hill,covid_testing.all_resident_rounds,2021", 3, "轮", ""),
        ("lake,population,2021-12-31", 300, "人", ""),
        ("lake,covid_testing.person_times,2021", 240, "人次", "all rounds together"),
        ("lake,covid_testing.all_resident_rounds,2021", 4, "轮", ""),
        ("wood,population,2021-12-31", 70, "人", ""),
        ("wood,covid_testing.person_times,2021", 50, "人次", "the last round"),
        ("wood,covid_testing.all_resident_rounds,2021", 2, "轮", ""),
        ("mill,population,2021-12-31", 40, "人", ""),
    ]
    small.write(
        "observations/beta.csv",
        small.read("observations/beta.csv")
        + "".join(
            f"{what},level,{number},,{unit},outturn,=,6,{number}{unit},{note}\n"
            for what, number, unit, note in rows
        ),
    )


def test_rates_are_of_the_mean_population(year):
    assert (year.births.value, year.deaths.value) == pytest.approx((40, 90))


def test_migration_is_what_births_and_deaths_leave_of_the_change(year):
    # 50 more died than were born; of a loss of 200 that leaves 150.
    assert (year.natural.value, year.migration.value) == pytest.approx((-50, -150))
    assert year.start.value == pytest.approx(1100)


def test_rounding_of_a_rate_passes_into_migration(people):
    coarse = data.amount(4, "%", Interval(3, 5))
    year = population.balance(persons(900), persons(-200), coarse, data.amount(9, "%"))
    # A natural loss of 60 to 40.
    assert (year.migration.low, year.migration.high) == pytest.approx((-160, -140))


def test_a_part_gains_on_what_its_share_was(people):
    # 90 are 45 percent after a rise of 5: it was 40 percent of 200, so 80.
    gain, rate = population.gained(
        persons(90), data.amount(45, "%"), data.amount(5, "%"), persons(200)
    )
    assert (gain.value, rate.value) == pytest.approx((10, 12.5))


def test_children_are_spread_over_their_ages(people):
    assert population.year_of_children(persons(96), 16).value == 6


def test_communities_are_no_townships(people):
    assert [one.entity for one in population.townships()] == ["hill", "lake", "wood"]


def test_only_tests_of_all_rounds_together_are_divided_by_rounds(people):
    assert [one.people.entity for one in population.tested()] == ["hill", "lake"]


def test_a_round_reaches_its_part_of_the_printed_people(people):
    hill, lake = population.tested()
    assert (hill.a_round.value, population.reached([hill]).value) == pytest.approx((200, 40))
    assert population.reached([lake]).value == pytest.approx(20)  # 60 of 300


def test_townships_together_weigh_by_people(people):
    # 260 of 800, not the mean of 40 and 20.
    assert population.reached(population.tested()).value == pytest.approx(32.5)
