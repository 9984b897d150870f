"""What one build made and the next uses again: only what is made from the same."""

import pytest
from reading.kept import Kept


@pytest.fixture
def file(tmp_path):
    """A file in which a thing is kept."""
    kept = Kept(tmp_path / "kept")
    kept.get("page", ("text", 1), lambda: "made")
    kept.write()
    return tmp_path / "kept"


def test_what_is_made_from_the_same_is_not_made_again(file):
    assert Kept(file).get("page", ("text", 1), lambda: "made again") == "made"


@pytest.mark.parametrize("made_from", [("text", 2), ("other", 1), ("text", "1")])
def test_what_is_made_from_anything_else_is_made_again(file, made_from):
    assert Kept(file).get("page", made_from, lambda: "made again") == "made again"


def test_another_thing_made_from_the_same_is_another(file):
    assert Kept(file).get("other page", ("text", 1), lambda: "made again") == "made again"


def test_what_nobody_asked_for_is_forgotten(file):
    Kept(file).write()
    assert Kept(file).get("page", ("text", 1), lambda: "made again") == "made again"


@pytest.mark.parametrize("content", [b"", b"no pickle", b"\x80\x05cgone\nThing\n."])
def test_a_file_that_cannot_be_read_counts_as_empty(file, content):
    file.write_bytes(content)
    assert Kept(file).get("page", ("text", 1), lambda: "made again") == "made again"
