"""What the book is made from, and whether it has changed."""

import hashlib
import platform
import sys
from collections.abc import Iterable
from pathlib import Path

from sphinx_external_toc.parsing import parse_toc_yaml

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "_build"

# A chapter's outputs rest on these, besides its own text.
OF_OUTPUTS = (
    *("src", "data", "docs/dictionary_review.csv", "requirements.txt", "pyproject.toml"),
    *("scripts/execute.py", "scripts/kernels.py", "scripts/warm.py", "extensions/inline"),
)
OF_PAGES = (*OF_OUTPUTS, "scripts", "extensions", "book", "_config.yml", "_toc.yml")


def fingerprint(names: Iterable[str]) -> str:
    """Give a hash of the files and folders named, from the root, and of the Python in use."""
    digest = hashlib.sha256(f"{sys.version} {platform.platform()} {ROOT}\n".encode())
    for name in names:
        top = ROOT / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            inside = path.relative_to(ROOT)
            if path.is_file() and not left_by_tools(inside):
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                digest.update(f"{inside.as_posix()} {content}\n".encode())
    return digest.hexdigest()


def left_by_tools(path: Path) -> bool:
    """Tell what changes by itself: compiled code, metadata, hidden files, an editor's notebooks."""
    return path.suffix == ".ipynb" or any(
        part.startswith(".") or part == "__pycache__" or part.endswith(".egg-info")
        for part in path.parts
    )


def pages() -> list[str]:
    """List every page of the contents, as a path from the root without a suffix."""
    return sorted(page.removesuffix(".md") for page in parse_toc_yaml(ROOT / "_toc.yml"))
