"""Figures of other places: found by what they say, and never among the yearbook's."""

import pytest

from analysis import data
from analysis.data import AmbiguousFigure, UnknownFigure, context
from analysis.printed import Interval

FIGURES = "context/figures.csv"


def test_a_figure_of_china_has_its_source():
    found = context.figure("China", "gdp", "2021", "growth_real", source="nbs2021")
    assert (found.value, found.unit) == (8.1, "%")
    assert found.source.issuer == "National Bureau of Statistics of China"
    assert found.source.date == "2022-02-28"


def test_the_decimals_as_published_leave_open_what_rounding_does():
    # Longxi publishes growth of 8, without a decimal; China 8.0 a head.
    assert context.figure("Longxi", "gdp", "2021", "growth_real").interval == Interval(7.5, 8.5)
    per_head = context.figure("China", "gdp_per_capita", "2021", "growth_real")
    assert per_head.interval == Interval(7.95, 8.05)


def test_a_figure_of_another_place_can_be_reckoned_with():
    whole = context.figure("Gansu", "resident_population", "2021-12-31")
    urban = context.figure("Gansu", "resident_population.urban", "2021-12-31")
    assert (urban / whole).to("%").value == pytest.approx(53.33, abs=0.005)


def test_the_district_and_another_place_can_be_set_against_each_other():
    here, there = data.figure("gdp_per_capita"), context.figure("Gansu", "gdp_per_capita")
    assert (here / there).value == pytest.approx(51006 / 41046)


def test_a_first_estimate_and_its_revision_are_not_chosen_between():
    with pytest.raises(AmbiguousFigure, match="nbs2021, nbs2021final; name the source"):
        context.figure("China", "gdp", "2021", "growth_real")


def test_an_unknown_figure_lists_what_the_place_has(small):
    with pytest.raises(UnknownFigure, match=r"no figure for grain, 2021, level of Country.*gdp, 2"):
        context.figure("Country", "grain")


def test_a_place_without_figures_is_said_to_have_none(small):
    with pytest.raises(UnknownFigure, match="there are: none"):
        context.figure("Nowhere", "gdp")


def test_no_request_for_a_figure_of_the_yearbook_gives_one_of_another_place(small):
    # Country prints a gross product of 7,000; the district two that agree, 100 and 100.04.
    assert data.value("gdp", document="beta") == 100.04
    with pytest.raises(UnknownFigure):
        data.figure("gdp", entity="Country")
    assert not set(data.observations()["entity"]) & {one.place for one in context.figures()}
    assert 7000 not in set(data.observations()["value"])


def test_none_of_the_real_context_is_an_observation():
    places = {one.place for one in context.figures()}
    sources = {one.source.source for one in context.figures()}
    seen = data.observations()
    assert not places & set(seen["entity"]) and not sources & set(seen["document"])
    assert not {one.place for one in context.figures()} & set(data.entities().index)


def test_every_figure_has_issuer_title_and_date():
    for one in context.figures():
        assert one.source.issuer and one.source.title and one.source.date[:4].isdigit()


def test_a_press_report_is_marked_and_never_fully_comparable():
    reported = [one for one in context.figures() if one.source.press]
    assert {one.place for one in reported} == {"China", "Gansu", "Jiuquan"}
    assert all(one.comparable != "yes" for one in reported)
    assert all("report" in one.source.issuer for one in reported)


def test_figures_are_kept_by_what_is_asked_of_them(small):
    assert len(context.figures(indicator="gdp")) == 2
    assert [one.printed for one in context.figures(measure="share")] == ["42.9"]


def test_the_dictionary_goes_on_with_what_only_others_measure():
    held = context.indicators()
    assert held.at["engel", "name_zh"] == "居民恩格尔系数"
    assert "engel" not in data.indicators().index and "gdp" in held.index
    assert held.index.is_unique


def test_observations_have_the_shape_of_the_yearbooks(small):
    (row, *_) = context.observations().itertuples()
    assert (row.entity, row.document, row.line) == ("Country", "office", 2)
    assert (row.low, row.high) == (6999.95, 7000.05)


@pytest.mark.parametrize(
    ("old", "new", "column", "said"),
    [
        ("country,gdp,2021,level", "country,gdq,2021,level", "indicator", "'gdq' is no indicator"),
        ("gdp.industry,2021,share", "gdp.industry,2021-13,share", "period", "no period"),
        ("42.9,%", "42.9,亿元", "unit", "does not go with share"),
        ("7000.0,亿元", "7000.0,%", "unit", "does not go with level"),
    ],
)
def test_a_spoiled_figure_is_told_with_its_place(folder, old, new, column, said):
    folder.spoil(FIGURES, old, new)
    fault = folder.fault()
    assert (fault.file, fault.column) == (FIGURES, column)
    assert said in fault.problem


def test_a_source_that_is_not_listed_is_a_fault(folder):
    folder.spoil(FIGURES, "office,roughly", "bureau,roughly")
    assert (folder.fault().file, folder.fault().column) == (FIGURES, "source")


def test_a_number_with_its_unit_is_no_value(folder):
    folder.spoil(FIGURES, "42.9,%", "42.9%,%")
    assert (folder.fault().file, folder.fault().column) == (FIGURES, "value")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("gdp,output,亿元,总,Product,,,All.", "is in the dictionary"),
        ("spare,output,亿元,备,Spare,,,Nothing.", "is used by no figure"),
    ],
)
def test_the_contexts_own_indicators_are_needed_and_new(folder, row, said):
    name = "context/indicators.csv"
    folder.write(name, folder.read(name) + row + "\n")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (name, 2, "indicator")
    assert said in fault.problem


def inside(point: tuple[float, float], place: str) -> bool:
    """Whether a ray to the east of the point crosses the outline an odd number of times."""
    outline = context.outlines().query("place == @place and ring == 1")
    corners = list(zip(outline["longitude"], outline["latitude"], strict=True))
    crossed = [
        (y1 > point[1]) != (y2 > point[1])
        and point[0] < x1 + (point[1] - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]
    return sum(crossed) % 2 == 1


@pytest.mark.parametrize(
    ("town", "places"),
    [
        ("suzhou", {"China", "Gansu"}),
        ("beijing", {"China"}),
        ("suzhou_jiangsu", {"China"}),
    ],
)
def test_towns_lie_inside_the_outlines_of_the_places_that_they_belong_to(town, places):
    where = tuple(context.towns().loc[town, ["longitude", "latitude"]])
    assert {place for place in ("China", "Gansu") if inside(where, place)} == places


def test_outlines_are_in_the_order_in_which_they_are_drawn(small):
    rows = "China,1,2,5,6,office\nChina,1,1,3,4,office\n"
    small.write("context/outlines.csv", small.read("context/outlines.csv") + rows)
    assert context.outlines()["longitude"].tolist() == [3, 5]


def test_what_is_drawn_on_the_map_is_no_figure():
    sources = set(context.outlines()["source"]) | set(context.towns()["source"])
    assert not sources & {one.source.source for one in context.figures()}
