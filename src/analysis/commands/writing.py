"""What is written into files, or to be put into one: new documents, the export, drafts."""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields

from analysis import data, drafting
from analysis.data import adding, edition, export


def add(options: argparse.Namespace) -> int:
    """Add a volume or a document, and print the files written."""
    kind = adding.Volume if options.command == "add-volume" else adding.Document
    told = vars(options)
    if kind is adding.Document:
        told["document"], told["yearbook"] = options.id, options.volume
        told["first_line"], told["last_line"] = options.lines
    new = kind(**{one.name: told[one.name] for one in fields(kind)})
    try:
        if isinstance(new, adding.Volume):
            files = adding.add_volume(new, options.text)
        else:
            files = adding.add(new)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    for file in files:
        print(file)
    return 0


def everything(options: argparse.Namespace) -> int:
    """Write one table of all figures in the forms asked for, and print the files written."""
    try:
        files = export.write(options.folder, tuple(options.form or export.FORMS))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    for file in files:
        print(file)
    return 0


def draft(options: argparse.Namespace) -> int:
    """Print the rows that a text gives; what has to be looked at is counted apart."""
    try:
        lines = options.text.read_text(encoding="utf-8").split("\n")
        first, last = options.lines or (1, len(lines))
        if last > len(lines):
            raise ValueError(f"{options.text} has {len(lines)} lines, and {last} is beyond them")
        told = drafting.about(
            edition.year() if options.year is None else options.year,
            options.entity or edition.entity(),
            data.load(),
        )
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    numbered = [drafting.Line(at, lines[at - 1]) for at in range(first, last + 1)]
    table = drafting.draft(numbered, told)
    print(drafting.written(table), end="")
    counts = ", ".join(
        f"{(table['confidence'] == one).sum()} {one}"
        for one in (drafting.SURE, drafting.LIKELY, drafting.UNSURE)
    )
    print(f"{len(table)} rows: {counts}", file=sys.stderr)
    return 0
