"""What may be asked on the command line: the commands, their options, and where each is run."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

FORMATS = ("table", "csv", "json")


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Return the options of the command line.

    ``run`` names the function of this room that does what is asked (``goals.aims``), ``refuse``
    ends with what is wrong with an option and status 2. Raises ``SystemExit`` with that status for
    a command that there is not.
    """
    parser = argparse.ArgumentParser(
        prog="python -m analysis",
        description="Look at the data from a shell: python -m analysis COMMAND.",
    )
    parser.set_defaults(refuse=parser.error)
    commands = parser.add_subparsers(dest="command", required=True)
    for offer in (_data, _goals, _audit, _new):
        offer(_Offered(commands))
    return parser.parse_args(arguments)


class _Offered:
    """Offers commands, each with the option that names the folder of the data."""

    def __init__(self, commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        self.commands = commands
        self.every = argparse.ArgumentParser(add_help=False)
        self.every.add_argument(
            "--data",
            type=Path,
            metavar="FOLDER",
            help="folder with the tables (default: the variable YEARBOOK_DATA, or the project's)",
        )

    def __call__(self, name: str, run: str, does: str) -> argparse.ArgumentParser:
        new = self.commands.add_parser(name, help=does, description=does, parents=[self.every])
        new.set_defaults(run=run)
        return new


def _data(command: _Offered) -> None:
    command("check", "checking.check", "the data against their schema and their own laws")
    command(
        "accept",
        "checking.accept",
        "take what the data hold now as meant: rows of tables, verdicts of checks",
    )
    against = command("source", "against.compare", "the data against the texts of the yearbook")
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
    out = command(
        "export", "writing.everything", "one table of everything, in files for other programs"
    )
    out.add_argument("folder", type=Path, help="where to write them")
    out.add_argument(
        "--form",
        action="append",
        choices=("csv", "parquet", "xlsx", "sqlite"),
        help="only this form; may be given several times (default: all)",
    )


def _goals(command: _Offered) -> None:
    aims = command("goals", "goals.aims", "every target against what came, or its pace")
    aims.add_argument("--as-of", type=int, metavar="YEAR", help="as the end of this year allows")
    aims.add_argument("--document", help="targets of one document (party_report)")
    aims.add_argument("--indicator", help="targets for one indicator, its parts included (gdp)")
    aims.add_argument("--verdict", help="targets with one verdict (met, missed, more)")
    aims.add_argument("--format", choices=FORMATS, default="table")
    aims.add_argument("--reasons", action="store_true", help="say for each why (table)")
    follow = command(
        "track", "goals.follow", "every goal followed over the years that volumes are about"
    )
    follow.add_argument("--indicator", help="goals for one indicator (gdp)")
    follow.add_argument("--verdict", help="rows with one verdict (met, missed, behind)")
    follow.add_argument("--format", choices=FORMATS, default="table")


def _audit(command: _Offered) -> None:
    sums = command("audit", "audit.tell", "the yearbook's figures against one another")
    sums.add_argument("--all", action="store_true", help="print every check, not failures only")
    sums.add_argument(
        "--format", choices=FORMATS, default="table", help="how to print the checks (table)"
    )


def _new(command: _Offered) -> None:
    volume = command(
        "add-volume", "writing.add", "give a volume its row, with the fingerprint of its text"
    )
    volume.add_argument("text", type=Path, help="file with its text")
    volume.add_argument("--volume", required=True, help="the year in its title (2023)")
    volume.add_argument("--year", type=int, required=True, help="the year it is about (2022)")
    for one in ("title-zh", "title-en", "editor", "publisher", "published", "isbn"):
        volume.add_argument(f"--{one}", required=True)
    volume.add_argument(
        "--redistribution", default="", help="what may be passed on (default: as before)"
    )
    new = command(
        "add-document",
        "writing.add",
        "give a document its row, its entry and its file: all or none",
    )
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
    rows = command(
        "draft", "writing.draft", "rows for the figures of a text, as CSV, to be judged by a person"
    )
    rows.add_argument("text", type=Path, help="file with the text")
    rows.add_argument("--lines", type=_lines, metavar="A-B", help="only these lines of it")
    rows.add_argument("--year", type=int, help="the year it tells of (default: the report's)")
    rows.add_argument("--entity", help="the place it tells of (default: the report's)")


def _lines(written: str) -> tuple[int, int]:
    """Read the lines that an option names: 5547-5774, or one."""
    first, _, last = written.partition("-")
    span = [int(one) for one in (first, last or first) if one.isdigit()]
    if len(span) < 2 or not 0 < span[0] <= span[1]:
        raise argparse.ArgumentTypeError(f"{written!r} is no span of lines: write 5547-5774")
    return span[0], span[1]
