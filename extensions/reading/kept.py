"""What one build made and the next may use again."""

import hashlib
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


class Kept:
    """Things by name, each with a key: the hash of what it was made from.

    What a build did not ask for is forgotten when it writes. A file that cannot be read counts as
    empty, since everything in it can be made again.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.used: dict[str, tuple[str, object]] = {}
        try:
            self.before = pickle.loads(file.read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
            self.before = {}

    def get(self, name: str, made_from: object, make: Callable[[], Made]) -> Made:
        """Return what stands under a name, or make it anew when it was made from anything else.

        ``made_from`` is what its ``repr`` says.
        """
        key = hashlib.sha256(repr(made_from).encode()).hexdigest()
        if self.before.get(name, ("",))[0] != key:
            self.before[name] = (key, make())
        self.used[name] = self.before[name]
        return self.used[name][1]

    def write(self) -> None:
        """Write what was asked for."""
        new = self.file.with_suffix(".new")
        new.write_bytes(pickle.dumps(self.used))
        new.replace(self.file)
