"""Numbers in sentences: where expressions are found, how answers are kept, what the page shows."""

from pathlib import Path

import inline
import nbformat
import pytest
from bs4 import BeautifulSoup
from inline import captions, kept
from inline.expressions import expressions
from myst_nb.core.read import read_myst_markdown_notebook
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from sphinx.errors import ExtensionError
from sphinx.testing.util import SphinxTestApp

SMALL = Path(__file__).parent / "chapters" / "small.md"


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("It was {eval}`gdp`, up {eval}`gdp.growth`.", ["gdp", "gdp.growth"]),
        ("- one {eval}`a`\n- *two {eval}`b`*", ["a", "b"]),
        ("| a |\n|---|\n| {eval}`a[0]` |", ["a[0]"]),
        ("```{admonition} Points\n:class: x\n\n- {eval}`a`\n```", ["a"]),
        (":::{note}\n{eval}`a`\n:::", ["a"]),
        ("::::{note}\n:::{tip} On {eval}`b`\n{eval}`a`\n:::\n::::", ["b", "a"]),
        (":::{figure}\n:name: fig-a\nOf {eval}`a`.\n:::", ["a"]),
        ("> {eval}`a`", ["a"]),
        ("Term\n: What {eval}`a` is", ["a"]),
        ('{eval}`f"{gdp:.1f}"` {eval}`d["a\\n"]`', ['f"{gdp:.1f}"', 'd["a\\n"]']),
        ("{eval}`a` and {eval}`a`", ["a", "a"]),
        ("{eval}`between(a,\nb)`", ["between(a, b)"]),
        ("`{eval}` and ``{eval}`a` `` are code", []),
        ("```python\n{eval}`a`\n```", []),
        ("```{code-block} text\n{eval}`a`\n```", []),
        ("{abbr}`GDP (product)`, {ref}`a`", []),
    ],
)
def test_expressions_are_found_where_roles_are(markdown, found):
    assert expressions(markdown) == found


def notebook(prose="It was {eval}`a`.", code="a = 1"):
    cells = [new_code_cell(code), new_markdown_cell(prose)]
    return new_notebook(cells=cells)


@pytest.fixture
def executed(tmp_path):
    """A folder that keeps one executed notebook."""
    done = notebook()
    done.cells[0].execution_count = 1
    done.cells[1].metadata[kept.ANSWERS] = [answer("a", "1")]
    kept.put(tmp_path, done, "today's data")
    return tmp_path


def answer(expression, text):
    return {"expression": expression, "result": {"status": "ok", "data": {"text/plain": text}}}


def test_another_word_has_the_answers_kept(executed):
    reworded = notebook("In all it came to {eval}`a`, no less.")
    assert kept.fill(reworded, executed)
    assert inline.answered(reworded.cells[1]) == "In all it came to 1, no less."


@pytest.mark.parametrize(
    "changed",
    [
        notebook(code="a = 2"),
        notebook("It was {eval}`b`."),
        notebook("It was {eval}`a` or {eval}`a`."),
        notebook("It was much."),
    ],
)
def test_other_code_or_expressions_have_none(executed, changed):
    assert not kept.fill(changed, executed)


def test_what_was_made_from_other_data_does_not_count(executed):
    assert kept.fill(notebook(), executed, "today's data")
    assert not kept.fill(notebook(), executed, "yesterday's data")


@pytest.mark.parametrize("damage", [lambda text: text[:-40], lambda text: "", lambda text: "{}"])
def test_a_damaged_file_counts_as_none_until_it_is_made_anew(executed, damage):
    file = executed / kept.name(notebook())
    whole = file.read_text()
    file.write_text(damage(whole))
    assert not kept.fill(notebook(), executed)
    again = nbformat.reads(whole, as_version=4)
    kept.put(executed, again, "today's data")
    assert kept.fill(notebook(), executed)


def test_a_file_that_could_not_be_written_whole_is_not_there(tmp_path, monkeypatch):
    def full(path, *_, **__):
        path.touch()
        raise OSError("no space left on the disk")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="no space"):
        kept.put(tmp_path, notebook("No numbers."), "")
    assert not (tmp_path / kept.name(notebook("No numbers."))).exists()


def test_answers_of_chapters_that_are_no_more_are_forgotten(executed):
    other = notebook("Nothing.")
    kept.put(executed, other, "")
    kept.forget(executed, but={kept.name(other)})
    assert [file.name for file in executed.iterdir()] == [kept.name(other)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("'57%'", "57%"),
        ('"it\'s"', "it's"),
        ("3", "3"),
        ("2.5 billion yuan", "2.5 billion yuan"),
        ("9.2%", "9.2%"),
    ],
)
def test_a_string_loses_its_quotes_and_an_amount_shows_as_it_writes_itself(text, words):
    assert inline.words(answer("a", text)["result"]) == words


