"""Laws of single observations, each broken once in the small folder."""

from dataclasses import replace

import pytest

from analysis import data
from analysis.data import laws, observed

ALPHA, BETA = "observations/alpha.csv", "observations/beta.csv"
EXCEPTIONS = "exceptions.csv"


@pytest.fixture
def folder(folder):
    """A place besides the district, with a document of its name."""
    folder.write("entities.csv", folder.read("entities.csv") + "town,township,suzhou,镇,Town\n")
    folder.spoil("documents.csv", "报告", "镇政府")
    for indicator in ("gdp", "gdp.services", "bookshops", "schools"):
        folder.spoil(BETA, f"suzhou,{indicator},", f"town,{indicator},")
    folder.write(BETA, folder.read(BETA).replace("suzhou,retail,", "town,retail,"))
    return folder


def excepted(folder, *rows: str) -> None:
    folder.write(EXCEPTIONS, folder.read(EXCEPTIONS) + "".join(f"{row}\n" for row in rows))


@pytest.mark.parametrize(
    ("name", "old", "new", "row", "column", "told"),
    [
        (BETA, "town,schools", "suzhou,schools", 7, "entity", "speaks of town"),
        (ALPHA, "suzhou,grain,2021,level", "town,grain,2021,level", 8, "entity", "of suzhou"),
        (ALPHA, "level,60.0,", "level,-60.0,", 6, "value", "-60 is negative, but '60.0亿元'"),
        (BETA, "schools,2021,", "schools,2022,", 7, "period", "2022 is no time of what is outturn"),
        (BETA, "schools,2021,", "schools,2010,", 7, "period", "2011 to 2021"),
        (BETA, "retail,2021,growth,", "retail,2021,growth_pa,", 4, "period", "is no interval"),
        (BETA, "share,50,,%,outturn,~,6,一半", "rank,50,,%,outturn,~,6,一半", 5, "unit", "rank"),
    ],
)
def test_a_right_number_under_a_wrong_name_is_told_with_its_place(
    folder, name, old, new, row, column, told
):
    folder.spoil(name, old, new)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (name, row, column)
    assert told in fault.problem and fault.remedy


@pytest.mark.parametrize(("period", "sound"), [("2020", False), ("2021", True), ("2036", True)])
def test_a_target_is_not_of_a_year_that_is_over(folder, period, sound):
    folder.spoil(BETA, "schools,2021,level,7,,所,outturn", f"schools,{period},level,7,,所,target")
    assert [one.column for one in laws.faults(folder.path)] == [] if sound else ["period"]


@pytest.mark.parametrize(
    ("value", "unit", "sound"),
    [("99", "亿元", True), ("0.11", "亿元", True), ("0.1", "亿元", False), ("100", "万元", False)],
)
def test_a_level_a_thousand_times_off_every_other_is_asked_about(folder, value, unit, sound):
    # alpha prints the district's product as 100.0 亿元.
    row = f"suzhou,gdp,2020,level,{value},,{unit},outturn,=,5,{value}{unit},\n"
    folder.write(ALPHA, folder.read(ALPHA) + row)
    rows = data.read_all(folder.path)[0]
    found = [fault for fault in observed.faults(rows) if "times off" in fault.problem]
    assert {fault.row for fault in found} == (set() if sound else {2, 10})


def test_a_place_of_another_kind_may_be_of_any_size(folder):
    folder.spoil(BETA, "town,gdp,2021,level,100.04,,亿元", "town,gdp,2021,level,100.04,,元")
    rows = data.read_all(folder.path)[0]
    assert not [one for one in observed.faults(rows) if "times off" in one.problem]


def test_a_change_may_be_negative_without_a_minus(folder):
    assert ",-2.5,,%,outturn,=,2,2.5%," in folder.read(ALPHA)
    assert laws.faults(folder.path) == []


def test_a_row_that_is_right_all_the_same_is_listed(folder):
    folder.spoil(BETA, "town,schools", "suzhou,schools")
    excepted(folder, "place,beta,6,schools,Of the whole district.")
    assert laws.faults(folder.path) == []


