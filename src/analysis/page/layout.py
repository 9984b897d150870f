"""The layout that chart forms share: rows with labels, values beside marks, keys above the plot."""

from __future__ import annotations

from collections.abc import Callable

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.figure import Figure

from analysis.page import style

LABEL_WIDTH = 150  # points a row's label may take before it is broken
ROW = 30  # points a row takes with a label of one line
LINE_HEIGHT = style.TEXT * 1.2
KEY_ROW = 19  # points a row of a key takes


def rowed(
    labels: pd.Index,
    title: str,
    subtitle: str,
    source: str,
    axis: str | None,
    *,
    key: float = 0,
    extra_lines: int = 0,
) -> tuple[Figure, plt.Axes, range]:
    """Return a canvas with one row a label, read from the top."""
    wrapped = [style.wrap(str(label), LABEL_WIDTH) for label in labels]
    most_lines = max(label.count("\n") + 1 for label in wrapped) + extra_lines
    row_height = max(ROW, most_lines * LINE_HEIGHT + 8)
    left = max(style.width(label) for label in wrapped) + 10
    figure, axes = style.canvas(
        title,
        subtitle,
        source,
        height=row_height * len(labels),
        left=left,
        axis=axis is not None,
        key=key,
    )
    rows = range(len(labels))
    axes.set_yticks(rows, wrapped, linespacing=1.05)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    if axis:
        axes.set_xlabel(axis, labelpad=6)
    axes.locator_params(axis="x", nbins=5)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}".replace("-", "\N{MINUS SIGN}"))
    return figure, axes, rows


def limits(
    axes: plt.Axes, low: float, high: float, texts: list[str], *, both: bool = False
) -> None:
    """Set the axis so that the longest text beside a mark still fits."""
    room = (max(style.width(text) for text in texts) + 14) / (
        axes.get_position().width * style.WIDTH * 72
    )
    reach = high - low
    before = room if both or low < 0 else 0
    scale = reach / (1 - room - before)
    axes.set_xlim(low - before * scale, high + room * scale)


def beside(
    axes: plt.Axes,
    x: float,
    y: float,
    text: str,
    *,
    right: bool,
    bold: bool = False,
    gap: float = 5,
) -> None:
    """Write ``text`` to the right or left of a mark, ``gap`` points off."""
    axes.annotate(
        text,
        (x, y),
        xytext=(gap if right else -gap, 0),
        textcoords="offset points",
        ha="left" if right else "right",
        va="center",
        weight="bold" if bold else "normal",
        color=style.INK,
        zorder=4,
    )


def marks(names: pd.Index) -> dict[str, tuple[str, str, str]]:
    """Give each name a marker, a fill and an edge: shape and lightness part them, not hue alone."""
    looks = [
        ("o", style.QUIET, style.INK),
        ("s", "none", style.CONTRAST),
        ("^", style.INK, style.INK),
        ("D", style.ACCENT, style.ACCENT),
    ]
    if not 2 <= len(names) <= len(looks):
        raise ValueError(f"a row takes two to {len(looks)} marks, not {len(names)}")
    return dict(zip(names, [*looks[: len(names) - 1], looks[-1]], strict=True))


def key_height(names: pd.Index) -> float:
    """Return the room that a key of these names needs, in points."""
    return 4 + KEY_ROW * len(key_rows(names))


def mark_key(figure: Figure, axes: plt.Axes, looks: dict[str, tuple[str, str, str]]) -> None:
    """Write the names of marks above the plot, each behind its mark."""

    def mark(name: str, x: float, y: float) -> Artist:
        marker, colour, edge = looks[name]
        look = {"markeredgecolor": edge, "markeredgewidth": 0.8, "linestyle": "none"}
        return plt.Line2D([x], [y], marker=marker, markersize=7.5, color=colour, **look)

    key(figure, axes, key_rows(pd.Index(looks)), mark, start=6, indent=9)


def key_rows(names: pd.Index) -> list[list[str]]:
    """Break the names of parts into rows that fit the chart."""
    rows, used = [[]], 0.0
    for name in names:
        room = style.width(str(name)) + 30
        if rows[-1] and used + room > style.WIDTH * 72:
            rows.append([])
            used = 0.0
        rows[-1].append(name)
        used += room
    return rows


def stack_key(figure: Figure, axes: plt.Axes, rows: list[list[str]], colours: dict) -> None:
    """Write the names of parts above the plot, each behind a patch of its colour."""
    width, height = figure.get_size_inches() * 72

    def patch(name: str, x: float, y: float) -> Artist:
        return plt.Rectangle((x, y - 5 / height), 11 / width, 11 / height, color=colours[name])

    key(figure, axes, rows, patch, above=8, indent=16)


def key(
    figure: Figure,
    axes: plt.Axes,
    rows: list[list[str]],
    draw: Callable[[str, float, float], Artist],
    *,
    above: float = 4,
    start: float = 0,
    indent: float,
    gap: float = 30,
) -> None:
    """Write the names of ``rows`` above the plot, each behind its sign.

    ``draw`` makes the sign of a name at a place in parts of the figure. In points: ``above`` is
    the room over the plot, ``start`` where the first sign stands, ``indent`` how far behind its
    sign a name begins, and ``gap`` what a name takes besides its own width.
    """
    width, height = figure.get_size_inches() * 72
    for place, names in enumerate(rows):
        y = axes.get_position().y1 + (above + KEY_ROW * (len(rows) - place - 0.5)) / height
        x = float(start)
        for name in names:
            sign = draw(name, x / width, y)
            sign.set_transform(figure.transFigure)
            figure.add_artist(sign)
            figure.text((x + indent) / width, y, str(name), va="center", ha="left", color=style.INK)
            x += style.width(str(name)) + gap


def readable(colour: str) -> str:
    """Return white or ink, whichever reads better on ``colour`` (WCAG relative luminance)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if luminance < 0.2 else style.INK
