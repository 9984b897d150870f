"""The dictionary's data and its file, in the built book, against the tables themselves."""

import base64
import json
import re
import zlib

import pandas as pd
import pytest
from reading import dictionary
from reading.lookup import DICTIONARY

from analysis import data
from test_book import HTML


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return dictionary.rows(data.indicators(), data.units(), data.observations())


def unpacked() -> dict:
    text = (HTML / DICTIONARY.data).read_text("utf-8")
    packed = re.fullmatch(r'window\.dictionaryData="(.*)";\n', text)[1]
    return json.loads(zlib.decompress(base64.b64decode(packed)))


def test_every_observation_is_counted_once(rows):
    assert rows["figures"].sum() == len(data.observations())
    assert rows["figures"].min() >= 0


def test_the_counts_are_those_of_the_small_district(small):
    found = dictionary.rows(data.indicators(), data.units(), data.observations())
    found = found.set_index("indicator")
    assert found.at["gdp", "figures"] == 3  # two of the one document, one of the other
    assert found.at["gdp.farming", "figures"] == 2
    assert found.at["bookshops", "unit_en"] == "10,000 yuan"
    assert found.at["gdp.farming", "parent"] == "gdp"


def test_the_page_gets_every_row_whole(rows):
    data_of_page = unpacked()
    columns, texts = data_of_page["rows"], data_of_page["texts"]
    restored = pd.DataFrame(
        {
            name: [texts[name][place] for place in column] if name in texts else column
            for name, column in columns.items()
        }
    )
    pd.testing.assert_frame_equal(restored, rows, check_dtype=False)


def test_the_file_has_every_row_and_opens_in_a_spreadsheet(rows):
    file = HTML / DICTIONARY.file
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(file, encoding="utf-8-sig", keep_default_na=False)
    pd.testing.assert_frame_equal(table, rows, check_dtype=False)