def test_an_exception_that_none_needs_is_a_fault(folder):
    excepted(folder, "place,beta,6,schools,Of the whole district.")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (EXCEPTIONS, 2, "law")
    assert fault.problem == "no figure of 'schools' on line 6 breaks 'place'"


@pytest.mark.parametrize(
    ("row", "column", "meant"),
    [
        ("minus,beta,6,schools", "law", "place"),
        ("place,beta,5,schools", "line", "6"),
        ("place,beta,6,grain", "indicator", "schools"),
    ],
)
def test_an_exception_that_is_one_cell_off_is_told_and_not_the_figure(folder, row, column, meant):
    folder.spoil(BETA, "town,schools", "suzhou,schools")
    excepted(folder, f"{row},Of the whole district.")
    (fault,) = observed.faults(data.read_all(folder.path)[0])
    assert (fault.file, fault.row, fault.column) == (EXCEPTIONS, 2, column)
    assert f"write {meant} if" in fault.remedy


def test_an_exception_that_is_two_cells_off_is_of_something_else(folder):
    folder.spoil(BETA, "town,schools", "suzhou,schools")
    excepted(folder, "place,beta,5,grain,Of the whole district.")
    found = observed.faults(data.read_all(folder.path)[0])
    assert [(one.file, one.row) for one in found] == [(BETA, 7), (EXCEPTIONS, 2)]


def test_a_name_that_fits_no_title_is_told_once_with_both_places_to_look(folder):
    folder.spoil("entities.csv", ",镇,Town", ",阵,Town")
    (fault,) = observed.faults(data.read_all(folder.path)[0])
    assert (fault.file, fault.row, fault.column) == ("documents.csv", 3, "title_zh")
    assert fault.problem == "6 of its 6 rows do not go with it"
    told = "correct it, its place's name in entities.csv, or those rows: the first entity is 'town'"
    assert fault.remedy.startswith(f"{told} (阵), but the document speaks of suzhou")


@pytest.mark.parametrize(("many", "files"), [(3, [BETA] * 3), (4, ["documents.csv"])])
def test_a_document_is_blamed_for_more_than_half_of_its_rows(folder, many, files):
    folder.write(BETA, folder.read(BETA).replace("town,", "suzhou,", many))
    assert [one.file for one in observed.faults(data.read_all(folder.path)[0])] == files


def test_a_document_is_not_blamed_for_its_only_row(folder):
    header, first = folder.read(BETA).splitlines()[:2]
    folder.write(BETA, f"{header}\n{first.replace('town', 'suzhou')}\n")
    assert [one.file for one in observed.faults(data.read_all(folder.path)[0])] == [BETA]


def test_a_document_of_another_year_is_told_once(folder):
    folder.spoil("documents.csv", "beta,2022,2021", "beta,2022,2001")
    (fault,) = observed.faults(data.read_all(folder.path)[0])
    assert (fault.file, fault.column) == ("documents.csv", "year")
    assert fault.remedy.startswith("correct it or those rows: the first period 2021 is no time")


def test_each_law_says_how_many_rows_it_looked_at(folder):
    # 14 rows: five of growth, none of a mean of years, one share, no level with a like one.
    counted = list(observed.looked_at(data.read_all(folder.path)[0]).values())
    assert counted == [14, 9, 14, 0, 1, 0]


def test_every_law_looks_at_rows_of_the_yearbook():
    assert min(observed.looked_at(data.load()).values()) >= 30


@pytest.mark.parametrize(
    ("measure", "value", "sound"),
    [
        ("rank", 1, True), ("rank", 2, True), ("rank", 0, False), ("rank", 1.5, False),
        ("rank", -1, False), ("share", 0, True), ("share", 0.5, True), ("share", -0.5, False),
    ],
)  # fmt: skip
def test_a_rank_counts_from_one_and_a_share_from_nothing(folder, measure, value, sound):
    tables, _ = data.read_all(folder.path)
    rows = tables.observations.reset_index()
    rows.loc[rows["measure"] == "share", ["measure", "value"]] = [measure, value]
    found = observed.faults(replace(tables, observations=rows.set_index("row")))
    told = [one.problem for one in found if one.column == "value" and one.row == 5]
    assert (f"{value:g} is no {measure}" not in told) is sound
