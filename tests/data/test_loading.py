import dataclasses
import gc
import json
import weakref

import pandas as pd
import pytest

from analysis import audit, data, goals
from analysis.data import context, laws, loading
from analysis.data.faults import DataError
from analysis.data.loading import CorrectionError


@pytest.fixture
def printed_rows() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "document": ["a", "a", "b"],
            "line": [1, 2, 2],
            "printed": ["22元", "3.5%", "3.5%"],
            "unit": ["元", "%", "%"],
            "value": [22.0, 3.5, 3.5],
        }
    )


def corrections(*rows: tuple) -> pd.DataFrame:
    columns = ["document", "line", "printed", "column", "was", "should_be", "reason"]
    index = pd.RangeIndex(2, 2 + len(rows))
    return pd.DataFrame([(*row, "sure") for row in rows], columns=columns, index=index)


def test_load_gives_every_table_of_the_folder(folder):
    tables = loading.load(folder.path)
    assert list(tables.documents["document"]) == ["alpha", "beta"]
    # The rows written in conftest.py: 8 of the first document, 6 of the second.
    assert tables.observations.groupby("document").size().to_dict() == {"alpha": 8, "beta": 6}


def test_observations_carry_their_document_in_front(folder):
    assert loading.load(folder.path).observations.columns[0] == "document"


def test_a_file_that_has_changed_is_read_anew(folder):
    assert loading.read_all(folder.path)[0].units.loc[3, "factor"] == 10000
    folder.spoil("units.csv", ",10000,元", ",20000,元")
    assert loading.read_all(folder.path)[0].units.loc[3, "factor"] == 20000


def test_a_form_that_has_changed_reads_the_same_file_anew(folder):
    assert loading.read_all(folder.path)[1] == []
    form = folder.read("observations.schema.json")
    folder.write("observations.schema.json", form.replace('"minimum": 1', '"minimum": 3'))
    found = {(fault.file, fault.row) for fault in loading.read_all(folder.path)[1]}
    # Six rows of the first document stand on its second line.
    assert found == {("observations/alpha.csv", row) for row in range(2, 8)}


def test_what_is_done_to_a_table_is_not_read_again(folder):
    units = loading.read_all(folder.path)[0].units
    units.loc[3, "factor"] = 7
    assert loading.read_all(folder.path)[0].units.loc[3, "factor"] == 10000


def test_the_rows_of_a_table_are_those_of_the_tables_asked(folder):
    before = loading.load(folder.path)
    fewer = dataclasses.replace(before, observations=before.observations.tail(2))
    assert [row.printed for row in loading.rows(fewer)] == ["22元", "7 所"]
    assert len(loading.rows(before)) == 14
    assert [row.Index for row in loading.rows(fewer, "documents")] == [2, 3]


def test_load_refuses_a_spoiled_folder_with_every_fault(folder):
    folder.spoil("units.csv", "ratio,100,%", "ratio,hundred,%")
    folder.spoil("observations/beta.csv", ",100.04,", ",x,")
    with pytest.raises(DataError) as caught:
        loading.load(folder.path)
    places = {(fault.file, fault.row, fault.column) for fault in caught.value.faults}
    assert places == {("units.csv", 6, "factor"), ("observations/beta.csv", 2, "value")}
    assert "units.csv, row 6, column 'factor'" in str(caught.value)


def test_a_document_without_a_file_is_a_fault(folder):
    row = "gamma,2022,2021,department,书,Book,社,Press,,20,1,1,1\n"
    folder.write("documents.csv", folder.read("documents.csv") + row)
    fault = folder.fault()
    assert (fault.file, fault.column) == ("documents.csv", "document")
    assert "'gamma' stands in only one" in fault.problem
    assert "its file and its resource" in fault.remedy


def test_a_file_without_a_document_is_a_fault(folder):
    lines = folder.read("documents.csv").splitlines()
    folder.write("documents.csv", "\n".join(lines[:2]) + "\n")
    folder.write("corrections.csv", folder.read("corrections.csv").splitlines()[0] + "\n")
    fault = folder.fault()
    assert "'beta' stands in only one" in fault.problem


