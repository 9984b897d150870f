"""Every figure on one page: a script with the data, and a file with all of them.

The page's own script searches and shows them. Figures are given as printed; where the report
corrects one, its row says so.
"""

import pandas as pd

from analysis import data
from analysis.data.loading import Tables
from analysis.page import words
from analysis.page.tables import MEASURES
from reading import packed
from reading.lookup import FIGURES

# What belongs to a key is said once for it.
TABLES = {
    "indicator": ["theme", "name_en", "name_zh"],
    "entity": ["entity_en", "entity_zh"],
    "unit": ["unit_en"],
    "document": ["document_en", "document_zh", "page"],
}
# The columns of the download, in its order.
COLUMNS = [
    *["theme", "indicator", "name_en", "name_zh", "entity", "entity_en", "entity_zh"],
    *["period", "measure", "value", "value_max", "unit", "unit_en", "written", "status", "bound"],
    *["printed", "document", "document_en", "document_zh", "page", "line", "note", "correction"],
]


def rows(observations: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return the explorer's rows, one for each of ``observations`` (as printed), in their order.

    Columns as in ``COLUMNS``; a document's title says its volume where there are several,
    ``written`` is the amount as a chapter writes it, and ``correction`` says what the report
    corrects in the row, and why, and is empty elsewhere.
    """
    key = ["document", "line", "printed"]
    fixes = tables.corrections
    said = (
        fixes["column"]
        .str.cat([fixes["was"], fixes["should_be"]], sep=" → ")
        .str.replace(" → ", " ", n=1)
        .str.cat(fixes["reason"], sep=". ")
    )
    corrected = fixes[key].assign(correction=said).groupby(key)["correction"].agg(" ".join)
    units = tables.units.set_index("unit")["name_en"].rename("unit_en")
    frame = observations.join(units, on="unit").join(corrected, on=key)
    frame["written"] = [words.written(one) for one in data.as_printed(observations)]
    if len(tables.volumes) > 1:
        frame["document_en"] += " (volume " + frame["volume"] + ")"
    return frame.fillna({"correction": ""})[COLUMNS]


def payload(frame: pd.DataFrame, tables: Tables) -> dict:
    """Return the rows for the page's script, each text once.

    ``columns``: the order of the download. ``rows``: by column a list, a row's place in its
    column's ``texts`` where there are some. ``tables``: for each key of ``TABLES`` what belongs to
    it, a list by column in the order of that key's texts. ``factors``: by unit, what one of
    it is in the base unit. ``kinds``: by place, its kind. ``measures``: their names for a reader.
    """
    texts, columns = {}, {}
    joined = {column for belonging in TABLES.values() for column in belonging}
    for name in COLUMNS:
        if name in joined:
            continue
        column = frame[name]
        if pd.api.types.is_numeric_dtype(column):
            columns[name] = [None if pd.isna(one) else _short(one) for one in column]
        else:
            places, found = pd.factorize(column)
            columns[name], texts[name] = places.tolist(), found.tolist()
    belonging = {}
    for key, names in TABLES.items():
        each = frame.drop_duplicates(key).set_index(key)
        belonging[key] = {name: each[name].tolist() for name in names}
    units, places = tables.units.set_index("unit"), tables.entities.set_index("entity")
    return {
        "columns": COLUMNS,
        "rows": columns,
        "texts": texts,
        "tables": belonging,
        "factors": {one: _short(units.at[one, "factor"]) for one in texts["unit"]},
        "kinds": {one: places.at[one, "kind"] for one in texts["entity"]},
        "measures": MEASURES,
    }


def as_csv(frame: pd.DataFrame) -> str:
    """Return the rows as the page's script writes those that a reader has chosen."""
    numbers = frame.assign(
        **{
            name: ["" if pd.isna(one) else str(_short(one)) for one in frame[name]]
            for name in ("value", "value_max")
        }
    )
    return "\ufeff" + numbers.to_csv(index=False, lineterminator="\n")


def files() -> dict[str, bytes]:
    """Return the script with the data, and the file to download, by their paths in the report."""
    tables = data.load()
    frame = rows(data.observations(corrected=False), tables)
    return {
        FIGURES.data: packed.script("figuresData", payload(frame, tables)),
        FIGURES.file: as_csv(frame).encode(),
    }


def _short(number: float) -> int | float:
    """Return a whole number without the point that JavaScript would not write either."""
    return int(number) if number == int(number) else float(number)
