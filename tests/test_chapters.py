"""The chapters as notebooks: their references were executed, and their prose types no number."""

import ast
import json
import os
import re
from pathlib import Path

import execute
import inline
import jupytext
import nbformat
import pytest
from inline import captions
from inline.expressions import expressions
from jupytext.config import load_jupytext_config

ROOT = Path(__file__).parents[1]
BOOK = ROOT / "book"
REFERENCES = ROOT / "tests" / "notebooks"
JUPYTEXT = load_jupytext_config(str(ROOT / "book"))
CHAPTERS = execute.chapters()

# What may stand as digits in a sentence: years, dates, terms of the method.
ALLOWED = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:-\d\d-\d\d)?(?!\d)"  # years and dates, before Chinese too
    r"|\b(?:19|20)\d\d[–/](?:19|20)\d\d\b"  # intervals of years
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"  # days
)
# Definitions that the report itself sets or quotes, chapter by chapter: no figure of the yearbook
# about the district hides behind one.
DEFINITIONS = {
    "evidence/method.md": {"73"},
    "society/population.md": {"15", "16", "59"},
}


def chapter_id(path: Path) -> str:
    return path.relative_to(BOOK).as_posix()


def reference_of(chapter: Path) -> Path:
    return REFERENCES / chapter.relative_to(BOOK).with_suffix(".ipynb")


def code(notebook: nbformat.NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def unused(notebook: nbformat.NotebookNode) -> set[str]:
    """Names that a chapter's code imports, sets or defines, and neither it nor its prose uses."""
    program = ast.parse("\n".join(code(notebook)))
    asked = [
        ast.parse(expression, mode="eval")
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for expression in expressions(cell.source)
    ]
    nodes = [node for tree in (program, *asked) for node in ast.walk(tree)]
    used = {one.id for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    made = set()
    for one in program.body:
        if isinstance(one, ast.Import | ast.ImportFrom):
            made |= {alias.asname or alias.name for alias in one.names}
        elif isinstance(one, ast.Assign):
            made |= {target.id for target in one.targets if isinstance(target, ast.Name)}
        elif isinstance(one, ast.FunctionDef):
            made.add(one.name)
    return made - used


def test_there_are_chapters():
    assert len(CHAPTERS) >= 4


def test_no_reference_without_a_chapter():
    wanted = {reference_of(chapter) for chapter in CHAPTERS}
    assert set(REFERENCES.rglob("*.ipynb")) == wanted


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_reference_was_executed(chapter):
    # nbval compares nothing for a cell without outputs, and passes.
    cells = [
        cell
        for cell in nbformat.read(reference_of(chapter), as_version=4).cells
        if cell.cell_type == "code"
    ]
    assert cells and all(cell.execution_count for cell in cells)
    assert any(cell.outputs for cell in cells)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_reference_has_the_code_of_the_chapter(chapter):
    # nbval looks at the reference alone, so an edit of the chapter would stay green.
    reference = nbformat.read(reference_of(chapter), as_version=4)
    assert code(reference) == code(jupytext.read(chapter)), "run `make references`"


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_every_name_of_the_code_is_used(chapter):
    assert unused(jupytext.read(chapter)) == set()


def test_a_name_that_is_used_in_a_sentence_only_is_used():
    cells = [
        nbformat.v4.new_code_cell("from math import e, pi\ntwice = 2 * pi\nhalf = pi / 2"),
        nbformat.v4.new_markdown_cell("It is {eval}`f'{twice:.2f}'`."),
    ]
    assert unused(nbformat.v4.new_notebook(cells=cells)) == {"e", "half"}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_no_output_is_an_error_or_a_warning(chapter):
    for cell in nbformat.read(reference_of(chapter), as_version=4).cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.text


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_figures_are_svg_only(chapter):
    # nbval skips PNG: a bar could change unseen.
    for cell in nbformat.read(reference_of(chapter), as_version=4).cells:
        for output in cell.get("outputs", []):
            assert not {"image/png", "image/jpeg"} & set(output.get("data", {}))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_no_number_is_typed_in_prose(chapter):
    typed = typed_numbers(prose_of(chapter))
    assert typed <= DEFINITIONS.get(chapter_id(chapter), set())


def test_a_typed_number_would_be_found():
    assert typed_numbers("GDP was 232.33 in 2021, 9.2% more, by {eval}`f'{gdp:.3}'`.") == {
        "232.33",
        "9.2",
    }


def test_a_typed_number_would_be_found_after_a_box():
    # The three marks that end a box are no code that begins.
    assert typed_numbers("```{admonition} Main points\n- Few\n```\n\nIt was 232.33 `here`.") == {
        "232.33"
    }


def test_every_allowed_definition_is_still_needed():
    for chapter, numbers in DEFINITIONS.items():
        assert numbers <= typed_numbers(prose_of(BOOK / chapter))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_no_number_is_written_without_its_unit_knowing(chapter):
    # 17,579 doses are 1.7579 of ten thousand: taken out of its unit, the number would read 2.
    assert bare_numbers(prose_of(chapter)) == []


def test_a_number_taken_out_of_its_unit_would_be_found():
    text = "They had {eval}`f'{doses.value:.0f}'` doses, {eval}`says('few', doses.value < 5)`."
    assert bare_numbers(text) == ["doses.value"]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_every_figure_has_caption_name_and_alt_text(chapter):
    notebook = nbformat.read(reference_of(chapter), as_version=4)
    captions.place(notebook)
    for cell in notebook.cells:
        if any("image/svg+xml" in output.get("data", {}) for output in cell.get("outputs", ())):
            options = cell.metadata["mystnb"]
            assert options.figure.caption.strip()
            assert options.figure.name.startswith("fig-")
            assert len(options.image.alt) > 40


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_sentences_say_what_is_recorded(chapter):
    recorded = answers(nbformat.read(reference_of(chapter), as_version=4))
    now = answers(execute.executed([chapter])[chapter])
    assert [expression for expression, _ in now] == [expression for expression, _ in recorded]
    changed = [
        f"{{eval}}`{expression}`: recorded {old}, now {new}"
        for (expression, old), (_, new) in zip(recorded, now, strict=True)
        if old != new
    ]
    assert not changed, "\n".join(changed)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=chapter_id)
def test_saving_in_jupyterlab_changes_only_what_was_edited(chapter):
    notebook = jupytext.read(chapter, config=JUPYTEXT)
    # What JupyterLab puts into a notebook that it runs and saves.
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
    }
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.metadata["user_expressions"] = [{"expression": "gdp", "result": {"status": "ok"}}]
    saved = nbformat.from_dict(json.loads(json.dumps(notebook)))  # as the browser sends it
    assert jupytext.writes(saved, fmt="md:myst", config=JUPYTEXT) == chapter.read_text("utf-8")


