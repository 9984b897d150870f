"""What is said of a figure: its label and what was named before it."""

import pytest

from analysis.drafting.numbers import figures
from analysis.drafting.words import said

UNITS = {"亿元", "万亩", "万吨", "%", "人", "个", "所", "个百分点", "万头"}


def told(text: str, heading: str = ""):
    return said(text, list(figures(text, UNITS)), heading)


@pytest.mark.parametrize(
    ("text", "label", "verb"),
    [
        ("全年全区实现工业增加值34亿元", "工业增加值", ""),
        ("其中: 夏粮面积达到 5 万亩", "夏粮面积", ""),
        ("住宿业营业收入比上年增长 18%", "住宿业营业收入", "增长"),
        ("按可比价计算, 比上年下降 4%", "", "下降"),
        ("年末共有小学 28 所", "小学", ""),
        ("新增停车位 20 个", "新增停车位", ""),
        ("生产总值(GDP)232亿元", "生产总值", ""),
        ("城镇人口占常住人口的比重为 72%", "城镇人口", ""),
        ("比重较上年提升 5 个百分点", "", "提升"),
    ],
)
def test_the_label_is_what_the_words_before_a_number_name(text, label, verb):
    (one,) = told(text)
    assert (one.label, one.verb) == (label, verb)


def test_what_was_named_before_is_kept_nearest_first():
    last = told("牛饲养量 21 万头, 增长 14%, 其中牛存栏 9 万头, 出栏 11 万头", "畜牧业")[-1]
    assert (last.label, last.before) == ("出栏", ("牛存栏", "牛饲养量", "畜牧业"))


def test_a_noun_behind_the_number_is_a_label_too():
    assert [one.after for one in told("辖 9 个行政村, 共 5 个")] == ["行政村", ""]


def test_two_labels_for_two_figures_are_parted():
    first, second = told("二产、三产比重分别回落 0.2 和 2.5 个百分点")
    assert (first.label, second.label) == ("二产", "三产比重")
    assert (first.verb, second.verb) == ("回落", "回落")


def test_labels_are_parted_behind_other_figures_too():
    words = told("总值 9 亿元, 二产、三产比重分别回落 0.2 和 2.5 个百分点")
    assert [one.label for one in words] == ["总值", "二产", "三产比重"]


def test_three_figures_of_the_three_sectors_are_told_apart():
    assert [one.sector for one in told("三次产业的比重分别为 18%、19%、63%")] == [0, 1, 2]


def test_a_label_that_several_figures_share_is_marked():
    first, second = told("城乡收入分别达到 46 亿元、21 亿元")
    assert not first.shared and second.shared
