"""What a built report was made from: the commit, and the hash of the lock.

They are put in when pages are finished: what a chapter prints must not change with the commit.
"""

import hashlib
import shutil
import subprocess
from pathlib import Path

# What the page on method says in the place of each until it is built.
COMMIT, LOCK = "commit-of-this-build", "lock-of-this-build"


def told(page: str, root: Path) -> str:
    """Return a page with what the report in the folder ``root`` was made from."""
    if COMMIT not in page:
        return page
    lock = hashlib.sha256((root / "requirements.txt").read_bytes()).hexdigest()
    return page.replace(COMMIT, commit(root)).replace(LOCK, lock)


def commit(root: Path) -> str:
    """Return the commit of a folder, with a word where files differ from it or none is known."""
    if not (root / ".git").exists() or not shutil.which("git"):
        return "unknown: made outside a clone"

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        # Git refuses a folder that is someone else's; reading two lines of it does no harm.
        command = ["git", "-c", "safe.directory=*", *words]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)

    head, changed = git("rev-parse", "HEAD"), git("status", "--porcelain")
    if head.returncode or changed.returncode:
        return "unknown: made outside a clone"
    return head.stdout.strip() + (
        ", with changes that are not in it" if changed.stdout.strip() else ""
    )
