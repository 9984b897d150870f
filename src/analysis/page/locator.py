"""A map that says where one town lies among others, on outlines with their coordinates."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

import numpy as np
import pandas as pd
from matplotlib.patches import Circle, Polygon

from analysis.page import layout, naming, style

EARTH = 6371  # km, its mean radius
# Of the projection: two parallels without distortion, and its middle. They suit China.
PARALLELS, MIDDLE = (25, 47), (105, 35)


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Return how far east and north of ``MIDDLE`` a point is drawn, in km; given in degrees.

    Albers' equal-area conic projection of a sphere (Snyder, Map Projections, 1987, 14-1 to 14-6):
    areas are in proportion, and round the ``PARALLELS`` shapes are nearly right.
    """
    low, high = (radians(one) for one in PARALLELS)
    n = (sin(low) + sin(high)) / 2

    def radius(degrees: float) -> float:
        return EARTH * sqrt(cos(low) ** 2 + 2 * n * (sin(low) - sin(radians(degrees)))) / n

    turn, far = n * radians(longitude - MIDDLE[0]), radius(latitude)
    return far * sin(turn), radius(MIDDLE[1]) - far * cos(turn)


@style.form
def locate(
    outlines: pd.DataFrame,
    towns: pd.DataFrame,
    *,
    shaded: str,
    highlight: str,
    title: str,
    subtitle: str,
    source: str,
) -> style.Chart:
    """Return a map that says where one town lies among others.

    outlines
        A corner a row, in order: ``place, ring, longitude, latitude`` (degrees east and north). A
        place may have several rings; later places are drawn on earlier ones.
    towns
        Index of labels; ``longitude, latitude``.
    shaded
        The place that is darker.
    highlight
        The town that the map is about.

    Notes
    -----
    An alt text says in which part of the outline the town lies. For the projection see
    ``projected``.

    Raises
    ------
    ValueError
        For a place or a town that is not given, and for what is not on the earth.
    """
    if shaded not in set(outlines["place"]):
        raise ValueError(f"there is no outline of {shaded!r} to shade")
    if highlight not in towns.index:
        raise ValueError(f"{highlight!r} is none of the towns: {', '.join(towns.index)}")
    for table, names in ((outlines, outlines["place"]), (towns, towns.index.to_series())):
        on_earth = table["longitude"].between(-180, 180) & table["latitude"].between(-90, 90)
        if len(lost := names[~on_earth]):
            raise ValueError(f"no such degrees on the earth: a point of {lost.iloc[0]}")
    corners = np.array([projected(*one) for one in outlines[["longitude", "latitude"]].values])
    west, south = corners.min(axis=0)
    side = 2
    width = style.paper().width
    per = (width - 2 * side) / (corners[:, 0].max() - west)
    height = (corners[:, 1].max() - south) * per + 2 * side
    figure, axes, _ = layout.board(title, subtitle, source, height)

    def laid(longitude: float, latitude: float) -> tuple[float, float]:
        x, y = projected(longitude, latitude)
        return side + (x - west) * per, side + (y - south) * per

    taken = []  # by a coast: names keep clear of it
    for (place, _), ring in outlines.groupby(["place", "ring"], sort=False):
        points = [laid(*one) for one in ring[["longitude", "latitude"]].values]
        fill = style.SHADES[2 if place == shaded else 0]
        axes.add_patch(
            Polygon(points, facecolor=fill, edgecolor=style.QUIET, linewidth=0.7, zorder=1)
        )
        taken += [naming.circle(point, 1) for point in points]
    where = {one.Index: laid(one.longitude, one.latitude) for one in towns.itertuples()}
    radii = {one: (0.4 if one == highlight else 0.22) * style.paper().text for one in where}
    for one, point in where.items():
        colour = style.ACCENT if one == highlight else style.MUTED
        edge = {"edgecolor": style.GROUND, "linewidth": 1}
        axes.add_patch(Circle(point, radii[one], facecolor=colour, zorder=3, **edge))
    wanted = {one: (point, radii[one] + 1, str(one)) for one, point in where.items()}
    taken += [naming.circle(point, radii[one]) for one, point in where.items()]
    for text, box in naming.beside(wanted, taken, (width, height)):
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        main = text == highlight
        colour = style.INK if main else style.MUTED
        style.write(axes, text, middle, ha="center", bold=main, color=colour)
    named = {"longitude": "Degrees east", "latitude": "Degrees north"}
    drawn = towns[list(named)].rename(columns=named).rename_axis("Name").reset_index()
    style.keep(figure, drawn, measure=subtitle, source=source)
    return figure
