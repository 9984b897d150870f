"""Executing a chapter: its code is run, and expressions in its sentences are answered in place."""

import shutil
from pathlib import Path

import execute
import inline
import pytest

SMALL = Path(__file__).parent / "chapters" / "small.md"


@pytest.fixture(autouse=True)
def log(tmp_path, monkeypatch):
    monkeypatch.setattr(execute, "BUILD", tmp_path)


@pytest.fixture
def chapter(tmp_path):
    path = tmp_path / "small.md"
    shutil.copy(SMALL, path)
    return path


def run(path):
    notebook = execute.read(path)
    execute.execute(path, notebook)
    return [
        (answer["expression"], inline.words(answer["result"]))
        for cell in notebook.cells
        for answer in cell.metadata.get("user_expressions", ())
    ]


def test_answers_are_those_of_their_place(chapter):
    assert run(chapter) == [
        ("name", "Suzhou"),
        ("name", "Suzhou"),
        ("count", "3"),
        ('f"{gdp:.2f}"', "2.50 billion yuan"),
        ("'it\"s'", 'it"s'),
        ("count", "3"),
        ("gdp", "2.5 billion yuan"),
        ("name", "Suzhou"),
        ('{"a": "b\\\\c|d"}["a"]', "b\\c|d"),
        ("count", "4"),
        ("count", "4"),
        ("gdp", "2.5 billion yuan"),
        ("name.upper()", "SUZHOU"),
    ]


def failure(chapter, *expressions):
    text = chapter.read_text("utf-8")
    marked = " ".join(f"{{eval}}`{one}`" for one in expressions)
    chapter.write_text(text.replace("Now there are", f"Now {marked} there are"), "utf-8")
    with pytest.raises(execute.Failure) as raised:
        run(chapter)
    line = next(n for n, one in enumerate(text.splitlines(), 1) if one.startswith("Now there"))
    return str(raised.value), line


def test_an_expression_that_fails_is_named_with_file_line_and_reason(chapter):
    told, line = failure(chapter, "nothing", "count / 0")
    assert told.splitlines() == [
        f"small.md:{line}: {{eval}}`nothing`: NameError: name 'nothing' is not defined",
        f"small.md:{line}: {{eval}}`count / 0`: ZeroDivisionError: division by zero",
    ]


def test_an_answer_that_fails_when_it_is_written_is_named_with_the_reason(chapter):
    unwritable = "type('Odd', (), {'__repr__': lambda self: {}['unit']})()"
    told, line = failure(chapter, unwritable)
    assert told == f"small.md:{line}: {{eval}}`{unwritable}`: KeyError: 'unit'"


@pytest.mark.parametrize(
    "unfit",
    [
        "count / 3",
        "__import__('numpy').float64(2.5)",
        "__import__('numpy').int64(2)",
        "__import__('decimal').Decimal('0.1')",
        "count > 3",
        "None",
        "[name]",
        "Amount",
    ],
)
def test_what_does_not_say_how_it_is_written_is_refused_with_a_remedy(chapter, unfit):
    told, line = failure(chapter, unfit)
    assert told.startswith(f"small.md:{line}: {{eval}}`{unfit}`: a sentence can't show ")
    assert "write it with a format" in told and "make it an amount" in told


def test_a_cell_that_fails_is_named_with_file_line_and_reason_before_the_traceback(chapter):
    text = chapter.read_text("utf-8").replace("count = 4\n", "half = 2\ncount = 4 / 0\n")
    chapter.write_text(text, "utf-8")
    line = text.splitlines().index("count = 4 / 0") + 1
    with pytest.raises(execute.Failure) as raised:
        run(chapter)
    first, second, *way = str(raised.value).splitlines()
    assert first == f"small.md:{line}: ZeroDivisionError: division by zero"
    assert second == "How it came there:"
    assert any("Traceback" in one for one in way) and not any("\x1b" in one for one in way)


def test_code_that_python_cannot_read_is_named_with_the_line_of_its_cell(chapter):
    text = chapter.read_text("utf-8").replace("count = 4\n", "count = = 4\n")
    chapter.write_text(text, "utf-8")
    with pytest.raises(execute.Failure) as raised:
        run(chapter)
    line = text.splitlines().index("count = = 4") + 1
    assert str(raised.value).startswith(f"small.md:{line}: SyntaxError: invalid syntax")


def test_sentences_have_to_be_true_where_they_are_published(chapter):
    marked = "{eval}`__import__('os').environ['YEARBOOK_CLAIMS']`"
    chapter.write_text(f"{chapter.read_text('utf-8')}\n{marked}\n", "utf-8")
    assert run(chapter)[-1][1] == "strict"
