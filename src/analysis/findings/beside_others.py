"""The district beside others: the same thing reckoned for the district and for other places.

A reckoning names figures; it is done for the district with the yearbook's and for every place
whose publishers have them all. What may not be compared is left out, and the revision of a first
estimate too: the district has no more than first estimates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from analysis import data
from analysis.amount import Amount, total
from analysis.data import UnknownFigure, context, edition
from analysis.data.context import Published
from analysis.findings.each import for_each, of_all

CENSUS = "2020-11-01"


class Of(Protocol):
    """How a reckoning asks for a place's figures."""

    def __call__(self, indicator: str, period: str | None = None, measure: str = "level") -> Amount:
        """Return one figure of the place, by default of the report's year."""


@dataclass(frozen=True)
class Comparison:
    """One thing, of the district and of other places.

    ``here`` is the district's amount; ``there`` holds the others', by place in the order of the
    data, ``used`` the figures behind each. ``comparable`` is ``yes`` or ``roughly`` for each
    place: that of the first figure that the reckoning names, which of a share is its part, and
    ``roughly`` where a press report is among them.
    """

    key: str
    here: Amount
    there: dict[str, Amount] = field(default_factory=dict)
    comparable: dict[str, str] = field(default_factory=dict)
    used: dict[str, tuple[Published, ...]] = field(default_factory=dict)

    def ahead(self, place: str) -> Amount:
        """Return how much the district is above a place: in the same unit."""
        return self.here - self.there[place]

    def times(self, place: str) -> Amount:
        """Return the district's amount as a multiple of a place's."""
        return self.here / self.there[place]


def _year_end() -> str:
    return edition.periods()[1]


def _share(part: str) -> Callable[[Of], Amount]:
    return lambda of: (of(part) / of("gdp")).to("%")


def rate(indicator: str, measure: str = "growth_real") -> Callable[[Of], Amount]:
    """Return the reckoning of an indicator's growth, to be given to ``compare``."""
    return lambda of: of(indicator, measure=measure)


def _of_residents(part: str) -> Callable[[Of], Amount]:
    return lambda of: of(f"resident_population.{part}", _year_end(), "share")


def _fewer_people(of: Of) -> Amount:
    change, end = (
        of("resident_population", measure="change"),
        of("resident_population", _year_end()),
    )
    return (change / (end - change)).to("%")


def income(of: Of, part: str = "") -> Amount:
    """Return the income of all residents, a head: of town and country, weighed with residents.

    ``part`` asks for a part of it, as ``.transfers``.

    The survey that gives both incomes weighs them otherwise: its own mean for China is lower. So
    this is fit to set places beside each other that are reckoned alike.
    """
    end = _year_end()
    everybody, town = of("resident_population", end), of("resident_population.urban", end)
    each = {"town": of(f"urban_income{part}"), "country": of(f"rural_income{part}")}
    return for_each(of_all(each, {"town": town, "country": everybody - town}), everybody)


RECKONINGS: dict[str, Callable[[Of], Amount]] = {
    "output_growth": rate("gdp"),
    "output_per_resident": lambda of: of("gdp_per_capita"),
    "farming_share": _share("gdp.primary"),
    "industry_share": _share("gdp.secondary"),
    "services_share": _share("gdp.tertiary"),
    "farming_growth": rate("gdp.primary"),
    "industry_growth": rate("gdp.secondary"),
    "services_growth": rate("gdp.tertiary"),
    "large_industry_growth": rate("industry_above_scale.value_added"),
    "investment_growth": rate("fixed_investment", "growth"),
    "retail_growth": rate("retail_sales", "growth"),
    "retail_per_resident": lambda of: of("retail_sales") / of("resident_population", _year_end()),
    "prices_growth": rate("cpi", "growth"),
    "trade_share": lambda of: (of("foreign_trade") / of("gdp")).to("%"),
    "urban_income": lambda of: of("urban_income"),
    "rural_income": lambda of: of("rural_income"),
    "urban_income_growth": rate("urban_income"),
    "rural_income_growth": rate("rural_income"),
    "income_ratio": lambda of: of("urban_income") / of("rural_income"),
    "urban_spending": lambda of: of("urban_consumption"),
    "rural_spending": lambda of: of("rural_consumption"),
    "urban_spent": lambda of: (of("urban_consumption") / of("urban_income")).to("%"),
    "rural_spent": lambda of: (of("rural_consumption") / of("rural_income")).to("%"),
    "urban_food_share": lambda of: of("urban_engel"),
    "rural_food_share": lambda of: of("rural_engel"),
    "working_age": _of_residents("age_16_59"),
    "old_age": _of_residents("age_60_plus"),
    "urban_residents": _of_residents("urban"),
    "birth_rate": lambda of: of("birth_rate"),
    "death_rate": lambda of: of("death_rate"),
    # Not the printed rate of natural growth, which in the district is a misprint.
    "natural_growth": lambda of: of("birth_rate") - of("death_rate"),
    "people_growth": _fewer_people,
    "ecological_share": lambda of: of("ecological_industries.value_added", measure="share"),
}


