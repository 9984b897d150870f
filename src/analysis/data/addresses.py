"""Where a figure stands, in short: its line, and before it its volume where there are several."""

from __future__ import annotations

import pandas as pd

from analysis.data.loading import Tables, kept_beside, load


def line(document: str, number: int) -> str:
    """Return the address of a line: ``5558``, of several volumes ``2022:5558``.

    What is of no document of the data (a publisher of ``context/``) has the line alone.
    """
    tables = load()
    volume = _volumes(tables).get(document, "") if len(tables.volumes) > 1 else ""
    return f"{volume}:{number}" if volume else str(number)


def lines(rows: pd.DataFrame) -> pd.Series:
    """Return the addresses of rows (``document, line``): of one volume, their lines as they are."""
    if len(load().volumes) < 2:
        return rows["line"]
    told = list(map(line, rows["document"], rows["line"]))
    return pd.Series(told, index=rows.index)


@kept_beside
def _volumes(tables: Tables) -> dict[str, str]:
    return dict(zip(tables.documents["document"], tables.documents["yearbook"], strict=True))
