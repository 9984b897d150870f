"""Goals followed over the years as volumes arrive: how far, how fast, and whether it is enough."""

from __future__ import annotations

import pandas as pd

from analysis import data
from analysis.amount import Amount
from analysis.data import Figure, edition
from analysis.goals import judging, kinds, paces, record, starting
from analysis.goals.judging import Judgement
from analysis.goals.record import Record, first_year, last_year
from analysis.goals.starting import Standing

MET, MISSED, MET_EARLY = "met", "missed", "met early"
ON_TRACK, BEHIND, NOT_PRINTED = "on track", "behind", "not printed"
START = "start"

COLUMNS = [
    "indicator", "entity", "document", "line", "period", "measure", "kind", "target", "unit",
    "year", "outturn", "outturn_document", "outturn_line", "time_gone", "way_covered",
    "needed_at_first", "needed_now", "needed_unit", "verdict", "goal", "came",
]  # fmt: skip
_NUMBERS = ("target", "outturn", "time_gone", "way_covered", "needed_at_first", "needed_now")


def track(*, of: Record | None = None) -> pd.DataFrame:
    """Follow every goal from the year it was set in, to the latest year that is printed.

    ``of`` is the record, by default of the data in use. A goal is measured from the end of the
    year before its first; one for a single year, of the year that its document is about. Returns a
    row a goal and year, with columns

    - ``indicator, entity, document, line, period, measure, kind, target, unit``: the goal;
    - ``year``; ``outturn`` (in ``unit``; of a sum all that was done so far, of growth percent a
      year so far), ``outturn_document, outturn_line``;
    - ``time_gone``: percent of the goal's years; ``way_covered``: percent of the way from the
      start to the goal, missing where it was reached before it began;
    - ``needed_at_first, needed_now``: what each year to come needs, as seen from the start and
      from ``year``, in ``needed_unit`` (percent of growth where it is a rate);
    - ``verdict``: ``start`` (the line it starts from), ``met``, ``missed``, ``met early``,
      ``on track`` (it needs no more now than it did at first), ``behind``, ``not printed``;
    - ``goal, came``: the goal and the outturn as amounts.

    With one volume there is the line that each goal starts from, and the verdict of those due.
    """
    of = record.read() if of is None else of
    latest = max(
        (last_year(one.period) for one in of.figures if _is_communique(one)),
        default=edition.year(),
    )
    set_in = data.documents()["year"]
    rows = [
        row
        for goal in of.targets
        for row in _follow(of, goal, int(set_in.get(goal.document, edition.year())), latest)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(_NUMBERS, "float64"))
    return table.astype({"outturn_line": "Int64"})


def _is_communique(figure: Figure) -> bool:
    """Tell what shows that a year is over: its communique prints an outturn of it."""
    return figure.status == "outturn" and figure.document in edition.communiques()


def _follow(of: Record, goal: Figure, set_in: int, latest: int) -> list[dict[str, object]]:
    kind, end = kinds.kind(goal), last_year(goal.period)
    if goal.measure in kinds.RATES:
        first = starting.base_year(goal)
    else:
        first = first_year(goal.period) - 1 if "/" in goal.period else min(set_in, end - 1)
    start = starting.standing(of, goal, kind, first)
    if starting.begins_anew(kind, goal, start, end - first):
        kind = kinds.SUM
        start = starting.standing(of, goal, kind, first)
    asked = _needed(goal, kind, start, first)
    return [
        _row(of, goal, kind, (first, year, end), start=start, asked=asked)
        for year in range(max(first, set_in), min(end, latest) + 1)
    ]


def _row(
    of: Record,
    goal: Figure,
    kind: str,
    years: tuple[int, int, int],
    *,
    start: Standing,
    asked: Amount | None,
) -> dict[str, object]:
    first, year, end = years
    at = start if year == first else starting.standing(of, goal, kind, year)
    came = starting.outturn(goal, kind, at, year)[0]
    if year == first and kind in (*kinds.AMOUNTS, kinds.GROWTH):
        came = None  # nothing of it is done yet
    needed = _needed(goal, kind, at, year) if year < end else None
    row: dict[str, object] = {
        name: getattr(goal, name)
        for name in ("indicator", "entity", "document", "line", "period", "measure", "unit")
    }
    row |= {
        "kind": kind, "target": goal.value, "goal": goal, "year": year, "came": came,
        "time_gone": 100 * (year - first) / (end - first),
        "way_covered": 0.0 if year == first else _covered(goal, kind, start, at),
        "needed_at_first": None if asked is None else asked.value,
        "needed_now": None if needed is None else needed.value,
        "needed_unit": "" if asked is None else asked.unit,
        "verdict": _verdict(goal, kind, years, at=at, asked=asked, needed=needed),
    }  # fmt: skip
    if came is not None:
        row["outturn"] = came.value
    if at.figures:
        row |= {"outturn_document": at.figures[0].document, "outturn_line": at.figures[0].line}
    return row


def _verdict(
    goal: Figure,
    kind: str,
    years: tuple[int, int, int],
    *,
    at: Standing,
    asked: Amount | None,
    needed: Amount | None,
) -> str:
    first, year, end = years
    if year == end:
        due = judging.judge_due(goal, kind, *starting.outturn(goal, kind, at, end)).verdict
        return due if due in (MET, MISSED) else NOT_PRINTED
    found = judging.judge(goal, kind, at, year)
    if found.verdict == judging.REACHED:
        return MET_EARLY
    if year == first:
        return START
    if kind in kinds.LIMITS and at.start is not None:
        return BEHIND if found.verdict == judging.MORE else ON_TRACK
    if needed is None or asked is None or not _known(kind, at):
        return NOT_PRINTED
    return BEHIND if judging.compare(needed, asked) == judging.MORE else ON_TRACK


def _known(kind: str, at: Standing) -> bool:
    return (at.so_far if kind in (*kinds.AMOUNTS, kinds.GROWTH) else at.start) is not None


def _needed(goal: Figure, kind: str, at: Standing, year: int) -> Amount | None:
    """Return what each year to come needs: a rate of growth, points, or an amount."""
    if kind in kinds.LIMITS or year >= last_year(goal.period):
        return None
    found: Judgement = judging.judge(goal, kind, at, year)
    return found.needed if kind in (kinds.LEVEL, kinds.GROWTH) else found.asked


def _covered(goal: Figure, kind: str, start: Standing, at: Standing) -> float | None:
    """Return the percent of the way from the start to the goal that lies behind."""
    target = judging.exactly(goal)
    if kind == kinds.GROWTH:
        if at.so_far is None:
            return None
        years = last_year(goal.period) - starting.base_year(goal)
        whole = (1 + paces.a_year(goal).to("").value) ** years - 1
        return 100 * (at.so_far.value - 1) / whole if whole else None
    if kind == kinds.SUM:
        return None if at.so_far is None or not goal.value else 100 * (at.so_far / target).value
    if kind == kinds.PER_YEAR or start.start is None or at.start is None:
        return None
    way = (target - start.start).value
    if way > 0 or (way and kind in kinds.LIMITS):
        return 100 * (at.start - start.start).value / way
    return None  # it stood there already: there is no way to cover
