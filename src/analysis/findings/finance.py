"""Public finance: what was spent on no named purpose."""

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
