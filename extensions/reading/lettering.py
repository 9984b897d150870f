"""The font of pages and charts, inside the sheet of all pages.

There it loads once for all of them, and also where a page opened from the file system may not read
other files. It comes before any font of the reader's: with a Chinese font first, quotation marks
and dashes between Latin letters would be as wide as a Chinese sign.
"""

import base64
from importlib.resources import files

FAMILY = "Yearbook Sans"
WEIGHTS = {"Regular": "400 500", "Semibold": "600 900"}


def faces() -> str:
    """Return the rules that bring the font along."""
    folder = files("analysis.page") / "fonts"
    rules = []
    for weight, range_ in WEIGHTS.items():
        file = folder / f"{FAMILY.replace(' ', '')}-{weight}.woff2"
        data = base64.b64encode(file.read_bytes()).decode()
        rules.append(
            f'@font-face{{font-family:"{FAMILY}";font-style:normal;font-weight:{range_};'
            f'font-display:block;src:url("data:font/woff2;base64,{data}") format("woff2")}}'
        )
    return "".join(rules)
