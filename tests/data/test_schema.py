"""A spoiled file is refused with the place, the fault and the remedy."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.data import cells, laws, loading, schema
from analysis.data.faults import DataError, Fault

BETA = "observations/beta.csv"
HEADER = "entity,indicator,period,measure,value,value_max,unit,status,bound,line,printed,note"


def assert_fault(fault: Fault, row: int | None, column: str | None, problem: str, remedy: str):
    """In the file of the second document, whose header is row 1."""
    assert (fault.file, fault.row, fault.column) == (BETA, row, column)
    assert problem in fault.problem
    assert remedy in fault.remedy


def test_the_small_folder_is_sound_before_it_is_spoiled(folder):
    assert laws.faults(folder.path) == []


def test_a_missing_column_is_named(folder):
    lines = folder.read(BETA).splitlines()
    short = [line.rpartition(",")[0] for line in lines]
    folder.write(BETA, "\n".join(short) + "\n")
    _, faults = loading.read_all(folder.path)
    assert_fault(faults[0], 1, "note", "column is missing", HEADER)


def test_an_extra_column_is_named(folder):
    lines = folder.read(BETA).splitlines()
    long = [lines[0] + ",remark", *(line + "," for line in lines[1:])]
    folder.write(BETA, "\n".join(long) + "\n")
    assert_fault(folder.fault(), 1, "remark", "not in the descriptor", "remove it")


def test_a_misspelt_column_is_one_fault_and_its_remedy_the_name_that_is_meant(folder):
    folder.spoil(BETA, "period", "peroid")
    assert_fault(folder.fault(), 1, "peroid", "not in the descriptor", "rename it to 'period'")


def test_reordered_columns_are_refused(folder):
    folder.spoil(BETA, "entity,indicator", "indicator,entity")
    assert_fault(folder.fault(), 1, None, "not in the order", HEADER)


def test_a_column_given_twice_is_refused(folder):
    lines = folder.read(BETA).splitlines()
    long = [lines[0] + ",note", *(line + "," for line in lines[1:])]
    folder.write(BETA, "\n".join(long) + "\n")
    assert_fault(folder.fault(), 1, None, "not in the order", HEADER)


def test_an_empty_file_lacks_every_column(folder):
    folder.write(BETA, "")
    faults = laws.faults(folder.path)
    assert [fault.column for fault in faults] == HEADER.split(",")


@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_file_separated_otherwise_is_one_fault(folder, mark):
    folder.write(BETA, folder.read(BETA).replace(",", mark))
    assert_fault(folder.fault(), 1, None, "not separated by commas", "comma-separated")


def test_a_gbk_file_is_told_by_its_first_bad_row(folder):
    # The header is plain ASCII; the first row after it has Chinese.
    folder.write(BETA, folder.read(BETA).encode("gbk"))
    assert_fault(folder.fault(), 2, None, "GBK", "save it as UTF-8")


def test_a_byte_order_mark_is_a_fault(folder):
    folder.write(BETA, b"\xef\xbb\xbf" + folder.read(BETA).encode())
    assert_fault(folder.fault(), 1, None, "byte order mark", "without BOM")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_other_than_lf_are_one_fault(folder, end):
    folder.write(BETA, folder.read(BETA).replace("\n", end))
    assert_fault(folder.fault(), 1, None, "line ends", "LF")


def test_a_byte_order_mark_does_not_hide_another_fault(folder):
    folder.spoil(BETA, ",100.04,", ",100;04,")
    folder.write(BETA, b"\xef\xbb\xbf" + folder.read(BETA).encode())
    assert [fault.row for fault in laws.faults(folder.path)] == [1, 2]


def test_an_empty_required_cell_is_a_fault(folder):
    folder.spoil(BETA, ",2.3,,倍", ",,,倍")
    assert_fault(folder.fault(), 4, "value", "is empty", "nothing is guessed")


@pytest.mark.parametrize(
    "text", ["2.3倍", "2,3", "1/2", "nan", "inf", "0x10", "2.", ".5", "+2.3", "1e999"]
)
def test_text_in_a_number_is_a_fault(folder, text):
    folder.spoil(BETA, ",2.3,,倍", f',"{text}",,倍')
    assert_fault(folder.fault(), 4, "value", f"{text!r} is not a number", "digits and a decimal")


def test_full_width_digits_are_not_a_number(folder):
    folder.spoil(BETA, ",2.3,,倍", ",２.３,,倍")
    assert_fault(folder.fault(), 4, "value", "is not a number", "digits")


@pytest.mark.parametrize("text", ["6.0", "six", "6行", "9" * 20])
def test_text_in_an_integer_is_a_fault(folder, text):
    folder.spoil(BETA, "=,6,2.3倍", f"=,{text},2.3倍")
    assert_fault(folder.fault(), 4, "line", f"{text!r} is not an integer", "digits only")


@pytest.mark.parametrize(
    ("sign", "named"),
    [
        ("\u200b", "U+200B"), ("\u202e", "U+202E"), ("\ufeff", "U+FEFF"), ("\x07", "U+0007"),
        ("\u00a0", "U+00A0"), ("\u00ad", "U+00AD"), ("\ufffd", "U+FFFD"), ("\t", "U+0009"),
    ],
)  # fmt: skip
def test_a_sign_that_nobody_sees_is_named(folder, sign, named):
    folder.spoil("indicators.csv", "Grain output", f"Grain{sign}output")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("indicators.csv", 6, "name_en")
    assert f"holds {named}" in fault.problem and "remove the character" in fault.remedy


@pytest.mark.parametrize(
    "nothing", ["nan", "NULL", "None", "inf", "N/A", "#N/A", "#REF!", "#NAME?"]
)
def test_what_a_program_writes_for_nothing_is_no_text(folder, nothing):
    folder.spoil("indicators.csv", ",All of it.", f",{nothing}")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("indicators.csv", 2, "definition")
    assert "writes for nothing" in fault.problem


@pytest.mark.parametrize("formula", ["=1+1", "+1", "@sum", "-gdp"])
def test_a_text_that_begins_like_a_formula_is_refused(folder, formula):
    folder.spoil("indicators.csv", ",All of it.", f",{formula}")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("indicators.csv", 2, "definition")
    assert "begins like a formula" in fault.problem and "a letter or a digit" in fault.remedy


def test_a_name_may_hold_the_letters_of_nothing(folder):
    folder.spoil("indicators.csv", "Grain output", "Grain of Nanning and none sold")
    assert laws.faults(folder.path) == []


@pytest.mark.parametrize("cut", [1, 2, 5])
def test_a_file_that_ends_within_a_row_is_told(folder, cut):
    folder.write("entities.csv", folder.read("entities.csv")[:-cut])
    fault = folder.fault()
    assert (fault.file, fault.row) == ("entities.csv", 2)
    assert "may be cut off" in fault.problem and "restore" in fault.remedy


def test_only_the_digits_of_a_period_are_digits(folder):
    folder.spoil(BETA, "retail,2021,growth", "retail,\u0662\u0660\u0662\u0661,growth")
    assert_fault(folder.fault(), 4, "period", "does not have the form", "2021")


@pytest.mark.parametrize("cell", ["9223372036854775807", "-9223372036854775807"])
def test_the_largest_whole_number_that_a_column_holds_is_read(cell):
    assert cells.read(cell, {"type": "integer"}) == (int(cell), None)


@pytest.mark.parametrize("cell", ["9223372036854775808", "-9223372036854775808"])
def test_one_more_than_the_largest_whole_number_is_a_fault(cell):
    value, fault = cells.read(cell, {"type": "integer"})
    assert value is pd.NA and "whole number" in fault[1]


@pytest.mark.parametrize("text", [" 倍", "倍 ", "\u3000倍", "\u00a0倍"])
def test_white_space_around_a_cell_is_a_fault(folder, text):
    folder.spoil(BETA, ",2.3,,倍", f",2.3,,{text}")
    _, faults = loading.read_all(folder.path)
    assert_fault(faults[0], 4, "unit", "white space", "remove the white space")


@pytest.mark.parametrize(("new", "cells"), [(",=,6,2.3倍,,", 13), (",=,6,2.3倍", 11)])
def test_a_wrong_number_of_cells_is_a_fault(folder, new, cells):
    folder.spoil(BETA, ",=,6,2.3倍,", new)
    assert_fault(folder.fault(), 4, None, f"{cells} cells where there are 12", "commas and quotes")


def test_an_empty_line_is_a_fault(folder):
    folder.write(BETA, folder.read(BETA) + "\n")
    assert_fault(folder.fault(), 8, None, "0 cells where there are 12", "commas and quotes")


def test_an_open_quote_does_not_swallow_the_rows_below(folder):
    folder.spoil(BETA, "2.3倍,", '2.3倍,"see below')
    folder.write(BETA, folder.read(BETA).rstrip("\n"))
    _, faults = loading.read_all(folder.path)
    assert_fault(faults[0], 4, None, "quote", "quote")


def test_an_open_quote_is_one_fault_and_not_one_for_cells_too(folder):
    folder.spoil(BETA, "retail,2021,growth", '"retail,2021,growth')
    _, faults = loading.read_all(folder.path)
    assert [one.problem[:7] for one in faults if one.row == 4] == ["a quote"]


def test_a_quote_open_over_more_than_a_cell_can_hold_is_a_fault_of_its_row(folder):
    # The reader of CSV gives up where a cell passes 131072 characters.
    folder.spoil(BETA, "2.3倍,", '2.3倍,"see below')
    folder.write(BETA, folder.read(BETA) + "suzhou,gdp\n" * 20_000)
    _, faults = loading.read_all(folder.path)
    assert_fault(faults[0], 4, None, "cannot be cut into cells", "close a quote")


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("retail,2021,growth", "retail,2021,grwoth", "measure"),
        ("倍,outturn", "倍,result", "status"),
        ("outturn,=,6,2.3倍", "outturn,>,6,2.3倍", "bound"),
    ],
)
def test_a_word_outside_its_list_is_a_fault(folder, old, new, column):
    folder.spoil(BETA, old, new)
    assert_fault(folder.fault(), 4, column, "is not one of", "use one of these")


@pytest.mark.parametrize("period", ["21", "2021年", "2021-1", "2021-2022", "2021/22", "2021/"])
def test_a_period_of_another_form_is_a_fault(folder, period):
    folder.spoil(BETA, "retail,2021,growth", f"retail,{period},growth")
    assert_fault(folder.fault(), 4, "period", f"{period!r} does not have the form", "2021-12-31")


@pytest.mark.parametrize("period", ["2021", "2021-12-31", "2017/2021", "2020-12-31/2021-12-31"])
def test_a_year_a_date_and_an_interval_are_periods(folder, period):
    folder.spoil(BETA, "retail,2021,growth", f"retail,{period},growth")
    assert laws.faults(folder.path) == []


def test_a_number_below_its_minimum_is_a_fault(folder):
    folder.spoil(BETA, "=,6,2.3倍", "=,0,2.3倍")
    _, faults = loading.read_all(folder.path)
    assert_fault(faults[0], 4, "line", "0 is less than 1", "correct it")


@pytest.mark.parametrize("day", ["18.4.2022", "2022-13-01", "2022年4月18日", "2022-4-18"])
def test_a_date_of_another_form_is_a_fault(folder, day):
    folder.spoil("documents.csv", "2022-04-18", day)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("documents.csv", 2, "date")
    assert "YYYY-MM-DD" in fault.remedy


@pytest.mark.parametrize("day", ["20220418", "2022-W16-1"])
def test_another_iso_form_of_a_date_is_a_fault(folder, day):
    folder.spoil("documents.csv", "2022-04-18", day)
    assert folder.fault().column == "date"


@pytest.mark.parametrize("text", ["yes", "True", "1", "FALSE"])
def test_a_boolean_is_true_or_false(folder, text):
    folder.spoil("units.csv", "count,1,所,true", f"count,1,所,{text}")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("units.csv", 9, "exact")
    assert "true or false" in fault.remedy


def test_a_repeated_row_is_a_fault_where_it_is_repeated(folder):
    row = folder.read(BETA).splitlines()[3]
    folder.spoil(BETA, row, f"{row}\n{row}")
    key = "entity, indicator, period, measure, status, line, printed"
    assert_fault(folder.fault(), 5, key, "repeats an earlier row (suzhou; retail;", "remove one")


@pytest.mark.parametrize(
    ("name", "entry"),
    [("documents.csv", "alpha"), ("indicators.csv", "retail"), ("units.csv", "元")],
)
def test_an_entry_of_a_small_table_is_unique(folder, name, entry):
    rows = folder.read(name).splitlines()
    again = next(row for row in rows if row.startswith(entry + ","))
    folder.write(name, "\n".join([*rows, again]) + "\n")
    fault = folder.fault()
    assert (fault.file, fault.row) == (name, len(rows) + 1)
    assert f"repeats an earlier row ({entry})" in fault.problem


@pytest.mark.parametrize(
    ("old", "new", "column", "table"),
    [
        ("suzhou,retail,2021,growth", "suzhuo,retail,2021,growth", "entity", "entities.csv"),
        ("suzhou,retail,2021,growth", "suzhou,retial,2021,growth", "indicator", "indicators.csv"),
        ("2.3,,倍", "2.3,,陪", "unit", "units.csv"),
    ],
)
def test_an_unknown_reference_is_a_fault(folder, old, new, column, table):
    folder.spoil(BETA, old, new)
    assert_fault(folder.fault(), 4, column, f"is not in {table}", f"add it to {table}")


@pytest.mark.parametrize(
    ("name", "old", "new", "row", "column"),
    [
        ("indicators.csv", "增加值,Value added of industry,gdp,", "增,V,gpd,", 3, "parent"),
        ("indicators.csv", "gdp.industry,output,亿元", "gdp.industry,output,亿圆", 3, "unit"),
        ("corrections.csv", "beta,", "gamma,", 2, "document"),
    ],
)
def test_the_small_tables_refer_to_rows_that_are_there(folder, name, old, new, row, column):
    folder.spoil(name, old, new)
    _, (fault, *_) = loading.read_all(folder.path)
    assert (fault.file, fault.row, fault.column) == (name, row, column)
    assert "is not in" in fault.problem


def test_a_missing_file_is_a_fault(folder):
    (folder.path / BETA).unlink()
    _, faults = loading.read_all(folder.path)
    assert_fault(faults[0], None, None, "cannot be read", "restore it")


def test_every_fault_of_a_file_is_reported_at_once(folder):
    folder.spoil(BETA, ",100.04,", ",x,")
    folder.spoil(BETA, ",2.3,,倍", ",,,倍")
    found = [(fault.row, fault.column) for fault in laws.faults(folder.path)]
    assert found == [(2, "value"), (4, "value")]


def test_a_missing_descriptor_is_refused(folder):
    (folder.path / "datapackage.json").unlink()
    with pytest.raises(
        DataError, match=r"datapackage\.json: the descriptor cannot be read.*restore"
    ):
        schema.descriptor(folder.path)


@pytest.mark.parametrize("text", ["", "{", '{"name": "x"}', '{"resources": [{}]}'])
def test_a_broken_descriptor_is_refused(folder, text):
    folder.write("datapackage.json", text)
    with pytest.raises(DataError, match=r"datapackage\.json: .*Remedy"):
        schema.descriptor(folder.path)


@pytest.mark.parametrize("spoiled", ["a list", "no path"])
def test_a_descriptor_of_another_shape_is_refused(folder, spoiled):
    package = json.loads(folder.read("datapackage.json"))
    if spoiled == "a list":
        package = [package]
    else:
        del package["resources"][0]["path"]
    folder.write("datapackage.json", json.dumps(package))
    with pytest.raises(DataError, match=r"datapackage\.json: resources"):
        loading.read_all(folder.path)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda one: one["schema"].pop("fields"), "fields: is no list of columns"),
        (lambda one: one["schema"]["fields"][0].update(type="money"), "'money' is an unknown type"),
        (lambda one: one.update(path="units.csv"), "'units.csv' described twice"),
        (
            lambda one: one["schema"]["foreignKeys"][0]["reference"].update(fields="nobody"),
            "parent refers to 'entities', which lacks it",
        ),
    ],
)
def test_a_table_described_wrongly_is_refused(folder, spoil, said):
    package = json.loads(folder.read("datapackage.json"))
    spoil(next(one for one in package["resources"] if one["name"] == "entities"))
    folder.write("datapackage.json", json.dumps(package))
    with pytest.raises(DataError, match=rf"datapackage\.json: .*{said}.*Remedy"):
        schema.descriptor(folder.path)


def field(**changes):
    """Change the first column of a table."""
    return lambda one: one["schema"]["fields"][0].update(changes)


def limits(**constraints):
    return field(constraints=constraints)


LONG = 99 * "x"


@pytest.mark.parametrize(
    ("spoil", "place", "said"),
    [
        (limits(pattern="[a-z"), "fields[0].constraints.pattern", "is no pattern"),
        (limits(pattern=["a"]), "fields[0].constraints.pattern", "is not a pattern"),
        (limits(minimum="1"), "fields[0].constraints.minimum", "'1' is not a number"),
        (limits(minimum=1), "fields[0].constraints.minimum", "a string has no minimum"),
        (limits(enum=None), "fields[0].constraints.enum", "None is not a list of texts"),
        (limits(enum=[1]), "fields[0].constraints.enum", "[1] is not a list of texts"),
        (limits(enum=[]), "fields[0].constraints.enum", "[] is not a list of texts"),
        (limits(minimum=float("inf")), "fields[0].constraints.minimum", "inf is not a number"),
        (
            field(type="integer", constraints={"enum": ["a"]}),
            "fields[0].constraints.enum",
            "of type integer is not held to a list of texts",
        ),
        # Of what is wrong sixty characters are quoted.
        (
            limits(pattern="(" + LONG),
            "fields[0].constraints.pattern",
            f": '({58 * 'x'} is no pattern",
        ),
        (
            limits(minimum=LONG),
            "fields[0].constraints.minimum",
            f": '{59 * 'x'} is not a number",
        ),
        (
            lambda one: one["schema"].update(primaryKey=LONG),
            "primaryKey",
            f": ['{58 * 'x'} names no columns",
        ),
        (
            lambda one: one["schema"]["foreignKeys"][0].update(fields=LONG),
            "foreignKeys[0].fields",
            f": '{59 * 'x'} is no column",
        ),
        (limits(required="yes"), "fields[0].constraints.required", "'yes' is not true or false"),
        (limits(maximum=9), "fields[0].constraints.maximum", "a string has no maximum"),
        (limits(maxLength=9), "fields[0].constraints.maxLength", "that nobody looks at"),
        (field(constraints=[]), "fields[0].constraints", "no list of constraints"),
        (field(type=7), "fields[0].type", "7 is an unknown type"),
        (field(type=["string"]), "fields[0].type", "is an unknown type"),
        (field(name=7), "fields[0]", "is no column"),
        (field(name="kind"), "fields", "'kind' described twice"),
        (field(description=7), "fields[0].description", "is no text"),
        (lambda one: one["schema"].update(fields=7), "fields", "is no list of columns"),
        (lambda one: one["schema"].update(primaryKey=["x"]), "primaryKey", "names no columns"),
        # One of two is not described.
        (
            lambda one: one["schema"].update(
                primaryKey=[one["schema"]["fields"][0]["name"], "x"],
            ),
            "primaryKey",
            "names no columns",
        ),
        (lambda one: one["schema"].update(primaryKey=7), "primaryKey", "names no columns"),
        (lambda one: one["schema"].update(foreignKeys=7), "foreignKeys", "is no list"),
        (lambda one: one["schema"].update(foreignKeys=[7]), "foreignKeys[0]", "no reference"),
        (
            lambda one: one["schema"]["foreignKeys"][0].update(fields=["x"]),
            "foreignKeys[0].fields",
            "is no column of the table",
        ),
    ],
)
def test_a_spoilt_schema_is_told_with_its_place(folder, spoil, place, said):
    package = json.loads(folder.read("datapackage.json"))
    named = [one["name"] for one in package["resources"]]
    spoil(package["resources"][named.index("entities")])
    folder.write("datapackage.json", json.dumps(package))
    with pytest.raises(DataError) as caught:
        schema.descriptor(folder.path)
    fault = caught.value.faults[0]
    at = f"resources[{named.index('entities')}].schema.{place}: "
    assert fault.problem.startswith(at) and said in fault.problem and fault.remedy


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (100_000 * "[", "cannot be read"),
        ("[]", "resources: is no list of tables"),
        ('{"resources": 7}', "resources: is no list of tables"),
        ('{"resources": [7]}', "resources[0]: is no table"),
        ('{"resources": [{"path": "a.csv"}]}', "resources[0].name: is missing"),
        ('{"resources": [{"name": ["a"]}]}', "resources[0].name: ['a'] is no text"),
    ],
)
def test_a_descriptor_of_another_form_is_refused_and_no_traceback(folder, content, said):
    folder.write("datapackage.json", content)
    with pytest.raises(DataError) as caught:
        schema.descriptor(folder.path)
    assert said in caught.value.faults[0].problem


@pytest.mark.parametrize("key", ["path", "schema"])
@pytest.mark.parametrize(
    "path",
    ["../units.csv", "a/../../units.csv", "/etc/passwd", "~/x.csv", "..\\units.csv", "C:\\x.csv",
     "https://example.org/units.csv", "file:///etc/passwd", "link/x.csv", "a\0.csv", ""],
)  # fmt: skip
def test_a_path_out_of_the_folder_is_refused_before_it_is_opened(folder, monkeypatch, key, path):
    (folder.path / "link").symlink_to("/etc")
    package = json.loads(folder.read("datapackage.json"))
    package["resources"][2][key] = path
    folder.write("datapackage.json", json.dumps(package))
    opened = []
    reading = Path.open
    monkeypatch.setattr(Path, "open", lambda *a, **k: opened.append(a[0].name) or reading(*a, **k))
    with pytest.raises(DataError) as caught:
        loading.read_all(folder.path)
    (fault,) = caught.value.faults
    assert fault.problem.startswith(f"resources[2].{key}: ")
    assert set(opened) <= {"datapackage.json"}


def test_a_resource_described_twice_is_a_fault(folder):
    package = json.loads(folder.read("datapackage.json"))
    package["resources"].append(package["resources"][-1])
    folder.write("datapackage.json", json.dumps(package))
    with pytest.raises(DataError, match="beta"):
        schema.descriptor(folder.path)


def test_a_descriptor_whose_schema_is_gone_is_refused(folder):
    (folder.path / "observations.schema.json").unlink()
    with pytest.raises(DataError, match=r"observations\.schema\.json"):
        schema.descriptor(folder.path)


def test_columns_are_typed_as_described(tmp_path):
    kinds = ["string", "number", "integer", "date", "boolean"]
    fields = {"fields": [{"name": kind, "type": kind} for kind in kinds]}
    path = tmp_path / "x.csv"
    path.write_bytes(
        "string,number,integer,date,boolean\n肃州,-1.5,7,2022-04-18,true\n,,,,false\n".encode()
    )
    table, faults = schema.read(path, fields)
    assert faults == []
    assert table.loc[2].tolist() == ["肃州", -1.5, 7, "2022-04-18", True]
    assert table.loc[3].isna().tolist() == [False, True, True, False, False]
    assert (table.at[3, "string"], table.at[3, "date"]) == ("", "")
    assert str(table["integer"].dtype) == "Int64"


def test_words_that_pandas_takes_for_missing_stay_text(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("name\nNA\nnull\n", encoding="utf-8")
    table, _ = schema.read(path, {"fields": [{"name": "name", "type": "string"}]})
    assert table["name"].tolist() == ["NA", "null"]


def test_the_index_is_the_row_in_the_file(folder):
    schemas = schema.descriptor(folder.path)
    table, _ = schema.read(folder.path / "units.csv", schemas["units"]["schema"])
    assert table["unit"].to_dict()[2] == "元"
    assert table.index.name == "row"


def test_a_table_with_a_header_alone_is_empty_and_typed(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("n\n", encoding="utf-8")
    table, faults = schema.read(path, {"fields": [{"name": "n", "type": "number"}]})
    assert (len(table), faults) == (0, [])
    assert table["n"].dtype == "float64"


def test_foreign_keys_pass_over_an_empty_cell():
    tables = {"places": pd.DataFrame({"place": ["a", "b"], "within": ["", "a"]})}
    key = {"fields": "within", "reference": {"resource": "", "fields": "place"}}
    resources = {"places": {"path": "places.csv", "schema": {"foreignKeys": [key]}}}
    assert schema.foreign_keys(tables, resources) == []
    tables["places"].loc[1, "within"] = "c"
    (fault,) = schema.foreign_keys(tables, resources)
    assert (fault.file, fault.row, fault.column) == ("places.csv", 1, "within")


def test_a_fault_reads_as_a_sentence_with_its_place():
    fault = Fault("units.csv", 3, "factor", "is empty", "fill it in")
    assert str(fault) == "units.csv, row 3, column 'factor': is empty. Remedy: fill it in."
    assert str(Fault("units.csv", None, None, "x", "y")) == "units.csv: x. Remedy: y."


def test_an_error_lists_twenty_faults_and_counts_the_rest():
    faults = [Fault("units.csv", row, None, "x", "y") for row in range(2, 25)]
    message = str(DataError(faults))
    assert message.startswith("23 faults")
    assert "row 21:" in message and "row 22:" not in message
    assert message.endswith("and 3 more")


def test_a_number_is_held_to_its_maximum():
    field = {"type": "number", "constraints": {"maximum": 136}}
    assert cells.read("136", field) == (136.0, None)
    assert cells.read("136.5", field)[1] == ("136.5 is more than 136", "correct it")


@pytest.mark.parametrize("cell", ["GrainGrain", "学校学校", "one, two;one, two;"])
def test_a_text_says_nothing_twice(cell):
    assert cells.read(cell, {"type": "string"})[1][0].endswith("says the same twice")


@pytest.mark.parametrize("cell", ["5656", "2020", "村村", "Grain"])
def test_a_number_and_a_short_word_may_repeat_themselves(cell):
    assert cells.read(cell, {"type": "string"}) == (cell, None)


@pytest.mark.parametrize(
    ("kind", "cell"), [("integer", "07"), ("integer", "-0"), ("number", "07.5")]
)
def test_no_nought_stands_before_a_number(kind, cell):
    assert cells.read(cell, {"type": kind})[1][0].startswith(f"'{cell}' is not a")
