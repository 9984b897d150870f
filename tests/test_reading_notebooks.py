"""A chapter as a notebook: its cells, its outputs, and nothing of the machine that ran it."""

import jupyter_cache
import nbformat
import pytest
from jupyter_cache.base import CacheBundleIn
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
    path = tmp_path / "income.md"
    path.write_text(CHAPTER, "utf-8")
    return path


@pytest.fixture
def cache(tmp_path, chapter):
    """A cache that holds the chapter's output."""
    held = jupyter_cache.get_cache(str(tmp_path / "cache"))
    notebook = read_myst_markdown_notebook(CHAPTER, path=chapter)
    notebook.cells[1].outputs = [
        new_output("execute_result", {"text/plain": "2"}, execution_count=1)
    ]
    notebook.cells[1].execution_count = 1
    held.cache_notebook_bundle(CacheBundleIn(notebook, str(chapter)), check_validity=False)
    yield held
    held.db.dispose()


def test_a_notebook_has_the_cells_of_the_chapter_and_their_outputs(chapter, cache):
    made = nbformat.reads(notebooks.executed(chapter, cache), as_version=4)
    nbformat.validate(made)
    assert [(one.cell_type, one.source) for one in made.cells] == [
        ("markdown", "# 收入"),
        ("code", "1 + 1"),
    ]
    assert made.cells[1].outputs[0]["data"]["text/plain"] == "2"


def test_a_notebook_names_its_kernel_and_nothing_of_the_machine(chapter, cache):
    text = notebooks.executed(chapter, cache)
    made = nbformat.reads(text, as_version=4)
    assert set(made.metadata) == {"kernelspec"} and made.metadata.kernelspec.name == "python3"
    assert str(chapter.parent) not in text


def test_a_notebook_is_the_same_each_time(chapter, cache):
    assert notebooks.executed(chapter, cache) == notebooks.executed(chapter, cache)


def test_a_chapter_that_was_not_executed_as_it_stands_is_refused(chapter, cache):
    chapter.write_text(CHAPTER.replace("1 + 1", "1 + 2"), "utf-8")
    with pytest.raises(ValueError, match=r"income\.md: was not executed"):
        notebooks.executed(chapter, cache)
