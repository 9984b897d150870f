"""Do the figures of other places add up? Tested by the rules that the yearbook's are tested by.

Each place is held against itself: sectors and output, shares, growth of parts, output a resident,
births and deaths. Causes that can be argued stand in ``data/context/explanations.csv``.
"""

from __future__ import annotations

import pandas as pd

from analysis import data
from analysis.audit import report
from analysis.audit.weighing import Check
from analysis.data import context
from analysis.data.loading import kept_beside


def run() -> pd.DataFrame:
    """Return a row for each check that the figures of other places allow.

    Columns as in ``report.run``; ``entity`` is the place, ``document`` the source, and ``lines``
    are rows of ``data/context/figures.csv``. Raises ``ExplanationError`` when an explanation fits
    no check that fails.
    """
    arguments = data.load().context_explanations
    return report.weighed(checks(), arguments, strict=True, file="context/explanations.csv")


def checks() -> dict[str, Check]:
    """Return every check of them by its id, see ``report.checks``."""
    return _of(data.load())


@kept_beside
def _of(_: data.Tables) -> dict[str, Check]:
    return report.checks(context.observations(), context.indicators().reset_index())
