"""Public finance: what was spent on what, what was planned, and two accounts of one sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from analysis.amount import Amount, total


def without_purpose(spent: Amount, purposes: Mapping[str, Amount]) -> Amount:
    """Return the spending for which no purpose is printed: ``spent`` less all ``purposes``.

    Raises ``ValueError`` for purposes that may be more than was spent.
    """
    left = spent - total(purposes.values())
    if not left > 0:
        raise ValueError(f"{', '.join(purposes)} may come to more than was spent: {left} are left")
    return left


def planned_growth(growth: Amount, completion: Amount) -> Amount:
    """Return by how many percent a budget counted on more than came in the year before.

    ``(1 + growth) / completion - 1``: of the year's level, ``1/completion`` was planned and
    ``1/(1 + growth)`` came before, so that the level itself drops out.
    """
    return ((1 + growth.to("")) / completion.to("") - 1).to("%")


def nontax_by_taxes(own: Amount, collected: Amount, passed: Iterable[Amount]) -> Amount:
    """Return the non-tax revenue that all taxes collected leave to a budget.

    Its tax is what was ``collected`` less what was ``passed`` up; the rest of ``own`` is not tax.
    """
    return own - (collected - total(passed))


def nontax_by_all(every: Amount, apart: Iterable[Amount]) -> Amount:
    """Return the non-tax revenue that that of all budgets leaves to one: less the others'."""
    return every - total(apart)


def nearest(amount: Amount, candidates: Mapping[str, Amount]) -> str | None:
    """Return the key of the candidate that lies nearest, whatever the rounding; else ``None``.

    Its greatest possible distance is less than the least possible distance of every other.
    """
    gaps = {key: amount - one for key, one in candidates.items()}
    most = {key: max(abs(gap.low), abs(gap.high)) for key, gap in gaps.items()}
    least = {key: max(0.0, gap.low, -gap.high) for key, gap in gaps.items()}
    first = min(most, key=lambda key: most[key])
    return first if all(most[first] < least[key] for key in gaps if key != first) else None
