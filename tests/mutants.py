"""Make one slip in the package, see whether a test fails, and count the slips that none sees.

    YEARBOOK_TEXT=... .venv/bin/python tests/mutants.py [SEED [MUTANTS [ROOM...]]]

A slip is a comparison, an operator, a number, a condition turned, a word or a statement dropped.
Each lives in a process of its own: no file is touched. The tests of its module run until one fails.
`mutants_equivalent.csv` holds slips that were read and that no test can see, each with the reason.
"""

from __future__ import annotations

import ast
import copy
import csv
import importlib
import os
import random
import re
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "analysis"
ROOMS = ("formulas", "audit", "goals", "data")
SECONDS = 120  # of work, not of waiting: a slip that never ends is seen
# These read the data with another program, or in another process, which no slip reaches.
ELSEWHERE = "not another_reader and not another_data_folder"
# Imported once and not in each process.
HEAVY = ("pandas", "hypothesis.strategies", "nbval.plugin", "matplotlib.pyplot", "xdist", "pyarrow",
         "myst_nb.core.read", "sphinx_external_toc")  # fmt: skip
SWAPPED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div, ast.Mod: ast.Mult, ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "floor": "ceil", "ceil": "floor"}


class Mutant(NamedTuple):
    """A slip: the node that it changes, where that stands, and what it becomes."""

    parent: ast.AST
    field: str
    at: int | None  # where the field is a list
    was: ast.AST
    now: ast.AST

    def make(self, tree: ast.Module) -> ast.Module:
        """Return ``tree``, of which the nodes are, with the slip in it."""
        if self.at is None:
            setattr(self.parent, self.field, self.now)
        else:
            getattr(self.parent, self.field)[self.at] = self.now
        return ast.fix_missing_locations(tree)


