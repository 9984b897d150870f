"""What places print in their own entries: found, added up, divided, compared."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from analysis import data
from analysis.amount import Amount, percent
from analysis.data import Figure, edition

Own = dict[str, Figure]  # of each place, the figure in its own entry


def documents(places: Collection[str]) -> dict[str, str]:
    """Return each place's own entry: the document that bears its name, with its kind or without.

    Of the documents about the report's year; the name of a volume may follow. Raises
    ``ValueError`` naming the places that have none.
    """
    about, kinds = data.documents(), data.entities()["kind"]
    about = about[about["year"] == edition.year()]
    written = {row.Index.removesuffix(f"_{row.yearbook}"): row.Index for row in about.itertuples()}
    found = {
        place: [written[one] for one in (place, f"{place}_{kinds[place]}") if one in written]
        for place in places
    }
    for several, said in ((False, "no document is"), (True, "two documents could be")):
        if odd := [place for place, own in found.items() if len(own) != 1 and bool(own) == several]:
            raise ValueError(f"{said} the entry of {', '.join(odd)}")
    return {place: own[0] for place, own in found.items()}


@dataclass(frozen=True)
class Printed:
    """What places print of one indicator: ``own`` of each that prints one value.

    ``twice`` has the figures of those that print several which do not agree: neither is the first.
    """

    own: Own
    twice: dict[str, list[Figure]]


def printed(places: Collection[str], indicators: Iterable[str]) -> dict[str, Printed]:
    """Return what each place's own entry prints of each indicator in the year of the report.

    Levels only, in the unit of the dictionary; an outturn goes before a forecast, of figures that
    agree the most precise is returned. Indicators and places in the order given; an indicator that
    none of them prints has none.
    """
    wanted, own, periods = set(indicators), documents(places), edition.periods()
    held: dict[tuple[str, str, str], list[Figure]] = {}
    for one in data.figures(measure="level"):
        spoken = own.get(one.entity) == one.document and one.period in periods
        if spoken and one.indicator in wanted and one.status in ("outturn", "forecast"):
            held.setdefault((one.indicator, one.entity, one.status), []).append(one)
    found = {}
    for indicator in indicators:
        known = {place: _known(held, indicator, place) for place in places}
        found[indicator] = Printed(
            {place: min(some, key=_width) for place, some in known.items() if _agree(some)},
            {place: some for place, some in known.items() if some and not _agree(some)},
        )
    return found


def _known(
    held: Mapping[tuple[str, str, str], list[Figure]], indicator: str, place: str
) -> list[Figure]:
    outturns = held.get((indicator, place, "outturn"), [])
    return outturns or held.get((indicator, place, "forecast"), [])


def _width(one: Figure) -> float:
    return one.interval.width


def _agree(some: list[Figure]) -> bool:
    return bool(some) and all(
        (one.unit, one.bound, one.period) == (some[0].unit, some[0].bound, some[0].period)
        and one.agrees(other)
        for one in some
        for other in some
    )


def total(amounts: Iterable[Amount]) -> Amount:
    """Return the sum of one or more amounts of one kind; ``ValueError`` of none."""
    first, *others = amounts
    for one in others:
        first = first + one
    return first


def counted_as(amount: Amount, unit: str) -> Amount:
    """Return a count of one thing as the same count of another: a test is of one person."""
    return amount / data.amount(1 / amount.factor, amount.unit) * data.amount(1, unit)


def a_round(tests: Amount, rounds: Amount) -> Amount:
    """Return how many people were tested in a round: ``tests / rounds``, in persons.

    The mean of the rounds, each person being tested once in each.
    """
    return counted_as(tests, "人") / (rounds / data.amount(1 / rounds.factor, rounds.unit))


def shares(parts: Mapping[str, Amount], wholes: Mapping[str, Amount]) -> dict[str, Amount]:
    """Return each part as percent of its whole, of those that have both, largest first."""
    both = {one: percent(parts[one] / wholes[one]) for one in parts if one in wholes}
    return dict(sorted(both.items(), key=lambda one: -one[1].value))


def largest_shares(
    parts: Mapping[str, Mapping[str, Amount]], wholes: Mapping[str, Amount]
) -> dict[str, tuple[str, Amount]]:
    """Return the part that is the largest of each place's whole: its name, and its percent.

    ``parts`` maps a name to the amounts of places; a place that prints no part or no whole is left
    out.
    """
    found: dict[str, tuple[str, Amount]] = {}
    for name, amounts in parts.items():
        for place, share in shares(amounts, wholes).items():
            if place not in found or share.value > found[place][1].value:
                found[place] = (name, share)
    return found


def ends(own: Mapping[str, Amount]) -> tuple[str, str] | None:
    """Return the places with the least and with the most, or nothing where two share an end."""
    order = sorted(own, key=lambda place: own[place].value)
    values = [own[place].value for place in order]
    if len(order) < 2 or values[0] == values[1] or values[-1] == values[-2]:
        return None
    return order[0], order[-1]
