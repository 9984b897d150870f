"""What the data are held to: ``check`` lists what is wrong, ``accept`` takes it as meant."""

from __future__ import annotations

import argparse

from analysis import data
from analysis.audit import accepted
from analysis.audit import laws as declared
from analysis.data import laws, loading
from analysis.data.faults import Fault, counted


def check(_: argparse.Namespace) -> int:
    """Print every fault, or how many rows each law looked at."""
    tables, faults = look()
    if not faults:
        faults = accepted.faults(tables, data.folder())
    for name, rows in laws.count(tables).items():
        print(f"{name:20}{rows:6} rows")
    for fault in faults:
        print(fault)
    if not faults:
        for states, rows in (laws.looked_at(tables) | declared.looked_at(tables)).items():
            print(f"{rows:6} rows looked at: {states}")
    print(counted(faults) if faults else "all sound")
    return 1 if faults else 0


def look() -> tuple[data.Tables, list[Fault]]:
    """Read the tables, whatever is kept, and return with them what breaks their form or a law."""
    # Who asks for a check wants these files looked at.
    tables, faults = data.read_all()
    if not faults:
        loading.keep(tables)
    # A fault without a row and with a column is of a row that is lost, in a file that can be read.
    unread = {fault.file for fault in faults if fault.row or not fault.column}
    if faults := faults or laws.broken_laws(tables) or declared.broken_laws(tables):
        # Rows that are lost come first: what they leave behind looks wrong in many other places.
        faults = accepted.lost(tables, unread) + faults
    return tables, faults


def accept(_: argparse.Namespace) -> int:
    """Write what the sound data hold now, and print what is other than before."""
    tables, faults = look()
    for fault in faults:
        print(fault)
    if faults:
        print(f"{counted(faults)}, nothing is accepted")
        return 1
    for kind, name, was, now in accepted.accept(tables, data.folder()):
        print(f"{kind} {name}: {was or 'none'} -> {now or 'none'}")
    return 0
