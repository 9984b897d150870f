"""What search engines read of a page."""

import json

import pytest
from reading import machines, tree

PAGE = """<html><head><meta name="twitter:card" content="summary"></head><body>
<article class="bd-article"><h1>Income &amp; &lt;/script&gt;<a class="headerlink">#</a></h1>
<figure><p class="chart-data"><a href="../files/a.png">picture</a></p></figure>
<figure><p class="chart-data"><a href="../files/b.png">picture</a></p></figure>
</article></body></html>"""


@pytest.fixture
def described():
    def describe(name: str, page: str = PAGE):
        root = tree.parsed(page)
        machines.describe(root, name, "The report", "book/index")
        (said,) = tree.select(root, 'script[type="application/ld+json"]')
        return root, json.loads(said.text)

    return describe


def test_a_chapter_is_part_of_the_report(described):
    _, said = described("book/society/income.html")
    assert said["@type"] == "Chapter"
    assert said["name"] == "Income & </script>"
    assert said["isPartOf"]["name"] == "The report"


def test_the_front_page_offers_every_form_of_the_data_from_where_it_stands(described):
    _, said = described("book/index.html")
    report, dataset = said["@graph"]
    assert (report["@type"], dataset["@type"]) == ("Report", "Dataset")
    assert [one["contentUrl"] for one in dataset["distribution"]] == [
        f"../data/figures.{form}" for form in ("csv", "parquet", "xlsx", "sqlite")
    ]
    assert dataset["license"] == report["license"]


def test_the_first_chart_is_the_picture_of_a_shared_link(described):
    root, _ = described("book/index.html")
    assert [one.get("content") for one in tree.select(root, 'meta[property="og:image"]')] == [
        "../files/a.png"
    ]
    assert [one.get("content") for one in tree.select(root, 'meta[name="twitter:card"]')] == [
        "summary_large_image"
    ]


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (PAGE.replace("<figure>", '<figure class="inset">', 1), "../files/b.png"),
        (PAGE.replace("<figure>", '<figure class="inset">'), "../files/a.png"),
    ],
)
def test_a_small_chart_is_shown_only_where_there_is_no_large_one(described, page, shown):
    root, _ = described("book/index.html", page)
    (picture,) = tree.select(root, 'meta[property="og:image"]')
    assert picture.get("content") == shown


def test_a_heading_cannot_end_the_script(described):
    root, _ = described("book/society/income.html")
    (said,) = tree.select(root, "script")
    assert "</script>" not in said.text


def test_the_forms_are_those_that_are_exported():
    from analysis.data import export

    assert list(machines.FORMS) == [f"figures.{form}" for form in export.FORMS]


def test_place_and_years_are_those_of_the_data():
    from analysis import data
    from analysis.data import edition

    tables = data.load()
    name = tables.entities.set_index("entity").at[edition.entity(), "name_en"]
    assert machines.PLACE.startswith(f"{name}, ")
    years = tables.observations["period"].str.findall(r"\b\d{4}\b").explode().astype(int)
    assert (years.min(), years.max()) == machines.YEARS


def test_the_data_set_says_its_place_and_years(described):
    _, said = described("book/index.html")
    dataset = said["@graph"][1]
    assert dataset["temporalCoverage"] == "2014/2026"
    assert dataset["spatialCoverage"]["name"] == machines.PLACE
