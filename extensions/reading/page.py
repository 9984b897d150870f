"""A page on its way from what Sphinx wrote to what a reader gets."""

from dataclasses import dataclass, field
from os.path import normpath
from pathlib import Path

from reading.tree import Element


@dataclass
class Page:
    """A page and what it brings along. Files are named by their paths in the report."""

    name: str  # "book/goals/tasks.html"
    root: Element
    written: Path  # the folder with the report as Sphinx wrote it
    files: dict[str, bytes] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """Return the address that leads from the page to a file of the report."""
        return "../" * self.name.count("/") + name

    def file(self, address: str) -> Path:
        """Return the written file to which an address on the page leads."""
        return Path(normpath((self.written / self.name).parent / address.partition("?")[0]))

    def offer(self, name: str, content: bytes) -> str:
        """Take a file into ``_downloads/<page>/`` and return its address from the page.

        Raises ``ValueError`` when another file of the page has that name.
        """
        path = f"_downloads/{self.name.removesuffix('.html')}/{name}"
        if self.files.setdefault(path, content) != content:
            raise ValueError(f"{self.name}: two different downloads are named {name}")
        return self.address(path)
