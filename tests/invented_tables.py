"""Tables that are made of an invented yearbook, and the one row of a table that a test is of."""

import pandas as pd

from invented import figure, printing

PARTY, GOVERNMENT = "party_report", "government_report"
INCOMES = ["urban_income", "rural_income"]


def forecast(printed: str, unit: str = "亿元", measure: str = "level", **given) -> dict:
    return figure(printed, unit, measure, **{"document": "a", "status": "forecast"} | given)


def at(table: pd.DataFrame, **wanted):
    """The only row of a table that has these values."""
    found = table
    for column, value in wanted.items():
        found = found[found[column] == value]
    assert len(found) == 1, f"{len(found)} rows for {wanted}"
    return next(found.itertuples())


def rows(table, *figures: dict, **given) -> list:
    """The rows of a table that is made of an invented yearbook."""
    with printing(*figures):
        return list(table(**given).itertuples())


def only(table, *figures: dict, **given):
    """The only row of a table that is made of an invented yearbook."""
    (row,) = rows(table, *figures, **given)
    return row
