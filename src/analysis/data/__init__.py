"""The yearbook's figures: described, read, checked, and chosen one at a time.

``schema`` reads a table as its descriptor says, ``loading`` the tables of a folder, ``lookup``
chooses figures, ``laws`` says what must hold of them, ``source`` compares them with the yearbook.
"""

from analysis.data.figure import AmbiguousFigure, Fact, UnknownFigure
from analysis.data.loading import CorrectionError, Tables, correct, folder, load, read_all, use
from analysis.data.lookup import (
    documents,
    entities,
    fact,
    facts,
    indicators,
    observations,
    units,
    value,
)

__all__ = [
    "AmbiguousFigure",
    "CorrectionError",
    "Fact",
    "Tables",
    "UnknownFigure",
    "correct",
    "documents",
    "entities",
    "fact",
    "facts",
    "folder",
    "indicators",
    "load",
    "observations",
    "read_all",
    "units",
    "use",
    "value",
]
