"""Does the yearbook add up? Its figures tested against one another, all of them, by rule.

Sums, shares and growth of parts come from the dictionary, other identities from
``identities.csv``, agreement of documents from the figures themselves. No tolerance is chosen: it
is what the printed digits leave open. Causes that can be argued stand in ``explanations.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

import pandas as pd

from analysis import data
from analysis.audit import agreement, identities, shares, sums
from analysis.audit.index import Index
from analysis.audit.weighing import FAILS, HOLDS, OPEN, Check
from analysis.data.faults import DataError, Fault

KINDS = ("sum", "share", "difference", "ratio", "growth", "cross-document", "plausibility")
VERDICTS = (HOLDS, FAILS, OPEN)


class ExplanationError(DataError):
    """An explanation explains nothing any more, or what another explains already."""


def run(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Test every identity that the figures allow and return a row per check.

    ``frame`` has the columns of ``data.observations()``, which is the default. Columns:

    - ``check``: its id; ``kind``: one of ``KINDS``; ``verdict``: ``holds``, ``fails`` or
      ``not assessable`` (only an "about" or an "at least", or prices that are not printed, leave
      room for it);
    - ``lines``: the source lines involved, joined by spaces; ``documents``, likewise;
    - ``stated``, ``derived``, ``gap`` (stated less derived) and ``tolerance`` (what the printed
      digits leave open), in ``unit``; a check of ``=`` holds where the gap is within the
      tolerance, or where a printed bound allows it;
    - ``document, entity, indicator, period, status`` of the figure that is tested;
    - ``explanation``: a sentence, and where a cause can be argued another; ``cause`` and
      ``certainty`` from ``explanations.csv``, else empty.

    Raises ``IdentityError`` when an identity cannot be read, and without ``frame``
    ``ExplanationError`` when an explanation fits no check that fails.
    """
    tables = data.load()
    observations = data.observations() if frame is None else frame
    return weighed(observations, tables.indicators, tables.explanations, strict=frame is None)


def weighed(
    frame: pd.DataFrame,
    indicators: pd.DataFrame,
    arguments: pd.DataFrame,
    *,
    strict: bool,
    file: str = "explanations.csv",
) -> pd.DataFrame:
    """Return the checks of ``frame`` by a dictionary, explained; columns as ``run`` gives them.

    ``indicators`` and ``arguments`` have the columns of ``indicators.csv`` and
    ``explanations.csv``; ``strict`` makes an argument that fits no failure an
    ``ExplanationError``, which names ``file``.
    """
    found = _checks(frame, indicators)
    units = data.units().to_dict("index")
    table = pd.DataFrame([_row(one, units) for one in found], columns=_COLUMNS)
    return _explain(table, arguments, file, strict=strict)


def figures(checks: Iterable[str]) -> pd.DataFrame:
    """Return the observations behind ``checks`` (ids), a row each, the tested one first.

    Columns ``check, document, line, indicator``.
    """
    wanted = set(checks)
    return pd.DataFrame(
        [
            (one.check, figure.document, figure.line, figure.term.indicator)
            for one in _checks(data.observations())
            if one.check in wanted
            for figure in one.figures
        ],
        columns=["check", "document", "line", "indicator"],
    )


def coverage(frame: pd.DataFrame | None = None) -> float:
    """Return the percent of observations that stand in a check with another figure.

    Rules that look at one figure alone (a share above 100) count for nothing here.
    """
    return 100.0 * len(_covered(frame)) / len(data.observations() if frame is None else frame)


def coverage_by(column: str = "document") -> pd.DataFrame:
    """Return the observations, those in a check, and the percent, for each value of ``column``.

    ``column`` is one of ``data.observations()``; columns ``observations, tested, percent``.
    """
    frame = data.observations()
    tested = frame.index.isin(sorted(_covered(None)))
    table = frame.assign(tested=tested).groupby(column, sort=False)["tested"].agg(["size", "sum"])
    table.columns = ["observations", "tested"]
    return table.assign(percent=100 * table["tested"] / table["observations"])


def summary(table: pd.DataFrame | None = None, by: str = "kind") -> pd.DataFrame:
    """Return how many checks hold, fail or are open, and how many there are, for each ``by``.

    ``table`` is that of ``run()``; ``by`` one of its columns (``kind``, ``document``). Columns
    are the verdicts and ``checks``. A check of several documents counts for the one whose figure
    is tested.
    """
    table = run() if table is None else table
    counts = pd.crosstab(table[by], table["verdict"]).reindex(columns=VERDICTS, fill_value=0)
    order = KINDS if by == "kind" else dict.fromkeys(table[by])
    counts = counts.reindex([one for one in order if one in counts.index])
    counts.columns.name = None
    return counts.assign(checks=counts.sum(axis=1))


