"""How the figures were read, and how many of them each step touched."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from analysis import audit, data

# What the review of the dictionary changed, a row a change; it stands beside the data.
REVIEW = Path(__file__).parents[3] / "docs" / "dictionary_review.csv"
MOVED = re.compile(r", line \d+: (?:period|status|indicator)$")  # of a figure, not of its name


def moved(review: pd.DataFrame) -> int:
    """Return how many figures a review gave another date, status or indicator.

    ``review`` has the columns of ``docs/dictionary_review.csv``, of which ``column`` says what was
    changed: of a figure ``DOCUMENT, line LINE: COLUMN``.
    """
    return int(review["column"].str.contains(MOVED).sum())


def steps() -> pd.Series:
    """Return how many figures each step of the work touched, by the name of the step."""
    documents = data.documents()
    twice = data.observations()["document"].isin(documents.index[documents["readings"] > 1])
    failing = {
        figure.row
        for one in audit.checks().values()
        if one.weighed.verdict == audit.FAILS
        for figure in one.figures
    }
    return pd.Series(
        {
            "Copied": len(twice),
            "Copied twice": int(twice.sum()),
            "Checked against another figure": int(audit.tested().sum()),
            "In a check that fails": len(failing),
            "Dated or filed anew": moved(pd.read_csv(REVIEW)),
        }
    )
