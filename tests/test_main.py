import io
import json
import os
import re
import subprocess
import sys

import pandas as pd
import pytest

from analysis import goals
from analysis.__main__ import main
from analysis.data import folders

BETA = "observations/beta.csv"


def run(*arguments: str, folder=None, cwd=None) -> subprocess.CompletedProcess:
    environment = os.environ | ({"YEARBOOK_DATA": str(folder.path)} if folder else {})
    return subprocess.run(
        [sys.executable, "-m", "analysis", *arguments],
        env=environment,
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_check_says_how_many_rows_it_saw(small, capsys):
    main(["check"])
    # Eight rows of the first document and six of the second.
    assert "observations            14 rows" in capsys.readouterr().out


def test_check_fails_and_names_every_fault(small, capsys):
    small.spoil(BETA, ",100.04,", ",x,")
    small.spoil(BETA, "倍,outturn", "倍,result")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert f"{BETA}, row 2, column 'value': 'x' is not a number. Remedy:" in said
    assert f"{BETA}, row 4, column 'status'" in said
    assert "\n2 faults\n" in said


def test_source_of_a_sound_folder_succeeds(small, capsys):
    assert main(["source", str(small.path / "text.txt")]) == 0
    said = capsys.readouterr().out
    assert "14 of 14 observations stand on their line as printed" in said
    assert "100.0%" in said


def test_source_fails_on_a_number_that_is_not_there(small, capsys):
    small.spoil(BETA, "22,,元,outturn,=,6,22元", "23,,元,outturn,=,6,23元")
    small.spoil("corrections.csv", "22元", "23元")
    assert main(["source", str(small.path / "text.txt")]) == 1
    said = capsys.readouterr().out
    assert "beta, line 6: bookshops '23元': the printed characters are not on the line" in said
    assert "13 of 14" in said


def test_source_fails_on_a_name_that_is_not_there(small, capsys):
    small.write("not_figures.csv", small.read("not_figures.csv") + "beta,6,G312,a road\n")
    assert main(["source", str(small.path / "text.txt")]) == 1
    assert "not_figures.csv, row 2: 'G312' is not on line 6" in capsys.readouterr().out


def test_source_lists_what_is_missing_when_asked(small, capsys):
    small.spoil(
        "observations/alpha.csv", "suzhou,grain,2021,growth,-4.5,,%,outturn,=,5,-4.5,\n", ""
    )
    main(["source", str(small.path / "text.txt")])
    assert "line 5" not in capsys.readouterr().out
    main(["source", str(small.path / "text.txt"), "--missing"])
    assert "alpha, line 5: 4.5" in capsys.readouterr().out


def test_source_refuses_another_text(small, capsys):
    small.spoil("text.txt", "100.04", "100.05")
    assert main(["source", str(small.path / "text.txt")]) == 1
    assert "SHA-256" in capsys.readouterr().err


def test_source_says_when_there_is_no_such_file(small, capsys):
    assert main(["source", str(small.path / "none.txt")]) == 1
    assert "none.txt" in capsys.readouterr().err


def test_source_takes_the_text_from_the_environment(small, monkeypatch, capsys):
    monkeypatch.setenv("YEARBOOK_TEXT", str(small.path / "text.txt"))
    assert main(["source"]) == 0


def test_source_without_a_text_says_how_to_name_one(monkeypatch, capsys):
    monkeypatch.delenv("YEARBOOK_TEXT", raising=False)
    with pytest.raises(SystemExit) as caught:
        main(["source"])
    assert caught.value.code == 2
    assert "YEARBOOK_TEXT" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["chekc"]])
