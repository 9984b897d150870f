"""A chapter as a notebook: its cells, its outputs, and nothing of the machine that ran it."""

from copy import deepcopy

import nbformat
import pytest
from myst_nb.core.read import read_myst_markdown_notebook
from nbformat.v4 import new_output
from reading import notebooks

CHAPTER = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
    format_version: 0.13
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# 收入

```{code-cell} ipython3
:tags: [hide-input]

1 + 1
```
"""


@pytest.fixture
def chapter(tmp_path):
    """A chapter with its outputs."""
    notebook = read_myst_markdown_notebook(CHAPTER, path=tmp_path / "income.md")
    notebook.cells[1].outputs = [
        new_output("execute_result", {"text/plain": "2"}, execution_count=1)
    ]
    notebook.cells[1].execution_count = 1
    notebook.metadata["source"] = str(tmp_path)
    return notebook


def test_a_notebook_has_the_cells_of_the_chapter_and_their_outputs(chapter):
    made = nbformat.reads(notebooks.as_file(chapter), as_version=4)
    nbformat.validate(made)
    assert [(one.cell_type, one.source) for one in made.cells] == [
        ("markdown", "# 收入"),
        ("code", "1 + 1"),
    ]
    assert made.cells[1].outputs[0]["data"]["text/plain"] == "2"


def test_a_notebook_names_its_kernel_and_nothing_of_the_machine(chapter, tmp_path):
    text = notebooks.as_file(chapter)
    made = nbformat.reads(text, as_version=4)
    assert set(made.metadata) == {"kernelspec"} and made.metadata.kernelspec.name == "python3"
    assert str(tmp_path) not in text


def test_a_notebook_is_the_same_at_each_reading(chapter):
    again = deepcopy(chapter)
    for cell in again.cells:
        cell["id"] = nbformat.v4.new_raw_cell().id
    assert notebooks.as_file(chapter) == notebooks.as_file(again)


def test_the_chapter_itself_stays_as_it_was(chapter):
    before = deepcopy(chapter)
    notebooks.as_file(chapter)
    assert chapter == before


def test_outputs_that_no_notebook_may_have_are_refused(chapter):
    chapter.cells[1].outputs[0]["data"] = "2"
    with pytest.raises(nbformat.ValidationError):
        notebooks.as_file(chapter)
