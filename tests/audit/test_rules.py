"""The rules of the audit on invented figures: what is wrong is found, and rounding is not."""

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import audit, data, printed


def figure(indicator, text, unit, *, measure="level", period="2021", document="a", **other):
    """One observation as the source prints it: ``text`` is the number with its decimals."""
    ends = printed.interval(text, exact=bool(data.units().at[unit, "exact"]))
    return {
        "document": document,
        "line": 1,
        "entity": "suzhou",
        "volume": "2022",
        "indicator": indicator,
        "period": period,
        "measure": measure,
        "value": float(text),
        "value_max": float("nan"),
        "unit": unit,
        "status": "outturn",
        "bound": "=",
        "low": ends.low,
        "high": ends.high,
        "name_en": indicator,
        "name_zh": indicator,
        "printed": text,
        "note": "",
    } | other


def lined(figures):
    return pd.DataFrame([one | {"line": at} for at, one in enumerate(figures, 1)])


def audited(*figures):
    """The audit of invented figures, on lines of their own."""
    return audit.run(lined(figures))


def checked(*figures):
    """The checks of invented figures, by their ids."""
    return audit.checks(lined(figures))


def verdict(table, start):
    """The verdict of the one check whose id starts so."""
    found = table[table["check"].str.startswith(start)]
    assert len(found) == 1, list(table["check"])
    return found["verdict"].item()


def level(indicator, text, unit="亿元", **other):
    return figure(indicator, text, unit, **other)


def rate(indicator, text, measure="growth", **other):
    return figure(indicator, text, "%", measure=measure, **other)


def sums(whole):
    # 100.0 and 40.0 + 60.1: half a tenth of rounding each, 0.15 in all.
    return [
        level("retail_sales", whole),
        level("retail_sales.urban", "40.0"),
        level("retail_sales.rural", "60.1"),
    ]


def shares(stated):
    # 40.0 of 100.0 is from 39.95/100.05 = 39.93 to 40.05/99.95 = 40.07 percent.
    return [
        level("retail_sales", "100.0"),
        level("retail_sales.urban", "40.0"),
        rate("retail_sales.urban", stated, "share"),
    ]


def shares_of_all(last):
    # 17.8 + 25.2 + 57.0 is 100; each may be off by 0.05.
    parts = zip(("primary", "secondary", "tertiary"), ("17.8", "25.2", last), strict=True)
    return [rate(f"gdp.{part}", text, "share") for part, text in parts]


def natural(stated):
    # 6.5 - 7.65 = -1.15; 0.05 + 0.005 of rounding, and 0.005 of the stated one's own.
    return [
        figure("birth_rate", "6.5", "‰"),
        figure("death_rate", "7.65", "‰"),
        figure("natural_growth_rate", stated, "‰"),
    ]


def engel(stated):
    # 278 of 1000 is from 277.5/1000.5 = 27.736 to 278.5/999.5 = 27.864 percent.
    return [
        level("urban_consumption", "1000", "元"),
        level("urban_consumption.food", "278", "元"),
        figure("urban_engel", stated, "%"),
    ]


def growths(stated, measure="growth"):
    # 110.0 after 10.0% and 120.0 after 20.0%: from 100 + 100 to 230, which is 15.0%.
    return [
        rate("retail_sales", stated, measure),
        level("retail_sales.urban", "110.0"),
        rate("retail_sales.urban", "10.0", measure),
        level("retail_sales.rural", "120.0"),
        rate("retail_sales.rural", "20.0", measure),
    ]


def share_changes(stated):
    # 24.0% after growth of 20.0% of a whole that grew by 10.0%: 24 x (1 - 110/120) = 2.0 points.
    return [
        rate("fixed_investment", "10.0"),
        rate("fixed_investment.primary", "20.0"),
        rate("fixed_investment.primary", "24.0", "share"),
        figure("fixed_investment.primary", stated, "个百分点", measure="share_change"),
    ]


def twice(other):
    # 100.0 is from 99.95 to 100.05.
    return [level("gdp", "100.0"), level("gdp", other, document="b")]