def test_a_file_that_the_descriptor_does_not_name_is_a_fault(folder):
    package = json.loads(folder.read("datapackage.json"))
    package["resources"].pop()
    folder.write("datapackage.json", json.dumps(package))
    _, (unknown, fault) = loading.read_all(folder.path)
    assert (unknown.file, unknown.row) == ("observations/beta.csv", None)
    assert "not described" in unknown.problem and "remove it" in unknown.remedy
    assert "'beta' stands in only one" in fault.problem


@pytest.mark.parametrize("name", ["observations/gamma.csv", "gamma.csv"])
def test_a_file_that_nobody_reads_is_a_fault(folder, name):
    folder.write(name, folder.read("observations/beta.csv"))
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (name, None, None)
    assert "not described in datapackage.json" in fault.problem


@pytest.mark.parametrize("name", ["units.csv", "documents.csv"])
@pytest.mark.parametrize("spoil", ["gone", "another encoding", "misspelt header"])
def test_a_table_that_cannot_be_read_is_one_fault_and_not_one_for_each_row_that_names_it(
    folder, name, spoil
):
    if spoil == "gone":
        (folder.path / name).unlink()
    elif spoil == "another encoding":
        folder.write(name, folder.read(name).encode("utf-16"))
    else:
        folder.write(name, "x" + folder.read(name))
    assert folder.fault().file == name


@pytest.mark.parametrize(("table", "said"), [("explanations", "no table"), ("more", "an unknown")])
def test_a_descriptor_of_other_tables_is_refused(folder, table, said):
    package = json.loads(folder.read("datapackage.json"))
    named = {one["name"]: one for one in package["resources"]}
    if table in named:
        package["resources"].remove(named[table])
    else:
        package["resources"].append(named["entities"] | {"name": table, "path": f"{table}.csv"})
    folder.write("datapackage.json", json.dumps(package))
    with pytest.raises(DataError, match=rf"datapackage\.json: describes {said}.*{table}.*Remedy"):
        loading.read_all(folder.path)


def test_a_document_without_observations_is_read(folder):
    header = folder.read("observations/beta.csv").splitlines()[0]
    folder.write("observations/beta.csv", header + "\n")
    tables, faults = loading.read_all(folder.path)
    assert (faults, len(tables.observations)) == ([], 8)


def test_a_correction_changes_its_cell_and_marks_its_row(printed_rows):
    fixed = loading.correct(printed_rows, corrections(("a", 1, "22元", "unit", "元", "亿元")))
    assert fixed["unit"].tolist() == ["亿元", "%", "%"]
    assert fixed["corrected"].tolist() == [True, False, False]


def test_a_correction_of_a_number_compares_numbers(printed_rows):
    # 3.50 and 3.5 are the same number, not the same text.
    fixed = loading.correct(printed_rows, corrections(("b", 2, "3.5%", "value", "3.50", "35")))
    assert fixed["value"].tolist() == [22, 3.5, 35]


def test_a_correction_leaves_the_table_given_as_it_is(printed_rows):
    before = printed_rows.copy()
    loading.correct(printed_rows, corrections(("a", 1, "22元", "unit", "元", "亿元")))
    pd.testing.assert_frame_equal(printed_rows, before)


@pytest.mark.parametrize(
    "place",
    [("b", 1, "22元"), ("a", 2, "22元"), ("a", 1, "22 元")],
    ids=["document", "line", "text"],
)
def test_a_correction_that_matches_nothing_is_an_error(printed_rows, place):
    with pytest.raises(CorrectionError, match=r"corrections\.csv, row 2, .*no observation.*Remedy"):
        loading.correct(printed_rows, corrections((*place, "unit", "元", "亿元")))


def test_a_correction_whose_guard_is_stale_is_an_error(printed_rows):
    with pytest.raises(
        CorrectionError, match=r"row 2, column 'was': unit is '元', not '万元'.*Remedy"
    ):
        loading.correct(printed_rows, corrections(("a", 1, "22元", "unit", "万元", "亿元")))


