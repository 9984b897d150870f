"""Identities declared as formulas over the dictionary, and tested wherever they are printed.

``data/identities.csv`` holds them, a row each: ``left`` is what is stated, ``formula`` what it
follows from, ``relation`` is ``=`` or ``<=``. Both sides are arithmetic over indicators:

- ``gdp`` is a level; ``growth(gdp)``, ``growth_real``, ``share``, ``share_change``, ``change``,
  ``per_year``, ``completion`` the other measures;
- ``mean(resident_population)`` is the mean of the start and the end of the year;
- ``real(a, b)`` is the real growth that nominal growth ``a`` and the growth of prices ``b`` make;
- ``span(a, b, ...)`` is anything from the least to the greatest of its arguments;
- ``gdp @ gansu`` is another entity's figure;
- ``{x}`` stands for the same letters throughout one row: ``{x}.raised`` is ``{x}.stock`` and
  ``{x}.slaughter``.

Amounts are in the base units of ``units.csv`` (yuan, persons, percent).
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from analysis.audit.index import ANYTHING, Index, bounded, factor, reading
from analysis.audit.sums import Breakdown
from analysis.audit.weighing import Check, weigh
from analysis.data import MEASURES, Figure, Term
from analysis.data.faults import DataError, Fault
from analysis.formulas import growth
from analysis.printed import Interval, as_interval

# Functions of formulas with the least and the most of their arguments.
ARGUMENTS = {"mean": (1, 1), "real": (2, 2), "span": (1, 99)}
# What a reader can still follow, and Python: characters of a formula, and nested operations.
LONGEST, DEEPEST = 500, 50


class IdentityError(DataError):
    """An identity cannot be read, or names an indicator that the dictionary has not."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that a formula names; ``entity`` is empty for the one that is tested."""

    indicator: str
    measure: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity for certain indicators, its ``{x}`` filled in."""

    identity: str
    kind: str
    left: ast.expr
    relation: str
    right: ast.expr
    operands: tuple[Operand, ...]
    reason: str


def declared(table: pd.DataFrame, indicators: pd.DataFrame) -> list[Identity]:
    """Return the identities of ``table`` (columns as in ``identities.csv``), each ``{x}`` filled.

    Raises ``IdentityError`` naming the row when a formula cannot be read, names an indicator that
    is not in ``indicators``, or has no indicator to stand for its ``{x}``.
    """
    known = dict.fromkeys(indicators["indicator"])
    return [one for row in table.itertuples() for one in filled(row, known)]


def filled(row: Any, known: Collection[str]) -> list[Identity]:
    """Return the identities of one row of ``identities.csv``, ``{x}`` filled from ``known``.

    ``known`` are the indicators in the dictionary's order. Raises as ``declared`` does.
    """
    found = []
    for fill in _fills(row, known):
        left, right = (_parse(row, column, fill) for column in ("left", "formula"))
        stated, derived = named(left), named(right)
        if not stated:
            raise _fault(row.Index, "left", f"{row.left!r} names no indicator")
        operands = tuple(dict.fromkeys([*stated, *derived]))
        gone = [one.indicator for one in operands if one.indicator not in known]
        if gone:
            column = "left" if gone[0] in {one.indicator for one in stated} else "formula"
            close = difflib.get_close_matches(gone[0], known, n=1)
            meant = f"; it has {close[0]!r}" if close else ""
            raise _fault(row.Index, column, f"the dictionary has no {', '.join(gone)}{meant}")
        label = row.identity.replace("{x}", fill)
        found.append(Identity(label, row.kind, left, row.relation, right, operands, row.reason))
    return found


def breakdowns(identities: list[Identity]) -> list[Breakdown]:
    """Return the identities that are plain sums of levels, as breakdowns of a whole."""
    found = []
    for one in identities:
        if is_sum(one):
            whole, *parts = (operand.indicator for operand in one.operands)
            found.append(Breakdown(whole, one.identity, tuple(parts), "identities"))
    return found


def is_sum(one: Identity) -> bool:
    """Tell whether an identity is a plain sum, and so a breakdown of a whole."""
    return one.kind == "sum"


def checks(index: Index, identities: list[Identity]) -> Iterator[Check]:
    """Yield a check for each place, time and document in which an identity is printed."""
    for one in identities:
        first = one.operands[0]
        for entity, year, status in sorted(index.where.get((first.indicator, first.measure), ())):
            if first.entity and first.entity != entity:
                continue
            terms = {
                operand: Term(
                    operand.entity or entity, operand.indicator, year, operand.measure, status
                )
                for operand in one.operands
            }
            for chosen in index.assemble(terms.values()):
                figures = {operand: chosen[term] for operand, term in terms.items()}
                yield Check.of(
                    one.kind,
                    "identity",
                    one.identity,
                    terms[first],
                    tuple(figures.values()),
                    weigh(
                        partial(evaluate, one.left, figures),
                        partial(evaluate, one.right, figures),
                        relation=one.relation,
                        factor=factor(figures[first]),
                    ),
                    relation=one.relation,
                    given={
                        "identity": one.identity,
                        "reason": one.reason,
                        "alone": int(_operand(one.left) is not None),
                        "weights": int(_spans(one.right)),
                    },
                )


def evaluate(node: ast.expr, held: Mapping[Operand, Figure], way: str) -> Interval:
    """Return what a formula comes to, its figures read in one of the three ways."""
    return worked_out(node, lambda operand: reading(held[operand], way))


def worked_out(node: ast.expr, read: Callable[[Operand], Interval]) -> Interval:
    """Return what a formula comes to, where ``read`` says what each of its figures is.

    Without end where it divides by what may be nothing. Raises ``OverflowError`` for a number that
    is too large.
    """
    if operand := _operand(node):
        return read(operand)
    match node:
        case ast.Constant(value=int() | float() as number):
            return as_interval(float(number))
        case ast.UnaryOp(operand=inner):
            return 0.0 - worked_out(inner, read)
        case ast.Call(func=ast.Name("mean")):
            # The end of the year, less half of what changed in it: start and end share a rounding.
            end, change = (read(one) for one in named(node))
            return end - change / 2
        case ast.Call(func=ast.Name("span"), args=arguments):
            ends = [worked_out(one, read) for one in arguments]
            return Interval(min(one.low for one in ends), max(one.high for one in ends))
        case ast.Call(args=arguments):
            rates = [worked_out(one, read) for one in arguments]
            if not bounded(*rates) or min(one.low for one in rates) <= -100:
                return ANYTHING
            nominal, prices = rates
            return growth.real(nominal, prices)
    assert isinstance(node, ast.BinOp)  # `named` lets nothing else into a formula
    return _joined(node.op, worked_out(node.left, read), worked_out(node.right, read))


def _joined(sign: ast.operator, left: Interval, right: Interval) -> Interval:
    if isinstance(sign, ast.Add):
        return left + right
    if isinstance(sign, ast.Sub):
        return left - right
    if not bounded(left, right):
        return ANYTHING
    if isinstance(sign, ast.Mult):
        return left * right
    return ANYTHING if right.low <= 0 <= right.high else left / right


def _spans(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "span"


def _fault(row: int, column: str, problem: str) -> IdentityError:
    remedy = (
        "correct the formula (analysis.audit.identities says what it may hold), or remove the row"
    )
    return IdentityError([Fault("identities.csv", row, column, problem, remedy)])


def _fills(row: Any, known: Collection[str]) -> list[str]:
    """Return what may stand for ``{x}``: the letters that make every name a known one."""
    written = re.findall(r"[a-z0-9_.{}]+", f"{row.left} {row.formula}")
    if not (names := [one for one in written if "{x}" in one]):
        return [""]
    first = re.compile(re.escape(names[0]).replace(r"\{x\}", "([a-z0-9_.]+)"))
    fills = [match[1] for one in known if (match := first.fullmatch(one))]
    fits = [x for x in fills if all(one.replace("{x}", x) in known for one in names)]
    if not fits:
        said = f"nothing in the dictionary can stand for the {{x}} of {', '.join(names)}"
        raise _fault(row.Index, "left" if "{x}" in row.left else "formula", said)
    return fits


def _parse(row: Any, column: str, fill: str) -> ast.expr:
    """Return one side of an identity as a tree, all of whose nodes are part of a formula."""
    text = getattr(row, column)
    if len(text) > LONGEST:
        raise _fault(row.Index, column, f"is longer than {LONGEST} characters")
    try:
        tree: ast.expr = ast.parse(text.replace("{x}", fill), mode="eval").body
        if _depth(tree) > DEEPEST:
            raise SyntaxError(f"more than {DEEPEST} operations inside one another")
        named(tree)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        said = error.msg if isinstance(error, SyntaxError) else str(error)
        raise _fault(row.Index, column, f"{text!r} is no formula ({said})") from error
    return tree


def _depth(tree: ast.AST) -> int:
    level, depth = [tree], 0
    while level:
        level, depth = [child for node in level for child in ast.iter_child_nodes(node)], depth + 1
    return depth


def _operand(node: ast.expr) -> Operand | None:
    """Return the figure that a node names: an indicator, its measure, another entity."""
    if isinstance(node, ast.Name | ast.Attribute):
        return Operand(ast.unparse(node), "level")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return Operand(ast.unparse(node.left), "level", ast.unparse(node.right))
    match node:
        case ast.Call(func=ast.Name(measure), args=[inside]) if measure in MEASURES:
            inner = _operand(inside)
            return inner and Operand(inner.indicator, measure, inner.entity)
    return None


def named(node: ast.expr) -> list[Operand]:
    """Return the figures that a formula needs, in its order.

    Raises ``SyntaxError`` for what no formula holds.
    """
    if operand := _operand(node):
        return [operand]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        least, most = ARGUMENTS.get(node.func.id, (1, 0))
        if least <= len(node.args) <= most and not node.keywords:
            if node.func.id != "mean":
                return [one for argument in node.args for one in named(argument)]
            if inner := _operand(node.args[0]):
                return [inner, Operand(inner.indicator, "change", inner.entity)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.Div):
        return named(node.left) + named(node.right)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return named(node.operand)
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return []
    raise SyntaxError(f"{ast.unparse(node)!r} is not part of a formula")
