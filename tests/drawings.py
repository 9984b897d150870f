"""What a drawing holds, read from its SVG as a browser reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from analysis.page import lettering

SVG = "{http://www.w3.org/2000/svg}"
# Of Latin letters, in sizes: above the baseline and below it.
ASCENT, DESCENT = 0.74, 0.21


@dataclass(frozen=True)
class Line:
    """A line of text and the room that its letters take."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Line) -> bool:
        """Tell whether two lines share more than a hair's breadth."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > 0.5 and tall > 0.5


def on_page(page: str, place: str) -> list[str]:
    """The drawings of a built page for a desk or for a phone."""
    return re.findall(rf'<svg [^>]*class="{place}".*?</svg>', page, re.DOTALL)


def title(drawing: str) -> str:
    """The largest text."""
    found = max(written(root(drawing)), key=lambda one: float(one.get("font-size", 0)))
    return "".join(found.itertext())


def outside(drawing: str) -> list[Line]:
    """The lines that reach over an edge of their drawing."""
    width, height = size(drawing)
    return [
        line
        for line in lines(drawing)
        if line.left < -0.5 or line.right > width + 0.5 or line.top < 0 or line.bottom > height
    ]


def meeting(drawing: str) -> list[tuple[Line, Line]]:
    """The pairs of lines of which one runs over the other."""
    return [pair for pair in combinations(lines(drawing), 2) if pair[0].meets(pair[1])]


def root(drawing: str) -> Element:
    return ElementTree.fromstring(drawing)


def written(drawing: Element) -> list[Element]:
    """The texts of a drawing, which on a page has no namespace of its own."""
    found = [one for one in drawing.iter() if one.tag.rpartition("}")[2] == "text"]
    assert found, "a drawing without text"
    return found


def size(drawing: str) -> tuple[float, float]:
    return tuple(float(side) for side in root(drawing).get("viewBox").split()[2:])


def texts(drawing: str) -> list[str]:
    """The texts of a drawing, those of several lines as one."""
    return ["".join(text.itertext()) for text in written(root(drawing))]


def lines(drawing: str) -> list[Line]:
    """Each line of text with its room."""
    top = root(drawing)
    found = []
    for text in written(top):
        height = float(text.get("font-size", top.get("font-size")))
        bold = text.get("font-weight", "400") != "400"
        part = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor"), 0)
        for line in text.findall("*[@x]") or [text]:
            said = line.text  # a space at its end counts: it moves a line that ends at a place
            wide = lettering.width(said, height, bold=bold)
            left, y = float(line.get("x")) - part * wide, float(line.get("y"))
            above, below = y - ASCENT * height, y + DESCENT * height
            found.append(Line(said, height, left, above, left + wide, below))
    return found