def but(node: ast.AST, **fields) -> ast.AST:
    """Return a copy of a node with other fields."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def without(items: list) -> Iterator[list]:
    """Return a list less one item, for each of them."""
    for at in range(len(items)):
        yield items[:at] + items[at + 1 :]


def slips(node: ast.AST) -> Iterator[ast.AST]:
    """Return what ``node`` may become by one slip."""
    match node:
        case ast.Compare(ops=ops):
            for at, op in enumerate(ops):
                yield but(node, ops=[*ops[:at], SWAPPED[type(op)](), *ops[at + 1 :]])
        case ast.BinOp(op=op) | ast.BoolOp(op=op) if type(op) in SWAPPED:
            yield but(node, op=SWAPPED[type(op)]())
        case ast.UnaryOp(op=ast.USub() | ast.Not() | ast.Invert(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield but(node, value=not value)
        case ast.Constant(value=int() | float() as value):
            yield but(node, value=value + 1)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield but(node, test=ast.UnaryOp(op=ast.Not(), operand=test))
        case ast.Name(id=name) if name in NAMES:
            yield but(node, id=NAMES[name])
        case ast.Attribute(attr=name) if name in NAMES:
            yield but(node, attr=NAMES[name])
    yield from dropped(node)


def dropped(node: ast.AST) -> Iterator[ast.AST]:
    """Return what ``node`` may become when something in it is left out."""
    match node:
        case ast.Continue() | ast.Break() | ast.Raise() | ast.AugAssign():
            yield ast.Pass()
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.Tuple(elts=items) | ast.Set(elts=items) | ast.List(elts=items):
            if len(items) > 1 and all(isinstance(one, ast.Constant) for one in items):
                yield from (but(node, elts=rest) for rest in without(items))
        case ast.Call(keywords=[_, *_] as keywords):
            kept = zip(keywords, without(keywords), strict=True)
            yield from (but(node, keywords=rest) for one, rest in kept if one.arg != "strict")


def unseen(tree: ast.Module) -> Iterator[ast.AST]:
    """Return the nodes in which no caller sees a slip.

    Annotations are never evaluated. Decorators say what is kept, in how many places, and that
    nobody writes to it. ``strict`` doubts what is so. Who reads ``__all__`` is no test of a room.
    """
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.keyword(arg="strict"):
                yield node
        for field in ("annotation", "returns"):
            yield from filter(None, [getattr(node, field, None)])
        yield from getattr(node, "decorator_list", [])


def mutants(tree: ast.Module) -> Iterator[Mutant]:
    """Return each slip that can be made in a module and that a caller might see."""
    left_out = {id(inner) for node in unseen(tree) for inner in ast.walk(node)}
    for parent in ast.walk(tree):
        if id(parent) in left_out:
            continue
        for field, value in ast.iter_fields(parent):
            for at, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if isinstance(child, ast.AST) and id(child) not in left_out:
                    for other in slips(child):
                        yield Mutant(parent, field, at, child, ast.copy_location(other, child))


def tests_of(path: Path) -> tuple[list[str], list[str]]:
    """Return the tests of a module: its own or those of its room that name it, and all others.

    A figure is an amount: what amounts can do is tested outside of any room.
    """
    tests = sorted((ROOT / "tests" / path.parent.name).glob("test_*.py"))
    tests.append(ROOT / "tests" / "test_amount.py")
    word = re.compile(rf"\b{path.stem}\b")
    first = [one for one in tests if one.stem == f"test_{path.stem}"]
    first = first or [one for one in tests if word.search(one.read_text("utf-8"))]
    return [str(one) for one in first], [str(one) for one in tests if one not in first]


def seen(path: Path, module: ast.Module, cache: str) -> bool:
    """Tell whether a test fails once ``path`` holds ``module``."""
    if child := os.fork():
        return os.waitpid(child, 0)[1] != 0
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    os.environ["XDG_CACHE_HOME"] = cache
    name = ".".join(("analysis", *path.relative_to(PACKAGE).with_suffix("").parts))
    read = SourceFileLoader.get_code
    SourceFileLoader.get_code = lambda self, of: (
        compile(module, str(path), "exec") if of == name else read(self, of)
    )
    pytest = importlib.import_module("pytest")
    # What was imported before pytest began is not what it rewrites asserts in.
    quiet = ["-W", "ignore::pytest.PytestAssertRewriteWarning", "-p", "no:cacheprovider"]
    # One after the other: reading all tests of a room takes longer than most slips live.
    for tests in filter(None, tests_of(path)):
        if failed := pytest.main(["-qx", "--tb=no", *quiet, "-k", ELSEWHERE, *tests]):
            os._exit(failed)
    os._exit(0)


def text(node: ast.AST) -> str:
    """Return the code of a node on one line."""
    return " ".join(ast.unparse(node).split())


def count(seed: int, size: int, rooms: tuple[str, ...]) -> Counter[str]:
    """Draw slips, try each, print those that no test sees, and count."""
    with (ROOT / "tests" / "mutants_equivalent.csv").open(encoding="utf-8", newline="") as file:
        known = {tuple(row.values())[:4] for row in csv.DictReader(file)}
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for room in rooms
        for path in sorted((PACKAGE / room).glob("*.py"))
    }
    places = [(path, at) for path in trees for at, _ in enumerate(mutants(trees[path]))]
    counts: Counter[str] = Counter()
    passing = set()
    for path, at in random.Random(seed).sample(places, size):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        one = list(mutants(tree))[at]
        file, within = path.relative_to(PACKAGE).as_posix(), text(one.parent)
        was, now = text(one.was), text(one.now)
        # What is kept of sound data is kept by the code, which here changes without its file.
        with tempfile.TemporaryDirectory() as cache:
            if (file, within, was, now) in known:
                said = "equivalent"
            else:
                said = "killed" if seen(path, one.make(tree), cache) else "survived"
        counts[said] += 1
        if said == "survived":
            passing.add(path.parent.name)
            print(f"{file}:{one.was.lineno}\n    {was}\n    {now}", flush=True)
    for path, tree in trees.items():
        if path.stem == "__init__" and path.parent.name not in passing:
            with tempfile.TemporaryDirectory() as cache:
                assert not seen(path, tree, cache), f"the tests of {path.parent.name} fail as it is"
    return counts


if __name__ == "__main__":
    seed, size = (int(one) for one in (*sys.argv[1:3], *("2021", "120")[len(sys.argv[1:3]) :]))
    os.chdir(ROOT)
    for module in HEAVY:
        importlib.import_module(module)
    print(dict(count(seed, size, tuple(sys.argv[3:]) or ROOMS)))
