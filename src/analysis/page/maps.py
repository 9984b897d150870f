"""Maps of places round one of them, schematic, as a yearbook words where they lie.

By direction and distance, without borders and roads. Distances are drawn by their square roots,
since most places lie near the centre; rings say how far off, and ``NOTE`` is added to the source.
All take ``title`` (the finding), ``subtitle`` and ``source``.
"""

from __future__ import annotations

from collections.abc import Callable
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
_CLASSES = 4


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
    show: Callable[[float], str] | None = None,
    shade: Callable[[float], str] | None = None,
) -> style.Chart:
    """Return a map with a circle a place.

    table
        Index of labels; ``x`` and ``y``, km east and north of the centre (see ``position``). Where
        there is a ``size``, areas are in proportion to it; where there is a ``shade``, more is
        darker, in four classes of equally many places, or a categorical one has a colour a
        category (two at most); a place without one is hollow. A place whose ``approximate`` is
        true has a dashed edge. ``told`` is written under the names: a few words a place.
    centre
        The name of the place that all are measured from.
    show
        Writes a size under the name of its place.
    shade
        Writes the limits of a class of shades in the key; needed with a ``shade`` in numbers.

    Notes
    -----
    An alt text says where most places lie, and the largest, darkest or farthest.

    Raises
    ------
    ValueError
        For a place without a position, a negative size, shades without ``shade``, or more
        categories than two.
    """
    _checked(table)
    if "shade" in table and shade is None and not _of_kinds(table["shade"]):
        raise ValueError("shades need a way to write them in the key: shade=...")
    shades, key = _shades(table, shade)
    keys = layout.key_rows(pd.Index(key))
    sheet = style.paper()
    names = {
        one: f"{one}\n{show(row['size'])}" if show and pd.notna(row.get("size")) else str(one)
        for one, row in table.iterrows()
    }
    if "told" in table:
        names = {one: f"{name}\n{table.at[one, 'told']}" for one, name in names.items()}
    margin = 0.5 * max(style.width(name) for name in names.values()) + 6
    points, per, height = _laid(table, sheet.width, margin, 2.6 * sheet.text)
    figure, axes, width = layout.board(
        title,
        subtitle,
        f"{source}. {NOTE}",
        height,
        key=10 + layout.key_row() * len(keys) if key else 0,
    )
    radii = _radii(table, 0.024 * sheet.width)
    _draw(axes, table, points, radii, shades, per=per, board=(width, height))
    own = [naming.circle(points[one], radii[one]) for one in table.index]
    taken = [*own, naming.circle(points[None], 6)]
    taken += _rings_named(axes, points, per, (width, height), taken)
    for text, box in naming.beside(
        {one: (points[one], radii[one], name) for one, name in names.items()}
        | {None: (points[None], 5, centre)},
        taken,
        (width, height),
    ):
        middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        style.write(axes, text, middle, ha="center", bold=text == centre)
    if key:
        layout.stack_key(figure, axes, keys, key)
    style.keep(figure, _drawn(table), measure=subtitle, source=source)
    return figure


