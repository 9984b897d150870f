"""How one amount becomes another: step by step, and from where to where.

All take ``title`` (the finding), ``subtitle`` (measure, unit, place, period) and ``source``, and
``show``, which writes a value.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from analysis.page import layout, style


@style.form
def waterfall(
    steps: pd.Series,
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
    start: tuple[str, float] | None = None,
    end: str | None = None,
    highlight: Collection[str] = (),
) -> style.Chart:
    """Return steps that add up, read from the top, each beginning where the last one ended.

    ``steps``: label to change, in the order given. ``start`` (label and amount) is a row before
    them, ``end`` the label of a row after them with what has come together. Gains are blue,
    losses orange; with ``highlight`` gains that are not named in it are quiet. An alt text says
    start, end, and the largest steps.

    Raises ``ValueError`` for a step without a value.
    """
    layout.filled(steps, "a step")
    before = 0.0 if start is None else start[1]
    ends = before + steps.cumsum()
    begins = ends - steps
    rows = [] if start is None else [(start[0], 0.0, start[1], style.MUTED)]
    for label in range(len(steps)):
        gain, name = steps.iloc[label] >= 0, steps.index[label]
        strong = not highlight or name in highlight
        colour = (style.ACCENT if strong else style.QUIET) if gain else style.CONTRAST
        rows.append((name, begins.iloc[label], ends.iloc[label], colour))
    if end is not None:
        rows.append((end, 0.0, ends.iloc[-1], style.MUTED))
    names = pd.Index([name for name, *_ in rows])
    figure, axes, places, zone = layout.rowed(names, title, subtitle, source)
    tops = [value for _, low, high, _ in rows for value in (low, high)]
    changes = [high - low for _, low, high, _ in rows]
    layout.limits(axes, min(0, *tops), max(0, *tops), [show(change) for change in changes])
    for place, (_, low, high, colour) in zip(places, rows, strict=True):
        axes.barh(place, high - low, left=low, height=0.68 * zone, color=colour, zorder=2)
        layout.beside(axes, max(low, high), place, show(high - low), right=True)
        if place and zone > 0.6:  # else the line would run through the label between the rows
            axes.plot(
                [low if rows[place][3] is not style.MUTED else high] * 2,
                [place - 1 + 0.34 * zone, place - 0.34 * zone],
                color=style.MUTED,
                linewidth=1,
                zorder=1,
            )
    axes.axvline(0, color=style.MUTED, linewidth=0.8, zorder=3)
    axes.xaxis.set_visible(False)
    axes.grid(False)
    drawn = pd.DataFrame(
        {
            "Name": names,
            "From": [low for _, low, *_ in rows],
            "To": [high for *_, high, _ in rows],
        }
    )
    style.keep(figure, drawn.assign(Change=changes), measure=subtitle, source=source)
    return figure


@style.form
def flow(
    links: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str,
    show: Callable[[float], str],
    highlight: Collection[str] = (),
    height: float = 250,
) -> style.Chart:
    """Return where an amount comes from and where it goes, as bands as thick as their amounts.

    ``links``: columns ``source, target, value``, a row a band. Names stand in their order there.
    What no band leads to stands at the left, what none leaves at the right; two or
    three columns fit a page. Each name has beside it the greater of what comes and what goes: what
    comes and is not passed on ends there. Bands that touch a name in ``highlight`` are blue.
    ``height``: that of the fullest column without its gaps, in pixels. An alt text says the
    largest source and the largest end.

    Raises ``ValueError`` for a band without a positive amount, and for bands that lead in a circle.
    """
    if not (links["value"] > 0).all():
        row = links[~(links["value"] > 0)].iloc[0]
        raise ValueError(f"{row['source']} to {row['target']}: a band needs an amount above zero")
    links = links.reset_index(drop=True)
    columns = _columns(links)
    came, went = (links.groupby(side)["value"].sum() for side in ("target", "source"))
    size = pd.concat([came, went], axis=1).max(axis=1)
    sheet, bar = style.paper(), 10
    last = max(columns.values())
    members = {n: [one for one, column in columns.items() if column == n] for n in range(last + 1)}
    room = (sheet.width - bar * (last + 1)) / (last + 2.6)
    texts = {one: style.wrap(one, room) + f"\n{show(size[one])}" for one in columns}
    per = height / max(size[ones].sum() for ones in members.values())
    slots = {
        one: max(size[one] * per, style.tall(texts[one], sheet.text) + 0.4 * sheet.text)
        for one in columns
    }
    gap = 0.5 * sheet.text
    full = max(sum(slots[one] + gap for one in ones) - gap for ones in members.values())
    figure, axes, width = layout.board(title, subtitle, source, full)
    sides = [max(style.width(texts[one]) for one in members[n]) + 8 for n in (0, last)]
    step = (width - sum(sides) - bar) / last
    place = {}
    for number, ones in members.items():
        top = full - (full - sum(slots[one] + gap for one in ones) + gap) / 2
        for one in ones:
            x, middle = sides[0] + number * step, top - slots[one] / 2
            place[one] = (x, middle + size[one] * per / 2)
            layout.box(
                axes, x, middle - size[one] * per / 2, bar, size[one] * per, colour=style.INK
            )
            right = number > 0
            at = (x + bar + 6 if right else x - 6, middle)
            style.write(axes, texts[one], at, ha="left" if right else "right")
            top -= slots[one] + gap
    _bands(axes, links, place, per=per, bar=bar, highlight=highlight)
    drawn = links[["source", "target", "value"]].set_axis(["From", "To", "Amount"], axis=1)
    style.keep(figure, drawn, measure=subtitle, source=source)
    return figure


def _bands(
    axes: Axes,
    links: pd.DataFrame,
    place: dict[str, tuple[float, float]],
    *,
    per: float,
    bar: float,
    highlight: Collection[str],
) -> None:
    """Draw the bands between names: at each in the order of their other ends, so few cross."""
    thick = links["value"] * per
    ends = {}
    for side, other in (("source", "target"), ("target", "source")):
        height = -links[other].map({one: y for one, (_, y) in place.items()})
        sorted_ = links.assign(height=height).sort_values(["height"], kind="stable").index
        used = thick.loc[sorted_].groupby(links.loc[sorted_, side]).cumsum() - thick.loc[sorted_]
        ends[side] = links[side].map({one: y for one, (_, y) in place.items()}) - used
    for link, across, y0, y1 in zip(
        links.itertuples(index=False), thick, ends["source"], ends["target"], strict=True
    ):
        x0, x1 = place[link.source][0] + bar, place[link.target][0]
        mid = (x0 + x1) / 2
        outline = [
            (x0, y0), (mid, y0), (mid, y1), (x1, y1),
            (x1, y1 - across), (mid, y1 - across), (mid, y0 - across), (x0, y0 - across), (x0, y0),
        ]  # fmt: skip
        codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        strong = link.source in highlight or link.target in highlight
        colour = style.ACCENT if strong else style.QUIET
        shape = PathPatch(Path(outline, codes), facecolor=colour, alpha=0.45, linewidth=0, zorder=1)
        axes.add_patch(shape)


def _columns(links: pd.DataFrame) -> dict[str, int]:
    """Return the column of each name: one further than the furthest that leads to it."""
    names = pd.unique(links[["source", "target"]].to_numpy().ravel())
    columns = dict.fromkeys(names, 0)
    for _ in names:
        before = dict(columns)
        for one, other in zip(links["source"], links["target"], strict=True):
            columns[other] = max(columns[other], columns[one] + 1)
        if columns == before:
            break
    else:
        raise ValueError("the bands lead in a circle, so none of them is the first")
    last = max(columns.values())
    ends = set(links["target"]) - set(links["source"])
    return {one: last if one in ends else column for one, column in columns.items()}
