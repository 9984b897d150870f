"""Look at the data from a shell: ``python -m analysis check | source | goals | audit``."""

from __future__ import annotations

import argparse
import os
import sys

from analysis import audit, data, goals
from analysis.data import laws, source
from analysis.data.faults import DataError


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit status: 0 when all is well, 1 when not.

    ``arguments`` are those of the command line, by default the program's own. Raises
    ``SystemExit`` with status 2 for a command that there is not.
    """
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="the data against their schema and their own laws")
    against = commands.add_parser("source", help="the data against the text of the yearbook")
    against.add_argument(
        "text",
        nargs="?",
        default=os.environ.get("YEARBOOK_TEXT"),
        help="file with the text (default: the variable YEARBOOK_TEXT)",
    )
    against.add_argument(
        "--missing", action="store_true", help="list the lines whose numbers are not all digitised"
    )
    against.add_argument(
        "--coverage", action="store_true", help="show the share digitised of each document"
    )
    aims = commands.add_parser("goals", help="every target against the outturn of 2021")
    aims.add_argument("--reasons", action="store_true", help="say for each why")
    sums = commands.add_parser("audit", help="the yearbook's figures against one another")
    sums.add_argument("--all", action="store_true", help="print every check, not failures only")
    options = parser.parse_args(arguments)
    try:
        return _run(parser, options)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if options.command == "check":
        return _check()
    # What breaks a law of the data would stop a computation somewhere, without saying where.
    if broken := laws.broken_laws(data.load()):
        raise DataError(broken)
    if options.command == "goals":
        return _goals(options.reasons)
    if options.command == "audit":
        return _audit(options.all)
    if not options.text:
        parser.error("name the file with the yearbook's text, or set YEARBOOK_TEXT")
    return _source(options.text, options.missing, options.coverage)


def _check() -> int:
    faults = laws.faults()
    for fault in faults:
        print(fault)
    for name, rows in laws.count().items():
        print(f"{name:14}{rows:6} rows")
    print(f"{len(faults)} faults" if faults else "all sound")
    return 1 if faults else 0


def _source(path: str, list_missing: bool, by_document: bool) -> int:
    try:
        lines = source.read(path)
    except DataError:
        raise
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    faults, covered = source.faults(lines), source.coverage(lines)
    stale, absent = source.unused_names(lines), source.absent_names(lines)
    for row in faults.itertuples():
        print(f"{row.document}, line {row.line}: {row.indicator} {row.printed!r}: {row.fault}")
    for row in stale.itertuples():
        print(f"not_figures.csv, row {row.Index}: {row.printed!r} is not on line {row.line}")
    for row in absent.itertuples():
        print(f"{row.table}.csv, row {row.row}: {row.printed!r} is not on line {row.line}")
    if list_missing:
        gone = source.numbers(lines).query("use == 'missing'")
        for (document, line), rows in gone.groupby(["document", "line"], sort=False):
            print(f"{document}, line {line}: {', '.join(rows['number'])}")
    print("the text is the recorded one (SHA-256)")
    print(
        f"{len(data.observations()) - len(faults)} of {len(data.observations())} observations "
        "stand on their line as printed"
    )
    if by_document:
        print(covered.to_string(formatters={"percent": "{:.1f}%".format}))
    done, printed = covered["digitised"].sum(), covered["figures"].sum()
    print(f"{done} of {printed} printed figures are digitised ({100 * done / printed:.1f}%)")
    return 1 if len(faults) or len(stale) or len(absent) else 0


def _goals(reasons: bool) -> int:
    table = goals.assess()
    columns = [
        "document",
        "line",
        "indicator",
        "period",
        "measure",
        "bound",
        "target",
        "unit",
        "baseline",
        "required_growth",
        "stated_growth",
        "growth_2021",
        "consistent",
        "verdict",
        *(["reason"] if reasons else []),
    ]
    print(table[columns].to_string(index=False, na_rep="", float_format="{:.4g}".format))
    for verdict, count in table["verdict"].value_counts().items():
        print(f"{count:5} {verdict}")
    return 0


def _audit(every: bool) -> int:
    """Print the failures, or every check, and the counts; a failure is the yearbook's."""
    table = audit.run()
    columns = ["lines", "stated", "derived", "gap", "tolerance", "unit", "verdict"]
    shown = table if every else table[table["verdict"] == audit.FAILS]
    for row in shown.itertuples():
        print(f"{row.check}\n  {row.explanation}")
    print()
    print(
        shown.set_index("check")[columns].to_string(float_format="{:.5g}".format, index_names=False)
    )
    print()
    print(audit.summary(table).to_string(index_names=False))
    print(f"{audit.coverage():.1f}% of the observations stand in a check with another figure")
    return 0


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # who reads, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)
