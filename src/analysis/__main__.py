"""Look at the data from a shell: ``python -m analysis check | source | goals | audit | export``."""

from __future__ import annotations

import argparse
import io
import itertools
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

# The rooms of the package bring pandas, a second of it: each command imports those it needs.
if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("table", "csv", "json")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit status: 0 when all is well, 1 when not.

    ``arguments`` are those of the command line, by default the program's own. Raises
    ``SystemExit`` with status 2 for a command that there is not.
    """
    parser, options = _parsed(arguments)
    from analysis import data
    from analysis.data.faults import DataError

    if options.data is not None:
        data.use(options.data)
    try:
        return _run(parser, options)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1


def _parsed(arguments: list[str] | None) -> tuple[argparse.ArgumentParser, argparse.Namespace]:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    every = argparse.ArgumentParser(add_help=False)
    every.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help="folder with the tables (default: the variable YEARBOOK_DATA, or the project's)",
    )

    def command(name: str, does: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=does, description=does, parents=[every])

    command("check", "the data against their schema and their own laws")
    against = command("source", "the data against the text of the yearbook")
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
    aims = command("goals", "every target against what came, or its pace")
    aims.add_argument("--as-of", type=int, metavar="YEAR", help="as the end of this year allows")
    aims.add_argument("--document", help="targets of one document (party_report)")
    aims.add_argument("--indicator", help="targets for one indicator, its parts included (gdp)")
    aims.add_argument("--verdict", help="targets with one verdict (met, missed, more)")
    aims.add_argument("--format", choices=FORMATS, default="table")
    aims.add_argument("--reasons", action="store_true", help="say for each why (table)")
    out = command("export", "one table of everything, in files for other programs")
    out.add_argument("folder", type=Path, help="where to write them")
    out.add_argument(
        "--form",
        action="append",
        choices=("csv", "parquet", "xlsx", "sqlite"),
        help="only this form; may be given several times (default: all)",
    )
    sums = command("audit", "the yearbook's figures against one another")
    sums.add_argument("--all", action="store_true", help="print every check, not failures only")
    sums.add_argument(
        "--format", choices=FORMATS, default="table", help="how to print the checks (table)"
    )
    return parser, parser.parse_args(arguments)


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from analysis import data
    from analysis.data import kept, laws
    from analysis.data.faults import DataError

    if options.command == "check":
        return _check()
    # What breaks a law of the data would stop a computation somewhere, without saying where.
    tables = data.load()
    if broken := kept.once(data.folder(), "laws", lambda: laws.broken_laws(tables)):
        raise DataError(broken)
    if options.command == "goals":
        return _goals(parser, options)
    if options.command == "export":
        return _export(options.folder, options.form)
    if options.command == "audit":
        return _audit(options.all, options.format)
    if not options.text:
        parser.error("name the file with the yearbook's text, or set YEARBOOK_TEXT")
    return _source(options.text, options.missing, options.coverage)


def _check() -> int:
    from analysis import data
    from analysis.audit import laws as declared
    from analysis.data import laws, loading, observed

    # Read anew, whatever is kept: who asks for a check wants these files looked at.
    tables, faults = data.read_all()
    if not faults:
        loading.keep(tables)
    faults = faults or laws.broken_laws(tables) or declared.broken_laws(tables)
    for fault in faults:
        print(fault)
    for name, rows in laws.count(tables).items():
        print(f"{name:20}{rows:6} rows")
    if not faults:
        for states, rows in observed.looked_at(tables).items():
            print(f"{rows:6} rows looked at: {states}")
    print(f"{len(faults)} faults" if faults else "all sound")
    return 1 if faults else 0


def _source(path: str, list_missing: bool, by_document: bool) -> int:
    from analysis import data
    from analysis.data import source, wording
    from analysis.data.faults import DataError

    try:
        lines = source.read(path)
    except DataError:
        raise
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    faults, covered = source.faults(lines), source.digitised(lines)
    stale, absent = source.unused_names(lines), source.absent_names(lines)
    judged = wording.judge(lines)
    worded, unneeded = wording.faults(judged), wording.unused_exceptions(judged)
    unmet = wording.unused_terms(lines)
    for row in unmet.itertuples():
        print(f"terms.csv, row {row.Index}: {row.term!r} is beside no figure of {row.indicator!r}")
    for row in unneeded.itertuples():
        print(f"exceptions.csv, row {row.Index}: no figure needs it: {row.indicator}, {row.law}")
    for row in itertools.chain(worded.itertuples(), faults.itertuples()):
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
    for row in wording.looked_at(judged).itertuples():
        print(f"{row.rows:6} rows looked at: {row.states} ({row.excepted} excepted)")
    if by_document:
        print(covered.to_string(formatters={"percent": "{:.1f}%".format}))
    done, printed = covered["digitised"].sum(), covered["figures"].sum()
    share = f" ({100 * done / printed:.1f}%)" if printed else ""
    print(f"{done} of {printed} printed figures are digitised{share}")
    found = (faults, stale, absent, worded, unneeded, unmet)
    return 1 if any(map(len, found)) else 0


def _goals(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """Print the targets that are asked for, and how many there are of each verdict."""
    from analysis import goals
    from analysis.data import edition
    from analysis.page import verdicts

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
    if options.format != "table":
        print(_exported(plain, options.format), end="")
    else:
        _print_goals(plain, year, reasons=options.reasons)
    return 0


def _print_goals(table: pd.DataFrame, year: int, *, reasons: bool) -> None:
    from analysis import goals
    from analysis.page import verdicts

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


def _export(folder: Path, forms: list[str] | None) -> int:
    from analysis.data import export

    try:
        files = export.write(folder, tuple(forms or export.FORMS))
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    for file in files:
        print(file)
    return 0


def _audit(every: bool, form: str) -> int:
    """Print the failures, or every check, and the counts; a failure is the yearbook's."""
    from analysis import audit
    from analysis.page import checks

    table = checks.explained(audit.run())
    shown = table if every else table[table["verdict"] == audit.FAILS]
    if form != "table":
        print(_exported(shown, form), end="")
        return 0
    columns = ["lines", "stated", "derived", "gap", "tolerance", "unit", "verdict"]
    for row in shown.itertuples():
        print(f"{row.check}\n  {row.explanation}")
    print()
    print(
        shown.set_index("check")[columns].to_string(float_format="{:.5g}".format, index_names=False)
    )
    print()
    print(audit.counts(table).to_string(index_names=False))
    share = audit.tested_percent()
    print(f"{share:.1f}% of the observations stand in a check with another figure")
    return 0


def _exported(table: pd.DataFrame, form: str) -> str:
    if form == "csv":
        return str(table.to_csv(index=False, lineterminator="\n"))
    return str(table.to_json(orient="records", force_ascii=False, indent=1)) + "\n"


def _program() -> int:
    """Run as a program: a terminal that lacks a sign gets another, and no traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:  # who reads, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


if __name__ == "__main__":
    sys.exit(_program())
