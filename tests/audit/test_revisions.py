"""What a later volume says otherwise: listed with both numbers, on invented figures."""

import pandas as pd
import pytest

from analysis import audit
from invented import figure, printed


def revised(*rows: dict) -> pd.DataFrame:
    return audit.revisions([printed(row, place) for place, row in enumerate(rows)])


def later(text: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    own = {"volume": "2023", "document": "later", "line": 7}
    return figure(text, unit, measure, **own | given)


def test_a_fact_printed_otherwise_in_a_later_volume_is_a_revision():
    (row,) = revised(figure("232.33", line=4), later("230.01")).itertuples()
    assert (row.kind, row.old, row.new, row.direction) == ("printed", 232.33, 230.01, "down")
    # 230.01 - 232.33 = -2.32, of 232.33 that is 0.9986 percent.
    assert row.change == pytest.approx(-2.32)
    assert row.percent == pytest.approx(-0.9986, abs=1e-4)
    assert (row.old_volume, row.old_line, row.new_volume, row.new_line) == ("2022", 4, "2023", 7)


def test_a_stock_of_another_day_is_no_revision():
    rows = figure("232.33", period="2021-10-20"), later("230.01", period="2021-12-31")
    assert revised(*rows).empty
    assert len(revised(figure("232.33"), later("230.01", period="2021-12-31"))) == 1


def test_one_volume_revises_nothing():
    assert revised(figure("232.33"), figure("230.01", document="other")).empty
    moved = figure("104.0", period="2022"), figure("5.0", "%", "growth", period="2022")
    assert revised(figure("102.0"), *moved).empty


@pytest.mark.parametrize("same", ["232.3", "232.33", "232"])
def test_the_same_within_rounding_is_no_revision(same):
    assert revised(figure("232.33"), later(same)).empty


def test_an_about_revises_nothing():
    assert revised(figure("232.33"), later("200", bound="~")).empty


def test_what_any_document_of_the_old_volume_printed_is_not_new():
    rows = figure("232.33"), figure("230.01", document="report"), later("230.01")
    assert revised(*rows).empty


def test_a_target_of_a_later_report_is_another_aim():
    assert revised(figure("400", status="target"), later("380", status="target")).empty


def test_units_are_compared_by_what_they_are():
    (row,) = revised(figure("1.25"), later("12700", "万元")).itertuples()
    assert (row.unit, row.new, row.direction) == ("亿元", 1.27, "up")


def test_three_volumes_are_two_steps():
    rows = figure("10.0"), later("11.0"), later("13.0", volume="2024", document="last")
    assert revised(*rows)["change"].tolist() == pytest.approx([1.0, 2.0])


def test_growth_is_revised_in_points_and_has_no_percent():
    (row,) = revised(figure("9.2", "%", "growth"), later("8.7", "%", "growth")).itertuples()
    assert row.change == pytest.approx(-0.5)
    assert pd.isna(row.percent)


def test_a_level_and_its_growth_imply_the_base_that_is_not_printed():
    # 104.0 after growth of 5.0 percent was 99.05 (99.00 to 99.14): not the 102.0 printed before.
    rows = (
        figure("102.0"),
        later("104.0", period="2022"),
        later("5.0", "%", "growth", period="2022"),
    )
    (row,) = revised(*rows).itertuples()
    assert (row.kind, row.period, row.direction) == ("implied", "2021", "down")
    assert row.new == pytest.approx(99.048, abs=0.001)
    assert (row.new_document, row.new_line) == ("later", 7)


def test_a_base_that_rounding_allows_is_none():
    rows = figure("99.1"), later("104.0", period="2022"), later("5.0", "%", "growth", period="2022")
    assert revised(*rows).empty


@pytest.mark.parametrize(
    ("level", "text", "unit", "measure", "given"),
    [
        ({}, "5.0", "%", "growth_real", {}),
        ({}, "5.0", "%", "growth", {"document": "another"}),
        ({}, "5.0", "%", "growth", {"bound": "~"}),
        ({}, "5.0", "%", "growth", {"low": -100.0}),
        ({}, "1", "番", "growth", {}),
        ({}, "50.0", "万吨", "change", {}),
        ({"bound": ">="}, "5.0", "%", "growth", {}),
    ],
)
def test_what_leaves_no_base_certain_implies_none(level, text, unit, measure, given):
    rows = figure("102.0"), later("104.0", period="2022", **level)
    assert revised(*rows, later(text, unit, measure, period="2022", **given)).empty


@pytest.mark.parametrize("beside", [{"printed": "99.1"}, {"printed": "150", "bound": "~"}])
def test_no_base_is_implied_where_any_figure_of_the_old_volume_may_be_it(beside):
    rows = figure("102.0"), figure(document="report", **beside), later("104.0", period="2022")
    assert revised(*rows, later("5.0", "%", "growth", period="2022")).empty


def test_where_the_growth_says_nothing_the_change_implies_the_base():
    rows = (
        figure("102.0"),
        later("104.0", period="2022"),
        later("5.0", "%", "growth", period="2022", bound="~"),
        later("7.0", measure="change", period="2022"),
    )
    assert revised(*rows)["new"].tolist() == pytest.approx([97.0])


@pytest.mark.parametrize(
    ("others", "shown"),
    [
        ([{"text": "111"}, {"text": "112.00"}], 112.0),
        ([{"text": "111"}, {"text": "112.00", "bound": ">="}], 111.0),
        ([{"text": "113", "document": "communique"}, {"text": "112.00"}], 113.0),
    ],
)
def test_of_a_volumes_figures_the_communiques_or_the_most_precise_is_shown(others, shown):
    for order in (others, others[::-1]):
        named = [{"document": f"no {at}"} | one for at, one in enumerate(order)]
        assert revised(figure("100.0"), *(later(**one) for one in named))["new"].tolist() == [shown]


def test_a_change_implies_its_base():
    # 45.0 after a change of -0.4 was 45.4: not 45.9.
    rows = (
        figure("45.9"),
        later("45.0", period="2022"),
        later("0.4", measure="change", period="2022"),
    )
    rows[-1].update(value=-0.4, low=-0.45, high=-0.35)
    (row,) = revised(*rows).itertuples()
    assert (row.kind, row.new) == ("implied", pytest.approx(45.4))


def test_a_base_that_the_later_volume_prints_itself_is_not_implied_again():
    rows = figure("102.0"), later("99.1"), later("104.0", period="2022")
    found = revised(*rows, later("5.0", "%", "growth", period="2022"))
    assert found["kind"].tolist() == ["printed"]


def test_the_data_of_one_volume_have_no_revisions():
    found = audit.revisions()
    assert found.empty
    assert " ".join(found.columns) == (
        "indicator entity period measure kind unit old new change percent direction old_volume "
        "old_document old_line new_volume new_document new_line was became moved"
    )
    assert " ".join(found.select_dtypes("float64").columns) == "old new change percent"
