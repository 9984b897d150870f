"""The audit of the yearbook: nothing is left out, and a figure that is moved is found."""

import dataclasses
import random
import re
from collections import defaultdict

import pandas as pd
import pytest

from analysis import audit, data
from analysis.audit import report
from analysis.data import observation_laws

# What the statistical communique's own figures must satisfy, listed by hand from its text.
COMMUNIQUE = re.findall(
    r"\S+",
    """
sum/gdp:sector sum/gdp:industry sum/gdp.secondary:industry_and_construction
sum/gdp.tertiary:services sum/agriculture_value_added:agriculture_and_its_services
sum/resident_population:residence sum/resident_population:sex sum/resident_population:age
sum/agriculture_output:activity sum/grain.area:season sum/grain.output:season
sum/livestock.raised:species sum/livestock.stock:species sum/livestock.slaughter:species
sum/livestock.raised:stock_and_slaughter sum/cattle.raised:stock_and_slaughter
sum/sheep.raised:stock_and_slaughter sum/pigs.raised:stock_and_slaughter
sum/chickens.raised:stock_and_slaughter sum/generation_capacity:source
sum/retail_sales:residence sum/retail_sales:sector sum/retail_sales:size
sum/post_telecom_revenue:kind sum/budget_revenue:kind sum/scientific_achievements:type
sum/tourism.visitors:origin sum/medical_institutions:kind
sum/urban_income:source sum/rural_income:source
sum/urban_consumption:kind sum/rural_consumption:kind
sum/urban_employee_pension.insured:status sum/resident_pension.insured:residence
sum/medical_insurance.insured:scheme
share/gdp.primary share/gdp.secondary share/gdp.tertiary share/gdp:sector:share
share/resident_population.urban share/resident_population.rural share/resident_population.male
share/resident_population.female share/resident_population.age_0_15
share/resident_population.age_16_59 share/resident_population.age_60_plus
share/fixed_investment:sector:share share/fixed_investment:sector:share_change
difference/natural_growth_rate
ratio/birth_rate ratio/death_rate ratio/natural_growth_rate_from_counts ratio/output_per_head
ratio/Engel_coefficient_urban ratio/Engel_coefficient_rural
growth/gdp:sector:growth_real growth/gdp:industry:growth_real
growth/gdp.secondary:industry_and_construction growth/gdp.tertiary:services
growth/agriculture_value_added:agriculture_and_its_services
growth/agriculture_output:activity growth/livestock.raised:species growth/livestock.stock:species
growth/livestock.slaughter:species growth/cattle.raised:stock_and_slaughter
growth/fixed_investment:sector growth/fixed_investment.primary:share_change
growth/fixed_investment.secondary:share_change growth/fixed_investment.tertiary:share_change
growth/retail_sales:residence growth/retail_sales:sector growth/retail_sales:size
growth/post_telecom_revenue:kind growth/budget_revenue:kind growth/tourism.visitors:origin
growth/urban_income:source growth/rural_income:source growth/urban_consumption:kind
growth/rural_consumption:kind growth/real_income_urban growth/real_income_rural
growth/real_consumption_urban growth/real_consumption_rural growth/consumer_prices
growth/investment_of_the_district_and_the_zone
plausibility/doctors_and_nurses plausibility/three_taxes plausibility/four_meats
plausibility/four_crops plausibility/spending_on_three_purposes
plausibility/four_branches_of_above-scale_industry plausibility/four_kinds_of_passenger_vehicles
plausibility/wheat.area:within plausibility/maize_seed.output:within plausibility/vat:within
plausibility/health_workers.nurses:within plausibility/floor_space_sold.residential:within
""",
)


def test_every_identity_of_the_communique_is_in_the_audit(real_data):
    found = [one.replace(" ", "_") for one in real_data["check"] if one.endswith("communique")]
    gone = [
        identity
        for identity in COMMUNIQUE
        if not any(one.startswith((f"{identity}:", f"{identity}/")) for one in found)
    ]
    assert gone == []


