"""Volumes and what documents are: each law is seen to be broken."""

import pytest

from analysis.data import laws, loading, volume_laws


def another(folder, **cells) -> None:
    """Add a volume to the small folder, whose row is that of the first but for ``cells``."""
    header, row = folder.read("volumes.csv").splitlines()
    new = dict(zip(header.split(","), row.split(","), strict=True))
    new |= {"volume": "2023", "year": "2022", "sha256": "a" + "b" * 63} | cells
    folder.write("volumes.csv", folder.read("volumes.csv") + ",".join(new.values()) + "\n")


def test_a_second_volume_of_another_text_is_sound(folder):
    another(folder)
    assert laws.faults(folder.path) == []


def test_a_text_is_of_one_volume(folder):
    another(folder, sha256=folder.read("volumes.csv").splitlines()[1].split(",")[8])
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("volumes.csv", 3, "sha256")


def test_a_document_is_not_about_a_year_after_its_volumes(folder):
    folder.spoil("documents.csv", "beta,2022,2021,", "beta,2022,2023,")
    (fault, *_) = laws.faults(folder.path)
    assert (fault.file, fault.row, fault.column) == ("documents.csv", 3, "year")
    assert "after 2021" in fault.problem


def test_a_year_has_one_main_document_of_a_role(folder):
    folder.spoil("documents.csv", "government report", "communique")
    fault = folder.fault()
    assert (fault.row, fault.column) == (3, "role")
    assert "2021 has a communique already" in fault.problem


def test_a_document_of_a_volume_that_is_not_there_is_a_fault(folder):
    folder.spoil("documents.csv", "beta,2022,", "beta,2024,")
    fault = folder.fault()
    assert (fault.file, fault.column) == ("documents.csv", "yearbook")


def test_two_volumes_may_have_documents_on_the_same_lines(folder):
    another(folder)
    folder.spoil("documents.csv", "beta,2022,", "beta,2023,")
    folder.spoil("documents.csv", ",312,6,6,1", ",312,1,6,1")
    assert laws.faults(folder.path) == []


def test_a_volume_is_not_about_a_year_after_it_was_published(folder):
    folder.spoil("volumes.csv", "2022,2021,", "2022,2023,")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("volumes.csv", 2, "year")
    assert "2023 is after 2022-12" in fault.problem


@pytest.mark.parametrize("isbn", ["2021-02-30", "978", "978-7-5468-2237", "978-7-5468-2237-22"])
def test_an_isbn_has_the_form_of_one(folder, isbn):
    folder.spoil("volumes.csv", "978-7-0000-0000-2", isbn)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("volumes.csv", 2, "isbn")


def test_a_later_document_begins_on_no_earlier_page(folder):
    # The second begins on line 6 and page 312, after the first; which is wrong is not known.
    folder.spoil("documents.csv", ",305,1,5,", ",313,1,5,")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("documents.csv", 2, "page")
    assert fault.problem == "313 is after page 312, on which a later one begins"


def test_a_volume_of_too_early_a_year_is_told_and_not_its_documents(folder):
    folder.spoil("volumes.csv", "2022,2021,", "2022,2012,")
    fault = next(iter(volume_laws._years(loading.read_all(folder.path)[0])))
    assert (fault.file, fault.row, fault.column) == ("volumes.csv", 2, "year")
    assert fault.problem == "2012 is before 2021, of which documents of it tell"


def test_one_document_of_two_of_too_late_a_year_is_told_itself(folder):
    folder.spoil("documents.csv", "beta,2022,2021", "beta,2022,2022")
    (fault,) = volume_laws._years(loading.read_all(folder.path)[0])
    assert (fault.file, fault.row) == ("documents.csv", 3)
    assert fault.problem == "2022 is after 2021, the year that volume 2022 is about"