def test_a_caption_goes_to_the_chart_before_it_and_lines_keep_their_numbers():
    after = ":::{figure}\n:name: fig-a\n:alt: A line.\nOf {eval}`a`.\n\nAnd more.\n:::\n\nProse."
    drawn = new_notebook(cells=[new_code_cell("plot()"), new_markdown_cell(after)])
    captions.place(drawn)
    options = drawn.cells[0].metadata["mystnb"]
    assert options["figure"] == {
        "align": "left",
        "caption": "Of {eval}`a`.\n\nAnd more.",
        "name": "fig-a",
    }
    assert options["image"] == {"alt": "A line."}
    assert drawn.cells[1].source == "\n" * 8 + "Prose."


def test_an_image_of_the_text_stays_where_it_is():
    text = ":::{figure} map.png\nA map.\n:::"
    drawn = new_notebook(cells=[new_code_cell("plot()"), new_markdown_cell(text)])
    captions.place(drawn)
    assert drawn.cells[1].source == text and not drawn.cells[0].metadata


@pytest.fixture
def build(tmp_path):
    """Builds a page from its source and answers; gives its HTML and the warnings."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text(
        "extensions = ['myst_nb', 'inline']\n"
        "nb_execution_mode = 'off'\n"
        "myst_enable_extensions = ['attrs_block', 'attrs_inline', 'colon_fence', 'deflist']\n"
    )

    def pages(text, answers):
        (source / "index.md").write_text(text, "utf-8")
        made = read_myst_markdown_notebook(text)
        left = iter(answers)
        for cell in kept.running(made):
            if cell.cell_type == "markdown":
                asked = expressions(cell.source)
                cell.metadata[kept.ANSWERS] = [answer(one, next(left, "''")) for one in asked]
        kept.put(tmp_path / "build" / inline.FOLDER, made, "")
        app = SphinxTestApp(srcdir=source, builddir=tmp_path / "build", freshenv=True)
        try:
            app.build()
            page = (Path(app.outdir) / "index.html").read_text("utf-8")
            return BeautifulSoup(page, "html.parser"), app.warning.getvalue()
        finally:
            app.cleanup()

    return pages


HEAD = SMALL.read_text("utf-8").split("# A small")[0]
CODE = "```{code-cell} ipython3\npass\n```\n"


def test_a_page_shows_answers_in_boxes_tables_notes_and_captions(build):
    text = (
        f"{HEAD}# A {CODE}"
        "\n::::{admonition} On {eval}`a`\n- {eval}`b`\n::::\n\n"
        "| a |\n|---|\n| *{eval}`c`* |\n\n:::{note}\n{eval}`d`\n:::\n"
    ).replace("# A ", "# A\n\n")
    page, warnings = build(text, ["'one'", "2", "'a < b'", "4 yuan"])
    shown = [one.get_text() for one in page.select(f".{inline.CLASS}")]
    assert shown == ["one", "2", "a < b", "4 yuan"]
    assert not warnings


def test_an_answer_in_words_or_a_year_is_not_set_like_a_number(build):
    text = f"{HEAD}# A\n\n{{eval}}`a` {{eval}}`b` {{eval}}`c`\n\n{CODE}"
    page, _ = build(text, ["'only'", "'2 of 3'", "2026"])
    assert [one.get_text() for one in page.select(f".{inline.DIGITS}")] == ["2 of 3"]


def test_the_same_expression_again_shows_its_answer_there(build):
    text = f"{HEAD}# A\n\nFirst {{eval}}`a`.\n\n{CODE}\nThen {{eval}}`a`, {{eval}}`b`.\n"
    page, _ = build(text, ["1", "2", "3"])
    assert [one.get_text() for one in page.select(f".{inline.CLASS}")] == ["1", "2", "3"]


def test_an_expression_without_an_answer_is_a_warning(build):
    # In a page without code nothing is asked, so nothing is answered.
    _, warnings = build("# A\n\nIt was {eval}`gdp`.\n", [])
    assert "index.md:3: WARNING: no answer is kept for {eval}`gdp`" in warnings


def test_a_warning_names_the_line_of_the_chapter(build):
    text = f"{HEAD}# A\n\n{CODE}\n\nNot a {{wrong}}`role`.\n"
    line = 1 + text[: text.index("Not a")].count("\n")
    _, warnings = build(text, [])
    assert f"index.md:{line}: WARNING: Unknown interpreted text role" in warnings


def test_a_chapter_that_was_not_executed_as_it_stands_is_refused(tmp_path):
    with pytest.raises(ExtensionError, match=r"not executed as it stands; run scripts/build\.py"):
        inline.read(SMALL.read_text("utf-8"), str(tmp_path))
