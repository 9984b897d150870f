"""Small multiples: one small chart a thing, all of one kind, to be compared at a glance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from analysis.page import layout, style

_Looks = dict[str, tuple[str, Any, float]]  # of each path: colour, dashes, width
COLUMNS = 2
GAP = 26  # between two panels
HEIGHT = 118  # of a panel's plot
FOOT = 26  # below it for its years


@style.form
def paths(
    panels: dict[str, pd.DataFrame],
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
) -> style.Chart:
    """Return a panel a thing, with the paths that lead from one year to another.

    ``panels``: name to a table indexed by year, a column a path (two or three, the same in all
    panels); the last takes the accent colour. Start and ends of the paths are written beside them;
    all panels start from zero, so that heights compare.
    """
    names = next(iter(panels.values())).columns
    looks = dict(zip(names, _looks(len(names)), strict=True))
    rows = -(-len(panels) // COLUMNS)
    panel_width = (style.paper().width - GAP * (COLUMNS - 1)) / COLUMNS
    heads = {name: style.wrap(name, panel_width, bold=True) for name in panels}
    head = 20 + max(style.tall(name, style.paper().text) for name in heads.values())
    block = HEIGHT + head + FOOT
    figure, frame = style.canvas(
        title,
        subtitle,
        source,
        height=rows * block,
        left=0,
        right=0,
        axis=False,
        key=layout.key_height(names),
    )
    _key(figure, frame, looks)
    frame.set_axis_off()
    whole = frame.get_position()
    width, height = figure.get_size_inches() * 72
    ends = [show(value) for table in panels.values() for value in table.iloc[-1].dropna()]
    margin = max(style.width(end) for end in ends) + 8
    for place, (name, table) in enumerate(panels.items()):
        row, column = divmod(place, COLUMNS)
        x = column * (panel_width + GAP)
        y = whole.y1 * height - (row + 1) * block + FOOT
        axes = figure.add_axes(
            (x / width, y / height, (panel_width - margin) / width, HEIGHT / height)
        )
        style.write(figure, heads[name], (x, y + HEIGHT + 7), va="bottom", bold=True)
        _draw(axes, table, looks, show)
    drawn = pd.concat(panels, names=["Name", "Year"]).reset_index()
    style.keep(figure, drawn, measure=subtitle, source=source)
    return figure


def _draw(axes: Axes, table: pd.DataFrame, looks: _Looks, show: Callable[[float], str]) -> None:
    for name, (colour, line, thick) in looks.items():
        axes.plot(table.index, table[name], color=colour, linestyle=line, linewidth=thick)
    top = table.max().max() * 1.12
    axes.set_ylim(0, top)
    axes.set_xlim(table.index[0], table.index[-1])
    axes.set_xticks([])
    for side, ha in ((0, "left"), (1, "right")):
        year = str(table.index[-side])
        look: dict[str, Any] = {"ha": ha, "va": "top", "color": style.MUTED}
        style.write(axes, year, (side, 0), coords="axes fraction", by=(0, -6), **look)
    axes.set_yticks([])
    axes.grid(False)
    axes.spines["bottom"].set_visible(True)
    low = table.iloc[0].dropna().min()  # below the paths, which rise from there
    look = {"ha": "left", "va": "top", "color": style.MUTED}
    style.write(axes, show(low), (table.index[0], low), by=(3, -5), **look)
    ends = table.iloc[-1].dropna().sort_values()
    heights = layout.apart(list(ends), [style.paper().text * 1.15 * top / HEIGHT] * len(ends))
    for name, height in zip(ends.index, heights, strict=True):
        strong = name == list(looks)[-1]
        at, colour = (table.index[-1], height), looks[name][0]
        style.write(axes, show(ends[name]), at, by=(5, 0), bold=strong, color=colour)


def _looks(count: int) -> list[tuple[str, Any, float]]:
    """Return colour, dashes and width for each path: dashes part them without colour."""
    looks: list[tuple[str, Any, float]] = [
        (style.MUTED, (0, (1, 1.6)), 1.8),
        (style.CONTRAST, (0, (5, 2)), 2.0),
    ]
    return [*looks[: count - 1], (style.ACCENT, "-", 2.4)]


def _key(figure: style.Chart, frame: Axes, looks: _Looks) -> None:
    width, _ = figure.get_size_inches() * 72

    def stroke(name: str, x: float, y: float) -> Artist:
        colour, line, thick = looks[name]
        ends = [x, x + 24 / width]
        return Line2D(ends, [y, y], color=colour, linestyle=line, linewidth=thick)

    layout.key(figure, frame, layout.key_rows(pd.Index(looks)), stroke, indent=30, gap=54)
