"""What a page offers to download: files beside it, so that it need not carry them itself."""

import base64
import re
from urllib.parse import unquote_to_bytes

from reading.page import Page
from reading.tree import select

_DATA = re.compile(r"data:[\w/+.-]+(?:;charset=[\w-]+)?(;base64)?,(.*)", re.DOTALL)


def to_files(page: Page) -> None:
    """Make a file of each ``data:`` link of a page, and lead the link to it.

    Raises ``ValueError`` when a page offers two different files under one name.
    """
    for link in select(page.root, 'a[download][href^="data:"]'):
        address = link.get("href")
        match = _DATA.fullmatch(address)
        if not match:
            raise ValueError(f"{page.name}: not a data address: {address[:60]}")
        coded = match[2].replace("\n", "")  # as a browser does
        content = base64.b64decode(coded) if match[1] else unquote_to_bytes(coded)
        link.set("href", page.offer(link.get("download"), content))
