"""What targets are measured from: by their own name, or by a start that the table names."""

import pandas as pd
import pytest

from analysis.data import AmbiguousFigure
from invented import assess, figure, goal, only, pace, start


def test_a_stock_at_the_end_of_the_year_is_a_start():
    row = only(figure("50.0", period="2021-12-31"), goal("40"))
    assert (row.verdict, row.baseline) == ("already-met", 50)


def test_another_year_is_measured_from_its_own_outturn():
    # 2022 ended at 66; 73 four years on needs (73/66)^(1/4): 2.55% a year, and 2022 grew by 32%.
    row = only(
        figure("50.0"), figure("66.0", period="2022"), pace("32.0", period="2022"), goal("73"),
        as_of=2022,
    )  # fmt: skip
    assert (row.baseline, row.verdict) == (66, "less")
    assert row.required_growth == pytest.approx(2.55, abs=0.005)


def test_the_communique_goes_before_a_more_precise_one_and_the_other_is_named():
    row = only(figure("50.2134", document="other"), figure("48.0", line=7), goal("55"))
    assert (row.baseline, row.baseline_line, row.baseline_document) == (48, 7, "communique")
    (note,) = row.reason.notes
    assert (note.key, note.other.value) == ("printed_differently", 50.2134)


def test_documents_that_agree_within_rounding_are_not_called_different():
    # 50.0 is 49.95 to 50.05, which holds 50.04.
    row = only(figure("50.04", document="other"), figure("50.0"), goal("55"))
    assert row.reason.notes == ()


def test_without_the_communique_the_targets_own_document_is_followed():
    row = only(figure("52.13", document="other"), figure("50", document="report"), goal("55"))
    assert row.baseline == 50


def test_without_either_the_most_precise_is_taken():
    row = only(figure("50", document="a"), figure("50.04", document="b"), goal("55"))
    assert row.baseline == 50.04


def test_documents_equally_precise_that_disagree_are_refused_and_the_remedy_is_told():
    with pytest.raises(AmbiguousFigure, match=r"a, 1.*b, 1.*starts\.csv"):
        only(figure("50", document="a"), figure("60", document="b"), goal("55"))


def test_a_named_start_takes_the_place_of_the_targets_own_figure():
    target, other = goal("55"), figure("40.0", indicator="other", line=3)
    row = only(figure("50.0"), target, other, starts=[start(target, other)])
    assert (row.baseline, row.baseline_line, row.baseline_indicator) == (40, 3, "other")
    assert row.start_kind == "same"


def test_two_parts_are_added_and_their_rounding_with_them():
    # 23.67 + 17.84 = 41.51, of 40.
    target = goal("40")
    parts = figure("23.67", indicator="building"), figure("17.84", indicator="homes")
    row = only(
        target, *parts, starts=[start(target, parts[0]), start(target, parts[1], role="add")]
    )
    assert (row.baseline, row.verdict) == (pytest.approx(41.51), "already-met")
    assert (row.start.low, row.start.high) == pytest.approx((41.50, 41.52))


@pytest.mark.parametrize(
    ("unit", "aimed", "second", "kind"),
    [
        ("户", "2022", "2021", "sum"),
        ("户", "2022", "2021-12-31", "level"),
        ("户", "2023", "2021", "level"),
        ("亿元", "2022", "2021", "level"),
    ],
)
def test_a_count_for_next_year_begins_anew_where_none_of_its_parts_is_dated(
    unit, aimed, second, kind
):
    target = goal("50", unit, period=aimed)
    parts = [
        figure("30", unit, indicator="schools"),
        figure("15", unit, indicator="homes", period=second),
    ]
    named = [start(target, parts[0]), start(target, parts[1], role="add")]
    assert only(target, *parts, starts=named).kind == kind


