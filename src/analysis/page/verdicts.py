"""Verdicts on goals in words that a reader knows, and the reason for each in a sentence.

The goals room gives keys and amounts; every word about them stands here. A sentence is made of a
template's words and the amounts of the reason: another language is another set of templates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.amount import Amount, Given
from analysis.data import Figure, edition
from analysis.goals import Reason, judging
from analysis.goals.record import last_year
from analysis.page import words

# In the order in which a table or a chart shows them.
WORDS: Mapping[str, str] = {
    "met": "met",
    "missed": "missed",
    "partly": "known only in part",
    "already-met": "reached already",
    "less": "asks less than {year} brought",
    "same": "asks as much as {year} brought",
    "more": "asks more than {year} brought",
    "yes-no": "yes or no",
    "open": "can't be judged",
}
# How far a figure is of the thing itself, where it is not.
START_KINDS: Mapping[str, str] = {
    "part": "The figure covers only part of it.",
    "wider": "The figure covers more than the goal does.",
    "proxy": "Only a related figure is printed.",
}
KINDS: Mapping[str, str] = {
    "level": "a level",
    "sum": "a sum over years",
    "per_year": "an amount a year",
    "share": "a share",
    "ceiling": "a ceiling",
    "rank": "a rank",
    "time": "a time limit",
    "growth": "a rate of growth",
    "yes-no": "yes or no",
    "completion": "a share of a task",
}
TRACKED: Mapping[str, str] = {
    "start": "where it starts",
    "met": "met",
    "missed": "missed",
    "met early": "met early",
    "on track": "on track",
    "behind": "behind",
    "not printed": "not printed",
}

# Of levels at future prices of which only growth at comparable prices is printed.
BY_PRICES = "depends on prices"

# What is asked of each year; what years claimed or brought keeps its "a year".
_ASKED_A_YEAR = re.compile(r"(\{(?:asked|needed|price_rise|price_fall)[^}]*\}) a year")

_GROWN = "It asks for {asked} a year; {year} brought {had}"
TEMPLATES: Mapping[str, str] = {
    # Due
    "met": "{outturn} against a goal of {goal}.",
    "missed": "{outturn} against a goal of {goal}.",
    "known_in_part": "{outturn} is printed, against a goal of {goal}.",
    "rounding": "{outturn} against a goal of {goal}: rounding leaves open which is higher.",
    "no_outturn": "The yearbook prints no outturn for it.",
    # Yes or no
    "titled": "The yearbook says whether it was so at the end of {year}.",
    "by_yes_or_no": "It comes or it does not.",
    # Growth
    "growth": _GROWN + ".",
    "growth_real": _GROWN + " at comparable prices.",
    "growth_claimed": "It asks for {asked} a year; reports claim {had} a year to {year}.",
    "no_growth": "It asks for {asked} a year; no growth of {year} is printed.",
    "no_level_of_first_year": "Some of its years are gone, and what they brought is not printed.",
    # Levels
    "reached": "{year} reached it: {start}.",
    "reached_in_part": "It is to be {goal}; {year} had {start}.",
    "level": "It needs {asked} a year; {year} brought {had}.",
    "level_claimed": "It needs {asked} a year; reports claim {had} a year to {year}.",
    "added": "It needs {asked} a year; {year} brought {had}.",
    "next_year": "It asks for {goal}; {year} had {start}.",
    "from_nothing": "{year} had none; it needs {asked} a year.",
    "prices": (
        "It needs {asked} a year, price rises included. {year} brought {had} without them. "
        "With growth as in {year}, prices must rise {price_rise} a year."
    ),
    "prices_falling": (
        "It needs {asked} a year, price rises included. {year} brought {had} without them. "
        "With growth as in {year}, it is met even if prices fall {price_fall} a year."
    ),
    "no_pace": "It needs {needed:.1f} a year; how fast it grew in {year} is not printed.",
    "no_pace_amount": "It needs {asked} a year; how much {year} added is not printed.",
    "no_start": "The yearbook prints no figure of {year} to start from.",
    "no_start_but_near": "The yearbook prints no figure of {year} for exactly this.",
    # Sums and amounts a year
    "sum": "It asks for {asked} a year; {year} brought {had}.",
    "sum_of_year": "It asks for {asked}; {year} brought {had}.",
    "sum_before_of_year": "It asks for {asked}; the years to {year} brought {had} a year.",
    "sum_before": "It asks for {asked} a year; the years to {year} brought {had} a year.",
    "no_amount": "It asks for {asked} a year; the yearbook prints no amount of {year}.",
    # Shares
    "share": "It needs {asked:points} a year; {year} brought {had:points}.",
    "share_distance": "{year} had {start}, {distance:points} below the goal.",
    # Limits
    "limit_above": "{year} had {start}, above the limit of {goal:limit}.",
    "limit_kept": "{start} is printed for {year}, against a limit of {goal:limit}.",
    "limit_reached": "{year} kept it: {start}.",
    "limit_reached_in_part": "{year} had {start}, within the limit of {goal:limit}.",
    # Notes
    "leads_to": "The stated growth ({stated}) leads to the stated level.",
    "falls_short": "The stated growth ({stated}) falls short of the stated level: {reached:.3g}.",
    "passes": "The stated growth ({stated}) passes the stated level: {reached:.3g}.",
    "printed_differently": "Another document prints {other}.",
    "other_scope": ("Also printed: {name}, {other}; from there it needs {needed} a year."),
    "beside": "Also printed: {name}, {other}.",
    "titled_beside": "Also printed: {name}.",
}


def verdict(key: str, year: int | None = None) -> str:
    """Return a verdict in words, for goals measured from ``year``, by default the edition's.

    Raises ``KeyError`` for a verdict that there is not.
    """
    return WORDS[key].format(year=edition.year() if year is None else year)


def of(target: Any, year: int | None = None) -> str:
    """Return the verdict on a target in words, the same wherever a page shows it.

    ``target`` is a row of ``goals.assess``. That of a level at future prices beside growth at
    comparable ones names what it hangs on.
    """
    if target.verdict == "open" and target.reason.key == "prices":
        return BY_PRICES
    return verdict(target.verdict, year)


def nearness(target: Any) -> str:
    """Return how far the figures of a row of ``goals.assess`` are of the thing itself.

    A key of ``START_KINDS`` if the start or else the pace is something near, else another key.
    """
    near = target.start_kind in START_KINDS
    return str(target.start_kind if near else target.pace_kind)


def brief(amount: Amount) -> str:
    """Return an amount for a list: no digits behind the point that a reader there has no use for.

    Of a printed number of a thousand and more no decimals, of a percentage of ten and more one;
    of a derived amount two digits at least.
    """
    if not isinstance(amount, Figure):
        few = amount.base and words.significant_digits(amount) < 2
        return f"{amount:.2g}" if few and not isinstance(amount, Given) else f"{amount}"
    long = "." in amount.printed
    if long and amount.base and amount.factor == 1 and abs(amount.value) >= 1000:
        return f"{amount:.0f}"
    if long and amount.unit == "%" and abs(amount.value) >= 10:
        return f"{amount:.1f}"
    return f"{amount}"


def sentence(reason: Reason, start_kind: str = "", year: int | None = None) -> str:
    """Return why a verdict is as it is: a sentence for the reason and one for each note.

    ``start_kind`` other than the thing itself is told. Raises ``KeyError`` for a key without
    words, or words that need an amount which the reason does not have.
    """
    year = edition.year() if year is None else year
    goal = reason.figures.get("goal")
    once = isinstance(goal, Figure) and one_year(goal, year)
    said = [_one(reason, year, once)]
    if start_kind in START_KINDS and reason.key not in judging.NOTHING:
        said.append(START_KINDS[start_kind])
    said += [_one(note, year, once) for note in reason.notes]
    return " ".join(said)


def one_year(goal: Figure, year: int | None = None) -> bool:
    """Tell whether only one year is left for a goal, so that what it asks is not asked *a year*.

    ``year`` is the last that is over, by default the edition's.
    """
    return last_year(goal.period) - (edition.year() if year is None else year) == 1


def told(targets: pd.DataFrame, year: int | None = None) -> pd.DataFrame:
    """Return rows of ``goals.assess`` as plain columns, for a file.

    ``reason`` is its key; ``sentence`` says the verdict's reason; ``goal``, ``start`` and
    ``also`` are left out.
    """
    said = [sentence(row.reason, nearness(row), year) for row in targets.itertuples()]
    plain = targets.drop(columns=["goal", "start", "also"])
    return plain.assign(reason=targets["reason"].map(str), sentence=said)


def address(target: object) -> str:
    """Return the address of a target on the page that lists them all.

    It is made of what the target says, not of where it stands, and so lasts. ``target`` is a row
    of ``goals.assess`` with ``document, indicator, period, measure`` as attributes, or a figure.
    """
    said = (getattr(target, name) for name in ("document", "indicator", "period", "measure"))
    return "-".join(said).replace("/", "-")


def _one(reason: Reason, year: int, once: bool) -> str:
    key = reason.key.removesuffix("_bound")
    figures: dict[str, object] = dict(reason.figures)
    if isinstance(other := figures.get("other"), Figure):
        years = " to ".join(end[:4] for end in other.period.split("/"))
        figures["name"] = other.name_en + (f" in {years}" if "/" in other.period else "")
        if key == "beside" and other.dimension == "yes or no":
            key = "titled_beside"
    template = TEMPLATES[key]
    if once:
        template = _ASKED_A_YEAR.sub(r"\1", template)
    if "{had}" in template:
        had = reason.had
        figures["had"] = f"{brief(-had)} fewer than before" if had.base and had < 0 else brief(had)
        if isinstance(had, Figure) and "started" in had.indicator:
            figures["had"] = f"{figures['had']}, begun"
    if "{goal:limit}" in template:  # "above the limit of at most 5%" would say it twice
        goal = reason.goal
        template = template.replace("{goal:limit}", words.written(goal).removeprefix("at most "))
    said = template.format(year=year, **figures)
    ceiling = "asked" in reason.figures and reason.asked.bound == "<="  # which says so
    if reason.key.endswith("_bound") and not ceiling:
        said += " How much more or less is not printed."
    return said[0].upper() + said[1:]
