"""What was aimed at, printed: ``goals`` and ``track``."""

from __future__ import annotations

import argparse

import pandas as pd

from analysis import goals
from analysis.commands import forms
from analysis.data import addresses, edition
from analysis.page import verdicts


def aims(options: argparse.Namespace) -> int:
    """Print the targets that are asked for, and how many there are of each verdict."""
    year = edition.year() if options.as_of is None else options.as_of
    table = goals.assess(year)
    for column in ("document", "indicator"):
        if (wanted := getattr(options, column)) is None:
            continue
        had = table[column]
        if column == "indicator":
            had = had.where(~had.str.startswith(f"{wanted}."), wanted)
        if not (had == wanted).any():
            options.refuse(f"no target has the {column} {wanted!r}")
        table = table[had == wanted]
    if options.verdict and options.verdict not in verdicts.WORDS:
        options.refuse(f"a verdict is one of {', '.join(verdicts.WORDS)}")
    if options.verdict:
        table = table[table["verdict"] == options.verdict]
    plain = verdicts.told(table, year)
    if options.format != "table":
        print(forms.exported(plain, options.format), end="")
    else:
        _print_goals(plain, year, reasons=options.reasons)
    return 0


def _print_goals(table: pd.DataFrame, year: int, *, reasons: bool) -> None:
    columns = [
        "document", "line", "indicator", "period", "kind", "bound", "target", "unit", "baseline",
        "required_growth", "pace", "asked_a_year", "done_in_year", "start_kind", "verdict",
        *(["sentence"] if reasons else []),
    ]  # fmt: skip
    table = table.assign(line=addresses.lines(table))
    print(table[columns].to_string(index=False, na_rep="", float_format="{:.4g}".format))
    counts = goals.tally(table)
    for key in verdicts.WORDS:
        if counts[key]:
            print(f"{counts[key]:5} {key:12} {verdicts.verdict(key, year)}")


def follow(options: argparse.Namespace) -> int:
    """Print how each goal stands at the end of each year, and how many stand how."""
    table = goals.track().drop(columns=["goal", "came"])
    for column in ("indicator", "verdict"):
        if wanted := getattr(options, column):
            if not (table[column] == wanted).any():
                options.refuse(f"no goal followed has the {column} {wanted!r}")
            table = table[table[column] == wanted]
    if options.format != "table":
        print(forms.exported(table, options.format), end="")
        return 0
    table = table.assign(line=addresses.lines(table))
    columns = [
        "document", "line", "indicator", "period", "measure", "target", "unit", "year", "outturn",
        "time_gone", "way_covered", "needed_at_first", "needed_now", "needed_unit", "verdict",
    ]  # fmt: skip
    print(table[columns].to_string(index=False, na_rep="", float_format="{:.4g}".format))
    for (year, verdict), rows in table.groupby(["year", "verdict"]):
        print(f"{year} {len(rows):5} {verdicts.TRACKED[verdict]}")
    return 0