def test_a_start_may_be_divided_and_scaled():
    # 4271 beds for 454,900 people are 93.89 for every 10,000.
    target = goal("50", "张", indicator="beds_per_10000")
    beds = figure("4271", "张", indicator="beds")
    people = figure("45.49", "万人", indicator="people")
    row = only(
        target, beds, people,
        starts=[start(target, beds, factor=10000), start(target, people, role="over")],
    )  # fmt: skip
    assert row.baseline == pytest.approx(93.889, abs=0.001)
    assert row.verdict == "already-met"


def test_a_start_may_be_multiplied():
    # 2.6 for every 10,000 of 454,900 people are 118.3.
    target = goal("156", "户", indicator="patents")
    each = figure("2.6", "张", indicator="patents_per_10000")
    people = figure("45.49", "万人", indicator="people")
    row = only(
        target, each, people,
        starts=[start(target, each, factor=1e-4), start(target, people, role="times")],
    )  # fmt: skip
    assert row.baseline == pytest.approx(118.274)


def test_a_ratio_of_two_amounts_is_a_share_in_percent():
    # 40.0 of 45.49 is 87.93%.
    target = goal("100", "%", indicator="insured_rate")
    insured = figure("40.0", "万人", indicator="insured")
    people = figure("45.49", "万人", indicator="people")
    row = only(
        target, insured, people,
        starts=[
            start(target, insured, "bound", factor=100),
            start(target, people, "bound", role="over"),
        ],
    )  # fmt: skip
    assert (row.baseline, row.baseline_unit) == (pytest.approx(87.931, abs=0.001), "%")


def test_a_named_rate_divides_as_the_percent_that_it_prints():
    # 25 green 万亩 at 37.0% green are 67.57 万亩.
    target = goal("70", "万亩", indicator="city")
    green, rate = figure("25.0", "万亩", indicator="green"), figure("37.0", "%", indicator="rate")
    row = only(
        target, green, rate,
        starts=[
            start(target, green, "proxy", factor=100),
            start(target, rate, "proxy", role="over"),
        ],
    )  # fmt: skip
    assert row.baseline == pytest.approx(67.568, abs=0.001)


@pytest.mark.parametrize(("period", "role"), [("2026", "start"), ("2022/2026", "done")])
def test_a_start_in_another_kind_of_unit_is_refused_and_the_remedy_is_told(period, role):
    target, other = goal("55", period=period), figure("40", "户", indicator="other")
    with pytest.raises(ValueError, match=r"starts\.csv: report, line 9, output is in 亿元.*户"):
        assess(target, other, starts=[start(target, other, role=role)])


@pytest.mark.parametrize(("added", "verdict"), [("90", "less"), ("60", "more"), ("75", "same")])
def test_a_named_pace_is_an_amount_a_year(added, verdict):
    # From 126 to 500 in five years is 74.8 a year.
    target, stock = goal("500", "户"), figure("126", "户", period="2021-12-31")
    new = figure(added, "户", indicator="new")
    row = only(target, stock, new, starts=[start(target, new, role="pace")])
    assert (row.asked_a_year, row.verdict, row.pace_kind) == (74.8, verdict, "same")


@pytest.mark.parametrize(
    ("kind", "added", "verdict"),
    [
        ("part", "90", "less"), ("part", "60", "partly"),
        ("wider", "90", "partly"), ("wider", "60", "more"),
        ("proxy", "90", "partly"), ("proxy", "60", "partly"),
    ],
)  # fmt: skip
def test_a_verdict_is_given_where_it_follows_from_what_is_near(kind, added, verdict):
    # 74.8 a year are asked. The whole is no less than its part, and no more than what is wider.
    target, stock = goal("500", "户"), figure("126", "户", period="2021-12-31")
    new = figure(added, "户", indicator="new")
    row = only(target, stock, new, starts=[start(target, new, kind, role="pace")])
    assert (row.asked_a_year, row.verdict) == (74.8, verdict)


