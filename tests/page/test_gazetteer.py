"""Place by place: sentences and strips, read against the entries of a few townships."""

import pytest
from bs4 import BeautifulSoup

from analysis import data
from analysis.page import gazetteer, places

TOWNSHIPS = [
    f"{name}_township"
    for name in ("xifeng", "guoyuan", "quanhu", "yinda", "sandun", "xidong", "jinfosi")
]
COMPARED = {one.indicator: one for one in places.compared("township")}


def kind(*indicators: str) -> gazetteer.Kind:
    return gazetteer.Kind(TOWNSHIPS, [COMPARED[one] for one in indicators], "t")


def row(of: gazetteer.Kind, place: str) -> BeautifulSoup:
    return BeautifulSoup(gazetteer.show(of, place).data, "html.parser").select_one("dl > div")


def test_a_strip_has_the_value_the_line_and_the_rank():
    # Villages: 9, 6, 9, 14, 13, 5, 12, so that 12 is third of seven and 7/9 of the way.
    one = row(kind("administrative_villages"), "jinfosi_township")
    assert one["title"] == "line 4669"
    assert [cell.get_text() for cell in one.select("dt, dd")] == ["Villages", "12", "", "3 of 7"]
    assert one.use["href"] == "#t0" and one.path["d"] == "M93 7h0"


def test_equal_places_share_the_better_rank():
    one = row(kind("administrative_villages"), "quanhu_township")
    assert one.select("dd")[-1].get_text() == "4 of 7"


def test_the_strokes_are_drawn_once_for_all_places():
    drawn = BeautifulSoup(gazetteer.strokes(kind("administrative_villages")).data, "html.parser")
    (symbol,) = drawn.select("symbol")
    assert symbol["id"] == "t0"
    assert symbol.path["d"] == "M0 7h120M0 3v8M13 3v8M53 3v8M93 3v8M107 3v8M120 3v8"


def test_what_may_not_be_ranked_has_a_grey_strip_and_no_rank():
    one = row(kind("population"), "yinda_township")
    assert one.svg["class"] == ["unsure"] and one.select("dd")[-1].get_text() == ""


def test_few_places_make_no_strip():
    # Seed maize: Jinfosi alone of these.
    of = kind("maize_seed.area")
    assert row(of, "jinfosi_township").svg is None
    assert "<symbol" not in gazetteer.strokes(of).data


def test_a_figure_printed_twice_is_shown_with_both():
    of = gazetteer.Kind(["hantangjienan"], [
        one for one in places.compared("community") if one.indicator == "urban_employment.new"
    ], "c")  # fmt: skip
    one = row(of, "hantangjienan")
    assert one.dd.get_text() == "235 people or 154 peopleThe entry prints both."
    assert one["title"] == "line 4797"


def test_three_figures_of_one_thing_are_not_called_both():
    # Huajian, line 4293: 104.05 square kilometres, 107.3, and 160,000 mu.
    of = gazetteer.Kind(["huajian_township"], [COMPARED["land_area"]], "t")
    told = row(of, "huajian_township").dd.get_text()
    assert told.count(" or ") == 2 and told.endswith("The entry prints all of these.")


def test_a_section_is_named_and_found_by_a_name_without_its_kind():
    assert gazetteer.address("guoyuan_township") == "#guoyuan"
    assert gazetteer.heading("huangnibao_township") == "Huangnibao"


def test_a_figure_that_was_only_expected_says_so():
    assert row(kind("rural_income"), "xidong_township").dd.get_text() == "21,700 yuan (expected)"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("xifeng", "A township of 9 villages, 4 km south-west of the city."),
        ("quanhu", "A township of 9 villages, just east of the city."),
        ("xidong", "A township of 5 villages, 13 km south of the city."),
        ("jinfosi", "A township of 12 villages, in the south-east of the district, 53 km from"),
    ],
)
def test_the_first_sentence_says_where_a_place_lies(place, sentence):
    of = kind("administrative_villages", "distance_to_city")
    assert gazetteer.portrait(of, f"{place}_township").startswith(sentence)


def test_the_first_sentence_says_how_many_live_there():
    # Line 4669: 12 villages, 15,504 people.
    told = gazetteer.portrait(kind("administrative_villages", "population"), "jinfosi_township")
    assert told.startswith("A township of 15,504 people with 12 villages, in the south-east")


def test_a_place_without_a_printed_direction_lies_where_its_neighbours_say():
    # Lines 4555 and 4667: south of Zongzhai, west of Jinfosi.
    of = gazetteer.Kind(["dongdong_township"], [COMPARED["administrative_villages"]], "t")
    told = gazetteer.portrait(of, "dongdong_township")
    assert told.startswith("A township of 7 villages, south of Zongzhai and west of Jinfosi.")


def test_people_may_live_outside_the_villages_of_a_township():
    # Line 4064: 14,494 in six villages, and 625 in the community of a farm.
    told = gazetteer.portrait(kind("administrative_villages", "population"), "guoyuan_township")
    assert told.startswith("A township of 15,119 people with 6 villages, ")


def test_what_a_place_is_known_for_stands_in_the_table_alone():
    told = gazetteer.portrait(kind("distance_to_city"), "sandun_township")
    assert told.endswith("of the city.") and "pepper" not in told


