"""Each law of the data sees a fault that is planted for it, and says how many rows it looks at."""

import pytest

from analysis import data
from analysis.data import context_laws, laws, observed

ALPHA, BETA = "observations/alpha.csv", "observations/beta.csv"
CONTEXT, OWN = "context/figures.csv", "context/indicators.csv"
# Law, file, what stands there (nothing: the end of the file), and what is put in its place.
PLANTED = [
    ("_printed", BETA, "level,5000,", "level,5100,"),
    ("_periods", BETA, "schools,2021,", "schools,2021-02-30,"),
    ("_units", BETA, "7,,所", "7,,元"),
    ("_order", BETA, "=,6,7 所", "=,7,7 所"),
    ("_texts", "volumes.csv", "", "VOLUMES AGAIN"),
    ("_published", "volumes.csv", ",2022-12,", ",2020-12,"),
    ("_years", "documents.csv", "beta,2022,2021", "beta,2022,2022"),
    ("_pages", "documents.csv", ",312,", ",304,"),
    ("_main", "documents.csv", "government report", "communique"),
    ("_issuers", "documents.csv", "政府,Government", "统计局,Government"),
    ("_spans", "documents.csv", "312,6,6", "312,5,6"),
    ("_scales", "units.csv", "money,10000,元", "money,1000,元"),
    ("_exactness", "units.csv", "mass,1,吨,false", "mass,1,吨,true"),
    ("_languages", "indicators.csv", "Schools,", "学校,"),
    ("_names", "indicators.csv", "Grain output", "Schools"),
    ("_roots", "entities.csv", "", "town,township,,镇,Town\n"),
    ("_trees", "indicators.csv", "Gross product,,", "Gross product,gdp.services,"),
    ("_splits", "indicators.csv", "gdp,sector,Industry", "gdp,sectors,Industry"),
    ("_dictionary", "entities.csv", "", "town,township,suzhou,镇,Town\n"),
    ("_terms", "terms.csv", "", "schools,school\n"),
    ("_core", "core.csv", "", "schools,education,所,学堂,School houses,Schools.\n"),
    ("_corrections", "corrections.csv", "元,万元", "元,元"),
    ("_starts", "starts.csv", "", "alpha,2,gdp,2022,level,beta,6,gdp,2021,level,same,also,,A.\n"),
    ("_neighbours", "neighbours.csv", "", "suzhou,E,suzhou,beta,6,区,\n"),
    ("_events", "events.csv", "", "2021-03-04,beta,6,economy,Shop,书店,gdp,2020,level\n"),
    ("_events", "events.csv", "", "2020-03-04,beta,6,economy,Shop,书店,,,\n"),
    ("_comparisons", "comparisons.csv", "", "township,grain,Grain,吨,0,yes,,true\n"),
    ("_known", OWN, "", "spare,output,亿元,备,Spare,,,Nothing.\n"),
    ("_places", CONTEXT, "Country,全国,country,gdp,2021,level", "Country,国,country,gdp,2021,level"),  # noqa: E501
    ("_measured", CONTEXT, "42.9,%", "42.9,亿元"),
    ("_published", CONTEXT, "gdp.industry,2021,share", "gdp.industry,2018,share"),
    ("_signs", CONTEXT, "42.9,%", "-42.9,%"),
    ("_rates", CONTEXT, "8.0,%", "800,%"),
    ("_sizes", CONTEXT, "level,7000.0", "level,700000.0"),
]  # fmt: skip


def plant(folder, file: str, old: str, new: str) -> None:
    if new == "VOLUMES AGAIN":
        new = folder.read(file).splitlines()[1].replace("2022,", "2023,", 1) + "\n"
    if old:
        folder.spoil(file, old, new)
    else:
        folder.write(file, folder.read(file) + new)


def named(law: str, file: str):
    """The law of that name; two modules have one for what is published."""
    found = [one for one in laws.LAWS if one.__name__ == law]
    of_context = [one for one in found if one.__module__ == context_laws.__name__]
    (one,) = (
        of_context if file == CONTEXT else [one for one in found if one not in of_context] or found
    )
    return one


