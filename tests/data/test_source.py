import hashlib

import pandas as pd
import pytest

from analysis import data
from analysis.data import source
from analysis.data.faults import DataError

ALPHA, BETA = "observations/alpha.csv", "observations/beta.csv"


def place(text: str, *printed: str, value: float = 1.0) -> pd.DataFrame:
    """Where ``printed`` stand on one line of prose or of a table."""
    rows = pd.DataFrame({"printed": printed}).assign(
        volume="v", document="d", line=1, measure="growth", value=value
    )
    return source.locate({"v": [text]}, rows)


def positions(text: str, *printed: str) -> list:
    return place(text, *printed)["position"].tolist()


def directions(text: str, *printed: str) -> list[int]:
    return place(text, *printed)["direction"].tolist()


@pytest.fixture
def lines(small) -> dict[str, list[str]]:
    """The lines of the small text, by its volume."""
    return source.read(small.path / "text.txt")


@pytest.fixture
def planted(monkeypatch):
    """Let the observations say something else than the data, in one row."""

    def plant(change):
        printed = change(data.observations(corrected=False))
        monkeypatch.setattr(data, "observations", lambda **_: printed)

    return plant


def row(frame: pd.DataFrame, indicator: str, measure: str) -> int:
    """The first row for a figure of the communique."""
    chosen = (frame["indicator"] == indicator) & (frame["measure"] == measure)
    return frame.index[chosen & (frame["document"] == "communique")][0]


def put(indicator: str, measure: str, **cells):
    def change(frame):
        for column, cell in cells.items():
            frame.loc[row(frame, indicator, measure), column] = cell
        return frame

    return change


def test_line_n_is_element_n_less_one(lines):
    assert lines["2022"][0] == "综合"
    assert lines["2022"][4].startswith("粮食")


def test_another_text_is_refused_by_its_fingerprint(small):
    small.spoil("text.txt", "100.04", "100.05")
    with pytest.raises(ValueError, match=r"SHA-256 is [0-9a-f]{64}.*Remedy: use the recorded text"):
        source.read(small.path / "text.txt")


def test_a_text_with_other_line_ends_is_another_text(small):
    small.write("text.txt", small.read("text.txt").replace("\n", "\r\n"))
    with pytest.raises(ValueError, match="not a text of the yearbook"):
        source.read(small.path / "text.txt")


def test_a_number_is_found_where_it_stands():
    assert positions("生产总值100.0亿元", "100.0亿元") == [4]


@pytest.mark.parametrize("text", ["增长12.5%", "增长2.55%", "增长0.2.5%", "增长2.50"])
def test_a_number_is_not_found_inside_a_longer_one(text):
    assert pd.isna(positions(text, "2.5")[0])


def test_a_number_at_the_end_of_a_sentence_is_found():
    assert positions("共40.", "40") == [1]


def test_a_line_beyond_the_text_holds_nothing():
    row = {"volume": "v", "document": "d", "line": 2, "printed": "1", "measure": "level"}
    assert source.locate({"v": ["1"]}, pd.DataFrame([row]))["position"].isna().all()


def test_equal_numbers_on_a_line_are_taken_from_left_to_right():
    assert positions("工业5.0%,农业5.0%", "5.0%", "5.0%") == [2, 9]


def test_a_number_printed_once_speaks_for_several_things():
    assert positions("甲乙分别为5.0%", "5.0%", "5.0%") == [5, 5]


def test_a_number_before_the_last_one_taken_is_still_found():
    assert positions("甲1.1%,乙2.2%", "2.2%", "1.1%") == [7, 1]


def test_the_length_is_that_of_what_is_printed():
    assert place("共100.0亿元", "100.0亿元")["length"].tolist() == [7]


def test_direction_is_that_of_the_word_in_the_same_clause():
    assert directions("增长5.0%,工业下降2.5%", "5.0%", "2.5%") == [1, -1]


@pytest.mark.parametrize("mark", [",", "，", ";", "；", "。", ":", "(", "（"])
def test_direction_does_not_reach_over_a_clause(mark):
    assert directions(f"增长5.0%{mark}占2.5%", "2.5%") == [0]


def test_a_table_has_no_direction():
    assert directions("增长\t5.0", "5.0") == [0]


def test_a_sound_folder_stands_on_its_text(lines):
    assert source.faults(lines).empty