def within(part):
    # A part of at least 50.05 in a whole of at most 50.05.
    return [level("sown_area", "50.0", "万亩"), level("grain.area", part, "万亩")]


def over_years(stated):
    # From 100.0 to 105.0 is 5.0%; rounding leaves 4.9 to 5.1, and the rate's own 0.05.
    return [
        level("foreign_trade", "100.0", period="2020"),
        level("foreign_trade", "105.0"),
        rate("foreign_trade", stated),
    ]


def completed(stated):
    # 95.0 of 100.0 is from 94.9 to 95.1 percent.
    return [
        level("fixed_investment", "95.0"),
        level("fixed_investment", "100.0", status="target"),
        rate("fixed_investment", stated, "completion"),
    ]


def moved(stated):
    # 636 fewer than 46579 are 1.365 percent; 1.384 is what division by 45943 would give.
    return [
        level("water_diverted", "45943", "万立方米"),
        figure("water_diverted", "-636", "万立方米", measure="change"),
        rate("water_diverted", stated),
    ]


def real(stated):
    # 107.1 / 101.3 = 1.0573; 107.05/101.35 to 107.15/101.25 is 5.62 to 5.83.
    return [
        rate("cpi", "1.3"),
        rate("urban_income", "7.1"),
        rate("urban_income", stated, "growth_real"),
    ]


PLANTED = [
    ("sum", "sum", "sum/retail_sales:residence", sums, "100.0", "100.4"),
    ("share", "share", "share/retail_sales.urban", shares, "40.1", "40.2"),
    ("share", "shares", "share/gdp:sector:share", shares_of_all, "57.1", "57.2"),
    ("difference", "identity", "difference/natural growth rate", natural, "-1.20", "-1.22"),
    ("difference", "identity", "difference/natural growth rate", natural, "-1.10", "-1.08"),
    ("ratio", "identity", "ratio/Engel coefficient urban", engel, "27.9", "28.0"),
    ("ratio", "completion", "ratio/fixed_investment:completion", completed, "95.1", "95.3"),
    ("growth", "growth", "growth/retail_sales:residence:growth", growths, "15.1", "15.2"),
    (
        "growth",
        "share change",
        "growth/fixed_investment.primary:share_change",
        share_changes,
        "2.0",
        "2.1",
    ),
    ("growth", "levels", "growth/foreign_trade:growth", over_years, "5.1", "5.2"),
    ("growth", "change", "growth/water_diverted:change and growth/", moved, "-1.37", "-1.38"),
    ("growth", "identity", "growth/real income urban", real, "5.8", "5.9"),
    ("cross-document", "pair", "cross-document/gdp:level", twice, "100.04", "100.06"),
    ("plausibility", "within", "plausibility/grain.area:within", within, "50.1", "50.2"),
]


@pytest.mark.parametrize(("kind", "rule", "start", "make", "sound", "wrong"), PLANTED)
def test_a_planted_error_is_found_and_rounding_is_not_reported(
    kind, rule, start, make, sound, wrong
):
    for text, expected in ((sound, "holds"), (wrong, "fails")):
        (found,) = (one for id_, one in checked(*make(text)).items() if id_.startswith(start))
        assert found.weighed.verdict == expected
        assert (found.kind, found.rule) == (kind, rule)
        assert found.relation == ("<=" if rule == "within" else "=")


QUOTED = (shares, engel, completed, growths, share_changes, over_years, moved, real)


def test_a_check_is_planted_for_every_kind():
    assert {kind for kind, *_ in PLANTED} == set(audit.KINDS)


