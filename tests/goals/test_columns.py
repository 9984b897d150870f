"""The columns of each table of goals, there even where nothing is printed for them."""

from functools import partial

import pytest

from analysis import goals
from analysis.goals import claims, compare, forecasts, tasks
from invented import goal, told

TABLES = {
    goals.assess: (
        "indicator entity document line period measure bound target unit due kind baseline "
        "baseline_unit baseline_document baseline_line baseline_indicator start_kind "
        "required_growth stated_growth implied_level pace pace_measure pace_kind claimed_pace "
        "two_year_pace asked_a_year done_in_year points_a_year price_rise verdict flips "
        "progress_ratio ratio_reading ratio_differs margin margin_unit consistent reason goal "
        "start also",
        "target baseline required_growth stated_growth implied_level pace claimed_pace "
        "two_year_pace asked_a_year done_in_year points_a_year price_rise progress_ratio margin",
    ),
    goals.track: (
        "indicator entity document line period measure kind target unit year outturn "
        "outturn_document outturn_line time_gone way_covered needed_at_first needed_now "
        "needed_unit verdict goal came",
        "target outturn outturn_document time_gone way_covered needed_at_first needed_now",
    ),
    claims.claims: (
        "indicator entity document line growth level unit status annual base_low base_high "
        "outturn growth_low growth_high claim stated base came reached reached_annual",
        "outturn growth_low growth_high",
    ),
    claims.paces: (
        "indicator document line bound claimed total_low total_high year year_measure year_line "
        "before_low before_high claim total last before",
        "before_low before_high",
    ),
    forecasts.forecasts: (
        "indicator entity document line measure unit forecast outturn outturn_measure "
        "outturn_line error error_percent direction base growth_from_base made came miss",
        "error_percent",
    ),
    tasks.completions: (
        "entity entity_en document line indicator name_en completion result amount unit "
        "implied_target rate done task",
        "amount implied_target",
    ),
    partial(compare.side_by_side, "a", "b", statuses=["outturn"], ends=2021): (
        "indicator entity period measure theme name_en line_a printed_a value_a unit_a bound_a "
        "figure_a line_b printed_b value_b unit_b bound_b figure_b verdict",
        "",
    ),
    forecasts.set_on: (
        "indicator entity document line level unit growth base_low base_high outturn "
        "growth_from_outturn planned rate base came needed",
        "outturn growth_from_outturn",
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_without_numbers_has_every_column_and_its_numbers(table):
    columns, numbers = TABLES[table]
    found = table(of=told(goal("1", "是否")))
    assert " ".join(found.columns) == columns
    assert " ".join(found.select_dtypes("float64").columns) == numbers
