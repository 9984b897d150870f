"""The dictionary's indicators: a script with the data, loaded when it is asked for, and a file.

There are thousands, each with a definition: too many to stand on the page, and too many to load
for a reader who came for the documents.
"""

from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

from analysis import data
from reading import packed

PAGE = "book/evidence/dictionary.html"
DATA, FILE = "_static/dictionary-data.js", "indicators.csv"
SCRIPTS = ("_static/query.js", "_static/dictionary.js")
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


def equip(pages: dict[Path, BeautifulSoup], out: Path) -> None:
    """Write the data, and give the dictionary's page its scripts and its file to download.

    Raises ``ValueError`` when the page has lost the place for the list, or the link to the file.
    """
    soup = pages.get(out / PAGE)
    if soup is None:  # a book of a few chapters, for a preview
        return
    place, link = soup.select_one("#dictionary"), soup.select_one(f'a[download="{FILE}"]')
    if not place or not link:
        raise ValueError(
            f"{PAGE}: no element with the id 'dictionary', or no link to download {FILE}. "
            "Remedy: put both in its text."
        )
    frame = rows(data.indicators(), data.units(), data.observations())
    packed.write(out / DATA, "dictionaryData", payload(frame))
    file = out / "_downloads" / PAGE.removesuffix(".html") / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    table = "\ufeff" + frame.to_csv(index=False, lineterminator="\n")
    file.write_text(table, "utf-8", newline="")
    up = "../" * PAGE.count("/")
    link["href"] = up + file.relative_to(out).as_posix()
    place["data-source"] = up + DATA
    for script in SCRIPTS:
        soup.head.append(soup.new_tag("script", src=up + script, defer=""))
