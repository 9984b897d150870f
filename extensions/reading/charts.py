"""Charts: put into the page, so that they take its font and colours; and to be downloaded."""

from lxml import etree
from lxml.html import HtmlElement as Element

from reading.page import Page
from reading.tree import first, made, select


def put_in(page: Page) -> None:
    """Put each chart into the page, drawn for a desk and for a phone, with what can be downloaded.

    A chart that is drawn for a place beside its words is put there in that drawing alone; its
    figure gets the class ``inset``. What can be downloaded is its data as CSV, and the chart as a
    picture (PNG, twice as large) and as a drawing (SVG), both with outlines for letters.

    Raises ``ValueError`` for a chart not in a figure that has a name, and for an SVG that is none.
    """
    for image in select(page.root, 'article img[src$=".svg"]'):
        figure = next((one for one in image.iterancestors("figure") if one.get("id")), None)
        caption = None if figure is None else first(figure, "figcaption")
        if caption is None:
            raise ValueError(f"{page.name}: {image.get('src')} is a chart without name or caption")
        name, said = figure.get("id"), image.get("alt", "")
        try:
            desk, phone, data = _parts(page.file(image.get("src")).read_text("utf-8"))
        except ValueError as error:
            raise ValueError(f"{page.name}: the picture {name} is {error}") from None
        box = made("div", {"class": "chart"})
        if small := phone.startswith('<svg class="inset"'):
            figure.classes.add("inset")
            box.append(_drawn(phone, "inset", said))
        else:
            box.append(_drawn(desk, "desk", said))
            box.append(_drawn(phone, "phone", said))
        box.tail = image.tail
        image.getparent().replace(image, box)
        number = first(caption, ".caption-number")
        caption.append(_offers(page, name, desk, data, number, short=small))


def _parts(chart: str) -> tuple[str, str, str]:
    from analysis.page import svg  # slow to import, and seldom needed: pages are kept

    return svg.unpacked(chart)


def _drawn(drawing: str, place: str, said: str) -> Element:
    root = etree.fromstring(
        drawing.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1),
        etree.XMLParser(remove_blank_text=True),
    )
    for side in ("width", "height"):
        del root.attrib[side]  # the sheet says how wide, the box of the drawing how high
    for name, value in {"class": place, "role": "img", "aria-label": said}.items():
        root.set(name, value)
    return root


def _offers(
    page: Page, name: str, desk: str, data: str, number: Element | None, *, short: bool
) -> Element:
    from resvg_py import svg_to_bytes

    from analysis.page import svg

    outlined = svg.outlined(desk)
    picture = svg_to_bytes(svg_string=outlined, zoom=2, skip_system_fonts=True)
    line = made("p", {"class": "chart-data"}, "Download: ")
    for kind, what, content in (
        ("csv", "data (CSV)", ("\ufeff" + data).encode()),  # the mark lets a spreadsheet read 中文
        ("png", "picture (PNG)", picture),
        ("svg", "drawing (SVG)", outlined.encode()),
    ):
        file, what = f"{name}.{kind}", kind.upper() if short else what
        link = made("a", {"download": file, "href": page.offer(file, content)}, what)
        if number is not None:
            link.set("aria-label", f"{what}, {number.text_content().strip()}")
        link.tail = " · "
        line.append(link)
    line[-1].tail = ""
    return line


def take(page: Page) -> None:
    """Take in the images of a page that are no charts."""
    for image in select(page.root, "img[src]"):
        file = page.file(image.get("src"))
        if file.parent.name == "_images":
            page.files[f"_images/{file.name}"] = file.read_bytes()
