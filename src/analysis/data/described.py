"""The form of a descriptor: what ``datapackage.json`` may say, and where it says something else."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.data.faults import Fault

# Texts are Python's own: they are mostly read one by one, which Arrow is slow to give.
TEXT = pd.StringDtype("python", na_value=float("nan"))
DTYPES = {
    "string": TEXT,
    "number": "float64",
    "integer": "Int64",
    "date": TEXT,
    "boolean": "bool",
}
DESCRIPTOR = "datapackage.json"
_LIMITS = ("minimum", "maximum")
# What a cell is held to, and the form in which it is said.
_CONSTRAINTS = {"required": "true or false", "enum": "a list of texts", "pattern": "a pattern"}
_CONSTRAINTS |= dict.fromkeys(_LIMITS, "a number")


def outside(path: object, folder: Path) -> str:
    """Return why a path leads out of a resolved folder, or nothing. It is not opened."""
    if not isinstance(path, str) or not path or "\0" in path:
        return f"{path!r} is no path"
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path):
        return f"{path!r} is an address, not a file of this folder"
    parts = path.replace("\\", "/").split("/")
    if ".." in parts or parts[0] in ("", "~") or "\\" in path:
        return f"{path!r} leads out of the folder"
    if not (folder / path).resolve().is_relative_to(folder):
        return f"{path!r} is a link out of the folder"
    return ""


def faults(package: object, folder: Path) -> list[Fault]:
    """Return a fault for each place where a descriptor does not have the form of one.

    Its schemas in files of their own are not opened; see ``schema_faults``.
    """
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list) or not resources:
        return [_fault("resources", "is no list of tables", "list each table with its file")]
    found = []
    names: list[object] = []
    folder = folder.resolve()
    for number, one in enumerate(resources):
        place = f"resources[{number}]"
        if not isinstance(one, dict):
            found.append(_fault(place, "is no table", 'write {"name": ..., "path": ...}'))
            continue
        for key in ("name", "path"):
            if not isinstance(one.get(key), str):
                problem = f"{one.get(key)!r} is no text" if key in one else "is missing"
                found.append(_fault(f"{place}.{key}", problem, f"write the table's {key}"))
            elif (key, one[key]) in names:
                found.append(
                    _fault(f"{place}.{key}", f"{one[key]!r} described twice", "keep one of the two")
                )
            names.append((key, one.get(key)))
        schema = one.get("schema")
        for key in ("path", "schema"):
            if isinstance(one.get(key), str) and (said := outside(one[key], folder)):
                remedy = "name a file of the folder, such as units.csv"
                found.append(_fault(f"{place}.{key}", said, remedy))
        if not isinstance(schema, str):
            found += schema_faults(schema, f"{place}.schema")
    return found


def schema_faults(schema: object, place: str) -> list[Fault]:
    """Return a fault for each place where a Table Schema does not have the form of one."""
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(schema, dict) or not isinstance(fields, list) or not fields:
        return [_fault(f"{place}.fields", "is no list of columns", "list each column")]
    found = [
        fault
        for number, field in enumerate(fields)
        for fault in _field(field, f"{place}.fields[{number}]")
    ]
    if not found:
        names = [field["name"] for field in fields]
        twice = {name for name in names if names.count(name) > 1}
        found += [
            _fault(f"{place}.fields", f"{name!r} described twice", "keep one of the two")
            for name in sorted(twice)
        ]
        found += _keys(schema, names, place)
    return found


def reference_faults(resources: Mapping[str, Mapping[str, Any]]) -> list[Fault]:
    """Return a fault for each reference to a table, or a column, that is not described.

    ``resources`` are tables of a sound form by name, their schemas read in.
    """
    columns = {
        name: {field["name"] for field in one["schema"]["fields"]}
        for name, one in resources.items()
    }
    found = []
    for name, one in resources.items():
        for key in one["schema"].get("foreignKeys", []):
            target = key["reference"]["resource"] or name
            if key["reference"]["fields"] not in columns.get(target, ()):
                problem = f"{key['fields']} refers to {target!r}, which lacks it"
                remedy = "name a table that is described, and a column of it"
                found.append(_fault(f"{name}.schema.foreignKeys", problem, remedy))
    return found


def _field(field: object, place: str) -> Iterator[Fault]:
    if not isinstance(field, dict) or not isinstance(field.get("name"), str):
        yield _fault(place, "is no column", 'write {"name": ..., "type": ...}')
        return
    if not isinstance(kind := field.get("type"), str) or kind not in DTYPES:
        problem = f"{kind!r} is an unknown type"
        yield _fault(f"{place}.type", problem, f"use one of {', '.join(DTYPES)}")
        return
    if not isinstance(field.get("description", ""), str):
        yield _fault(f"{place}.description", "is no text", "write what the column holds")
    limits = field.get("constraints", {})
    if not isinstance(limits, dict):
        yield _fault(f"{place}.constraints", "is no list of constraints", "write {} around them")
        return
    for name, limit in limits.items():
        if said := _constraint(name, limit, kind):
            wanted = _CONSTRAINTS.get(name)
            remedy = f"write {wanted}" if wanted else f"use {', '.join(_CONSTRAINTS)}"
            yield _fault(f"{place}.constraints.{name}", said, remedy)


def _constraint(name: str, limit: object, kind: str) -> str:
    """Return what is wrong with a constraint of a column, or nothing."""
    if name not in _CONSTRAINTS:
        return "is a constraint that nobody looks at"
    sound = {
        "required": isinstance(limit, bool),
        "enum": isinstance(limit, list)
        and bool(limit)
        and all(isinstance(one, str) for one in limit),
        "pattern": isinstance(limit, str),
    }
    sound |= dict.fromkeys(
        _LIMITS, type(limit) is int or (type(limit) is float and math.isfinite(limit))
    )
    if not sound[name]:
        return f"{repr(limit)[:60]} is not {_CONSTRAINTS[name]}"
    if name in _LIMITS and kind not in ("number", "integer"):
        return f"a {kind} has no {name}"
    if name == "enum" and kind != "string":
        return f"a column of type {kind} is not held to a list of texts"
    if isinstance(limit, str):
        try:
            re.compile(limit)
        except (re.error, RecursionError, OverflowError) as error:
            return f"{repr(limit)[:60]} is no pattern ({error})"
    return ""


def _keys(schema: Mapping[str, Any], names: list[str], place: str) -> Iterator[Fault]:
    key = schema.get("primaryKey", [])
    key = [key] if isinstance(key, str) else key
    if not isinstance(key, list) or any(one not in names for one in key):
        problem = f"{repr(key)[:60]} names no columns of the table"
        yield _fault(f"{place}.primaryKey", problem, "list columns that are described")
    foreign = schema.get("foreignKeys", [])
    if not isinstance(foreign, list):
        yield _fault(f"{place}.foreignKeys", "is no list", "write [] around it")
        return
    for number, one in enumerate(foreign):
        at = f"{place}.foreignKeys[{number}]"
        reference = one.get("reference") if isinstance(one, dict) else None
        if not isinstance(reference, dict) or not all(
            isinstance(reference.get(part), str) for part in ("resource", "fields")
        ):
            yield _fault(at, "is no reference", 'write "fields" and "reference" as elsewhere')
        elif one.get("fields") not in names:
            problem = f"{repr(one.get('fields'))[:60]} is no column of the table"
            yield _fault(f"{at}.fields", problem, "name one that is described")


def _fault(place: str, problem: str, remedy: str) -> Fault:
    return Fault(DESCRIPTOR, None, None, f"{place}: {problem}", remedy)
