"""The figures of other places, tested against one another."""

import pytest

from analysis import audit
from analysis.audit import elsewhere

FIGURES = "context/figures.csv"


def verdicts(table) -> dict[str, str]:
    return dict(zip(table["check"], table["verdict"], strict=True))


def test_parts_and_shares_of_another_place_are_tested(small):
    # 3,000 and 4,000 are 7,000; 3,000 is 42.9 percent of it.
    found = verdicts(elsewhere.run())
    assert found["share/gdp.industry/Country/2021/outturn/office"] == "holds"
    assert set(found.values()) == {"holds"}


def test_a_share_that_its_amounts_do_not_make_fails(small):
    small.spoil(FIGURES, "share,42.9", "share,43.9")
    row = elsewhere.run().set_index("check").loc["share/gdp.industry/Country/2021/outturn/office"]
    assert row["verdict"] == "fails"
    assert row["derived"] == pytest.approx(300 / 7)


def test_the_real_figures_were_tested_and_each_failure_is_argued():
    table = elsewhere.run()
    assert len(table) >= 60
    failed = table[table["verdict"] == "fails"]
    assert (failed["cause"] != "").all()
    assert set(failed["entity"]) == {"China", "Dingxi"}


def test_an_explanation_of_nothing_is_an_error_that_names_its_file(small):
    name = "context/explanations.csv"
    small.write(name, small.read(name) + "no/*,slip,likely,it is so.\n")
    with pytest.raises(audit.ExplanationError, match=r"context/explanations\.csv, row 2"):
        elsewhere.run()


def test_the_yearbooks_audit_has_no_figure_of_another_place(real_data):
    assert "China" not in set(real_data["entity"])
