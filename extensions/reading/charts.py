"""Charts: their size on the page, when they are loaded, their data, and half their bytes."""

import html
import re
from collections import Counter

from reading.page import Page
from reading.tree import Element, first, made, select

_DESCRIPTION = re.compile(r"<dc:description>(.*?)</dc:description>", re.DOTALL)


def place(page: Page) -> None:
    """Give charts their size, so that nothing jumps, and load those far down when they are near."""
    for number, image in enumerate(_charts(page)):
        head = re.search(r"<svg[^>]*>", page.file(image.get("src")).read_text("utf-8"))[0]
        for side in ("width", "height"):
            if points := re.search(rf'\b{side}="([\d.]+)pt"', head):
                image.set(side, str(round(float(points[1]) * 4 / 3)))
        if number:
            image.set("loading", "lazy")


def offer_data(page: Page) -> None:
    """Put under each chart a link to what it draws, which its metadata hold as CSV.

    Raises ``ValueError`` for a chart without data, or not in a figure that has a name.
    """
    for image in _charts(page):
        figure = next((one for one in image.iterancestors("figure") if one.get("id")), None)
        caption = None if figure is None else first(figure, "figcaption")
        if caption is None:
            raise ValueError(f"{page.name}: {image.get('src')} is a chart without name or caption")
        name = figure.get("id")
        drawn = _DESCRIPTION.search(page.file(image.get("src")).read_text("utf-8"))
        if not drawn:
            raise ValueError(f"{page.name}: the chart {name} does not hold its data")
        content = "\ufeff" + html.unescape(drawn[1])  # the mark lets a spreadsheet show Chinese
        said = "Download the data as CSV"
        file = f"{name}.csv"
        link = made("a", {"download": file, "href": page.offer(file, content.encode())}, said)
        number = first(caption, ".caption-number")
        if number is not None:
            link.set("aria-label", f"{said}, {number.text_content().strip()}")
        line = made("p", {"class": "chart-data"})
        line.append(link)
        caption.append(line)


def take(page: Page) -> None:
    """Take in the images of a page, charts in half their bytes."""
    for image in select(page.root, "img[src]"):
        file = page.file(image.get("src"))
        if file.parent.name == "_images":
            content = file.read_bytes()
            chart = file.suffix == ".svg" and b"<metadata>" in content  # as matplotlib writes it
            page.files[f"_images/{file.name}"] = shortened(content) if chart else content


def shortened(chart: bytes) -> bytes:
    """Return a chart that says once what it says for each of its texts and marks."""
    text = chart.decode()
    text = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    styles = Counter(re.findall(r' style="([^"]*)"', text))
    classes = {one: f"s{n}" for n, (one, times) in enumerate(styles.most_common()) if times > 1}

    def as_class(match: re.Match) -> str:
        return f' class="{classes[match[1]]}"' if match[1] in classes else match[0]

    text = re.sub(r' style="([^"]*)"', as_class, text)
    pointed_at = set(re.findall(r'(?:href="#|url\(#)([\w-]+)', text))
    text = re.sub(r' id="([^"]*)"', lambda m: m[0] if m[1] in pointed_at else "", text)
    rules = "".join(f".{name}{{{html.unescape(one)}}}" for one, name in classes.items())
    text = re.sub(r">\s+<", "><", text)
    return re.sub(r"(<svg[^>]*>)", rf"\1<style>{rules}</style>", text, count=1).encode()


def _charts(page: Page) -> list[Element]:
    return select(page.root, 'article img[src$=".svg"]')
