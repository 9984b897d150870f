"""Does the yearbook add up? How far its failing checks are apart, and why they fail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from analysis import data
from analysis.amount import Amount
from analysis.audit import FAILS, Check
from analysis.data import edition
from analysis.printed import Interval

ERRORS = ("slip", "unit", "reprint")  # causes by which a printed figure is wrong
FORMULA = "formula"
OPEN = ("", "unknown")


def only(checks: Iterable[Check], start: str) -> Check:
    """Return the one check whose id begins with ``start``.

    Where volumes about several years have one each, it is that of the report's year.
    Raises ``ValueError`` when there is none or more than one.
    """
    found = [one for one in checks if one.check.startswith(start)]
    found = [one for one in found if f"/{edition.year()}/" in one.check] or found
    if len(found) != 1:
        said = ", ".join(one.check for one in found) or "none"
        raise ValueError(f"one check begins with {start!r}; found: {said}")
    return found[0]


def stated(check: Check) -> Amount:
    """Return what is printed, of a check that tests one figure."""
    return check.figures[0]


def follows(check: Check) -> Amount:
    """Return what the other figures make it, with all the room that rounding leaves the check."""
    weighed = check.weighed
    ends = Interval(weighed.derived - weighed.tolerance, weighed.derived + weighed.tolerance)
    return data.amount(weighed.derived, check.unit, ends)


def apart(check: Check) -> str:
    """Say how far the two numbers of a check are apart: rates in points, else in percent.

    The percentage is of the larger number.
    """
    one, other = check.weighed.stated, check.weighed.derived
    if check.unit in ("%", "‰"):
        return f"{abs(one - other):.1f}" + (" points" if check.unit == "%" else "‰")
    return f"{100 * abs(one - other) / max(abs(one), abs(other)):.2g}%"


def causes(table: pd.DataFrame) -> Mapping[str, int]:
    """Return how many failures there are of each kind of cause.

    ``error``: a number is wrong as it stands; ``periods``: one amount is printed for one year and
    for several; ``kind``: different things, days or degrees of rounding; ``formula``: another way
    to reckon; ``open``: no cause is known.

    ``table`` is that of ``audit.run``: columns ``verdict``, ``kind`` and ``cause``.
    """
    failed = table[table["verdict"] == FAILS]
    cause = failed["cause"]
    # Of the plausibility checks only those of a year among several years call it a reprint.
    periods = (cause == "reprint") & (failed["kind"] == "plausibility")
    found = {
        "error": cause.isin(ERRORS) & ~periods,
        "periods": periods,
        "formula": cause == FORMULA,
        "open": cause.isin(OPEN),
    }
    counted = {name: int(which.sum()) for name, which in found.items()}
    return counted | {"kind": len(failed) - sum(counted.values())}
