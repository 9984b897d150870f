"""What must hold of the tables that the audit reads: formulas can be worked out, causes are due."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterable

from analysis.audit import elsewhere, identities, report
from analysis.audit.identities import Identity, IdentityError, Operand
from analysis.data import Tables
from analysis.data.faults import DataError, Fault
from analysis.printed import Interval, as_interval


def broken_laws(tables: Tables) -> list[Fault]:
    """Return a fault for each identity that comes to nothing, or explanation of nothing.

    ``tables`` are those in use, and keep the laws of the data. Formulas are judged first: without
    them no check can be made that an explanation could be about.
    """
    if found := list(formulas(tables)):
        return found
    for tested in (report.run, elsewhere.run):
        try:
            tested()
        except DataError as error:
            found += error.faults
    return found


def looked_at(tables: Tables) -> dict[str, int]:
    """Return how many rows each of these laws looks at, by what it says."""
    argued = len(tables.explanations) + len(tables.context_explanations)
    return {
        "A formula can be read, and comes to a number": len(tables.identities),
        "An explanation is of a check that fails, and no two are of one": argued,
        "Rows, checks and contents are as they were accepted": len(tables.accepted),
    }


def formulas(tables: Tables) -> Iterable[Fault]:
    """Yield a fault for each identity that cannot be read, or can never be worked out.

    Each formula is evaluated once, on numbers that no two figures share.
    """
    entities = {"", *tables.entities["entity"]}
    known = dict.fromkeys(tables.indicators["indicator"])
    for row in tables.identities.itertuples():
        try:
            found = identities.filled(row, known)
        except IdentityError as error:
            yield from error.faults
            continue
        if said := next(filter(None, (_nothing(one, entities) for one in found)), None):
            yield Fault("identities.csv", row.Index, *said)


def _nothing(one: Identity, entities: set[str]) -> tuple[str, str, str] | None:
    """Return column, problem and remedy where an identity says nothing."""
    if one.kind == "sum" and not _is_sum_of_levels(one):
        problem = "a sum is a level on the left, and levels joined by + as its formula"
        return "formula", problem, "write the parts, or another kind"
    if one.relation == "=" and ast.unparse(one.left) == ast.unparse(one.right):
        return "formula", "a figure agrees with itself", "write what it follows from"
    if one.relation == "=" and not identities.named(one.right):
        problem = f"{ast.unparse(one.right)} follows from no figure"
        return "formula", problem, "name the indicators that it follows from"
    gone = [operand.entity for operand in one.operands if operand.entity not in entities]
    if gone:
        problem = f"entities.csv has no {gone[0]!r}"
        return "formula", problem, "correct it; what stands behind @ is an entity"
    # Square roots of whole numbers: no two sums or products of them are equal by chance.
    numbers = {
        operand: as_interval(math.sqrt(place)) for place, operand in enumerate(one.operands, 2)
    }
    for column, tree in (("left", one.left), ("formula", one.right)):
        if not _comes_to_a_number(tree, numbers):
            problem = f"{ast.unparse(tree)} comes to no number, whatever the figures are"
            return column, problem, "correct it: it divides by nothing, or is too large"
    return None


def _comes_to_a_number(tree: ast.expr, numbers: dict[Operand, Interval]) -> bool:
    try:
        found = identities.worked_out(tree, numbers.__getitem__)
    except (OverflowError, ValueError):
        return False
    return math.isfinite(found.low) and math.isfinite(found.high)


def _is_sum_of_levels(one: Identity) -> bool:
    named = [ast.unparse(part) for part in _added(one.right)]
    levels = [operand.indicator for operand in one.operands if operand.measure == "level"]
    return levels == [ast.unparse(one.left), *named] and len(named) > 1


def _added(tree: ast.expr) -> list[ast.expr]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Add):
        return _added(tree.left) + _added(tree.right)
    return [tree]
