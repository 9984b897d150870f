"""Laws of what joins figures: starts to targets, events to figures, places to one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from analysis.data import dictionary_laws, ordering
from analysis.data.faults import Fault
from analysis.data.law import Laws, distinct
from analysis.data.loading import Tables, rows

_COLUMNS = ("document", "line", "indicator", "period", "measure")
_target = attrgetter(*_COLUMNS)
_start = attrgetter(*(f"start_{column}" for column in _COLUMNS))
# What a figure of each of these roles is worked into, and cannot be without.
_WORKED_INTO = {
    "start": ("add", "times", "over"),
    "pace": ("pace_times", "pace_over", "pace_add"),
    "pace_add": ("pace_add_times",),
}


def _starts(tables: Tables) -> Iterable[Fault]:
    """A start joins a target to an outturn; what is worked into one figure is of one kind."""
    aims = {_target(row) for row in rows(tables) if row.status == "target"}
    came = defaultdict(set)
    for row in rows(tables):
        if row.status == "outturn":
            came[_target(row)].add(row.value)
    groups: dict[tuple[object, ...], list[Any]] = {}
    for row in rows(tables, "starts"):
        target, start = _target(row), _start(row)
        groups.setdefault(target, []).append(row)
        if target not in aims:
            problem = f"no target stands as {' '.join(map(str, target))}"
            remedy = _meant(target, aims) or (
                "restore the target if its file lost it, or write its five cells as it has them"
            )
            yield Fault("starts.csv", row.Index, "indicator", problem, remedy)
        found = len(came[start])
        if found != 1:
            problem = f"{found} outturns stand as {' '.join(map(str, start))}, not one"
            remedy = "" if found else _meant(start, came)
            remedy = remedy or (
                "restore the outturn if its file lost it, or name exactly one as it stands there"
            )
            yield Fault("starts.csv", row.Index, "start_indicator", problem, remedy)
    for group in groups.values():
        yield from _one_start(group)


def _meant(named: ordering.Key, known: Iterable[ordering.Key]) -> str:
    """Return what to do about a name that is one cell away from what there is; else nothing."""
    close = ordering.one_off(named, known)
    if close is None:
        return ""
    here, there = next(
        (one, other) for one, other in zip(named, close, strict=True) if one != other
    )
    return f"write {there} for {here} if that one is meant; else restore what stood there"


def _one_start(group: list[Any]) -> Iterable[Fault]:
    """The rows of one target have one start at most, with all that is worked into it."""
    for row in [row for row in group if row.role == "start"][1:]:
        problem, remedy = "its target has another start above", "make it one: 'add' or 'also'"
        yield Fault("starts.csv", row.Index, "role", problem, remedy)
    for main, others in _WORKED_INTO.items():
        first = next((row for row in group if row.role == main), None)
        for row in [row for row in group if row.role in others]:
            if first is None:
                problem = f"{row.role!r} of a target that has no {main!r}"
                remedy = f"write its {main!r} above it"
                yield Fault("starts.csv", row.Index, "role", problem, remedy)
            elif row.kind != first.kind:
                problem = f"is {row.kind!r}, but of the {main} {first.kind!r}"
                remedy = "write the kind of the figure that they make together on each of them"
                yield Fault("starts.csv", row.Index, "kind", problem, remedy)


def _neighbours(tables: Tables) -> Iterable[Fault]:
    """A neighbour is another entity, or the Chinese name of what is none."""
    known = {row.entity for row in rows(tables, "entities")}
    for row in rows(tables, "neighbours"):
        if row.neighbour == row.entity:
            problem, remedy = f"{row.entity!r} is no neighbour of itself", "name the neighbour"
            yield Fault("neighbours.csv", row.Index, "neighbour", problem, remedy)
        elif row.neighbour not in known and not dictionary_laws.CHINESE.fullmatch(row.neighbour):
            problem = f"{row.neighbour!r} is neither an entity nor a Chinese name"
            remedy = "name one of entities.csv, or write the name of what is none"
            yield Fault("neighbours.csv", row.Index, "neighbour", problem, remedy)


def _events(tables: Tables) -> Iterable[Fault]:
    """An event lies in its document's year; a figure of it is one of that document's."""
    about = {row.document: row.year for row in rows(tables, "documents")}
    key = attrgetter("document", "indicator", "period", "measure")
    known = set(map(key, rows(tables)))
    for row in rows(tables, "events"):
        named = key(row)
        if int(row.date[:4]) != about[row.document]:
            problem = f"{row.date} is not in {about[row.document]}, which {row.document} tells of"
            yield Fault("events.csv", row.Index, "date", problem, "correct the date")
        if any(named[1:]) and named not in known:
            problem = f"no observation is {', '.join(named)}"
            remedy = _meant(named, known) or (
                "restore the observation if its file lost it, or name one, or leave the three empty"
            )
            yield Fault("events.csv", row.Index, "indicator", problem, remedy)


_COMPARED = 3


def _comparisons(tables: Tables) -> Iterable[Fault]:
    """What is compared is shown in a unit of its kind, and a doubt has its reason."""
    base = {row.unit: row.base for row in rows(tables, "units")}
    kinds = {row.entity: row.kind for row in rows(tables, "entities")}
    places = Counter(
        (row.indicator, kinds[row.entity]) for row in distinct(rows(tables), "indicator", "entity")
    )
    usual = {row.indicator: row.unit for row in rows(tables, "indicators")}
    for row in rows(tables, "comparisons"):
        printed_in = usual[row.indicator]
        if base[row.unit] != base[printed_in]:
            problem = f"{row.unit!r} is of another kind than {printed_in!r}, its indicator's unit"
            yield Fault("comparisons.csv", row.Index, "unit", problem, "use a unit of that kind")
        if (found := places[row.indicator, row.group]) < _COMPARED:
            problem = f"{found} places of the kind {row.group!r} have {row.indicator!r}"
            remedy = "restore rows that are lost, or correct the group: it takes three"
            yield Fault("comparisons.csv", row.Index, "group", problem, remedy)
        if bool(row.reason) != (row.ranked != "yes"):
            problem = f"goes with a ranking {row.ranked!r}: {row.reason!r}"
            remedy = "say what stands in the way of a ranking, and nothing where nothing does"
            yield Fault("comparisons.csv", row.Index, "reason", problem, remedy)


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _starts: ("starts",),
    _neighbours: ("neighbours",),
    _events: ("events",),
    _comparisons: ("comparisons",),
}
