"""The form of a period: a year, a day, or an interval of them."""

from __future__ import annotations

from datetime import date

PERIOD = "write a year (2021), a date (2021-12-31), or an interval of them (2017/2021)"


def not_a_period(period: str) -> str:
    """Return what is wrong with a period, or nothing."""
    ends = period.split("/")
    try:
        for end in ends:
            date.fromisoformat(f"{end}-01-01"[:10] if len(end) == 4 else f"{end}-01"[:10])
    except ValueError as error:
        return f"{period!r} is no period ({error})"
    return "" if len(ends) == 1 or ends[0] < ends[1] else f"{period!r} does not run forward"
