"""What was read and checked once, kept until the data or the code that read them change.

One file for each thing that is kept of a data folder, in the user's own cache folder and never
beside the data: a pickle can run code, so only what this user wrote is opened, and only under the
key that it was written for. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

import pandas as pd

T = TypeVar("T")


def once(folder: Path, name: str, compute: Callable[[], T]) -> T:
    """Return what ``compute`` makes of ``folder``, computed only when not kept already as ``name``.

    What cannot be read or written is no error: then it is computed. What ``compute`` raises is
    raised, and nothing is kept.
    """
    file = place(folder, name)
    try:
        key = key_of(folder)
        if (found := _read(file, key)) is not None:
            return cast(T, found)
    except OSError:
        return compute()
    result = compute()
    _write(file, key, result)
    return result


def place(folder: Path, name: str) -> Path:
    """Return the file in which what is called ``name`` is kept of ``folder``."""
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    whose = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return caches / "suzhou-yearbook" / f"{whose}-{name}.pickle"


def key_of(folder: Path) -> bytes:
    """Return a hash of every file in ``folder``, of the code that reads them, and of its version.

    Raises ``OSError`` when a file cannot be read.
    """
    digest = hashlib.sha256(_code())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix().encode()
        content = path.read_bytes()
        digest.update(b"%d %s %d " % (len(name), name, len(content)) + content)
    return digest.digest()


@lru_cache(maxsize=1)
def _code() -> bytes:
    here = Path(__file__).parent
    digest = hashlib.sha256(f"{sys.version} {pd.__version__}".encode())
    for path in sorted([*here.glob("*.py"), *here.parent.glob("*.py")]):
        digest.update(path.read_bytes())
    return digest.digest()


def _read(file: Path, key: bytes) -> object | None:
    try:
        with file.open("rb") as opened:
            if opened.read(len(key)) == key:
                return cast(object, pickle.load(opened))
    except Exception:
        # Whatever a damaged file raises: it is written anew.
        return None
    return None


def _write(file: Path, key: bytes, result: object) -> None:
    """Write the file whole or not at all: another process may be reading it."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as opened:
            opened.write(key)
            pickle.dump(result, opened, protocol=pickle.HIGHEST_PROTOCOL)
        Path(opened.name).replace(file)
    except OSError:
        return
