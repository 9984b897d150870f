"""Tasks of the year, as the printed rates of completion tell them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis import data
from analysis.amount import Amount
from analysis.data import Figure
from analysis.goals import record
from analysis.goals.record import Record, agreed

OVER, MET, UNDER = "over", "met", "under"

_TASKS = [
    "entity", "entity_en", "document", "line", "indicator", "name_en", "completion", "result",
    "amount", "unit", "implied_target", "rate", "done", "task",
]  # fmt: skip


def completion(one: Figure) -> bool:
    """Tell whether a figure is a rate of completion that came."""
    return (one.status, one.measure) == ("outturn", "completion")


def completions(
    which: Callable[[Figure], bool] = completion, *, of: Record | None = None
) -> pd.DataFrame:
    """List every printed completion rate, and the task that it implies where an amount stands by.

    ``which`` chooses the figures that are such rates, if others than those of ``completion``.

    Returns a row a rate: ``entity, entity_en, document, line, indicator, name_en``;
    ``completion`` (percent); ``result`` (``over``, ``met``, ``under``: above, at, or below 100 as
    printed); ``amount, unit`` (the outturn on the same line, else missing); ``implied_target``
    (``amount / completion``, in ``unit``); and as amounts ``rate``, ``done``, ``task``.

    Raises ``AmbiguousFigure`` when two amounts of one thing stand on the line.
    """
    of = record.read() if of is None else of
    names = data.entities()["name_en"]
    rows = []
    for rate in of.figures:
        if not which(rate):
            continue
        done = _beside(of, rate)
        task: Amount | None = None
        if done is not None and rate > 0:
            task = done / rate.to("")
        rows.append({
            "entity": rate.entity, "entity_en": names.get(rate.entity, rate.entity),
            "document": rate.document, "line": rate.line, "indicator": rate.indicator,
            "name_en": rate.name_en, "completion": rate.value,
            "result": OVER if rate.value > 100 else MET if rate.value == 100 else UNDER,
            "amount": done.value if done is not None and task is not None else None,
            "unit": done.unit if done is not None and task is not None else "",
            "implied_target": None if task is None else task.value,
            "rate": rate, "done": done, "task": task,
        })  # fmt: skip
    table = pd.DataFrame(rows, columns=_TASKS)
    return table.astype({"amount": "float64", "implied_target": "float64"})


def _beside(of: Record, rate: Figure) -> Figure | None:
    found = [
        one
        for one in of.of(rate)
        if one is not rate
        and one.measure == "level"
        and (one.document, one.line, one.period[:4]) == (rate.document, rate.line, rate.period[:4])
    ]
    return agreed(found) if found else None
