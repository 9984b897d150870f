"""Revisions as a reader sees them: one sentence, and both numbers beside each other."""

import pytest

from analysis import audit
from analysis.page import revised
from invented import figure, printed


@pytest.fixture
def found(small):
    """Two revisions in a folder of two volumes: one printed, one implied."""
    row = small.read("volumes.csv").splitlines()[1].split(",")
    row[0], row[1], row[8] = "2023", "2022", "a" + "b" * 63
    small.write("volumes.csv", small.read("volumes.csv") + ",".join(row) + "\n")
    small.spoil("documents.csv", "beta,2022,", "beta,2023,")
    small.write("edition.json", small.read("edition.json").replace("county", "suzhou"))
    old = {"document": "alpha", "line": 2}
    new = {"document": "beta", "volume": "2023", "line": 6}
    rows = [
        figure("232.33", indicator="gdp", **old),
        figure("230.01", indicator="gdp", **new),
        figure("102.0", indicator="retail", **old),
        figure("112.0", indicator="retail", period="2022", **new),
        figure("5.0", "%", "growth", indicator="retail", period="2022", **new),
    ]
    return audit.revisions([printed(row, place) for place, row in enumerate(rows)])


def test_with_one_volume_there_is_nothing_to_revise():
    assert revised.sentence() == "So far there is one volume, and nothing to revise yet."


def test_what_was_revised_is_counted_by_direction(found):
    # 112.0 after 5.0 percent was 106.7, above 102.0.
    assert revised.sentence(found) == (
        "2 figures were revised, one upwards and one downwards. Of one the new number is not "
        "printed, and follows from the growth."
    )


def test_volumes_that_agree_say_so(found):
    assert revised.sentence(found[:0]).startswith("The volumes agree")


def test_a_row_has_both_numbers_and_both_lines(found):
    first, second = revised.table(found).reset_index().itertuples()
    assert (first.Figure, first.Was, first.Became) == (
        "Gross product", "23.233 billion yuan", "23.001 billion yuan",
    )  # fmt: skip
    assert (first.By, first.Lines) == ("−232 million yuan", "2022:2 2023:6")
    assert (second.Measure, second.Became) == ("level, implied", "10.67 billion yuan")


def test_a_change_of_growth_is_in_points(found):
    rows = [
        figure("9.2", "%", "growth", indicator="gdp"),
        figure("8.7", "%", "growth", indicator="gdp", volume="2023"),
    ]
    one = audit.revisions([printed(row, place) for place, row in enumerate(rows)])
    assert revised.table(one.assign(old_document="alpha", new_document="beta"))["By"].tolist() == [
        "−0.50 percentage points"
    ]


def test_the_page_says_which_volume_is_taken():
    assert revised.taken().startswith("from the first volume that prints it")
