"""The data of the page of all figures: each observation once, as printed, put together again."""

import base64
import io
import json
import re
import zlib

import pandas as pd
import pytest
from reading import explorer, packed
from reading.lookup import FIGURES

from analysis import data
from analysis.data import loading


def rows() -> pd.DataFrame:
    return explorer.rows(data.observations(corrected=False), data.load())


def unpacked(script: bytes) -> object:
    name, text = re.fullmatch(r'window\.(\w+)="([\w+/=]+)";\n', script.decode()).groups()
    return name, json.loads(zlib.decompress(base64.b64decode(text)))


def put_together(payload: dict) -> list[dict]:
    """The rows that a payload stands for, read as its description says."""
    found = []
    for at in range(len(payload["rows"]["line"])):
        row = {}
        for name, column in payload["rows"].items():
            row[name] = (
                payload["texts"][name][column[at]] if name in payload["texts"] else column[at]
            )
            for belonging, values in payload["tables"].get(name, {}).items():
                row[belonging] = values[column[at]]
        found.append(row)
    return found


def test_each_observation_is_one_row_in_the_order_of_the_data(small):
    found = rows()
    assert list(found.columns) == explorer.COLUMNS
    # As the two files of the small folder have them.
    assert list(found["line"]) == [2, 2, 2, 2, 2, 2, 5, 5, 6, 6, 6, 6, 6, 6]
    assert list(found["document"]) == ["alpha"] * 8 + ["beta"] * 6
    first = found.iloc[0]
    assert (first["name_en"], first["name_zh"]) == ("Gross product", "生产总值")
    assert (first["theme"], first["entity_zh"], first["unit_en"]) == (
        "output",
        "区",
        "100 million yuan",
    )
    assert (first["document_en"], first["page"]) == ("Communique", 305)


def test_a_corrected_figure_stands_as_printed_and_says_what_is_corrected(small):
    found = rows().set_index("indicator")
    assert found.at["bookshops", "unit"] == "元"
    assert found.at["bookshops", "correction"] == "unit 元 → 万元. No year's revenue is 22 yuan."
    assert (found.drop("bookshops")["correction"] == "").all()


def test_an_amount_is_told_as_a_chapter_writes_it(small):
    found = rows().set_index(["indicator", "printed"])["written"]
    assert found["gdp", "100.04亿元"] == "10.004 billion yuan"  # five digits are printed


def test_two_corrections_of_one_figure_are_both_told(small):
    small.write("corrections.csv", small.read("corrections.csv") + "beta,6,22元,value,22,23,Odd.\n")
    loading._load.cache_clear()
    found = rows()
    assert len(found) == 14
    told = found.set_index("indicator").at["bookshops", "correction"]
    assert told == "unit 元 → 万元. No year's revenue is 22 yuan. value 22 → 23. Odd."


@pytest.mark.parametrize("whose", ["small", "real"])
def test_the_payload_holds_every_row_and_each_text_once(request, whose):
    if whose == "small":
        request.getfixturevalue("small")
    frame = rows()
    payload = explorer.payload(frame, data.load())
    assert payload["columns"] == explorer.COLUMNS
    again = pd.DataFrame(put_together(json.loads(json.dumps(payload, allow_nan=False))))
    for name in explorer.COLUMNS:
        expected = [None if pd.isna(one) else one for one in frame[name]]
        assert [None if pd.isna(one) else one for one in again[name]] == expected, name
    for texts in payload["texts"].values():
        assert len(texts) == len(set(texts))


def test_the_payload_knows_what_a_unit_is_worth_and_of_what_kind_a_place_is(small):
    payload = explorer.payload(rows(), data.load())
    # 亿元 is 1e8 yuan, 倍 is a hundred percent: units.csv.
    assert payload["factors"]["亿元"] == 100_000_000
    assert payload["factors"]["倍"] == 100
    assert payload["kinds"] == {"suzhou": "district"}
    assert {row["measure"] for row in put_together(payload)} <= set(payload["measures"])


def test_packed_content_is_read_back_from_the_script():
    content = {"中文": ["“quoted”", '"', "\\", None, 1.5, "</script>"]}
    script = packed.script("someData", content)
    assert unpacked(script) == ("someData", content)
    assert b"</script>" not in script


def test_packed_content_is_never_what_a_browser_cannot_read():
    with pytest.raises(ValueError, match="JSON compliant"):
        packed.script("someData", [float("nan")])


def test_the_file_opens_in_a_spreadsheet_and_in_pandas(small):
    text = explorer.as_csv(rows())
    assert text.startswith("\ufefftheme,indicator,")
    assert "\r" not in text
    assert ",40,,亿元," in text  # 40.0 in the data: written as JavaScript writes it
    table = pd.read_csv(io.StringIO(text.removeprefix("\ufeff")), keep_default_na=False)
    assert list(table["value"].astype(float)) == list(rows()["value"])
    assert list(table["printed"]) == list(rows()["printed"])


def test_the_report_gets_the_script_and_the_file(small):
    files = explorer.files()
    name, content = unpacked(files[FIGURES.data])
    assert name == "figuresData" and len(content["rows"]["line"]) == 14
    assert files[FIGURES.file] == explorer.as_csv(rows()).encode()
