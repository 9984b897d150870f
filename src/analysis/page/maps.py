"""Maps of places round one of them, schematic, as a yearbook words where they lie.

By direction and distance, without borders and roads. Distances are drawn by their square roots,
since most places lie near the centre; rings say how far off, and ``NOTE`` is added to the source.
"""

from __future__ import annotations

from math import cos, hypot, pi, radians, sin, sqrt

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from analysis.page import layout, naming, style

NOTE = (
    "Schematic: directions are broad, distances may be by road and are drawn by their square root. "
    "North is up."
)
RINGS = (10, 30, 60)  # km


def position(bearing: float, distance: float) -> tuple[float, float]:
    """Return how far east and north a place lies: ``bearing`` in degrees from north, clockwise."""
    return distance * sin(radians(bearing)), distance * cos(radians(bearing))


@style.form
def places(
    table: pd.DataFrame,
    *,
    centre: str,
    title: str,
    subtitle: str,
    source: str,
) -> style.Chart:
    """Return a map with a circle a place, and its name and a few words beside it.

    table
        Index of labels; ``x`` and ``y``, km east and north of the centre (see ``position``).
        Where there is ``told``, its words stand under the names; where there is a categorical
        ``shade``, each category has a colour (two at most) and a place without one is hollow.
        A place whose ``approximate`` is true has a dashed edge.
    centre
        The name of the place that all are measured from.
    title, subtitle, source
        The finding, what is shown of which places, and where it is printed.

    Notes
    -----
    An alt text says where most places lie, and where those of each colour do.

    Raises
    ------
    ValueError
        For a place without a position, and for more categories than two.
    """
    if len(lost := table.index[table[["x", "y"]].isna().any(axis=1)]):
        raise ValueError(f"a place on a map needs a position; none for {', '.join(lost)}")
    shades, key = _shades(table)
    keys = layout.key_rows(pd.Index(key))
    sheet = style.paper()
    told = table.get("told")
    names = {one: str(one) if told is None else f"{one}\n{told[one]}" for one in table.index}
    margin = 0.5 * max(style.width(name) for name in names.values()) + 6
    points, per, height = _laid(table, sheet.width, margin, 2.6 * sheet.text)
    figure, axes, width = layout.board(
        title,
        subtitle,
        f"{source}. {NOTE}",
        height,
        key=10 + layout.key_row() * len(keys) if key else 0,
    )
    radius = 0.0144 * sheet.width
    unsure = table.get("approximate", pd.Series(False, table.index))
    _draw(axes, points, radius, shades, unsure, per=per, board=(width, height))
    own = [naming.circle(points[one], radius) for one in table.index]
    taken = [*own, naming.circle(points[None], 6)]
    taken += _rings_named(axes, points, per, (width, height), taken)
    for text, box in naming.beside(
        {one: (points[one], radius, name) for one, name in names.items()}
        | {None: (points[None], 5, centre)},
        taken,
        (width, height),
    ):
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        style.write(axes, text, middle, ha="center", bold=text == centre)
    if key:
        layout.stack_key(figure, axes, keys, key)
    columns = {"x": "Km east", "y": "Km north", "told": "Words", "shade": "Shade"}
    drawn = table.rename(columns=columns).rename_axis("Name").reset_index()
    style.keep(figure, drawn, measure=subtitle, source=source)
    return figure


def _shades(table: pd.DataFrame) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colour of each place, and the key: text to colour."""
    if "shade" not in table:
        return dict.fromkeys(table.index, style.SHADES[2]), {}
    kinds = list(table["shade"].cat.categories)
    if len(kinds) > 2:
        raise ValueError(f"a map has two colours for kinds, not {len(kinds)}: {kinds}")
    key = dict(zip(kinds, (style.QUIET, style.ACCENT), strict=False))
    return {one: key.get(kind, style.GROUND) for one, kind in table["shade"].items()}, key


def _laid(
    table: pd.DataFrame, width: float, side: float, over: float
) -> tuple[dict[str | None, tuple[float, float]], float, float]:
    """Return where places stand (None is the centre), pixels a root of a km, and the height."""
    roots: dict[str | None, tuple[float, float]] = {None: (0.0, 0.0)}
    for one, x, y in zip(table.index, table["x"], table["y"], strict=True):
        far = hypot(x, y)
        roots[one] = (x / sqrt(far), y / sqrt(far)) if far else (0.0, 0.0)
    xs, ys = zip(*roots.values(), strict=True)
    per = (width - 2 * side) / max(max(xs) - min(xs), 1)
    height = (max(ys) - min(ys)) * per + 2 * over
    points = {
        one: (side + (x - min(xs)) * per, over + (y - min(ys)) * per)
        for one, (x, y) in roots.items()
    }
    return points, per, height


def _draw(
    axes: Axes,
    points: dict[str | None, tuple[float, float]],
    radius: float,
    shades: dict[str, str],
    unsure: pd.Series,
    *,
    per: float,
    board: tuple[float, float],
) -> None:
    """Draw rings, places and the centre."""
    middle = points[None]
    turn = np.linspace(0, 2 * pi, 91)
    for ring in RINGS:
        x, y = (middle[n] + sqrt(ring) * per * f(turn) for n, f in ((0, np.sin), (1, np.cos)))
        off = (x < 0) | (x > board[0]) | (y < 0) | (y > board[1])
        axes.plot(np.where(off, np.nan, x), y, color=style.LINE, linewidth=0.8, zorder=1)
    for one, shade in shades.items():
        edge = (0, (2, 2)) if unsure[one] else "-"
        circle = Circle(points[one], radius, facecolor=shade, edgecolor=style.MUTED, zorder=2)
        circle.set(linewidth=1, linestyle=edge)
        axes.add_patch(circle)
    axes.plot(*middle, marker="s", markersize=7, color=style.INK, linestyle="none", zorder=3)


def _rings_named(
    axes: Axes,
    points: dict[str | None, tuple[float, float]],
    per: float,
    board: tuple[float, float],
    taken: list[naming.Box],
) -> list[naming.Box]:
    """Write how far off each ring is, where no place stands; return the room that takes."""
    named = []
    x0, y0 = points[None]
    for ring in RINGS:
        text, far = f"{ring} km", sqrt(ring) * per
        best = None
        for bearing in range(0, 360, 5):
            x, y = x0 + far * sin(radians(bearing)), y0 + far * cos(radians(bearing))
            box = naming.around(text, x, y)
            if box[0] < 0 or box[2] > board[0] or box[1] < 0 or box[3] > board[1]:
                continue
            free = min(hypot((one[0] + one[2]) / 2 - x, (one[1] + one[3]) / 2 - y) for one in taken)
            if best is None or free > best[0]:
                best = (free, x, y, box)
        if best:
            _, x, y, box = best
            layout.box(axes, box[0], box[1], box[2] - box[0], box[3] - box[1], colour=style.GROUND)
            style.write(axes, text, (x, y), ha="center", color=style.MUTED)
            named.append(box)
    return named
