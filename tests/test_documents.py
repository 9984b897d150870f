"""README and CONTRIBUTING name things: each is there, and the examples run."""

import importlib
import re
from pathlib import Path

import pytest

from analysis import data
from analysis.__main__ import main
from analysis.data import edition

ROOT = Path(__file__).parents[1]
DOCUMENTS = ["README.md", "CONTRIBUTING.md", *(f"docs/decisions/{p.name}" for p in sorted(
    (ROOT / "docs/decisions").glob("*.md")))]  # fmt: skip
TOP = ("book", "data", "docs", "extensions", "scripts", "src", "tests", ".ci", ".github")


def codes(name: str) -> list[str]:
    """What stands as code in a document's text, its blocks left out."""
    text = re.sub(r"```.*?```", "", (ROOT / name).read_text("utf-8"), flags=re.S)
    return re.findall(r"`([^`\n]+)`", text)


def test_documents_name_things():
    assert len(codes("CONTRIBUTING.md")) > 40
    assert len(DOCUMENTS) > 8


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_named_is_there(name):
    wanted = [
        code
        for code in codes(name)
        if code.split("/")[0] in TOP and "/" in code and not re.search(r"[<>*{ ]", code)
    ]
    gone = [code for code in wanted if not (ROOT / code).exists() and "_build" not in code]
    assert gone == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_that_is_named_is_one(name):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    asked = {match[1] for code in codes(name) if (match := re.match(r"make ([a-z]+)", code))}
    assert asked <= targets


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_name_of_the_package_that_is_named_is_one(name):
    for code in codes(name):
        if not re.fullmatch(r"analysis(\.\w+)+", code):
            continue
        module, _, attribute = code.rpartition(".")
        try:
            importlib.import_module(code)
        except ModuleNotFoundError:
            assert hasattr(importlib.import_module(module), attribute), code


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_the_package_that_is_named_is_one(name, capsys):
    for code in codes(name):
        if match := re.search(r"python -m analysis ([a-z]+)", code):
            with pytest.raises(SystemExit) as done:
                main([match[1], "--help"])
            assert done.value.code == 0, code


@pytest.mark.report
def test_the_examples_of_the_readme_run(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert examples
    for example in examples:
        exec(example, {})
    assert "232.33" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["_config.yml", "README.md", "CITATION.cff", "pyproject.toml"])
def test_what_names_the_year_outside_of_the_data_names_the_editions(name):
    text = (ROOT / name).read_text("utf-8")
    place = data.entities().at[edition.entity(), "name_en"].removesuffix(" District")
    years = re.findall(rf"{place}(?: District)?(?: \(Jiuquan, Gansu\) in)? (20\d\d)", text)
    assert years and set(years) == {str(edition.year())}


@pytest.mark.parametrize("name", ["_config.yml", "README.md", "CITATION.cff"])
def test_what_names_the_volume_outside_of_the_data_names_the_editions(name):
    text = (ROOT / name).read_text("utf-8")
    volumes = data.volumes()
    (volume,) = volumes[volumes["year"] == edition.year()].itertuples()
    assert volume.title_zh in text and volume.isbn in text