def _checks(frame: pd.DataFrame, indicators: pd.DataFrame | None = None) -> list[Check]:
    tables = data.load()
    indicators = tables.indicators if indicators is None else indicators
    index = Index(frame)
    formulas = identities.declared(tables.identities, indicators)
    wholes = sums.breakdowns(indicators) + identities.breakdowns(formulas)
    found = [
        *sums.checks(index, wholes, indicators),
        *shares.checks(index, wholes, indicators),
        *identities.checks(index, [one for one in formulas if not identities.is_sum(one)]),
        *agreement.through_time(index),
        *agreement.pairs(index),
        *agreement.impossible(index),
    ]
    return sorted(found, key=lambda one: KINDS.index(one.kind))


def _covered(frame: pd.DataFrame | None) -> set[int]:
    found = _checks(data.observations() if frame is None else frame)
    return {figure.row for one in found if len(one.figures) > 1 for figure in one.figures}


_COLUMNS = (
    "check",
    "kind",
    "lines",
    "documents",
    "stated",
    "derived",
    "gap",
    "tolerance",
    "unit",
    "verdict",
    "explanation",
    "document",
    "entity",
    "indicator",
    "period",
    "status",
)


def _row(one: Check, units: dict[str, dict]) -> tuple:
    weighed, first = one.weighed, one.figures[0] if one.figures else None
    return (
        one.check,
        one.kind,
        _joined(figure.line for figure in one.figures),
        _joined(figure.document for figure in one.figures),
        weighed.stated,
        weighed.derived,
        weighed.gap,
        weighed.tolerance,
        one.unit,
        weighed.verdict,
        _sentence(one, units),
        first.document if first else one.check.rpartition("/")[2],
        first.term.entity if first else "",
        first.term.indicator if first else "",
        first.period if first else "",
        first.term.status if first else "",
    )


def _joined(values: Iterable[object]) -> str:
    return " ".join(dict.fromkeys(map(str, values)))


def _sentence(one: Check, units: dict[str, dict]) -> str:
    """Return what was found in plain English."""
    weighed = one.weighed
    stated, derived = (
        _amount(value, one.unit, units) for value in (weighed.stated, weighed.derived)
    )
    gap, room = (_amount(x, one.unit, units, 3) for x in (abs(weighed.gap), weighed.tolerance))
    subject = one.subject[:1].upper() + one.subject[1:]
    said = f"{subject}: {stated} {one.stands}; {one.basis} {derived}"
    if weighed.verdict == HOLDS:
        apart = abs(weighed.gap) > 1e-9 * abs(weighed.stated) and one.relation == "="
        return f"{said}, which {one.room} allows." if apart else f"{said}."
    if one.aside:
        return f"{said}: {one.aside}."
    if weighed.verdict == OPEN:
        return f"{said}: an about, an at least or an at most leaves room for both."
    return f"{said}: a gap of {gap}, where {one.room} allows {room}."


def _amount(value: float, unit: str, units: dict[str, dict], digits: int = 6) -> str:
    """Return an amount in its base unit, in English."""
    if not unit:
        return _digits(value, digits)
    value *= units[unit]["factor"]
    unit = units[unit]["base"]
    base = units[unit]
    word = base["name_en"].partition(" (")[0]
    if base["dimension"] in ("ratio", "rate per thousand"):
        return _digits(value, digits) + (
            "%" if base["dimension"] == "ratio" else "\N{PER MILLE SIGN}"
        )
    if base["dimension"] == "money" and abs(value) >= 1e6:
        size, word = (1e9, "billion yuan") if abs(value) >= 1e9 else (1e6, "million yuan")
        value /= size
    if base["dimension"] == "count":
        return _digits(value, digits)
    return f"{_digits(value, digits)} {word}"


def _digits(value: float, digits: int) -> str:
    text = f"{value:,.0f}" if abs(value) >= 10 ** (digits - 1) else f"{value:,.{digits}g}"
    return text.replace("-", "\N{MINUS SIGN}")


def _explain(
    table: pd.DataFrame, arguments: pd.DataFrame, file: str, *, strict: bool
) -> pd.DataFrame:
    """Add the causes that are argued to the failures they are about."""
    table = table.assign(cause="", certainty="")
    failed = table.index[table["verdict"] == FAILS]
    for row in arguments.itertuples():
        about = [at for at in failed if fnmatchcase(table.at[at, "check"], row.check)]
        if strict and not about:
            said = f"no check that fails is {row.check!r}"
            raise _unfit(file, row.Index, said, "remove the explanation, or correct the id")
        for at in about:
            if table.at[at, "cause"]:
                said = f"{table.at[at, 'check']!r} is explained already"
                raise _unfit(file, row.Index, said, "keep one of the two")
            table.loc[at, ["cause", "certainty"]] = [row.cause, row.certainty]
            table.at[at, "explanation"] += f" {row.certainty.capitalize()}: {row.reason}"
    return table


def _unfit(file: str, row: int, problem: str, remedy: str) -> ExplanationError:
    return ExplanationError([Fault(file, row, "check", problem, remedy)])
