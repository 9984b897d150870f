"""The table of the audit, what it covers, how failures are explained, and the command."""

import re
from itertools import pairwise

import pandas as pd
import pytest

from analysis import audit, data
from analysis.__main__ import main
from analysis.audit import agreement, index, report
from analysis.data import loading


def test_a_holding_gap_is_within_the_tolerance_and_a_failing_one_outside(real_data):
    table = real_data
    equal = table[
        ~table["kind"].isin(["plausibility", "cross-document"])
        & (table["verdict"] != "not assessable")
    ]
    inside = equal["gap"].abs() <= equal["tolerance"] * (1 + 1e-6) + 1e-9
    assert (inside == (equal["verdict"] == "holds")).all()


def test_what_one_figure_states_is_told_in_the_unit_in_which_it_is_printed():
    of_several = ("shares", "impossible")  # what they state is a sum, or a count
    told = {
        name: (one.weighed.stated, one.figures[0].value, one.unit, one.figures[0].unit)
        for name, one in audit.checks().items()
        if one.rule not in of_several and one.given.get("alone", 1)
    }
    assert {name.partition("/")[0] for name in told} == set(audit.KINDS)
    assert {
        name: said
        for name, said in told.items()
        if said[0] != pytest.approx(said[1]) or said[2] != said[3]
    } == {}


def test_an_audit_of_nothing_has_columns_of_text_too():
    nothing = audit.run(data.observations().head(0))
    assert nothing.empty and nothing["cause"].dtype == audit.run()["cause"].dtype


def test_two_checks_of_one_id_are_an_error_that_names_it(monkeypatch):
    pairs = agreement.pairs
    once = next(iter(pairs(index.Index(data.as_printed(data.observations())))))
    monkeypatch.setattr(agreement, "pairs", lambda of: [once, once])
    with pytest.raises(ValueError, match=f"have one id: {re.escape(once.check)}$"):
        audit.checks(data.observations().head(3))


def test_the_columns_are_those_of_the_contract_and_ids_are_unique(real_data):
    table = real_data
    assert " ".join(table.columns) == (
        "check kind lines documents stated derived gap tolerance unit verdict document entity "
        "indicator period status cause certainty argument"
    )
    assert table["check"].is_unique
    assert set(table["kind"]) <= set(audit.KINDS)
    assert set(table["verdict"]) <= set(audit.VERDICTS)
    assert table["lines"].str.fullmatch(r"(\d+( \d+)*)?").all()


def test_the_figures_behind_a_check_are_its_observations():
    found = audit.figures(["difference/natural growth rate/suzhou/2021/outturn/communique"])
    assert list(found["indicator"]) == ["natural_growth_rate", "birth_rate", "death_rate"]
    assert set(found["line"]) == {5568}


def test_most_checks_hold(real_data):
    counts = audit.counts().sum()
    assert counts["holds"] > 0.8 * counts["checks"]
    assert counts["checks"] == len(real_data)


def explained(*checks) -> pd.DataFrame:
    """The checks of the data, explained by rows from the second on, as a file has them."""
    rows = [(check, "slip", "likely", "A slip.") for check in checks]
    table = pd.DataFrame(rows, columns=["check", "cause", "certainty", "reason"])
    table.index += 2
    return report.weighed(audit.checks(), table, strict=True)


def test_an_explanation_is_added_to_the_failures_it_is_about():
    table = explained("sum/gdp:*").set_index("check")
    row = table.loc["sum/gdp:industry/suzhou/2021/outturn/communique"]
    assert (row["cause"], row["certainty"]) == ("slip", "likely")
    assert row["argument"] == "A slip."
    assert (table["cause"] != "").sum() == 1


def test_an_explanation_of_nothing_is_an_error():
    with pytest.raises(audit.ExplanationError, match=r"explanations.csv, row 2.*Remedy"):
        explained("sum/gdp:sector/*")


def test_a_second_explanation_is_an_error():
    said = r"row 3.*'sum/gdp:industry/suzhou/2021/outturn/communique' is explained already"
    with pytest.raises(audit.ExplanationError, match=said):
        explained("sum/gdp:*", "sum/*")


def test_what_the_data_explain_is_in_the_table_and_what_they_cannot_is_an_error(small):
    # 100.04 printed where the parts make 103.0: industry is 3 more.
    small.spoil("observations/alpha.csv", "2021,level,40.0,,亿元,outturn,=,2,40.0",
                "2021,level,43.0,,亿元,outturn,=,2,43.0")  # fmt: skip
    row = "sum/gdp:*,slip,likely,it is a slip.\n"
    small.write("explanations.csv", small.read("explanations.csv") + row)
    table = audit.run().set_index("check")
    assert table.loc["sum/gdp:sector/suzhou/2021/outturn/alpha", "argument"] == "it is a slip."
    loading._load.cache_clear()
    small.write("explanations.csv", small.read("explanations.csv") + row.replace("gdp", "grain"))
    with pytest.raises(audit.ExplanationError, match="row 3"):
        audit.run()


def test_the_order_of_kinds_is_that_of_the_contract(real_data):
    places = [audit.KINDS.index(kind) for kind in real_data["kind"]]
    assert all(one <= other for one, other in pairwise(places))


def test_the_command_prints_failures_and_counts_and_succeeds(capsys):
    assert main(["audit"]) == 0
    said = capsys.readouterr().out
    assert "difference/natural growth rate/suzhou/2021" in said
    assert "sum/gdp:sector/" not in said
    for kind in audit.KINDS:
        assert re.search(rf"^{kind}\s+\d+\s+\d+\s+\d+\s+\d+$", said, re.M)
    assert "% of the observations stand in a check" in said


def test_the_command_prints_every_check_when_asked(capsys):
    assert main(["audit", "--all"]) == 0
    assert "sum/gdp:sector/" in capsys.readouterr().out