def compare(key: str, reckon: Callable[[Of], Amount] | None = None) -> Comparison:
    """Return one of ``RECKONINGS``, or ``reckon``, for the district and every place that has it.

    Raises ``ValueError`` for a key that is none of them, and ``UnknownFigure`` where the yearbook
    lacks a figure for the district.
    """
    if reckon is None:
        if key not in RECKONINGS:
            raise ValueError(f"{key!r} is not compared; there are {', '.join(RECKONINGS)}")
        reckon = RECKONINGS[key]
    found = Comparison(key, reckon(_district))
    for place in _places():
        used: list[Published] = []
        try:
            amount = reckon(_asking(place, used))
        except UnknownFigure:
            continue
        press = any(one.source.press for one in used)
        found.there[place] = amount
        found.comparable[place] = "roughly" if press else used[0].comparable
        found.used[place] = tuple(used)
    return found


def prefecture() -> Amount:
    """Return the GDP of the district's prefecture for each resident, in yuan.

    The GDP of the year, from a press report, over the people of the census of 2020, the last day
    for which they are known.
    """
    gdp, people = (
        context.figure("Jiuquan", "gdp"),
        context.figure("Jiuquan", "resident_population", CENSUS),
    )
    return data.convert(for_each(gdp, people), "元")


def above(income: Amount, output: Amount, usual: Amount) -> Amount:
    """Return how much an income is above a usual part of output: ``income - usual * output``.

    ``income`` and ``output`` are a head; ``usual`` is in percent.
    """
    return income - output * usual.to("")


def from_above() -> Amount:
    """Return what higher governments gave the district beyond what went up, for each resident.

    The transfers of the year, less the revenue raised here for centre and province and what the
    district remitted; in yuan.
    """
    given = total(
        data.figure(f"fiscal_resources.{one}") for one in ("general_transfers", "special_transfers")
    )
    up = total(
        data.figure(one)
        for one in (
            "fiscal_revenue_total.central",
            "fiscal_revenue_total.provincial",
            "fiscal_resources.remitted_up",
        )
    )
    residents = data.figure("resident_population", _year_end())
    return data.convert(for_each(given - up, residents), "元")


def _district(indicator: str, period: str | None = None, measure: str = "level") -> Amount:
    try:  # the statistics bureau, as elsewhere
        return data.figure(indicator, period, measure=measure, document=edition.document())
    except UnknownFigure:
        return data.figure(indicator, period, measure=measure)


def _asking(place: str, used: list[Published]) -> Of:
    def of(indicator: str, period: str | None = None, measure: str = "level") -> Amount:
        found = [
            one
            for one in context.figures(
                place=place,
                indicator=indicator,
                period=period or str(edition.year()),
                measure=measure,
            )
            if one.comparable != "no"
        ]
        if len(found) != 1:
            raise UnknownFigure(f"{place} has {len(found)} figures of {indicator} to compare")
        used.append(found[0])
        return found[0]

    return of


def _places() -> list[str]:
    return list(dict.fromkeys(one.place for one in context.figures()))
