"""Makes a virtual environment whole, or says in one sentence why not.

``python scripts/environment.py FOLDER LOCK MADE_FROM``, called by ``scripts/environment.sh``, which
compares MADE_FROM with the file ``made-from``: that is written last, so what is half made is made
anew.
"""

import fcntl
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # which an isolated Python leaves out

import mirror


def main(folder: Path, lock: str, made_from: str) -> None:
    """Make the environment, one at a time, unless another run has just made it."""
    stamp = folder / "made-from"
    here = os.open(".", os.O_RDONLY)
    try:
        fcntl.flock(here, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("Another run is making an environment here; waiting for it ...", flush=True)
        fcntl.flock(here, fcntl.LOCK_EX)
        if stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == made_from:
            return
    print(f"Making {folder} with Python {platform.python_version()} from {lock} ...", flush=True)
    remove(folder)
    venv.create(folder, symlinks=True)
    python, uv = str(folder / "bin" / "python"), str(folder / "bin" / "uv")
    step = Steps(folder / "setup.log")
    step("pip", python, "-m", "ensurepip", "--upgrade", "--default-pip")
    step.environment = mirror.environment(python)
    wheels = ("--require-hashes", "--only-binary", ":all:")
    step("the installer uv", python, "-m", "pip", "install", *wheels, "-r", "scripts/uv.txt")
    step(f"what {lock} names", uv, "pip", "sync", "--python", python, *wheels, lock)
    editable = ("--offline", "--no-deps", "--no-build-isolation", "--editable", ".")
    step("the package in src/", uv, "pip", "install", "--python", python, *editable)
    # Matplotlib lists the machine's fonts at first use and says so on stderr when that is slow;
    # doing it here keeps that sentence off the pages.
    fonts = "import matplotlib.font_manager"
    step("the list of fonts", "sh", "scripts/run.sh", str(folder), "python", "-c", fonts)
    stamp.write_text(f"{made_from}\n", encoding="utf-8")


def remove(folder: Path) -> None:
    """Remove a folder, or what stands in its place."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


class Steps:
    """Runs one command after another with what they say in a log, and ends where one fails."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.environment = dict(os.environ)

    def __call__(self, what: str, *command: str) -> None:
        with self.log.open("ab") as log:
            start = log.tell()
            status = subprocess.call(command, stdout=log, stderr=log, env=self.environment)
        if status:
            last = last_word(self.log.read_bytes()[start:].decode("utf-8", "replace"))
            sys.exit(f"error: {what} could not be installed: {last} (all of it: {self.log})")


def last_word(said: str) -> str:
    """Return an installer's last line that names an error, or simply its last."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["not a word"]
    named = [line for line in lines if line.lower().startswith(("error:", "cause:", "caused by:"))]
    return (named or lines)[-1]


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), *sys.argv[2:])
    except OSError as error:
        sys.exit(f"error: {sys.argv[1]} could not be made: {error.strerror}")
