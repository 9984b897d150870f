"""The year as it was lived: what grew, from how low a base, and the epidemic in figures.

Growth in one year says little where the year before was bad. The yearbook prints no level of an
earlier year of what the epidemic stops first, but two things give some: a level and its growth
give the year before, and what the work reports say of five years gives the year before these.
"""

from __future__ import annotations

import pandas as pd

from analysis import data
from analysis.amount import Amount
from analysis.data import Figure, context

# What grew, by which measure; and of these what an epidemic stops first: shops, meals, journeys.
GREW = {
    "tourism.visitors": "growth",
    "retail_sales": "growth",
    "retail_sales.hospitality": "growth",
    "fixed_investment": "growth",
    "industry_above_scale.value_added": "growth_real",
    "gdp.primary": "growth_real",
    "foreign_trade": "growth",
    "rural_income": "growth",
    "gdp": "growth_real",
    "road_passengers": "growth",
    "road_freight": "growth",
    "urban_income": "growth",
    "budget_revenue": "growth",
    "real_estate_investment": "growth",
}
STOPPED_FIRST = ("tourism.visitors", "retail_sales", "retail_sales.hospitality", "road_passengers")
# What can be held against the years before, by the report that says most of it.
HELD = {
    "retail_sales": "party_report",
    "rural_income": "party_report",
    "urban_income": "party_report",
    "budget_revenue": "government_report",
}
YEARS = 4  # from 2016 to 2020
FASTER, SLOWER, ALIKE = "faster", "slower", "alike"

OUTBREAK = {
    "found": ("covid_testing.positives", "2021"),
    "samples": ("covid_testing.samples", "2021"),
    "rounds": ("covid_testing.all_resident_rounds", "2021"),
    "key_rounds": ("covid_testing.key_group_rounds", "2021"),
    "contacts": ("covid19.close_contacts", "2021"),
    "contacts_of_contacts": ("covid19.secondary_contacts", "2021"),
    "followed": ("covid19.key_persons_managed", "2021"),
    "entrances_closed": ("covid19.buildings_closed", "2021"),
    "checkpoints": ("covid19.traffic_checkpoints", "2021"),
    "quarantine_sites": ("covid19.quarantine_sites", "2021"),
    "quarantine_rooms": ("covid19.quarantine_rooms", "2021"),
    "doses": ("covid_vaccination.doses", "2021-12-31"),
    "testers": ("covid_testing.staff", "2021"),
    "meal_days": ("covid_testing.meal_days", "2021"),
    "funds": ("covid_control.funds", "2021"),
    "shopping_funds": ("consumption_promotion.funds", "2021"),
}


def grew() -> pd.DataFrame:
    """Return what the communique says grew, fastest first.

    Indexed by indicator; columns ``growth`` (a figure), ``measure`` and ``stopped_first`` (whether
    an epidemic stops it first, so that its growth may stand on a low base).
    """
    rows = {
        one: (data.figure(one, measure=measure, document="communique"), measure)
        for one, measure in GREW.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["growth", "measure"])
    table["stopped_first"] = table.index.isin(STOPPED_FIRST)
    return table.sort_values("growth", ascending=False, key=lambda column: column.map(float))


def against_before() -> pd.DataFrame:
    """Return the growth of 2021 against that of the four years before, where both can be had.

    Indexed by indicator, fastest in 2021 first; columns as ``against`` gives them, and
    ``document``, the report that says what the five years brought.
    """
    rows = {}
    for one, report in HELD.items():
        level = data.figure(one, document="communique")
        expected = data.figure(one, status="forecast", document=report)
        five = data.figure(one, "2016/2021", measure="growth", status="forecast", document=report)
        rows[one] = against(level, level.growth, expected, five) | {"document": report}
    table = pd.DataFrame.from_dict(rows, orient="index")
    return table.sort_values("now", ascending=False, key=lambda column: column.map(float))


def against(
    level: Amount, now: Amount, expected: Amount, five: Amount, years: int = YEARS
) -> dict[str, Amount | str]:
    """Return the last year's growth against what the years before it brought.

    ``level`` grew by ``now``, which gives the year before; a report expected ``expected`` and said
    that this is ``five`` more than at the start of the ``years`` and the last one. Keys:
    ``start`` and ``before`` (the levels at both ends of the earlier years), ``total`` and
    ``a_year`` (their growth, in percent), ``now``, and ``verdict``: whether the last year was
    ``faster``, ``slower`` or, within rounding, ``alike``.
    """
    start = expected / (five.to("") + 1)
    before = level / (now.to("") + 1)
    multiple = before / start
    a_year = (multiple ** (1 / years) - 1).to("%")
    verdict = FASTER if now > a_year else SLOWER if now < a_year else ALIKE
    return {
        "start": start,
        "before": before,
        "total": (multiple - 1).to("%"),
        "a_year": a_year,
        "now": now,
        "verdict": verdict,
    }


def year_before(place: str) -> Amount:
    """Return the growth of output in 2020 that a place's mean of two years implies, in percent.

    Two years at the mean are the last year's growth and the one before it. Raises
    ``UnknownFigure`` for a place that publishes no mean.
    """
    mean = context.figure(place, "gdp", "2020/2021", "growth_pa")
    (last,) = (
        one
        for one in context.figures(place=place, indicator="gdp", measure="growth_real")
        if one.period == "2021" and one.source == mean.source
    )
    return first_of_two(mean, last)


def first_of_two(mean: Amount, last: Amount) -> Amount:
    """Return the first of two years' growth from their mean and the last, in percent."""
    return ((mean.to("") + 1) ** 2 / (last.to("") + 1) - 1).to("%")


def outbreak() -> dict[str, Figure]:
    """Return the figures of the autumn outbreak nearby and of control in the year, by key."""
    return {key: data.figure(one, period) for key, (one, period) in OUTBREAK.items()}


def tests_a_round() -> Amount:
    """Return how many residents in a hundred gave a sample in a round, on the average.

    All samples over all rounds, those of key groups counted as rounds of all residents: the
    yearbook does not part their samples, so this is the least that the figures allow.
    """
    told = outbreak()
    rounds = told["rounds"].value + told["key_rounds"].value
    samples = data.amount(1, "人") * (told["samples"].value * told["samples"].factor)
    return (samples / data.figure("resident_population", "2021-12-31") / rounds).to("%")


def meals_and_beds() -> dict[str, Figure]:
    """Return the four rates at which hotels and catering are said to have grown, by key."""
    return {
        "sales": data.figure("retail_sales.hospitality", measure="growth"),
        "hotels": data.figure("accommodation_revenue", measure="growth"),
        "catering": data.figure("catering_revenue", measure="growth"),
        "value_added": data.figure("hospitality_value_added", measure="growth_real"),
    }


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
