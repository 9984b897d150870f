"""The yearbook's figures: described, read, checked, and chosen one at a time.

``schema`` reads a table as its descriptor says, ``loading`` the tables of a folder, ``lookup``
chooses figures, ``vintages`` a printing where volumes differ, ``laws`` says what must hold of them,
``source`` compares them with the yearbook.
``context`` holds figures of other places, from other publishers, apart from all of these.
"""

from analysis.data.figure import MEASURES, AmbiguousFigure, Figure, Term, UnknownFigure
from analysis.data.folders import folder, use
from analysis.data.loading import CorrectionError, Tables, correct, load, read_all
from analysis.data.lookup import (
    amount,
    as_printed,
    convert,
    documents,
    entities,
    events,
    figure,
    figures,
    indicators,
    known_for,
    neighbours,
    observations,
    places,
    units,
    value,
    volumes,
)

__all__ = [
    "MEASURES",
    "AmbiguousFigure",
    "CorrectionError",
    "Figure",
    "Tables",
    "Term",
    "UnknownFigure",
    "amount",
    "as_printed",
    "convert",
    "correct",
    "documents",
    "entities",
    "events",
    "figure",
    "figures",
    "folder",
    "indicators",
    "known_for",
    "load",
    "neighbours",
    "observations",
    "places",
    "read_all",
    "units",
    "use",
    "value",
    "volumes",
]