@pytest.mark.parametrize(
    ("figures", "start", "gap", "tolerance"),
    [
        (sums("100.4"), "sum/retail_sales", 0.3, 0.15),
        (within("50.2"), "plausibility/grain.area:within", 0.2, 0.1),
        (natural("-1.22"), "difference/natural growth", -0.07, 0.06),
        (twice("100.3"), "cross-document/gdp", -0.3, 0.1),
        (
            [level("gdp", "100.0", period="2020"), level("gdp", "105.0"),
             level("gdp", "4.0", measure="change")],
            "difference/gdp:change", -1, 0.15,
        ),
        (
            [rate("gdp.primary", "40.0", "share", period="2020"),
             rate("gdp.primary", "42.0", "share"),
             figure("gdp.primary", "2.3", "个百分点", measure="share_change")],
            "difference/gdp.primary:share_change", 0.3, 0.15,
        ),
        (  # 149.95/100.05 is 1.49875
            [level("gdp", "100.0", period="2016"), level("gdp", "150.0"),
             rate("gdp", "49.0", period="2016/2021")],
            "growth/gdp:growth/suzhou/2016/2021", -1, 0.05 + 0.125,
        ),
        (  # 349.95/100.05 is 3.49775
            [level("gdp", "100.0", period="2020"), level("gdp", "350.0"),
             figure("gdp", "2.4", "倍", measure="growth")],
            "growth/gdp:growth", -0.1, 0.05 + 0.00225,
        ),
        (  # 249.95/(350.05 - 249.95) is 2.49700
            [level("gdp", "350.0"), level("gdp", "250.0", measure="change"),
             figure("gdp", "2.4", "倍", measure="growth")],
            "growth/gdp:change and growth", -0.1, 0.05 + 0.003,
        ),
        (
            [level("gdp", "300.0", period="2017/2021"), level("gdp", "310.0")],
            "plausibility/gdp:2017/2021", 10, 0.1,
        ),
    ],
)  # fmt: skip
def test_a_gap_and_its_tolerance_are_in_the_unit_of_what_is_stated(figures, start, gap, tolerance):
    (found,) = (one for id_, one in checked(*figures).items() if id_.startswith(start))
    assert found.weighed.gap == pytest.approx(gap)
    assert found.weighed.tolerance == pytest.approx(tolerance, abs=1e-4)


QUOTIENTS = [(start, make, wrong) for _, _, start, make, _, wrong in PLANTED if make in QUOTED]


@pytest.mark.parametrize(("start", "make", "wrong"), QUOTIENTS)
def test_what_follows_from_an_open_figure_by_division_decides_nothing(start, make, wrong):
    for place, one in enumerate(make(wrong)):
        if one["printed"] != wrong:
            figures = make(wrong)
            figures[place]["bound"] = "<="
            assert verdict(audited(*figures), start) == "not assessable"


@pytest.mark.parametrize(
    ("make", "wrong", "place", "ends"),
    [
        (over_years, "5.2", 0, {"low": 0.0}),
        (completed, "95.3", 1, {"low": 0.0}),
        (shares, "40.2", 0, {"low": 0.0}),
        (engel, "28.0", 0, {"low": 0.0}),
        (engel, "28.0", 0, {"low": -1.0, "high": 0.0}),
        (real, "5.9", 0, {"low": -100.0}),
        (real, "5.9", 1, {"low": -100.0}),
        (share_changes, "2.1", 1, {"low": -100.0}),
        (moved, "-1.38", 0, {"low": 0.0}),
        (moved, "-1.38", 1, {"high": 45942.5}),  # as much as the level may be: none before
    ],
)
def test_what_may_have_been_nothing_is_no_base(make, wrong, place, ends):
    (start,) = (start for start, maker, _ in QUOTIENTS if maker is make)
    figures = make(wrong)
    figures[place] |= ends
    assert verdict(audited(*figures), start) == "holds"


@given(
    st.lists(st.floats(1, 900), min_size=2, max_size=2),
    st.lists(st.integers(0, 3), min_size=3, max_size=3),
)
def test_true_figures_are_never_reported_however_they_are_rounded(parts, digits):
    amounts = [sum(parts), *parts]
    names = ["retail_sales", "retail_sales.urban", "retail_sales.rural"]
    figures = [
        level(one, f"{amount:.{keep}f}")
        for one, amount, keep in zip(names, amounts, digits, strict=True)
    ]
    shares_ = [
        rate(one, f"{100 * amount / amounts[0]:.1f}", "share")
        for one, amount in zip(names[1:], amounts[1:], strict=True)
    ]
    assert "fails" not in set(audited(*figures, *shares_)["verdict"])


