"""The package's own shape: a few rooms, a docstring everywhere, imports one way."""

import ast
import importlib
import inspect
import re
from functools import cached_property
from pathlib import Path
from types import FunctionType

import pytest
from bs4 import BeautifulSoup
from reading import reference as reference_pages

import analysis

FOLDER = Path(analysis.__file__).parent
ROOT = Path(__file__).parents[1]
METHODS = (FunctionType, classmethod, staticmethod, property, cached_property)
# Each room imports only from those above it, and from itself.
ROOMS = [
    "printed", "amount", "data", "drafting", "formulas", "audit", "goals", "findings", "page",
    "commands", "__main__",
]  # fmt: skip
# Formulas are pure: they know a number and its interval, and nothing of the yearbook.
PAGES = ("package", "package_findings", "package_chapters", "package_pages")
APART = {"formulas": {"data"}, "goals": {"audit"}}
MODULES = sorted(
    ".".join(path.relative_to(FOLDER).with_suffix("").parts)
    for path in FOLDER.rglob("*.py")
    if path.stem != "__init__"
)


def room(module: str) -> str:
    return module.partition(".")[0]


def imported(module: str) -> set[str]:
    """The rooms of the package that ``module`` imports from, anywhere in its text."""
    found = set()
    path = FOLDER / f"{module.replace('.', '/')}.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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
                if not key.startswith("_") and isinstance(member, METHODS) and ours(member)
            }
    return found


def ours(member: object) -> bool:
    # Matplotlib gives each class of its kind a method of its own making.
    return getattr(member, "__module__", "analysis").startswith("analysis")


def reference() -> list[str]:
    """The modules of the reference's pages, in their order."""
    pages = [ROOT / f"book/evidence/{name}.md" for name in PAGES]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    named = re.findall(r"automodule:: analysis\.([\w.]+)", text)
    rooms = re.findall(r"^% modules: ([\w.]+)$", text, re.MULTILINE)
    return named + [module for room in rooms for module in reference_pages.modules(room)]


def test_every_module_has_its_room():
    assert {room(module) for module in MODULES} <= set(ROOMS)
    assert len(list(FOLDER.glob("*.py"))) <= 5


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_one_way(module):
    own = room(module)
    later = set(ROOMS[ROOMS.index(own) + 1 :]) | APART.get(own, set())
    assert imported(module) & later == set()


def test_imports_are_seen():
    assert {"data", "commands"} <= imported("__main__")
    assert imported("formulas.growth") <= {"printed", "amount"}
    assert "formulas" in imported("audit.shares")


@pytest.mark.parametrize("module", MODULES)
def test_everything_public_says_what_it_does(module):
    assert importlib.import_module(f"analysis.{module}").__doc__
    silent = [name for name, one in public(module).items() if not (one.__doc__ or "").strip()]
    assert silent == []


def test_public_names_are_seen():
    assert {"Interval", "Interval.width", "Interval.overlaps", "number"} <= set(public("printed"))
    assert "observations" in public("data.lookup")


def test_the_reference_names_every_module_once():
    assert sorted(reference()) == MODULES


@pytest.mark.report
def test_the_reference_has_every_public_name():
    built = ROOT / "_build" / "html" / "book" / "evidence"
    shown = {
        definition["id"]
        for page in PAGES
        for definition in BeautifulSoup(
            (built / f"{page}.html").read_text("utf-8"), "html.parser"
        ).select("dl.py > dt[id]")
    }
    wanted = {f"analysis.{module}.{name}" for module in MODULES for name in public(module)}
    assert wanted - shown == set()


def test_the_example_of_the_reference_runs():
    text = (ROOT / "book/evidence/package.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.S)
    exec(example, {})
