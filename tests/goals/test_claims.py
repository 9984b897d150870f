"""What claims of growth imply."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.amount import Amount
from analysis.goals import claims
from invented import figure
from invented_tables import GOVERNMENT, INCOMES, PARTY, at, forecast, only, rows

# What claims imply


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return claims.claims()


@pytest.mark.parametrize(("document", "line"), [(PARTY, 396), (GOVERNMENT, 752)])
def test_product_up_36_percent_to_220_implies_162_in_2016(table, document, line):
    # 219.5/1.365 = 160.806 and 220.5/1.355 = 162.731. ln 1.36 = 0.307485, a fifth 0.061497,
    # back 1.063427: 6.34% a year. To 232.33 from there: 232.325/162.731 = 1.427663 and
    # 232.335/160.806 = 1.444815.
    row = at(table, indicator="gdp", document=document)
    assert (row.line, row.growth, row.level, row.status) == (line, 36, 220, "forecast")
    assert row.base_low == pytest.approx(160.806, abs=0.001)
    assert row.base_high == pytest.approx(162.731, abs=0.001)
    assert row.annual == pytest.approx(6.34, abs=0.005)
    assert row.outturn == pytest.approx(232.33)
    assert row.growth_low == pytest.approx(42.77, abs=0.005)
    assert row.growth_high == pytest.approx(44.48, abs=0.005)


def test_the_two_claims_of_revenue_can_rest_on_one_base(table):
    # Party: 9.55/1.365 = 6.9963 to 9.65/1.355 = 7.1218 (396).
    # Government: 9.265/1.315 = 7.0456 to 9.275/1.305 = 7.1073 (752): inside it.
    party, government = (
        at(table, indicator="budget_revenue", document=one) for one in (PARTY, GOVERNMENT)
    )
    assert (party.growth, party.level) == (36, 9.6)
    assert (government.growth, government.level) == (31, 9.27)
    assert (party.base_low, party.base_high) == (
        pytest.approx(6.9963, abs=1e-4), pytest.approx(7.1218, abs=1e-4),
    )  # fmt: skip
    assert (government.base_low, government.base_high) == (
        pytest.approx(7.0456, abs=1e-4), pytest.approx(7.1073, abs=1e-4),
    )  # fmt: skip
    assert party.base_low <= government.base_high and government.base_low <= party.base_high


def test_incomes_imply_bases_in_yuan(table):
    # 46207.5/1.465 = 31540.96 to 46208.5/1.455 = 31758.42; 21400.5/1.505 = 14219.60 to
    # 21401.5/1.495 = 14315.38 (396).
    urban, rural = (at(table, indicator=one, document=PARTY) for one in INCOMES)
    assert (urban.base_low, urban.base_high) == pytest.approx((31540.96, 31758.42), abs=0.01)
    assert (rural.base_low, rural.base_high) == pytest.approx((14219.60, 14315.38), abs=0.01)
    assert (urban.unit, rural.unit) == ("元", "元")


def claim(printed: str, unit: str = "%", **given) -> dict:
    own = {"document": "a", "period": "2016/2021", "status": "forecast", "line": 3}
    return figure(printed, unit, "growth", **own | given)


def test_a_claim_without_a_level_beside_it_implies_nothing():
    assert rows(claims.claims, claim("50"), forecast("150", indicator="other")) == []


def test_a_claim_is_never_joined_to_the_level_of_another_document():
    assert rows(claims.claims, claim("50"), forecast("150", document="b")) == []


@pytest.mark.parametrize(
    "other", [claim("50", period="2017/2021"), claim("50", status="target"), claim("1", "番")]
)
def test_a_claim_over_other_years_a_target_and_a_doubling_are_left_out(other):
    assert rows(claims.claims, other, forecast("150")) == []


@pytest.mark.parametrize(
    ("level", "came", "follows"),
    [
        ("0.150", "0.170", (True, True)),
        ("0.150", "0", (True, False)),
        ("0", "0.170", (False, False)),
    ],
)
def test_no_growth_follows_from_nothing_and_no_pace_leads_to_it(level, came, follows):
    row = only(claims.claims, claim("50"), forecast(level), figure(came))
    assert (pd.notna(row.growth_low), isinstance(row.reached_annual, Amount)) == follows


def test_a_claim_without_an_outturn_keeps_what_it_implies():
    # 149.5/1.505 = 99.336 to 150.5/1.495 = 100.669; (1.5)^(1/5) = 1.084472.
    row = only(claims.claims, claim("50"), forecast("150"))
    assert (row.base_low, row.base_high) == pytest.approx((99.336, 100.669), abs=0.001)
    assert row.annual == pytest.approx(8.447, abs=0.001)
    assert "outturn" not in row._fields or pd.isna(row.outturn)


def test_a_claim_is_measured_against_an_outturn_in_another_unit():
    # 1.5亿元 came after an implied 9934 to 10067 万元: 14500/10066.9 to 15500/9933.6.
    row = only(claims.claims, claim("50"), forecast("15000", "万元"), figure("1.5", line=7))
    assert row.outturn == pytest.approx(15000)
    # 14999.5/1.505 = 9966.45 and 15000.5/1.495 = 10033.78 万元;
    # 14500/10033.78 = 1.445118 and 15500/9966.45 = 1.555218.
    assert (row.growth_low, row.growth_high) == pytest.approx((44.51, 55.52), abs=0.005)


@given(st.integers(100, 9999), st.integers(-60, 300), st.floats(0, 1), st.floats(0, 1))
def test_a_base_behind_the_printed_claim_is_in_what_it_implies(level, rate, moved, rate_moved):
    row = only(claims.claims, claim(str(rate)), forecast(str(level)))
    base = (level - 0.5 + moved) / (1 + (rate - 0.5 + rate_moved) / 100)
    assert row.base_low * (1 - 1e-9) <= base <= row.base_high * (1 + 1e-9)
