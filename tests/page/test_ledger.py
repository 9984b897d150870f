import pytest

from analysis.data import UnknownFigure
from analysis.page.ledger import Ledger


def test_a_ledger_answers_as_the_data_do(small):
    ledger = Ledger()
    assert ledger.value("gdp", document="alpha") == 100
    assert ledger.figure("retail").unit == "亿元"


def test_a_ledger_passes_every_choice_on(small):
    with pytest.raises(UnknownFigure, match="'beta'"):
        Ledger().value("grain", document="beta")
    with pytest.raises(UnknownFigure, match="'2020'"):
        Ledger().figure("grain", "2020")


def test_a_ledger_remembers_what_was_asked_in_that_order(small):
    ledger = Ledger()
    ledger.value("schools")
    ledger.figure("grain", measure="growth")
    ledger.figure("bookshops")
    assert ledger.used()["indicator"].tolist() == ["schools", "grain", "bookshops"]


def test_a_fact_asked_twice_is_used_once(small):
    ledger = Ledger()
    ledger.value("gdp")
    # The more precise of two documents is the second one.
    ledger.value("gdp", document="beta")
    assert len(ledger.used()) == 1


def test_a_request_that_fails_is_not_used(small):
    ledger = Ledger()
    with pytest.raises(UnknownFigure):
        ledger.value("nothing")
    assert ledger.figures == []


def test_ledgers_do_not_share_their_facts(small):
    Ledger().value("gdp")
    assert Ledger().figures == []


def test_used_says_where_each_figure_is_printed(small):
    ledger = Ledger()
    ledger.value("gdp.services", measure="share")
    (row,) = ledger.used().itertuples()
    assert (row.document, row.page, row.line, row.printed) == ("beta", 312, 6, "一半")
    assert (row.value, row.unit, row.note) == (50, "%", "in words")


def test_used_has_the_documented_columns(small):
    ledger = Ledger()
    ledger.value("gdp")
    columns = (
        "indicator, name_en, name_zh, entity, period, measure, status, value, unit, "
        "printed, document, page, line, note"
    )
    assert ", ".join(ledger.used().columns) == columns


def test_a_figure_reached_from_another_is_remembered(small):
    ledger = Ledger()
    industry = ledger.figure("gdp.industry")
    assert [one.measure for one in ledger.figures] == ["level"]
    assert industry.growth_real.value == -2.5
    assert [one.measure for one in ledger.figures] == ["level", "growth_real"]
