"""The district beside others as a reader sees it: labels, numbers side by side, and who says so."""

from __future__ import annotations

import pandas as pd
from IPython.display import HTML

from analysis import data
from analysis.amount import Amount
from analysis.data import context, edition
from analysis.findings.beside_others import Comparison, compare
from analysis.page import sources, tables, words
from analysis.page.ledger import Ledger

LABELS = {
    "output_growth": "Real growth of GDP",
    "output_per_resident": "GDP per resident",
    "farming_share": "Farming in GDP",
    "industry_share": "Industry and building in GDP",
    "services_share": "Services in GDP",
    "farming_growth": "Real growth of farming",
    "industry_growth": "Real growth of industry and building",
    "services_growth": "Real growth of services",
    "large_industry_growth": "Real growth of larger industrial firms",
    "investment_growth": "Growth of investment",
    "retail_growth": "Growth of retail sales",
    "retail_per_resident": "Retail sales per resident",
    "prices_growth": "Rise of consumer prices",
    "trade_share": "Foreign trade against GDP",
    "urban_income": "Income a head in towns",
    "rural_income": "Income a head in the country",
    "urban_income_growth": "Real growth of income in towns",
    "rural_income_growth": "Real growth of income in the country",
    "income_ratio": "Income in towns over that in the country",
    "urban_spending": "Spending a head in towns",
    "rural_spending": "Spending a head in the country",
    "urban_spent": "Income spent, in towns",
    "rural_spent": "Income spent, in the country",
    "urban_food_share": "Food in spending, in towns",
    "rural_food_share": "Food in spending, in the country",
    "working_age": "Residents of working age",
    "old_age": "Residents of sixty and over",
    "urban_residents": "Residents who live in towns",
    "birth_rate": "Births for each thousand residents",
    "death_rate": "Deaths for each thousand residents",
    "natural_growth": "Births less deaths for each thousand",
    "people_growth": "Change in the number of residents",
    "ecological_share": "Ten ecological industries against GDP",
}


def series(found: Comparison) -> pd.Series:
    """Return a comparison as numbers, the district first, each in the unit of the district's."""
    here = found.here
    others = {
        place: amount.value * amount.factor / here.factor for place, amount in found.there.items()
    }
    return pd.Series({data.entities().at[edition.entity(), "name_en"]: here.value} | others)


def beside(ledger: Ledger, key: str, show: str = "") -> tuple[str, str]:
    """Return the district's amount and, a line each, those of Gansu and China that are published.

    ``show`` is how an amount is written, see ``words.written``; yuan are named once, with the
    district's. The ledger remembers the figures.
    """
    found = compare(key)
    there = {place: found.there[place] for place in ("Gansu", "China") if place in found.there}
    ledger.rest_on(found.here, *there.values())
    lines = [f"{place} {one:{show}}".removesuffix(" yuan") for place, one in there.items()]
    return f"{found.here:{show}}", "\n".join(lines)


def dollars(ledger: Ledger, yuan: Amount) -> Amount:
    """Return a sum of money in US dollars, at the mean exchange rate of the edition's year.

    The ledger remembers the rate. Raises ``UnknownFigure`` where none is published.
    """
    rate = context.figure("China", "exchange_rate")
    ledger.rest_on(rate)
    return yuan / rate


def frame(*keys: str) -> pd.DataFrame:
    """Return comparisons as numbers: a row a place, a column each, gaps where one has nothing."""
    found = {key: series(compare(key)) for key in keys}
    order = dict.fromkeys(place for one in found.values() for place in one.index)
    return pd.DataFrame(found).reindex(list(order))


def table(*keys: str, caption: str) -> HTML:
    """Return comparisons as a table: a row each, the district, and a column a place.

    What is comparable only roughly is marked with "about"; a gap is what was not found or may
    not be compared.
    """
    found = {key: compare(key) for key in keys}
    places = dict.fromkeys(place for one in found.values() for place in one.there)
    rows = {
        LABELS[key]: {
            "District": format(one.here),
            **{place: _told(one, place) for place in places},
        }
        for key, one in found.items()
    }
    shown = pd.DataFrame.from_dict(rows, orient="index").rename_axis(f"In {edition.year()}")
    source = sources.cite("communique", more="others: listed under Figures used")
    whole = tables.show(shown, caption=caption, source=source, name="beside-others")
    return tables.folded(whole, f"Show all {len(shown)} comparisons")


def used(ledger: Ledger) -> HTML:
    """Return the figures of other places that a chapter rests on, with issuer, title and date.

    Nothing where it rests on none, as a chapter may with a later volume.
    """
    if not ledger.others:
        return HTML("")
    shown = pd.DataFrame(
        [
            {
                "Place": f"{one.place} ({one.place_zh})",
                "Figure": one.name_en,
                "Measure": tables.MEASURES[one.measure],
                "Period": one.period,
                "As published": f"{one.printed} {one.unit}",
                "Published by": one.source.issuer,
                "In": f"{one.source.title}, {one.source.date}",
                "Comparable": one.comparable,
                "Why": one.why,
            }
            for one in ledger.others
        ]
    ).set_index("Place")
    told = words.counted(len(shown), "figure")
    whole = tables.show(
        shown,
        caption=f"The {told} of other places that this chapter rests on, from copies of the "
        "releases, as published then.",
        name="figures-of-other-places",
    )
    return tables.folded(whole, f"Show the {told} of other places")


def _told(found: Comparison, place: str) -> str | None:
    if place not in found.there:
        return None
    about = "about " if found.comparable[place] == "roughly" else ""
    return about + format(found.there[place])