def test_chapters_run_alone_from_any_folder(tmp_path, monkeypatch):
    # The build runs each chapter from its own folder, the rehearsal from another: a chapter that
    # found its data by a relative path could pass in the one and fail in the other.
    for chapter in CHAPTERS:
        for source in code(jupytext.read(chapter)):
            assert not re.search(r"""["']\.\.?/|os\.chdir|getcwd""", source)
    monkeypatch.chdir(tmp_path)
    from analysis import data

    assert os.path.isabs(data.folder())


def answers(notebook: nbformat.NotebookNode) -> list[tuple[str, str]]:
    return [
        (answer["expression"], inline.words(answer["result"]))
        for cell in notebook.cells
        for answer in cell.metadata.get("user_expressions", ())
    ]


def prose_of(chapter: Path) -> str:
    cells = jupytext.read(chapter).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


def bare_numbers(text: str) -> list[str]:
    """Return what sentences format of an amount's ``value``, past the writer that knows units."""
    written = [
        part.value
        for said in expressions(text)
        for part in ast.walk(ast.parse(said, mode="eval"))
        if isinstance(part, ast.FormattedValue)
    ]
    return [
        ast.unparse(one)
        for one in written
        if any(isinstance(part, ast.Attribute) and part.attr == "value" for part in ast.walk(one))
    ]


def typed_numbers(text: str) -> set[str]:
    text = re.sub(r"\{[\w:-]+\}`[^`]*`", " ", text)  # roles: their text is a key
    text = re.sub(r"^[`:]{3,}.*$|^:(?:class|name):.*$", " ", text, flags=re.M)  # directives
    text = re.sub(r"\]\([^)]*\)|`[^`\n]*`", " ", text)  # links and code
    text = ALLOWED.sub(" ", text)
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))
