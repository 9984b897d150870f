"""The package's own shape: small modules, a docstring everywhere, imports one way."""

import ast
import importlib
import inspect
import re
from functools import cached_property
from pathlib import Path
from types import FunctionType

import pytest
from bs4 import BeautifulSoup

import analysis

FOLDER = Path(analysis.__file__).parent
ROOT = Path(__file__).parents[1]
METHODS = (FunctionType, classmethod, staticmethod, property, cached_property)
# Each module imports only from those before it.
# fmt: off
ORDER = [
    "printed", "faults", "cells", "schema", "store", "facts", "data", "check", "growth",
    "structure", "dispersion", "baseline", "verdicts", "goals", "reports", "compare", "evidence",
    "weighing", "breakdowns", "nesting", "proportions", "identities", "agreement", "audit",
    "source", "ledger", "style", "layout", "figures", "panels", "tables", "prose", "comparable",
    "profiles", "__main__",
]
# fmt: on
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


def imported(module: str) -> set[str]:
    """The modules of the package that ``module`` imports, anywhere in its text."""
    found = set()
    for node in ast.walk(ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            head, _, rest = (node.module or "").partition(".")
            if head == "analysis":
                found |= {rest.partition(".")[0]} if rest else {one.name for one in node.names}
        elif isinstance(node, ast.Import):
            names = [one.name.split(".") for one in node.names]
            found |= {name[1] for name in names if name[0] == "analysis" and len(name) > 1}
    return found


def public(module: str) -> dict:
    """The public functions, classes and methods that ``module`` defines, by name."""
    home = importlib.import_module(f"analysis.{module}")
    found = {}
    for name, one in vars(home).items():
        # Callable, not only functions: what a cache wraps is public too.
        if name.startswith("_") or not callable(one):
            continue
        if getattr(one, "__module__", "") != home.__name__:
            continue
        found[name] = one
        if inspect.isclass(one):
            found |= {
                f"{name}.{key}": getattr(member, "__func__", member)
                for key, member in vars(one).items()
                if not key.startswith("_") and isinstance(member, METHODS)
            }
    return found


def reference() -> list[str]:
    """The modules of the reference's pages, in their order."""
    pages = [ROOT / f"book/evidence/{name}.md" for name in ("package", "package_findings")]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    return re.findall(r"automodule:: analysis\.(\w+)", text)


def test_every_module_has_its_place_in_the_chain():
    assert set(MODULES) == set(ORDER)


@pytest.mark.parametrize("module", [module for module in ORDER if module in MODULES])
def test_imports_run_one_way(module):
    later = set(ORDER[ORDER.index(module) :])
    assert imported(module) & later == set()


@pytest.mark.parametrize("module", ["growth", "structure", "dispersion"])
def test_formulas_know_nothing_of_the_data(module):
    assert imported(module) <= {"printed"}


def test_imports_are_seen():
    assert {"data", "check", "source"} <= imported("__main__")
    assert "printed" in imported("growth")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_small(module):
    lines = (FOLDER / f"{module}.py").read_text(encoding="utf-8").count("\n")
    assert lines <= 250


@pytest.mark.parametrize("module", MODULES)
def test_everything_public_says_what_it_does(module):
    assert importlib.import_module(f"analysis.{module}").__doc__
    silent = [name for name, one in public(module).items() if not (one.__doc__ or "").strip()]
    assert silent == []


def test_public_names_are_seen():
    assert {"Interval", "Interval.width", "Interval.overlaps", "number"} <= set(public("printed"))
    assert "load" in public("store")  # behind a cache


def test_the_reference_names_every_module_once():
    assert sorted(reference()) == sorted(ORDER)


def test_the_reference_has_every_public_name():
    built = ROOT / "_build" / "html" / "book" / "evidence"
    shown = {
        definition["id"]
        for page in ("package", "package_findings")
        for definition in BeautifulSoup(
            (built / f"{page}.html").read_text("utf-8"), "html.parser"
        ).select("dl.py > dt[id]")
    }
    wanted = {f"analysis.{module}.{name}" for module in ORDER for name in public(module)}
    assert wanted - shown == set()


def test_the_example_of_the_reference_runs():
    text = (ROOT / "book/evidence/package.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.S)
    exec(example, {})
