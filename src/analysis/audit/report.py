"""Does the yearbook add up? Its figures tested against one another, all of them, by rule.

Sums, shares and growth of parts come from the dictionary, other identities from
``identities.csv``, agreement of documents from the figures themselves. No tolerance is chosen: it
is what the printed digits leave open. Causes that can be argued stand in ``explanations.csv``.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

import pandas as pd

from analysis import data
from analysis.audit import agreement, identities, shares, sums
from analysis.audit.identities import Identity
from analysis.audit.index import Index
from analysis.audit.sums import Breakdown
from analysis.audit.weighing import FAILS, HOLDS, UNDECIDED, Check
from analysis.data import Tables, addresses, vintages
from analysis.data.faults import DataError, Fault
from analysis.data.loading import kept_beside

KINDS = ("sum", "share", "difference", "ratio", "growth", "cross-document", "plausibility")
VERDICTS = (HOLDS, FAILS, UNDECIDED)


# By which figures are tested: formulas, breakdowns of wholes, each part with its whole.
Rules = tuple[list[Identity], list[Breakdown], list[tuple[str, str]]]


class ExplanationError(DataError):
    """An explanation explains nothing any more, or what another explains already."""


def run(frame: pd.DataFrame | None = None) -> pd.DataFrame:
    """Test every identity that the figures of one volume allow and return a row per check.

    Figures of different volumes are not tested against each other, see ``revisions``.

    ``frame`` has the columns of ``data.observations()``, which is the default. Columns:

    - ``check``: its id; ``kind``: one of ``KINDS``; ``verdict``: ``holds``, ``fails`` or
      ``not assessable`` (only an "about" or an "at least", or prices that are not printed, leave
      room for it);
    - ``lines``: the source lines involved, joined by spaces, each with its volume where there are
      several; ``documents``, likewise;
    - ``stated``, ``derived``, ``gap`` (stated less derived) and ``tolerance`` (what the printed
      digits leave open), in ``unit``; a check of ``=`` holds where the gap is within the
      tolerance, or where a printed bound allows it;
    - ``document, entity, indicator, period, status`` of the figure that is tested;
    - ``cause``, ``certainty`` and ``argument`` from ``explanations.csv``, else empty.

    ``page.checks.explained`` adds a sentence to each.

    Raises ``IdentityError`` when an identity cannot be read, and without ``frame``
    ``ExplanationError`` when an explanation fits no check that fails.
    """
    tables = data.load()
    return weighed(checks(frame), tables.explanations, strict=frame is None)


def weighed(
    found: Mapping[str, Check],
    arguments: pd.DataFrame,
    *,
    strict: bool,
    file: str = "explanations.csv",
) -> pd.DataFrame:
    """Return checks as a table, explained; columns as ``run`` gives them.

    ``arguments`` has the columns of ``explanations.csv``; ``strict`` makes an argument that fits no
    failure an ``ExplanationError``, which names ``file``.
    """
    table = pd.DataFrame([_row(one) for one in found.values()], columns=_COLUMNS)
    return _explain(table, arguments, file, strict=strict)


def checks(
    frame: pd.DataFrame | None = None, indicators: pd.DataFrame | None = None
) -> dict[str, Check]:
    """Return every check by its id, in the order of ``KINDS``.

    ``frame`` as for ``run``; ``indicators`` is the dictionary that it is read by, with the columns
    of ``indicators.csv``. Raises ``IdentityError`` when an identity cannot be read.
    """
    tables = data.load()
    if frame is None:
        return _of_the_data(tables)
    return _checks(tables, frame, tables.indicators if indicators is None else indicators)


def figures(ids: Iterable[str]) -> pd.DataFrame:
    """Return the observations behind checks (``ids``), a row each, the tested one first.

    Columns ``check, document, line, indicator``.
    """
    wanted = set(ids)
    return pd.DataFrame(
        [
            (one.check, figure.document, figure.line, figure.indicator)
            for one in checks().values()
            if one.check in wanted
            for figure in one.figures
        ],
        columns=["check", "document", "line", "indicator"],
    )


def tested(frame: pd.DataFrame | None = None) -> pd.Series:
    """Return of each observation whether it stands in a check with another figure.

    Indexed as ``frame``, by default ``data.observations()``. Rules that look at one figure alone
    (a share above 100) count for nothing here.
    """
    found = checks(frame).values()
    rows = {figure.row for one in found if len(one.figures) > 1 for figure in one.figures}
    index = (data.observations() if frame is None else frame).index
    return pd.Series([place in rows for place in range(len(index))], index=index, dtype=bool)


def tested_percent(frame: pd.DataFrame | None = None) -> float:
    """Return the percent of observations that stand in a check with another figure.

    Raises ``ValueError`` for a frame without observations.
    """
    found = tested(frame)
    if found.empty:
        raise ValueError("no observation is no base for a percentage")
    return 100 * float(found.mean())


def tested_by(column: str = "document") -> pd.DataFrame:
    """Return the observations, those in a check, and the percent, for each value of ``column``.

    ``column`` is one of ``data.observations()``; columns ``observations, tested, percent``.
    """
    frame = data.observations().assign(tested=tested())
    table = frame.groupby(column, sort=False)["tested"].agg(["size", "sum"])
    table.columns = pd.Index(["observations", "tested"])
    return table.assign(percent=100 * table["tested"] / table["observations"])


def counts(table: pd.DataFrame | None = None, by: str = "kind") -> pd.DataFrame:
    """Return how many checks hold, fail or are open, and how many there are, for each ``by``.

    ``table`` is that of ``run()``; ``by`` one of its columns (``kind``, ``document``). Columns
    are the verdicts and ``checks``. A check of several documents counts for the one whose figure
    is tested.
    """
    table = run() if table is None else table
    found = pd.crosstab(table[by], table["verdict"]).reindex(columns=list(VERDICTS), fill_value=0)
    order = KINDS if by == "kind" else tuple(dict.fromkeys(table[by]))
    found = found.reindex([one for one in order if one in found.index])
    found.columns.name = None
    return found.assign(checks=found.sum(axis=1))


@kept_beside
def _of_the_data(tables: Tables) -> dict[str, Check]:
    return _checks(tables, data.observations(), tables.indicators)


@kept_beside
def _rules_of(tables: Tables) -> Rules:
    return _rules(tables.identities, tables.indicators)


def _rules(table: pd.DataFrame, indicators: pd.DataFrame) -> Rules:
    """Return the formulas, the breakdowns of wholes, and what is a part of what."""
    formulas = identities.declared(table, indicators)
    wholes = sums.breakdowns(indicators) + identities.breakdowns(formulas)
    return formulas, wholes, sums.parents(indicators)


def _checks(tables: Tables, frame: pd.DataFrame, indicators: pd.DataFrame) -> dict[str, Check]:
    figures = data.as_printed(frame)
    own = indicators is tables.indicators
    formulas, wholes, within = _rules_of(tables) if own else _rules(tables.identities, indicators)
    others = [one for one in formulas if not identities.is_sum(one)]
    found = []
    for volume in vintages.of(figures):
        index = Index(one for one in figures if one.volume == volume)
        found += [
            *sums.checks(index, wholes, within),
            *shares.checks(index, wholes, within),
            *identities.checks(index, others),
            *agreement.through_time(index),
            *agreement.pairs(index),
            *agreement.impossible(index),
        ]
    ordered = sorted(found, key=lambda one: KINDS.index(one.kind))
    if len(by_id := {one.check: one for one in ordered}) < len(ordered):
        twice = [one for one, times in Counter(one.check for one in ordered).items() if times > 1]
        raise ValueError(f"several checks have one id: {', '.join(twice)}")
    return by_id


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
    "document",
    "entity",
    "indicator",
    "period",
    "status",
)


def _row(one: Check) -> tuple[object, ...]:
    weighed, first = one.weighed, one.figures[0] if one.figures else None
    return (
        one.check,
        one.kind,
        _joined(addresses.line(figure.document, figure.line) for figure in one.figures),
        _joined(figure.document for figure in one.figures),
        weighed.stated,
        weighed.derived,
        weighed.gap,
        weighed.tolerance,
        one.unit,
        weighed.verdict,
        first.document if first else one.check.rpartition("/")[2],
        first.entity if first else "",
        first.indicator if first else "",
        first.period if first else "",
        first.status if first else "",
    )


def _joined(values: Iterable[object]) -> str:
    return " ".join(dict.fromkeys(map(str, values)))


def _explain(
    table: pd.DataFrame, arguments: pd.DataFrame, file: str, *, strict: bool
) -> pd.DataFrame:
    """Add the causes that are argued to the failures they are about."""
    failed = set(table.loc[table["verdict"] == FAILS, "check"])
    argued: dict[str, tuple[str, str, str]] = {}
    unfit = []
    for row in arguments.itertuples():
        about = [one for one in failed if fnmatchcase(one, row.check)]
        if strict and not about:
            said = f"no check that fails is {row.check!r}"
            close = difflib.get_close_matches(row.check, failed, n=1)
            remedy = (
                "look for a figure of it that is lost or was changed, or correct the id"
                f"{f' ({close[0]!r} fails)' if close else ''}; remove the explanation where the "
                "page bears the change out"
            )
            unfit.append(Fault(file, row.Index, "check", said, remedy))
        if twice := sorted(argued.keys() & set(about)):
            said = f"{twice[0]!r} is explained already"
            unfit.append(Fault(file, row.Index, "check", said, "keep one of the two"))
        argued |= dict.fromkeys(about, (row.cause, row.certainty, row.reason))
    if unfit:
        raise ExplanationError(unfit)
    columns = ["cause", "certainty", "argument"]
    rows = [argued.get(check, ("", "", "")) for check in table["check"]]
    return table.join(pd.DataFrame(rows, columns=columns, index=table.index, dtype="str"))
