"""Whether what was expected of a year is a plan written down as met."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.amount import Amount
from analysis.data import Figure, edition
from analysis.goals import forecasts, record
from analysis.goals.record import Record, agreed


@dataclass(frozen=True)
class Expected:
    """A level expected of a year, as the growth that it is, beside growth that came and is planned.

    ``made`` and ``came`` are the two levels. Where the communique prints growth at current prices
    (``grew``), ``base`` is the level of the year before that it implies and ``rate`` the percent
    that ``made`` is above it. ``plan`` is the growth that the plan for the next year asks for.
    """

    made: Figure
    came: Figure
    grew: Figure | None = None
    base: Amount | None = None
    rate: Amount | None = None
    plan: Figure | None = None

    @property
    def miss(self) -> Amount:
        """Percent that more was expected than came."""
        return (self.made / self.came - 1).to("%")

    @property
    def is_plan_rate(self) -> bool:
        """Tell whether rounding allows the expected growth to be exactly the planned rate."""
        return _allows(self.rate, self.plan)


def expected(year: int | None = None, *, of: Record | None = None) -> list[Expected]:
    """Return each level that was expected of ``year`` (by default the edition's).

    In the order of the documents; the base is ``came / (1 + grew)``, the rate ``made / base - 1``.
    Growth at comparable prices gives no base: it does not lead from one level to the next.
    """
    of = record.read() if of is None else of
    year = edition.year() if year is None else year
    plans = {row.indicator: row for row in forecasts.set_on(year + 1, of=of).itertuples()}
    every = forecasts.forecasts(year, of=of)
    found = []
    for row in every[every["measure"] == "level"].itertuples():
        grew = _growth(of, row.came, year)
        base = None if grew is None else row.came / (1 + grew.to(""))
        plan = plans.get(row.indicator)
        found.append(
            Expected(
                row.made,
                row.came,
                grew,
                base,
                None if base is None else (row.made / base - 1).to("%"),
                None if plan is None else plan.rate,
            )
        )
    return found


def _allows(rate: Amount | None, exactly: Figure | None) -> bool:
    if rate is None or exactly is None:
        return False
    return rate.low <= exactly.value <= rate.high


def _growth(of: Record, level: Figure, year: int) -> Figure | None:
    """Return the growth at current prices that a level's document prints of it."""
    rates = [
        one
        for one in of.of(level, level.status)
        if (one.measure, one.period, one.document) == ("growth", str(year), level.document)
    ]
    return agreed(rates) if rates else None
