"""What sentences assert in words, checked beside them.

Numbers in prose follow the data by themselves; words such as "more than" or "none" do not. Each
stands in its sentence as an expression: ``says("more than", here > there)``.
"""

from __future__ import annotations

import html
import os
from collections.abc import Mapping

import numpy as np

# The build and the tests are strict: a false sentence ends them. Whoever explores sees it marked.
STRICT = "YEARBOOK_CLAIMS"


class FalseSentenceError(ValueError):
    """The text says what the figures do not bear out."""


class Marked:
    """Words that the figures do not bear out: struck through, with what the figures say."""

    def __init__(self, words: str, figures: str) -> None:
        self.words, self.figures = words, figures

    def __repr__(self) -> str:
        return f"[not so: {self.words}{self.figures}]"

    def _repr_html_(self) -> str:
        said = html.escape(f" (not so{self.figures})")
        return f"<s>{html.escape(self.words)}</s><mark>{said}</mark>"


def says(words: str, holds: bool, *figures: object) -> str | Marked:
    """Return ``words`` where they hold.

    ``holds`` is what the figures say of the words; ``figures`` are shown where they do not.
    Then the words come back struck through, or, when the variable ``YEARBOOK_CLAIMS`` is
    ``strict``, ``FalseSentenceError`` is raised. Raises ``TypeError`` when ``holds`` is no truth
    value: an amount alone says neither yes nor no.
    """
    if not isinstance(holds, bool | np.bool_):
        raise TypeError(f"{words!r} hangs on {holds!r}, which is neither true nor false")
    if holds:
        return words
    shown = f": {', '.join(map(str, figures))}" if figures else ""
    if os.environ.get(STRICT) == "strict":
        raise FalseSentenceError(
            f"the text says {words!r}, and the figures do not bear it out{shown}"
        )
    return Marked(words, shown)


def claim(claims: Mapping[str, bool]) -> None:
    """Check several statements at once; see ``says``.

    ``claims`` maps each statement to what the figures say of it. Raises ``FalseSentenceError``
    listing those that do not hold, or prints them when exploring.
    """
    false = [statement for statement, holds in claims.items() if not holds]
    if not false:
        return
    if os.environ.get(STRICT) == "strict":
        raise FalseSentenceError(
            "the text says, and the figures do not bear out: " + "; ".join(false)
        )
    print("Not so any more: " + "; ".join(false))