def test_a_place_has_that_in_which_it_is_first_or_last():
    # Villages: 9, 6, 9, 14, 13, 5, 12.
    of = kind("administrative_villages", "village_groups")
    xidong = gazetteer.portrait(of, "xidong_township")
    assert xidong.endswith(" It has the fewest villages of all 7 (5).")
    assert gazetteer.portrait(of, "yinda_township").endswith("has the most villages of all 7 (14).")
    assert "villages of" not in gazetteer.portrait(of, "jinfosi_township")


def test_of_what_some_do_not_print_it_is_said_how_many_do():
    # Areas: 48.02, 127.7, 78, 375, 326, none that may be compared, 356 square kilometres.
    told = gazetteer.portrait(kind("land_area"), "yinda_township")
    assert told.endswith("It has the largest area of the 6 that report it (375 square kilometres).")


def test_a_place_that_prints_several_figures_is_not_counted_among_those_that_report_one():
    # With Huajian, which prints three areas, seven report.
    of = gazetteer.Kind([*TOWNSHIPS, "huajian_township"], [COMPARED["land_area"]], "t")
    told = gazetteer.portrait(of, "yinda_township")
    assert "has the largest area of the 6 that report one figure (375 " in told


def test_what_may_not_be_ranked_is_never_called_the_most():
    # Homes of townships; Sandun has 7,133, line 4210.
    of = kind("households")
    assert gazetteer.portrait(of, "sandun_township").endswith("of the city.")


def test_a_main_crop_is_a_share_of_the_township_s_own_farmland():
    # Jinfosi, lines 4669 and 4673: 6.712 ten thousands of 7.5, 89.5 percent.
    of = kind("administrative_villages", "farmland.area", "maize_seed.area")
    told = gazetteer.portrait(of, "jinfosi_township")
    assert told.endswith(" It grows seed maize on 89% of its farmland.")


def test_what_the_farmland_leaves_out_is_said_with_the_share():
    # Guoyuan, line 4064: land under contract.
    told = gazetteer.portrait(kind("farmland.area", "vegetables.area"), "guoyuan_township")
    assert "% of its farmland (contracted land as registered)" in told


def test_of_farmland_by_law_no_share_is_taken():
    # Qingshui, lines 4617 and 4629: 5.6 ten thousands, and other crops, of 57,014 mu by law.
    some = [COMPARED[one] for one in ("farmland.area", "maize_seed.area")]
    told = gazetteer.portrait(gazetteer.Kind(["qingshui_township"], some, "t"), "qingshui_township")
    assert told.endswith(" It grows seed maize on about 56,000 mu (3,730 hectares).")


def test_a_place_of_which_nothing_is_unlike_has_its_first_sentence_alone():
    of = gazetteer.Kind(["qilianlu"], [], "c")
    assert gazetteer.portrait(of, "qilianlu") == "A community, in the south-east of the city."


def test_what_places_are_known_for_follows_a_name_in_a_sentence():
    told = data.known_for()["told_en"]
    assert set(told.str.split().str[0]) <= {
        "is", "has", "holds", "lies", "lives", "grows", "raises", "reaches", "calls", "houses",
    }  # fmt: skip
    assert not told.str.endswith(".").any()


def test_a_subdistrict_has_the_people_of_its_communities():
    # Jinhe 10,015, Yangguan Road 17,420 and Guanbeigou 14,468 make 41,903.
    of = gazetteer.Kind(["xibeijie"], places.compared("community"), "s")
    told = gazetteer.portrait(of, "xibeijie")
    assert told.startswith("A subdistrict of 33,730 people in 3 communities.")
    assert told.endswith(
        "Its communities, of which Yangguan Road is the largest, list 41,900 people in all, more "
        "than it does itself: each list counts in its own way."
    )


def test_communities_that_nearly_make_their_subdistrict_are_not_called_fewer():
    # 19,000 and 20,625, 20,000, 26,000 and 23,982 make 109,607 of 110,976.
    of = gazetteer.Kind(["xinanjie"], places.compared("community"), "s")
    assert gazetteer.portrait(of, "xinanjie").endswith(
        "list about 109,600 people in all, nearly as many as it does itself."
    )


def test_a_place_is_set_apart_by_what_it_is_known_for():
    of = kind("population")
    assert gazetteer.character(of, "sandun_township") == "is known for peppers (辣椒)"


def test_a_place_of_which_nothing_is_told_is_set_apart_by_what_it_has_most_or_least_of(monkeypatch):
    # Line 4953: 277,770 yuan, less than any other community prints.
    known = data.known_for().drop("qilianlu")
    monkeypatch.setattr(data, "known_for", lambda: known)
    some = [one for one in places.compared("community") if one.indicator in gazetteer.EXTREMES]
    of = gazetteer.Kind(list(data.entities().query("kind == 'community'").index), some, "c")
    told = gazetteer.character(of, "qilianlu")
    assert told.startswith("has the smallest sum paid out as minimum living allowance of the ")
    assert gazetteer.character(gazetteer.Kind(["qilianlu"], [], "c"), "qilianlu") == ""


def test_another_place_is_refused():
    with pytest.raises(ValueError, match="'jinhe' is none of xifeng_township"):
        gazetteer.show(kind("population"), "jinhe")
