"""A table as text that other programs read."""

from __future__ import annotations

import pandas as pd


def exported(table: pd.DataFrame, form: str) -> str:
    """Return a table as CSV or as JSON, a record for each row."""
    if form == "csv":
        return str(table.to_csv(index=False, lineterminator="\n"))
    return str(table.to_json(orient="records", force_ascii=False, indent=1)) + "\n"