@given(
    st.lists(st.floats(10, 900), min_size=2, max_size=2),
    st.lists(st.floats(10, 900), min_size=2, max_size=2),
)
def test_true_growth_is_never_reported(before, after):
    rates = [100 * (b / a - 1) for a, b in zip(before, after, strict=True)]
    whole = 100 * (sum(after) / sum(before) - 1)
    figures = [rate("retail_sales", f"{whole:.1f}")]
    for part, amount, fast in zip(("urban", "rural"), after, rates, strict=True):
        figures += [
            level(f"retail_sales.{part}", f"{amount:.2f}"),
            rate(f"retail_sales.{part}", f"{fast:.1f}"),
        ]
    assert set(audited(*figures)["verdict"]) == {"holds"}


def test_real_growth_outside_this_years_weights_may_follow_last_years_prices():
    # 15.0% is what current weights make; anything from 10 to 20 is possible at other prices.
    start = "growth/retail_sales:residence:growth_real"
    for stated in ("16.0", "9.9", "20.1"):  # 9.95 is the least of 10.0 and the most of 9.9
        table = audited(*growths(stated, "growth_real"))
        assert verdict(table, start) == "not assessable"
    for stated in ("9.8", "20.2"):
        assert verdict(audited(*growths(stated, "growth_real")), start) == "fails"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"bound": ">="}, "91.6", "holds"),
        ({"bound": ">="}, "88.0", "fails"),
        ({"bound": "<="}, "88.0", "holds"),
        ({"bound": "<="}, "91.6", "fails"),
        ({"bound": "~"}, "91.6", "not assessable"),
        ({"bound": "~"}, "90.0", "holds"),
    ],
)
def test_a_bound_fails_only_on_its_forbidden_side(one, other, expected):
    table = audited(level("gdp", "90.0", **one), level("gdp", other, document="b"))
    assert verdict(table, "cross-document/gdp:level") == expected


@pytest.mark.parametrize(
    ("bound", "whole", "expected"),
    [
        (">=", "120.0", "not assessable"),  # parts of at least 100.1 may come to 120
        (">=", "90.0", "fails"),
        ("<=", "90.0", "not assessable"),
        ("~", "90.0", "not assessable"),
    ],
)
def test_a_sum_with_an_open_part_fails_only_where_it_cannot_be(bound, whole, expected):
    figures = sums(whole)
    figures[1]["bound"] = bound
    assert verdict(audited(*figures), "sum/retail_sales") == expected


def test_places_in_one_document_are_compared_and_so_are_units():
    # 0.45 hundred million is 4500 ten thousand.
    table = audited(
        level("gdp", "0.45"), level("gdp", "4500", "万元"), level("gdp", "4600", "万元")
    )
    pairs = table[table["kind"] == "cross-document"]
    assert list(pairs["verdict"]) == ["holds", "fails", "fails"]
    assert list(pairs["lines"]) == ["1 2", "1 3", "2 3"]


def test_the_end_of_a_year_and_the_year_are_one_time():
    table = audited(
        level("loans", "10.0", period="2021-12-31"), level("loans", "12.0", document="b")
    )
    assert verdict(table, "cross-document/loans") == "fails"


def test_a_day_of_a_year_and_the_year_are_one_time_but_a_month_is_not():
    dated = ("2021-11-19", "2021-12-31", "2021-11", "2020-11-19")
    table = audited(
        *(
            level("loans", value, period=period, document=period)
            for value, period in zip(("10.0", "12.0", "13.0", "14.0"), dated, strict=True)
        )
    )
    assert list(table["check"]) == [
        "cross-document/loans:level/suzhou/2021/2021-11-19:1+2021-12-31:2"
    ]
    assert list(table["verdict"]) == ["fails"]


def test_targets_are_not_compared_across_documents():
    table = audited(*(one | {"status": "target", "period": "2026"} for one in twice("200.0")))
    assert table.empty


