"""What the report is about: its year, its place, its main documents, its printing of a fact.

Year, place and vintage stand in ``edition.json`` beside the tables, and nowhere else; what a
document is, and of which year, in ``documents.csv``.
"""

from __future__ import annotations

from analysis.data.folders import FOLDER, folder, read, use
from analysis.data.loading import Tables, kept_beside, load

__all__ = [
    "FOLDER",
    "communiques",
    "document",
    "entity",
    "folder",
    "periods",
    "use",
    "vintage",
    "year",
]

COMMUNIQUE = "communique"
# Of these roles a year has one document each at most.
MAIN = (
    COMMUNIQUE,
    "party report",
    "congress report",
    "government report",
    "consultative conference report",
    "chronicle",
)


def year() -> int:
    """Return the year that the report is about."""
    return read(folder()).year


def periods(of: int | None = None) -> tuple[str, str]:
    """Return the periods that speak of one year, by default the report's: it, and its end."""
    of = year() if of is None else of
    return str(of), f"{of}-12-31"


def entity() -> str:
    """Return the id of the place that the report is about."""
    return read(folder()).entity


def vintage() -> str:
    """Return which printing of a fact is taken where volumes differ, see ``vintages``."""
    return read(folder()).vintage


def document(role: str = COMMUNIQUE, year: int | None = None) -> str:
    """Return the id of a main document, by default the statistics bureau's for the report's year.

    ``role`` is one of ``MAIN``. What is written once in five years holds until the next: it is
    the newest of its role that is about ``year`` or an earlier one. Raises ``ValueError`` for
    another role, and where there is none.
    """
    if role not in MAIN:
        raise ValueError(f"no main document is a {role!r}; they are {', '.join(MAIN)}")
    wanted = read(folder()).year if year is None else year
    had = {of: name for of, name in _of_role(load(), role).items() if of <= wanted}
    if not had:
        raise ValueError(f"documents.csv has no {role} of {wanted} or before")
    return had[max(had)]


def communiques() -> frozenset[str]:
    """Return the ids of the communiques of all years."""
    return frozenset(_of_role(load(), COMMUNIQUE).values())


@kept_beside
def _of_role(tables: Tables, role: str) -> dict[int, str]:
    rows = tables.documents[tables.documents["role"] == role]
    return dict(zip(rows["year"].tolist(), rows["document"], strict=True))