@pytest.mark.parametrize("by", ["2022", "2026"])
def test_of_the_rate_of_a_part_nothing_follows_even_where_all_are_wanted(by):
    # Rates of enrolment are printed that exceed 100: where a township has 81, the whole may have.
    target = goal("100", "%", "share", period=by)
    other = figure("81", "%", "share", indicator="other")
    assert only(target, other, starts=[start(target, other, "part")]).verdict == "partly"


@pytest.mark.parametrize(
    ("kind", "limit", "verdict"),
    [("part", "30", "more"), ("part", "50", "partly"), ("wider", "50", "less"),
     ("wider", "30", "partly")],
)  # fmt: skip
def test_a_part_can_break_a_limit_and_what_is_wider_keep_it(kind, limit, verdict):
    target = goal(limit, "户", period="2022/2026", bound="<=")
    other = figure("40", "户", indicator="other")
    assert only(target, other, starts=[start(target, other, kind)]).verdict == verdict


def test_a_named_pace_can_be_the_sum_of_two_products():
    # A share of 60 rose by 2 points of 100, and the whole lost 10, 60 percent of them: 2 - 6.
    target, stock = goal("70", "户"), figure("60", "户", period="2021-12-31")
    share, rose = (figure(one, "%", "share", indicator=of) for one, of in (("60", "s"), ("2", "r")))
    whole, lost = (figure(one, "户", indicator=of) for one, of in (("100", "w"), ("-10", "l")))
    row = only(
        target, stock, share, rose, whole, lost,
        starts=[
            start(target, rose, role="pace", factor=0.01),
            start(target, whole, role="pace_times"),
            start(target, lost, role="pace_add", factor=0.01),
            start(target, share, role="pace_add_times"),
        ],
    )  # fmt: skip
    assert row.done_in_year == pytest.approx(-4)


def test_a_named_pace_of_five_years_is_a_fifth_of_it():
    target, stock = goal("500", "户"), figure("126", "户", period="2021-12-31")
    new = figure("300", "户", indicator="new", period="2017/2021")
    row = only(target, stock, new, starts=[start(target, new, role="pace")])
    assert (row.done_in_year, row.verdict) == (60, "more")


def test_a_named_pace_may_be_divided_as_a_start_is():
    # 140 beds for 78,570 old people are 1.78 for every 1,000.
    target = goal("50", "张", indicator="beds_per_1000")
    had = figure("47", "张", indicator="beds_per_1000", period="2021-12-31")
    new, old = figure("140", "张", indicator="new"), figure("7.857", "万人", indicator="old")
    row = only(
        target, had, new, old,
        starts=[
            start(target, new, role="pace", factor=1000),
            start(target, old, role="pace_over"),
        ],
    )  # fmt: skip
    assert row.done_in_year == pytest.approx(1.7819, abs=0.0001)
    assert (row.asked_a_year, row.verdict) == (0.6, "less")


def test_a_named_growth_stands_in_for_the_growth_that_nobody_prints():
    target, other = goal("15", "%", "growth_pa"), pace("23.1", indicator="other")
    row = only(target, other, starts=[start(target, other, "proxy", role="pace")])
    assert (row.verdict, row.pace, row.start_kind) == ("partly", 23.1, "proxy")


def test_of_several_paces_the_first_counts_and_another_may_flip_the_verdict():
    target = goal("15", "%", "growth_pa")
    paces = pace("23.1", indicator="a"), pace("6.5", indicator="b")
    there = only(target, *paces, starts=[start(target, one, role="pace") for one in paces])
    back = only(target, *paces, starts=[start(target, one, role="pace") for one in paces[::-1]])
    assert (there.verdict, there.flips) == ("less", True)
    assert (back.verdict, back.flips) == ("more", True)


