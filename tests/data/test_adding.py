"""A new document: its row, its entry and its file come together, or none does."""

from dataclasses import replace
from pathlib import Path

import pytest

from analysis.data import adding, laws
from analysis.data.faults import DataError

NEW = adding.Document(
    "gamma", "2022", 2021, "department", "书店", "Bookshop", 340, 7, 9, "社", "Press"
)


def contents(folder) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.path.rglob("*") if one.is_file()}


def test_a_document_is_added_with_its_row_its_entry_and_its_file(folder):
    files = adding.add(NEW, folder.path)
    assert [one.relative_to(folder.path).as_posix() for one in files] == [
        "documents.csv", "datapackage.json", "observations/gamma.csv",
    ]  # fmt: skip
    last = folder.read("documents.csv").splitlines()[-1]
    assert last == "gamma,2022,2021,department,书店,Bookshop,社,Press,,340,7,9,1"
    assert (
        folder.read("observations/gamma.csv")
        == folder.read("observations/beta.csv").splitlines()[0] + "\n"
    )
    assert laws.faults(folder.path) == []


def test_the_descriptor_keeps_its_form(folder, tmp_path_factory):
    from analysis.data import folders

    text = (folders.FOLDER / "datapackage.json").read_text(encoding="utf-8")
    there = tmp_path_factory.mktemp("there")
    (there / "datapackage.json").write_text(text, encoding="utf-8")
    longer = adding._described("gamma", "observations/gamma.csv", there)
    added = set(longer.splitlines()) - set(text.splitlines())
    assert longer.startswith(text[: -len("\n  ]\n}\n")])
    assert len(longer.splitlines()) == len(text.splitlines()) + 4
    (entry,) = added
    assert entry.startswith('      "name": "gamma", "path": "observations/gamma.csv", "profile": ')


def test_an_issuer_left_out_is_that_of_the_latest_of_the_role(folder):
    adding.add(replace(NEW, issuer_zh="", issuer_en="", role="communique", year=2020), folder.path)
    assert folder.read("documents.csv").splitlines()[-1].split(",")[6:8] == ["统计局", "Bureau"]


def test_the_issuer_of_an_office_is_not_another_offices(folder):
    adding.add(NEW, folder.path)
    with pytest.raises(DataError, match="issuer_zh"):
        adding.add(
            replace(NEW, document="delta", title_zh="社", title_en="Club", first_line=10,
                    last_line=10, issuer_zh=""),
            folder.path,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"yearbook": "2024"}, "'2024' is not in volumes.csv"),
        ({"role": "letter"}, "'letter'"),
        ({"role": "communique"}, "2021 has a communique already"),
        ({"first_line": 3}, "3, of gamma, does not go with alpha, 1 to 5"),
        ({"year": 2023}, "is after 2021"),
        ({"issuer_zh": ""}, "issuer_zh"),
        ({"issuer_zh": "", "role": "township"}, "issuer_zh"),
        ({"document": "beta"}, "is there already"),
        ({"document": "../gamma"}, "is no name of a document"),
    ],
)
def test_a_document_that_breaks_a_law_leaves_everything_as_it_was(folder, cells, told):
    before = contents(folder)
    with pytest.raises(DataError, match=r"Remedy") as caught:
        adding.add(replace(NEW, **cells), folder.path)
    assert told in str(caught.value)
    assert contents(folder) == before


def volume(**cells) -> adding.Volume:
    told = {
        "volume": "2023", "year": 2022, "title_zh": "年鉴", "title_en": "Yearbook", "editor": "E",
        "publisher": "P", "published": "2023-12", "isbn": "978-7-0000-0000-2",
    }  # fmt: skip
    return adding.Volume(**told | cells)


def test_a_volume_is_added_with_the_fingerprint_of_its_text(folder):
    (folder.path.parent / "next.txt").write_bytes(b"abc")
    adding.add_volume(volume(), folder.path.parent / "next.txt", folder.path)
    # SHA-256 of "abc", as FIPS 180-2 gives it; what may be passed on is as before.
    assert folder.read("volumes.csv").splitlines()[-1] == (
        "2023,2022,年鉴,Yearbook,E,P,2023-12,978-7-0000-0000-2,"
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad,Figures."
    )
    assert laws.faults(folder.path) == []


@pytest.mark.parametrize(
    ("cells", "told"), [({"volume": "2022"}, "repeats"), ({"published": "May"}, "published")]
)
def test_a_volume_that_breaks_a_law_is_not_added(folder, cells, told):
    before = contents(folder)
    with pytest.raises(DataError, match=told):
        adding.add_volume(volume(**cells), folder.path / "text.txt", folder.path)
    assert contents(folder) == before


def test_faults_that_were_there_before_are_not_the_new_documents(folder):
    folder.spoil("observations/beta.csv", "7,,所,outturn,=,6,7 所", "8,,所,outturn,=,6,7 所")
    adding.add(NEW, folder.path)
    assert len(laws.faults(folder.path)) == 1


def test_a_file_that_cannot_be_written_leaves_none_written(folder, monkeypatch):
    before = contents(folder)
    replace_ = Path.replace

    def full(self, target):
        if Path(target).name == "datapackage.json":
            raise OSError(28, "No space left on device")
        return replace_(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        adding.add(NEW, folder.path)
    assert contents(folder) == before