@pytest.mark.parametrize(("law", "file", "old", "new"), PLANTED)
def test_a_law_sees_what_is_planted_for_it_and_nothing_before(folder, law, file, old, new):
    judge = named(law, file)
    assert list(judge(data.read_all(folder.path)[0])) == []
    plant(folder, file, old, new)
    tables, faults = data.read_all(folder.path)
    assert faults == []
    found = list(judge(tables))
    assert file in {fault.file for fault in found}
    assert all(fault.row and fault.column and fault.problem and fault.remedy for fault in found)


def test_no_law_is_without_a_planted_fault():
    assert {named(law, file) for law, file, *_ in PLANTED} == set(laws.LAWS)


def test_each_law_says_what_holds_and_how_many_rows_it_looks_at():
    counted = laws.looked_at(data.load())
    assert len(counted) == len(laws.LAWS) + len(observed.looked_at(data.load()))
    assert all(states and rows > 0 for states, rows in counted.items())


def test_what_a_law_looks_at_is_counted(folder):
    counted = laws.looked_at(data.read_all(folder.path)[0])
    assert counted["A volume is about a year that is over when it is published"] == 1
    assert counted["A period is of days that there are, and an interval runs forward"] == 14
    # Two documents, and no list that refers to one has a row.
    assert counted["A document ends after it begins, and what is said of it stands inside it"] == 2


@pytest.mark.parametrize(
    ("value", "sound"),
    [("9999", True), ("10005", False), ("1.1", True), ("0.9", False)],
)
def test_a_size_is_held_against_the_districts(folder, value, sound):
    # The district's is 100 and 100.04; no residents are printed to divide by.
    folder.spoil(CONTEXT, "level,7000.0", f"level,{value}")
    found = list(named("_sizes", CONTEXT)(data.read_all(folder.path)[0]))
    assert (found == []) == sound


def test_a_size_by_resident_is_enough(folder):
    people = ",population,人,常住人口,Residents,,,Residents.\n"
    folder.write("indicators.csv", folder.read("indicators.csv") + "resident_population" + people)
    folder.spoil(
        BETA,
        "suzhou,schools",
        "suzhou,resident_population,2021,level,8,,人,outturn,=,6,8人,\nsuzhou,schools",
    )
    folder.spoil("units.csv", "所,所,inst", "人,人,persons,persons,1,人,true\n所,所,inst")
    many = "Country,全国,country,resident_population,2021,level,4000,人,office,yes,Size only.\n"
    folder.write(CONTEXT, folder.read(CONTEXT) + many)
    folder.spoil(CONTEXT, "level,7000.0", "level,70000")
    sizes = named("_sizes", CONTEXT)
    # 700 times the output, and 500 times the residents; those alone are too many.
    assert [fault.row for fault in sizes(data.read_all(folder.path)[0])] == [7]


@pytest.mark.parametrize(
    ("period", "measure", "value", "sound"),
    [
        ("2021", "growth", "100", True),
        ("2021", "growth", "101", False),
        ("2021", "growth_real", "-50", True),
        ("2021", "growth", "-51", False),
        ("2021", "growth", "-100", False),
        # Three years: it may be eight times as large, or an eighth.
        ("2018/2021", "growth", "700", True),
        ("2018/2021", "growth", "701", False),
        ("2018-12-31/2021-12-31", "growth", "-87.5", True),
        ("2018/2021", "growth_real", "-88", False),
        # A mean of three years is one of each of them.
        ("2018/2021", "growth_pa", "101", False),
        ("2018/2021", "growth_pa", "100", True),
        ("2021", "share", "100", True),
        ("2021", "share", "100.1", False),
    ],
)
def test_a_rate_of_another_place_is_one_that_a_year_can_bring(
    folder, period, measure, value, sound
):
    folder.spoil(CONTEXT, "gdp,2021,growth_real,8.0", f"gdp,{period},{measure},{value}")
    found = list(named("_rates", CONTEXT)(data.read_all(folder.path)[0]))
    assert (found == []) == sound


@pytest.mark.parametrize(("value", "unit", "sound"), [("1", "倍", True), ("1.1", "倍", False)])
def test_a_rate_in_another_unit_is_held_to_the_same_size(folder, value, unit, sound):
    folder.spoil(CONTEXT, "growth_real,8.0,%", f"growth_real,{value},{unit}")
    found = list(named("_rates", CONTEXT)(data.read_all(folder.path)[0]))
    assert (found == []) == sound


