"""What the report is about stands in one file, and is held against the tables."""

import json

import pytest

from analysis import data
from analysis.data import edition, folders
from analysis.data.faults import DataError


def test_the_year_and_the_place_are_those_of_the_folder(small):
    small.write("edition.json", json.dumps({"year": 2023, "entity": "county", "vintage": "first"}))
    assert (edition.year(), edition.entity(), edition.vintage()) == (2023, "county", "first")
    assert edition.periods() == ("2023", "2023-12-31")
    assert edition.periods(2026) == ("2026", "2026-12-31")


def test_a_main_document_is_found_by_its_role_and_year(small):
    small.spoil("documents.csv", "beta,2022,2021,government report", "beta,2022,2020,communique")
    assert edition.document() == "alpha"
    assert edition.document(year=2020) == "beta"
    assert edition.communiques() == {"alpha", "beta"}


def test_a_report_of_five_years_holds_until_the_next(small):
    small.spoil("documents.csv", "beta,2022,2021,government report", "beta,2022,2017,party report")
    assert edition.document("party report") == "beta"


def test_a_figure_is_by_default_of_the_year_and_the_place(small):
    assert data.figure("grain").value == 12.3
    small.spoil("edition.json", "2021", "2020")
    folders.read.cache_clear()
    with pytest.raises(data.UnknownFigure, match="period '2020'"):
        data.figure("grain")


def test_a_role_of_no_main_document_is_refused_with_those_there_are(small):
    with pytest.raises(ValueError, match=r"no main document is a 'report'; they are communique, "):
        edition.document("report")


def test_a_main_document_that_is_not_there_is_a_message(small):
    with pytest.raises(ValueError, match=r"no party report of 2021 or before"):
        edition.document("party report")
    with pytest.raises(ValueError, match=r"no communique of 2020 or before"):
        edition.document(year=2020)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"suzhou"', '"nowhere"', "'nowhere' is not in entities.csv"),
        ('"first"', '"2023"', "'2023' is not in volumes.csv"),
        ('"first"', "1", "everything else is text"),
        ("2021", '"2021"', "the year is a whole number"),
        ('"entity"', '"place"', "no 'entity'"),
        ("{", "", "cannot be read"),
    ],
)
def test_a_fault_of_the_edition_is_told_with_its_remedy(folder, old, new, told):
    content = folder.read("edition.json").replace(old, new, 1)
    folder.write("edition.json", content)
    fault = folder.fault()
    assert told in str(fault) and str(fault).startswith("edition.json") and fault.remedy


def test_an_edition_that_is_not_there_is_a_message(small):
    (small.path / "edition.json").unlink()
    with pytest.raises(DataError, match=r"edition.json: cannot be read.*Remedy"):
        edition.year()
