"""Consumption and trade: retail sales beside what residents say that they spend."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.amount import Amount
from analysis.findings.each import of_all


def times_spending(
    sales: Amount, spent: Mapping[str, Amount], people: Mapping[str, Amount]
) -> Amount:
    """Return retail sales as a multiple of what all residents spend by the survey of households.

    ``sales / sum(spent * people)``, a plain number; ``spent`` a head and ``people`` by group. The
    two count different things, so the multiple of another place tells what is usual.
    Raises ``ValueError`` when the groups are none or not the same.
    """
    return sales / of_all(spent, people)