def test_two_documents_targets_are_two_aims():
    figures = [one | {"status": "target"} for one in sums("200.0")]
    figures[0]["document"] = "b"
    assert verdict(audited(*figures), "sum/retail_sales") == "not assessable"


def test_a_sum_is_taken_from_one_document_where_that_is_possible():
    # The second document prints the whole only, and differently: that is another check.
    table = audited(*sums("100.0"), level("retail_sales", "150.0", document="b"))
    assert verdict(table, "sum/retail_sales:residence") == "holds"
    assert verdict(table, "cross-document/retail_sales:level") == "fails"


def test_of_two_figures_in_one_document_the_nearer_one_is_summed():
    # 40.0 stands beside the total and completes it; 45.0 stands far off.
    figures = [*sums("100.0"), level("retail_sales.urban", "45.00")]
    table = audit.run(
        pd.DataFrame([a | {"line": b} for a, b in zip(figures, (1, 1, 1, 90), strict=True)])
    )
    assert verdict(table, "sum/retail_sales:residence") == "holds"
    assert verdict(table, "cross-document/retail_sales.urban") == "fails"


def test_a_sum_is_put_together_from_documents_where_none_has_all():
    figures = sums("100.0")
    figures[0]["document"] = "b"
    table = audited(*figures)
    assert verdict(table, "sum/retail_sales:residence") == "holds"
    assert table["check"].iloc[0].endswith("/b+a")


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (figure("waste_treatment_rate", "100.4", "%"), "a_share"),
        (figure("audit_supervision.coverage", "101", "%"), "a_share"),
        (rate("gdp.primary", "100.2", "share"), "a_share"),
        (figure("schools_kindergartens.built", "3.5", "所"), "a_count"),
        (figure("schools_kindergartens.built", "3.5", "所", measure="change"), "a_count"),
        (rate("gdp.primary", "-0.3", "share"), "a_share"),
        (figure("listed_seed_companies.new", "3", "户", value_max=2.0), "a_range"),
        (figure("listed_seed_companies.new", "3", "户", value_max=3.0), "a_range"),
    ],
)
def test_what_cannot_be_is_found(wrong, rule):
    table = audited(wrong)
    assert verdict(table, f"plausibility/{rule}") == "fails"
    row = table[table["check"].str.startswith(f"plausibility/{rule}")].iloc[0]
    # One figure where none should be.
    assert row[["stated", "derived", "gap", "tolerance"]].tolist() == [1, 0, 1, 0]


@pytest.mark.parametrize(
    "sound",
    [
        figure("waste_treatment_rate", "100", "%"),
        figure("waste_treatment_rate", "100", "%", low=100.0),
        figure("waste_treatment_rate", "0", "%", high=0.0),
        figure("grain.area", "2.0", "万亩", value_max=2.5),
        figure("schools_kindergartens.built", "0.5", "所", measure="growth"),
        rate("gdp", "130.0"),
        rate("fixed_investment", "140.0", "completion"),
        figure("invention_patents_per_10000", "2.6", "件"),
        figure("schools_kindergartens.built", "3", "所"),
    ],
)
def test_what_can_be_is_left_alone(sound):
    assert "fails" not in set(audited(sound)["verdict"])


@pytest.mark.parametrize(
    ("total", "year", "period", "expected", "because"),
    [
        ("386", "121", "2021", "holds", ""),
        ("386", "386", "2021", "fails", "same as all"),
        ("386", "386", "2017", "fails", "same as all"),
        ("10", "10", "2021", "fails", "same as all"),
        ("9", "9", "2021", "holds", ""),  # one year may have had them all
        ("9", "10", "2021", "fails", ""),
    ],
)
@pytest.mark.parametrize("years", ["2017/2021", "2017-01-01/2021-12-31"])
def test_a_figure_of_five_years_reprinted_for_one_is_found(
    years, total, year, period, expected, because
):
    table = checked(
        figure("congress.investment_projects", total, "个", period=years),
        figure("congress.investment_projects", year, "个", period=period, document="b"),
        figure("congress.investment_projects", "700", "个", period="2022", document="b"),
        figure("congress.investment_projects", "700", "个", period="2016", document="b"),
    )
    (found,) = (one for one in table.values() if one.rule == "year of years")
    assert found.check.startswith(f"plausibility/congress.investment_projects:{years}/")
    assert (found.weighed.verdict, found.because, found.relation) == (expected, because, "<=")


