"""Laws of volumes and of what documents are: who reads a number finds one text that it is of."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.data import edition
from analysis.data.faults import Fault
from analysis.data.loading import Tables


def faults(tables: Tables) -> Iterable[Fault]:
    """Yield a fault for each volume and each document that breaks one of these laws."""
    yield from _texts(tables)
    yield from _published(tables)
    yield from _years(tables)
    yield from _pages(tables)
    yield from _main(tables)


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
