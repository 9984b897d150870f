"""How every chart looks: one palette, one font that comes with it, two widths to be drawn in.

A chart is drawn twice, as wide as the column at a desk and as that of a phone; the page shows the
one that fits. Beside a paragraph that tells its finding it is drawn small, and bare of the words
that the paragraph has. Lengths are CSS pixels of that column (matplotlib calls them points), so no
text is ever scaled below what can be read. Charts have no ground of their own: the page's shows.
Each colour here has one part to play, by which the page can replace it in its dark theme.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ParamSpec, cast

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.page import lettering, svg

INK = "#1d2730"
MUTED = "#56626b"
LINE = "#c9cfd4"
GROUND = "#fefefe"  # parts two marks that touch, as a gap would
# Blue and orange differ in lightness as well as in hue, so they part for every kind of sight.
ACCENT = "#1b6ca8"
CONTRAST = "#c2570c"
QUIET = "#8fa9bd"
# For parts of one whole: neighbours differ in lightness, and text on them reads in both themes.
PARTS = ("#17527f", "#c2580d", "#5f9fcf", "#8a6d3b", "#a9cfe8", "#e3a873", "#6b7680", "#c9d0d5")
# For amounts, from little to much.
SHADES = ("#dbe9f4", "#b3d0e6", "#7fb0d6", "#4587b8", "#1a5583")
# Text on a mark: the theme leaves both as they are.
ON_DARK = "#ffffff"
ON_LIGHT = "#1d2731"

WEIGHT = 600  # of bold text
LEADING = 1.22  # from baseline to baseline, in sizes
CAPITAL = 0.66  # the height of a capital letter


Asked = ParamSpec("Asked")  # what a form is asked for


@dataclass(frozen=True)
class Paper:
    """What a chart is drawn on: its width, the sizes of its type, the room for a row's label.

    On ``bare`` paper it has no title, no source and no scale: its subtitle and values say enough.
    """

    width: float
    text: float
    title: float
    label: float
    bare: bool = False


DESK = Paper(width=672, text=15, title=19, label=230)
PHONE = Paper(width=358, text=13, title=16, label=100)
SMALL = Paper(width=272, text=13, title=13, label=96, bare=True)
_papers = [DESK]


def paper() -> Paper:
    """Return what charts are drawn on now."""
    return _papers[-1]


class Chart(Figure):
    """A figure that knows its finding, what it draws, and how to be drawn anew."""

    title: str = ""
    drawn: pd.DataFrame | None = None
    again: Callable[[], Chart] | None = None


@contextmanager
def on(chosen: Paper) -> Iterator[None]:
    """Draw on ``chosen`` inside the ``with`` block."""
    _papers.append(chosen)
    try:
        with mpl.rc_context(_sizes(chosen)):
            yield
    finally:
        _papers.pop()


def form(draw: Callable[Asked, Chart]) -> Callable[Asked, Chart]:
    """Let a chart form remember what it was asked for, so that it can be drawn anew for a phone."""

    @functools.wraps(draw)
    def remembering(*args: Asked.args, **choice: Asked.kwargs) -> Chart:
        figure = draw(*args, **choice)
        figure.again = functools.partial(draw, *args, **choice)
        return figure

    return remembering


def use() -> None:
    """Set the style of every chart drawn from here on."""
    for path in (lettering.REGULAR, lettering.BOLD):
        font_manager.fontManager.addfont(path)
    mpl.rcdefaults()
    mpl.rcParams.update(
        {
            "font.family": [lettering.FAMILY],
            "text.hinting": "no_hinting",
            "text.color": INK,
            "axes.labelcolor": MUTED,
            "axes.edgecolor": LINE,
            "xtick.color": LINE,
            "ytick.color": LINE,
            "xtick.labelcolor": MUTED,
            "ytick.labelcolor": INK,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.spines.left": False,
            "axes.spines.bottom": False,
            "axes.grid": True,
            "axes.grid.axis": "x",
            "axes.axisbelow": True,
            "grid.color": LINE,
            "grid.linewidth": 0.8,
            "xtick.major.size": 0,
            "ytick.major.size": 0,
            "figure.dpi": 72,
            "figure.facecolor": "none",
            "axes.facecolor": "none",
            "savefig.facecolor": "none",
            "savefig.bbox": None,
            "svg.fonttype": "none",
            "svg.hashsalt": "report",
            **_sizes(paper()),
        }
    )


def _sizes(chosen: Paper) -> Any:
    names = ("font.size", "axes.titlesize", "axes.labelsize", "xtick.labelsize", "ytick.labelsize")
    return dict.fromkeys(names, chosen.text)


def keep(figure: Chart, drawn: pd.DataFrame, *, measure: str, source: str) -> None:
    """Keep with a chart what it draws: a row a mark, its columns named for a reader.

    ``measure`` (with unit, place and period) and ``source`` become columns of their own, since a
    file that was downloaded is read without the chart.
    """
    table = drawn.assign(Measure=measure, Source=source)
    table.columns = [" ".join(str(name).split()) for name in table.columns]
    figure.drawn = table


def data_of(figure: Chart) -> str:
    """Return what a chart draws as CSV, to twelve digits: machines differ in those beyond.

    Raises ``ValueError`` for a chart that no drawing function has kept its data with.
    """
    if figure.drawn is None:
        raise ValueError("a chart keeps what it draws, for readers to download: see style.keep")
    return str(figure.drawn.to_csv(index=False, lineterminator="\n", float_format="%.12g"))


def picture(figure: Chart, *, small: bool = False) -> str:
    """Return a chart as one SVG: the drawing for the desk, with that for a phone and the data.

    A ``small`` one has a drawing for a place beside its words instead of that for a phone, with
    the class ``inset``; pages show that alone.

    Raises ``ValueError`` for a chart without data, or not made by one of the forms.
    """
    data = data_of(figure)
    if figure.again is None:
        raise ValueError("a chart is drawn by a function marked with style.form")
    sheet = SMALL if small else PHONE
    with on(sheet):
        second = figure.again()
        other = svg.drawing(second, sheet.text, INK)
        plt.close(second)
    if small:
        other = other.replace("<svg ", '<svg class="inset" ', 1)
    return svg.packed(svg.drawing(figure, DESK.text, INK), other, data)


def show(*, small: bool = False) -> None:
    """Show the chart just drawn as the cell's output, see ``picture``.

    Raises ``ValueError`` for a figure that none of the forms has drawn.
    """
    from IPython.display import display  # only a notebook needs it

    figure = plt.gcf()
    if not isinstance(figure, Chart):
        raise ValueError("a chart is drawn by one of the forms: charts, flows, maps, parts, …")
    bundle = {
        "image/svg+xml": picture(figure, small=small),
        "text/plain": f"Chart: {figure.title}",
    }
    plt.close(figure)
    display(bundle, raw=True)


def wrap(text: str, room: float, *, size: float | None = None, bold: bool = False) -> str:
    """Break ``text`` into lines no wider than ``room``, by default in the size of labels."""
    return lettering.wrap(text, room, size or paper().text, bold=bold)


def width(text: str, *, size: float | None = None, bold: bool = False) -> float:
    """Return the width of the longest line of ``text``, by default in the size of labels."""
    return lettering.width(text, size or paper().text, bold=bold)


def write(
    where: Figure | Axes,
    text: str,
    at: tuple[float, float],
    *,
    coords: str | tuple[str, str] = "data",
    by: tuple[float, float] = (0, 0),
    ha: str = "left",
    va: str = "center",
    size: float | None = None,
    bold: bool = False,
    color: str = INK,
) -> None:
    """Write ``text``, which may have several lines, with its baselines at even distances.

    ``at`` is a place in a plot, by its ``coords``, or in a figure, in pixels from its lower left;
    ``by`` moves it, in pixels. There the text has its left, center or right end (``ha``) and the
    top of its first line, its centre, or its last baseline (``va``: top, center, bottom).
    """
    size = size or paper().text
    lines = text.split("\n")
    below = LEADING * size * (len(lines) - 1)  # the first baseline
    first = {"top": -CAPITAL * size, "center": (below - CAPITAL * size) / 2, "bottom": below}[va]
    look: dict[str, Any] = {
        "ha": ha,
        "va": "baseline",
        "size": size,
        "weight": WEIGHT if bold else 400,
    }
    for number, line in enumerate(lines):
        shift = (by[0], by[1] + first - LEADING * size * number)
        if isinstance(where, Figure):
            width, height = where.get_size_inches() * 72
            place = ((at[0] + shift[0]) / width, (at[1] + shift[1]) / height)
            written = where.text(*place, line, color=color, **look)
        else:
            written = where.annotate(
                line,
                at,
                xycoords=coords,
                xytext=shift,
                textcoords="offset points",
                annotation_clip=False,
                color=color,
                zorder=4,
                **look,
            )
        if number:
            written.set_gid(f"{svg.CONTINUED}{number}")


def canvas(
    title: str,
    subtitle: str,
    source: str,
    *,
    height: float,
    left: float,
    right: float = 8,
    axis: bool = True,
    key: float = 0,
) -> tuple[Chart, Axes]:
    """Return a figure with its title, subtitle and source set, and the axes to draw in.

    ``title`` is the finding; ``subtitle`` says measure, unit, place and period; ``source`` the
    document and page. ``height`` is that of the plot, ``left`` and ``right`` its margins and
    ``key`` the room above it for a key; ``axis`` leaves room for tick labels and an axis label
    below. Bare paper has the subtitle and no other words.
    """
    sheet, small = paper(), max(12, paper().text - 2)
    head = wrap(title, sheet.width - 2, size=sheet.title, bold=True)
    under = wrap(subtitle, sheet.width - 2)
    foot = wrap(source, sheet.width - 2, size=small)
    head_top = 0.36 * sheet.title  # accents stand above capitals
    under_top = head_top + (0 if sheet.bare else tall(head, sheet.title) + 0.7 * sheet.text)
    top = under_top + tall(under, sheet.text) + 0.9 * sheet.text + key
    foot_top = 0.4 * small + tall(foot, small)
    bottom = foot_top + (3.5 if axis else 0.9) * sheet.text if not sheet.bare else 4
    total = round(top + height + bottom)

    figure = cast(Chart, plt.figure(FigureClass=Chart, figsize=(sheet.width / 72, total / 72)))
    axes = figure.add_axes(
        (
            left / sheet.width,
            bottom / total,
            (sheet.width - left - right) / sheet.width,
            height / total,
        )
    )
    if not sheet.bare:
        write(figure, head, (0, total - head_top), va="top", size=sheet.title, bold=True)
    write(figure, under, (0, total - under_top), va="top", color=MUTED)
    if not sheet.bare:
        write(figure, foot, (0, foot_top), va="top", size=small, color=MUTED)
    figure.title = title
    return figure, axes


def tall(text: str, size: float) -> float:
    """Return the height of ``text``, from the top of its first line to its last baseline."""
    return (LEADING * text.count("\n") + CAPITAL) * size
