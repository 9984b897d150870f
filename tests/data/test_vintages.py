"""One fact in two volumes: a revision, of which one printing is taken."""

import json

import pandas as pd
import pytest

from analysis import data
from analysis.data import addresses, vintages

BETA = "observations/beta.csv"


@pytest.fixture
def revised(small):
    """The second document is of a later volume, and prints another total: 104.00 for 100.0."""
    first = small.read("volumes.csv").splitlines()[1].split(",")
    first[0], first[1], first[8] = "2023", "2022", "a" + "b" * 63
    small.write("volumes.csv", small.read("volumes.csv") + ",".join(first) + "\n")
    small.spoil("documents.csv", "beta,2022,", "beta,2023,")
    small.write(BETA, small.read(BETA).replace("100.04", "104.00"))
    return small


def test_the_same_fact_in_a_later_volume_is_no_ambiguity(revised):
    assert data.value("gdp") == 100.0
    assert data.value("gdp", vintage="first") == 100.0
    assert data.value("gdp", vintage="latest") == 104.0
    assert data.value("gdp", vintage="2023") == 104.0


def test_the_default_stands_in_the_edition(revised):
    revised.write(
        "edition.json", json.dumps({"year": 2021, "entity": "suzhou", "vintage": "latest"})
    )
    assert data.value("gdp") == 104.0


def test_two_that_differ_in_one_volume_are_still_an_ambiguity(small):
    small.write(BETA, small.read(BETA).replace("100.04", "104.00"))
    with pytest.raises(data.AmbiguousFigure):
        data.figure("gdp")


def test_what_one_volume_alone_prints_is_taken_from_it(revised):
    assert data.figure("schools").volume == "2023"
    assert data.figure("grain", vintage="latest").volume == "2022"
    with pytest.raises(data.UnknownFigure, match="vintage '2022'"):
        data.figure("schools", vintage="2022")


def test_a_vintage_that_there_is_not_is_refused_with_those_there_are(small):
    with pytest.raises(ValueError, match="one of first, latest, 2022, not '2019'"):
        data.figure("gdp", vintage="2019")


def test_volumes_come_oldest_first(revised):
    assert vintages.of(data.figures(indicator="gdp", measure="level")) == ["2022", "2023"]


def test_a_line_bears_its_volume_where_there_are_several(revised):
    assert addresses.line("beta", 6) == "2023:6"


def test_lines_of_a_table_bear_their_volume_where_there_are_several(revised):
    rows = pd.DataFrame({"document": ["beta", "alpha"], "line": [6, 2]}, index=[4, 9])
    assert addresses.lines(rows).to_dict() == {4: "2023:6", 9: "2022:2"}


def test_lines_of_one_volume_stay_numbers(small):
    rows = pd.DataFrame({"document": ["beta", "alpha"], "line": [6, 2]})
    assert addresses.lines(rows).tolist() == [6, 2]


def test_a_line_stands_alone_where_there_is_one_volume(small):
    assert addresses.line("beta", 6) == "6"