def test_the_printed_natural_growth_rate_fails_against_the_rates_beside_it(real_data):
    table = real_data.set_index("check")
    row = table.loc["difference/natural growth rate/suzhou/2021/outturn/communique"]
    assert row["verdict"] == "fails"
    assert (row["stated"], round(row["derived"], 9)) == (-0.05, -1.15)
    assert round(row["tolerance"], 9) == 0.06
    assert row["lines"] == "5568"
    assert row["cause"] == "unit"


def test_retail_sales_by_size_do_not_make_the_growth_of_the_whole(real_data):
    # 143.83 / (51.25 / 1.277 + 92.58 / 1.171) is 1.2067.
    table = real_data.set_index("check")
    row = table.loc["growth/retail_sales:size:growth/suzhou/2021/outturn/communique"]
    assert (row["verdict"], row["stated"], round(row["derived"], 2)) == ("fails", 21.5, 20.67)


def test_taxes_of_three_budgets_make_what_was_collected_and_not_its_growth(real_data):
    # 5.0 + 7.8889 + 3.1304 is 16.0193 of 16.068; a year before, by 9.4, 5.7 and 7.5 percent,
    # 4.5704 + 7.4635 + 2.9120 is 14.9459: 7.18 percent more, where 4.57 is printed.
    table = real_data.set_index("check")
    where = "suzhou/2021/outturn/tax_bureau+communique+finance_bureau"
    amount = table.loc[f"sum/tax_collected:three budgets/{where}"]
    assert (amount["verdict"], round(amount["derived"], 4)) == ("holds", 16.0193)
    growth = table.loc[f"growth/tax_collected:three budgets:growth/{where}"]
    assert (growth["verdict"], growth["stated"]) == ("fails", 4.57)
    assert (round(growth["derived"], 2), growth["cause"]) == (7.18, "scope")


def test_every_total_with_parts_in_the_data_is_tested(real_data):
    frame = data.observations()
    year = frame["period"].str.replace(r"^(\d{4})-\d\d-\d\d$", r"\1", regex=True)
    frame = frame.assign(year=year)
    dictionary = data.indicators()
    tested = set(real_data.query("kind == 'sum'")["check"])
    place = ["entity", "year", "status"]
    levels = frame[frame["measure"] == "level"]
    held = {key: set(rows["indicator"]) for key, rows in levels.groupby(place)}
    splits = dictionary[(dictionary["split"] != "") & (dictionary["parent"] != "")]
    found = 0
    for (whole, split), parts in splits.groupby(["parent", "split"]):
        for (entity, year, status), names in held.items():
            if len(parts) > 1 and {whole, *parts.index} <= names:
                start = f"sum/{whole}:{split}/{entity}/{year}/{status}/"
                assert any(one.startswith(start) for one in tested), start
                found += 1
    assert found > 25


def test_every_part_that_is_printed_beside_its_whole_is_tested(real_data):
    frame = data.observations()
    frame = frame[(frame["measure"] == "level") & ~frame["dimension"].str.contains("rat")]
    year = frame["period"].str.replace(r"^(\d{4})-\d\d-\d\d$", r"\1", regex=True)
    frame = frame.assign(year=year)
    parents = data.indicators()["parent"]
    table = real_data
    tested = table[table["kind"].isin(["sum", "plausibility"])]
    lines = [set(one.split()) for one in tested["lines"]]
    place = ["document", "entity", "year", "status"]
    for _, rows in frame.groupby(place):
        names = set(rows["indicator"])
        for part in names:
            whole = parents.get(part)
            if whole in names:
                on = {
                    one: set(rows.loc[rows["indicator"] == one, "line"].astype(str))
                    for one in (part, whole)
                }
                assert any(on[part] & one and on[whole] & one for one in lines), (part, whole)


def test_every_failure_of_the_data_is_explained_or_said_to_be_open(real_data):
    table = real_data
    assert list(table.loc[(table["verdict"] == "fails") & (table["cause"] == ""), "check"]) == []


