"""The layout that chart forms share: rows with labels, values beside marks, keys above the plot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from analysis.page import style

GAP = 34  # what a name of a key takes besides its own width


class Rows(NamedTuple):
    """A canvas with rows read from the top: row ``n`` of ``places`` has its marks at height ``n``.

    ``zone`` is the part of a row's height that its marks may take.
    """

    figure: style.Chart
    axes: Axes
    places: range
    zone: float


def rowed(
    labels: pd.Index,
    title: str,
    subtitle: str,
    source: str,
    *,
    scale: bool = False,
    key: float = 0,
) -> Rows:
    """Return a canvas with one row a label, read from the top.

    Labels stand at the left of their rows; where a phone has no room for that, above them.
    ``scale`` leaves room below for ``scale_below``, ``key`` above for a key.
    """
    sheet = style.paper()
    wrapped = [style.wrap(str(label), sheet.label) for label in labels]
    above = max(map(style.width, wrapped)) > sheet.label or max(map(lines, wrapped)) > 2 + (
        sheet is style.DESK
    )
    if above:
        wrapped = [style.wrap(str(label), sheet.width - 8) for label in labels]
    head = max(style.tall(label, sheet.text) for label in wrapped)
    zone = (1.3 if sheet.bare else 1.7) * sheet.text
    between = (0.4 if sheet.bare else 0.7) * sheet.text
    row = (
        head + zone + 1.1 * sheet.text
        if above
        else max(zone + between, head + between + 0.2 * sheet.text)
    )
    figure, axes = style.canvas(
        title,
        subtitle,
        source,
        height=row * len(labels),
        left=4 if above else max(map(style.width, wrapped)) + 10,
        axis=scale,
        key=key,
    )
    last = len(labels) - 1
    half = (zone / 2 + 0.3 * sheet.text) / row if above else 0.5
    axes.set_ylim(last + half, half - 1)
    axes.set_yticks([])
    for place, label in enumerate(wrapped):
        at, coords = (0.0, float(place)), ("axes fraction", "data")
        if above:
            by = (4, zone / 2 + 0.25 * sheet.text)
            style.write(axes, label, at, coords=coords, by=by, va="bottom")
        else:
            style.write(axes, label, at, coords=coords, by=(-10, 0), ha="right")
    return Rows(figure, axes, range(len(labels)), (zone if above else row) / row)


def filled(values: pd.Series, what: str) -> None:
    """Raise ``ValueError`` for labels without a value; ``what`` is drawn for each."""
    if (empty := values.index[values.isna()]).size:
        raise ValueError(f"{what} needs a value; none for {', '.join(map(str, empty))}")


def scale_below(axes: Axes, measure: str, *, years: bool = False) -> None:
    """Write the scale of a plot below it, inside the chart, and what it measures.

    ``years``: only whole numbers, written without a separator.
    """
    sheet = style.paper()
    if sheet.bare:
        axes.set_xticks([])
        return
    axes.locator_params(axis="x", nbins=6 if sheet is style.DESK else 4, integer=years)
    low, high = axes.get_xlim()
    ticks = [float(tick) for tick in axes.get_xticks() if low <= tick <= high]
    axes.set_xticks(ticks, [""] * len(ticks))
    left, across = axes.get_position().x0 * sheet.width, plot_width(axes)
    below = 1.1 * sheet.text
    look: dict[str, Any] = {"ha": "center", "color": style.MUTED}
    for tick in ticks:
        text = f"{tick:.0f}" if years else signed(tick)
        x, half = left + (tick - low) / (high - low) * across, style.width(text) / 2
        moved = min(max(x, half), sheet.width - half) - x
        at, coords = (tick, 0.0), ("data", "axes fraction")
        style.write(axes, text, at, coords=coords, by=(moved, -below), **look)
    style.write(axes, measure, (0.5, 0), coords="axes fraction", by=(0, -2.1 * below), **look)


def board(
    title: str, subtitle: str, source: str, height: float, *, key: float = 0
) -> tuple[style.Chart, Axes, float]:
    """Return a canvas to draw on in pixels, from its lower left, and its width."""
    figure, axes = style.canvas(
        title, subtitle, source, height=height, left=0, right=0, axis=False, key=key
    )
    width = style.paper().width
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    axes.set_axis_off()
    return figure, axes, width


def box(axes: Axes, x: float, y: float, width: float, height: float, *, colour: str) -> None:
    """Draw a filled rectangle from its lower left."""
    axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, linewidth=0, zorder=2))


def apart(places: list[float], room: list[float]) -> list[float]:
    """Move rising places apart until each has its room, half on either side; keep their middle.

    ``room``: what each needs, in the units of ``places``.
    """
    placed: list[float] = []
    for place, needs, before in zip(places, room, [0.0, *room], strict=False):
        least = placed[-1] + (needs + before) / 2 if placed else place
        placed.append(max(place, least))
    shift = sum(new - old for new, old in zip(placed, places, strict=True)) / len(places)
    return [place - shift for place in placed]


def within(places: list[float], room: list[float], low: float, high: float) -> list[float]:
    """Return ``apart`` places moved into the space from ``low`` to ``high``."""
    spread = apart(places, room)
    over = max(0, spread[-1] + room[-1] / 2 - high)
    spread = [place - over for place in spread]
    floor = low
    for number, needs in enumerate(room):
        spread[number] = max(spread[number], floor + needs / 2)
        floor = spread[number] + needs / 2
    return spread


def signed(value: float) -> str:
    """Write a number of an axis, with a true minus sign."""
    return f"{value:,.10g}".replace("-", "\N{MINUS SIGN}")


def lines(text: str) -> int:
    """Return how many lines a text has."""
    return text.count("\n") + 1


def scale() -> float:
    """Return how large marks are drawn, by the size of the labels beside them."""
    return style.paper().text / 12


def limits(axes: Axes, low: float, high: float, texts: list[str], *, both: bool = False) -> None:
    """Set the axis so that the longest text beside a mark still fits."""
    room = (max(style.width(text) for text in texts) + 16) / plot_width(axes)
    reach = high - low
    before = room if both or low < 0 else 0
    across = reach / (1 - room - before)
    axes.set_xlim(low - before * across, high + room * across)


def plot_width(axes: Axes) -> float:
    """Return the width of a plot."""
    return axes.get_position().width * style.paper().width


def beside(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    *,
    right: bool,
    bold: bool = False,
    gap: float = 6,
) -> None:
    """Write ``text`` to the right or left of a mark, ``gap`` pixels off."""
    by, ha = ((gap, 0), "left") if right else ((-gap, 0), "right")
    style.write(axes, text, (x, y), by=by, ha=ha, bold=bold)


def marks(names: pd.Index) -> dict[str, tuple[str, str, str]]:
    """Give each name a marker, a fill and an edge: shape and lightness part them, not hue alone.

    Raises ``ValueError`` for fewer than two names, or more than there are marks.
    """
    looks = [
        ("o", style.QUIET, style.MUTED),
        ("s", "none", style.CONTRAST),
        ("^", style.INK, style.INK),
        ("D", style.ACCENT, style.ACCENT),
    ]
    if not 2 <= len(names) <= len(looks):
        raise ValueError(f"a row takes two to {len(looks)} marks, not {len(names)}")
    return dict(zip(names, [*looks[: len(names) - 1], looks[-1]], strict=True))


def key_height(names: pd.Index) -> float:
    """Return the room that a key of these names needs, in points."""
    return 6 + key_row() * len(key_rows(names))


def key_row() -> float:
    """Return the height of a row of a key."""
    return 1.6 * style.paper().text


def mark_key(figure: Figure, axes: Axes, looks: dict[str, tuple[str, str, str]]) -> None:
    """Write the names of marks above the plot, each behind its mark."""

    def mark(name: str, x: float, y: float) -> Artist:
        marker, colour, edge = looks[name]
        look: dict[str, Any] = {
            "markeredgecolor": edge,
            "markeredgewidth": 0.8,
            "linestyle": "none",
        }
        return Line2D([x], [y], marker=marker, markersize=7.5 * scale(), color=colour, **look)

    key(figure, axes, key_rows(pd.Index(looks)), mark, start=7, indent=12)


def key_rows(names: pd.Index) -> list[list[str]]:
    """Break the names of parts into rows that fit the chart."""
    rows: list[list[str]] = [[]]
    used = 0.0
    for name in names:
        room = style.width(str(name)) + GAP
        if rows[-1] and used + room > style.paper().width:
            rows.append([])
            used = 0.0
        rows[-1].append(name)
        used += room
    return rows


def stack_key(figure: Figure, axes: Axes, rows: list[list[str]], colours: dict[str, str]) -> None:
    """Write the names of parts above the plot, each behind a patch of its colour."""
    width, height = figure.get_size_inches() * 72

    def patch(name: str, x: float, y: float) -> Artist:
        return Rectangle(
            (x, y - 6 / height), 13 / width, 13 / height, color=colours[name], linewidth=0
        )

    key(figure, axes, rows, patch, above=10, indent=19)


def key(
    figure: Figure,
    axes: Axes,
    rows: list[list[str]],
    draw: Callable[[str, float, float], Artist],
    *,
    above: float = 4,
    start: float = 0,
    indent: float,
    gap: float = GAP,
) -> None:
    """Write the names of ``rows`` above the plot, each behind its sign.

    ``draw`` makes the sign of a name at a place in parts of the figure. In points: ``above`` is
    the room over the plot, ``start`` where the first sign stands, ``indent`` how far behind its
    sign a name begins, and ``gap`` what a name takes besides its own width.
    """
    width, height = figure.get_size_inches() * 72
    for place, names in enumerate(rows):
        y = axes.get_position().y1 + (above + key_row() * (len(rows) - place - 0.5)) / height
        x = float(start)
        for name in names:
            sign = draw(name, x / width, y)
            sign.set_transform(figure.transFigure)
            figure.add_artist(sign)
            style.write(figure, str(name), (x + indent, y * height))
            x += style.width(str(name)) + gap


def readable(colour: str) -> str:
    """Return what text on ``colour`` is written in: white or ink, by its luminance (WCAG)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return style.ON_DARK if luminance < 0.2 else style.ON_LIGHT
