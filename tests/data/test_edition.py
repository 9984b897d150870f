"""What the report is about stands in one file, and is held against the tables."""

import json

import pytest

from analysis import data
from analysis.data import edition
from analysis.data.faults import DataError


def test_the_year_the_place_and_the_main_document_are_those_of_the_folder(small):
    said = {"year": 2023, "entity": "suzhou", "documents": {"communique": "beta"}}
    small.write("edition.json", json.dumps(said))
    assert (edition.year(), edition.entity(), edition.document()) == (2023, "suzhou", "beta")
    assert edition.periods() == ("2023", "2023-12-31")
    assert edition.periods(2026) == ("2026", "2026-12-31")


def test_a_figure_is_by_default_of_the_year_and_the_place(small):
    assert data.figure("grain").value == 12.3
    small.spoil("edition.json", "2021", "2020")
    with pytest.raises(data.UnknownFigure, match="period '2020'"):
        data.figure("grain")


def test_a_document_of_no_role_is_refused_with_those_there_are(small):
    with pytest.raises(ValueError, match=r"names no 'report'; it names communique"):
        edition.document("report")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"suzhou"', '"nowhere"', "'nowhere' is not in entities.csv"),
        ('"alpha"', '"gamma"', "'gamma' is not in documents.csv"),
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
