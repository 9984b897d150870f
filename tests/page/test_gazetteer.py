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


@pytest.fixture
def unknown(monkeypatch):
    """Nothing is told of any place."""
    nothing = data.known_for().iloc[:0]
    monkeypatch.setattr(data, "known_for", lambda: nothing)


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
    assert one.dd.get_text() == "235 people or 154 peopleThe entry prints two amounts."
    assert one["title"] == "line 4797"


def test_three_figures_of_one_thing_are_not_called_both():
    # Huajian, line 4293: 104.05 square kilometres, 107.3, and 160,000 mu.
    of = gazetteer.Kind(["huajian_township"], [COMPARED["land_area"]], "t")
    told = row(of, "huajian_township").dd.get_text()
    assert told.count(" or ") == 2 and told.endswith("The entry prints three amounts.")


def test_a_section_is_named_and_found_by_a_name_without_its_kind():
    assert gazetteer.address("guoyuan_township") == "#guoyuan"
    assert gazetteer.heading("huangnibao_township") == "Huangnibao"


def test_a_figure_that_was_only_expected_says_so():
    assert row(kind("rural_income"), "xidong_township").dd.get_text() == "21,700 yuan (expected)"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("xifeng", "It lies 4 km south-west of the city."),
        ("quanhu", "It lies just east of the city."),
        ("sandun", "It lies 20 km north-east of the city."),
        ("jinfosi", "It lies in the south-east of the district, 53 km from the city."),
    ],
)
def test_the_second_sentence_says_where_a_place_lies(place, sentence):
    of = kind("administrative_villages", "distance_to_city")
    assert gazetteer.portrait(of, f"{place}_township").partition(". ")[2].startswith(sentence)


def test_the_first_sentence_says_what_sets_a_place_apart_after_its_name():
    shown = gazetteer.show(kind("distance_to_city"), "sandun_township").data
    told = BeautifulSoup(shown, "html.parser").select_one("p.portrait").get_text()
    known = gazetteer.character(kind("distance_to_city"), "sandun_township")
    assert told.startswith(f"Sandun (三墩镇) {known}. It lies 20 km north-east of the city.")


def test_a_place_without_a_printed_direction_lies_where_its_neighbours_say():
    # Lines 4555 and 4667: south of Zongzhai, west of Jinfosi.
    of = gazetteer.Kind(["dongdong_township"], [COMPARED["administrative_villages"]], "t")
    told = gazetteer.portrait(of, "dongdong_township")
    assert ". It lies south of Zongzhai and west of Jinfosi." in told


def test_of_a_place_that_lies_nowhere_and_is_known_for_nothing_the_names_are_said(unknown):
    of = gazetteer.Kind(["canghoujie"], [], "c")
    assert gazetteer.portrait(of, "canghoujie") == ""
    shown = BeautifulSoup(gazetteer.show(of, "canghoujie").data, "html.parser")
    name = data.entities().at["canghoujie", "name_zh"]
    assert shown.select_one("p.portrait").get_text() == f"Canghou Street ({name})"


def test_a_place_has_that_in_which_it_is_first_or_last():
    # Villages: 9, 6, 9, 14, 13, 5, 12.
    of = kind("administrative_villages", "village_groups")
    xidong = gazetteer.portrait(of, "xidong_township")
    assert xidong.endswith(" It has the fewest villages (5).")
    assert gazetteer.portrait(of, "yinda_township").endswith("has the most villages (14).")
    assert "villages (" not in gazetteer.portrait(of, "jinfosi_township")


def test_a_crop_and_an_extreme_make_one_sentence():
    # Quanhu: half of its farmland, and of these seven the most investment.
    of = kind("farmland.area", "vegetables.area", "fixed_investment")
    told = gazetteer.portrait(of, "quanhu_township")
    assert told.endswith(
        " It grows vegetables on 50% of its farmland (its entry says 51.6%) and has the most fixed "
        "investment (460 million yuan)."
    )


def test_two_extremes_are_joined():
    # Yinda, lines 4164 and 4166: of all fifteen the most of both.
    some = [COMPARED[one] for one in ("vegetables.area", "administrative_villages")]
    of = gazetteer.Kind(list(data.entities().query("kind == 'township'").index), some, "t")
    told = gazetteer.portrait(of, "yinda_township")
    assert told.endswith(" It has the most vegetables (3,200 hectares) and the most villages (14).")


