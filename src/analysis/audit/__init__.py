"""Does the yearbook add up? Its figures tested against one another, all of them, by rule."""

from analysis.audit.report import (
    KINDS,
    VERDICTS,
    ExplanationError,
    coverage,
    coverage_by,
    figures,
    run,
    summary,
)
from analysis.audit.weighing import FAILS, HOLDS, OPEN

__all__ = [
    "FAILS",
    "HOLDS",
    "KINDS",
    "OPEN",
    "VERDICTS",
    "ExplanationError",
    "coverage",
    "coverage_by",
    "figures",
    "run",
    "summary",
]
