"""A text cut into passages."""

from analysis.drafting.passages import Line, Paragraph, Table, passages


def cut(*lines: str):
    return list(passages(Line(at, text) for at, text in enumerate(lines, start=1)))


def test_a_paragraph_that_a_page_breaks_is_whole_again():
    (one,) = cut("甲产量 3 吨, 增长", "", "17%, 面积 2 亩。")
    assert one.text == "甲产量 3 吨, 增长17%, 面积 2 亩。"
    line, place = one.place(one.text.index("17%"))
    assert (line.number, place) == (3, 0)


def test_a_sentence_that_ends_is_not_joined_to_the_next():
    assert [one.text for one in cut("甲 3 吨。", "", "乙 2 吨。")] == ["甲 3 吨。", "乙 2 吨。"]


def test_lines_with_tabs_are_a_table_and_a_short_line_is_the_heading_of_what_follows():
    found = cut("二、农业", "甲 3 吨。", "表1 产量", "指标\t吨", "甲\t3", "", "乙\t2")
    assert [(type(one), one.heading, len(one.lines)) for one in found] == [
        (Paragraph, "二、农业", 1),
        (Table, "表1 产量", 3),
    ]


def test_a_short_line_with_a_figure_is_no_heading():
    assert [one.text for one in cut("新建学校 7 所")] == ["新建学校 7 所"]
