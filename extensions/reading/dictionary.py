"""The dictionary's indicators: a script with the data, loaded when it is asked for, and a file.

There are thousands, each with a definition: too many to stand on the page, and too many to load
for a reader who came for the documents.
"""

import pandas as pd

from analysis import data
from reading import packed
from reading.lookup import DICTIONARY

COLUMNS = ["indicator", "name_en", "name_zh", "theme", "unit", "parent", "definition"]


def rows(indicators: pd.DataFrame, units: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each of ``indicators``, in their order.

    Columns as in ``COLUMNS``, then ``unit_en`` and ``figures``: how many observations there are.
    """
    counted = observations["indicator"].value_counts()
    frame = indicators.reset_index()[COLUMNS]
    return frame.assign(
        unit_en=frame["unit"].map(units["name_en"]),
        figures=frame["indicator"].map(counted).fillna(0).astype(int),
    )


def payload(frame: pd.DataFrame) -> dict:
    """Return the rows for the page's script, by column; what recurs is a place in ``texts``."""
    columns: dict[str, list] = {}
    texts: dict[str, list[str]] = {}
    for name in frame:
        if name in ("theme", "unit", "unit_en"):
            places, found = pd.factorize(frame[name])
            columns[name], texts[name] = places.tolist(), found.tolist()
        else:
            columns[name] = frame[name].tolist()
    return {"rows": columns, "texts": texts}


def files() -> dict[str, bytes]:
    """Return the script with the data, and the file to download, by their paths in the report."""
    frame = rows(data.indicators(), data.units(), data.observations())
    table = "\ufeff" + frame.to_csv(index=False, lineterminator="\n")
    return {
        DICTIONARY.data: packed.script("dictionaryData", payload(frame)),
        DICTIONARY.file: table.encode(),
    }
