"""Look at the data from a shell: ``python -m analysis COMMAND``; ``--help`` lists them."""

from __future__ import annotations

import importlib
import io
import os
import sys
from typing import cast

from analysis.commands import options as asked

# Of data that break their laws these tell, or write nothing that adds to it.
_OF_ANY_DATA = ("check", "accept", "add-volume", "add-document")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit status: 0 when all is well, 1 when not.

    ``arguments`` are those of the command line, by default the program's own. Raises
    ``SystemExit`` with status 2 for a command that there is not.
    """
    options = asked.parse(arguments)
    # The rooms of the package bring pandas, a second of it: each command imports those it needs.
    from analysis import data
    from analysis.data.faults import DataError

    if options.data is not None:
        data.use(options.data)
    module, _, name = options.run.partition(".")
    try:
        if options.command not in _OF_ANY_DATA:
            _sound()
        run = getattr(importlib.import_module(f"analysis.commands.{module}"), name)
        return cast(int, run(options))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1


def _sound() -> None:
    """Refuse what breaks a law of the data: it would stop a computation, without saying where."""
    from analysis import data
    from analysis.data import kept, laws
    from analysis.data.faults import DataError

    tables = data.load()
    if broken := kept.once(data.folder(), "laws", lambda: laws.broken_laws(tables)):
        raise DataError(broken)


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