def test_an_unknown_command_is_refused_with_those_there_are(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "check" in capsys.readouterr().err


def test_check_of_the_real_data_succeeds_from_any_folder(tmp_path):
    done = run("check", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("all sound\n")


def test_the_command_fails_on_a_spoiled_folder(folder):
    folder.spoil(BETA, ",100.04,", ",x,")
    done = run("check", folder=folder)
    assert done.returncode == 1
    assert "row 2, column 'value'" in done.stdout


@pytest.mark.parametrize("command", ["audit", "goals", "source"])
@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        (BETA, "100.04亿元", "亿元", f"{BETA}, row 2, column 'printed'"),
        (BETA, "100.04,,", "100.04,1,", f"{BETA}, row 2, column 'value_max'"),
        ("units.csv", "money,100000000,", "money,0,", "units.csv, row 4, column 'factor'"),
        ("corrections.csv", "元,万元", "元,万圆", "corrections.csv, row 2, column 'should_be'"),
        ("corrections.csv", ",元,", ",角,", "corrections.csv, row 2, column 'was'"),
    ],
)
def test_what_breaks_a_law_is_told_with_its_place_before_anything_is_computed(
    small, capsys, command, name, old, new, place
):
    small.spoil(name, old, new)
    assert main([command, *([str(small.path / "text.txt")] if command == "source" else [])]) == 1
    told = capsys.readouterr()
    assert place in told.err and "Remedy:" in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    ("name", "row", "place"),
    [
        (
            "identities.csv",
            "x,ratio,gdp,=,gdp ** 2,it is so",
            "identities.csv, row 2, column 'formula'",
        ),
        (
            "explanations.csv",
            "no/*,slip,likely,it is so.",
            "explanations.csv, row 2, column 'check'",
        ),
    ],
)
def test_what_the_audit_cannot_use_is_told_with_its_place(small, capsys, name, row, place):
    small.write(name, small.read(name) + row + "\n")
    assert main(["audit"]) == 1
    assert place in capsys.readouterr().err


def test_a_document_that_ends_below_the_text_is_told_with_its_place(small, capsys):
    small.spoil("documents.csv", ",312,6,6,1", ",312,6,7,1")
    assert main(["source", str(small.path / "text.txt")]) == 1
    assert "documents.csv, row 3, column 'last_line'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "spoiled"), [("check", "datapackage.json"), ("source", BETA)], ids=str
)
def test_data_that_cannot_be_read_are_a_message_and_no_traceback(small, capsys, command, spoiled):
    text = str(small.path / "text.txt")
    small.write(spoiled, "{")
    assert main([command, *([text] if command == "source" else [])]) == 1
    assert "Remedy" in "".join(capsys.readouterr())


def printed(capsys, *arguments: str) -> str:
    assert main(["goals", *arguments]) == 0
    return capsys.readouterr().out


def test_goals_counts_its_verdicts_as_the_table_does(capsys, assessed):
    said = printed(capsys)
    for verdict, count in goals.tally(assessed).items():
        assert (f"{count:5} {verdict} " in said) == (count > 0)


def test_goals_of_one_document_and_verdict_are_those_rows_in_csv(capsys, assessed):
    said = printed(
        capsys, "--document", "party_report", "--verdict", "already-met", "--format", "csv"
    )
    table = pd.read_csv(io.StringIO(said))
    wanted = assessed.query("document == 'party_report' and verdict == 'already-met'")
    assert table["indicator"].tolist() == wanted["indicator"].tolist()
    assert table["target"].tolist() == wanted["target"].tolist()
    assert table["sentence"].str.endswith(".").all()


def test_goals_of_an_indicator_take_in_its_parts_and_no_longer_names(capsys):
    rows = json.loads(printed(capsys, "--indicator", "key_projects", "--format", "json"))
    found = {row["indicator"] for row in rows}
    assert {"key_projects", "key_projects.investment"} <= found
    assert all(one == "key_projects" or one.startswith("key_projects.") for one in found)


def test_goals_as_of_a_later_year_are_judged_by_what_came_by_then(capsys):
    rows = json.loads(printed(capsys, "--as-of", "2022", "--format", "json"))
    plan = [row for row in rows if row["period"] == "2022"]
    assert plan and all(row["due"] for row in plan)
    # The yearbook prints nothing of 2022.
    assert {row["verdict"] for row in plan} == {"open"}


