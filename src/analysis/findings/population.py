"""Population: why the number of residents changed, and how many people places list."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount, percent
from analysis.data import Figure, edition


@dataclass(frozen=True)
class Balance:
    """What changed the number of residents in a year, all in persons or a unit of them.

    ``change`` is ``births`` less ``deaths`` (together ``natural``) and ``migration``: who came
    less who left, with whatever yearly estimates miss. ``start`` and ``end`` are the residents.
    """

    start: Amount
    end: Amount
    change: Amount
    births: Amount
    deaths: Amount
    natural: Amount
    migration: Amount


def balance(end: Amount, change: Amount, birth_rate: Amount, death_rate: Amount) -> Balance:
    """Return the balance of a year from its end, its change and two rates of the mean population.

    The mean of start and end is ``end - change / 2``; ``births = mean * birth rate``, deaths in
    the same way, and ``migration = change - mean * (birth rate - death rate)``: the balancing
    equation of demography.
    """
    mean = end - change / 2
    natural = mean * (birth_rate - death_rate).to("")
    return Balance(
        end - change, end, change, mean * birth_rate.to(""), mean * death_rate.to(""), natural,
        change - natural,
    )  # fmt: skip


def gained(part: Amount, share: Amount, rise: Amount, start: Amount) -> tuple[Amount, Amount]:
    """Return by how many persons and by what percent a part of the population grew.

    ``share`` is the part's share now and ``rise`` by how much it rose; before it was
    ``start * (share - rise)``.
    """
    before = start * (share - rise).to("")
    return part - before, percent(part / before - 1)


def year_of_children(children: Amount, ages: int) -> Amount:
    """Return the mean number of children to a year of age, of so many ages."""
    return children / ages


def on_lists(kind: str) -> list[Figure]:
    """Return the people that each place of a kind prints, in the order of the data.

    ``kind`` is that of ``data.entities``, such as ``township``.
    """
    held = data.entities()
    of_kind = set(held.index[held["kind"] == kind])
    found = data.figures(
        indicator="population", period=f"{edition.year()}-12-31", measure="level", status="outturn"
    )
    return [one for one in found if one.entity in of_kind]
