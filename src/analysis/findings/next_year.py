"""What a year's plan asks for, beside what was expected, what came and a later goal."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.amount import Amount
from analysis.data import Figure, edition
from analysis.goals import forecasts, judging

NEXT_REPORT = "government report"  # role of the report that sets a plan for the year to come


@dataclass(frozen=True)
class Headline:
    """A thing for which a plan names both a ``level`` and a growth ``rate``.

    ``expected`` is what the same report expected of the year before, ``came`` what came, ``pace``
    how much that was more than the year before it, in percent; each ``None`` where it is not
    printed.
    """

    level: Figure
    rate: Figure
    expected: Figure | None = None
    came: Figure | None = None
    pace: Figure | None = None

    @property
    def base(self) -> Amount:
        """What level and rate stand on: ``level / (1 + rate)``, both as the plan states them."""
        stated = judging.exactly(self.rate)
        return self.level / (1 + stated.to(""))

    @property
    def from_came(self) -> Amount | None:
        """How much the level is above what came, in percent: what it asks for."""
        return None if self.came is None else change(self.came, judging.exactly(self.level))

    @property
    def at_rate(self) -> Amount | None:
        """Where the stated growth leads from what came, ``came * (1 + rate)``, prices left out."""
        if self.came is None:
            return None
        return self.came * (1 + judging.exactly(self.rate).to(""))

    @property
    def built_on_expected(self) -> bool:
        """Whether the level is, within rounding, what was expected plus the stated growth."""
        return self.expected is not None and self.base.agrees(self.expected)


def change(before: Amount, after: Amount) -> Amount:
    """Return by how many percent ``after`` is above ``before``: ``after / before - 1``."""
    return (after / before - 1).to("%")


def headlines(year: int, document: str | None = None) -> dict[str, Headline]:
    """Return what ``document`` plans for ``year`` by a level and a growth, by indicator.

    By default the report on the year before. Empty where it plans nothing for that year.
    """
    document = document or edition.document(NEXT_REPORT, year - 1)
    made = forecasts.forecasts(year - 1)
    made = made[(made["document"] == document) & (made["measure"] == "level")]
    expected = dict(zip(made["indicator"], made["made"], strict=True))
    planned = forecasts.set_on(year)
    planned = planned[planned["document"] == document]
    found = {}
    for row in planned.itertuples():
        came = row.came if isinstance(row.came, Figure) else None
        pace = None
        if came is not None:
            pace = came.by("growth_real" if row.indicator == "gdp" else "growth")
        found[str(row.indicator)] = Headline(
            row.planned, row.rate, expected.get(row.indicator), came, pace
        )
    return found
