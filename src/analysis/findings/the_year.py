"""The year as it was lived: what grew, from how low a base, and the epidemic in figures.

Growth in one year says little where the year before was bad. The yearbook prints no level of an
earlier year of what the epidemic stops first, but two things give some: a level and its growth
give the year before, and what the work reports say of five years gives the year before these.
"""

from __future__ import annotations

import pandas as pd

from analysis import data
from analysis.amount import Amount
from analysis.data import Figure, context, edition
from analysis.findings.beside_others import compare, rate
from analysis.formulas.growth import percent_a_year

# What grew, by which measure.
GREW = {
    "retail_sales": "growth",
    "fixed_investment": "growth",
    "industry_above_scale.value_added": "growth_real",
    "gdp.primary": "growth_real",
    "foreign_trade": "growth",
    "rural_income": "growth_real",
    "gdp": "growth_real",
    "urban_income": "growth_real",
    "budget_revenue": "growth",
    "real_estate_investment": "growth",
}
# What can be held against the years before, by the role of the report that says most of it.
HELD = {
    "retail_sales": "party report",
    "rural_income": "party report",
    "urban_income": "party report",
    "budget_revenue": "government report",
}
YEARS = 4  # of the five to the report's year, those before the last

OUTBREAK = {
    "found": "covid_testing.positives",
    "samples": "covid_testing.samples",
    "rounds": "covid_testing.all_resident_rounds",
    "key_rounds": "covid_testing.key_group_rounds",
    "contacts": "covid19.close_contacts",
    "contacts_of_contacts": "covid19.secondary_contacts",
    "funds": "covid_control.funds",
    "sealed": "covid19.buildings_closed",
}


def grew() -> pd.DataFrame:
    """Return the growth, in percent, of what the communique says grew, beside China's.

    Indexed by indicator, furthest ahead of China first; columns ``here`` and ``China``. Measures
    are those of ``GREW``.

    Raises ``KeyError`` for an indicator whose growth in China is not published or not comparable.
    """
    found = [compare(indicator, rate(indicator, measure)) for indicator, measure in GREW.items()]
    found.sort(key=lambda one: -one.ahead("China").value)
    return pd.DataFrame(
        {one.key: {"here": one.here, "China": one.there["China"]} for one in found}
    ).T


def against_before() -> pd.DataFrame:
    """Return the growth of the year against that of the four years before, where both can be had.

    Indexed by indicator, fastest in the year first; columns as ``against`` gives them.
    """
    rows = {}
    years = f"{edition.year() - YEARS - 1}/{edition.year()}"
    for one, role in HELD.items():
        report = edition.document(role)
        level = data.figure(one, document=edition.document())
        expected = data.figure(one, status="forecast", document=report)
        five = data.figure(one, years, measure="growth", status="forecast", document=report)
        rows[one] = against(level, level.growth, expected, five)
    table = pd.DataFrame.from_dict(rows, orient="index")
    return table.sort_values("now", ascending=False, key=lambda column: column.map(float))


def against(
    level: Amount, now: Amount, expected: Amount, five: Amount, years: int = YEARS
) -> dict[str, Amount]:
    """Return the last year's growth against what the years before it brought.

    ``level`` grew by ``now``, which gives the year before; a report expected ``expected`` and said
    that this is ``five`` more than at the start of the ``years`` and the last one. Keys:
    ``start`` and ``before`` (the levels at both ends of the earlier years), ``total`` and
    ``a_year`` (their growth, in percent), and ``now``.
    """
    start = expected / (five.to("") + 1)
    before = level / (now.to("") + 1)
    multiple = before / start
    a_year = percent_a_year(multiple, years)
    return {
        "start": start,
        "before": before,
        "total": (multiple - 1).to("%"),
        "a_year": a_year,
        "now": now,
    }


def year_before(place: str) -> Amount:
    """Return the growth of output in the year before that a mean of two years implies, in percent.

    Two years at the mean are the last year's growth and the one before it. Raises
    ``UnknownFigure`` for a place that publishes no mean.
    """
    year = edition.year()
    mean = context.figure(place, "gdp", f"{year - 1}/{year}", "growth_pa")
    (last,) = (
        one
        for one in context.figures(place=place, indicator="gdp", measure="growth_real")
        if one.period == str(year) and one.source == mean.source
    )
    return first_of_two(mean, last)


def first_of_two(mean: Amount, last: Amount) -> Amount:
    """Return the first of two years' growth from their mean and the last, in percent."""
    return ((mean.to("") + 1) ** 2 / (last.to("") + 1) - 1).to("%")


def outbreak() -> dict[str, Figure]:
    """Return the figures of the autumn outbreak nearby and of control in the year, by key."""
    return {key: data.figure(one) for key, one in OUTBREAK.items()}


def timeline() -> pd.DataFrame:
    """Return the events of the year with the figure that belongs to each, in order of dates.

    Columns ``date, kind, headline_en, names_zh, document, line`` and ``figure`` (missing where
    none belongs to it).
    """
    events = data.events()
    events["figure"] = [
        data.figure(row.indicator, row.period, measure=row.measure, document=row.document)
        if row.indicator
        else None
        for row in events.itertuples()
    ]
    columns = ["date", "kind", "headline_en", "names_zh", "document", "line", "figure"]
    return events.sort_values("date", kind="stable")[columns].reset_index(drop=True)