def test_coverage_counts_each_observation_once():
    # Three of the four stand in a check with another figure.
    frame = pd.DataFrame([*sums("100.0"), level("deposits", "5.0")])
    assert audit.tested_percent(frame) == 75.0
    by_document = audit.tested_by()
    assert by_document["observations"].sum() == len(data.observations())
    share = 100 * by_document["tested"].sum() / by_document["observations"].sum()
    assert share == pytest.approx(audit.tested_percent())


def test_no_observation_is_no_base_for_a_percentage():
    with pytest.raises(ValueError, match="no observation"):
        audit.tested_percent(data.observations().iloc[:0])


def test_a_rule_for_one_figure_is_no_coverage():
    assert audit.tested_percent(pd.DataFrame([figure("waste_treatment_rate", "104", "%")])) == 0


@pytest.mark.parametrize(("stated", "expected"), [("10.00", "holds"), ("9.84", "fails")])
def test_a_rate_is_of_the_mean_of_the_start_and_the_end_of_the_year(stated, expected):
    # 21,000 at the end, 2,000 more than at the start: 20,000 on average, of whom 200 are 10.00‰.
    # A third of the change would make the mean 20,333 and the rate 9.84‰.
    table = audited(
        figure("birth_rate", stated, "‰"),
        figure("births", "200", "人"),
        figure("resident_population", "21000", "人", period="2021-12-31"),
        figure("resident_population", "2000", "人", measure="change"),
    )
    assert verdict(table, "ratio/birth rate/") == expected


@pytest.mark.parametrize(
    ("lines", "expected"), [((80, 79, 81, 5), "holds"), ((8, 90, 9, 7), "fails")]
)
def test_of_two_figures_the_nearest_line_counts_not_the_lowest(lines, expected):
    # 40.0 completes the total; the 45.00 of the same document does not.
    figures = [*sums("100.0"), level("retail_sales.urban", "45.00")]
    placed = [one | {"line": line} for one, line in zip(figures, lines, strict=True)]
    assert verdict(audit.run(pd.DataFrame(placed)), "sum/retail_sales:residence") == expected


def test_a_change_in_percent_uses_the_change_once():
    # 5 to 7 on the way to 100 is 500/95 to 700/93; the middle is 600/94.
    table = audited(
        level("water_diverted", "100", "万立方米", low=100.0, high=100.0),
        figure("water_diverted", "6", "万立方米", measure="change", low=5.0, high=7.0),
        rate("water_diverted", "9.0"),
    )
    (row,) = table[table["check"].str.startswith("growth/water_diverted:change and")].itertuples()
    assert row.gap == pytest.approx(9 - 600 / 94)
    assert row.tolerance == pytest.approx(0.05 + 700 / 93 - 600 / 94)


def test_a_year_is_held_against_the_sum_of_every_document():
    table = audited(
        figure("congress.investment_projects", "386", "个", period="2017/2021"),
        figure("congress.investment_projects", "400", "个", period="2017/2021", document="c"),
        figure("congress.investment_projects", "386", "个", document="b"),
    )
    start = "plausibility/congress.investment_projects:2017/2021/suzhou/2021/outturn/"
    assert verdict(table, f"{start}b+a") == "fails"
    assert verdict(table, f"{start}b+c") == "holds"


def test_parts_that_may_all_be_nothing_decide_nothing():
    table = audited(
        rate("retail_sales", "15.1"),
        level("retail_sales.urban", "0.4", low=0.0, high=0.5),
        rate("retail_sales.urban", "10.0"),
        level("retail_sales.rural", "0.3", low=0.0, high=0.5),
        rate("retail_sales.rural", "20.0"),
    )
    assert verdict(table, "growth/retail_sales:residence:growth") == "holds"