def test_a_figure_named_beside_is_shown_and_never_reckoned_with():
    target, other = goal("55"), figure("40.0", indicator="other")
    row = only(figure("50.0"), target, other, starts=[start(target, other, "wider", role="also")])
    assert (row.baseline, row.also[0].value) == (50, 40)
    assert [note.key for note in row.reason.notes] == ["beside"]


def test_both_scopes_of_a_value_added_are_shown_with_what_each_needs():
    # 50/48.04: 0.803% a year; 50/41.45 = 1.206273, its fifth root 1.038219: 3.82%.
    target, narrow = goal("50"), figure("41.45", indicator="narrow")
    row = only(
        figure("48.04"), pace("10.6", "growth_real"), target, narrow,
        starts=[start(target, narrow, "part", role="also")],
    )  # fmt: skip
    assert row.required_growth == pytest.approx(0.803, abs=0.001)
    (note,) = row.reason.notes
    assert note.key == "other_scope"
    assert note.needed.value == pytest.approx(3.822, abs=0.001)


@pytest.mark.parametrize("kind", ["part", "proxy", "wider"])
def test_a_part_a_proxy_and_more_than_the_thing_never_give_met_already(kind):
    target, other = goal("40"), figure("50.0", indicator="other")
    row = only(target, other, starts=[start(target, other, kind)])
    verdict = "less" if kind == "part" else "partly"  # the whole has at least what a part has
    assert (row.verdict, row.reason.key) == (verdict, "reached_in_part")


def test_a_floor_past_the_goal_is_met_already():
    target, other = goal("40"), figure("50.0", indicator="other")
    assert only(target, other, starts=[start(target, other, "bound")]).verdict == "already-met"


@pytest.mark.parametrize(("added", "verdict"), [("15", "less"), ("4", "open")])
def test_from_a_start_known_as_a_floor_a_goal_may_need_less_and_never_more(added, verdict):
    # From at least 23 to 80 in five years is at most 11.4 a year.
    target, floor = goal("80", "户"), figure("23", "户", indicator="new")
    grew = figure(added, "户", indicator="added")
    named = [start(target, floor, "bound"), start(target, grew, role="pace")]
    assert only(target, floor, grew, starts=named).verdict == verdict


def test_a_start_is_followed_to_the_years_that_come():
    target, other = goal("55", "户"), figure("40", "户", indicator="other")
    later = figure("47", "户", indicator="other", period="2022")
    rows = target, other, later
    assert only(*rows, starts=[start(target, other)], as_of=2022).baseline == 47
    row = only(target, other, starts=[start(target, other)], as_of=2022)
    assert pd.isna(row.baseline)


def test_what_was_done_before_the_first_year_of_a_sum_is_done():
    # Seven of seven opened before the year came; of nine two are left, and 2021 brought one.
    opened = figure("7", "户", indicator="opened", line=3)
    for asked, verdict in (("7", "already-met"), ("9", "more")):
        target = goal(asked, "户", indicator="homes.new", period="2022")
        own = figure("1", "户", indicator="homes.new")
        row = only(target, own, opened, starts=[start(target, opened, role="done")])
        assert row.verdict == verdict
    assert row.margin == 1


@pytest.mark.parametrize(
    ("beside", "unit"), [("0.0", "亿元"), ("-3.0", "亿元"), ("41.45", "%"), ("41.45", "万吨")]
)
def test_no_growth_is_reckoned_from_nothing_or_from_another_kind_of_unit(beside, unit):
    target, other = goal("50"), figure(beside, unit, indicator="narrow")
    row = only(
        figure("48.04"), pace("10.6", "growth_real"), target, other,
        starts=[start(target, other, "part", role="also")],
    )  # fmt: skip
    assert [note.key for note in row.reason.notes] == ["beside"]


def test_what_came_to_nothing_has_no_growth_so_far():
    rows = (
        figure("50.0"),
        figure("0.0", period="2022"),
        goal("9", "%", "growth", period="2021/2026"),
    )
    assert only(*rows, as_of=2022).verdict == "open"
