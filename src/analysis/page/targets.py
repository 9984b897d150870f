"""Targets as a reader sees them: in short for the few that matter most, and all of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis import data
from analysis.data import edition
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

    Indexed by the thing's name and measure; columns ``Asks for, By`` (its last year), ``Verdict,
    Why`` (without notes; empty where yes or no says it all), ``Set by``. The addresses of the
    rows are the different ones of ``listed_at``, in their order.
    """
    kept = apart(targets)
    measures = kept["measure"].map(tables.MEASURES).radd(", ")
    rows = pd.DataFrame(
        {
            "Asks for": [_goal(row) for row in kept.itertuples()],
            "By": kept["period"].str.split("/").str[-1].str[:4],
            "Verdict": [short(verdicts.of(row)) for row in kept.itertuples()],
            "Why": [_why(row) for row in kept.itertuples()],
            "Set by": _issuers(targets)[kept.index],
        }
    )
    plain = measures.mask(kept["measure"] == "level", "")
    return rows.set_axis(_names(kept) + plain.to_numpy())


def listed_at(targets: pd.DataFrame) -> pd.Series:
    """Return for each target the address of its row in ``listing``."""
    own = pd.Series([verdicts.address(one) for one in targets.itertuples()], index=targets.index)
    return own.groupby([targets[name] for name in GOAL]).transform("first")


def _issuers(targets: pd.DataFrame) -> pd.Series:
    """Return who set each target, in short, with those who set the same."""
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
    return verdicts.sentence(replace(row.reason, notes=()), row.start_kind or row.pace_kind)


def _names(targets: pd.DataFrame) -> pd.Index:
    return pd.Index(targets["indicator"].map(data.indicators()["name_en"]), name="Target")


def _goal(row: Any) -> str:
    if row.kind == "yes-no":
        return "yes"
    return f"{row.goal}" if row.goal.value else "none"


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
