"""The chart forms of the report: each takes labelled numbers and returns a finished figure.

Every form is a set of rows read from the top, label at the left, value written beside its mark, so
that the eye needs neither a legend nor an axis to look up. All take ``title`` (the finding),
``subtitle`` (measure, unit, place, period) and ``source``; see ``style.canvas``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import pandas as pd

from analysis.page import layout, style


@style.form
def bars(
    values: pd.Series,
    *,
    title: str,
    subtitle: str,
    source: str,
    axis: str,
    show: Callable[[float], str],
    highlight: Collection[str] = (),
    ranges: pd.DataFrame | None = None,
) -> style.Chart:
    """Return horizontal bars, in the order given.

    ``values``: label to number; ``axis``: what the axis measures, with its unit; ``show`` writes
    a value; bars in ``highlight`` take the accent colour; ``ranges`` (columns ``low, high``, same
    index) draws what rounding leaves open as a thin line.

    Raises ``ValueError`` for a label without a value.
    """
    layout.filled(values, "a bar")
    figure, axes, rows, zone = layout.rowed(values.index, title, subtitle, source, scale=True)
    strong = set(highlight) or set(values.index)
    colours = [style.ACCENT if label in strong else style.QUIET for label in values.index]
    axes.barh(rows, values, height=0.62 * zone, color=colours, zorder=2)
    ends = pd.DataFrame({"low": values, "high": values}) if ranges is None else ranges
    if ranges is not None:
        axes.hlines(rows, ranges["low"], ranges["high"], color=style.INK, linewidth=2.4, zorder=3)
    low, high = min(0, ends["low"].min()), max(0, ends["high"].max())
    layout.limits(axes, low, high, [show(value) for value in values])
    for row, value, low, high in zip(rows, values, ends["low"], ends["high"], strict=True):
        layout.beside(axes, high if value >= 0 else low, row, show(value), right=value >= 0)
    axes.axvline(0, color=style.MUTED, linewidth=0.8, zorder=3)
    drawn = pd.DataFrame({axis: values})
    if ranges is not None:
        drawn = drawn.assign(Lowest=list(ranges["low"]), Highest=list(ranges["high"]))
    layout.scale_below(axes, axis)
    _keep(figure, drawn, subtitle, source)
    return figure


@style.form
def dumbbells(
    values: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str,
    axis: str,
    show: Callable[[float], str],
    centre: float | None = None,
    years: bool = False,
    highlight: Collection[str] = (),
) -> style.Chart:
    """Return a few marks a row, joined by a line: how far apart measures of one thing are.

    ``values``: index of labels, two to four columns of numbers whose names become the key; the
    last column takes the accent colour. A missing cell leaves its mark out, a row of them only its
    name. The ends of each row are written beside it, a mark between them above where it stands
    clear of both. ``centre`` draws a line to measure from. ``years`` says that the numbers are
    years, for the axis. With ``highlight`` the rows that are not named in it are grey.

    Raises ``ValueError`` for fewer or more columns.
    """
    figure, axes, rows, _ = layout.rowed(
        values.index, title, subtitle, source, scale=True, key=layout.key_height(values.columns)
    )
    marks = layout.marks(values.columns)
    axes.hlines(
        rows, values.min(axis=1), values.max(axis=1), color=style.LINE, linewidth=4, zorder=2
    )
    grey = values.index.isin(set(values.index) - set(highlight or values.index))
    for column, (marker, colour, edge) in marks.items():
        hollow = colour == "none"
        axes.scatter(
            values[column],
            rows,
            s=(7.5 * layout.scale()) ** 2,
            marker=marker,
            color=[style.QUIET if quiet and not hollow else colour for quiet in grey],
            edgecolor=[style.MUTED if quiet else edge for quiet in grey],
            linewidth=0.8,
            zorder=3,
        )
    texts = [show(value) for value in values.to_numpy().ravel() if pd.notna(value)]
    start = 0 if centre is None else centre
    low, high = min(start, values.min().min()), max(start, values.max().max())
    layout.limits(axes, low, high, texts, both=True)
    for row, label in zip(rows, values.index, strict=True):
        ends = values.loc[label].dropna().sort_values()
        for place in {0, len(ends) - 1} if len(ends) else ():
            value, strong = ends.iloc[place], ends.index[place] == values.columns[-1]
            right = place == len(ends) - 1
            layout.beside(
                axes, value, row, show(value), right=right, bold=strong, gap=8 * layout.scale()
            )
        for value in ends.iloc[1:-1]:
            places = [(one, row) for one in (ends.iloc[0], value, ends.iloc[-1])]
            left, at, right_end = axes.transData.transform(places)[:, 0]
            if min(at - left, right_end - at) >= style.width(show(value)) / 2:
                by = (0, 6 * layout.scale())
                style.write(axes, show(value), (value, row), by=by, ha="center", va="bottom")
    if centre is not None:
        axes.axvline(centre, color=style.MUTED, linewidth=0.8, zorder=1)
    layout.mark_key(figure, axes, marks)
    layout.scale_below(axes, axis, years=years)
    _keep(figure, values.add_suffix(f" ({axis})"), subtitle, source)
    return figure


@style.form
def stacks(
    shares: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
    whole: float = 100,
) -> style.Chart:
    """Return bars cut into parts: the make-up of wholes.

    ``shares``: a row a whole, a column a part, in percent, adding up to about 100; or in numbers,
    with ``whole`` the length of the longest bar. Parts are named in a key above, in their order,
    and their values stand inside when there is room.

    Raises ``ValueError`` for more parts than there are colours to tell them apart (eight).
    """
    if len(shares.columns) > len(style.PARTS):
        raise ValueError(f"{len(shares.columns)} parts, and {len(style.PARTS)} colours for them")
    colours = dict(zip(shares.columns, style.PARTS, strict=False))
    keys = layout.key_rows(shares.columns)
    figure, axes, rows, zone = layout.rowed(
        shares.index, title, subtitle, source, key=10 + layout.key_row() * len(keys)
    )
    left = pd.Series(0.0, index=shares.index)
    plot_width = layout.plot_width(axes)
    for part in shares.columns:
        axes.barh(
            rows,
            shares[part],
            left=left,
            height=0.7 * zone,
            color=colours[part],
            edgecolor=style.GROUND,
            linewidth=1.2,
            zorder=2,
        )
        for row, value, start in zip(rows, shares[part], left, strict=True):
            text = show(value)
            if style.width(text) + 6 < value / whole * plot_width:
                ink = layout.readable(colours[part])
                style.write(axes, text, (start + value / 2, row), ha="center", color=ink)
        left = left + shares[part]
    axes.set_xlim(0, max(whole, left.max()))
    axes.xaxis.set_visible(False)
    axes.grid(False)
    layout.stack_key(figure, axes, keys, colours)
    _keep(figure, shares, subtitle, source)
    return figure


def _keep(figure: style.Chart, drawn: pd.DataFrame, subtitle: str, source: str) -> None:
    rows = drawn.set_axis([str(name) for name in drawn.columns], axis=1)
    rows.insert(0, "Name", [" ".join(str(label).split()) for label in rows.index])
    style.keep(figure, rows, measure=subtitle, source=source)
