"""What made output grow, on round numbers: 110 up from 100, and 300 that stood still."""

import pytest

from analysis import data
from analysis.amount import Given
from analysis.findings import output

pytestmark = pytest.mark.usefixtures("small")


def yuan(number: float) -> Given:
    return Given("元", 1.0, "元", "=", number)


def percent(number: float) -> Given:
    return Given("%", 0.01, "", "=", number)


@pytest.fixture
def two(small) -> list[output.Part]:
    """Two industries: 40.0 after a fall of 2.5 percent, 60.0 after a rise of 10 percent."""
    return output.parts([data.figure("gdp.industry"), data.figure("gdp.farming")])


def test_parts_come_largest_first(two):
    assert [part.indicator for part in two] == ["gdp.farming", "gdp.industry"]


def test_a_share_is_of_all_parts(two):
    assert [part.share.value for part in two] == pytest.approx([60, 40])


def test_a_part_brings_its_weight_before_times_its_growth(two):
    # Before: 60/1.1 = 54.5455 and 40/0.975 = 41.0256, together 95.5711.
    # Gains: 5.4545 and -1.0256; of 95.5711 that is 5.7073 and -1.0732 points.
    assert [part.points.value for part in two] == pytest.approx([5.7073, -1.0732], abs=5e-5)


def test_shares_of_growth_can_pass_a_hundred(two):
    # 5.4545 and -1.0256 of 4.4289.
    assert [part.part_of_growth.value for part in two] == pytest.approx([123.16, -23.16], abs=0.01)


def test_points_leave_open_what_rounding_does(two):
    farming = two[0]
    # Least: 59.95 at 9.95 percent beside the larger base 40.05/0.9745 = 41.0980.
    # 59.95/1.0995 = 54.5248, a gain of 5.4252 on 95.6228: 5.6736 points.
    assert farming.points.low == pytest.approx(5.6736, abs=2e-4)


def test_parts_together_add_up(two):
    share, growth = output.together(two)
    assert (share.value, growth.value) == pytest.approx((100, 100))


def test_the_part_of_a_gap_that_lies_in_one_sector():
    # 20 percent of 500 is 100, 35 percent of 800 is 280: 180 of a gap of 300. And 80 percent of
    # 500 is 400 beside 65 percent of 800, 520: the other 120.
    assert output.of_gap(yuan(500), percent(20), yuan(800), percent(35)).value == pytest.approx(60)
    assert output.of_gap(yuan(500), percent(80), yuan(800), percent(65)).value == pytest.approx(40)


def test_a_sector_that_makes_more_here_narrows_the_gap():
    # 30 percent of 500 is 150, 15 percent of 800 is 120: 30 less, of 300.
    found = output.of_gap(yuan(500), percent(30), yuan(800), percent(15))
    assert found.value == pytest.approx(-10)