def in_checks():
    """The observations that stand in a check with another: a fault in one fails those alone."""
    return data.observations()[audit.tested()]


def test_the_observations_in_checks_are_audited_alone_as_among_all(real_data):
    def compared(table):
        of_one = table["check"].str.match(r"plausibility/a_(share|count|range)")
        return table.loc[~of_one, ["check", "stated", "derived", "tolerance", "verdict"]]

    alone, among_all = (
        compared(one).set_index("check") for one in (audit.run(in_checks()), real_data)
    )
    pd.testing.assert_frame_equal(alone.sort_index(), among_all.sort_index())


@pytest.fixture(scope="module")
def around() -> dict[int, list[int]]:
    """Where each observation in a check stands, and those that it stands in a check with."""
    near: dict[int, set[int]] = defaultdict(set)
    for check in report.checks().values():
        rows = {figure.row for figure in check.figures}
        for row in rows:
            near[row] |= rows
    return {row: sorted(rows) for row, rows in near.items()}


def test_a_figure_of_the_yearbook_that_is_moved_is_found(real_data, around):
    # Every complete sum of the communique, its whole moved by ten times what rounding allows.
    frame = data.observations()
    checks = report.checks()
    whole = real_data.query("kind == 'sum' and verdict == 'holds' and status == 'outturn'")
    for row in whole.drop_duplicates("indicator").head(8).itertuples():
        spoiled = frame.loc[around[checks[row.check].figures[0].row]]
        at = spoiled["indicator"].eq(row.indicator) & spoiled["measure"].eq("level")
        move = 10 * max(row.tolerance, 1)
        spoiled.loc[at, ["value", "low", "high"]] += move
        spoiled.loc[at, "base_value"] *= 1 + move / row.stated
        found = audit.run(spoiled).set_index("check")
        assert found.at[row.check, "verdict"] == "fails"


def other_digit(text, rng):
    """``text`` with one of its digits replaced by another."""
    at = rng.choice([place for place, letter in enumerate(text) if letter.isdigit()])
    new = rng.choice([digit for digit in "0123456789" if digit != text[at]])
    return text[:at] + new + text[at + 1 :]


def test_a_thousand_single_digit_corruptions_are_all_found(capsys):
    rng = random.Random(2021)
    tables = data.load()
    rows = tables.observations.sample(1000, replace=True, random_state=2021)
    values, texts = rows["value"].tolist(), rows["printed"].tolist()
    for at in range(len(rows)):
        if re.search(r"\d", texts[at]) and rng.random() < 0.5:
            texts[at] = other_digit(texts[at], rng)
        else:
            values[at] = float(other_digit(f"{values[at]:.10g}", rng))
    spoiled = rows.assign(value=values, printed=texts).reset_index(drop=True)
    faults = observation_laws._printed(dataclasses.replace(tables, observations=spoiled))
    found = len({fault.row for fault in faults})
    with capsys.disabled():
        print(f"\n{found} of 1000 single-digit corruptions of a value or its printing found")
    assert found == 1000


def test_misreadings_that_agree_with_their_printing_are_found_by_the_audit(
    real_data, around, capsys
):
    # A digit misread in the book is wrong in `value` and in `printed`: only other figures tell.
    rng = random.Random(2021)
    frame = data.observations()
    failed = set(real_data.query("verdict == 'fails'")["check"])
    covered = list(in_checks().index)
    found, tried = 0, 60
    for _ in range(tried):
        at = rng.choice(covered)
        spoiled = frame.loc[around[at]]
        old = spoiled.at[at, "value"]
        move = float(other_digit(f"{old:.10g}", rng)) - old
        spoiled.loc[at, ["value", "low", "high"]] += move
        now = set(audit.run(spoiled).query("verdict == 'fails'")["check"])
        found += bool(now - failed)
    with capsys.disabled():
        print(f"\n{found} of {tried} misread digits found by the audit alone")
    assert found > tried / 2
