"""What stands under a chart or a table: the volume, the documents, and their printed pages."""

from __future__ import annotations

from analysis import data
from analysis.data import edition

# How a reader is told of a main document; others bear the name that the data give them.
NAMES = {
    "communique": "communique",
    "party report": "Party report",
    "congress report": "Congress report",
    "government report": "Government report",
    "consultative conference report": "report of the consultative conference",
}


def cite(*documents: str, more: str = "") -> str:
    """Return the source of a chart: ``Suzhou Yearbook (2022), statistical communique, p. 305``.

    ``documents`` are main documents by role (``edition.MAIN``), of the report's year, and others by
    their id; ``more`` follows them. A document of another volume than the first bears its volume.

    Raises ``ValueError`` for a document that there is not.
    """
    about = data.documents()
    ids = [edition.document(one) if one in edition.MAIN else one for one in documents]
    if unknown := [one for one in ids if one not in about.index]:
        raise ValueError(f"documents.csv has no {', '.join(unknown)}")
    first = about.at[ids[0], "yearbook"]
    parts = []
    for row in about.loc[ids].itertuples():
        name = NAMES.get(str(row.role), str(row.Index).replace("_", " "))
        other = "" if row.yearbook == first else f" of volume {row.yearbook}"
        parts.append(f"{name}, p. {row.page}{other}")
    if len(parts) == 1:
        said = parts[0].replace("communique", "statistical communique", 1)
        return f"{book(first)}, {'; '.join(filter(None, [said, more]))}"
    return f"{book(first)}: {'; '.join(filter(None, [*parts, more]))}"


def book(volume: str | None = None) -> str:
    """Return a volume's name, by default of the one about the report's year.

    Raises ``ValueError`` where no volume is about that year.
    """
    if volume is None:
        found = data.volumes()
        found = found[found["year"] == edition.year()]
        if found.empty:
            raise ValueError(f"volumes.csv has no volume about {edition.year()}")
        volume = str(found.index[0])
    place = data.entities().at[edition.entity(), "name_en"].removesuffix(" District")
    return f"{place} Yearbook ({volume})"


def page(document: str) -> str:
    """Return where a document begins in the printed volume: ``p. 305``; named as in ``cite``.

    Raises ``ValueError`` for a document that there is not.
    """
    about = data.documents()
    one = edition.document(document) if document in edition.MAIN else document
    if one not in about.index:
        raise ValueError(f"documents.csv has no {one}")
    return f"p. {about.at[one, 'page']}"
