"""What becomes of claims about five years beside the last year's figures and beside each other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from analysis.amount import Amount
from analysis.audit.agreement import MANY
from analysis.data import Figure, edition
from analysis.formulas.growth import percent_a_year
from analysis.goals import claims, record
from analysis.goals.record import Record, alike, span

NEAR = 2  # percent of what was expected within which it came nearly true


@dataclass(frozen=True)
class Grown:
    """Growth that a report claims up to an expected level, and what the outturn makes of it.

    ``base`` is the level that claim and expected level (``stated``) imply for the first year;
    ``reached`` the percent from it to ``came``.
    """

    claim: Figure
    stated: Figure
    base: Amount
    came: Figure
    reached: Amount

    @property
    def beyond(self) -> Amount:
        """Percent that what came is above what was expected: ``came / stated - 1``."""
        return (self.came / self.stated - 1).to("%")

    @property
    def close(self) -> bool:
        """Tell whether what came is at most ``NEAR`` percent off what was expected."""
        return abs(self.beyond.value) <= NEAR


def grown(document: str, last: int | None = None, *, of: Record | None = None) -> dict[str, Grown]:
    """Return a document's claims of growth over five years, by indicator, that have an outturn."""
    return {
        row.indicator: Grown(row.claim, row.stated, row.base, row.came, row.reached)
        for row in claims.claims(None, last, of=of).dropna(subset=["outturn"]).itertuples()
        if row.document == document
    }


def paces(last: int | None = None, *, of: Record | None = None) -> dict[str, Any]:
    """Return a row of ``goals.claims.paces`` an indicator: the last document's that claims it."""
    return {row.indicator: row for row in claims.paces(None, last, of=of).itertuples()}


@dataclass(frozen=True)
class InSum:
    """A sum over several years, and the amount of the last of them that another place prints."""

    total: Figure
    year: Figure

    @property
    def share(self) -> Amount:
        """The year in percent of the sum."""
        return (self.year / self.total).to("%")

    @property
    def same(self) -> bool:
        """Tell whether both are one number, too large for all of it to fall in one year."""
        return self.year.at == self.total.at and self.total.value >= MANY


def in_sums(documents: Collection[str], years: int, *, of: Record | None = None) -> list[InSum]:
    """Return each sum of ``documents`` over ``years`` to the edition's, beside the last's amount.

    In the order of the documents, each indicator once. Of several places that print the year it is
    the first that prints it without a bound. What stands at its end is no amount of it.
    """
    of = record.read() if of is None else of
    year, found = edition.year(), dict[str, InSum]()
    for total in of.figures:
        if (total.status, total.measure) != ("outturn", "level") or total.document not in documents:
            continue
        if span(total.period) != years or not total.period.endswith(str(year)):
            continue
        if not total.base or total.dimension in ("rank", "time") or not total > 0:
            continue
        own = [
            one
            for one in alike(of.of(total), total)
            if one.measure == "level" and one.period == str(year)
        ]
        own.sort(key=lambda one: one.bound != "=")
        if own and total.indicator not in found:
            found[total.indicator] = InSum(total, own[0].in_unit(total.unit, total.factor))
    return list(found.values())


def net_gain(stock: Amount, rate: Amount, years: int) -> Amount:
    """Return how much a stock gained in ``years`` at ``rate`` percent a year."""
    return stock * (1 - (1 + rate.to("")) ** -years)


def worked_back(last: Amount, rate: Amount, years: int) -> Amount:
    """Return the sum of ``years`` amounts that grew evenly by ``rate`` percent to ``last``."""
    return last * sum(((1 + rate.to("")) ** -ago for ago in range(1, years)), start=1.0)


def as_high_as_before(last: Amount, rate: Amount, years: int) -> Amount:
    """Return the sum of ``years`` amounts had each been what ``last`` grew from by ``rate``."""
    return last * (1 + (years - 1) / (1 + rate.to("")))


def in_other_years(claimed: Amount, last: Amount, years: int, *, still: int = 1) -> Amount:
    """Return what growth a year is left for other years when ``still`` of them brought none.

    ``claimed`` percent a year over ``years``, of which the last brought ``last`` percent.
    """
    before = (1 + claimed.to("")) ** years / (1 + last.to(""))
    return percent_a_year(before, years - 1 - still)
