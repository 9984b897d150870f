"""What later volumes say otherwise, as a reader sees it: a sentence, and both numbers."""

from __future__ import annotations

import pandas as pd

from analysis import audit, data
from analysis.amount import Amount
from analysis.audit.revisions import IMPLIED, UP
from analysis.data import addresses, edition
from analysis.data.folders import FIRST, LATEST
from analysis.page import words
from analysis.page.tables import MEASURES

_TAKEN = {
    FIRST: "from the first volume that prints it: there its parts and its growth stand beside it",
    LATEST: "from the latest volume that prints it, as revised",
}


def sentence(found: pd.DataFrame | None = None) -> str:
    """Return how much was revised; ``found`` is by default ``audit.revisions()``."""
    if len(data.volumes()) < 2:
        return "So far there is one volume, and nothing to revise yet."
    found = audit.revisions() if found is None else found
    if found.empty:
        return "The volumes agree in every figure that they share."
    up = int((found["direction"] == UP).sum())
    implied = int((found["kind"] == IMPLIED).sum())
    was = "was" if len(found) == 1 else "were"
    printed = (
        f" Of {words.spelled(implied)} the new number is not printed, and follows from the growth."
        if implied
        else ""
    )
    return (
        f"{words.counted(len(found), 'figure')} {was} revised, {words.spelled(up)} "
        f"upwards and {words.spelled(len(found) - up)} downwards.{printed}"
    )


def taken() -> str:
    """Return which volume's printing of a fact the report takes, as the end of a sentence."""
    vintage = edition.vintage()
    return _TAKEN.get(vintage, f"from the volume of {vintage} alone")


def table(found: pd.DataFrame) -> pd.DataFrame:
    """Return revisions for ``tables.show``: what, when, old, new, by how much, and where.

    ``found`` has the columns of ``audit.revisions()``.
    """
    names = data.indicators()["name_en"]
    rows = [
        {
            "Figure": _named(str(names[row.indicator]), row.entity),
            "Measure": MEASURES[row.measure] + (", implied" if row.kind == IMPLIED else ""),
            "Period": row.period.removesuffix("-12-31"),
            "Was": f"{row.was}",
            "Became": f"{row.became}" if row.kind != IMPLIED else f"{row.became:.4g}",
            "By": _moved(row.moved),
            "Lines": " ".join(
                addresses.line(document, line)
                for document, line in (
                    (row.old_document, row.old_line),
                    (row.new_document, row.new_line),
                )
            ),
        }
        for row in found.itertuples()
    ]
    columns = ["Figure", "Measure", "Period", "Was", "Became", "By", "Lines"]
    return pd.DataFrame(rows, columns=columns).set_index("Figure")


def _moved(by: Amount) -> str:
    """Return a change; that of a rate is in percentage points."""
    return words.points(by.value, signed=True) if by.unit == "%" else f"{by:.3g}"


def _named(name: str, entity: str) -> str:
    if entity == edition.entity():
        return name
    return f"{name} ({data.entities().at[entity, 'name_en']})"
