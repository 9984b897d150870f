"""A chapter as a notebook: its cells, its outputs, and nothing of the machine that ran it."""

from types import SimpleNamespace

import inline
import nbformat
import pytest
from inline import kept
from myst_nb.core.read import read_myst_markdown_notebook
from nbformat.v4 import new_output
from reading import notebooks
from sphinx.errors import ExtensionError

CHAPTER = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
    format_version: 0.13
kernelspec:
  name: python3
  display_name: Python 3 (ipykernel)
  language: python
---

# 收入

```{code-cell} ipython3
:tags: [hide-input]

1 + 1
```

That makes {eval}`two`, as {eval}`two` ever did.
"""


@pytest.fixture
def folder(tmp_path):
    """A folder that holds the chapter's output and answers."""
    notebook = read_myst_markdown_notebook(CHAPTER)
    notebook.cells[1].outputs = [
        new_output("execute_result", {"text/plain": "2"}, execution_count=1)
    ]
    notebook.cells[1].execution_count = 1
    answer = {"expression": "two", "result": {"status": "ok", "data": {"text/plain": "'two'"}}}
    notebook.cells[2].metadata[kept.ANSWERS] = [answer, answer]
    kept.put(tmp_path, notebook, "")
    return tmp_path


def test_a_notebook_has_the_cells_of_the_chapter_and_their_outputs(folder):
    made = nbformat.reads(notebooks.executed(CHAPTER, folder), as_version=4)
    nbformat.validate(made)
    assert [(one.cell_type, one.source) for one in made.cells[1:3]] == [
        ("markdown", "# 收入"),
        ("code", "1 + 1"),
    ]
    assert made.cells[2].outputs[0]["data"]["text/plain"] == "2"


def test_a_notebook_carries_its_numbers_in_its_text(folder):
    made = nbformat.reads(notebooks.executed(CHAPTER, folder), as_version=4)
    assert made.cells[3].source == "That makes two, as two ever did."


def test_a_notebook_says_first_how_to_get_the_package(folder):
    made = nbformat.reads(notebooks.executed(CHAPTER, folder), as_version=4)
    assert "pip install" in made.cells[0].source


def test_a_notebook_names_its_kernel_and_nothing_of_the_machine(folder):
    text = notebooks.executed(CHAPTER, folder)
    made = nbformat.reads(text, as_version=4)
    assert made.metadata == {"kernelspec": inline.KERNEL}
    assert str(folder) not in text


def test_a_notebook_is_the_same_each_time(folder):
    assert notebooks.executed(CHAPTER, folder) == notebooks.executed(CHAPTER, folder)


def test_a_chapter_that_was_not_executed_as_it_stands_is_refused(folder):
    with pytest.raises(ExtensionError, match="not executed as it stands"):
        notebooks.executed(CHAPTER.replace("1 + 1", "1 + 2"), folder)


@pytest.mark.parametrize(
    ("only", "was", "made"),
    [
        ([], "before", True),
        (["alpha"], "before", True),
        (["beta"], "before", False),  # its page is written as it was read before
        (["beta"], None, True),
    ],
)
def test_a_chapter_that_is_not_to_be_read_keeps_its_notebook(
    folder, tmp_path, monkeypatch, only, was, made
):
    monkeypatch.setattr(inline, "folder", lambda app: folder)
    source, out = tmp_path / "alpha.md", tmp_path / "out"
    source.write_text(CHAPTER, "utf-8")
    notebook = out / "_sources" / "alpha.ipynb"
    if was:
        notebook.parent.mkdir(parents=True)
        notebook.write_text(was)
    app = SimpleNamespace(
        env=SimpleNamespace(found_docs={"alpha"}, doc2path=lambda page: source),
        config=SimpleNamespace(report_only=only),
        outdir=out,
    )
    context = {}
    notebooks.offer(app, "alpha", "", context, None)
    assert context == {"ipynb_source": "alpha.ipynb"}
    assert (notebook.read_text("utf-8") != was) is made
