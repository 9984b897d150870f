"""Targets, forecasts and claims against what came, over years."""

from analysis.goals.assessing import ABOVE, MET, OPEN, WITHIN, YEAR, assess

__all__ = ["ABOVE", "MET", "OPEN", "WITHIN", "YEAR", "assess"]
