"""Goals followed over made-up years: where they start, how far they got, what they still need."""

import pandas as pd
import pytest

from analysis import goals
from invented import figure, goal, pace, start, told, unrounded


def track(*rows: dict) -> pd.DataFrame:
    return goals.track(of=told(*rows))


def over(printed: dict[int, str], unit: str = "亿元", **given) -> list[dict]:
    return [figure(text, unit, period=str(year), **given) for year, text in printed.items()]


# The communique of 2022 has appeared: some figure of it shows that the year is over.
NEXT = figure("1", "户", indicator="any", period="2022")


def test_with_one_volume_there_is_the_line_that_a_goal_starts_from():
    (row,) = track(figure("50.0", line=4), goal("80")).itertuples()
    assert (row.year, row.verdict, row.outturn, row.outturn_line) == (2021, "start", 50, 4)
    assert (row.time_gone, row.way_covered) == (0, 0)
    # 1.6^(1/5) = 1.098561.
    assert row.needed_at_first == row.needed_now == pytest.approx(9.856, abs=0.001)


@pytest.mark.parametrize(
    ("came", "verdict", "covered", "now"),
    [
        # From 50 to 80 needs 9.86% a year. 56 covers 6 of 30, and (80/56)^(1/4) = 1.093262;
        # 53 covers 3 of 30, and (80/53)^(1/4) = 1.108415.
        ("56.0", "on track", 20, 9.326),
        ("53.0", "behind", 10, 10.842),
        ("81.0", "met early", 31 / 0.3, -0.311),
    ],
)
def test_a_level_is_on_track_while_it_needs_no_more_than_at_first(came, verdict, covered, now):
    first, second = track(*over({2021: "50.0", 2022: came}), goal("80")).itertuples()
    assert first.verdict == "start"
    assert (second.year, second.verdict, second.time_gone) == (2022, verdict, 20)
    assert second.way_covered == pytest.approx(covered)
    assert second.needed_at_first == pytest.approx(9.856, abs=0.001)
    assert second.needed_now == pytest.approx(now, abs=0.001)


@pytest.mark.parametrize(("came", "verdict"), [("80.0", "met"), ("79.0", "missed")])
def test_a_goal_that_comes_due_is_met_or_missed(came, verdict):
    last = track(*over({2021: "50.0", 2026: came}), goal("80")).iloc[-1]
    assert (last["year"], last["verdict"], last["time_gone"]) == (2026, verdict, 100)
    assert pd.isna(last["needed_now"])


def test_a_goal_whose_outturn_a_later_volume_leaves_out_is_not_printed():
    found = track(figure("50.0"), NEXT, goal("80"))
    assert found["verdict"].tolist() == ["start", "not printed"]


def test_a_plan_for_one_year_is_judged_by_that_years_outturn():
    found = track(*over({2021: "50.0", 2022: "54.0"}), goal("55", period="2022"))
    assert found["verdict"].tolist() == ["start", "missed"]


def test_a_task_of_the_volumes_own_year_has_one_row():
    (row,) = track(figure("40"), goal("50", period="2021")).itertuples()
    assert (row.year, row.verdict, row.time_gone) == (2021, "missed", 100)


@pytest.mark.parametrize(("done", "verdict"), [("70", "on track"), ("50", "behind")])
def test_a_sum_accumulates_and_asks_the_rest_of_the_years_that_remain(done, verdict):
    # 300 in five years is 60 each; 230 in four is 57.5, 250 is 62.5.
    rows = *over({2021: "90", 2022: done}, "户"), goal("300", "户", period="2022/2026")
    first, second = track(*rows).itertuples()
    assert pd.isna(first.outturn) and (first.needed_at_first, first.way_covered) == (60, 0)
    assert (second.verdict, second.outturn) == (verdict, int(done))
    assert second.needed_now == (300 - int(done)) / 4
    assert second.way_covered == pytest.approx(int(done) / 3)


@pytest.mark.parametrize(("done", "verdict"), [("300", "met early"), ("299", "on track")])
def test_a_sum_is_met_early_by_all_of_it_and_not_by_one_less(done, verdict):
    rows = *over({2021: "90", 2022: done}, "户"), goal("300", "户", period="2022/2026")
    assert track(*rows).iloc[-1]["verdict"] == verdict


def test_growth_a_year_that_is_not_printed_follows_from_the_levels():
    # 55 is 10% above 50; 1.08^5/1.1 = 1.335753, its fourth root 1.075064.
    _, second = track(
        *[unrounded(figure(n, period=y), 0.5) for n, y in (("0.50", "2021"), ("0.55", "2022"))],
        goal("8", "%", "growth_pa"),
    ).itertuples()
    assert second.outturn == pytest.approx(10)
    assert second.needed_now == pytest.approx(7.506, abs=0.001)


def test_a_sum_that_comes_due_needs_nothing_more():
    rows = *over({2021: "90", 2022: "70"}, "户"), goal("60", "户", period="2022")
    assert pd.isna(track(*rows).iloc[-1]["needed_now"])


