"""What was accepted is missed when it is gone: rows of tables, checks of the audit, verdicts."""

import pytest

from analysis import data
from analysis.__main__ import main
from analysis.audit import accepted
from analysis.data import folders, loading

ALPHA = "observations/alpha.csv"
GRAIN = "suzhou,grain,2021,level,12.30,,万吨,outturn,=,5,12.30,\n"


@pytest.fixture(scope="module")
def written(small_folder, tmp_path_factory) -> str:
    """What is written of the small folder where it is accepted."""
    there = small_folder(tmp_path_factory.mktemp("accepted"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", f"{there.path}-cache")
        patch.setattr(folders, "_folders", [there.path])
        assert main(["accept"]) == 0
    return there.read(accepted.FILE)


@pytest.fixture
def known(written, small):
    """The small folder, as it was accepted."""
    small.write(accepted.FILE, written)
    return small


def told(capsys) -> list[str]:
    loading._load.cache_clear()
    main(["check"])
    return [line for line in capsys.readouterr().out.splitlines() if "Remedy" in line]


def test_what_was_accepted_is_sound(known, capsys):
    assert told(capsys) == []


def test_the_rows_of_each_file_are_kept(known):
    kept = known.read("accepted.csv").splitlines()
    assert kept[0] == "kind,name,found"
    assert f"rows,{ALPHA},8" in kept
    assert "rows,context/figures.csv,5" in kept
    assert "rows,starts.csv,0" in kept


def test_a_lost_row_is_missed(known, capsys):
    known.spoil(ALPHA, GRAIN, "")
    (fault,) = told(capsys)
    assert fault.startswith(f"{ALPHA}: has 7 rows where 8 were accepted. Remedy: git diff shows")
    assert fault.endswith("python -m analysis accept.")


def test_a_row_too_many_is_noticed(known, capsys):
    known.write("events.csv", known.read("events.csv") + "2021-03-04,beta,6,economy,Shop,书店,,,\n")
    (fault,) = told(capsys)
    assert fault.startswith("events.csv: has 1 rows where 0 were accepted. Remedy: look at what is")


def test_a_lost_row_is_told_before_what_it_leaves_behind(known, capsys):
    known.spoil("entities.csv", "suzhou,district,,区,The district\n", "")
    first, *rest = told(capsys)
    assert first.startswith("entities.csv: has 0 rows where 1 were accepted")
    assert any("'suzhou' is not in entities.csv" in line for line in rest)


def test_rows_that_cannot_be_read_are_told_once(known, capsys):
    known.spoil(ALPHA, "suzhou,grain,2021,level,12.30,,", "suzhou,grain,2021,level,12.30,")
    (fault,) = told(capsys)
    assert "11 cells where there are 12 columns" in fault


def test_a_check_that_is_gone_is_missed_with_its_row(known, capsys):
    # Industry no longer is a part of the sum of sectors when it is a forecast.
    known.spoil(ALPHA, "40.0,,亿元,outturn", "40.0,,亿元,forecast")
    (fault,) = [line for line in told(capsys) if "'sum/gdp:sector/" in line]
    row = 2 + known.read("accepted.csv").splitlines()[1:].index(
        "check,sum/gdp:sector/suzhou/2021/outturn/alpha,holds"
    )
    assert fault.startswith(f"accepted.csv, row {row}, column 'found': check 'sum/gdp:sector/")
    assert "is gone, and 'holds' was accepted. Remedy: look for a figure of it whose" in fault


def test_a_verdict_that_turned_is_noticed(known, capsys):
    known.spoil(ALPHA, "level,40.0,,亿元,outturn,=,2,40.0", "level,44.0,,亿元,outturn,=,2,44.0")
    assert any("/alpha' fails, and 'holds' was accepted" in line for line in told(capsys))


def test_a_new_check_is_noticed(known, capsys):
    known.spoil("indicators.csv", "服务业增加值,Value added of services,gdp,,",
                "服务业增加值,Value added of services,gdp,sector,")  # fmt: skip
    assert any("is new. Remedy: look at what is new" in line for line in told(capsys))


def test_figures_of_other_places_are_checked_too(known, capsys):
    known.spoil("context/figures.csv", "level,3000.0", "level,3300.0")
    assert any("check elsewhere 'sum/gdp:sector/Country" in line for line in told(capsys))


def test_a_letter_that_no_law_knows_of_is_noticed(known, capsys):
    known.spoil("indicators.csv", "Grain output,,,Grain.", "Grein output,,,Grain.")
    (fault,) = told(capsys)
    assert fault.startswith("indicators.csv: is not as it was accepted. Remedy: git diff shows")


def test_a_loosened_descriptor_is_noticed(known, capsys):
    text = known.read("observations.schema.json")
    known.write("observations.schema.json", text.replace(', "minimum": 1', ""))
    (fault,) = told(capsys)
    assert fault.startswith("observations.schema.json: is not as it was accepted")


def test_a_file_with_other_rows_is_told_of_once(known, capsys):
    known.spoil(ALPHA, GRAIN, "")
    assert len([line for line in told(capsys) if line.startswith(ALPHA)]) == 1


def test_line_ends_of_another_system_are_the_same_content(known):
    text = known.read("edition.json") + "\n"
    known.write("edition.json", text)
    before = accepted.contents(known.path)
    known.write("edition.json", text.replace("\n", "\r\n"))
    assert accepted.contents(known.path) == before


def test_accepting_lists_what_is_other_than_before(known, capsys):
    known.spoil(ALPHA, GRAIN, "")
    loading._load.cache_clear()
    assert main(["accept"]) == 0
    assert f"rows {ALPHA}: 8 -> 7" in capsys.readouterr().out.splitlines()
    assert told(capsys) == []


def test_nothing_is_accepted_of_data_that_are_not_sound(known, capsys):
    before = known.read("accepted.csv")
    known.spoil(ALPHA, GRAIN, GRAIN.replace("12.30,,", "12.40,,"))
    loading._load.cache_clear()
    assert main(["accept"]) == 1
    assert "1 fault, nothing is accepted" in capsys.readouterr().out
    assert known.read("accepted.csv") == before


def test_a_changed_number_of_rows_is_no_way_round(known, capsys):
    known.spoil("accepted.csv", f"rows,{ALPHA},8", f"rows,{ALPHA},9")
    (fault,) = told(capsys)
    assert "has 8 rows where 9 were accepted" in fault


def test_rows_in_another_order_are_noticed(known, capsys):
    first, *rows = known.read("accepted.csv").splitlines(keepends=True)
    known.write("accepted.csv", "".join([first, rows[1], rows[0], *rows[2:]]))
    (fault,) = told(capsys)
    assert fault.startswith(
        "accepted.csv: is not as it is written: its rows stand in another order"
    )


def test_check_says_how_many_formulas_explanations_and_accepted_rows_it_looked_at(known, capsys):
    known.write(
        "identities.csv", known.read("identities.csv") + "one,ratio,retail,=,gdp / 2,it is so\n"
    )
    main(["accept"])
    main(["check"])
    said = capsys.readouterr().out
    assert "     1 rows looked at: A formula can be read, and comes to a number" in said
    assert "     0 rows looked at: An explanation is of a check that fails" in said
    accepted_rows = len(known.read("accepted.csv").splitlines()) - 1
    assert f"{accepted_rows:6} rows looked at: Rows, checks and contents are as they were" in said


def test_every_check_of_the_data_is_kept():
    tables = data.load()
    kinds = tables.accepted.groupby("kind").size()
    assert kinds[accepted.CHECK] > 1000 and kinds[accepted.ELSEWHERE] > 50
    assert accepted.faults(tables, data.folder()) == []
