"""Measures what the work costs: ``python scripts/bench.py [PART ...]``, by ``make bench``.

The parts are the commands of the package, what grows with the data, the weight of the pages, the
builds and the tests. CPU seconds say little of another machine, so each is given beside its ratio
to a fixed piece of work done in the same run, kernels and browsers included. What grows is measured
with 1, 3 and 10 times the data: copies under other entities.
"""

import argparse
import contextlib
import csv
import ctypes
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from build import HTML
from inputs import BUILD, ROOT
from lxml import html

RUNS = 5
PR_SET_CHILD_SUBREAPER = 36  # of Linux, see prctl(2)
HEAVIEST = 6  # pages that are named
TIMES = (1, 3, 10)
CHAPTER = "book/economy/output"
COMMANDS = ("--help", "check", "goals", "audit")
# Grows with the data, each in a process that has done what comes before it.
STAGES = """
import sys, time
sys.path[:0] = ["extensions", "scripts"]
from reading import explorer
from analysis import audit, data, goals
from analysis.data import laws
work = {
    "load": lambda: data.load(),
    "check": lambda: laws.broken_laws(data.load()),
    "audit": lambda: audit.run(),
    "goals": lambda: goals.assess(),
    "explorer": lambda: explorer.payload(
        explorer.rows(data.observations(corrected=False), data.load()), data.load()
    ),
}
for name, run in work.items():
    start = time.process_time()
    run()
    print(name, time.process_time() - start)
"""


def main() -> None:
    """Print the costs that are asked for, by default all."""
    parser = argparse.ArgumentParser(description="Measure what the work costs.")
    parts = {
        "commands": lambda: costs(commands()),
        "growth": growth,
        "build": lambda: costs(builds()),
        "pages": pages,
        "tests": lambda: costs(tests()),
    }
    parser.add_argument("part", nargs="*", help=f"any of {', '.join(parts)} (default: all)")
    asked = parser.parse_args().part or list(parts)
    adopt()
    if unknown := set(asked) - set(parts):
        parser.error(f"no part is called {', '.join(sorted(unknown))}: {', '.join(parts)}")
    for name in asked:
        parts[name]()
        print()


def costs(measured: Iterable[tuple[str, float]]) -> None:
    """Print pieces of work with their CPU seconds, as they are and against the fixed work."""
    unit = min(cpu([sys.executable, "-I", "-c", REFERENCE]) for _ in range(RUNS))
    print(f"{'work':32}{'CPU s':>8}{'ratio':>8}   (the fixed work: {unit:.2f} s)")
    for name, seconds in measured:
        print(f"{name:32}{seconds:8.2f}{seconds / unit:8.2f}", flush=True)


def growth() -> None:
    """Print how the work grows with the data, and as what power of it."""
    print(f"{'grows with the data':20}" + "".join(f"{n:>7}x" for n in TIMES) + "  power of n")
    rows = {times: grown(times) for times in TIMES}
    for name, once in rows[1].items():
        power = math.log(rows[TIMES[-1]][name] / once, TIMES[-1])
        shown = "".join(f"{rows[n][name]:8.2f}" for n in TIMES)
        print(f"{name:20}{shown}{power:12.2f}")
    size = math.log2(TIMES[-1] * sum(1 for _ in observations(ROOT / "data")))
    fair = math.log(TIMES[-1] * size / (size - math.log2(TIMES[-1])), TIMES[-1])
    print(f"{'n log n':20}{'':{8 * len(TIMES)}}{fair:12.2f}")


def pages() -> None:
    """Print what the built pages weigh, and what one of them makes a reader load besides."""
    if not (HTML / "index.html").is_file():
        print("no page is built: make book")
        return
    shared = loaded(HTML / "book/index.html")
    weights = []
    for page in HTML.rglob("*.html"):
        besides = sum(size for file, size in loaded(page).items() if file not in shared)
        weights.append((page.stat().st_size, besides, page.relative_to(HTML).as_posix()))
    print(
        f"{'page':40}{'kB':>6}{'its files':>11}   ({kb(sum(shared.values()))} more for all pages)"
    )
    for itself, besides, page in sorted(weights, key=lambda one: -one[0] - one[1])[:HEAVIEST]:
        print(f"{page:40}{kb(itself):>6}{kb(besides):>11}")
    mean = [sum(one[at] for one in weights) / len(weights) for at in (0, 1)]
    print(f"{f'the mean of {len(weights)}':40}{kb(mean[0]):>6}{kb(mean[1]):>11}")


# Numbers, texts and memory, as the work has them, and nothing of this project.
REFERENCE = """
words = [f"{n * 7919 % 100003:06d}" for n in range(200000)]
for _ in range(3):
    table = {word: int(word) for word in sorted(words)}
    total = sum(one for one in table.values() if one % 3)
"""


