"""Investment and property: what shares and rates tell where no amount is printed.

The yearbook prints how investment is shared out and how fast each share grew, so that the shares
of the year before follow; and of offices and places what they attracted and what they invested.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analysis import data
from analysis.amount import Amount, percent
from analysis.data import Figure, edition
from analysis.formulas import growth

# The indicators of money attracted and money invested: an office's stand behind its name.
OF_OFFICES = {"investment_promotion": "attracted", "fixed_investment": "invested"}
OF_PLACES = {"investment_promotion.funds": "attracted", "fixed_investment": "invested"}


@dataclass(frozen=True)
class Part:
    """One part of investment: its ``share`` and ``rate`` of growth, as printed.

    ``before`` is its share of the year before and ``part_of_growth`` its part of the growth of
    all, both in percent.
    """

    share: Figure
    rate: Figure
    before: Amount
    part_of_growth: Amount


def parts(shares: Sequence[Figure]) -> list[Part]:
    """Return the parts of a whole of which only shares and growth are printed, in their order.

    Shares stand in for levels: ``before = share / (1 + rate)`` over the sum of these, and a part
    brought ``(share - share / (1 + rate))`` of the sum of these. Raises ``UnknownFigure`` for a
    part whose growth is not printed, ``ValueError`` as ``growth.contributions`` does.
    """
    rates = [share.growth for share in shares]
    split = growth.contributions(pd.DataFrame({"level": shares, "growth": rates}, dtype=object))
    whole = sum(split["base"])
    return [
        Part(share, rate, percent(base / whole), part)
        for share, rate, base, part in zip(
            shares, rates, split["base"], split["share_of_growth"], strict=True
        )
    ]


def attracted_and_invested() -> pd.DataFrame:
    """Return who prints both money attracted from outside and fixed investment, for the year.

    Indexed by office (what stands before the dot of its indicators) or entity; columns
    ``attracted, invested`` (figures; of one printed twice, the first). The district itself, which
    prints no investment, is not among them.
    """
    rows: dict[str, dict[str, Figure]] = {}
    for one in data.figures(period=str(edition.year()), measure="level", status="outturn"):
        office, _, kind = one.indicator.partition(".")
        at_office = one.entity == edition.entity()
        column = OF_OFFICES.get(kind) if at_office else OF_PLACES.get(one.indicator)
        if column:
            rows.setdefault(office if at_office else one.entity, {}).setdefault(column, one)
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["attracted", "invested"])
    return table.dropna().rename_axis("who")
