"""What the targets of the real data start from, and what is a target and what is none."""

import pytest

from analysis import data, printed

TARGET = ["document", "line", "indicator", "period", "measure"]


@pytest.fixture(scope="module")
def starts():
    return data.load().starts


@pytest.mark.parametrize(
    "row",
    [
        "party_report 514 rural_housing.renovated start part rural_revitalisation_bureau 2718",
        "party_report 512 new_energy_capacity start part new_energy_park 3969",
        "party_report 532 kindergartens.new start same education_bureau 3532",
        "government_report 822 specialised_enterprises.new_per_year start same "
        "industry_information_bureau 2758",
        "government_report 888 primary_health_centres.new start wider party_report 416",
        "government_report 886 market_entities pace wider market_supervision_bureau 2483",
        "government_report 820 industry_above_scale.enterprises pace proxy "
        "industry_information_bureau 2748",
        "government_report 904 investment_promotion.contracts_signed also wider "
        "commerce_bureau 2854",
    ],
)
def test_starts_read_by_hand(starts, row):
    columns = [
        *("document", "line", "indicator", "role"),
        *("kind", "start_document", "start_line"),
    ]
    found = starts.drop_duplicates(["document", "line", "indicator", "role"])[columns]
    assert row in set(found.astype(str).agg(" ".join, axis=1))


def test_what_came_before_losses_are_taken_off_is_no_least_of_what_was_added(starts):
    gross = starts[
        (starts["role"] == "pace") & starts["reason"].str.contains(" before (?:closures|those|any)")
    ]
    assert set(gross["indicator"]) >= {"market_entities", "high_tech_enterprises"}
    assert set(gross["kind"]) == {"wider", "proxy"}


def test_what_is_added_is_in_the_unit_of_the_start(starts):
    units = (
        data.observations()
        .query("status == 'outturn'")
        .drop_duplicates(TARGET)
        .set_index(TARGET)["base_unit"]
    )
    for _, rows in starts[starts["role"].isin(["start", "add"])].groupby(TARGET):
        places = rows[[f"start_{one}" for one in TARGET]].itertuples(index=False, name=None)
        assert units.loc[list(places)].nunique() == 1


def test_each_reason_is_a_sentence(starts):
    assert starts["reason"].str.fullmatch(r"[A-Z].{10,}[.]").all()


def test_two_reports_that_aim_at_the_same_thing_start_from_the_same(starts):
    same = ["indicator", "period", "measure"]
    figures = [f"start_{one}" for one in TARGET] + ["kind", "role"]
    frame = data.observations().query("status == 'target'")
    aims = frame.groupby(same)["document"].agg(set)
    checked = 0
    for key, rows in starts.groupby(same):
        by_document = rows.groupby("document")[figures].apply(
            lambda one: set(map(tuple, one.values))
        )
        if len(aims[key]) > 1:
            assert set(by_document.index) == aims[key]
            assert all(one == by_document.iloc[0] for one in by_document)
            checked += 1
    assert checked >= 10


def test_the_size_of_a_project_is_no_target():
    rows = data.observations().query("document == 'new_energy_park' and status == 'target'")
    yes_or_no = rows["dimension"] == "yes or no"
    assert set(rows.loc[~yes_or_no, "indicator"]) == {
        "fixed_investment",
        "above_scale_enterprises.new",
    }


def test_projects_planned_for_the_year_are_a_target_with_its_completion():
    found = data.observations().query("indicator == 'projects_over_5m.started'")
    assert set(zip(found["status"], found["measure"], found["value"], strict=True)) == {
        ("target", "level", 316),
        ("outturn", "level", 227),
        ("outturn", "completion", 71.8),
    }


def test_yes_is_one_and_is_told_in_words():
    rows = data.observations().query("dimension == 'yes or no'")
    assert len(rows) >= 50
    assert (rows["value"] == 1).all()
    assert rows["printed"].map(printed.in_words).all()


def test_a_limit_of_none_is_a_ceiling():
    rows = data.observations().query("status == 'target' and value == 0")
    assert set(rows["indicator"]) >= {"work_accidents.major", "poverty_relapse.large_scale"}
    assert (rows["bound"] == "<=").all()