def test_a_sum_printed_for_the_years_gone_is_what_they_brought():
    # Of 300, 90 came in two years: 70 a year are left for three. The 80 of one are among them.
    rows = [figure("90", "户", period="2022/2023"), figure("80", "户", period="2023")]
    last = track(*rows, goal("300", "户", period="2022/2026")).iloc[-1]
    assert (last["year"], last["outturn"], last["needed_now"]) == (2023, 90, 70)
    assert last["way_covered"] == pytest.approx(30)


def test_growth_that_is_not_printed_covers_no_way():
    second = track(pace("9.2"), NEXT, goal("8", "%", "growth_pa")).iloc[1]
    assert pd.isna(second["way_covered"]) and second["verdict"] == "not printed"


def test_a_sum_with_a_year_missing_is_not_printed():
    rows = [figure("60", "户", period="2023"), goal("300", "户", period="2022/2026")]
    assert track(*rows)["verdict"].tolist() == ["start", "not printed", "not printed"]


@pytest.mark.parametrize(("grew", "verdict"), [("9.0", "on track"), ("7.0", "behind")])
def test_growth_a_year_is_followed_as_the_growth_that_remains(grew, verdict):
    rows = pace("9.2"), pace(grew, period="2022"), goal("8", "%", "growth_pa")
    _, second = track(*rows).itertuples()
    # 1.469328/1.09 = 1.348007, its fourth root 1.077516; /1.07 = 1.373204, 1.082513.
    assert second.needed_now == pytest.approx(7.752 if grew == "9.0" else 8.251, abs=0.001)
    assert (second.verdict, second.outturn) == (verdict, pytest.approx(float(grew)))
    # Of 46.933 percent in all.
    assert second.way_covered == pytest.approx(float(grew) / 0.469328, abs=0.001)


def test_no_growth_is_no_way_to_cover():
    rows = pace("9.2"), pace("1.0", period="2022"), goal("0", "%", "growth_pa")
    assert track(*rows)["way_covered"].tolist()[0] == 0
    assert pd.isna(track(*rows)["way_covered"].tolist()[1])


@pytest.mark.parametrize(("came", "verdict"), [("4.0", "on track"), ("6.0", "behind")])
def test_a_ceiling_is_on_track_while_it_is_kept(came, verdict):
    rows = *over({2021: "4.5", 2022: came}, "%"), goal("5", "%", bound="<=", period="2022/2026")
    assert track(*rows)["verdict"].tolist() == ["start", verdict]


def test_a_ceiling_needs_nothing_and_covers_what_it_loses_of_its_distance():
    # From 4.5 to 4.0, of half a point to the ceiling.
    rows = *over({2021: "4.5", 2022: "4.0"}, "%"), goal("5", "%", bound="<=", period="2022/2026")
    found = track(*rows)
    assert found["needed_at_first"].isna().all() and found["needed_now"].isna().all()
    assert found["way_covered"].tolist() == pytest.approx([0, -100])


def test_a_ceiling_of_which_nothing_is_printed_is_not_printed():
    rows = figure("4.5", "%"), NEXT, goal("5", "%", bound="<=", period="2022/2026")
    assert track(*rows)["verdict"].tolist() == ["start", "not printed"]


@pytest.mark.parametrize(
    "later", [{"document": "report"}, {"status": "forecast"}, {"status": "planned"}]
)
def test_a_year_is_over_once_the_communique_prints_what_came(later):
    other = figure("1", "户", indicator="any", period="2024", **later)
    assert track(figure("50.0"), other, goal("80"))["year"].tolist() == [2021]


def test_a_share_covers_its_way_in_points():
    # From 28 to 48 needs 4 points a year; 34 covers 6 of 20, and the rest is 3.5 a year.
    rows = [figure(n, "%", "share", period=y) for n, y in (("28.0", "2021"), ("34.0", "2022"))]
    second = track(*rows, goal("48", "%", "share")).iloc[1]
    assert (second["verdict"], second["way_covered"]) == ("on track", pytest.approx(30))
    assert (second["needed_at_first"], second["needed_now"]) == pytest.approx((4, 3.5))


def test_a_title_that_came_is_met_early_and_one_that_did_not_is_not_printed():
    title = goal("1", "是否")
    held = figure("1", "是否", period="2022")
    assert track(held, title)["verdict"].tolist() == ["start", "met early"]
    assert track(NEXT, title)["verdict"].tolist() == ["start", "not printed"]


def test_every_goal_of_the_data_has_its_start_line():
    found = goals.track()
    targets = goals.assess()
    assert len(found) == len(targets)
    assert set(found["verdict"]) <= {"start", "met", "missed", "met early", "not printed"}


def test_a_thing_that_a_later_volume_prints_counts_though_another_stood_in_for_it():
    aim = goal("1800", "户", period="2022", indicator="places.new")
    part = figure("500", "户", indicator="kindergarten_places.new")
    own = figure("1860", "户", indicator="places.new", period="2022")
    found = goals.track(of=told(aim, part, own, starts=[start(aim, part, "part")]))
    assert found["verdict"].tolist() == ["start", "met"]
    assert found["outturn"].tolist()[-1] == 1860


def test_what_stood_at_its_goal_before_has_no_way_to_cover():
    for before in ("90.0", "80.0"):
        first, second = track(*over({2021: before, 2022: "70.0"}), goal("80")).itertuples()
        assert (first.verdict, second.verdict) == ("met early", "behind")
        assert first.way_covered == 0 and pd.isna(second.way_covered)