def test_a_number_that_is_not_on_its_line_is_a_fault(small):
    small.spoil(ALPHA, "60.0,,亿元,outturn,=,2,60.0亿元", "60.6,,亿元,outturn,=,2,60.6亿元")
    (fault,) = source.faults(source.read(small.path / "text.txt")).itertuples()
    assert (fault.document, fault.line, fault.printed) == ("alpha", 2, "60.6亿元")
    assert "not on the line" in fault.fault


def test_a_sign_against_the_word_before_it_is_a_fault(small):
    small.spoil(ALPHA, "growth_real,-2.5", "growth_real,2.5")
    (fault,) = source.faults(source.read(small.path / "text.txt")).itertuples()
    assert (fault.indicator, fault.value) == ("gdp.industry", 2.5)
    assert "sign" in fault.fault


def test_a_minus_left_out_of_a_table_is_a_fault(small):
    small.spoil(ALPHA, "growth,-4.5,,%,outturn,=,5,-4.5", "growth,4.5,,%,outturn,=,5,4.5")
    assert len(source.faults(source.read(small.path / "text.txt"))) == 1


def test_only_a_change_has_a_sign_to_check(small):
    # A share of 2.5% is positive, whatever word stands before it.
    small.spoil(ALPHA, "gdp.industry,2021,growth_real,-2.5", "gdp.industry,2021,share,2.5")
    assert source.faults(source.read(small.path / "text.txt")).empty


def test_every_number_of_the_small_text_is_accounted_for(lines):
    # Line 2 holds six figures, line 5 two; 表1 and 2021年 are none. See conftest.py.
    found = source.numbers(lines)
    assert found.groupby(["document", "line", "use"]).size().to_dict() == {
        ("alpha", 2, "figure"): 6,
        ("alpha", 3, "not a figure"): 1,
        ("alpha", 5, "figure"): 2,
        ("beta", 6, "figure"): 5,
        ("beta", 6, "not a figure"): 1,
    }


def test_a_number_that_was_left_out_is_missing(small):
    small.spoil(ALPHA, "suzhou,grain,2021,growth,-4.5,,%,outturn,=,5,-4.5,\n", "")
    lines = source.read(small.path / "text.txt")
    (gone,) = source.numbers(lines).query("use == 'missing'").itertuples()
    assert (gone.document, gone.line, gone.number) == ("alpha", 5, "4.5")
    # Seven of eight.
    assert source.digitised(lines).loc["alpha"].tolist() == [8, 7, 1, 87.5]
    assert source.digitised(lines).at["beta", "percent"] == 100


def test_digits_in_a_name_are_not_figures(small):
    small.spoil(BETA, "suzhou,schools,2021,level,7,,所,outturn,=,6,7 所,\n", "")
    small.write("not_figures.csv", small.read("not_figures.csv") + "beta,6,7 所,a name\n")
    small.spoil("indicators.csv", "schools,education,所,学校,Schools,,,Schools.\n", "")
    lines = source.read(small.path / "text.txt")
    assert source.digitised(lines).loc["beta"].tolist() == [4, 4, 0, 100]
    assert source.unused_names(lines).empty


def test_a_name_that_is_not_on_its_line_is_listed(small):
    small.write("not_figures.csv", small.read("not_figures.csv") + "beta,6,G312,a road\n")
    stale = source.unused_names(source.read(small.path / "text.txt"))
    assert stale["printed"].tolist() == ["G312"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2021年末1件", ["1"]),
        ("2017—2021年1件", ["1"]),
        ("4月18日1件", ["1"]),
        ("1月份1件", ["1"]),
        ("月均2件", ["2"]),
        ("第3届1件", ["1"]),
        ("表2", []),
        ("1. 本公报", []),
        ("（3）本公报", []),
        ("16-59岁7人", ["7"]),
        ("60岁及以上7人", ["7"]),
        ("1.5倍", ["1.5"]),
        ("3年5件", ["3", "5"]),
    ],
)
def test_dates_ordinals_labels_and_ages_are_not_figures(small, text, figures):
    lines = [text, "", "", "", "", ""]
    found = source.numbers({"2022": lines}).query("use == 'missing'")
    assert found["number"].tolist() == figures


def test_every_observation_stands_on_its_line(yearbook):
    found = source.faults(yearbook)
    assert found.empty, found.to_string()


@pytest.fixture(scope="module")
def digitised(yearbook):
    return source.digitised(yearbook)


@pytest.mark.parametrize(
    "document",
    ["party_report", "government_report", "congress_report", "cppcc_report", "communique"],
)
def test_the_documents_that_the_method_calls_whole_are_whole(digitised, document):
    covered = digitised.loc[document]
    assert covered["missing"] == 0 < covered["figures"]


