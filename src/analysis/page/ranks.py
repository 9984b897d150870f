"""How things of one kind changed places."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import pandas as pd

from analysis.page import layout, style


@style.form
def slopes(
    values: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
    highlight: Collection[str] = (),
    height: float = 320,
) -> style.Chart:
    """Return a line a thing, from what it was to what it became.

    ``title`` is the finding, ``subtitle`` says measure, unit, place and period.
    ``values``: index of labels, two columns whose names stand above; both have one scale.
    ``show`` writes a value, which stands with the label at both ends; a line alone needs no label.
    Lines in ``highlight`` are blue, or orange where they fall. ``height``: that of the plot, in
    pixels, or more where labels need it. An alt text says which lines cross most others.

    Raises ``ValueError`` for other than two columns or for a missing value.
    """
    if len(values.columns) != 2 or values.isna().any(axis=None):
        raise ValueError("slopes need two columns without gaps: before and after")
    sheet = style.paper()
    ends = values.to_numpy(dtype=float)
    texts = [
        [f"{name} {show(before)}", f"{show(after)} {name}"]
        if len(values) > 1
        else [show(before), show(after)]
        for name, (before, after) in zip(values.index, ends, strict=True)
    ]
    room = 0.32 * sheet.width
    texts = [[style.wrap(text, room, bold=True) for text in pair] for pair in texts]
    needs = [[style.tall(text, sheet.text) + 0.55 * sheet.text for text in pair] for pair in texts]
    full = max(height, *(sum(pair[side] for pair in needs) for side in (0, 1)))
    head = 2 * sheet.text
    figure, axes, width = layout.board(title, subtitle, source, full + head)
    low, high = ends.min(), ends.max()
    pad = sheet.text
    per = (full - 2 * pad) / (high - low) if high > low else 0
    y = pad + (ends - low) * per
    names = [str(name) for name in values.columns]
    left, right = (
        max(style.width(one, bold=True) for one in (name, *side)) + 8
        for name, side in zip(names, zip(*texts, strict=True), strict=True)
    )
    right = width - right
    for side, (x, ha, name) in enumerate(((left, "right", names[0]), (right, "left", names[1]))):
        at = (x, full + head - 2)
        style.write(axes, name, at, ha=ha, va="top", bold=True, color=style.MUTED)
        order = sorted(range(len(values)), key=lambda row: y[row, side])
        beside = layout.within(
            [y[row, side] for row in order], [needs[row][side] for row in order], 0, full
        )
        for row, height_ in zip(order, beside, strict=True):
            away = -8 if side == 0 else 8
            strong = values.index[row] in highlight
            style.write(axes, texts[row][side], (x + away, height_), ha=ha, bold=strong)
    for row, name in enumerate(values.index):
        strong = name in highlight
        falls = y[row, 1] < y[row, 0]
        colour = (style.CONTRAST if falls else style.ACCENT) if strong else style.QUIET
        look: dict[str, Any] = {
            "color": colour,
            "linewidth": 2.4 if strong else 1.4,
            "zorder": 2 + strong,
        }
        axes.plot([left, right], y[row], marker="o", markersize=5, **look)
    drawn = values.set_axis(names, axis=1)
    style.keep(figure, drawn.rename_axis("Name").reset_index(), measure=subtitle, source=source)
    return figure
