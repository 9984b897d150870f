"""Targets in the words of tables."""

import pytest

from analysis import goals
from analysis.goals import counting
from analysis.page import targets


@pytest.fixture(scope="module")
def every():
    return goals.once(goals.assess())


def one(table, every, **wanted):
    """The row of the only target that is wanted."""
    kept = every[
        [all(getattr(row, k) == v for k, v in wanted.items()) for row in every.itertuples()]
    ]
    assert len(kept) == 1
    return table(kept).iloc[0]


PARTY = {"document": "party_report", "period": "2026", "measure": "level"}


def test_a_level_has_its_start_and_what_it_needs(every):
    row = one(targets.summary, every, indicator="urban_income", **PARTY)
    assert list(row) == [
        "45,817 yuan", "80,000 yuan", "11.8% a year", "7.1%", "asks more",
    ]  # fmt: skip


def test_a_level_of_the_next_year_needs_a_rate_and_not_one_a_year(every):
    row = one(
        targets.summary, every, indicator="rural_income", document="government_report",
        period="2022", measure="level",
    )  # fmt: skip
    assert row["Needs"] == "7.9%"


def test_a_sum_starts_from_nothing_and_needs_so_many_a_year(every):
    row = one(targets.summary, every, indicator="rural_housing.renovated", document="party_report")
    assert (row["Start"], row["Needs"], row["Brought"]) == ("", "4,000 a year", "1,371")


def test_a_title_is_yes_or_no_and_needs_no_rate(every):
    row = one(targets.summary, every, indicator="designation.garden_city", **PARTY)
    assert (row["Goal"], row["Needs"], row["Verdict"]) == ("to come about", "", "yes or no")


def test_a_goal_of_none_is_none_and_a_work_needs_no_reason(every):
    row = one(targets.listing, every, indicator="poverty_relapse.persons")
    assert row["Asks for"] == "none"
    row = one(targets.listing, every, indicator="designation.garden_city", **PARTY)
    assert row["Why"] == ""


def test_a_work_of_a_month_names_it_beside_the_same_work_of_the_year(every):
    hub = every[every["indicator"] == "works.south_passenger_hub_begun"]
    rows = targets.listing(hub)
    assert list(rows["Asks for"]) == ["to come about", "to come about, in January"]
    assert list(rows["By"]) == ["2022", "2022"]


def test_one_function_gives_the_verdict_of_both_tables(every):
    levels = counting.apart(every[every["kind"] == "level"])
    levels = levels.dropna(subset=["pace", "required_growth"])
    assert set(levels["verdict"]) >= {"more", "less", "open", "partly"}
    assert list(targets.summary(levels)["Verdict"]) == list(targets.listing(levels)["Verdict"])


def test_prices_are_named_where_they_decide(every):
    row = one(targets.summary, every, indicator="gdp", **PARTY)
    assert row["Verdict"] == "depends on prices"


def test_the_list_names_measures_that_are_no_levels(every):
    growth = one(targets.listing, every, indicator="fixed_investment", period="2022",
                 measure="growth")  # fmt: skip
    assert growth.name == "Fixed-asset investment, growth 固定资产投资"
    assert (growth["By"], growth["Stated by"]) == ("2022", "Government")


def test_a_thing_is_found_by_its_everyday_name_too(every):
    firms = one(targets.listing, every, indicator="market_entities", document="party_report")
    assert firms.name == "Market entities (registered businesses) 市场主体"


def test_a_thing_of_each_year_does_not_say_so_twice(every):
    firms = one(targets.listing, every, indicator="high_tech_enterprises.new_per_year")
    assert firms.name.startswith("New high-tech enterprises per year 每年")


def test_a_reason_has_no_digits_without_use_and_names_places(every):
    row = one(targets.listing, every, indicator="afforestation.area", document="government_report")
    assert row["Why"] == (
        "It asks for 7,400 mu (493 hectares) a year; 2021 brought 8,049 mu (536.6 hectares)."
    )
    row = one(targets.listing, every, indicator="medical_insurance.enrolment_rate", period="2022")
    assert row["Why"] == "Townships print at least 95% (Fengle Town) to 100% (such as Xifeng Town)."


def test_of_one_place_its_rate_is_named_and_of_what_it_is(every):
    row = one(
        targets.listing, every, indicator="village_groups.street_lit", document="party_report"
    )
    assert row["Why"] == (
        "Quanhu Town prints 81%. Only a related figure is printed "
        "(Street lamp rate of village settlements)."
    )


def test_where_nothing_is_printed_of_just_it_what_is_near_is_named(every):
    row = one(targets.listing, every, indicator="investment_promotion.contracts_signed")
    assert row["Why"] == (
        "The yearbook prints no figure of 2021 for exactly this. Also printed: "
        "Investment-promotion projects signed, 273; Investment-promotion projects brought in, 77."
    )


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        ("scenic_areas_3a", "It needs at most 5 a year; 2021 brought 5."),  # 5 are a lower limit
        ("agri_leading_enterprises", "It needs at most 11.4 a year; 2021 brought 4. "),
        ("seed.area", "It needs 2.9% a year; 2021 brought at least 17.5%."),  # the slower part's
    ],
)
def test_of_a_limit_it_is_said_which_way_it_lies(every, indicator, said):
    rows = targets.listing(every[every["indicator"] == indicator])
    assert len(rows) == 1  # what both reports set alike
    assert rows.iloc[0]["Why"].startswith(said)


@pytest.mark.parametrize(
    ("indicator", "asks"),
    [("work_accidents.major", "to be curbed"), ("poverty_relapse.large_scale", "none")],
)
def test_what_no_number_is_set_for_is_asked_in_words(every, indicator, asks):
    assert set(targets.listing(every[every["indicator"] == indicator])["Asks for"]) == {asks}


def test_another_count_of_the_same_thing_is_named(every):
    row = one(targets.listing, every, indicator="high_tech_enterprises")
    assert row["Why"].endswith("Also printed: National high-tech enterprises, 44.")


def test_what_was_only_begun_is_said_to_be(every):
    row = one(targets.listing, every, indicator="solar_capacity.new")
    assert "2021 brought 600,000 kilowatts, begun." in row["Why"]


def test_what_became_fewer_is_told_without_a_sign(every):
    row = one(targets.listing, every, indicator="good_air_days")
    assert row["Why"] == "It needs 7 days a year; 2021 brought 33 days fewer than before."


def test_doublings_are_told_as_a_multiple(every):
    row = one(targets.listing, every, indicator="industry_value_added", document="party_report",
              measure="growth")  # fmt: skip
    assert row["Asks for"] == "four times as much (2 doublings)"


def test_what_both_reports_set_alike_is_one_row_of_the_list(every):
    of_gdp = every[(every["indicator"] == "gdp") & (every["period"] == "2026")]
    rows = targets.listing(of_gdp)
    assert list(of_gdp["document"]) == ["party_report", "government_report"]
    assert list(rows["Stated by"]) == ["Party and Government"]
    assert set(targets.listed_at(of_gdp)) == {"party_report-gdp-2026-level"}


def test_what_reports_set_otherwise_stands_apart(every):
    houses = every[every["indicator"] == "rural_housing.renovated"]
    assert list(targets.listing(houses)["Stated by"]) == ["Party", "Government"]
    assert targets.listed_at(houses).nunique() == 2


def test_every_row_of_the_list_is_whole_and_has_one_address(every):
    rows = targets.listing(every)
    assert rows.notna().all(axis=None)
    assert len(rows) == targets.listed_at(every).nunique() < len(every)
