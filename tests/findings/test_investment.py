"""Investment, on round numbers: shares and rates without levels, and who prints both amounts."""

import pytest

from analysis import data
from analysis.findings import investment

FIGURES = """
suzhou,build.farms,2021,share,30,,%,outturn,=,6,30%,
suzhou,build.farms,2021,growth,50,,%,outturn,=,6,50%,
suzhou,build.works,2021,share,70,,%,outturn,=,6,70%,
suzhou,build.works,2021,growth,40,,%,outturn,=,6,40%,
suzhou,mill_office.investment_promotion,2021,level,9,,亿元,outturn,=,6,9亿元,
suzhou,mill_office.fixed_investment,2021,level,4,,亿元,outturn,=,6,4亿元,
suzhou,mill_office.fixed_investment,2021,level,7,,亿元,target,=,6,7亿元,
suzhou,road_office.fixed_investment,2021,level,5,,亿元,outturn,=,6,5亿元,
suzhou,investment_promotion.funds,2021,level,80,,亿元,outturn,=,6,80亿元,
hill,investment_promotion.funds,2021,level,2,,亿元,outturn,=,6,2亿元,
hill,fixed_investment,2021,level,3,,亿元,outturn,=,6,3亿元,
"""
INDICATORS = """
build.farms,output,亿元,农,Farms,,,Farms.
build.works,output,亿元,工,Works,,,Works.
mill_office.investment_promotion,output,亿元,招商,Attracted,,,Attracted.
mill_office.fixed_investment,output,亿元,投资,Invested,,,Invested.
road_office.fixed_investment,output,亿元,投资,Invested,,,Invested.
investment_promotion.funds,output,亿元,招商,Attracted,,,Attracted.
fixed_investment,output,亿元,投资,Invested,,,Invested.
"""


@pytest.fixture(autouse=True)
def invested(small):
    """The small district with what it invests, and a township named Hill."""
    for name, rows in (
        ("observations/beta.csv", FIGURES),
        ("indicators.csv", INDICATORS),
        ("entities.csv", "\nhill,township,suzhou,山,Hill\n"),
    ):
        small.write(name, small.read(name) + rows.lstrip())


@pytest.fixture
def parts() -> list[investment.Part]:
    """Farms, 30 percent and half as much again; works, 70 percent and 40 percent more."""
    return investment.parts(
        [data.figure(f"build.{one}", measure="share") for one in ("farms", "works")]
    )


def test_shares_and_rates_tell_the_shares_of_the_year_before(parts):
    # 30/1.5 = 20 and 70/1.4 = 50, of 70.
    assert [one.before.value for one in parts] == pytest.approx([200 / 7, 500 / 7])


def test_a_part_brings_what_it_gained_of_all_gains(parts):
    assert [one.part_of_growth.value for one in parts] == pytest.approx([100 / 3, 200 / 3])


def test_only_who_prints_both_is_compared():
    table = investment.attracted_and_invested()
    assert list(table.index) == ["mill_office", "hill"]  # no roads, and not the district itself


def test_attracted_and_invested_are_not_exchanged():
    table = investment.attracted_and_invested()
    assert [one.value for one in table.loc["mill_office"]] == [9, 4]  # the outturn, not the task
    assert [one.value for one in table.loc["hill"]] == [2, 3]