@pytest.mark.parametrize(
    ("place", "other"),
    [(1, {"low": -0.1}), (2, {"low": -100.0}), (4, {"low": -100.0})],
)
def test_a_part_that_may_be_less_than_nothing_has_no_weight(place, other):
    figures = growths("15.2")
    figures[place] |= other
    assert audited(*figures).empty


@pytest.mark.parametrize(("gone", "checks"), [([1], 1), ([1, 3], 0)])
def test_growth_is_weighed_where_any_part_is_there(gone, checks):
    figures = growths("20.0")
    for place in gone:
        figures[place] |= {"value": 0.0, "low": 0.0, "high": 0.05}
    assert len(audited(*figures)) == checks


TIME = data.units().query("dimension == 'time'").index[0]


@pytest.mark.parametrize(
    "figures",
    [
        [level("gdp", "100.0"), level("gdp", "60.0", "万吨", document="b")],
        [level("gdp", "100.0"), level("gdp", "60.0", "万吨", period="2020"), rate("gdp", "5.0")],
        [level("gdp", "100.0"), figure("gdp", "6", "万吨", measure="change"), rate("gdp", "5.0")],
        [level("gdp", "300.0"), level("gdp", "100.0", period="2020"),
         figure("gdp", "1", "番", measure="growth")],
        [level("gdp", "300.0", period="2017/2021"), level("gdp", "600.0", "万吨")],
        *(
            [level("urban_engel", "30.0", unit, period="2017/2021"),
             level("urban_engel", "60.0", unit)]
            for unit in ("%", "‰", TIME)
        ),
        [level("sown_area", "50.0", "%"), level("grain.area", "60.0", "%")],
        [level("sown_area", "50.0", "‰"), level("grain.area", "60.0", "‰")],
    ],
)  # fmt: skip
def test_amounts_of_unlike_kinds_and_rates_are_not_compared(figures):
    assert {one.rule for one in checked(*figures).values()} <= {"impossible"}


def test_doublings_are_not_worked_out_from_a_change():
    table = audited(
        level("gdp", "300.0"),
        level("gdp", "100.0", measure="change"),
        figure("gdp", "1", "番", measure="growth"),
    )
    assert table.empty


def test_checks_of_one_name_are_refused_by_that_name():
    # Three prints of one number in one place make three pairs that nothing tells apart.
    alike = [level("gdp", "100.0")] * 3
    name = "cross-document/gdp:level/suzhou/2021/a:1:100+a:1:100"
    with pytest.raises(ValueError, match=f"have one id: {re.escape(name)}$"):
        audit.run(pd.DataFrame([*alike, figure("waste_treatment_rate", "104", "%")]))


def test_figures_of_two_kinds_of_unit_are_not_set_against_each_other():
    # Of 100 亿元, 60.1 万吨 are neither a part nor a share.
    table = audited(
        level("retail_sales", "100.0"),
        level("retail_sales.urban", "40.0"),
        level("retail_sales.rural", "60.1", "万吨"),
        rate("retail_sales.rural", "60.1", "share"),
    )
    assert set(table["kind"]) == {"plausibility"}


def test_the_percent_of_each_document_is_of_its_own_observations():
    by_document = audit.tested_by()
    counted = by_document["percent"] / 100 * by_document["observations"]
    assert counted.tolist() == pytest.approx(by_document["tested"].tolist())
    assert by_document["percent"].max() > 50


def test_what_no_document_has_whole_is_filled_from_the_one_that_has_most():
    # The whole stands in b alone, a part in c alone; of the other part c, which has one, is asked
    # before d, which has none besides.
    figures = [
        level("retail_sales", "100.0", document="b"),
        level("retail_sales.urban", "40.0", document="c"),
        level("retail_sales.rural", "70.00", document="d"),
        level("retail_sales.rural", "60.1", document="c"),
    ]
    assert verdict(audited(*figures), "sum/retail_sales:residence") == "holds"
