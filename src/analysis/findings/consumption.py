"""Consumption and trade: who sold what is bought here."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.amount import Amount


@dataclass(frozen=True)
class Outside:
    """What was sold by others than those who should have: ``least`` of it, and its ``share``.

    ``share`` is the percent of these others' own sales.
    """

    least: Amount
    share: Amount


def sold_by_others(bought: Amount, sold: Amount, others: Amount) -> Outside:
    """Return what consumers must have bought from other sellers.

    Consumers ``bought`` more than one kind of seller ``sold`` to everybody, so at least
    ``bought - sold`` came from the others, whose sales to everybody are ``others``. Raises
    ``ValueError`` where it may have been none, or more than the others sold.
    """
    least = bought - sold
    if not (least > 0 and least < others):
        raise ValueError(f"{least} is no part of {others}: the sales are not of the same sellers")
    return Outside(least, (least / others).to("%"))
