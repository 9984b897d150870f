"""Charts as SVG: short, without ids, the same bytes each time; and with outlines for letters.

matplotlib writes each mark in groups, with an id and a style of its own. On a page that holds
several charts ids would meet, and a style in a mark can't be changed by the page's theme. Here a
drawing is a flat list of paths and texts whose colours are attributes, which a style sheet
overrides: ``[fill="#1b6ca8"] { fill: … }``.
"""

from __future__ import annotations

import functools
import io
import itertools
import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.path import Path as Outline

from analysis.page import lettering

SVG = "http://www.w3.org/2000/svg"
MARGIN = 16  # round a drawing that leaves the page
CONTINUED = "continued-"  # begins the id of each line of a text but the first
_LINK = "{http://www.w3.org/1999/xlink}href"
_KEPT = (
    "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "opacity",
    "fill-opacity", "stroke-opacity", "font-size", "font-weight", "text-anchor",
)  # fmt: skip


def drawing(figure: Figure, size: float, ink: str) -> str:
    """Return a figure as an ``svg`` element; text of ``size`` and ``ink`` says neither."""
    for artist in figure.findobj(lambda one: one.get_clip_on()):
        artist.set_clip_on(False)  # nothing is drawn past its axes, and each clip needs an id
    buffer = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": "none"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    root = ElementTree.fromstring(buffer.getvalue())
    defined = {one.attrib["id"]: one for one in root.iter(f"{{{SVG}}}path") if "id" in one.attrib}
    plain = {"font-size": f"{size:g}px", "fill": ink, "text-anchor": "start", "font-weight": "400"}
    marks = _joined(_flat(root, defined, plain))
    lines = "\n".join(ElementTree.tostring(mark, encoding="unicode") for mark in marks)
    width, height = (_short(float(side)) for side in root.attrib["viewBox"].split()[2:])
    return (
        f'<svg xmlns="{SVG}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'fill="{ink}" font-family="{lettering.FAMILY}, sans-serif" font-size="{size:g}">\n'
        f"{lines}\n</svg>\n"
    )


def packed(desk: str, phone: str, data: str) -> str:
    """Return the drawing for the desk with that for a phone and the data, CSV, in its metadata."""
    content = f"<metadata>\n<desc>\n{escape(data)}</desc>\n{phone}</metadata>\n"
    return desk.replace(">\n", f">\n{content}", 1)


def unpacked(chart: str) -> tuple[str, str, str]:
    """Return what ``packed`` was given: desk, phone, data.

    Raises ``ValueError`` for an SVG that is no such chart.
    """
    parts = re.fullmatch(
        r"(<svg [^>]*>\n)<metadata>\n<desc>\n(.*?)</desc>\n(<svg .*?</svg>\n)</metadata>\n(.*)",
        chart.strip() + "\n",
        re.DOTALL,
    )
    if not parts:
        raise ValueError("not a chart of this report: it holds no data and no drawing for a phone")
    data = ElementTree.fromstring(f"<desc>{parts[2]}</desc>").text or ""
    return parts[1] + parts[4], parts[3], data


def outlined(chart: str) -> str:
    """Return a drawing whose letters are outlines: it looks the same where its font is not."""
    root = ElementTree.fromstring(chart)
    shapes: dict[str, Element] = {}
    for text in root.iter(f"{{{SVG}}}text"):
        bold = text.get("font-weight", "400") != "400"
        size = float(text.get("font-size", root.attrib["font-size"]))
        part = {"middle": 0.5, "end": 1}.get(text.get("text-anchor", ""), 0)
        lines = []
        for line in text.findall("*[@x]") or [text]:
            said = (line.text or "").rstrip()
            x = float(line.attrib["x"]) - part * lettering.width(said, size, bold=bold)
            place = f"translate({_short(x)} {line.attrib['y']}) scale({_short(size / 10)}e-2)"
            lines.append(Element(f"{{{SVG}}}g", transform=place))
            for name, start, outline in lettering.outlines(said, bold=bold):
                if name not in shapes:
                    letter = {"id": f"g{len(shapes)}", "d": _path(outline)}
                    shapes[name] = Element(f"{{{SVG}}}path", letter)
                address = {_LINK: f"#{shapes[name].attrib['id']}", "x": f"{10 * start:.0f}"}
                SubElement(lines[-1], f"{{{SVG}}}use", address)
        fill = text.get("fill")
        text.clear()
        text.tag, text.attrib = f"{{{SVG}}}g", {"fill": fill} if fill else {}
        text.extend(lines)
    for name in ("font-size", "font-family"):
        del root.attrib[name]
    letters = Element(f"{{{SVG}}}defs")
    letters.extend(shapes.values())
    root.insert(0, letters)
    _framed(root)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return ElementTree.tostring(root, encoding="unicode")


def _framed(root: Element) -> None:
    """Give a drawing that leaves the page a white ground and a margin."""
    width, height = (float(root.attrib[side]) + 2 * MARGIN for side in ("width", "height"))
    across = {"width": _short(width), "height": _short(height)}
    corner = {"x": str(-MARGIN), "y": str(-MARGIN)}
    root.attrib.update(across, viewBox=" ".join([*corner.values(), *across.values()]))
    root.insert(0, Element(f"{{{SVG}}}rect", {"fill": "#ffffff", **corner, **across}))


