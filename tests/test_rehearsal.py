"""The next volume, rehearsed: what CONTRIBUTING.md says of it is done with a made-up one."""

import contextlib
import csv
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from reading import explorer

from analysis import audit, data, goals
from analysis.__main__ import main
from analysis.data import folders, loading
from analysis.goals import forecasts
from analysis.page import tables
from analysis.page.ledger import Ledger
from rehearsal import volume

ROOT = Path(__file__).parents[1]
PROGRAM = ".venv/bin/python -m analysis "


def commands() -> list[list[str]]:
    """Return the commands of the page, a list for each block of them."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    page = text.split("\n## The next volume\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", page, re.MULTILINE | re.DOTALL)
    return [[line.strip() for line in block.splitlines()] for block in blocks]


VOLUME, DOCUMENTS, DRAFT, AGAINST, FOLLOWS, REPORT = commands()


class Followed:
    """A folder in which the page was followed; what each command printed, by its name."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self.printed: dict[str, str] = {}
        self.status: dict[str, int] = {}

    def run(self, block: list[str]) -> None:
        """Run commands of the page as they are written, where the volume is."""
        texts = {
            "yearbook-2022.txt": os.environ.get("YEARBOOK_TEXT", ""),
            volume.TEXT: str(self.folder / volume.TEXT),
        }
        for line in block:
            assert line.startswith(PROGRAM), line
            words = shlex.split(line.removeprefix(PROGRAM))
            given = filter(None, (texts.get(word, word) for word in words))
            said = io.StringIO()
            loading._load.cache_clear()  # each command of the page is a process of its own
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                self.status[words[0]] = main([*given, "--data", str(self.data)])
            self.printed[words[0]] = said.getvalue()


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The page, followed to the letter with the made-up volume, whose data are then in use."""
    there = Followed(tmp_path_factory.mktemp("next"))
    shutil.copytree(ROOT / "data", there.data)
    volume.write(there.folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folders, "_folders", list(folders._folders))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        there.run(VOLUME)
        there.run(DOCUMENTS)
        there.run(DRAFT)
        for document, rows in volume.observations().items():
            with (there.data / "observations" / f"{document}.csv").open("a", newline="") as file:
                file.write(rows)
        there.run(AGAINST)
        there.run(FOLLOWS)
        yield there


def test_the_page_has_the_documents_of_the_made_up_volume():
    told = [shlex.split(line.removeprefix(PROGRAM)) for line in DOCUMENTS]
    assert {words[1]: words[words.index("--lines") + 1] for words in told} == volume.spans()


def test_every_command_of_the_page_succeeds(followed):
    assert followed.status == dict.fromkeys(followed.status, 0), followed.printed
    assert list(followed.status) == [
        "add-volume", "add-document", "draft", "accept", "check", "source", "audit", "goals",
        "track",
    ]  # fmt: skip


def test_what_is_accepted_of_the_new_volume_is_listed(followed):
    told = followed.printed["accept"].splitlines()
    assert "rows observations/communique_2023.csv: none -> 48" in told
    assert "rows documents.csv: 109 -> 112" in told
    assert not [line for line in told if line.endswith("-> none")]


def test_a_draft_proposes_the_rows_of_the_communique(followed):
    columns = ["indicator", "period", "measure", "unit", "status", "bound", "line", "printed"]
    lines = [one for one in followed.printed["draft"].splitlines() if one.startswith("suzhou,")]
    header = followed.printed["draft"].splitlines()[0].split(",")
    drafted = [dict(zip(header, row, strict=True)) for row in csv.reader(lines)]
    wanted = [row for row in volume.figures() if row["document"] == "communique_2023"]
    right = {tuple(row[one] for one in columns) for row in drafted}
    found = [row for row in wanted if tuple(row[one] for one in columns) in right]
    assert len(wanted) == 48 and len(found) >= 46


def test_the_old_volume_stays_as_it_was(followed):
    for file in (ROOT / "data" / "observations").glob("*.csv"):
        assert (followed.data / "observations" / file.name).read_bytes() == file.read_bytes()
    for name in ("volumes.csv", "documents.csv"):
        old = (ROOT / "data" / name).read_text(encoding="utf-8")
        assert (followed.data / name).read_text(encoding="utf-8").startswith(old)


def test_every_figure_stands_in_the_text_of_its_volume(followed):
    told = followed.printed["source"]
    assert "volume 2023: the text is the recorded one" in told
    given = "the text is the recorded one" if os.environ.get("YEARBOOK_TEXT") else "no text given"
    assert f"volume 2022: {given}" in told
    rows = len(data.observations()) if os.environ.get("YEARBOOK_TEXT") else 60
    assert f"{rows} of {rows} observations stand on their line as printed" in told


def test_lines_bear_their_volume(followed):
    assert re.search(r"\b2022:\d+ 2022:\d+\b", followed.printed["audit"])
    assert re.search(r"government_report_2023 +2023:55 +gdp +2023 ", followed.printed["goals"])


def test_the_page_of_all_figures_tells_the_volume_of_each(followed):
    frame = explorer.rows(data.observations(corrected=False), data.load())
    titles = frame.groupby("document")["document_en"].first()
    assert titles["communique_2023"].endswith("in 2022 (volume 2023)")
    assert titles["communique"].endswith("in 2021 (volume 2022)")


def test_figures_used_tell_the_volume_of_each(followed):
    ledger = Ledger()
    ledger.figure("gdp", "2021")
    ledger.figure("gdp", "2022")
    assert ledger.used()["volume"].tolist() == ["2022", "2023"]
    assert ", p. 301, volume 2023<" in tables.figures_used(ledger).data


def test_the_figure_of_a_year_is_the_first_volumes_until_another_is_asked_for(followed):
    assert data.value("gdp", "2021") == 232.33
    assert data.value("gdp", "2021", vintage="latest") == 231.12
    assert data.value("gdp", "2022") == 246.79


def test_what_was_revised_is_listed_with_both_numbers(followed):
    found = audit.revisions().set_index(["indicator", "kind"])
    row = found.loc["gdp", "printed"]
    assert (row.old, row.new, row.direction) == (232.33, 231.12, "down")
    assert (row.old_line, row.new_document, row.new_line) == (5558, "communique_2023", 2)
    told = "revised (printed): gdp, suzhou, 2021, level: 232.33 亿元 in 2022, 231.12 in 2023 (down"
    assert told in followed.printed["audit"]
    # 9.51 after growth of 3.6 percent was 9.18 (9.17 to 9.19), where 9.27 was printed.
    assert found.loc["budget_revenue", "implied"].new == pytest.approx(9.18, abs=0.001)
    assert len(found) == 2


def test_no_check_sets_one_volume_against_the_other(followed):
    documents = data.documents()["yearbook"]
    for named in audit.run()["documents"]:
        assert len({documents[one] for one in named.split()}) <= 1, named


@pytest.mark.parametrize(
    ("indicator", "measure", "verdict"),
    [
        ("gdp", "level", "met"),  # 246.79 where 242 was planned
        ("retail_sales", "level", "missed"),  # 139.61 where 143.3 was planned
        ("graduate_employment_rate", "level", "not printed"),
        ("old_communities.renovated", "level", "met"),  # 30 of 30
        ("school_places.new", "level", "met"),  # 1860 of 1800, of which a part was printed before
    ],
)
def test_goals_that_come_due_are_judged(followed, indicator, measure, verdict):
    found = goals.track()
    found = found[(found["document"] == "government_report") & (found["period"] == "2022")]
    found = found[(found["indicator"] == indicator) & (found["measure"] == measure)]
    assert found.loc[found["year"] == 2022, "verdict"].tolist() == [verdict]


def test_a_goal_that_is_not_due_takes_its_next_step(followed):
    found = goals.track()
    gdp = found[(found["document"] == "party_report") & (found["indicator"] == "gdp")]
    (row,) = gdp[(gdp["measure"] == "level") & (gdp["year"] == 2022)].itertuples()
    # From 232.33 to 400: (246.79 - 232.33) / 167.67, and (400 / 246.79)^(1/4) = 1.128322.
    assert (row.time_gone, row.verdict) == (20, "behind")
    assert row.way_covered == pytest.approx(8.624, abs=0.001)
    assert row.needed_at_first == pytest.approx(11.478, abs=0.001)
    assert row.needed_now == pytest.approx(12.832, abs=0.001)


def test_the_goals_are_told_as_of_the_new_year(followed):
    due = goals.assess(2022)
    due = due[(due["document"] == "government_report") & (due["period"] == "2022")]
    verdicts = due[due["measure"] == "level"].set_index("indicator")["verdict"]
    assert (verdicts["gdp"], verdicts["retail_sales"]) == ("met", "missed")
    assert "asks more than 2022 brought" in followed.printed["goals"]


def test_a_plan_that_was_set_on_an_expectation_is_held_against_the_communique(followed):
    planned = forecasts.set_on(2023).set_index("indicator")
    # 265 is 7.379 percent above 246.79, where 7 percent or more is planned.
    assert planned.at["gdp", "outturn"] == 246.79
    assert planned.at["gdp", "growth_from_outturn"] == pytest.approx(7.379, abs=0.001)


@pytest.mark.rehearsal
def test_the_whole_book_runs_on_both_volumes(followed):
    """Each chapter, every sentence in it true, with the new volume beside the old one."""
    shown = followed.folder / "shown"
    run = subprocess.run(
        [sys.executable, ROOT / "scripts/rehearse.py", shown],
        env={**os.environ, "YEARBOOK_DATA": str(followed.data)},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    written = {file.relative_to(shown) for file in shown.rglob("*.ipynb")}
    references = ROOT / "tests" / "notebooks"
    assert written == {file.relative_to(references) for file in references.rglob("*.ipynb")}
    tracker, adds_up = (
        nbformat.read(shown / name, as_version=4)
        for name in ("goals/goal_tracker.ipynb", "evidence/add_up.ipynb")
    )
    assert "from the figures of 2022" in json.dumps(tracker)
    assert "Printed for 2022" in json.dumps(tracker)
    assert "23.112 billion yuan" in json.dumps(adds_up)
