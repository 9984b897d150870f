"""Look at the data from a shell: ``python -m analysis check | source | goals | audit``."""

from __future__ import annotations

import argparse
import os
import sys

import pandas as pd

from analysis import audit, data, goals
from analysis.data import edition, laws, source
from analysis.data.faults import DataError
from analysis.page import verdicts


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
    aims = commands.add_parser("goals", help="every target against what came, or its pace")
    aims.add_argument("--as-of", type=int, metavar="YEAR", help="as the end of this year allows")
    aims.add_argument("--document", help="targets of one document (party_report)")
    aims.add_argument("--indicator", help="targets for one indicator, its parts included (gdp)")
    aims.add_argument("--verdict", help="targets with one verdict (met, missed, more)")
    aims.add_argument("--format", choices=("table", "csv", "json"), default="table")
    aims.add_argument("--reasons", action="store_true", help="say for each why (table)")
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
        return _goals(parser, options)
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


def _goals(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
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
            parser.error(f"no target has the {column} {wanted!r}")
        table = table[had == wanted]
    if options.verdict and options.verdict not in verdicts.WORDS:
        parser.error(f"a verdict is one of {', '.join(verdicts.WORDS)}")
    if options.verdict:
        table = table[table["verdict"] == options.verdict]
    plain = verdicts.told(table, year)
    if options.format == "csv":
        print(plain.to_csv(index=False, lineterminator="\n"), end="")
    elif options.format == "json":
        print(plain.to_json(orient="records", force_ascii=False, indent=1))
    else:
        _print_goals(plain, year, reasons=options.reasons)
    return 0


def _print_goals(table: pd.DataFrame, year: int, *, reasons: bool) -> None:
    columns = [
        "document", "line", "indicator", "period", "kind", "bound", "target", "unit", "baseline",
        "required_growth", "pace", "asked_a_year", "done_in_year", "start_kind", "verdict",
        *(["sentence"] if reasons else []),
    ]  # fmt: skip
    print(table[columns].to_string(index=False, na_rep="", float_format="{:.4g}".format))
    counts = goals.tally(table)
    for key in verdicts.WORDS:
        if counts[key]:
            print(f"{counts[key]:5} {key:12} {verdicts.verdict(key, year)}")


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
