"""Where the townships lie: a schematic map from printed directions, distances and neighbours.

The yearbook prints no coordinates. Twelve townships print a direction and a distance from the
city; a direction is one of eight, so that a township may lie anywhere in an eighth of the circle.
In the middle of their eighths some would contradict what is printed of their neighbours. The
bearings are therefore turned, inside the eighth and as little as will do, until neighbours lie on
the side that is printed, or as near to it as they can. A place without a distance is put where its
neighbours say. Distances may be by road, so the map is a sketch, not a survey.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from analysis import data

BEARINGS = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
HALF = 22  # degrees: how far a bearing may be turned inside its eighth of the circle
SIDE = 45  # degrees: how far off its printed side a neighbour may lie
OPPOSITE = {"N": "S", "S": "N", "E": "W", "W": "E"}
PRINTED, MOVED, EDGE, BY_NEIGHBOURS = "printed", "moved", "edge of the city", "by neighbours"

Point = tuple[float, float]


def positions() -> pd.DataFrame:
    """Return where the townships of the data lie, as ``place`` works it out."""
    entities = data.entities()
    townships = list(entities.index[entities["kind"] == "township"])
    places = data.places()
    distances = {
        one.entity: one.value
        for one in data.figures(indicator="distance_to_city", measure="level")
        if one.entity in townships
    }
    return place(townships, places["direction"], distances, data.neighbours())


def place(
    entities: Iterable[str],
    directions: Mapping[str, str],
    distances: Mapping[str, float],
    neighbours: pd.DataFrame,
) -> pd.DataFrame:
    """Return where places lie around a city.

    ``directions`` are points of the compass seen from it, ``distances`` kilometres;
    ``neighbours`` has ``entity, side, neighbour``. Indexed by entity in the order given; columns
    ``x, y`` (kilometres east and north of the city) and ``basis``:

    - ``printed``: the printed distance, in the middle of the printed direction;
    - ``moved``: the same distance, the bearing turned inside its eighth for the neighbours' sake;
    - ``edge of the city``: a direction without a distance, at the least distance of all;
    - ``by neighbours``: neither; its east is the mean of its neighbours to the north and south,
      its north the mean of those to the east and west.

    A neighbour is on its side within 45 degrees. The turns leave the fewest degrees beyond that,
    summed over all neighbours, and of such turns they are the smallest; found by turning one
    place at a time, from the middle, until none improves. Raises ``ValueError`` for a place that
    has neither a direction nor neighbours to stand between.
    """
    entities = list(entities)
    seen = {one: BEARINGS[directions[one]] for one in entities if directions.get(one) in BEARINGS}
    reach = {one: distances.get(one, min(distances.values())) for one in seen}
    pairs = _pairs(neighbours, entities)

    def lay(turns: Mapping[str, int]) -> dict[str, Point]:
        return _settled(entities, pairs, _points(seen, reach, turns))

    turns = _turned([one for one in seen if one in distances], pairs, lay)
    points = lay(turns)
    basis = {
        one: BY_NEIGHBOURS
        if one not in seen
        else EDGE
        if one not in distances
        else MOVED
        if turns[one]
        else PRINTED
        for one in entities
    }
    return pd.DataFrame(
        [(*points[one], basis[one]) for one in entities],
        columns=["x", "y", "basis"],
        index=pd.Index(entities, name="entity"),
    )


def outward(points: pd.DataFrame) -> list[str]:
    """Return the places from the city outward, those at its edge first.

    ``points`` as ``place`` gives them; of places as far off as each other, in its order.
    """
    far = (points["x"] ** 2 + points["y"] ** 2).where(points["basis"] != EDGE, 0.0)
    return list(far.sort_values(kind="stable").index)


def held(points: pd.DataFrame, neighbours: pd.DataFrame) -> pd.DataFrame:
    """Return each printed side against where the map has the neighbour.

    ``points`` as ``place`` gives them; a row for each of ``neighbours`` that has a side and whose
    both ends are on the map. Columns ``entity, side, neighbour``, ``off`` (degrees between the
    printed side and the bearing on the map) and ``holds`` (45 degrees at most).
    """
    known = {row.Index: (row.x, row.y) for row in points.itertuples()}
    rows = [
        (one, side, other, off := _off(known[one], known[other], side), off <= SIDE)
        for one, side, other in _pairs(neighbours, known)
    ]
    return pd.DataFrame(rows, columns=["entity", "side", "neighbour", "off", "holds"])


def _pairs(neighbours: pd.DataFrame, entities: Iterable[str]) -> list[tuple[str, str, str]]:
    known = set(entities)
    return [
        (row.entity, row.side, row.neighbour)
        for row in neighbours.itertuples()
        if row.side and {row.entity, row.neighbour} <= known
    ]


def _points(
    seen: Mapping[str, float], reach: Mapping[str, float], turns: Mapping[str, int]
) -> dict[str, Point]:
    points = {}
    for one, bearing in seen.items():
        angle = math.radians(bearing + turns.get(one, 0))
        points[one] = (reach[one] * math.sin(angle), reach[one] * math.cos(angle))
    return points


def _turned(
    free: list[str],
    pairs: list[tuple[str, str, str]],
    lay: Callable[[dict[str, int]], dict[str, Point]],
) -> dict[str, int]:
    """Return by how many degrees each bearing is turned; ``lay`` puts places by such turns."""

    def cost(turns: dict[str, int]) -> tuple[float, int]:
        points = lay(turns)
        off = (_off(points[one], points[other], side) for one, side, other in pairs)
        beyond = sum(max(0.0, one - SIDE) for one in off)
        return round(beyond, 6), sum(map(abs, turns.values()))

    turns = dict.fromkeys(free, 0)
    best, before = cost(turns), None
    while best != before:
        before = best
        for one in free:
            for turn in range(-HALF, HALF + 1):
                trial = turns | {one: turn}
                if (found := cost(trial)) < best:
                    turns, best = trial, found
    return turns


def _settled(
    entities: list[str], pairs: list[tuple[str, str, str]], points: dict[str, Point]
) -> dict[str, Point]:
    """Return ``points`` with the places that only their neighbours place."""
    waiting = [one for one in entities if one not in points]
    while waiting:
        for one in waiting:
            if point := _between(one, pairs, points):
                points[one] = point
                waiting.remove(one)
                break
        else:
            raise ValueError(f"nothing says where {', '.join(waiting)} lies")
    return points


def _off(one: Point, other: Point, side: str) -> float:
    """Return the degrees between a side of the compass and the bearing from one to another."""
    bearing = math.degrees(math.atan2(other[0] - one[0], other[1] - one[1]))
    return abs((bearing - BEARINGS[side] + 180) % 360 - 180)


def _between(
    place: str, pairs: list[tuple[str, str, str]], points: Mapping[str, Point]
) -> Point | None:
    """Return where a place lies by its neighbours on the map, or nothing where they do not say."""
    sides = [(side, other) for one, side, other in pairs if one == place]
    sides += [(OPPOSITE.get(side, ""), one) for one, side, other in pairs if other == place]
    east = [points[other][0] for side, other in sides if side in "NS" and other in points]
    north = [points[other][1] for side, other in sides if side in "EW" and other in points]
    if not (east and north):
        return None
    return sum(east) / len(east), sum(north) / len(north)
