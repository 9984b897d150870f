"""How every chart looks: one palette, one type size that a phone can show, one layout.

A chart is 420 points (560 CSS pixels) wide and no text in it is smaller than 12 points: scaled
down to a phone's 360 pixels that is still 10 pixels. Charts have no background, so that the page's
shows; in the dark theme the page turns their lightness round and keeps their hue.
"""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib import font_manager
from matplotlib.figure import Figure

WIDTH = 420 / 72  # inches
TEXT = 12  # points
TITLE = 14.5

INK = "#1d2730"
MUTED = "#5b6770"
LINE = "#c9cfd4"
# Blue and orange differ in lightness as well as in hue, so they part for every kind of sight.
ACCENT = "#1b6ca8"
CONTRAST = "#c2570c"
QUIET = "#7f9cb2"
# For parts of one whole, dark to light: neighbours differ in lightness.
PARTS = ("#17527f", "#c2570c", "#5f9fcf", "#8a6d3b", "#a9cfe8", "#e3a873", "#6b7680", "#c9cfd4")

_FONTS = Path(__file__).parent / "fonts"


def use() -> None:
    """Set the style of every chart drawn from here on; charts become SVG with real text.

    Two runs give the same bytes: fixed ids, no date, fonts that come with the package.
    """
    for path in sorted(_FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    mpl.rcdefaults()
    mpl.rcParams.update(
        {
            "font.family": ["Liberation Sans", "sans-serif"],
            "font.sans-serif": ["Liberation Sans", "Arimo", "Arial", "Helvetica", "sans-serif"],
            "font.size": TEXT,
            "axes.titlesize": TEXT,
            "axes.labelsize": TEXT,
            "xtick.labelsize": TEXT,
            "ytick.labelsize": TEXT,
            "legend.fontsize": TEXT,
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
            "grid.linewidth": 0.6,
            "xtick.major.size": 0,
            "ytick.major.size": 0,
            "figure.facecolor": "none",
            "axes.facecolor": "none",
            "savefig.facecolor": "none",
            "savefig.bbox": None,
            "svg.fonttype": "none",
            "svg.hashsalt": "suzhou",
        }
    )
    _notebook()


def _notebook(**about: str) -> None:
    """Make a notebook show charts as SVG; outside one there is nothing to set."""
    try:
        from IPython import get_ipython
        from matplotlib_inline.backend_inline import set_matplotlib_formats
    except ImportError:
        return
    if get_ipython() is not None:
        metadata = {"Date": None, "Creator": None, **about}
        # Without `bbox_inches=None` the inline backend crops, and charts differ in width.
        set_matplotlib_formats("svg", metadata=metadata, bbox_inches=None)


def keep(figure: Figure, drawn: pd.DataFrame, *, measure: str, source: str) -> None:
    """Keep with a chart what it draws: a row a mark, its columns named for a reader.

    ``measure`` (with unit, place and period) and ``source`` become columns of their own, since a
    file that was downloaded is read without the chart.
    """
    table = drawn.assign(Measure=measure, Source=source)
    table.columns = [" ".join(str(name).split()) for name in table.columns]
    figure.drawn = table


def data_of(figure: Figure) -> str:
    """Return what a chart draws as CSV, to twelve digits: machines differ in those beyond.

    Raises ``ValueError`` for a chart that no drawing function has kept its data with.
    """
    table = getattr(figure, "drawn", None)
    if table is None:
        raise ValueError("a chart keeps what it draws, for readers to download: see style.keep")
    return table.to_csv(index=False, lineterminator="\n", float_format="%.12g")


def show() -> None:
    """Show the chart just drawn as the cell's output; its data travel inside the SVG.

    They stand there as the description that the metadata of an SVG provide for, and the page
    offers them for download.
    """
    _notebook(Description=data_of(plt.gcf()))
    plt.show()


def wrap(text: str, points: float, *, size: float = TEXT, bold: bool = False) -> str:
    """Break ``text`` into lines no wider than ``points``, measured in the chart's font."""
    words, lines = text.split(), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size=size, bold=bold) > points:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def width(text: str, *, size: float = TEXT, bold: bool = False) -> float:
    """Return the width of the longest line of ``text`` in points."""
    weight = "Bold" if bold else "Regular"
    font = font_manager.get_font(str(_FONTS / f"LiberationSans-{weight}.ttf"))
    font.set_size(size, 72)
    widths = []
    for line in text.split("\n"):
        font.set_text(line, 0.0)
        widths.append(font.get_width_height()[0] / 64)
    return max(widths)


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
) -> tuple[Figure, plt.Axes]:
    """Return a figure with its title, subtitle and source set, and the axes to draw in.

    ``title`` is the finding; ``subtitle`` says measure, unit, place and period; ``source`` the
    document and page. ``height`` is that of the plot, ``left`` and ``right`` its margins and
    ``key`` the room above it for a key, all in points; ``axis`` leaves room for tick labels and
    an axis label below.
    """
    total_width = WIDTH * 72
    head = wrap(title, total_width - 4, size=TITLE, bold=True)
    under = wrap(subtitle, total_width - 4)
    foot = wrap(source, total_width - 4)
    head_height = (head.count("\n") + 1) * TITLE * 1.22
    under_height = (under.count("\n") + 1) * TEXT * 1.3
    foot_height = (foot.count("\n") + 1) * TEXT * 1.3
    top = 4 + head_height + 4 + under_height + 8 + key
    bottom = foot_height + (46 if axis else 10)
    total = top + height + bottom

    figure = plt.figure(figsize=(WIDTH, total / 72))
    axes = figure.add_axes(
        (
            left / total_width,
            bottom / total,
            (total_width - left - right) / total_width,
            height / total,
        )
    )
    place = {"x": 0, "ha": "left", "va": "top", "linespacing": 1.22}
    figure.text(y=1 - 4 / total, s=head, size=TITLE, weight="bold", **place)
    figure.text(y=1 - (8 + head_height) / total, s=under, color=MUTED, **place)
    figure.text(x=0, y=2 / total, s=foot, color=MUTED, ha="left", va="bottom", linespacing=1.22)
    return figure, axes
