"""Income, on round numbers: two incomes that grow apart."""

import pytest

from analysis import data
from analysis.findings import income

ROWS = [
    ("town", 110, 10),  # 100 before
    ("country", 60, 20),  # 50 before
]


@pytest.fixture(autouse=True)
def households(small):
    """A town and a country household."""
    small.write(
        "indicators.csv",
        small.read("indicators.csv")
        + "".join(f"{name},output,元,收入,Money,,,Money.\n" for name, *_ in ROWS),
    )
    small.write(
        "observations/beta.csv",
        small.read("observations/beta.csv")
        + "".join(
            f"suzhou,{name},2021,level,{level},,元,outturn,=,6,{level}元,\n"
            f"suzhou,{name},2021,growth,{rate},,%,outturn,=,6,{rate}%,\n"
            for name, level, rate in ROWS
        ),
    )


@pytest.fixture
def gap() -> income.Gap:
    return income.gap(data.figure("town"), data.figure("country"))


def test_the_ratio_can_fall_while_the_difference_stays(gap):
    assert (gap.ratio.value, gap.ratio_before.value) == pytest.approx((110 / 60, 2))
    assert (gap.difference.value, gap.difference_before.value) == pytest.approx((50, 50))


def test_what_the_smaller_needs_is_as_many_yuan(gap):
    # The town gained 10, which is 20 percent of the country's 50.
    assert gap.needed.value == pytest.approx(20)
