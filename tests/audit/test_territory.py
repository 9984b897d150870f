"""Parts of a place against the place: sums worked out by hand from the entries of communities."""

import ast
from pathlib import Path

import jupytext
import pytest

from analysis import data
from analysis.audit import territory
from analysis.findings import entries
from analysis.page import places

ENTITIES = data.entities()
SUBDISTRICTS = list(ENTITIES.index[ENTITIES["kind"] == "subdistrict"])
PARTS = {one: list(ENTITIES.index[ENTITIES["parent"] == one]) for one in SUBDISTRICTS}
ENTRIES = entries.documents([*PARTS, *(part for own in PARTS.values() for part in own)])


def sums(*indicators: str):
    return territory.sums(PARTS, indicators, ENTRIES).set_index(["entity", "indicator"])


def test_a_sum_in_another_unit_that_misses_by_far_fails():
    # Line 4969: 15.06 万. 12,786 + 14,582 + 21,551 + 16,651 + 15,908 + 18,679 + 13,923 = 114,080.
    one = sums("population").loc[("dongbeijie", "population")]
    assert (one["parts"], one["reporting"], one["unit"]) == (7, 7, "万人")
    assert one["derived"] == pytest.approx(11.408)
    assert one["gap"] == pytest.approx(3.652)
    assert one["tolerance"] == pytest.approx(0.005)
    assert one["verdict"] == "fails"


def test_an_about_leaves_open_whether_a_sum_holds():
    # Line 5251: 110,976. About 1.9 万, 20,625, 20,000, 2.6 万, 23,982: 109,607, each 万 by 500.
    one = sums("population").loc[("xinanjie", "population")]
    assert (one["gap"], one["tolerance"]) == (1369, 1000)
    assert one["verdict"] == "not assessable"


def test_rounding_alone_does_not_excuse_a_sum():
    # Line 5251: 39,411. 6,956 + 7,989 + 6,808 + 1.2 万 + 8,167 = 41,920, by 500.
    one = sums("households").loc[("xinanjie", "households")]
    assert (one["gap"], one["tolerance"], one["verdict"]) == (-2509, 500, "fails")


def test_of_some_parts_it_is_only_asked_whether_they_are_too_many():
    found = sums("households", "residential_compounds", "land_area")
    # Line 5443: 13,391. Yangguan Road and Guanbeigou: 8,090 + 5,588 = 13,678, without Jinhe.
    too_many = found.loc[("xibeijie", "households")]
    assert (too_many["reporting"], too_many["parts"]) == (2, 3)
    assert (too_many["gap"], too_many["verdict"]) == (-287, "fails")
    # Line 5443: 60. Jinhe 3, Yangguan Road 41: the third may have the 16 that are left.
    room = found.loc[("xibeijie", "residential_compounds")]
    assert (room["reporting"], room["gap"], room["verdict"]) == (2, 16, "holds")
    # Line 4749: 35.15. Of four that report, Jiefang Road alone prints 36.
    assert found.at[("dongnanjie", "land_area"), "verdict"] == "fails"


def test_a_part_that_prints_two_values_does_not_report():
    # Hantang Street South prints 71 and 68 disputes (lines 4785, 4793).
    one = sums("disputes.resolved").loc[("dongnanjie", "disputes.resolved")]
    assert (one["reporting"], one["derived"]) == (2, 72 + 75)


def test_a_whole_that_prints_none_has_no_row():
    assert "dongnanjie" not in sums("population").index.get_level_values("entity")


@pytest.mark.parametrize(
    ("parts", "indicator", "fault"),
    [
        (PARTS, "peopel", "peopel"),
        ({"xibeijie": ["suzhou"]}, "population", "suzhou"),
        ({"xibeijie": []}, "population", "xibeijie"),
    ],
)
def test_what_cannot_be_added_up_is_named(parts, indicator, fault):
    with pytest.raises(ValueError, match=f"cannot be added up: {fault}"):
        territory.sums(parts, [indicator], ENTRIES)


def test_communities_and_townships_count_more_people_than_there_are():
    # By hand: 111,502 + 114,080 + 109,607 + 41,903 = 377,092 in the communities' entries, 223,756
    # in the townships' (lines 4009-4711). Residents (line 5568): 32.97 万 in town, 45.49 万 in all.
    found = places.collect([part for own in PARTS.values() for part in own], ["population"])
    assert (len(found), found["value"].sum()) == (21, 377_092)
    urban = data.figure("resident_population.urban", "2021-12-31").interval
    everyone = data.figure("resident_population", "2021-12-31").interval
    people = found["value"].sum()
    assert people > 1.1 * urban.high * 1e4
    assert people + 223_756 > 1.3 * everyone.high * 1e4


def district_totals_divided(code: str) -> set[str]:
    """The divisions of a chapter in which a figure of the whole district meets another's."""
    tree = ast.parse(code)

    def asks(node: ast.AST, said: set[str]) -> bool:
        return any(
            isinstance(one, ast.Call)
            and isinstance(one.func, ast.Attribute)
            and one.func.attr in ("value", "fact", "interval")
            and not said & {word.arg for word in one.keywords}
            for one in ast.walk(node)
        )

    def held(said: set[str]) -> set[str]:
        return {
            target.id
            for one in ast.walk(tree)
            if isinstance(one, ast.Assign) and asks(one.value, said)
            for target in one.targets
            if isinstance(target, ast.Name)
        }

    totals, of_the_district = held({"entity", "document"}), held({"entity"}) | {"ledger"}
    found = set()
    for one in ast.walk(tree):
        if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Div):
            names = {name.id for name in ast.walk(one) if isinstance(name, ast.Name)}
            total = asks(one, {"entity", "document"}) or totals & names
            if total and not names <= of_the_district:
                found.add(ast.unparse(one))
    return found


@pytest.mark.parametrize("chapter", ["communities", "places"])
def test_no_page_divides_communities_counts_into_district_totals(chapter):
    path = Path(__file__).parents[2] / "book" / "society" / f"{chapter}.md"
    cells = [one.source for one in jupytext.read(path).cells if one.cell_type == "code"]
    assert cells
    assert district_totals_divided("\n".join(cells)) == set()


def test_such_a_division_would_be_found():
    held = 'urban = ledger.interval("resident_population.urban")\nshare = people.sum() / urban.low'
    assert district_totals_divided(held) == {"people.sum() / urban.low"}
    assert district_totals_divided('ledger.value("gdp") / people.sum()')
    assert not district_totals_divided('people / ledger.value("households", entity="jinhe")')
    own = 'rounds = ledger.value("rounds", document="bureau")\nsamples = ledger.value("samples")'
    assert not district_totals_divided(f"{own}\nper_round = samples / rounds")
    assert district_totals_divided(f"{own}\nshare = samples / people")
