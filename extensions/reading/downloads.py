"""What a page offers to download: files beside it, so that it need not carry them itself."""

import base64
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

from bs4 import BeautifulSoup

_DATA = re.compile(r"data:[\w/+.-]+(?:;charset=[\w-]+)?(;base64)?,(.*)", re.DOTALL)


def to_files(soup: BeautifulSoup, page: Path, out: Path) -> None:
    """Write each ``data:`` link of a page to ``_downloads/<page>/<name>`` and link to that.

    Raises ``ValueError`` when a page offers two different files under one name.
    """
    for link in soup.select('a[download][href^="data:"]'):
        match = _DATA.fullmatch(link["href"])
        if not match:
            raise ValueError(f"{page.name}: not a data address: {link['href'][:60]}")
        coded = match[2].replace("\n", "")  # as a browser does
        content = base64.b64decode(coded) if match[1] else unquote_to_bytes(coded)
        link["href"] = put(content, link["download"], page, out)


def put(content: bytes, name: str, page: Path, out: Path) -> str:
    """Write a file to ``_downloads/<page>/<name>`` and return its address from the page.

    Raises ``ValueError`` when another file of the page has that name.
    """
    place = page.relative_to(out)
    file = out / "_downloads" / place.with_suffix("") / name
    if file.is_file() and file.read_bytes() != content:
        raise ValueError(f"{page.name}: two different downloads are named {name}")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return "../" * (len(place.parts) - 1) + file.relative_to(out).as_posix()
