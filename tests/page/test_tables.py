from urllib.parse import unquote, unquote_to_bytes

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from analysis.page import tables
from analysis.page.ledger import Ledger


def parsed(shown) -> BeautifulSoup:
    return BeautifulSoup(shown.data, "lxml")


@pytest.fixture
def table() -> pd.DataFrame:
    index = pd.Index(["Wheat & maize", "<Seed>"], name="Crop")
    return pd.DataFrame({"Output": [2.625, float("nan")], "Season": ["summer", "all"]}, index=index)


def test_a_table_has_a_caption_and_real_headers(table):
    page = parsed(tables.show(table, caption="What grew"))
    assert page.caption.text == "What grew"
    assert [head.text for head in page.select("thead th[scope=col]")] == [
        "Crop",
        "Output",
        "Season",
    ]
    assert [head.text for head in page.select("tbody th[scope=row]")] == ["Wheat & maize", "<Seed>"]


def test_text_is_escaped(table):
    assert "&lt;Seed&gt;" in tables.show(table, caption="x").data
    assert "<Seed>" not in tables.show(table, caption="<Seed>", source="<Seed>", name="<Seed>").data


def test_columns_of_numbers_are_aligned_as_numbers(table):
    page = parsed(tables.show(table, caption="x"))
    assert [head.text for head in page.select("thead th.number")] == ["Output"]
    assert len(page.select("tbody td.number")) == 2


def test_a_format_writes_its_column(table):
    page = parsed(tables.show(table, caption="x", formats={"Output": "{:.1f} t".format}))
    # 2.625 to one decimal.
    assert page.select_one("tbody td.number").text == "2.6 t"


def test_a_missing_number_is_a_dash_that_says_so(table):
    page = parsed(tables.show(table, caption="x", formats={"Output": "{:.1f}".format}))
    cell = page.select("tbody td.number")[1]
    assert (cell.text, cell.span["title"]) == ("–", "not printed")


def test_a_format_without_a_column_is_refused(table):
    with pytest.raises(ValueError, match="no column Outptu"):
        tables.show(table, caption="x", formats={"Outptu": str})


def test_whole_numbers_stay_whole_beside_fractions():
    mixed = pd.DataFrame({"Line": [5558], "Share": [0.5]}, index=["a"])
    assert parsed(tables.show(mixed, caption="x")).select_one("tbody td").text == "5558"


def test_a_table_can_be_reached_and_scrolled_by_keyboard(table):
    box = parsed(tables.show(table, caption="What grew", name="crops")).select_one("div")
    assert (box["id"], box["tabindex"], box["aria-label"]) == ("crops-table", "0", "What grew")


def test_a_named_table_can_be_downloaded_unrounded(table):
    shown = tables.show(table, caption="x", name="crops", formats={"Output": "{:.0f}".format})
    link = parsed(shown).a
    text = unquote(link["href"].replace("\n", "").partition(",")[2]).removeprefix("\ufeff")
    assert link["download"] == "crops.csv"
    assert text == "Crop,Output,Season\nWheat & maize,2.625,summer\n<Seed>,,all\n"


def test_a_table_without_a_name_or_source_has_no_foot(table):
    assert parsed(tables.show(table, caption="x")).select(".table-source") == []


def test_the_source_stands_under_the_table(table):
    foot = parsed(tables.show(table, caption="x", source="Yearbook, p. 305")).select_one(
        ".table-source"
    )
    assert foot.text == "Yearbook, p. 305"


def test_figures_used_has_a_row_for_each_fact_with_its_place(small):
    ledger = Ledger()
    ledger.value("gdp", document="beta")
    ledger.value("grain", measure="growth")
    page = parsed(tables.figures_used(ledger))
    rows = [
        [[cell.text for cell in row.select("th, td")] for row in body.select("tr")]
        for body in page.select("tbody")
    ]
    assert rows == [
        [["Report, p. 312"], ["Gross product 生产总值", "level", "2021", "100.04亿元", "6"]],
        [["Communique, p. 305"], ["Grain output 粮食产量", "growth", "2021", "-4.5", "5"]],
    ]
    assert "2 figures" in page.summary.text


def test_figures_used_puts_the_figures_of_a_document_together(small):
    ledger = Ledger()
    ledger.value("grain")
    ledger.value("gdp", document="beta")
    ledger.value("grain", measure="growth")
    page = parsed(tables.figures_used(ledger))
    heads = page.select("th[scope=rowgroup]")
    assert [(head.text, head["colspan"]) for head in heads] == [
        ("Communique, p. 305", "5"),
        ("Report, p. 312", "5"),
    ]
    measures = [row.td.text for row in page.tbody.select("tr:has(td)")]
    assert measures == ["level", "growth"]


def test_one_figure_used_is_one():
    ledger = Ledger()
    ledger.figure("gdp")
    page = parsed(tables.figures_used(ledger))
    assert page.summary.text == "Show the 1 figure" and "The 1 figure of" in page.caption.text


def test_a_folded_table_is_closed_under_its_summary(table):
    page = parsed(tables.folded(tables.show(table, caption="x"), "All < crops"))
    assert page.summary.text == "All < crops"
    assert page.details.table and "open" not in page.details.attrs


def test_figures_used_marks_chinese_as_chinese(small):
    ledger = Ledger()
    ledger.value("gdp")
    marked = parsed(tables.figures_used(ledger)).select("[lang=zh]")
    assert [one.text for one in marked] == ["生产总值", "100.04亿元"]


