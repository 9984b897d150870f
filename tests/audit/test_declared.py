"""What must hold of identities and explanations, each broken once in the small folder."""

import pytest

from analysis import data
from analysis.__main__ import main
from analysis.audit import laws


def formulas(small, left, formula, kind="ratio", relation="="):
    table = small.read("identities.csv")
    small.write("identities.csv", f"{table}one,{kind},{left},{relation},{formula},it is so\n")
    return list(laws.formulas(data.read_all(small.path)[0]))


@pytest.mark.parametrize(
    ("kind", "left", "formula"),
    [
        ("sum", "gdp", "gdp.industry + gdp.farming"),
        ("ratio", "gdp", "(gdp.industry - gdp.farming) / grain"),
        ("ratio", "growth(gdp)", "100 * grain / (grain - change(grain)) - 100"),
        ("ratio", "growth(gdp)", "growth(gdp @ suzhou)"),
        ("ratio", "gdp", "mean(grain) + real(growth(gdp), growth(grain)) + span(grain, -gdp)"),
    ],
)
def test_a_formula_that_can_be_worked_out_is_sound(small, kind, left, formula):
    assert formulas(small, left, formula, kind) == []


@pytest.mark.parametrize(
    ("kind", "left", "formula", "told"),
    [
        ("ratio", "gdp", "gdp.industry +", "no formula"),
        ("ratio", "gdp", "gdp.nowhere", "no gdp.nowhere"),
        ("ratio", "gdp", "gdp / (gdp - gdp)", "comes to no number"),
        ("ratio", "gdp", "grain / 0", "comes to no number"),
        ("ratio", "gdp", "grain * 1e200 * 1e200", "comes to no number"),
        ("ratio", "gdp", "grain * 1" + 400 * "0", "comes to no number"),
        ("ratio", "gdp", "5", "follows from no figure"),
        ("ratio", "gdp", "True", "no formula"),
        ("ratio", "gdp", "gdp", "agrees with itself"),
        ("ratio", "gdp", "gdp @ nowhere", "no 'nowhere'"),
        ("ratio", "gdp", " + ".join(["grain"] * 3000), "longer than 500"),
        ("ratio", "gdp", 400 * "-" + "grain", "inside one another"),
        ("ratio", "gdp", 300 * "(" + "grain", "no formula"),
        ("sum", "gdp", "5", "a sum is"),
        ("sum", "gdp", "gdp.industry", "a sum is"),
        ("sum", "gdp", "gdp.industry - gdp.farming", "a sum is"),
        ("sum", "gdp", "growth(gdp.industry) + gdp.farming", "a sum is"),
        ("sum", "gdp / 2", "gdp.industry + gdp.farming", "a sum is"),
    ],
)
def test_a_formula_that_says_nothing_is_told_with_its_row(small, kind, left, formula, told):
    (fault,) = formulas(small, left, formula, kind)
    assert (fault.file, fault.row, fault.column) == ("identities.csv", 2, "formula")
    assert told in fault.problem


def test_a_limit_needs_no_second_figure(small):
    assert formulas(small, "share(gdp.services)", "100", "plausibility", "<=") == []


def test_check_tells_of_a_formula(small, capsys):
    formulas(small, "gdp", "gdp / (gdp - gdp)")
    assert main(["check"]) == 1
    assert "identities.csv, row 2, column 'formula'" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["explanations.csv", "context/explanations.csv"])
def test_check_tells_of_every_explanation_of_nothing(small, capsys, name):
    small.write(
        name, small.read(name) + "no/*,slip,likely,it is so.\nnone/*,slip,likely,it is so.\n"
    )
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert f"{name}, row 2, column 'check'" in said and f"{name}, row 3" in said
    assert "2 faults" in said
