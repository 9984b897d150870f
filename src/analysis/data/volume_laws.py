"""Laws of volumes and of what documents are: who reads a number finds one text that it is of."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.data import edition
from analysis.data.faults import Fault
from analysis.data.law import Laws
from analysis.data.loading import Tables


def _texts(tables: Tables) -> Iterable[Fault]:
    """A text is of one volume, since a text is known by its fingerprint alone."""
    volumes = tables.volumes
    for row, text in volumes.loc[volumes["sha256"].duplicated(), "sha256"].items():
        problem, remedy = f"{text} is another volume's", "write that of this volume's text"
        yield Fault("volumes.csv", row, "sha256", problem, remedy)


def _years(tables: Tables) -> Iterable[Fault]:
    """A document is not about a time after the year that its volume is about."""
    about = tables.documents.join(
        tables.volumes.set_index("volume")["year"].rename("of"), "yearbook"
    )
    for row in about[about["year"] > about["of"]].itertuples():
        problem = f"{row.year} is after {row.of}, the year that volume {row.yearbook} is about"
        yield Fault("documents.csv", row.Index, "year", problem, "correct the year or the volume")


def _published(tables: Tables) -> Iterable[Fault]:
    """A volume is about a year that is over when it is published."""
    for row in tables.volumes.itertuples():
        if row.year > int(row.published[:4]):
            problem = f"{row.year} is after {row.published}, when it was published"
            yield Fault("volumes.csv", row.Index, "year", problem, "correct the one that is wrong")


def _pages(tables: Tables) -> Iterable[Fault]:
    """What stands on a later line of a volume begins on no earlier page."""
    ordered = tables.documents.sort_values(["yearbook", "first_line"])
    reached = ordered.groupby("yearbook")["page"].cummax()
    for row in ordered[ordered["page"] < reached].itertuples():
        problem = f"{row.page} is before page {reached[row.Index]}, on which an earlier one begins"
        yield Fault("documents.csv", row.Index, "page", problem, "correct the one mistyped")


def _main(tables: Tables) -> Iterable[Fault]:
    """A year has one main document of each role, so that a role and a year name one."""
    main = tables.documents[tables.documents["role"].isin(edition.MAIN)]
    for row in main[main.duplicated(["role", "year"])].itertuples():
        problem = f"{row.year} has a {row.role} already"
        remedy = "correct the year or the role; a second text of that kind is a department's"
        yield Fault("documents.csv", row.Index, "role", problem, remedy)


def _issuers(tables: Tables) -> Iterable[Fault]:
    """An issuer has one name in each language."""
    names = tables.documents[["issuer_zh", "issuer_en"]].drop_duplicates()
    for column, other in (("issuer_zh", "issuer_en"), ("issuer_en", "issuer_zh")):
        for row, said in names.loc[names[column].duplicated(), other].items():
            problem = f"{said!r} goes with {names.at[row, column]!r}, which is another's above"
            remedy = "write an issuer's two names alike in each row"
            yield Fault("documents.csv", row, other, problem, remedy)


def _spans(tables: Tables) -> Iterable[Fault]:
    """A document ends after it begins, and what is said of it stands inside it."""
    documents = tables.documents
    backward = documents[documents["last_line"] < documents["first_line"]]
    for row, last in backward["last_line"].items():
        problem, remedy = f"{last} is before the first line", "write where the document ends"
        yield Fault("documents.csv", row, "last_line", problem, remedy)
    ordered = documents.sort_values(["yearbook", "first_line", "last_line"])
    above = ordered.groupby("yearbook")["last_line"].transform(_highest_above)
    for row, one in ordered[ordered["first_line"] <= above].iterrows():
        problem = f"{one['first_line']} is inside the document that ends on {above[row]}"
        remedy = "a line has one document: correct where this begins, or where that ends"
        yield Fault("documents.csv", row, "first_line", problem, remedy)
    spans = {row.document: (row.first_line, row.last_line) for row in tables.documents.itertuples()}
    for name in ("not_figures", "exceptions", "places", "neighbours", "known_for", "events"):
        for row in getattr(tables, name).itertuples():
            first, last = spans[row.document]
            if not first <= row.line <= last:
                problem = f"{row.line} is outside the document"
                remedy = "write the line on which it stands"
                yield Fault(f"{name}.csv", row.Index, "line", problem, remedy)


def _highest_above(last: pd.Series) -> pd.Series:
    return last.cummax().shift(fill_value=0)


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _texts: ("volumes",),
    _published: ("volumes",),
    _years: ("documents",),
    _pages: ("documents",),
    _main: ("documents",),
    _issuers: ("documents",),
    _spans: (
        "documents",
        "not_figures",
        "exceptions",
        "places",
        "neighbours",
        "known_for",
        "events",
    ),
}
