"""What a check of the audit found, in a sentence: the templates of all rules, in one place."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis import audit, data
from analysis.audit import Check
from analysis.data import Figure, addresses
from analysis.page import words

# A sentence is "subject: stated, as printed; basis derived." Names in braces are of `_parts`.
SUBJECT = {
    "year of years": "{name} in {year}",
    "within": "{name}",
    "identity": "{identity}",
    "impossible": "figures, each {what} ({printed} printed)",
    "shares": "the {measure}s {split}, {name} being one of the parts",
}
STATED = {
    "pair": "as printed in the {document}, line {line}",
    "shares": "as is due",
    "impossible": "of them cannot be",
}
BASIS = {
    "pair": "the {other_document}, line {other_line}, prints",
    "levels": "the figures for {other_period} and {last_period} make it",
    "completion": "the amount against its target makes it",
    "change": "its change in percent of what it was before makes it",
    "year of years": "for all of {other_period} the amount is",
    "impossible": "there should be",
    "identity": "{reason} {verb}",
    "sum": "its {parts} parts {split} add up to",
    "within": "{other_name}, of which it is a part, is",
    "shares": "the printed ones add up to",
    "share": "its amount in percent of {last_name} is",
    "growth": "its {parts} parts {split}, weighted, make it",
    "share change": "its growth against that of the whole makes it",
}
BECAUSE = {
    "two aims": "two documents aim at different things, which is no fault of arithmetic",
    "prices of last year": "real growth is weighted at last year's prices, which are not printed",
    "same as all": "both can be only if the other years had none",
}
MEASURES = {
    "growth": "growth of",
    "growth_real": "real growth of",
    "growth_pa": "growth a year of",
    "per_year": "the yearly amount of",
    "change": "the change of",
    "share": "the share of",
    "share_change": "the change of the share of",
    "rank": "the rank of",
    "completion": "the completion of",
}
RATES = ("%", "‰")  # computed, three digits of one say enough
DIGITS = 6  # significant ones of what is stated and derived; of a gap three say enough


def explained(table: pd.DataFrame, checks: Mapping[str, Check] | None = None) -> pd.DataFrame:
    """Return a table of checks, by default that of ``audit.run``, with what was found in words.

    ``checks`` are those that it was made of. Adds ``subject`` (what was tested), ``found`` (what
    came of it) and ``explanation``: both in a sentence, and where a cause is argued, the argument.
    """
    checks = audit.checks() if checks is None else checks
    own = [checks[one] for one in table["check"]]
    subjects = [subject(one) for one in own]
    found = [finding(one) for one in own]
    argued = [
        f" {certainty.capitalize()}: {argument}" if certainty else ""
        for certainty, argument in zip(table["certainty"], table["argument"], strict=True)
    ]
    sentences = [
        f"{one}: {two}{three}" for one, two, three in zip(subjects, found, argued, strict=True)
    ]
    return table.assign(subject=subjects, found=found, explanation=sentences)


def subject(check: Check) -> str:
    """Return what a check tests: ``"Real growth of gross domestic product"``."""
    if check.rule in SUBJECT and not check.given.get("alone"):
        text = SUBJECT[check.rule].format(**_parts(check))
    else:
        text = called(check.figures[0])
    return text[:1].upper() + text[1:]


def finding(check: Check) -> str:
    """Return what a check found: both amounts, and how far apart they may be."""
    weighed, parts = check.weighed, _parts(check)
    stands = STATED.get(check.rule, "as printed").format(**parts)
    basis = BASIS[check.rule].format(**parts)
    stated, derived = (_amount(one, check.unit) for one in (weighed.stated, weighed.derived))
    said = f"{stated} {stands}; {basis} {derived}"
    room = "rounding, with any weights," if check.given.get("weights") else "rounding"
    if weighed.verdict == audit.HOLDS:
        apart = abs(weighed.gap) > 1e-9 * abs(weighed.stated) and check.relation == "="
        return f"{said}, which {room} allows." if apart else f"{said}."
    if check.because:
        return f"{said}: {BECAUSE[check.because]}."
    if weighed.verdict == audit.UNDECIDED:
        return f"{said}: an about, an at least or an at most leaves room for both."
    gap, most = (_amount(one, check.unit, 3) for one in (abs(weighed.gap), weighed.tolerance))
    return f"{said}: a gap of {gap}, where {room} allows {most}."


def sides(check: Check) -> tuple[str, str]:
    """Return the two numbers that a check compares: the tested one, and the other or what makes it.

    A printed number is followed by its document, one that is computed comes after its basis:
    ``("11,672 (communique)", "11,653 (human resources bureau)")``.
    """
    weighed, parts = check.weighed, _parts(check)
    stated = _amount(weighed.stated, check.unit, 5)
    rate = check.rule != "pair" and check.unit in RATES
    derived = _amount(weighed.derived, check.unit, 3 if rate else 5)
    printed = f"{stated} ({parts['document']})"
    if check.rule == "pair":
        return printed, f"{derived} ({parts['other_document']})"
    return printed, f"{BASIS[check.rule].format(**parts)} {derived}"


def called(figure: Figure) -> str:
    """Return what a figure is in words: ``"real growth of gross domestic product"``."""
    if figure.measure not in MEASURES:
        return figure.name_en
    first, second = figure.name_en[:1], figure.name_en[1:2]
    plain = first.lower() if second.islower() else first  # not GDP
    return f"{MEASURES[figure.measure]} {plain}{figure.name_en[1:]}"


def _parts(check: Check) -> dict[str, str | int]:
    """Return what the templates may name: what the rule knew, and its figures."""
    parts = dict(check.given)
    if "split" in parts:
        declared = parts["declared_in"] == "dictionary"
        parts["split"] = f"by {parts['split']}" if declared else f"({parts['split']})"
    if "identity" in parts:
        parts["identity"] = str(parts["identity"]).replace("_", " ")
        parts["verb"] = "comes to" if check.relation == "=" else "is"
    if not check.figures:
        return parts
    places = ("", check.figures[0]), ("other_", check.figures[1 % len(check.figures)])
    for place, one in (*places, ("last_", check.figures[-1])):
        parts |= {
            f"{place}name": one.name_en,
            f"{place}document": one.document.replace("_", " "),
            f"{place}line": addresses.line(one.document, one.line),
            f"{place}period": one.period.replace("/", " to "),
            f"{place}year": one.year,
            f"{place}measure": one.measure.replace("_", " "),
        }
    return parts


def _amount(value: float, unit: str, digits: int = DIGITS) -> str:
    """Return an amount to so many significant digits, without the zeros at its end."""
    rounded = float(f"{value:.{digits}g}")
    if not unit:
        return words.number(rounded)
    decimals = len(f"{rounded:.10f}".rstrip("0").partition(".")[2])
    amount = data.amount(rounded, unit)
    return words.stated(rounded, unit) if amount.base else f"{amount:.{decimals}f}"
