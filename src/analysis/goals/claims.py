"""What reports claim of the years gone by: growth, and the last year beside those before."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.amount import Amount
from analysis.data import Figure, edition
from analysis.formulas.growth import percent_a_year
from analysis.goals import record
from analysis.goals.paces import a_year
from analysis.goals.record import Record, agreed, alike, settled

_CLAIMS = [
    "indicator", "entity", "document", "line", "growth", "level", "unit", "status", "annual",
    "base_low", "base_high", "outturn", "growth_low", "growth_high", "claim", "stated", "base",
    "came", "reached", "reached_annual",
]  # fmt: skip
_PACES = [
    "indicator", "document", "line", "bound", "claimed", "total_low", "total_high", "year",
    "year_measure", "year_line", "before_low", "before_high", "claim", "total", "last", "before",
]  # fmt: skip


def claims(
    first: int | None = None, last: int | None = None, *, of: Record | None = None
) -> pd.DataFrame:
    """Work out what each claim of growth from ``first`` to ``last`` implies.

    By default of the five years to the edition's. Returns a row a claim with a level of ``last``
    in the same document: ``indicator, entity, document, line, growth, level, unit, status``;
    ``annual`` (percent a year); ``base_low, base_high`` (the level of ``first`` that both imply,
    with rounding); ``outturn`` (of ``last`` in the communique, in ``unit``); ``growth_low,
    growth_high`` (what growth comes to from that base to the outturn, percent; missing where the
    base may be zero); and as amounts
    ``claim, stated`` (growth and level), ``base``, ``came``, ``reached`` (percent over the years)
    and ``reached_annual`` (percent a year).

    Raises ``AmbiguousFigure`` when a document prints two levels of one thing.
    """
    of = record.read() if of is None else of
    first, last = _years(first, last)
    rows = []
    for claim in of.figures:
        if (claim.measure, claim.period) != ("growth", f"{first}/{last}") or claim.base:
            continue
        if claim.status == "target":
            continue
        levels = _levels(of.of(claim, "outturn", "forecast"), last)
        own = [one for one in levels if one.document == claim.document]
        if not own:
            continue
        stated = agreed(own)
        base = stated / (1 + claim.to(""))
        row: dict[str, object] = {
            "indicator": claim.indicator, "entity": claim.entity, "document": claim.document,
            "line": claim.line, "growth": claim.value, "level": stated.value,
            "unit": stated.unit, "status": claim.status, "annual": a_year(claim).value,
            "base_low": base.low, "base_high": base.high, "claim": claim, "stated": stated,
            "base": base,
        }  # fmt: skip
        came = _of_communique(alike(levels, stated))
        if came is not None:
            came = came.in_unit(stated.unit, stated.factor)
            row |= {"came": came, "outturn": came.value}
            if base > 0:
                times = came / base
                reached = (times - 1).to("%")
                row |= {
                    "reached": reached, "growth_low": reached.low, "growth_high": reached.high,
                }  # fmt: skip
                if came > 0:
                    row |= {"reached_annual": percent_a_year(times, last - first)}
        rows.append(row)
    return _table(rows, _CLAIMS, ("outturn", "growth_low", "growth_high"))


def paces(
    first: int | None = None, last: int | None = None, *, of: Record | None = None
) -> pd.DataFrame:
    """Part the growth from ``first`` to ``last`` into its last year and the years before.

    By default of the five years to the edition's. Growth over all the years is what leads from
    the base that a claim implies to the outturn, or a claimed rate a year compounded. Returns a
    row a claim of growth whose last year's growth the communique prints: ``indicator, document,
    line, bound``; ``claimed`` (percent a year); ``total_low, total_high`` (percent over all the
    years); ``year, year_measure, year_line`` (growth of ``last``, at current prices where that is
    printed); ``before_low, before_high`` (percent a year of the years before it; missing where
    the last year's growth is real and the claim's need not be); and as amounts ``claim, total,
    last, before``.
    """
    of = record.read() if of is None else of
    first, last = _years(first, last)
    known: list[tuple[Figure, Amount, Amount]] = [
        (row.claim, a_year(row.claim), row.reached)
        for row in claims(first, last, of=of).dropna(subset=["growth_low"]).itertuples()
    ]
    for rate in of.figures:
        if (rate.status, rate.measure) == ("outturn", "growth_pa") and (
            rate.period == f"{first + 1}/{last}"
        ):
            known.append((rate, rate, ((1 + rate.to("")) ** (last - first) - 1).to("%")))
    rows = []
    for claim, annual, total in known:
        year = _growth_of(of.of(claim), last)
        if year is None:
            continue
        row: dict[str, object] = {
            "indicator": claim.indicator, "document": claim.document, "line": claim.line,
            "bound": claim.bound, "claimed": annual.value, "total_low": total.low,
            "total_high": total.high, "year": year.value, "year_measure": year.measure,
            "year_line": year.line, "claim": claim, "total": total, "last": year,
        }  # fmt: skip
        if year.measure == "growth" and last - first > 1:
            times = (1 + total.to("")) / (1 + year.to(""))
            before = percent_a_year(times, last - first - 1)
            row |= {"before": before, "before_low": before.low, "before_high": before.high}
        rows.append(row)
    return _table(rows, _PACES, ("before_low", "before_high"))


def _years(first: int | None, last: int | None) -> tuple[int, int]:
    last = edition.year() if last is None else last
    return (last - 5 if first is None else first), last


def _levels(found: Iterable[Figure], year: int) -> list[Figure]:
    return [one for one in found if one.measure == "level" and one.period in edition.periods(year)]


def _of_communique(found: Iterable[Figure]) -> Figure | None:
    printed = [
        one for one in found if one.document in edition.communiques() and one.status == "outturn"
    ]
    return settled(printed)[0] if printed else None


def _growth_of(found: list[Figure], year: int) -> Figure | None:
    for measure in ("growth", "growth_real"):
        rates = [one for one in found if one.measure == measure and one.period == str(year)]
        if (rate := _of_communique(rates)) is not None:
            return rate
    return None


def _table(
    rows: list[dict[str, object]], columns: list[str], numbers: tuple[str, ...]
) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(numbers, "float64"))