def test_about_one_number_in_eight_is_left_out_as_the_method_says(digitised):
    assert 1 / 9 < digitised["missing"].sum() / digitised["figures"].sum() < 1 / 7


def test_every_number_of_the_communique_is_digitised(digitised):
    covered = digitised.loc["communique"]
    assert (covered["missing"], covered["percent"]) == (0, 100)
    assert covered["figures"] == covered["digitised"]
    # A pattern that matched nothing would pass as well; a count by hand of one table is below.
    assert covered["figures"] >= 570


def test_the_numbers_of_a_table_are_those_counted_by_hand(yearbook):
    # Table 1, lines 5563-5566: a level and a rate for the total and three sectors.
    found = source.numbers(yearbook).query("document == 'communique' and 5562 <= line <= 5566")
    assert found["number"].tolist() == [
        *("232.33", "9.2"),
        *("41.45", "11.2"),
        *("58.51", "7.6"),
        *("132.37", "9.2"),
    ]
    assert (found["use"] == "figure").all()


def test_every_name_with_digits_is_on_its_line(yearbook):
    assert source.unused_names(yearbook).empty


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"printed": "9.3%"}, "not on the line"),
        ({"line": 5568}, "not on the line"),
        ({"value": -9.2}, "sign"),
    ],
    ids=str,
)
def test_a_planted_error_is_found_in_the_yearbook(yearbook, planted, cells, fault):
    # Line 5558 says 比上年增长9.2%.
    planted(put("gdp", "growth_real", **cells))
    (found,) = source.faults(yearbook).itertuples()
    assert found.indicator == "gdp"
    assert fault in found.fault


def test_a_figure_dropped_from_the_communique_is_listed_as_missing(yearbook, planted):
    planted(lambda frame: frame.drop(row(frame, "labour_transfer.income", "level")))
    found = source.numbers(yearbook).query("use == 'missing' and document == 'communique'")
    assert found[["line", "number"]].to_numpy().tolist() == [[5582, "19.26"]]


def second_volume(small) -> None:
    """Let the second document be of another volume, whose text is a line of its own."""
    text = (
        "2021年,生产总值达到100.04亿元,零售额5000万元,增长2.3倍;"
        "服务业占比约一半,书店22元,学校7 所。"
    )
    small.write("other.txt", text)
    first = small.read("volumes.csv").splitlines()[1].split(",")
    first[0], first[1] = "2023", "2022"
    first[8] = hashlib.sha256(text.encode()).hexdigest()
    small.write("volumes.csv", small.read("volumes.csv") + ",".join(first) + "\n")
    small.spoil("documents.csv", "beta,2022,", "beta,2023,")
    small.spoil("documents.csv", ",312,6,6,1", ",312,1,1,1")
    small.write(BETA, small.read(BETA).replace(",6,", ",1,"))
    small.spoil("corrections.csv", "beta,6,", "beta,1,")


def test_each_volume_is_held_against_its_own_text(small):
    second_volume(small)
    texts = source.read(small.path / "other.txt", small.path / "text.txt")
    assert {name: len(lines) for name, lines in texts.items()} == {"2023": 1, "2022": 6}
    assert source.faults(texts).empty
    assert source.digitised(texts).index.tolist() == ["alpha", "beta"]


def test_a_volume_whose_text_is_not_given_is_passed_over(small):
    second_volume(small)
    small.spoil(ALPHA, "=,2,40.0亿元", "=,2,41.0亿元")
    small.spoil("observations/alpha.csv", "level,40.0,", "level,41.0,")
    assert source.faults(source.read(small.path / "other.txt")).empty
    only = source.read(small.path / "text.txt")
    assert source.faults(only)["document"].tolist() == ["alpha"]
    assert source.digitised(only).index.tolist() == ["alpha"]


def test_a_document_that_ends_below_its_text_is_a_fault(small):
    texts = source.read(small.path / "text.txt")
    texts["2022"] = texts["2022"][:5]
    with pytest.raises(DataError) as caught:
        source.numbers(texts)
    (fault,) = caught.value.faults
    assert (fault.file, fault.row, fault.column) == ("documents.csv", 3, "last_line")
    assert "the last line of the text, 5" in fault.problem


def test_a_text_given_twice_is_refused(small):
    with pytest.raises(ValueError, match="is the text of volume 2022 again"):
        source.read(small.path / "text.txt", small.path / "text.txt")
