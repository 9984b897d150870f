"""One cell of a table, read as its field in the descriptor says."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

_FORMULA = re.compile(r"[=+@]|-(?![\d.])")  # a printed number may begin with a minus
# Controls, joiners and marks of direction; the sign for what another program could not read.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]"
)
# What programs write for nothing, or for a formula that failed.
_NOTHING = re.compile(r"nan|inf|null|none|n/a|#(?:n/a|ref!|value!|name\?|div/0!|null!|num!)", re.I)
_LARGEST = 2**63 - 1  # that a column of whole numbers holds


def read(cell: str, field: Mapping[str, Any]) -> tuple[object, tuple[str, str] | None]:
    """Return the cell's value, and what is wrong with it and the remedy.

    ``field`` is one of a Table Schema: ``type``, and where there are any ``constraints`` (of these
    ``required``, ``enum``, ``pattern``, ``minimum`` and ``maximum`` are looked at). A cell that is
    empty or cannot be read has a missing value; the second is ``None`` for a sound one.
    """
    kind, limits = field["type"], field.get("constraints", {})
    missing = "" if kind in ("string", "date") else pd.NA if kind == "integer" else float("nan")
    if cell == "":
        if limits.get("required"):
            return missing, ("is empty", "fill it in; nothing is guessed")
        return missing, None
    if cell != cell.strip():
        return missing, (f"{cell!r} has white space around it", "remove the white space")
    if hidden := _HIDDEN.search(cell):
        named = f"U+{ord(hidden[0]):04X}"
        return missing, (f"{cell!r} holds {named}, which nobody sees", "remove the character")
    try:
        value = _parse(cell, kind)
    except ValueError:
        article = "an" if kind == "integer" else "a"
        return missing, (f"{cell!r} is not {article} {kind}", _REMEDIES[kind])
    return value, _beyond(cell, value, field)


def _beyond(cell: str, value: Any, field: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what is wrong with a cell that can be read, and the remedy."""
    limits = field.get("constraints", {})
    if "enum" in limits:
        if value in limits["enum"]:
            return None
        return f"{cell!r} is not one of {', '.join(map(str, limits['enum']))}", "use one of these"
    if field["type"] == "string" and _NOTHING.fullmatch(cell):
        return f"{cell!r} is what a program writes for nothing", "write what it is, or nothing"
    if field["type"] == "string" and _FORMULA.match(cell):
        problem = f"{cell!r} begins like a formula, which a spreadsheet would run"
        return problem, "begin it with a letter or a digit"
    if field["type"] == "string" and _says_twice(cell):
        return f"{cell!r} says the same twice", "write it once"
    if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
        problem = f"{cell!r} does not have the form {limits['pattern']}"
        return problem, field.get("description", "correct it")
    return _outside(cell, value, limits)


def _outside(cell: str, value: Any, limits: Mapping[str, Any]) -> tuple[str, str] | None:
    if "minimum" in limits and value < limits["minimum"]:
        return f"{cell} is less than {limits['minimum']}", "correct it"
    if "maximum" in limits and value > limits["maximum"]:
        return f"{cell} is more than {limits['maximum']}", "correct it"
    return None


def _says_twice(cell: str) -> bool:
    half = len(cell) // 2
    return half > 1 and cell[:half] == cell[half:] and re.search(r"[^\d.]", cell) is not None


_REMEDIES = {
    "number": "write digits and a decimal point only, no 0 before them; a unit has its own column",
    "integer": "write a whole number in digits only, no 0 before them",
    "date": "write it as YYYY-MM-DD",
    "boolean": "write true or false",
}


def _parse(cell: str, kind: str) -> object:
    if kind == "integer":
        if not re.fullmatch(r"0|-?[1-9][0-9]*", cell):
            raise ValueError(cell)
        if abs(int(cell)) > _LARGEST:
            raise ValueError(cell)
        return int(cell)
    if kind == "number":
        if not re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?(e-?[0-9]+)?", cell):
            raise ValueError(cell)
        if math.isinf(float(cell)):  # more digits than a number can have
            raise ValueError(cell)
        return float(cell)
    if kind == "boolean":
        if cell not in ("true", "false"):
            raise ValueError(cell)
        return cell == "true"
    if kind == "date":
        # fromisoformat alone also takes 20220418 and 2022-W16-1.
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell):
            raise ValueError(cell)
        date.fromisoformat(cell)
    return cell