def test_figures_used_tells_a_target_from_an_outturn(small):
    small.spoil("observations/beta.csv", "亿元,outturn,=,6,100.04", "亿元,target,=,6,100.04")
    ledger = Ledger()
    ledger.value("gdp", status="target")
    assert "level, target" in parsed(tables.figures_used(ledger)).tbody.text


def test_figures_used_tells_a_fall_that_is_printed_as_a_word():
    # Line 3071: revenue 下降4.5%. Line 5672: refined sugar -46.0.
    ledger = Ledger()
    ledger.value("fiscal_revenue_total", measure="growth", document="finance_bureau")
    ledger.value("products.refined_sugar", measure="growth")
    ledger.value("fiscal_revenue_total", document="finance_bureau")
    kinds = [row.td.text for row in parsed(tables.figures_used(ledger)).select("tr:has(td)")]
    assert kinds == ["growth (a fall)", "level", "growth"]


def test_figures_used_names_an_entity_other_than_the_district():
    # Line 5679: investment of the development zone grew by 51.2%.
    ledger = Ledger()
    ledger.value("fixed_investment", measure="growth", entity="jiuquan_etdz", document="communique")
    name = parsed(tables.figures_used(ledger)).select_one("th[scope=row]").text
    assert "(Jiuquan Economic and Technological Development Zone)" in name


def test_figures_used_names_every_measure_of_the_schema(small):
    schema = small.read("observations.schema.json")
    for measure, shown in tables.MEASURES.items():
        assert f'"{measure}"' in schema
        assert "_" not in shown


def test_key_figures_set_a_name_a_figure_and_a_word_beside_it():
    page = parsed(tables.key_figures([("Output <GDP>", "生产总值", "23 billion", "up 9.2%")]))
    assert page.dt.text == "Output <GDP> 生产总值"
    assert page.dt.span["lang"] == "zh"
    assert (page.select_one(".amount").text, page.select_one(".beside").text) == (
        "23 billion",
        "up 9.2%",
    )


def test_a_short_table_can_be_sorted_where_it_is_asked_for(table):
    assert "sortable" not in tables.show(table, caption="x").data
    assert parsed(tables.show(table, caption="x", sortable=True)).select_one("table.sortable")


def test_a_long_table_can_be_offered_as_a_file_alone(table):
    link = parsed(tables.offer(table, "All <crops>", name="crops")).select_one("p > a")
    text = unquote(link["href"].replace("\n", "").partition(",")[2]).removeprefix("\ufeff")
    assert (link.text, link["download"]) == ("All <crops>", "crops.csv")
    assert text == "Output,Season\n2.625,summer\n,all\n"


def test_each_row_can_have_an_address_of_its_own(table):
    page = parsed(tables.show(table, caption="x", addresses=["wheat", "seed"]))
    assert [row["id"] for row in page.select("tbody tr")] == ["wheat", "seed"]


@pytest.mark.parametrize("addresses", [["wheat"], ["wheat", "wheat"]])
def test_addresses_that_do_not_lead_to_one_row_each_are_refused(table, addresses):
    with pytest.raises(ValueError, match="1 addresses for a table of 2 rows"):
        tables.show(table, caption="x", addresses=addresses)


def test_the_name_of_a_row_leads_to_a_place_or_a_chapter(table):
    page = parsed(tables.show(table, caption="x", links=["#wheat", ""]))
    heads = page.select("tbody tr th")
    assert heads[0].a["href"] == "#wheat" and heads[1].a is None
    page = parsed(tables.show(table, caption="x", links=["", "society/work"]))
    assert page.select("tbody tr th")[1].a["href"] == "../society/work.html"
    with pytest.raises(ValueError, match="1 links for a table of 2 rows"):
        tables.show(table, caption="x", links=["#wheat"])


def test_a_column_to_choose_by_is_marked_in_its_heading(table):
    page = parsed(tables.show(table, caption="x", choices=["Season"]))
    assert [head.text for head in page.select("th[data-choose]")] == ["Season"]
    with pytest.raises(ValueError, match="no column Colour"):
        tables.show(table, caption="x", choices=["Colour"])


def decoded(address: str) -> bytes:
    return unquote_to_bytes(address.partition(",")[2].replace("\n", ""))  # as a browser does


def test_a_download_holds_the_twelve_digits_that_every_machine_works_out_alike():
    table = pd.DataFrame({"name": ["肃州, a district"], "value": [2 / 3]})
    text = decoded(tables.download(table)).decode("utf-8-sig")
    assert text == 'name,value\n"肃州, a district",0.666666666667\n'


def test_a_download_opens_in_a_spreadsheet():
    assert decoded(tables.download(pd.DataFrame({"a": [1]}))).startswith(b"\xef\xbb\xbf")


def test_a_download_needs_no_server():
    assert tables.download(pd.DataFrame({"a": [1]})).startswith("data:text/csv;charset=utf-8,")


def test_a_download_can_be_read_line_by_line_where_it_is_recorded():
    address = tables.download(pd.DataFrame({"名": ["收入", "支出"], "value": [1, 2]}))
    assert address.splitlines()[1:] == ["收入,1%0A", "支出,2%0A"]


def test_a_download_may_hold_signs_that_mean_something_in_an_address_or_in_html():
    table = pd.DataFrame({"a": ["5% & #1 <b> 'x' \t+"]})
    address = tables.download(table)
    attribute = BeautifulSoup(f'<a href="{address}">', "html.parser").a["href"]
    assert decoded(attribute).decode("utf-8-sig") == "a\n5% & #1 <b> 'x' \t+\n"
