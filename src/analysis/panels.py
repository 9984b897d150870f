"""Small multiples: one small chart a thing, all of one kind, to be compared at a glance."""

from __future__ import annotations

from collections.abc import Callable

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure

from analysis import layout, style

COLUMNS = 2
GAP = 26  # points between two panels
HEIGHT = 118  # points of a panel's plot
HEAD = 24  # points above it for its name


def paths(
    panels: dict[str, pd.DataFrame],
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
) -> Figure:
    """Return a panel a thing, with the paths that lead from one year to another.

    ``panels``: name to a table indexed by year, a column a path (two or three, the same in all
    panels); the last takes the accent colour. Each path's end is written beside it; all panels
    start from zero, so that heights compare.
    """
    names = next(iter(panels.values())).columns
    looks = dict(zip(names, _looks(len(names)), strict=True))
    rows = -(-len(panels) // COLUMNS)
    figure, frame = style.canvas(
        title,
        subtitle,
        source,
        height=rows * (HEIGHT + HEAD + 24),
        left=0,
        right=0,
        axis=False,
        key=4 + 19 * len(layout.key_rows(names)),
    )
    _key(figure, frame, looks)
    frame.set_axis_off()
    whole = frame.get_position()
    width, height = figure.get_size_inches() * 72
    panel_width = (width - GAP * (COLUMNS - 1)) / COLUMNS
    ends = [show(value) for table in panels.values() for value in table.iloc[-1].dropna()]
    margin = max(style.width(end) for end in ends) + 8
    for place, (name, table) in enumerate(panels.items()):
        row, column = divmod(place, COLUMNS)
        x = column * (panel_width + GAP)
        y = whole.y1 * height - (row + 1) * (HEIGHT + HEAD + 24) + 24
        axes = figure.add_axes(
            (x / width, y / height, (panel_width - margin) / width, HEIGHT / height)
        )
        figure.text(
            x / width,
            (y + HEIGHT + 6) / height,
            style.wrap(name, panel_width),
            weight="bold",
            va="bottom",
            linespacing=1.05,
        )
        _draw(axes, table, looks, show)
    return figure


def _draw(axes: plt.Axes, table: pd.DataFrame, looks: dict, show: Callable[[float], str]) -> None:
    for name, (colour, line, thick) in looks.items():
        axes.plot(table.index, table[name], color=colour, linestyle=line, linewidth=thick)
    top = table.max().max() * 1.12
    axes.set_ylim(0, top)
    axes.set_xlim(table.index[0], table.index[-1])
    axes.set_xticks(
        [table.index[0], table.index[-1]], [str(year) for year in (table.index[0], table.index[-1])]
    )
    axes.get_xticklabels()[0].set_ha("left")
    axes.get_xticklabels()[-1].set_ha("right")
    axes.set_yticks([])
    axes.grid(False)
    axes.spines["bottom"].set_visible(True)
    ends = table.iloc[-1].dropna().sort_values()
    heights = _apart(list(ends), style.TEXT * 1.15 * top / HEIGHT)
    for name, height in zip(ends.index, heights, strict=True):
        axes.annotate(
            show(ends[name]),
            (table.index[-1], height),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            color=looks[name][0],
            weight="bold" if name == list(looks)[-1] else "normal",
            annotation_clip=False,
        )


def _apart(heights: list[float], least: float) -> list[float]:
    """Move rising heights apart until neighbours are at least ``least`` from each other."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + least) if placed else height)
    shift = sum(new - old for new, old in zip(placed, heights, strict=True)) / len(heights)
    return [height - shift for height in placed]


def _looks(count: int) -> list[tuple[str, object, float]]:
    """Return colour, dashes and width for each path: dashes part them without colour."""
    looks = [(style.MUTED, (0, (1, 1.6)), 1.8), (style.CONTRAST, (0, (5, 2)), 2.0)]
    return [*looks[: count - 1], (style.ACCENT, "-", 2.4)]


def _key(figure: Figure, frame: plt.Axes, looks: dict) -> None:
    width, height = figure.get_size_inches() * 72
    rows = layout.key_rows(pd.Index(looks))
    for place, names in enumerate(rows):
        y = frame.get_position().y1 + (4 + 19 * (len(rows) - place - 0.5)) / height
        x = 0.0
        for name in names:
            colour, line, thick = looks[name]
            figure.add_artist(
                plt.Line2D(
                    [x / width, (x + 20) / width],
                    [y, y],
                    color=colour,
                    linestyle=line,
                    linewidth=thick,
                    transform=figure.transFigure,
                )
            )
            figure.text((x + 25) / width, y, name, va="center", ha="left", color=style.INK)
            x += style.width(name) + 46
