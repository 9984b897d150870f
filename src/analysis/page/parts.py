"""Parts and wholes: what lies inside what, and how large the parts are.

All take ``title`` (the finding), ``subtitle`` (measure, unit, place, period) and ``source``, and
``show``, which writes a value. Areas are in proportion to values.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import sqrt

import pandas as pd

from analysis.page import layout, style


@style.form
def nested(
    sizes: pd.Series,
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
) -> style.Chart:
    """Return squares in one another, each a part of the one around it.

    ``sizes``: label to size, the whole first, each later one inside the one before. An alt text
    says the whole, the smallest, and what the one is of the other.

    Raises ``ValueError`` for more squares than there are shades (five), for one without a size, and
    for one larger than the one around it.
    """
    if not (sizes > 0).all():
        raise ValueError(
            f"a square needs a size above zero; not so: {sizes.index[~(sizes > 0)][0]}"
        )
    if (sizes.diff() > 0).any():
        large = sizes.index[sizes.diff() > 0][0]
        raise ValueError(f"{large} is larger than what it should lie in")
    if len(sizes) > len(style.SHADES):
        raise ValueError(f"{len(sizes)} squares, and {len(style.SHADES)} shades for them")
    sheet = style.paper()
    side = (0.36 if sheet.bare else 0.46) * sheet.width
    names = [
        style.wrap(f"{show(size)} {name}", sheet.width - side - 34) for name, size in sizes.items()
    ]
    room = [style.tall(name, sheet.text) + 0.7 * sheet.text for name in names]
    figure, axes, _ = layout.board(title, subtitle, source, max(side, sum(room)) + 2)
    shades = style.SHADES[: len(sizes) - 1] + style.SHADES[-1:] if len(sizes) > 1 else style.SHADES
    edges = [side * sqrt(size / sizes.iloc[0]) for size in sizes]
    for edge, shade in zip(edges, shades, strict=False):
        layout.box(axes, 0, 0, edge, edge, colour=shade)
    tops = [edge - min(edge / 2, 0.6 * sheet.text) for edge in edges]
    beside = layout.within(tops[::-1], room[::-1], 0, max(side, sum(room)))[::-1]
    for name, edge, top, y in zip(names, edges, tops, beside, strict=True):
        axes.plot([edge, side + 12, side + 26], [top, y, y], color=style.MUTED, linewidth=0.8)
        style.write(axes, name, (side + 32, y))
    drawn = pd.DataFrame({"Name": sizes.index, "Size": sizes.to_numpy()})
    style.keep(figure, drawn, measure=subtitle, source=source)
    return figure


@style.form
def tiles(
    sizes: pd.Series,
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
    highlight: Collection[str] = (),
    height: float = 300,
) -> style.Chart:
    """Return a whole cut into tiles, a tile a part, the largest first (a treemap).

    ``sizes``: label to size. Tiles in ``highlight`` are blue. A tile too small for its name has a
    letter, and its name stands below. ``height``: that of the whole, in pixels. An alt text says
    the largest parts and how many there are.

    Raises ``ValueError`` for a part without a size above zero: leave it out, and say so.
    """
    if not (sizes > 0).all():
        raise ValueError(f"a tile needs a size above zero; not so: {sizes.index[~(sizes > 0)][0]}")
    sizes = sizes.sort_values(ascending=False, kind="stable")
    sheet = style.paper()
    boxes = _squarified(list(sizes / sizes.sum() * sheet.width * height), sheet.width, height)
    labels: list[tuple[str, bool]] = []
    small: list[str] = []
    for (name, size), (_, _, width, tall) in zip(sizes.items(), boxes, strict=True):
        text = style.wrap(str(name), width - 14) + f"\n{show(size)}"
        fits = style.width(text) <= width - 14 and style.tall(text, sheet.text) <= tall - 14
        if not fits:
            letter = chr(ord("a") + len(small))
            small.append(f"{letter}\N{NO-BREAK SPACE}{name} {show(size)}")
            lone = style.width(letter) <= width - 4 and sheet.text <= tall
            text = letter if lone else ""
        labels.append((text, fits))
    below = style.wrap(" \N{MIDDLE DOT} ".join(small), sheet.width) if small else ""
    under = style.tall(below, sheet.text) + 14 if small else 0
    figure, axes, _ = layout.board(title, subtitle, source, height + under)
    for name, (x, y, width, tall), (text, fits) in zip(sizes.index, boxes, labels, strict=True):
        colour = style.PARTS[0 if name in highlight else 4]
        top = height + under - y
        layout.box(axes, x, top - tall, max(width - 2, 1), max(tall - 2, 1), colour=colour)
        ink = layout.readable(colour)
        if fits:
            style.write(axes, text, (x + 7, top - 9), va="top", color=ink)
        elif text:
            style.write(axes, text, (x + width / 2 - 1, top - tall / 2), ha="center", color=ink)
    if small:
        style.write(axes, below, (0, under - 12), va="top", color=style.MUTED)
    drawn = pd.DataFrame({"Name": sizes.index, "Size": sizes.to_numpy()})
    style.keep(figure, drawn, measure=subtitle, source=source)
    return figure


def _squarified(
    areas: list[float], width: float, height: float
) -> list[tuple[float, float, float, float]]:
    """Return a rectangle an area, as square as may be: left, top, width, height, from the top left.

    Bruls, Huizing and van Wijk, Squarified Treemaps (2000).
    """
    boxes: list[tuple[float, float, float, float]] = []
    x = y = 0.0
    rest = list(areas)
    while rest:
        side = min(width - x, height - y)
        count = 1
        while count < len(rest) and _worst(rest[: count + 1], side) <= _worst(rest[:count], side):
            count += 1
        row, rest = rest[:count], rest[count:]
        thick = sum(row) / side
        along = 0.0
        for area in row:
            if width - x >= height - y:
                boxes.append((x, y + along, thick, area / thick))
            else:
                boxes.append((x + along, y, area / thick, thick))
            along += area / thick
        if width - x >= height - y:
            x += thick
        else:
            y += thick
    return boxes


def _worst(row: list[float], side: float) -> float:
    """Return the ratio of the sides of the least square rectangle of a row."""
    whole = sum(row)
    return max(side**2 * max(row) / whole**2, whole**2 / (side**2 * min(row)))
