"""Look at the data from a shell: ``python -m analysis COMMAND``; ``--help`` lists them."""

from __future__ import annotations

import argparse
import io
import itertools
import os
import sys
from collections.abc import Mapping
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
    against = command("source", "the data against the texts of the yearbook")
    against.add_argument(
        "text",
        nargs="*",
        default=[one for one in [os.environ.get("YEARBOOK_TEXT")] if one],
        help="files with the texts of volumes (default: the variable YEARBOOK_TEXT)",
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
    follow = command("track", "every goal followed over the years that volumes are about")
    follow.add_argument("--indicator", help="goals for one indicator (gdp)")
    follow.add_argument("--verdict", help="rows with one verdict (met, missed, behind)")
    follow.add_argument("--format", choices=FORMATS, default="table")
    volume = command("add-volume", "give a volume its row, with the fingerprint of its text")
    volume.add_argument("text", type=Path, help="file with its text")
    volume.add_argument("--volume", required=True, help="the year in its title (2023)")
    volume.add_argument("--year", type=int, required=True, help="the year it is about (2022)")
    for one in ("title-zh", "title-en", "editor", "publisher", "published", "isbn"):
        volume.add_argument(f"--{one}", required=True)
    volume.add_argument(
        "--redistribution", default="", help="what may be passed on (default: as before)"
    )
    new = command("add-document", "give a document its row, its entry and its file: all or none")
    new.add_argument("id", help="its name in the data (communique_2023)")
    new.add_argument("--volume", required=True, help="its volume, one of volumes.csv (2023)")
    new.add_argument("--year", type=int, required=True, help="the year that it is about (2022)")
    new.add_argument("--role", required=True, help="what it is (communique, department)")
    new.add_argument("--lines", type=_lines, required=True, metavar="A-B", help="of the text")
    new.add_argument("--page", type=int, required=True, help="on which it begins, as printed")
    new.add_argument("--title-zh", required=True, help="its title in Chinese")
    new.add_argument("--title-en", required=True, help="its title in English")
    for one in ("zh", "en"):
        new.add_argument(
            f"--issuer-{one}",
            default="",
            help="who speaks (default: as before, of a main one)",
        )
    new.add_argument("--date", default="", help="of issue, where one is printed (2023-04-20)")
    new.add_argument("--readings", type=int, default=1, help="how many read it (1)")
    rows = command("draft", "rows for the figures of a text, as CSV, to be judged by a person")
    rows.add_argument("text", type=Path, help="file with the text")
    rows.add_argument("--lines", type=_lines, metavar="A-B", help="only these lines of it")
    rows.add_argument("--year", type=int, help="the year it tells of (default: the report's)")
    rows.add_argument("--entity", help="the place it tells of (default: the report's)")
    sums = command("audit", "the yearbook's figures against one another")
    sums.add_argument("--all", action="store_true", help="print every check, not failures only")
    sums.add_argument(
        "--format", choices=FORMATS, default="table", help="how to print the checks (table)"
    )
    return parser, parser.parse_args(arguments)


def _lines(written: str) -> tuple[int, int]:
    """Read the lines that an option names: 5547-5774, or one."""
    first, _, last = written.partition("-")
    span = [int(one) for one in (first, last or first) if one.isdigit()]
    if len(span) < 2 or not 0 < span[0] <= span[1]:
        raise argparse.ArgumentTypeError(f"{written!r} is no span of lines: write 5547-5774")
    return span[0], span[1]


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from analysis import data
    from analysis.data import kept, laws
    from analysis.data.faults import DataError

    if options.command == "check":
        return _check()
    if options.command.startswith("add-"):
        return _add(options)
    # What breaks a law of the data would stop a computation somewhere, without saying where.
    tables = data.load()
    if broken := kept.once(data.folder(), "laws", lambda: laws.broken_laws(tables)):
        raise DataError(broken)
    if options.command == "goals":
        return _goals(parser, options)
    if options.command == "track":
        return _track(parser, options)
    if options.command == "export":
        return _export(options.folder, options.form)
    if options.command == "audit":
        return _audit(options.all, options.format)
    if options.command == "draft":
        return _draft(options.text, options.lines, options.year, options.entity)
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


def _source(paths: list[str], list_missing: bool, by_document: bool) -> int:
    from analysis import data
    from analysis.data import addresses, source, wording
    from analysis.data.faults import DataError

    try:
        texts = source.read(*paths)
    except DataError:
        raise
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    faults, covered = source.faults(texts), source.digitised(texts)
    stale, absent = source.unused_names(texts), source.absent_names(texts)
    judged = wording.judge(texts)
    worded, unneeded = wording.faults(judged), wording.unused_exceptions(judged, texts)
    unmet = wording.unused_terms(texts)
    at = addresses.line
    for row in unmet.itertuples():
        print(f"terms.csv, row {row.Index}: {row.term!r} is beside no figure of {row.indicator!r}")
    for row in unneeded.itertuples():
        print(f"exceptions.csv, row {row.Index}: no figure needs it: {row.indicator}, {row.law}")
    for row in itertools.chain(worded.itertuples(), faults.itertuples()):
        where = at(row.document, row.line)
        print(f"{row.document}, line {where}: {row.indicator} {row.printed!r}: {row.fault}")
    for row in stale.itertuples():
        print(f"not_figures.csv, row {row.Index}: {row.printed!r} is not on line {row.line}")
    for row in absent.itertuples():
        print(f"{row.table}.csv, row {row.row}: {row.printed!r} is not on line {row.line}")
    if list_missing:
        gone = source.numbers(texts).query("use == 'missing'")
        for (document, line), rows in gone.groupby(["document", "line"], sort=False):
            print(f"{document}, line {at(document, line)}: {', '.join(rows['number'])}")
    print(_texts_given(texts))
    rows = data.observations()["volume"].isin(texts).sum()
    print(f"{rows - len(faults)} of {rows} observations stand on their line as printed")
    for row in wording.looked_at(judged).itertuples():
        print(f"{row.rows:6} rows looked at: {row.states} ({row.excepted} excepted)")
    if by_document:
        print(covered.to_string(formatters={"percent": "{:.1f}%".format}))
    done, printed = covered["digitised"].sum(), covered["figures"].sum()
    share = f" ({100 * done / printed:.1f}%)" if printed else ""
    print(f"{done} of {printed} printed figures are digitised{share}")
    found = (faults, stale, absent, worded, unneeded, unmet)
    return 1 if any(map(len, found)) else 0


def _texts_given(texts: Mapping[str, list[str]]) -> str:
    """Say of each volume whether its text was given; of an only one, that it is the right one."""
    from analysis import data

    volumes = list(data.load().volumes["volume"])
    if len(volumes) == 1:
        return "the text is the recorded one (SHA-256)"
    told = {True: "the text is the recorded one (SHA-256)", False: "no text given, not looked at"}
    return "\n".join(f"volume {one}: {told[one in texts]}" for one in volumes)


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
    from analysis.data import addresses
    from analysis.page import verdicts

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


def _track(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """Print how each goal stands at the end of each year, and how many stand how."""
    from analysis import goals
    from analysis.data import addresses
    from analysis.page import verdicts

    table = goals.track().drop(columns=["goal", "came"])
    for column in ("indicator", "verdict"):
        if wanted := getattr(options, column):
            if not (table[column] == wanted).any():
                parser.error(f"no goal followed has the {column} {wanted!r}")
            table = table[table[column] == wanted]
    if options.format != "table":
        print(_exported(table, options.format), end="")
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


def _add(options: argparse.Namespace) -> int:
    from dataclasses import fields

    from analysis.data import adding

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


def _draft(path: Path, span: tuple[int, int] | None, year: int | None, entity: str | None) -> int:
    """Print the rows that a text gives; what has to be looked at is counted apart."""
    from analysis import data, drafting
    from analysis.data import edition

    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        first, last = span or (1, len(lines))
        if last > len(lines):
            raise ValueError(f"{path} has {len(lines)} lines, and {last} is beyond them")
        told = drafting.about(
            edition.year() if year is None else year, entity or edition.entity(), data.load()
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
    for row in audit.revisions().itertuples():
        print(
            f"revised ({row.kind}): {row.indicator}, {row.entity}, {row.period}, {row.measure}: "
            f"{row.old:g} {row.unit} in {row.old_volume}, {row.new:.6g} in {row.new_volume} "
            f"({row.direction} by {abs(row.change):.4g})"
        )
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
