"""Nothing of the data is run: an indicator's name is text in every page, file and drawing."""

import json
import re

import pandas as pd
import pytest
from reading import explorer

from analysis import data
from analysis.data import export, laws
from analysis.page import svg, tables

NAME = "<img src=x onerror=alert(1)>"
SHOWN = "&lt;img src=x onerror=alert(1)&gt;"


@pytest.fixture
def hostile(small):
    small.spoil("indicators.csv", "Retail sales", NAME)
    assert laws.faults(small.path) == []
    return small


def test_a_table_shows_it(hostile):
    frame = data.observations()[["name_en", "value"]].set_index("name_en")
    said = str(
        tables.show(frame.assign(again=frame.index), caption=NAME, source=NAME, name=NAME).data
    )
    assert "<img" not in said
    # The head of its two rows, their cells, caption and source.
    assert said.count(SHOWN) >= 6


def test_a_figure_set_large_shows_it(hostile):
    said = str(tables.key_figures([(NAME, NAME, "7 " + NAME, NAME)]).data)
    assert "<img" not in said and SHOWN in said


def test_a_drawing_holds_it_as_data_and_gives_it_back():
    drawing = svg.packed("<svg>\n</svg>\n", "<svg>\n</svg>\n", f"name\n{NAME}\n")
    assert "<img" not in drawing and SHOWN in drawing


def test_the_explorer_has_it_as_text_of_json(hostile):
    frame = explorer.rows(data.observations(corrected=False), data.load())
    payload = explorer.payload(frame, data.load())
    assert NAME in json.dumps(payload)
    (content,) = (one for path, one in explorer.files().items() if path.endswith(".js"))
    assert b"<img" not in content
    assert NAME in explorer.as_csv(frame)


def test_files_for_other_programs_hold_it_unchanged(hostile, tmp_path):
    export.write(tmp_path / "out", ["csv", "xlsx"])
    for read, form in ((pd.read_csv, "csv"), (pd.read_excel, "xlsx")):
        assert read(tmp_path / f"out/figures.{form}")["name_en"].tolist().count(NAME) == 2


@pytest.mark.parametrize("name", ["=1+1", "+1+1", "@SUM(1)", "-cmd|' /C calc'!A0"])
def test_what_a_spreadsheet_would_run_is_refused(small, name):
    small.spoil("indicators.csv", "Retail sales", name)
    fault = small.fault()
    assert (fault.file, fault.row, fault.column) == ("indicators.csv", 7, "name_en")
    assert "begins like a formula" in fault.problem


def test_a_printed_minus_is_no_formula(small):
    assert ",-4.5," in small.read("observations/alpha.csv")
    assert laws.faults(small.path) == []


def test_no_cell_of_the_yearbook_can_be_run_by_a_spreadsheet():
    texts = export.table().select_dtypes("str")
    assert len(texts) == len(data.observations()) and len(texts.columns) > 10
    cells = {cell for name in texts for cell in texts[name]}
    # The bound "=" stands alone, and that is no formula.
    assert [cell for cell in cells if re.match(r"(?:[=+@\t\r]|-(?![\d.])).", cell)] == []
