"""Public finance: what was spent on no named purpose, and which account of a sum is nearest."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.amount import Amount, total


def without_purpose(spent: Amount, purposes: Mapping[str, Amount]) -> Amount:
    """Return the spending for which no purpose is printed: ``spent`` less all ``purposes``.

    Raises ``ValueError`` for purposes that may be more than was spent.
    """
    left = spent - total(purposes.values())
    if not left > 0:
        raise ValueError(f"{', '.join(purposes)} may come to more than was spent: {left} are left")
    return left


def nearest(amount: Amount, candidates: Mapping[str, Amount]) -> str | None:
    """Return the key of the candidate that lies nearest, whatever the rounding; else ``None``.

    Its greatest possible distance is less than the least possible distance of every other.
    """
    gaps = {key: amount - one for key, one in candidates.items()}
    most = {key: max(abs(gap.low), abs(gap.high)) for key, gap in gaps.items()}
    least = {key: max(0.0, gap.low, -gap.high) for key, gap in gaps.items()}
    first = min(most, key=lambda key: most[key])
    return first if all(most[first] < least[key] for key in gaps if key != first) else None