def test_the_row_of_the_second_correction_is_named(printed_rows):
    good, bad = ("a", 1, "22元", "unit", "元", "亿元"), ("b", 2, "3.5%", "value", "4", "5")
    with pytest.raises(CorrectionError, match="row 3"):
        loading.correct(printed_rows, corrections(good, bad))


def test_a_correction_of_a_number_by_text_is_an_error_with_its_place(folder):
    folder.spoil("corrections.csv", "unit,元,万元", "value,22,twenty")
    assert folder.fault().file == "corrections.csv"


def test_a_number_is_corrected_by_a_number_only(printed_rows):
    place = printed_rows.loc[0, ["document", "line", "printed"]].tolist()
    fix = corrections((*place, "value", "100.0", "twenty"))
    with pytest.raises(CorrectionError, match=r"value is a number, and .*'twenty'.*digits only"):
        loading.correct(printed_rows, fix)


@pytest.mark.parametrize(
    ("column", "was", "new"), [("unit", "元", "亿圆"), ("period", "2021", "last year")]
)
def test_a_correction_to_what_the_schema_does_not_allow_is_a_fault(folder, column, was, new):
    folder.spoil("corrections.csv", "unit,元,万元", f"{column},{was},{new}")
    assert any(fault.file == "corrections.csv" for fault in laws.faults(folder.path))


def test_a_correction_fits_every_row_that_it_changes(printed_rows):
    # Both rows stand on line 2 of one document as 3.5%; one of them is another number by now.
    rows = printed_rows.assign(document="b")
    rows.loc[1, "value"] = 3.6
    with pytest.raises(CorrectionError, match="row 2, column 'was'"):
        loading.correct(rows, corrections(("b", 2, "3.5%", "value", "3.5", "35")))


def test_a_faulty_cell_does_not_hide_a_reference_to_a_row_that_is_not_there(folder):
    folder.spoil(
        "indicators.csv",
        "grain,agriculture,万吨,粮食产量,Grain output",
        "grain,agriculture,万吨,,Grain output",
    )
    folder.spoil("observations/beta.csv", "suzhou,schools", "suzhou,shcools")
    found = [(one.file, one.row, one.column) for one in laws.faults(folder.path)]
    assert found == [("indicators.csv", 6, "name_zh"), ("observations/beta.csv", 7, "indicator")]


def test_a_file_is_read_or_refused_whatever_the_letters_of_its_ending(folder):
    folder.write("units.CSV", folder.read("units.csv"))
    fault = folder.fault()
    assert (fault.file, fault.row) == ("units.CSV", None)
    assert "not described in datapackage.json" in fault.problem


def test_a_nul_is_told_with_its_row(folder):
    folder.spoil("observations/beta.csv", "22元", "22\0元")
    fault = folder.fault()
    assert (fault.file, fault.row) == ("observations/beta.csv", 6)
    assert "NUL" in fault.problem


def test_what_is_worked_out_is_kept_for_its_tables_and_no_longer(folder):
    asked = []

    @loading.kept_beside
    def counted(tables, status: str) -> int:
        asked.append(status)
        return (tables.observations["status"] == status).sum()

    tables = loading.load(folder.path)
    fewer = dataclasses.replace(tables, observations=tables.observations.tail(6))
    assert [counted(tables, "outturn"), counted(tables, "target"), counted(fewer, "outturn")] == [
        14, 0, 6
    ]  # fmt: skip
    assert (counted(tables, "outturn"), len(asked)) == (14, 3)
    gone = weakref.ref(fewer)
    del fewer
    gc.collect()
    assert gone() is None


def test_what_the_package_keeps_of_tables_does_not_keep_them(small):
    tables = data.load()
    assert data.figure("grain").value == 12.3
    assert audit.run()["check"].size and goals.assess().empty and not laws.broken_laws(tables)
    assert len(context.figures()) == 5
    gone = weakref.ref(tables)
    del tables
    loading._load.cache_clear()
    gc.collect()
    assert gone() is None
