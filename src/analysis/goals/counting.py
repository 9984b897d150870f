"""How many targets there are of each verdict: every page, and the shell, counts here."""

from __future__ import annotations

import pandas as pd

from analysis.goals.judging import VERDICTS
from analysis.goals.record import last_year

_GOAL = ["entity", "indicator", "period", "measure", "target"]


def once(targets: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``assess`` without those in which a document says the same again.

    What two documents set is two targets: each can be asked for what it promised.
    """
    return targets.drop_duplicates(["document", *_GOAL])


def ending(targets: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the goals of a year: rows of ``assess`` whose period ends in ``year``, each once.

    A goal that several documents set with one number is one goal, the first document's; where
    they set different numbers, each is one.
    """
    return targets[targets["period"].map(last_year) == year].drop_duplicates(_GOAL)


def tally(targets: pd.DataFrame) -> pd.Series:
    """Return how many of the targets have each verdict, each target counted once.

    Indexed by all of ``judging.VERDICTS`` in their order; zero where there are none.
    """
    found = once(targets)["verdict"].value_counts()
    return found.reindex(VERDICTS, fill_value=0).rename("targets")
