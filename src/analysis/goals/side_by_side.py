"""Two documents side by side, and what is claimed of some years beside the last of them.

Rows are matched by indicator, entity, period and measure, never by hand. A goal is the number it
states, so goals agree or differ exactly; a claim is a printed figure and agrees within rounding.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis import data
from analysis.formulas import growth
from analysis.goals import reports
from analysis.goals.baseline import FIRST, YEAR, interval, scale
from analysis.printed import Interval

SAME = "same"
BOUND = "same number, other bound"
ROUNDING = "same within rounding"
DIFFERENT = "different number"
ONLY_A = "only the first"
ONLY_B = "only the second"

_KEY = ["indicator", "entity", "period", "measure"]
_SIDE = ["line", "printed", "value", "unit", "bound"]


def side_by_side(first: str, second: str, *, statuses: Collection[str], ends: int) -> pd.DataFrame:
    """Set everything that two documents print for periods ending in one year side by side.

    ``first`` and ``second`` name the documents; ``statuses`` says what is looked at (``target``,
    or ``outturn`` and ``forecast``); ``ends`` is the year. Returns a row a thing, in the order of
    the first document and then of the second: ``indicator, entity, period, measure, theme,
    name_en``, then ``line, printed, value, unit, bound`` of each with ``_a`` and ``_b``, and
    ``verdict``: ``SAME``, ``BOUND`` (one prints a floor or a ceiling), ``ROUNDING`` (claims whose
    rounding intervals meet), ``DIFFERENT``, ``ONLY_A``, ``ONLY_B``.

    Raises ``ValueError`` when one document prints two numbers for one thing.
    """
    frame = data.observations()
    frame = frame[
        frame["status"].isin(statuses)
        & (frame["period"].str.split("/").str[-1].str[:4] == str(ends))
    ]
    sides = [_once(frame[frame["document"] == one]) for one in (first, second)]
    both = sides[0].merge(
        sides[1], on=[*_KEY, "theme", "name_en"], how="outer", suffixes=("_a", "_b")
    )
    both["verdict"] = [_verdict(row) for row in both.itertuples()]
    both = both.sort_values(["place_a", "place_b"], na_position="last", ignore_index=True)
    numbered = [f"{name}_{side}" for side in "ab" for name in _SIDE]
    return both[[*_KEY, "theme", "name_en", *numbered, "verdict"]]


def sums(first: int = 2017, last: int = YEAR) -> pd.DataFrame:
    """Set each sum over the years ``first`` to ``last`` beside its last year and the next sum.

    Returns a row a claim that has either: ``indicator, document, line, total, unit, bound``,
    ``mean`` (a year, in ``unit``); ``year`` (the communique's amount of ``last``), ``year_line``,
    ``share_low, share_high`` (that year as percent of the mean, with rounding); ``next`` (what is
    asked for over as many years to come), ``next_document, next_line``, and ``ratio`` (percent
    that it is of the sum). Amounts are in ``unit``; what is not printed is missing.
    """
    frame = data.observations()
    span = last - first + 1
    levels = frame[frame["measure"] == "level"]
    claimed = levels[
        (levels["period"] == f"{first}/{last}")
        & (levels["status"] == "outturn")
        & ~levels["dimension"].isin(["ratio", "rank", "time"])
    ]
    year = levels[
        (levels["period"] == str(last))
        & (levels["document"] == FIRST)
        & (levels["status"] == "outturn")
    ]
    later = levels[
        (levels["period"] == f"{last + 1}/{last + span}") & (levels["status"] == "target")
    ]
    rows = []
    for row in claimed.itertuples():
        came, asked = _match(row, year), _match(row, later)
        if came is None and asked is None:
            continue
        entry = {name: getattr(row, name) for name in ("indicator", "document", "line")}
        entry |= {"total": row.value, "unit": row.unit, "bound": row.bound}
        entry["mean"] = row.value / span
        if came is not None:
            share = interval(came) / (interval(row) / span) * 100
            entry |= {"year": came.base_value / scale(row), "year_line": came.line}
            entry |= {"share_low": share.low, "share_high": share.high}
        if asked is not None:
            entry |= {"next": asked.base_value / scale(row), "next_line": asked.line}
            entry |= {"next_document": asked.document}
            entry["ratio"] = 100 * asked.base_value / row.base_value
        rows.append(entry)
    return pd.DataFrame(rows)


def paces(first: int = 2016, last: int = YEAR) -> pd.DataFrame:
    """Part the growth from ``first`` to ``last`` into its last year and the years before.

    Growth over all the years is what leads from the base that a claim implies to the outturn, or
    a claimed rate a year compounded. Returns a row a claim of growth whose last year's growth the
    communique prints: ``indicator, document, line, bound``, ``claimed`` (percent a year),
    ``total_low, total_high`` (percent over all the years), ``year, year_measure, year_line``
    (growth of ``last``), and ``before_low, before_high`` (percent a year of the years before it;
    missing where the last year's growth is real and the claim's need not be).
    """
    frame = data.observations()
    year = frame[
        (frame["document"] == FIRST)
        & (frame["period"] == str(last))
        & frame["measure"].isin(["growth", "growth_real"])
    ].sort_values("measure", kind="stable")  # current prices before comparable ones
    rows = []
    for row in _growth_claims(frame, first, last).itertuples():
        came = _match(row, year)
        if came is None:
            continue
        entry = {name: getattr(row, name) for name in ("indicator", "document", "line", "bound")}
        entry |= {"claimed": row.claimed, "total_low": row.total_low, "total_high": row.total_high}
        entry |= {"year": came.value, "year_measure": came.measure, "year_line": came.line}
        if came.measure == "growth":
            total = Interval(row.total_low, row.total_high)
            rest = growth.without(total, Interval(came.low, came.high))
            before = growth.annual(rest, last - first - 1)
            entry |= {"before_low": before.low, "before_high": before.high}
        rows.append(entry)
    return pd.DataFrame(rows)


def _growth_claims(frame: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Return claims of growth with their yearly rate and their growth over all the years."""
    rates = frame[
        (frame["measure"] == "growth_pa")
        & (frame["period"] == f"{first + 1}/{last}")
        & (frame["status"] == "outturn")
    ]
    years = last - first
    totals = [
        (growth.compound(1.0, Interval(row.low, row.high), years) - 1) * 100
        for row in rates.itertuples()
    ]
    rates = rates.assign(
        claimed=rates["value"],
        total_low=[one.low for one in totals],
        total_high=[one.high for one in totals],
    )
    since = reports.claims(first, last).dropna(subset=["growth_low"])
    since = since.rename(
        columns={"annual": "claimed", "growth_low": "total_low", "growth_high": "total_high"}
    ).assign(bound="=", base_unit="%")
    columns = ["indicator", "entity", "document", "line", "bound", "base_unit", "claimed"]
    columns += ["total_low", "total_high"]
    return pd.concat([since[columns], rates[columns]], ignore_index=True)


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one row a thing; a figure printed twice counts once."""
    kept = rows.drop_duplicates([*_KEY, "base_value", "bound"])
    twice = kept[kept.duplicated(_KEY, keep=False)]
    if not twice.empty:
        raise ValueError(
            f"{twice.iloc[0]['document']} prints two numbers for one thing: "
            + "; ".join(f"{row.indicator}, line {row.line}" for row in twice.itertuples())
        )
    columns = [*_KEY, "theme", "name_en", *_SIDE, "status", "low", "high", "base_value"]
    return kept[columns].assign(place=range(len(kept)))


def _verdict(row) -> str:
    if pd.isna(row.line_b):
        return ONLY_A
    if pd.isna(row.line_a):
        return ONLY_B
    if abs(row.base_value_a - row.base_value_b) <= 1e-9 * abs(row.base_value_a):
        return SAME if row.bound_a == row.bound_b else BOUND
    if "target" in (row.status_a, row.status_b):
        return DIFFERENT
    ends = [
        Interval(low * base / value, high * base / value)
        for low, high, base, value in (
            (row.low_a, row.high_a, row.base_value_a, row.value_a),
            (row.low_b, row.high_b, row.base_value_b, row.value_b),
        )
    ]
    return ROUNDING if ends[0].overlaps(ends[1]) else DIFFERENT


def _match(row, among: pd.DataFrame):
    found = among[
        (among["indicator"] == row.indicator)
        & (among["entity"] == row.entity)
        & (among["base_unit"] == row.base_unit)
    ]
    return next(found.itertuples(), None)
