from urllib.parse import unquote_to_bytes

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from analysis.data import UnknownFigure
from analysis.page.ledger import Ledger, download, labels


def decoded(address: str) -> bytes:
    return unquote_to_bytes(address.partition(",")[2].replace("\n", ""))  # as a browser does


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


def test_labels_leave_out_the_words_that_all_share(small):
    # Value added of industry, of farming, of services.
    names = labels(["gdp.industry", "gdp.farming", "gdp.services"])
    assert names.tolist() == ["Industry", "Farming", "Services"]
    assert list(names.index) == ["gdp.industry", "gdp.farming", "gdp.services"]


def test_labels_without_common_words_are_the_names(small):
    assert labels(["schools", "grain"]).tolist() == ["Schools", "Grain output"]


def test_one_label_is_the_whole_name(small):
    assert labels(["gdp.industry"]).tolist() == ["Value added of industry"]


def test_a_label_is_never_empty(small):
    # Gross product is not left without words beside itself.
    assert labels(["gdp", "gdp"]).map(len).min() > 0


def test_a_download_holds_the_twelve_digits_that_every_machine_works_out_alike():
    table = pd.DataFrame({"name": ["肃州, a district"], "value": [2 / 3]})
    text = decoded(download(table)).decode("utf-8-sig")
    assert text == 'name,value\n"肃州, a district",0.666666666667\n'


def test_a_download_opens_in_a_spreadsheet():
    assert decoded(download(pd.DataFrame({"a": [1]}))).startswith(b"\xef\xbb\xbf")


def test_a_download_needs_no_server():
    assert download(pd.DataFrame({"a": [1]})).startswith("data:text/csv;charset=utf-8,")


def test_a_download_can_be_read_line_by_line_where_it_is_recorded():
    address = download(pd.DataFrame({"名": ["收入", "支出"], "value": [1, 2]}))
    assert address.splitlines()[1:] == ["收入,1%0A", "支出,2%0A"]


def test_a_download_may_hold_signs_that_mean_something_in_an_address_or_in_html():
    table = pd.DataFrame({"a": ["5% & #1 <b> 'x' \t+"]})
    address = download(table)
    attribute = BeautifulSoup(f'<a href="{address}">', "html.parser").a["href"]
    assert decoded(attribute).decode("utf-8-sig") == "a\n5% & #1 <b> 'x' \t+\n"


def test_labels_that_the_dictionary_has_not_are_refused():
    with pytest.raises(ValueError, match="dictionary has no gpd"):
        labels(["gdp", "gpd"])


def test_a_figure_reached_from_another_is_remembered(small):
    ledger = Ledger()
    industry = ledger.figure("gdp.industry")
    assert [one.measure for one in ledger.figures] == ["level"]
    assert industry.growth_real.value == -2.5
    assert [one.measure for one in ledger.figures] == ["level", "growth_real"]
