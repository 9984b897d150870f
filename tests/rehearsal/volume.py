"""A made-up volume of the yearbook: its text, and its figures as someone would write them down.

The figures stand in ``figures.csv``; the sentences are made of them here, by rule, so that they are
nobody's. ``python tests/rehearsal/volume.py FOLDER`` writes the text, and below ``observations/``
the rows of its documents: what is left to do is what CONTRIBUTING.md says of the next volume.
"""

import csv
import hashlib
import sys
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
TEXT = "yearbook-2023.txt"
ABOUT, NEXT = "2022", "2023"
HEADINGS = {
    "communique_2023": "2022年肃州区国民经济和社会发展统计公报",
    "government_report_2023": "政府工作报告",
    "education_bureau_2023": "教育",
}
SAID = {
    "level": "{name}为{printed}",
    "growth": "{name}比上年{way}{printed}",
    "growth_real": "按可比价格计算，{name}比上年{way}{printed}",
    "change": "{name}比上年净{way}{printed}",
}
COLUMNS = "entity,indicator,period,measure,value,value_max,unit,status,bound,line,printed,note"


def figures() -> list[dict[str, str]]:
    """Return the rows of ``figures.csv``, each with the line on which it stands and as printed."""
    with (HERE / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    headings = list(HEADINGS)
    for number, row in enumerate(rows, 1):
        row["line"] = str(number + headings.index(row["document"]) + 1)
        row["printed"] = row["value"].removeprefix("-") + row["unit"]
    return rows


def text() -> str:
    """Return the volume: a document's heading on a line, and a sentence a line for each figure."""
    with (DATA / "indicators.csv").open(encoding="utf-8", newline="") as file:
        names = {row["indicator"]: row["name_zh"] for row in csv.DictReader(file)}
    lines, document = [], ""
    for row in figures():
        if row["document"] != document:
            document = row["document"]
            lines.append(HEADINGS[document])
        lines.append(_sentence(row, names[row["indicator"]]))
    return "\n".join(lines) + "\n"


def _sentence(row: dict[str, str], name: str) -> str:
    way = "下降" if row["value"].startswith("-") else "增长"
    if row["measure"] == "change":
        way = "减少" if way == "下降" else "增加"
    said = SAID[row["measure"]].format(name=name, way=way, printed=row["printed"])
    if row["bound"] == ">=":
        said += "以上"
    if row["status"] == "target":
        return f"{NEXT}年的目标：力争{said}。"
    if row["period"][:4] != ABOUT:
        return f"经核定，{row['period']}年{said}。"
    return f"年末{said}。" if row["period"].endswith("-12-31") else f"全年{said}。"


def observations() -> dict[str, str]:
    """Return the rows of each document's file, without its header."""
    found = dict.fromkeys(HEADINGS, "")
    for row in figures():
        cells = {"entity": "suzhou", "value_max": "", "note": ""} | row
        found[row["document"]] += ",".join(cells[one] for one in COLUMNS.split(",")) + "\n"
    return found


def spans() -> dict[str, str]:
    """Return the first and the last line of each document, as ``add-document`` takes them."""
    found: dict[str, list[int]] = {}
    for row in figures():
        found.setdefault(row["document"], []).append(int(row["line"]))
    return {name: f"{lines[0] - 1}-{lines[-1]}" for name, lines in found.items()}


def fingerprint() -> str:
    """Return the SHA-256 of the text."""
    return hashlib.sha256(text().encode()).hexdigest()


def write(folder: Path) -> None:
    """Write the text, and what belongs below the header of each document's file."""
    (folder / "observations").mkdir(parents=True, exist_ok=True)
    (folder / TEXT).write_bytes(text().encode())
    for document, rows in observations().items():
        (folder / "observations" / f"{document}.csv").write_bytes(rows.encode())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
