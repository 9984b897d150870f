"""The font of charts and pages: how wide a text is in it, and the outlines of its letters."""

from __future__ import annotations

import functools
from collections import OrderedDict
from pathlib import Path
from typing import Any

from matplotlib import font_manager
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path as Outline
from matplotlib.textpath import text_to_path

FAMILY = "Yearbook Sans"
_FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD = (_FONTS / f"YearbookSans-{weight}.ttf" for weight in ("Regular", "Semibold"))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest line of ``text``, in units of ``size``.

    Raises ``ValueError`` for a sign that the font has not.
    """
    return max(_width(line, bold) for line in text.split("\n")) * size


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Break ``text`` into lines no wider than ``room``; a word that is wider stays whole."""
    words, lines = text.split(), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, bold=bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def outlines(line: str, *, bold: bool = False) -> list[tuple[str, float, Outline]]:
    """Return a line's letters: the name of each, where it starts, and its outline.

    Lengths are for size 100, upwards from a baseline that starts at (0, 0).
    """
    font = font_manager.get_font(BOLD if bold else REGULAR)
    font.set_size(100, 72)
    letters, _, _ = text_to_path.get_glyphs_with_font(font, line, _shapes)
    return [(name, x, _outline(name)) for name, x, *_ in letters]


_shapes: OrderedDict[str, tuple[Any, Any]] = OrderedDict()  # of the letters met, by their names


@functools.cache
def _outline(letter: str) -> Outline:
    return Outline(*_shapes[letter], readonly=True)


@functools.cache
def _width(line: str, bold: bool) -> float:
    """Return the width of a line at size 1: measured large, so that nothing rounds."""
    if missing := {sign for sign in line if ord(sign) not in _signs(bold)}:
        raise ValueError(
            f"the charts' font has no {' '.join(sorted(missing))} (in {line!r}): "
            "write it otherwise, or add it to scripts/fonts.py"
        )
    font = font_manager.get_font(BOLD if bold else REGULAR)
    font.set_size(1000, 72)
    font.set_text(line, 0.0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / 64 / 1000


@functools.cache
def _signs(bold: bool) -> frozenset[int]:
    return frozenset(font_manager.get_font(BOLD if bold else REGULAR).get_charmap())
