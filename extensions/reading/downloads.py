"""Tables to download become files beside the page: a page need not carry each table twice."""

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
    folder = out / "_downloads" / page.relative_to(out).with_suffix("")
    up = "../" * (len(page.relative_to(out).parts) - 1)
    for link in soup.select('a[download][href^="data:"]'):
        match = _DATA.fullmatch(link["href"])
        if not match:
            raise ValueError(f"{page.name}: not a data address: {link['href'][:60]}")
        content = base64.b64decode(match[2]) if match[1] else unquote_to_bytes(match[2])
        file = folder / link["download"]
        if file.is_file() and file.read_bytes() != content and file.stat().st_size:
            raise ValueError(f"{page.name}: two different downloads are named {file.name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        link["href"] = up + file.relative_to(out).as_posix()