@pytest.mark.parametrize(("value", "sound"), [("1000", True), ("1001", False)])
def test_a_part_in_a_thousand_is_no_more_than_all(folder, value, sound):
    mille = "‰,‰,per thousand,rate per thousand,1,‰,false\n"
    folder.write("units.csv", folder.read("units.csv") + mille)
    folder.spoil(CONTEXT, "42.9,%", f"{value},‰")
    found = list(named("_rates", CONTEXT)(data.read_all(folder.path)[0]))
    assert (found == []) == sound


HEADS = """\
pay,income,元,工资,Pay of one,,,Pay.
people,income,元,收入,Income of one,,,Income.
resident_population,population,人,常住人口,Residents,,,Residents.
"""


def with_people(folder, *rows: str) -> list[int]:
    """Rows of the context of which the law of sizes asks, once 8 live here and 4,000 there."""
    folder.write("indicators.csv", folder.read("indicators.csv") + HEADS)
    folder.write("units.csv", folder.read("units.csv") + "人,人,persons,persons,1,人,true\n")
    here = (
        "suzhou,resident_population,2021,level,8,,人,outturn,=,6,8人,\n"
        "suzhou,people,2021,level,30,,元,outturn,=,6,30元,\n"
    )
    folder.write(BETA, folder.read(BETA) + here)
    there = (
        "resident_population,2021,level,700,人",
        "gdp,2021,level,9000,亿元",
        *rows,
    )
    header = folder.read(CONTEXT).partition("\n")[0]
    lines = [f"Country,全国,country,{row},office,yes,Size only." for row in there]
    folder.write(CONTEXT, "\n".join([header, *lines, ""]))
    return [fault.row for fault in named("_sizes", CONTEXT)(data.read_all(folder.path)[0])]


def test_a_total_is_held_by_resident_and_not_as_such(folder):
    # 700 live there and 8 here: 9,000 is 90 times the output, and as much a head.
    assert with_people(folder) == []
    folder.spoil(CONTEXT, "level,9000,", "level,90,")
    # Nearly as much as here is next to nothing for so many.
    found = named("_sizes", CONTEXT)(data.read_all(folder.path)[0])
    assert [fault.row for fault in found] == []
    folder.spoil(CONTEXT, "level,90,", "level,80,")
    found = named("_sizes", CONTEXT)(data.read_all(folder.path)[0])
    assert [fault.row for fault in found] == [3]


@pytest.mark.parametrize(("value", "asked"), [("2900", []), ("3100", [4])])
def test_what_one_person_has_is_held_as_such_and_not_by_resident(folder, value, asked):
    # 30 here; by resident 2,900 of 700 would be as much as 33 of 8.
    assert with_people(folder, f"people,2021,level,{value},元") == asked


@pytest.mark.parametrize(("value", "asked"), [("4900", []), ("5000", [4])])
def test_what_no_other_place_has_is_held_against_its_place_and_theme(folder, value, asked):
    beside = "people,2021,level,50,元"
    assert with_people(folder, f"pay,2021,level,{value},元", beside) == asked


@pytest.mark.parametrize(("value", "asked"), [("0.4", []), ("0.2", [4])])
def test_what_is_like_nothing_in_its_place_is_held_against_the_district(folder, value, asked):
    assert with_people(folder, f"pay,2021,level,{value},元") == asked


def test_the_size_of_what_is_no_indicator_is_not_asked_about(folder):
    # Its name is, by the law of what is measured.
    assert with_people(folder, "zzz,2021,level,5000000,元") == []


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [("spara", "is it 'spare'? else name one"), ("zzzzz", "name one of the dictionary")],
)
def test_a_mistyped_indicator_is_told_before_the_entry_that_it_leaves_unused(folder, spoilt, told):
    folder.write(OWN, folder.read(OWN) + "spare,output,亿元,备,Spare,,,Nothing.\n")
    folder.spoil(CONTEXT, "gdp.farming,2021,level", f"{spoilt},2021,level")
    first, second = laws.faults(folder.path)
    assert (first.file, first.row, first.column) == (CONTEXT, 4, "indicator")
    assert first.remedy.startswith(told)
    assert (second.file, second.column) == (OWN, "indicator")
