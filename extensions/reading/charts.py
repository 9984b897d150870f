"""Charts: their size on the page, when they are loaded, their data, and half their bytes."""

import html
import re
from collections import Counter
from pathlib import Path

from bs4 import BeautifulSoup

from reading import downloads

_DESCRIPTION = re.compile(r"<dc:description>(.*?)</dc:description>", re.DOTALL)


def place(soup: BeautifulSoup, page: Path) -> None:
    """Give charts their size, so that nothing jumps, and load those far down when they are near."""
    for number, image in enumerate(soup.select('article img[src$=".svg"]')):
        file = page.parent / image["src"]
        head = re.search(r"<svg[^>]*>", file.read_text("utf-8"))[0]
        for side in ("width", "height"):
            if points := re.search(rf'\b{side}="([\d.]+)pt"', head):
                image[side] = round(float(points[1]) * 4 / 3)
        if number:
            image["loading"] = "lazy"


def offer_data(soup: BeautifulSoup, page: Path, out: Path) -> None:
    """Put under each chart a link to what it draws, which its metadata hold as CSV.

    Raises ``ValueError`` for a chart without data, or not in a figure that has a name.
    """
    for image in soup.select('article img[src$=".svg"]'):
        figure = image.find_parent("figure", id=True)
        caption = figure and figure.select_one("figcaption")
        if not caption:
            raise ValueError(f"{page.name}: {image['src']} is a chart without name or caption")
        if caption.select_one("a[download]"):
            continue  # a page that this build left as it was
        drawn = _DESCRIPTION.search((page.parent / image["src"]).read_text("utf-8"))
        if not drawn:
            raise ValueError(f"{page.name}: the chart {figure['id']} does not hold its data")
        name = f"{figure['id']}.csv"
        content = "\ufeff" + html.unescape(drawn[1])  # the mark lets a spreadsheet show Chinese
        words = "Download the data as CSV"
        number = caption.select_one(".caption-number")
        link = soup.new_tag(
            "a",
            href=downloads.put(content.encode(), name, page, out),
            download=name,
            attrs={"aria-label": f"{words}, {number.get_text(strip=True)}"} if number else {},
        )
        link.string = words
        line = soup.new_tag("p", attrs={"class": "chart-data"})
        line.append(link)
        caption.append(line)


def shorten(out: Path) -> None:
    """Say once what a chart says for each of its texts and marks."""
    for file in (out / "_images").glob("*.svg"):
        text = file.read_text("utf-8")
        if "<metadata>" in text:  # as matplotlib writes it, and not shortened yet
            file.write_text(_shortened(text), "utf-8")


def _shortened(text: str) -> str:
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
    return re.sub(r"(<svg[^>]*>)", rf"\1<style>{rules}</style>", text, count=1)
