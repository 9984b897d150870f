"""What the volumes to come must print, if goals are to be reached on a steady path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.amount import Amount
from analysis.data import Figure
from analysis.goals import ending, kinds, paces, steady

_PLACE = ["document", "line", "indicator", "period", "measure"]


@dataclass(frozen=True)
class Watched:
    """A goal that is followed.

    ``first`` is the year that it starts from; ``path`` where it has to stand at the end of each
    year, by ``steady.at_least``; ``came`` what came by the years that are over, ``status`` where
    the last of them leaves it, a verdict of ``goals.track``. ``needs`` is what each year needs as
    seen from the first, and ``brought`` what the first year brought: percent of growth, points of
    a share, of a sum an amount. ``whole`` says that ``brought`` is of just what is followed; else,
    as with new firms of which closed ones are not taken off, it is of something near. Where it is
    an amount, the path divides evenly what is missing, as ``goals.assess`` does.
    ``real`` says that ``brought`` leaves price rises out, ``verdict`` how ``goals.assess`` has the
    two compare.
    """

    goal: Figure
    kind: str
    first: int
    path: Mapping[int, Amount]
    came: Mapping[int, Amount]
    status: str
    needs: Amount | None
    brought: Amount | None
    whole: bool
    real: bool
    verdict: str

    def going_on(self) -> dict[int, Amount]:
        """Return where each year would leave a level if all grew as the first one did.

        By ``onward``. Empty where that cannot be compared with the path, as
        with a real rate of growth of what is counted in yuan.
        """
        start = self.came.get(self.first)
        if self.kind != kinds.LEVEL or start is None or self.brought is None or not self.whole:
            return {}
        if self.brought.base or (self.real and self.goal.dimension == "money"):
            return {}
        return onward(start, self.brought, self.path)


def watched(
    tracked: pd.DataFrame, assessed: pd.DataFrame, indicators: Iterable[str], year: int
) -> dict[str, Watched]:
    """Return the goals for ``year`` that are to be followed, in the order of ``indicators``.

    ``tracked`` is of ``goals.track``, ``assessed`` of ``goals.assess`` as of the goals' first
    year. Where two reports set different numbers the later one's counts. Left out is what has no
    steady path: another kind of goal, one without a start, and one that was reached before its
    first year.
    """
    judged = assessed.drop_duplicates(_PLACE).set_index(_PLACE)
    aims = ending(tracked, year)
    found = {}
    for indicator in indicators:
        for aim in aims[aims["indicator"] == indicator][::-1].itertuples():
            rows = tracked[(tracked[_PLACE] == [getattr(aim, name) for name in _PLACE]).all(axis=1)]
            one = _watched(rows, judged)
            if one.path:
                found[indicator] = one
                break
    return found


def _watched(rows: pd.DataFrame, judged: pd.DataFrame) -> Watched:
    first, last = rows.iloc[0], rows.iloc[-1]
    goal, kind, year = first["goal"], str(first["kind"]), int(first["year"])
    start = first["came"] if isinstance(first["came"], Amount) else None
    before = judged.loc[tuple(first[name] for name in _PLACE)]
    evenly = before["pace_measure"] == paces.ADDED
    path = steady.steady(goal, kind, start, year, evenly=evenly)
    return Watched(
        goal=goal,
        kind=kind,
        first=year,
        path={one: steady.at_least(needed, goal.dimension) for one, needed in path.items()},
        came={int(row.year): row.came for row in rows.itertuples() if row.came is not None},
        status=str(last["verdict"]),
        needs=_needs(path, year, by_rate=kind == kinds.LEVEL and not evenly),
        brought=before["reason"].figures.get("had"),
        whole=before["pace_kind"] in ("", "same", before["start_kind"]),
        real=before["pace_measure"] == "growth_real",
        verdict=str(before["verdict"]),
    )


def _needs(path: Mapping[int, Amount], first: int, *, by_rate: bool) -> Amount | None:
    if not path:
        return None
    now, then = path[first], path[first + 1]
    return (then / now - 1).to("%") if by_rate and now > 0 else then - now


def onward(start: Amount, rate: Amount, years: Iterable[int]) -> dict[int, Amount]:
    """Return where a level would stand at the end of each of ``years`` at one rate of growth.

    ``start * (1 + rate) ** gone``; ``start`` is of the first of ``years``.
    """
    first, *_ = years = list(years)
    factor = 1 + rate.to("")
    return {year: start * factor ** (year - first) for year in years}


def behind(planned: Mapping[str, Amount], paths: Mapping[str, Watched], year: int) -> list[str]:
    """Return what would fall behind its path in a year that comes out as planned.

    ``planned`` is the level that is planned, by indicator; what is not watched is left out.
    """
    return [
        one
        for one, level in planned.items()
        if one in paths and level.value < paths[one].path[year].to(level.unit, level.factor).value
    ]


def still_needed(one: Watched, level: Amount, year: int) -> Amount | None:
    """Return what each year after ``year`` needs if a level then stands at ``level``.

    On the steady path from there, in percent of growth: ``(goal / level) ** (1 / years) - 1``.
    ``None`` where ``level`` has reached the goal, or no year is left.
    """
    path = steady.steady(one.goal, one.kind, level, year)
    return _needs(path, year, by_rate=one.kind == kinds.LEVEL)
