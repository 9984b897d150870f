"""The figures that a paragraph prints."""

import pytest

from analysis.drafting.numbers import figures

UNITS = {
    "亿元",
    "万元",
    "元",
    "%",
    "人",
    "万人次",
    "万头只",
    "个",
    "吨",
    "户",
    "个百分点",
    "番",
    "公里",
}


def found(text: str):
    return [(one.printed, one.unit, one.bound) for one in figures(text, UNITS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总值232.33亿元,增长9.2%", [("232.33亿元", "亿元", "="), ("9.2%", "%", "=")]),
        ("饲养 13.5 万头 (只), 下降", [("13.5 万头 (只)", "万头只", "=")]),
        ("接待1,234 人(不含外宾)", [("1,234 人", "人", "=")]),
        ("投资 4 万余元", [("4", "万元", "~")]),
        ("栽植 30 余个", [("30", "个", "~")]),
        ("增长8%以上", [("8%", "%", ">=")]),
        ("控制在 5% 以内", [("5%", "%", "<=")]),
        ("约 3 公里", [("3 公里", "公里", "~")]),
        ("不超过 7 户", [("7 户", "户", "<=")]),
        ("-3 吨", [("3 吨", "吨", "=")]),
        ("每人1—2 户", [("1—2 户", "户", "=")]),
        ("二产、三产回落 0.2 和 2.5 个百分点",
         [("0.2", "个百分点", "="), ("2.5 个百分点", "个百分点", "=")]),
        ("与上年持平", [("持平", "%", "=")]),
        ("力争翻两番", [("翻两番", "番", "=")]),
        ("结构比为17.8:25.2:57", [("17.8", "%", "="), ("25.2", "%", "="), ("57", "%", "=")]),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_unit_and_bound(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    ["2021年", "12月31日", "第3届", "表 4", "“1246”思路", "H7型", "5号楼", "性别比(以女性为100)"],
)
def test_dates_ordinals_codes_and_names_are_no_figures(text):
    assert found(text) == []


def test_the_upper_end_of_a_range_is_kept():
    (one,) = figures("1—2 户", UNITS)
    assert (one.value, one.value_max) == (1, 2)


def test_a_ratio_says_which_of_its_members_a_number_is():
    assert [one.part for one in figures("结构17.8:25.2:57", UNITS)] == [0, 1, 2]
