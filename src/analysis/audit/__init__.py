"""Does the yearbook add up? Its figures tested against one another, all of them, by rule."""

from analysis.audit.report import (
    KINDS,
    VERDICTS,
    ExplanationError,
    checks,
    counts,
    figures,
    run,
    tested,
    tested_by,
    tested_percent,
)
from analysis.audit.revisions import revisions
from analysis.audit.weighing import FAILS, HOLDS, UNDECIDED, Check

__all__ = [
    "FAILS",
    "HOLDS",
    "KINDS",
    "UNDECIDED",
    "VERDICTS",
    "Check",
    "ExplanationError",
    "checks",
    "counts",
    "figures",
    "revisions",
    "run",
    "tested",
    "tested_by",
    "tested_percent",
]
