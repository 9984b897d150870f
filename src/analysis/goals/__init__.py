"""Targets, forecasts and claims against what came, over years."""

from analysis.goals.assessing import assess
from analysis.goals.counting import ending, once, tally
from analysis.goals.judging import Reason
from analysis.goals.tracking import track

__all__ = ["Reason", "assess", "ending", "once", "tally", "track"]