def adopt() -> None:
    """Become the parent of all whose own ends before them: where they end counts what they took.

    A browser ends without waiting for its processes, which do most of its work.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def cpu(command: list[str], **environment: str) -> float:
    """Run a command and return the CPU seconds that it and all that it started took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        told = f"{done.stdout[-2000:]}{done.stderr[-2000:]}"
        sys.exit(f"error: {' '.join(command)} ended with {done.returncode}:\n{told}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands() -> Iterator[tuple[str, float]]:
    """Yield the commands of the package, the least of several runs each."""
    for name in COMMANDS:
        command = [sys.executable, "-m", "analysis", name]
        yield f"python -m analysis {name}", min(cpu(command) for _ in range(RUNS))


def builds() -> Iterator[tuple[str, float]]:
    """Yield what it takes to make the report, and to make it anew after a change."""
    book = [sys.executable, "scripts/build.py", "--strict"]
    one = [sys.executable, "scripts/build.py", "--only", CHAPTER]
    shutil.rmtree(BUILD, ignore_errors=True)
    yield "the book, nothing kept", cpu(book)
    yield "the book, nothing changed", cpu(book)
    with changed(lambda text: f"{text}\n% one word more\n"):
        yield "one chapter, a word changed", cpu(one)
        yield "the book, a word changed", cpu(book)
    with changed(lambda text: text.replace("\nstyle.use()\n", "\nstyle.use()\npass\n", 1)):
        yield "one chapter, a cell changed", cpu(one)
        yield "the book, a cell changed", cpu(book)
    cpu(book)


def tests() -> Iterator[tuple[str, float]]:
    """Yield the parts of `make test`, besides the book that it tests."""
    run = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile"]
    cpu([sys.executable, "scripts/build.py", "--strict"])
    yield "of the package (make unit)", cpu(["make", "unit"])
    apart = [f"--ignore=tests/{one}" for one in ("browser", "notebooks")]
    yield "of all but chapters and browser", cpu([*run, *apart, "tests"])
    yield "of chapters, by their references", cpu([*run, "--nbval", "tests/notebooks"])
    yield "in a browser", cpu([*run, "tests/browser"])


def kb(size: float) -> str:
    """Write a number of bytes."""
    return f"{size / 1000:.0f}"


def loaded(page: Path) -> dict[Path, int]:
    """Return the files that a page names and loads as it opens, with their bytes, uncompressed."""
    named = html.parse(page).xpath("//script/@src | //link[@rel='stylesheet']/@href | //img/@src")
    files = {(page.parent / urlsplit(one).path).resolve() for one in named}
    return {file: file.stat().st_size for file in files if file.is_file()}


@contextlib.contextmanager
def changed(change: Callable[[str], str]) -> Iterator[None]:
    """Change a chapter, and put it back."""
    chapter = ROOT / f"{CHAPTER}.md"
    text = chapter.read_text(encoding="utf-8")
    if (other := change(text)) == text:
        sys.exit(f"error: {CHAPTER} no longer has what was to be changed in it")
    try:
        chapter.write_text(other, encoding="utf-8")
        yield
    finally:
        chapter.write_text(text, encoding="utf-8")


def grown(times: int) -> dict[str, float]:
    """Return the CPU seconds of each stage, the least of three runs, with so much data."""
    least: dict[str, float] = {}
    for _ in range(3):
        # A new place each time: of a folder that was read before, the tables are kept.
        with tempfile.TemporaryDirectory() as name:
            copy(ROOT / "data", Path(name) / "data", times)
            done = subprocess.run(
                [sys.executable, "-c", STAGES],
                cwd=ROOT,
                env=os.environ | {"YEARBOOK_DATA": f"{name}/data", "XDG_CACHE_HOME": name},
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                sys.exit(f"error: with {times} times the data:\n{done.stderr}")
            for stage, seconds in map(str.split, done.stdout.splitlines()):
                least[stage] = min(float(seconds), least.get(stage, math.inf))
    return least


def copy(data: Path, folder: Path, times: int) -> None:
    """Copy the data with every entity, and all that is said of it, so many times."""
    folder.mkdir()
    for path in data.rglob("*"):
        target = folder / path.relative_to(data)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        elif path.name == "entities.csv" or path.parent.name == "observations":
            multiply(path, target, times)
        else:
            target.write_bytes(path.read_bytes())


def multiply(source: Path, target: Path, times: int) -> None:
    """Write each row so many times, as that of another entity."""
    with (
        source.open(encoding="utf-8", newline="") as read,
        target.open("w", encoding="utf-8", newline="") as write,
    ):
        rows = csv.DictReader(read)
        writer = csv.DictWriter(write, rows.fieldnames or [], lineterminator="\n")
        writer.writeheader()
        for row in rows:
            for number in range(times):
                mark = f"_{number}" if number else ""
                named = {
                    key: f"{row[key]}{mark}"
                    for key in ("entity", "parent", "name_en", "name_zh")
                    if row.get(key)
                }
                writer.writerow(row | named)


def observations(data: Path) -> Iterator[str]:
    """Yield every line with a figure."""
    for path in (data / "observations").glob("*.csv"):
        yield from path.read_text(encoding="utf-8").splitlines()[1:]


if __name__ == "__main__":
    main()
