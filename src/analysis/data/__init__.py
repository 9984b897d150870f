"""The yearbook's figures: described, read, checked, and chosen one at a time.

``schema`` reads a table as its descriptor says, ``loading`` the tables of a folder, ``lookup``
chooses figures, ``laws`` says what must hold of them, ``source`` compares them with the yearbook.
"""

from analysis.data.figure import MEASURES, AmbiguousFigure, Figure, UnknownFigure
from analysis.data.loading import CorrectionError, Tables, correct, folder, load, read_all, use
from analysis.data.lookup import (
    amount,
    convert,
    documents,
    entities,
    figure,
    figures,
    indicators,
    observations,
    units,
    value,
)

__all__ = [
    "MEASURES",
    "AmbiguousFigure",
    "CorrectionError",
    "Figure",
    "Tables",
    "UnknownFigure",
    "amount",
    "convert",
    "correct",
    "documents",
    "entities",
    "figure",
    "figures",
    "folder",
    "indicators",
    "load",
    "observations",
    "read_all",
    "units",
    "use",
    "value",
]
