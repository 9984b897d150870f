"""Population: why the number of residents changed, and two ways to count people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount, percent
from analysis.data import Figure, edition

TOGETHER = "all "  # what the note of tests says that are of all rounds together


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


@dataclass(frozen=True)
class Tested:
    """A township's printed people, and its virus tests in all rounds together."""

    people: Figure
    samples: Figure
    rounds: Figure

    @property
    def a_round(self) -> Amount:
        """Samples a round, taken for as many persons."""
        return data.amount(self.samples.at, "人", self.samples.around) / self.rounds.value


def reached(some: Sequence[Tested]) -> Amount:
    """Return the samples a round of several townships in percent of their people."""
    return (sum_of(one.a_round for one in some) / sum_of(one.people for one in some)).to("%")


def sum_of(amounts: Iterable[Amount]) -> Amount:
    """Return the sum of amounts of one kind, of which there is at least one."""
    first, *others = amounts
    for one in others:
        first = first + one
    return first


def townships() -> list[Figure]:
    """Return the people that each township prints, in the order of the data."""
    held = data.entities()
    of_kind = set(held.index[held["kind"] == "township"])
    found = data.figures(
        indicator="population", period=f"{edition.year()}-12-31", measure="level", status="outturn"
    )
    return [one for one in found if one.entity in of_kind]


def tested() -> list[Tested]:
    """Return the townships that print people, rounds of tests and samples of all rounds together.

    In the order of the data.
    """
    found = []
    for people in townships():
        here = {
            one.indicator: one
            for one in data.figures(
                entity=people.entity, period=str(edition.year()), measure="level", status="outturn"
            )
        }
        samples = here.get("covid_testing.person_times")
        rounds = here.get("covid_testing.all_resident_rounds")
        if samples and rounds and samples.note.startswith(TOGETHER):
            found.append(Tested(people, samples, rounds))
    return found
