"""Laws of volumes and of what documents are: who reads a number finds one text that it is of."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.data import edition
from analysis.data.faults import Fault
from analysis.data.law import Laws, distinct, repeats
from analysis.data.loading import Tables, rows


def _texts(tables: Tables) -> Iterable[Fault]:
    """A text is of one volume, since a text is known by its fingerprint alone."""
    for row, _ in repeats(rows(tables, "volumes"), "sha256"):
        problem, remedy = f"{row.sha256} is another volume's", "write that of this volume's text"
        yield Fault("volumes.csv", row.Index, "sha256", problem, remedy)


def _years(tables: Tables) -> Iterable[Fault]:
    """A document is not about a time after the year that its volume is about."""
    about = {row.volume: row.year for row in rows(tables, "volumes")}
    for row in rows(tables, "documents"):
        if row.year > about[row.yearbook]:
            problem = (
                f"{row.year} is after {about[row.yearbook]}, "
                f"the year that volume {row.yearbook} is about"
            )
            remedy = "correct the year or the volume"
            yield Fault("documents.csv", row.Index, "year", problem, remedy)


def _published(tables: Tables) -> Iterable[Fault]:
    """A volume is about a year that is over when it is published."""
    for row in rows(tables, "volumes"):
        if row.year > int(row.published[:4]):
            problem = f"{row.year} is after {row.published}, when it was published"
            yield Fault("volumes.csv", row.Index, "year", problem, "correct the one that is wrong")


def _pages(tables: Tables) -> Iterable[Fault]:
    """What stands on a later line of a volume begins on no earlier page."""
    reached: dict[str, int] = {}
    for row in sorted(rows(tables, "documents"), key=lambda row: (row.yearbook, row.first_line)):
        before = reached.get(row.yearbook, row.page)
        if row.page < before:
            problem = f"{row.page} is before page {before}, on which an earlier one begins"
            yield Fault("documents.csv", row.Index, "page", problem, "correct the one mistyped")
        reached[row.yearbook] = max(before, row.page)


def _main(tables: Tables) -> Iterable[Fault]:
    """A year has one main document of each role, so that a role and a year name one."""
    main = [row for row in rows(tables, "documents") if row.role in edition.MAIN]
    for row, _ in repeats(main, "role", "year"):
        problem = f"{row.year} has a {row.role} already"
        remedy = "correct the year or the role; a second text of that kind is a department's"
        yield Fault("documents.csv", row.Index, "role", problem, remedy)


def _issuers(tables: Tables) -> Iterable[Fault]:
    """An issuer has one name in each language."""
    names = ("issuer_zh", "issuer_en")
    issuers = distinct(rows(tables, "documents"), *names)
    for column, other in (names, reversed(names)):
        for row, _ in repeats(issuers, column):
            said, named = getattr(row, other), getattr(row, column)
            problem = f"{said!r} goes with {named!r}, which is another's above"
            remedy = "write an issuer's two names alike in each row"
            yield Fault("documents.csv", row.Index, other, problem, remedy)


def _spans(tables: Tables) -> Iterable[Fault]:
    """A document ends after it begins, and what is said of it stands inside it."""
    documents = {row.document: row for row in rows(tables, "documents")}
    for row in documents.values():
        if row.last_line < row.first_line:
            problem = f"{row.last_line} is before the first line"
            remedy = "write where the document ends"
            yield Fault("documents.csv", row.Index, "last_line", problem, remedy)
    reached: dict[str, int] = {}
    for row in sorted(
        documents.values(), key=lambda row: (row.yearbook, row.first_line, row.last_line)
    ):
        above = reached.get(row.yearbook, 0)
        if row.first_line <= above:
            problem = f"{row.first_line} is inside the document that ends on {above}"
            remedy = "a line has one document: correct where this begins, or where that ends"
            yield Fault("documents.csv", row.Index, "first_line", problem, remedy)
        reached[row.yearbook] = max(above, row.last_line)
    for name in _INSIDE:
        for row in rows(tables, name):
            about = documents[row.document]
            if not about.first_line <= row.line <= about.last_line:
                problem = f"{row.line} is outside the document"
                remedy = "write the line on which it stands"
                yield Fault(f"{name}.csv", row.Index, "line", problem, remedy)


# Tables of what stands on a line of a document.
_INSIDE = ("not_figures", "exceptions", "places", "neighbours", "known_for", "events")


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _texts: ("volumes",),
    _published: ("volumes",),
    _years: ("documents",),
    _pages: ("documents",),
    _main: ("documents",),
    _issuers: ("documents",),
    _spans: ("documents", *_INSIDE),
}