@functools.cache
def _path(outline: Outline) -> str:
    """Write a letter, which is given for size 100 and points upwards, for size 1000."""
    written = []
    for points, code in outline.iter_segments(curves=True, simplify=False):
        ends = [f"{value * (-10 if n % 2 else 10):.0f}" for n, value in enumerate(points)]
        letter = {1: "M", 2: "L", 3: "Q", 4: "C", 79: "Z"}[int(code)]
        written.append(letter + (" ".join(ends) if letter != "Z" else ""))
    return "".join(written)


def _flat(group: Element, defined: dict[str, Element], plain: dict[str, str]) -> Iterator[Element]:
    """Give the marks of a group, whatever groups they stand in."""
    for one in group:
        kind = one.tag.removeprefix(f"{{{SVG}}}")
        look = _look(one, plain)
        if kind == "g":
            for mark in _flat(one, defined, plain):
                mark.attrib.setdefault("id", one.get("id", ""))
                yield mark
        elif kind == "text":
            x, y = _place(one)
            mark = Element("text", {**look, "x": _short(x), "y": _short(y)})
            mark.text = one.text
            yield mark
        elif kind == "path" and one.get("d") and ("stroke" in look or look.get("fill") != "none"):
            mark = _shape(one.attrib["d"], 0, 0, look)
            # A bar of nothing would show as its white edge.
            if look.get("fill") == "none" or re.search(r"H.*V|V.*H|[LCQ]", mark.get("d", "C")):
                yield mark
        elif kind == "use":
            mark = defined[one.attrib[_LINK].removeprefix("#")]
            x, y = float(one.get("x", 0)), float(one.get("y", 0))
            yield _shape(mark.attrib["d"], x, y, look)


def _shape(path: str, x: float, y: float, look: dict[str, str]) -> Element:
    """Return a path moved by (x, y); one of eight curves is how matplotlib draws a circle."""
    moved = _moved(path, x, y)
    if [moved.count(letter) for letter in "MCLQ"] != [1, 8, 0, 0]:
        return Element("path", {**look, "d": moved})
    numbers = [float(one) for one in re.findall(r"-?\d[\d.]*", moved)]
    (left, right), (top, low) = ((min(axis), max(axis)) for axis in (numbers[::2], numbers[1::2]))
    circle = {"cx": (left + right) / 2, "cy": (top + low) / 2, "r": (right - left) / 2}
    return Element("circle", {**look, **{name: _short(one) for name, one in circle.items()}})


def _joined(marks: Iterator[Element]) -> Iterator[Element]:
    """Make the lines of one text one element: found, selected and read as one."""
    whole: Element | None = None
    for mark in marks:
        goes_on = mark.attrib.pop("id", "").startswith(CONTINUED)
        if whole is not None and goes_on:
            if not len(whole):
                first = SubElement(whole, "tspan", x=whole.attrib.pop("x"), y=whole.attrib.pop("y"))
                first.text, whole.text = whole.text, None
            # Of no width: else it would move a line that ends or is centred at its place.
            SubElement(whole, "tspan", {"font-size": "0"}).text = " "
            SubElement(whole, "tspan", x=mark.attrib["x"], y=mark.attrib["y"]).text = mark.text
            continue
        if whole is not None:
            yield whole
        whole = mark
    if whole is not None:
        yield whole


def _look(mark: Element, plain: dict[str, str]) -> dict[str, str]:
    """Return as attributes what a mark's style says and the drawing does not say already."""
    said = dict(one.split(": ", 1) for one in mark.get("style", "").split("; ") if ": " in one)
    kept = {
        name: said[name] for name in _KEPT if said.get(name, plain.get(name)) != plain.get(name)
    }
    if "font-size" in kept:
        kept["font-size"] = kept["font-size"].removesuffix("px")
    return kept


def _place(text: Element) -> tuple[float, float]:
    """Return where a text stands.

    Raises ``ValueError`` for a text that is turned: no chart has one.
    """
    if shift := re.fullmatch(r"translate\((\S+) (\S+)\)", text.get("transform", "")):
        return float(shift[1]), float(shift[2])
    if not text.get("transform", "rotate(-0 ").startswith("rotate(-0 "):
        raise ValueError(f"charts have no turned text: {text.text!r}")
    return float(text.attrib["x"]), float(text.attrib["y"])


def _moved(path: str, x: float, y: float) -> str:
    """Return a path of straight lines and curves, moved by (x, y), in the fewest letters."""
    written, last = [], ["", ""]
    for command, numbers in re.findall(r"([MLCQz])([^MLCQz]*)", path):
        shift = itertools.cycle((x, y))
        points = [_short(float(one) + next(shift)) for one in numbers.split()]
        match command:
            case "L" if points == last:
                continue
            case "L" if points[1] == last[1]:
                written.append(f"H{points[0]}")
            case "L" if points[0] == last[0]:
                written.append(f"V{points[1]}")
            case _:
                written.append(command + " ".join(points))
        last = points[-2:] or last
    return "".join(written)


def _short(value: float) -> str:
    """Write a number to a hundredth of a pixel, which no eye and no machine's arithmetic sees."""
    return f"{round(value, 2) + 0:.2f}".rstrip("0").rstrip(".")
