"""Targets as a reader sees them: in short for the few that matter most, and all of them."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis import data
from analysis.data import Figure, edition
from analysis.goals import judging
from analysis.goals.counting import GOAL, apart
from analysis.page import tables, verdicts, words

# Who sets targets, where the document's issuer has a longer name.
SHORT = {
    "party_report": "Party",
    "organs_work_committee": "Party committee for offices",
    "congress_report": "People's Congress",
    "cppcc_report": "CPPCC",
    "new_energy_park": "New-energy park",
    "sino_israel_agri_park": "Farming park",
}
# Under what a reader may search a thing, where its name is another.
EVERYDAY = {
    "industry_above_scale.enterprises": "larger industrial firms",
    "industry_above_scale.enterprises.new": "larger industrial firms",
    "investment_promotion.funds": "outside money",
    "market_entities": "registered businesses",
    "rural_income": "income in villages",
    "urban_income": "income in towns",
}
_LONG = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+")  # decimals of a thousand and more
_ZEROS = re.compile(r"(\.\d*?)0+(?!\d)")  # that end a decimal number
NO_LEVEL = ("sum", "per_year", "yes-no", "growth")  # kinds that start from no level


def summary(targets: pd.DataFrame) -> pd.DataFrame:
    """Return where targets start, what they need a year and what the year brought, in words.

    ``targets`` are rows of ``goals.assess``. Indexed by the thing's name; columns ``Start, Goal,
    Needs, Brought, Verdict``.
    """
    rows = [
        {
            "Start": "" if row.start is None or row.kind in NO_LEVEL else f"{row.start}",
            "Goal": _goal(row) + (_a_year(row) if row.kind == "growth" else ""),
            "Needs": _needs(row),
            "Brought": verdicts.brief(row.reason.had) if "had" in row.reason.figures else "",
            "Verdict": short(verdicts.of(row)),
        }
        for row in targets.itertuples()
    ]
    return pd.DataFrame(rows, index=_names(targets))


def listing(targets: pd.DataFrame) -> pd.DataFrame:
    """Return targets as rows of a long table, what several documents set alike in one row.

    Indexed by the thing's name, everyday name, measure and Chinese name; columns ``Asks for, By``
    (its last year), ``Verdict, Why`` (without notes; empty where yes or no says it all),
    ``Stated by``. The addresses of the rows are the different ones of ``listed_at``, in their
    order.
    """
    kept = apart(targets)
    measures = kept["measure"].map(tables.MEASURES).radd(", ")
    rows = pd.DataFrame(
        {
            "Asks for": [_goal(row) + _in_month(row.period) for row in kept.itertuples()],
            "By": kept["period"].str.split("/").str[-1].str[:4],
            "Verdict": [short(verdicts.of(row)) for row in kept.itertuples()],
            "Why": [_why(row) for row in kept.itertuples()],
            "Stated by": _issuers(targets)[kept.index],
        }
    )
    names = pd.Series(_names(kept), index=kept.index)
    told = kept["measure"].eq("level") | names.str.endswith("per year")
    everyday = [f" ({EVERYDAY[one]})" if one in EVERYDAY else "" for one in kept["indicator"]]
    names = (names + everyday + measures.mask(told, "")).str.cat(
        kept["indicator"].map(data.indicators()["name_zh"]), sep=" "
    )
    return rows.set_axis(pd.Index(names, name="Target"))


def listed_at(targets: pd.DataFrame) -> pd.Series:
    """Return for each target the address of its row in ``listing``."""
    own = pd.Series([verdicts.address(one) for one in targets.itertuples()], index=targets.index)
    return own.groupby([targets[name] for name in GOAL]).transform("first")


def _issuers(targets: pd.DataFrame) -> pd.Series:
    """Return whose report or entry states each target, in short, with those who state the same."""
    own = data.entities().at[edition.entity(), "name_en"]
    issuers = data.documents()["issuer_en"].str.removeprefix(f"{own} ")
    names = targets["document"].map(lambda name: SHORT.get(name, issuers[name]))
    alike = names.groupby([targets[name] for name in GOAL])
    return alike.transform(lambda found: " and ".join(dict.fromkeys(found)))


def short(verdict: str) -> str:
    """Return a verdict without the year that it is measured from, which is one for all."""
    return re.sub(r" (than|as) \d{4} brought", "", verdict)


def _why(row: Any) -> str:
    if row.reason.key == "by_yes_or_no":
        return ""
    said = verdicts.sentence(replace(row.reason, notes=()), verdicts.nearness(row))
    start = row.start if isinstance(row.start, Figure) else None
    if start is not None and start.entity != row.entity:
        part = verdicts.START_KINDS["part"]
        said = said.replace(part, f"{part.removesuffix('.')} ({_place(start)}).")
        if said.startswith(f"{edition.year()} had "):  # which no reader takes for all of it
            said = _of_places(row)
    if start is not None and row.start_kind == "proxy":
        proxy = verdicts.START_KINDS["proxy"]
        said = said.replace(proxy, f"{proxy.removesuffix('.')} ({start.name_en}).")
    nothing = row.reason.key in judging.NOTHING
    own = row.indicator, row.entity  # of several years it would be no other start
    near = [
        f"{one.name_en}, {one}"
        for one in row.also
        if nothing or ((one.indicator, one.entity) == own and "/" not in one.period)
    ]
    if near:
        if row.reason.key == "no_start":
            said = verdicts.sentence(replace(row.reason, key="no_start_but_near", notes=()))
        said += f" Also printed: {'; '.join(near)}."
    said = _LONG.sub(lambda found: words.number(float(found[0].replace(",", ""))), said)
    return _ZEROS.sub(lambda found: found[1].rstrip("."), said)


def _of_places(row: Any) -> str:
    """Return what places within it print, where of the whole nothing is printed."""
    found = [row.start, *(one for one in row.also if one.entity != row.entity)]
    low, high = min(found, key=lambda one: one.value), max(found, key=lambda one: one.value)
    near = f" {verdicts.START_KINDS['proxy']}" if row.start_kind == "proxy" else ""
    if low is high:
        return f"{_place(low)} prints {low}.{near}"
    return f"Townships print {low} ({_place(low)}) to {high} (such as {_place(high)}).{near}"


def _place(figure: Figure) -> str:
    return str(data.entities().at[figure.entity, "name_en"])


def _names(targets: pd.DataFrame) -> pd.Index:
    return pd.Index(targets["indicator"].map(data.indicators()["name_en"]), name="Target")


def _goal(row: Any) -> str:
    if row.kind == "yes-no":
        return "to come about"
    if row.unit == "番":
        return f"{words.spelled(round(2**row.goal.value))} times as much ({row.goal})"
    return asked(row.goal)


def asked(goal: Figure) -> str:
    """Return what a target asks for; of nothing, as its words have it."""
    if goal.value:
        return f"{goal}"
    return "to be curbed" if "遏制" in goal.printed else "none"


def _in_month(period: str) -> str:
    month = re.fullmatch(r"\d{4}-(\d{2})", period)
    return f", in {calendar.month_name[int(month[1])]}" if month else ""


def _needs(row: Any) -> str:
    if row.kind == "yes-no":
        return ""
    if row.verdict == "already-met":
        return "nothing"
    if pd.notna(row.asked_a_year):
        return f"{row.reason.asked}{_a_year(row)}"
    return words.percent(row.required_growth, digits=1) + _a_year(row)


def _a_year(row: Any) -> str:
    return "" if verdicts.one_year(row.goal) else " a year"
