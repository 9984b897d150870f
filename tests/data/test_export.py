"""The one table of everything, read back from each of its forms."""

import sqlite3
import sys
import time

import pandas as pd
import pytest

from analysis import data
from analysis.__main__ import main
from analysis.data import export

READERS = {
    "csv": lambda file: pd.read_csv(file, dtype={"period": str}),
    "parquet": pd.read_parquet,
    "xlsx": lambda file: pd.read_excel(file, dtype={"period": str}),
    "sqlite": lambda file: pd.read_sql("select * from figures", sqlite3.connect(file)),
}


@pytest.fixture
def files(small, tmp_path) -> dict[str, object]:
    return {file.suffix[1:]: file for file in export.write(tmp_path / "out")}


@pytest.mark.parametrize("form", export.FORMS)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_every_figure_is_in_every_form(files, form):
    read = READERS[form](files[form])
    wanted = data.observations()
    assert len(read) == len(wanted) == 14
    for column in ("document", "indicator", "period", "unit", "printed", "name_zh", "bound"):
        assert read[column].tolist() == wanted[column].tolist()
    for column in ("value", "low", "high", "base_value"):
        assert read[column].tolist() == pytest.approx(wanted[column].tolist())


@pytest.mark.parametrize("form", export.FORMS)
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_every_form_has_the_columns_of_the_table_and_no_others(files, form):
    assert list(READERS[form](files[form])) == list(data.observations())


def test_a_year_is_text_and_not_a_number(files):
    # Of 5,418 figures of 2021, 376 were lost where files were read one by one.
    assert pd.read_parquet(files["parquet"])["period"].eq("2021").sum() == 14


def test_what_was_corrected_is_marked_and_keeps_its_printing(files):
    read = pd.read_parquet(files["parquet"]).query("corrected")
    assert read[["unit", "printed"]].values.tolist() == [["万元", "22元"]]


def test_the_files_are_the_same_whenever_they_are_written(small, tmp_path, monkeypatch):
    first = export.write(tmp_path / "a")
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    time.sleep(2.1)  # a zip file's dates are known to two seconds
    second = export.write(tmp_path / "b")
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_a_bound_is_no_formula_in_a_spreadsheet(files):
    from openpyxl import load_workbook

    sheet = load_workbook(files["xlsx"])[export.NAME]
    column = [cell.value for cell in sheet[1]].index("bound") + 1
    assert {sheet.cell(row, column).data_type for row in range(2, 16)} == {"s"}


def test_the_command_writes_the_forms_asked_for(small, tmp_path, capsys):
    assert main(["export", str(tmp_path / "out"), "--form", "csv"]) == 0
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["figures.csv"]
    assert "figures.csv" in capsys.readouterr().out


def test_a_library_that_is_not_there_is_named_with_the_remedy(small, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ValueError, match=r"^xlsx needs .*\(openpyxl\): pip install"):
        export.write(tmp_path, ["xlsx"])


def test_another_form_is_refused(small, tmp_path):
    with pytest.raises(ValueError, match="no such form: dta; there are csv"):
        export.write(tmp_path, ["dta"])
