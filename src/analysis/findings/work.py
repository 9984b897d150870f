"""Work: whom a rate of unemployment covers."""

from __future__ import annotations

from analysis.amount import Amount


def labour_force(unemployed: Amount, rate: Amount) -> Amount:
    """Return how many people a rate of unemployment covers: ``unemployed / rate``."""
    return unemployed / rate.to("")
