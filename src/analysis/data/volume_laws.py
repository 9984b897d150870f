"""Laws of volumes and of what documents are: who reads a number finds one text that it is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from analysis.data import edition, ordering
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
    for volume in rows(tables, "volumes"):
        own = [row for row in rows(tables, "documents") if row.yearbook == volume.volume]
        late = [row for row in own if row.year > volume.year]
        if len(late) > 1 and 2 * len(late) > len(own):
            latest = max(row.year for row in late)
            problem = f"{volume.year} is before {latest}, of which documents of it tell"
            yield Fault("volumes.csv", volume.Index, "year", problem, "correct the year")
            continue
        for row in late:
            problem = (
                f"{row.year} is after {volume.year}, the year that volume {volume.volume} is about"
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
    for own in _by_volume(rows(tables, "documents")):
        for at, other in ordering.out_of_order([row.page for row in own]):
            side, place = ("before", "an earlier") if other < at else ("after", "a later")
            row, page = own[at], own[other].page
            problem = f"{row.page} is {side} page {page}, on which {place} one begins"
            yield Fault("documents.csv", row.Index, "page", problem, "correct the page")


def _by_volume(documents: Iterable[Any]) -> list[list[Any]]:
    """Return the documents of each volume in the order in which they begin and end."""
    own: dict[str, list[Any]] = {}
    for row in sorted(documents, key=lambda row: (row.first_line, row.last_line)):
        own.setdefault(row.yearbook, []).append(row)
    return list(own.values())


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
    pairs = Counter((row.issuer_zh, row.issuer_en) for row in rows(tables, "documents"))
    issuers = distinct(rows(tables, "documents"), *names)
    for column, other in (names, reversed(names)):
        for name in {getattr(row, column): None for row in issuers}:
            own = [row for row in issuers if getattr(row, column) == name]
            # The rarer of two is likelier mistyped, and of two as rare the later.
            usual, *others = sorted(own, key=lambda row: -pairs[row.issuer_zh, row.issuer_en])
            for row in others:
                said = f"as {getattr(usual, other)!r} does in row {usual.Index}"
                problem = f"{getattr(row, other)!r} goes with {name!r}, {said}"
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
    forward = [row for row in documents.values() if row.last_line >= row.first_line]
    for own in _by_volume(forward):
        # An end stands behind its line, so that no other begins on it.
        ends = [end for one in own for end in (2 * one.first_line, 2 * one.last_line + 1)]
        for at, other in ordering.out_of_order(ends):
            here, there = own[at // 2], own[other // 2]
            column = ("first_line", "last_line")[at % 2]
            span = f"{there.document}, {there.first_line} to {there.last_line}"
            problem = f"{getattr(here, column)}, of {here.document}, does not go with {span}"
            remedy = "a line has one document: correct where each of the two begins and ends"
            yield Fault("documents.csv", here.Index, column, problem, remedy)
    for name in _INSIDE:
        for row in rows(tables, name):
            about = documents[row.document]
            if not about.first_line <= row.line <= about.last_line:
                span = f"{about.first_line} to {about.last_line}"
                problem = f"{row.line} is outside {row.document}, which is {span}"
                others = (
                    f", or {one.document} as its document"
                    for one in documents.values()
                    if one.yearbook == about.yearbook
                    and one.first_line <= row.line <= one.last_line
                )
                remedy = f"write the line on which it stands{next(others, '')}"
                yield Fault(f"{name}.csv", row.Index, "line", problem, remedy)


# Tables of what stands on a line of a document.
_INSIDE = ("not_figures", "exceptions", "places", "neighbours", "known_for", "events")


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _texts: ("volumes",),
    _published: ("volumes",),
    _years: ("documents",),
    _main: ("documents",),
    _issuers: ("documents",),
    _spans: ("documents", *_INSIDE),
    # Behind the lines, by which the documents stand in order.
    _pages: ("documents",),
}
