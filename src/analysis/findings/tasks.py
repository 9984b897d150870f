"""What is printed of the year's tasks: what came, and of what a rate is a rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis import data, printed
from analysis.amount import Amount
from analysis.data import Figure, edition
from analysis.goals import tasks

# Of what a printed rate is a rate.
TASK, PROBLEMS, BUDGET, BUILDING, VACCINE = "task", "problems", "budget", "building", "vaccine"
LIST = "list"
OF_WHAT = (TASK, PROBLEMS, BUDGET, BUILDING, VACCINE, LIST)
# Whose entries call them rates of a task, though their kind is none: document and indicator.
CALLED_TASKS = (
    ("shangba_township", "covid_vaccination.first_dose"),
    ("shangba_township", "high_standard_farmland.village_project"),
)
PUT_RIGHT = "整改"  # in the name of what says how many of the problems found were put right
OFFICE = ".investment_promotion"  # how the amounts end that single offices attracted
TARGETS = {  # an amount attracted or invested, and by how much it is said to pass its task
    "investment_promotion.funds": "investment_promotion.funds_above_target",
    "fixed_investment": "fixed_investment.above_target",
}


def rates() -> pd.DataFrame:
    """Return every printed rate of completion once, with ``of`` what it is: one of ``OF_WHAT``.

    Columns as ``goals.tasks.completions`` has them, and ``of``. A rate that one entry prints
    twice is one; "all" in words is none.
    """
    found = tasks.completions(is_rate)
    found = found.drop_duplicates(["entity", "indicator", "document", "completion"])
    known = data.indicators().loc[found["indicator"], ["name_zh", "unit"]]
    of = [
        of_what(row.indicator, name, row.document, unit)
        for row, (name, unit) in zip(found.itertuples(), known.to_numpy(), strict=True)
    ]
    return found.assign(of=of).reset_index(drop=True)


def is_rate(one: Figure) -> bool:
    """Tell whether a figure is a percent of completion, or of problems put right, in digits."""
    put_right = one.status == "outturn" and one.unit == "%" and PUT_RIGHT in one.name_zh
    return (tasks.completion(one) or put_right) and not printed.in_words(one.printed)


def of_what(indicator: str, name_zh: str, document: str, unit: str) -> str:
    """Return what a rate is a rate of.

    The finance bureau's are of the budget. A thing whose own unit is percent is known by nothing
    but how far it is built. A rate of vaccinated people is of those due, or of those who had the
    dose before. Services to residents, and items that an office supervises, are lists worked off.
    What its entry calls a task (``CALLED_TASKS``) is one, whatever its kind.
    """
    if (document, indicator) in CALLED_TASKS:
        return TASK
    if document == "finance_bureau":
        return BUDGET
    if PUT_RIGHT in name_zh:
        return PROBLEMS
    if unit == "%":
        return BUILDING
    if indicator.startswith(("practical_tasks.", "commerce_supervision.")):
        return LIST
    return VACCINE if indicator.startswith("covid_vaccination.") else TASK


def of_tasks(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rates of tasks; one that a line prints of several things at once counts once."""
    told = found[found["of"] == TASK]
    return told.drop_duplicates(["entity", "document", "line", "completion"])


@dataclass(frozen=True)
class Reported:
    """What a place reports of a task: the amount ``done``, and the ``task`` if it can be told.

    The task is ``done / rate`` where a rate is printed, ``done - excess`` where it is printed by
    how much the task was passed, else ``None``.
    """

    done: Figure
    task: Amount | None = None


def reported(done: Figure, rate: Amount | None = None, excess: Amount | None = None) -> Reported:
    """Return what a place reports, from the amount and the rate or the excess beside it."""
    if rate is not None:
        return Reported(done, (done / rate.to("")).to(done.unit, done.factor))
    return Reported(done, None if excess is None else done - excess)


def of_places(indicator: str, kind: str = "township") -> dict[str, Reported]:
    """Return what places of a kind report of one of ``TARGETS``, by place, most done first."""
    of_kind = data.entities()["kind"]
    amounts = _by_place(indicator, "level", of_kind, kind)
    with_rate = _by_place(indicator, "completion", of_kind, kind)
    beyond = _by_place(TARGETS[indicator], "level", of_kind, kind)
    found = {
        place: reported(done, with_rate.get(place), beyond.get(place))
        for place, done in amounts.items()
    }
    return dict(sorted(found.items(), key=lambda one: -one[1].done.value))


def of_offices() -> list[Figure]:
    """Return what offices say they attracted from outside in the edition's year, each once."""
    found = data.figures(status="outturn", measure="level", period=str(edition.year()))
    own = {
        one.indicator: one
        for one in found
        if one.indicator.endswith(OFFICE) and one.dimension == "money"
    }
    return list(own.values())


def shared(places: Mapping[str, Reported]) -> tuple[str, ...]:
    """Return the places that can all have had one and the same task: the largest such group.

    The ends of what rounding leaves open of each task are tried: as many as possible overlap at
    one of them.
    """
    told = {place: one.task for place, one in places.items() if one.task is not None}
    groups = [
        tuple(place for place, task in told.items() if task.low <= at.low <= task.high)
        for at in told.values()
    ]
    return max(groups, key=len, default=())


def _by_place(
    indicator: str, measure: str, of_kind: Mapping[str, str], kind: str
) -> dict[str, Figure]:
    found = data.figures(indicator=indicator, measure=measure, status="outturn")
    return {one.entity: one for one in found if of_kind[one.entity] == kind}