@style.form
def panels(
    table: pd.DataFrame,
    shaded: dict[str, Callable[[float], str]],
    *,
    title: str,
    subtitle: str,
    source: str,
) -> style.Chart:
    """Return a small map a measure, side by side, more being darker; the darkest place is named.

    ``table``: index of labels; ``x`` and ``y``, km east and north of the centre; a column for each
    measure of ``shaded``, which names them as the maps' headings and says how to write their
    values. An alt text says which places are dark in all, and where maps differ.

    Raises ``ValueError`` for a place without a position and for a measure that is no column.
    """
    if missing := [name for name in shaded if name not in table.columns]:
        raise ValueError(f"no such column to shade by: {', '.join(missing)}")
    _checked(table[["x", "y"]])
    sheet = style.paper()
    across, gap = (3 if sheet is style.DESK else 2), 18
    panel = (sheet.width - gap * (across - 1)) / across
    heads = {name: style.wrap(name, panel, bold=True) for name in shaded}
    points, per, tall = _laid(table, panel, 14, 14)
    head = max(style.tall(one, sheet.text) for one in heads.values()) + 0.7 * sheet.text
    foot = 2 * sheet.text
    lines = -(-len(shaded) // across)
    block = head + tall + foot + 10
    figure, axes, _ = layout.board(title, subtitle, f"{source}. {NOTE}", lines * block)
    for place, (name, show) in enumerate(shaded.items()):
        line, column = divmod(place, across)
        x, y = column * (panel + gap), (lines - line) * block - head - tall
        shades, _ = _shades(table.assign(shade=table[name]), show)
        moved = {one: (x + px, y + py) for one, (px, py) in points.items()}
        _draw(axes, table, moved, dict.fromkeys(table.index, 0.42 * sheet.text), shades, per=per)
        style.write(axes, heads[name], (x, y + tall + head - 2), va="top", bold=True)
        most = table[name].idxmax()
        text = style.wrap(f"{most} {show(table.at[most, name])}", panel)
        style.write(axes, text, (x, y - 4), va="top", color=style.MUTED)
    style.keep(figure, _drawn(table[["x", "y", *shaded]]), measure=subtitle, source=source)
    return figure


def _checked(table: pd.DataFrame) -> None:
    lost = table.index[table[["x", "y"]].isna().any(axis=1)]
    if len(lost):
        raise ValueError(f"a place on a map needs a position; none for {', '.join(lost)}")
    if "size" in table and (table["size"] < 0).any():
        raise ValueError(f"no circle for a negative size: {table.index[table['size'] < 0][0]}")


def _of_kinds(shades: pd.Series) -> bool:
    return isinstance(shades.dtype, pd.CategoricalDtype)


def _shades(
    table: pd.DataFrame, write: Callable[[float], str] | None
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colour of each place, and the key: text to colour."""
    if "shade" in table and _of_kinds(table["shade"]):
        kinds = list(table["shade"].cat.categories)
        if len(kinds) > 2:
            raise ValueError(f"a map has two colours for kinds, not {len(kinds)}: {kinds}")
        key = dict(zip(kinds, (style.QUIET, style.ACCENT), strict=False))
        return {one: key.get(kind, style.GROUND) for one, kind in table["shade"].items()}, key
    if "shade" not in table or write is None:
        return dict.fromkeys(table.index, style.SHADES[2]), {}
    values = table["shade"].dropna()
    classes = np.ceil(values.rank(method="min") / len(values) * _CLASSES).astype(int)
    colours = dict(zip(range(1, _CLASSES + 1), style.SHADES[-_CLASSES:], strict=True))
    chosen = {one: colours[number] for one, number in classes.items()}
    key = {}
    for number, members in values.groupby(classes):
        low, high = write(members.min()), write(members.max())
        key[low if low == high else f"{low} to {high}"] = colours[number]
    return {one: chosen.get(one, style.GROUND) for one in table.index}, key


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


def _radii(table: pd.DataFrame, largest: float) -> dict[str, float]:
    """Return the radius of each circle: areas are in proportion to sizes."""
    if "size" not in table:
        return dict.fromkeys(table.index, 0.6 * largest)
    return {
        one: largest * sqrt(size / table["size"].max()) if pd.notna(size) else 2.0
        for one, size in table["size"].items()
    }


def _draw(
    axes: Axes,
    table: pd.DataFrame,
    points: dict[str | None, tuple[float, float]],
    radii: dict[str, float],
    shades: dict[str, str],
    *,
    per: float,
    board: tuple[float, float] | None = None,
) -> None:
    """Draw rings (where there is a board to draw them on), places and the centre."""
    middle = points[None]
    if board:
        turn = np.linspace(0, 2 * pi, 91)
        for ring in RINGS:
            x, y = (middle[n] + sqrt(ring) * per * f(turn) for n, f in ((0, np.sin), (1, np.cos)))
            off = (x < 0) | (x > board[0]) | (y < 0) | (y > board[1])
            axes.plot(np.where(off, np.nan, x), y, color=style.LINE, linewidth=0.8, zorder=1)
    for one in sorted(table.index, key=radii.__getitem__, reverse=True):
        unsure = "approximate" in table and bool(table.at[one, "approximate"])
        edge = {
            "edgecolor": style.MUTED,
            "linewidth": 1,
            "linestyle": (0, (2, 2)) if unsure else "-",
        }
        axes.add_patch(Circle(points[one], radii[one], facecolor=shades[one], zorder=2, **edge))
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


def _drawn(table: pd.DataFrame) -> pd.DataFrame:
    names = {"x": "Km east", "y": "Km north", "size": "Size", "shade": "Shade", "told": "Words"}
    return table.rename(columns=names).rename_axis("Name").reset_index()
