"""Measures what the work costs: ``python scripts/bench.py [--build]``, by ``make bench``.

CPU seconds say little of another machine, so each is given beside its ratio to a fixed piece of
work done in the same run. What grows with the data is measured with 1, 3 and 10 times the data:
copies under other entities.
"""

import argparse
import csv
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from inputs import BUILD, ROOT

RUNS = 5
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
    """Print the costs of commands and, if asked, of builds; then how costs grow."""
    parser = argparse.ArgumentParser(description="Measure what the work costs.")
    parser.add_argument("--build", action="store_true", help="measure builds too (some minutes)")
    build = parser.parse_args().build
    unit = min(cpu([sys.executable, "-I", "-c", REFERENCE]) for _ in range(RUNS))
    print(f"{'work':32}{'CPU s':>8}{'ratio':>8}   (the fixed work: {unit:.2f} s)")
    for name, seconds in costs(build):
        print(f"{name:32}{seconds:8.2f}{seconds / unit:8.2f}", flush=True)
    print(f"\n{'grows with the data':20}" + "".join(f"{n:>7}x" for n in TIMES) + "  power of n")
    rows = {times: grown(times) for times in TIMES}
    for name, once in rows[1].items():
        power = math.log(rows[TIMES[-1]][name] / once, TIMES[-1])
        shown = "".join(f"{rows[n][name]:8.2f}" for n in TIMES)
        print(f"{name:20}{shown}{power:12.2f}")
    size = math.log2(TIMES[-1] * sum(1 for _ in observations(ROOT / "data")))
    fair = math.log(TIMES[-1] * size / (size - math.log2(TIMES[-1])), TIMES[-1])
    print(f"{'n log n':20}{'':{8 * len(TIMES)}}{fair:12.2f}")


# Numbers, texts and memory, as the work has them, and nothing of this project.
REFERENCE = """
words = [f"{n * 7919 % 100003:06d}" for n in range(200000)]
for _ in range(3):
    table = {word: int(word) for word in sorted(words)}
    total = sum(one for one in table.values() if one % 3)
"""


def cpu(command: list[str], **environment: str) -> float:
    """Run a command and return the CPU seconds that it and its own children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if (done.returncode and "Traceback" in done.stderr) or done.returncode > 1:
        sys.exit(f"error: {' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def costs(build: bool) -> Iterator[tuple[str, float]]:
    """Yield each piece of work and its CPU seconds, the least of several runs if it is short."""
    for name in COMMANDS:
        command = [sys.executable, "-m", "analysis", name]
        yield f"python -m analysis {name}", min(cpu(command) for _ in range(RUNS))
    if not build:
        return
    book = [sys.executable, "scripts/build.py", "--strict"]
    one = [sys.executable, "scripts/build.py", "--only", CHAPTER]
    shutil.rmtree(BUILD, ignore_errors=True)
    yield "the book, nothing kept", cpu(book)
    yield "the book, nothing changed", cpu(book)
    with changed(lambda text: f"{text}\n% one word more\n"):
        yield "one chapter, a word changed", cpu(one)
        yield "the book, a word changed", cpu(book)
    with changed(lambda text: text.replace("style.use()", "style.use()\npass", 1)):
        yield "one chapter, a cell changed", cpu(one)
    cpu(book)


@contextmanager
def changed(change: Callable[[str], str]) -> Iterator[None]:
    """Change a chapter, and put it back."""
    chapter = ROOT / f"{CHAPTER}.md"
    text = chapter.read_text(encoding="utf-8")
    try:
        chapter.write_text(change(text), encoding="utf-8")
        yield
    finally:
        chapter.write_text(text, encoding="utf-8")


def grown(times: int) -> dict[str, float]:
    """Return the CPU seconds of each stage, the least of three runs, with so much data."""
    with tempfile.TemporaryDirectory() as name:
        copy(ROOT / "data", Path(name), times)
        least: dict[str, float] = {}
        for _ in range(3):
            done = subprocess.run(
                [sys.executable, "-c", STAGES],
                cwd=ROOT,
                env=os.environ | {"YEARBOOK_DATA": name},
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
