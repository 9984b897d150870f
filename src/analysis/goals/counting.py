"""How many targets there are of each verdict: every page, and the shell, counts here."""

from __future__ import annotations

import pandas as pd

from analysis.goals.judging import VERDICTS
from analysis.goals.record import last_year

GOAL = ["entity", "indicator", "period", "measure", "target"]


def once(targets: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``assess`` without those in which a document says the same again.

    What two documents set is two targets: each can be asked for what it promised.
    """
    return targets.drop_duplicates(["document", *GOAL])


def apart(targets: pd.DataFrame) -> pd.DataFrame:
    """Return rows of ``assess`` with each goal once, however many documents set it.

    What several set with one number is one goal, the first document's; ``GOAL`` names the columns
    that make it one.
    """
    return targets.drop_duplicates(GOAL)


def ending(targets: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the goals of a year: rows of ``assess`` whose period ends in ``year``, each once.

    As ``apart`` tells them; where documents set different numbers, each is one.

    Raises ``LookupError`` where none of them ends in ``year``, with the years in which some do.
    """
    ends = targets["period"].map(last_year)
    if not (ends == year).any():
        years = ", ".join(f"{one:.0f}" for one in sorted(set(ends.dropna())))
        raise LookupError(f"no target ends in {year}; targets end in {years}")
    return apart(targets[ends == year])


def tally(targets: pd.DataFrame) -> pd.Series:
    """Return how many of the targets have each verdict, each target counted once.

    Indexed by all of ``judging.VERDICTS`` in their order; zero where there are none.
    """
    found = once(targets)["verdict"].value_counts()
    return found.reindex(VERDICTS, fill_value=0).rename("targets")
