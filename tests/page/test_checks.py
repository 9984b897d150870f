"""What the audit found, in words: each rule's sentence on invented figures."""

import pandas as pd
import pytest

from analysis import audit, data, printed
from analysis.page import checks


def figure(indicator, text, unit="亿元", line=1, **other):
    ends = printed.interval(text, exact=bool(data.units().at[unit, "exact"]))
    return {
        "document": "party_report", "line": line, "entity": "suzhou", "indicator": indicator,
        "period": "2021", "measure": "level", "value": float(text), "value_max": float("nan"),
        "unit": unit, "status": "outturn", "bound": "=", "low": ends.low, "high": ends.high,
        "name_en": data.indicators().at[indicator, "name_en"], "name_zh": "", "printed": text,
        "volume": "2022",
        "note": "",
    } | other  # fmt: skip


def said(start, *figures):
    """What is said of the only check whose id begins so."""
    frame = pd.DataFrame(list(figures))
    table = checks.explained(audit.run(frame), audit.checks(frame))
    (one,) = table.loc[table["check"].str.startswith(start), "explanation"]
    return one


WHOLE = figure("retail_sales", "100.3")
PARTS = [figure("retail_sales.urban", "40.0"), figure("retail_sales.rural", "60.1")]


def test_a_failure_names_its_gap_and_what_rounding_allows():
    # 100.3 against 40.0 + 60.1: 0.2 apart, where three times 0.05 is allowed.
    assert said("sum/", WHOLE, *PARTS) == (
        "Total retail sales of consumer goods: 10.03 billion yuan as printed; its 2 parts by "
        "residence add up to 10.01 billion yuan: a gap of 20 million yuan, where rounding allows "
        "15 million yuan."
    )


def test_a_gap_that_rounding_allows_is_said_to_be_one():
    assert said("sum/", WHOLE | {"value": 100.2, "low": 100.15, "high": 100.25}, *PARTS).endswith(
        "add up to 10.01 billion yuan, which rounding allows."
    )


def test_a_sum_that_fits_exactly_needs_no_more_words():
    whole = WHOLE | {"value": 100.1, "low": 100.05, "high": 100.15}
    assert said("sum/", whole, *PARTS).endswith("add up to 10.01 billion yuan.")


def test_two_aims_are_no_fault_of_arithmetic():
    aims = [one | {"status": "target"} for one in (WHOLE, *PARTS)]
    aims[0]["document"] = "government_report"
    assert said("sum/", *aims).endswith("which is no fault of arithmetic.")


def test_an_open_bound_is_told():
    about = WHOLE | {"bound": "~"}
    assert "an about, an at least or an at most leaves room" in said("sum/", about, *PARTS)


def test_two_places_are_named_with_their_lines():
    other = WHOLE | {"document": "government_report", "line": 77}
    assert said("cross-document/", WHOLE, other) == (
        "Total retail sales of consumer goods: 10.03 billion yuan as printed in the party report, "
        "line 1; the government report, line 77, prints 10.03 billion yuan."
    )


def test_rates_keep_their_sign_and_lose_no_digit():
    rates = [
        figure(name, text, "‰")
        for name, text in (
            ("natural_growth_rate", "-0.05"), ("birth_rate", "6.5"), ("death_rate", "7.65"),
        )
    ]  # fmt: skip
    text = said("difference/", *rates)
    assert ": −0.05‰ as printed; the birth rate less the death rate comes to −1.15‰" in text
    assert text.endswith("a gap of 1.1‰, where rounding allows 0.06‰.")


def test_what_cannot_be_is_counted():
    assert said("plausibility/a_share", figure("waste_treatment_rate", "104.5", "%")) == (
        "Figures, each a share or a rate in percent (1 printed): 1 of them cannot be; "
        "there should be 0: a gap of 1, where rounding allows 0."
    )


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        ("level", "Gross domestic product (GDP)"),
        ("growth_real", "real growth of gross domestic product (GDP)"),
        ("share_change", "the change of the share of gross domestic product (GDP)"),
    ],
)
def test_a_figure_is_called_by_its_measure(measure, name):
    (one,) = data.as_printed(pd.DataFrame([figure("gdp", "5.5", measure=measure)]))
    assert checks.called(one) == name.replace(
        "ross domestic product (GDP)", data.indicators().at["gdp", "name_en"][1:]
    )


def test_every_check_of_the_data_has_a_sentence_and_every_failure_its_argument(real_data):
    table = checks.explained(real_data)
    assert table["explanation"].str.fullmatch(r"[A-Z0-9].+\.").all()
    argued = table[table["cause"] != ""]
    assert len(argued)
    for row in argued.itertuples():
        assert row.explanation.endswith(f" {row.certainty.capitalize()}: {row.argument}")


def test_the_two_sides_of_a_check_are_the_printed_number_and_the_other():
    twice = figure("retail_sales", "99.1", document="communique")
    alone = pd.DataFrame([WHOLE, *PARTS]), pd.DataFrame([WHOLE, twice])
    by_parts, by_pair = (
        next(one for name, one in audit.checks(frame).items() if name.startswith(start))
        for frame, start in zip(alone, ("sum/", "cross-document/"), strict=True)
    )
    assert checks.sides(by_parts) == (
        "10.03 billion yuan (party report)",
        "its 2 parts by residence add up to 10.01 billion yuan",
    )
    assert sorted(checks.sides(by_pair)) == [
        "10.03 billion yuan (party report)", "9.91 billion yuan (communique)"
    ]  # fmt: skip


def test_a_computed_rate_has_no_more_than_three_digits():
    # Line 3394: 18,161 closed of 19,361 accepted are 93.802 percent.
    court = next(
        one
        for name, one in audit.checks().items()
        if name.startswith("ratio/closing rate of the court/")
    )
    assert checks.sides(court)[1].endswith(" 93.8%")
