"""Targets, forecasts and claims against what came, over years."""

from analysis.goals.assessing import assess
from analysis.goals.judging import Reason

__all__ = ["Reason", "assess"]