def test_a_verdict_that_there_is_not_is_refused_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        main(["goals", "--verdict", "achieved"])
    assert "met, missed, partly, already-met" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--document", "--indicator"])
def test_goals_of_what_there_is_not_are_refused(capsys, option):
    with pytest.raises(SystemExit) as stopped:
        main(["goals", option, "nothing"])
    assert stopped.value.code == 2
    assert "'nothing'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "audit", "goals"])
def test_every_command_takes_another_folder(folder, monkeypatch, capsys, command):
    monkeypatch.setattr(folders, "_folders", list(folders._folders))
    assert main(["accept", "--data", str(folder.path)]) == 0
    capsys.readouterr()
    assert main([command, "--data", str(folder.path)]) == 0
    assert len(capsys.readouterr().out) < 6000  # of an invented district


def test_a_folder_that_is_not_there_is_a_message(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(folders, "_folders", list(folders._folders))
    assert main(["audit", "--data", str(tmp_path / "none")]) == 1
    assert "datapackage.json" in capsys.readouterr().err


def test_checks_can_be_read_by_other_programs(small, capsys):
    main(["audit", "--all", "--format", "json"])
    records = json.loads(capsys.readouterr().out)
    main(["audit", "--all", "--format", "csv"])
    table = pd.read_csv(io.StringIO(capsys.readouterr().out))
    assert len(records) == len(table) > 3
    assert records[0]["check"] == table["check"][0]
    assert {"verdict", "gap", "explanation"} <= set(table.columns)


@pytest.mark.parametrize(
    "setting",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
)
def test_a_terminal_that_lacks_chinese_gets_another_sign(folder, setting):
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "audit", "--all", "--data", str(folder.path)],
        env=os.environ | setting,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?" in done.stdout or b"\\u" in done.stdout


def test_what_is_imported_brings_no_more_than_it_needs():
    # In one process, from what needs least: what an import brings is there for all after it.
    needless = {
        "analysis.__main__": ["pandas", "numpy"],
        "analysis.data": ["matplotlib", "IPython", "ipykernel"],
        "analysis.audit": ["matplotlib", "IPython"],
        "analysis.page.checks": ["matplotlib", "IPython"],
    }
    asked = f"""
import importlib, sys
for module, absent in {needless!r}.items():
    importlib.import_module(module)
    print(module, *(one for one in absent if one in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == [*needless, ""]


def test_a_document_that_cannot_be_added_is_told_with_the_remedy(small, capsys):
    words = "add-document gamma --volume 2024 --year 2021 --role department --lines 7-9 --page 4"
    named = ["--title-zh", "店", "--title-en", "Shop", "--issuer-zh", "店", "--issuer-en", "Shop"]
    assert main([*words.split(), *named]) == 1
    told = capsys.readouterr().err
    assert "documents.csv" in told and "'2024' is not in volumes.csv" in told and "Remedy" in told
    assert not (small.path / "observations" / "gamma.csv").exists()


def test_track_tells_each_goal_and_counts_how_they_stand(capsys):
    assert main(["track", "--indicator", "gdp"]) == 0
    told = capsys.readouterr().out
    # The goal of the Party report for 2026, on line 470; its start is line 5558 of the communique.
    assert re.search(r"party_report +470 +gdp +2026 +level +400 +亿元 +2021 +232.3 ", told)
    assert re.search(r"^2021 +\d+ where it starts$", told, re.MULTILINE)


def test_track_of_what_is_no_goal_is_refused(capsys):
    with pytest.raises(SystemExit) as refused:
        main(["track", "--indicator", "moonlight"])
    assert refused.value.code == 2
    assert "no goal followed has the indicator 'moonlight'" in capsys.readouterr().err


def test_a_reader_that_stops_reading_sees_no_traceback(small):
    reading = subprocess.Popen(
        [sys.executable, "-m", "analysis", "check", "--data", str(small.path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    reading.stdout.close()
    with reading.stderr as told:
        assert told.read() == ""
    assert reading.wait() == 1
