import pandas as pd
import pytest

from analysis import data
from analysis.audit import identities
from analysis.printed import Interval

COLUMNS = ["identity", "kind", "left", "relation", "formula", "reason"]


def declared(left, formula, identity="one", kind="ratio"):
    row = [identity, kind, left, "=", formula, "because"]
    table = pd.DataFrame([row], columns=COLUMNS, index=pd.Index([2]))
    return identities.declared(table, data.load().indicators)


def test_a_formula_names_its_figures_in_order():
    (one,) = declared("gdp_per_capita", "gdp / mean(resident_population)")
    assert [(two.indicator, two.measure) for two in one.operands] == [
        ("gdp_per_capita", "level"),
        ("gdp", "level"),
        ("resident_population", "level"),
        ("resident_population", "change"),
    ]


def test_letters_in_braces_are_filled_from_the_dictionary():
    found = declared("{x}_engel", "100 * {x}_consumption.food / {x}_consumption", "Engel {x}")
    assert [one.identity for one in found] == ["Engel urban", "Engel rural"]


def test_another_entity_is_named_behind_an_at_sign():
    (one,) = declared("growth(gdp)", "growth(gdp @ gansu)")
    assert one.operands[1] == identities.Operand("gdp", "growth", "gansu")


def test_a_sum_becomes_a_breakdown():
    found = identities.breakdowns(
        declared("cattle.raised", "cattle.stock + cattle.slaughter", "herd", "sum")
    )
    assert [(one.whole, one.split, one.parts) for one in found] == [
        ("cattle.raised", "herd", ("cattle.stock", "cattle.slaughter"))
    ]


@pytest.mark.parametrize(
    ("left", "formula", "said"),
    [
        ("gdp", "no_such_thing + gdp.primary", "no_such_thing"),
        ("gdp", "gdp.primary +", "no formula"),
        ("gdp", "open('x')", "not part of a formula"),
        ("gdp", "gdp.primary ** 2", "not part of a formula"),
        ("gdp", "[one for one in gdp]", "not part of a formula"),
        ("gdp", "(gdp)(1)", "not part of a formula"),
        ("gdp", "mean(1)", "not part of a formula"),
        ("gdp", "mean(gdp, gdp.primary)", "not part of a formula"),
        ("gdp", "real(gdp)", "not part of a formula"),
        ("gdp", "span()", "not part of a formula"),
        ("100", "gdp", "names no indicator"),
        ("{x}.nothing", "{x}.nowhere", "can stand for"),
    ],
)
def test_a_formula_that_cannot_be_read_is_refused_with_its_row(left, formula, said):
    with pytest.raises(identities.IdentityError, match=r"identities.csv, row 2.*Remedy") as caught:
        declared(left, formula)
    assert said in str(caught.value)


def test_every_declared_identity_is_used():
    from analysis import audit

    tables = data.load()
    names = {one.identity for one in identities.declared(tables.identities, tables.indicators)}
    seen = {name for one in audit.run()["check"] for name in one.replace(":", "/").split("/")}
    unused = {one for one in names if one not in seen}
    assert unused == set()


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("-gdp.primary", -5, -2),
        ("-gdp.primary + 10", 5, 8),
        ("10 - -gdp.primary", 12, 15),
        ("-gdp.primary * 3", -15, -6),
    ],
)
def test_a_minus_turns_a_figure_and_its_ends(formula, low, high):
    (one,) = declared("gdp", formula)
    assert identities.worked_out(one.right, lambda _: Interval(2, 5)) == Interval(low, high)


def test_letters_that_one_side_alone_names_are_filled_too():
    found = declared("{x}_engel", "100", "Engel {x}")
    assert [one.identity for one in found] == ["Engel urban", "Engel rural"]


def test_a_formula_is_refused_from_the_first_operation_too_many():
    # A name alone is two levels deep, and each minus one more; fifty are read.
    (one,) = declared("gdp", 48 * "-" + "gdp")
    assert identities.worked_out(one.right, lambda _: Interval(2, 5)) == Interval(2, 5)
    with pytest.raises(identities.IdentityError, match="more than 50 operations"):
        declared("gdp", 49 * "-" + "gdp")