def test_what_may_not_be_ranked_is_never_called_the_most(unknown):
    # Homes of townships; Sandun has 7,133, line 4210.
    of = kind("households")
    assert gazetteer.portrait(of, "sandun_township") == "lies just north-east of the city."


def test_a_main_crop_is_a_share_of_the_township_s_own_farmland():
    # Shangba, lines 4709 and 4723: 3.5 ten thousands of 7.3, 47.9 percent.
    some = [COMPARED[one] for one in ("farmland.area", "maize_seed.area")]
    told = gazetteer.portrait(gazetteer.Kind(["shangba_township"], some, "t"), "shangba_township")
    assert told.endswith(" It grows seed maize on 48% of its farmland.")


def test_what_the_farmland_leaves_out_is_said_with_the_share():
    # Guoyuan, line 4064: land under contract.
    told = gazetteer.portrait(kind("farmland.area", "vegetables.area"), "guoyuan_township")
    assert "% of its farmland (contracted land as registered)" in told


def test_of_farmland_smaller_than_its_crops_no_share_is_taken():
    # Qingshui, lines 4617 and 4629: 5.6 ten thousands, and other crops, of 57,014 mu by law.
    some = [COMPARED[one] for one in ("farmland.area", "maize_seed.area")]
    told = gazetteer.portrait(gazetteer.Kind(["qingshui_township"], some, "t"), "qingshui_township")
    assert told.endswith(" It grows seed maize on about 3,730 hectares.")


def test_the_area_of_a_crop_is_said_once():
    # Jinfosi, lines 4669 and 4673: 7.912 ten thousands under crops of 7.5; its maize is the most.
    some = [COMPARED[one] for one in ("farmland.area", "maize_seed.area")]
    of = gazetteer.Kind(list(data.entities().query("kind == 'township'").index), some, "t")
    told = gazetteer.portrait(of, "jinfosi_township")
    assert told.endswith(" It has the most seed maize (4,475 hectares).")


def test_a_place_of_which_nothing_is_measured_has_its_place_alone(unknown):
    of = gazetteer.Kind(["qilianlu"], [], "c")
    assert gazetteer.portrait(of, "qilianlu") == "lies in the south-east of the city."


def test_what_places_are_known_for_follows_a_name_in_a_sentence():
    told = data.known_for()["told_en"]
    assert set(told.str.split().str[0]) <= {
        "is", "has", "holds", "lies", "lives", "grows", "raises", "reaches", "calls", "houses",
    }  # fmt: skip
    assert not told.str.endswith(".").any()


def test_a_subdistrict_has_its_communities_and_the_largest_of_them():
    # Feitian Road 26,000, of 19,000 to 26,000.
    of = gazetteer.Kind(["xinanjie"], places.compared("community"), "s")
    assert gazetteer.portrait(of, "xinanjie") == (
        "lies in the south-west of the city. "
        "It has 5 communities, of which Feitian Road has the most people."
    )


def test_a_place_is_set_apart_by_what_it_is_known_for():
    of = kind("population")
    assert gazetteer.character(of, "sandun_township") == "grows peppers (辣椒) as its speciality"


def test_a_place_of_which_nothing_is_told_is_set_apart_by_what_it_has_most_of(monkeypatch):
    # Line 5129: 11.375 million yuan, more than any other community prints.
    known = data.known_for().drop("beixinjie")
    monkeypatch.setattr(data, "known_for", lambda: known)
    some = [one for one in places.compared("community") if one.indicator in gazetteer.EXTREMES]
    of = gazetteer.Kind(list(data.entities().query("kind == 'community'").index), some, "c")
    told = gazetteer.character(of, "beixinjie")
    assert told == "has the largest sum paid out as minimum living allowance (11.4 million yuan)"
    assert gazetteer.character(gazetteer.Kind(["beixinjie"], [], "c"), "beixinjie") == ""


def test_another_place_is_refused():
    with pytest.raises(ValueError, match="'jinhe' is none of xifeng_township"):
        gazetteer.show(kind("population"), "jinhe")
