"""What was read once is kept, and never trusted further than its key."""

import pickle

import pytest

from analysis.data import kept, loading
from analysis.data.faults import DataError


class Counted:
    """A computation that counts how often it is done."""

    def __init__(self, result="read"):
        self.times, self.result = 0, result

    def __call__(self):
        self.times += 1
        return self.result


def test_what_is_kept_is_not_computed_again(folder):
    reading = Counted()
    assert [kept.once(folder.path, "tables", reading) for _ in range(3)] == ["read"] * 3
    assert reading.times == 1


def test_two_things_of_one_folder_are_kept_apart(folder):
    assert kept.once(folder.path, "tables", Counted("tables")) == "tables"
    assert kept.once(folder.path, "laws", Counted("laws")) == "laws"


@pytest.mark.parametrize("name", ["observations/beta.csv", "edition.json", "new.csv"])
def test_any_change_of_the_folder_is_read_anew(folder, name):
    kept.once(folder.path, "tables", Counted("old"))
    before = (folder.path / name).read_bytes() if (folder.path / name).exists() else b""
    folder.write(name, before + b"\n")
    assert kept.once(folder.path, "tables", Counted("new")) == "new"


def test_other_code_reads_anew(folder, monkeypatch):
    kept.once(folder.path, "tables", Counted("old"))
    monkeypatch.setattr(kept, "_code", lambda: b"another version")
    assert kept.once(folder.path, "tables", Counted("new")) == "new"


def test_a_file_under_another_key_is_not_even_opened(folder):
    class Dangerous:
        def __reduce__(self):
            return (pytest.fail, ("a pickle of another key was run",))

    file = kept.place(folder.path, "tables")
    file.parent.mkdir(parents=True)
    file.write_bytes(b"?" * 32 + pickle.dumps(Dangerous()))
    assert kept.once(folder.path, "tables", Counted("new")) == "new"


def test_a_file_that_is_cut_short_is_written_anew(folder):
    kept.once(folder.path, "tables", Counted("old"))
    file = kept.place(folder.path, "tables")
    whole = file.read_bytes()
    file.write_bytes(whole[:-3])
    assert kept.once(folder.path, "tables", Counted("old")) == "old"
    assert file.read_bytes() == whole


def test_where_nothing_can_be_written_it_is_computed(folder, tmp_path_factory, monkeypatch):
    blocked = tmp_path_factory.mktemp("blocked") / "a file, no folder"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    reading = Counted()
    assert [kept.once(folder.path, "tables", reading) for _ in range(2)] == ["read"] * 2
    assert reading.times == 2


def test_a_folder_that_cannot_be_read_is_computed_and_not_kept(folder, monkeypatch):
    def refuse(_):
        raise OSError

    monkeypatch.setattr(kept, "key_of", refuse)
    reading = Counted()
    assert [kept.once(folder.path, "tables", reading) for _ in range(2)] == ["read"] * 2
    assert reading.times == 2 and not kept.place(folder.path, "tables").exists()


def test_nothing_is_kept_of_a_folder_with_faults(folder):
    folder.spoil("observations/beta.csv", ",100.04,", ",x,")
    for _ in range(2):
        with pytest.raises(DataError, match="'x' is not a number"):
            loading.load(folder.path)
    assert not kept.place(folder.path, "tables").exists()


def test_the_tables_that_are_kept_are_those_that_were_read(folder):
    read, _ = loading.read_all(folder.path)
    loading.load(folder.path)
    assert kept.place(folder.path, "tables").exists()
    loading._load.cache_clear()
    again = loading.load(folder.path)
    for name in read.__dataclass_fields__:
        assert getattr(again, name).equals(getattr(read, name))
