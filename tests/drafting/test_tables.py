"""Reading tables, cell by cell."""

from analysis.drafting.passages import Line, Table
from analysis.drafting.tables import cells

UNITS = {"亿元", "元", "万人", "%"}


def read(*lines: str):
    table = Table(tuple(Line(at, text) for at, text in enumerate(lines, start=5)), "表1")
    return list(cells(table, UNITS))


def test_a_unit_stands_in_its_column_and_a_part_under_its_whole():
    rows = read("指标\t单位\t绝对数\t增长(%)", "甲\t亿元\t232.33\t9.2", "其中: 乙\t亿元\t41.5\t-3")
    assert [(one.label, one.whole, one.head, one.unit) for one in rows] == [
        ("甲", "", "绝对数", "亿元"), ("甲", "", "增长", "%"),
        ("乙", "甲", "绝对数", "亿元"), ("乙", "甲", "增长", "%"),
    ]  # fmt: skip
    assert [(one.line.number, one.start, one.printed) for one in rows[2:]] == [
        (7, 9, "41.5"),
        (7, 14, "-3"),
    ]


def test_a_unit_stands_in_the_head_of_a_column():
    assert read("指标\t年末数(万人)", "人口\t45.49")[0].unit == "万人"


def test_a_heading_over_two_columns_is_that_of_both():
    rows = read("指标\t城镇\t\t农村\t", "\t数(元)\t增长(%)\t数(元)\t增长(%)", "收入\t9\t1\t5\t2")
    assert [one.block for one in rows] == ["城镇", "城镇", "农村", "农村"]


def test_a_head_that_a_page_repeats_is_read_anew():
    rows = read("指标\t数(元)", "甲\t7", "指标\t数(亿元)", "乙\t3")
    assert [(one.label, one.unit) for one in rows] == [("甲", "元"), ("乙", "亿元")]
