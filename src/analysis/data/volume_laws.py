"""Laws of volumes and of what documents are: who reads a number finds one text that it is of."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.data import edition, ordering
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
    documents = tables.documents
    for volume in tables.volumes.itertuples():
        own = documents[documents["yearbook"] == volume.volume]
        late = own[own["year"] > volume.year]
        if len(late) > 1 and 2 * len(late) > len(own):
            problem = f"{volume.year} is before {late['year'].max()}, of which documents of it tell"
            yield Fault("volumes.csv", volume.Index, "year", problem, "correct the year")
            continue
        for row in late.itertuples():
            said = (
                f"{row.year} is after {volume.year}, the year that volume {volume.volume} is about"
            )
            yield Fault("documents.csv", row.Index, "year", said, "correct the year or the volume")


def _published(tables: Tables) -> Iterable[Fault]:
    """A volume is about a year that is over when it is published."""
    for row in tables.volumes.itertuples():
        if row.year > int(row.published[:4]):
            problem = f"{row.year} is after {row.published}, when it was published"
            yield Fault("volumes.csv", row.Index, "year", problem, "correct the one that is wrong")


def _pages(tables: Tables) -> Iterable[Fault]:
    """What stands on a later line of a volume begins on no earlier page."""
    for _, own in tables.documents.sort_values("first_line").groupby("yearbook"):
        pages = own["page"].tolist()
        for at, other in ordering.out_of_order(pages):
            side, place = ("before", "an earlier") if other < at else ("after", "a later")
            problem = f"{pages[at]} is {side} page {pages[other]}, on which {place} one begins"
            row = own.index.tolist()[at]
            yield Fault("documents.csv", row, "page", problem, "correct the page")


def _main(tables: Tables) -> Iterable[Fault]:
    """A year has one main document of each role, so that a role and a year name one."""
    main = tables.documents[tables.documents["role"].isin(edition.MAIN)]
    for row in main[main.duplicated(["role", "year"])].itertuples():
        problem = f"{row.year} has a {row.role} already"
        remedy = "correct the year or the role; a second text of that kind is a department's"
        yield Fault("documents.csv", row.Index, "role", problem, remedy)


def _issuers(tables: Tables) -> Iterable[Fault]:
    """An issuer has one name in each language."""
    documents = tables.documents
    for column, other in (("issuer_zh", "issuer_en"), ("issuer_en", "issuer_zh")):
        for name, rows in documents.groupby(column)[other]:
            first = {said: row for row, said in reversed(list(rows.items()))}
            many = rows.value_counts()
            # The rarer of two is likelier mistyped, and of two as rare the later.
            usual, *others = sorted(first, key=lambda said: (-many[said], first[said]))
            for said in others:
                problem = f"{said!r} goes with {name!r}, as {usual!r} does in row {first[usual]}"
                remedy = "write an issuer's two names alike in each row"
                yield Fault("documents.csv", first[said], other, problem, remedy)


def _spans(tables: Tables) -> Iterable[Fault]:
    """A document ends after it begins, and what is said of it stands inside it."""
    documents = tables.documents
    backward = documents[documents["last_line"] < documents["first_line"]]
    for row, last in backward["last_line"].items():
        problem, remedy = f"{last} is before the first line", "write where the document ends"
        yield Fault("documents.csv", row, "last_line", problem, remedy)
    forward = documents[documents["last_line"] >= documents["first_line"]]
    for _, own in forward.sort_values(["first_line", "last_line"]).groupby("yearbook"):
        rows = list(own.itertuples())
        # An end stands behind its line, so that no other begins on it.
        ends = [end for one in rows for end in (2 * one.first_line, 2 * one.last_line + 1)]
        for at, other in ordering.out_of_order(ends):
            here, there = rows[at // 2], rows[other // 2]
            column = ("first_line", "last_line")[at % 2]
            span = f"{there.document}, {there.first_line} to {there.last_line}"
            problem = f"{getattr(here, column)}, of {here.document}, does not go with {span}"
            remedy = "a line has one document: correct where each of the two begins and ends"
            yield Fault("documents.csv", here.Index, column, problem, remedy)
    spans = {row.document: row for row in documents.itertuples()}
    for name in ("not_figures", "exceptions", "places", "neighbours", "known_for", "events"):
        for row in getattr(tables, name).itertuples():
            about = spans[row.document]
            if not about.first_line <= row.line <= about.last_line:
                span = f"{about.first_line} to {about.last_line}"
                problem = f"{row.line} is outside {row.document}, which is {span}"
                others = (
                    f", or {one.document} as its document"
                    for one in spans.values()
                    if one.yearbook == about.yearbook
                    and one.first_line <= row.line <= one.last_line
                )
                remedy = f"write the line on which it stands{next(others, '')}"
                yield Fault(f"{name}.csv", row.Index, "line", problem, remedy)


# The laws of this module, each with the tables whose rows it looks at.
LAWS: Laws = {
    _texts: ("volumes",),
    _published: ("volumes",),
    _years: ("documents",),
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
    # Behind the lines, by which the documents stand in order.
    _pages: ("documents",),
}
