"""Charts: their size on the page, when they are loaded, and half their bytes."""

import html
import re
from collections import Counter
from pathlib import Path

from bs4 import BeautifulSoup


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
