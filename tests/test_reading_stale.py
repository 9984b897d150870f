"""What Sphinx reads and writes again: shown by a small book, built twice."""

import io
from pathlib import Path

import pytest
from reading import stale
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

INDEX = """Front
=====

.. toctree::

   alpha
   beta
"""
ALPHA = """Alpha
=====

.. _place:

A section
---------

Words.
"""
BETA = """Beta
====

See :ref:`place`.
"""


@pytest.fixture
def book(tmp_path) -> Path:
    for name, text in (("index", INDEX), ("alpha", ALPHA), ("beta", BETA)):
        (tmp_path / f"{name}.rst").write_text(text)
    build(tmp_path)
    return tmp_path


def build(book: Path, **config) -> tuple[set[str], set[str]]:
    """Build, and return the pages that were read and those that were written."""
    read, written = set(), set()
    with docutils_namespace():
        app = Sphinx(
            book,
            None,
            book / "out",
            book / "trees",
            "html",
            confoverrides=config | {"html_theme": "basic"},
            status=io.StringIO(),
        )
        stale.setup(app)
        for name, value in config.items():
            setattr(app.config, name, value)
        app.connect("source-read", lambda _app, page, _text: read.add(page))
        app.connect("html-page-context", lambda _app, page, *_: written.add(page))
        app.build()
    return read, written & {"index", "alpha", "beta"}


def change(book: Path, old: str, new: str, page: str = "alpha") -> None:
    file = book / f"{page}.rst"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_word_is_read_and_written_on_its_page_and_in_the_contents_page(book):
    change(book, "Words.", "Other words.")
    assert build(book) == ({"alpha"}, {"alpha", "index"})


def test_nothing_is_read_or_written_when_nothing_has_changed(book):
    assert build(book) == (set(), set())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Alpha\n=====", "Gamma\n====="),  # the contents list of every page names it
        ("A section\n---------", "The section\n-----------"),  # another page names it
        (".. _place:", ".. _place:\n\n.. _further:"),
    ],
)
def test_every_page_is_written_when_others_may_name_what_has_changed(book, old, new):
    change(book, old, new)
    assert build(book) == ({"alpha"}, {"alpha", "beta", "index"})


def test_only_the_page_asked_for_is_read_and_the_others_are_not_forgotten(book):
    change(book, "Words.", "Other words.")
    change(book, "See", "Look at", page="beta")
    assert build(book, report_only=["beta"])[0] == {"beta"}
    assert build(book)[0] == {"alpha"}


def test_a_page_that_was_never_read_is_read_with_the_one_asked_for(book):
    change(book, "   beta", "   beta\n   gamma", page="index")
    (book / "gamma.rst").write_text("Gamma\n=====\n")
    assert build(book, report_only=["index"])[0] == {"index", "gamma"}
