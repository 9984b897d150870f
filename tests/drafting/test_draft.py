"""Rows proposed for invented lines, and for the documents that were digitised by hand."""

import pytest

import draft_measure
from analysis import data, drafting
from analysis.__main__ import main
from rehearsal import volume

TEXT = """二、农业
全年粮食作物播种面积 43.1 万亩, 按可比口径比上年下降 2.5%; 粮食总产量 23.65 万吨, 增长 4.0%。
年末全区常住人口 45.3 万人, 比上年末减少 0.19 万人。

表1 生产总值
指标\t单位\t绝对数\t增长(%)
地区生产总值\t亿元\t250.50\t-1.5
"""
LINES = TEXT.splitlines()


def drafted(*lines: str, year: int = 2022):
    told = drafting.about(year, "suzhou", data.load())
    return drafting.draft([drafting.Line(at, one) for at, one in enumerate(lines, start=1)], told)


def test_paragraphs_and_tables_give_rows_in_the_order_of_the_text():
    columns = ["indicator", "period", "measure", "value", "unit", "line", "printed"]
    assert drafted(*LINES)[columns].values.tolist() == [
        ["grain.area", "2022", "level", 43.1, "万亩", 2, "43.1 万亩"],
        ["grain.area", "2022", "growth", -2.5, "%", 2, "2.5%"],
        ["grain.output", "2022", "level", 23.65, "万吨", 2, "23.65 万吨"],
        ["grain.output", "2022", "growth", 4.0, "%", 2, "4.0%"],
        ["resident_population", "2022-12-31", "level", 45.3, "万人", 3, "45.3 万人"],
        ["resident_population", "2022", "change", -0.19, "万人", 3, "0.19 万人"],
        ["gdp", "2022", "level", 250.5, "亿元", 7, "250.50"],
        ["gdp", "2022", "growth", -1.5, "%", 7, "-1.5"],
    ]


def test_growth_of_what_is_produced_is_real_where_the_text_says_so():
    text = "地区生产总值 250 亿元, 比上年增长 4%。"
    assert drafted(text)["measure"].tolist() == ["level", "growth"]
    both = drafted(text, "说明: 增长速度按可比价格计算。")
    assert both["measure"].tolist() == ["level", "growth_real"]


def test_the_shares_of_three_sectors_are_told_by_their_order():
    rows = drafted("地区生产总值 250 亿元, 三次产业结构比为 17.8:25.2:57。")
    assert rows[["indicator", "measure", "value"]].values.tolist()[1:] == [
        ["gdp.primary", "share", 17.8],
        ["gdp.secondary", "share", 25.2],
        ["gdp.tertiary", "share", 57],
    ]


def test_a_part_of_the_district_is_known_by_its_name():
    rows = drafted("全区固定资产投资比上年增长 21%, 其中区本级固定资产投资增长 18%。")
    assert rows[["entity", "indicator"]].values.tolist() == [
        ["suzhou", "fixed_investment"],
        ["district_level", "fixed_investment"],
    ]


def test_a_part_of_the_district_is_known_by_its_short_name():
    (row,) = drafted("酒泉经开区固定资产投资比上年增长 51%。").to_dict("records")
    assert (row["entity"], row["indicator"]) == ("jiuquan_etdz", "fixed_investment")


def test_words_that_begin_as_a_place_does_are_not_the_place():
    (row,) = drafted("酒泉经济固定资产投资比上年增长 5%。").to_dict("records")
    assert row["entity"] == "suzhou"


def test_a_change_without_a_name_is_of_what_was_named_before_and_as_sure():
    rows = drafted("年末全区常住人口 45.3 万人, 比上年末减少 0.19 万人。")
    columns = ["indicator", "measure", "value", "confidence"]
    assert rows[columns].values.tolist() == [
        ["resident_population", "level", 45.3, "sure"],
        ["resident_population", "change", -0.19, "sure"],
    ]


def test_a_name_behind_its_number_is_read():
    (row,) = drafted("全区共有 33 个行政村。").to_dict("records")
    assert (row["indicator"], row["confidence"]) == ("administrative_villages", "sure")


def test_a_name_that_a_comma_parts_from_its_number_is_never_sure():
    (row,) = drafted("粮食总产量再创新高, 全年 23.65 万吨。").to_dict("records")
    assert (row["indicator"], row["confidence"]) == ("grain.output", "likely")


def test_a_doubling_is_no_fall():
    _, row = drafted("工业增加值 34 亿元, 翻一番。").to_dict("records")
    assert (row["indicator"], row["value"]) == ("industry_value_added", 1)


def test_what_a_section_aims_at_is_a_target_and_never_sure():
    rows = drafted("今后五年目标任务", "地区生产总值突破 400 亿元。")
    expected = ["gdp", "2027", "target", ">=", "likely"]
    assert rows[["indicator", "period", "status", "bound", "confidence"]].values.tolist() == [
        expected
    ]


def test_a_goal_is_of_the_year_that_its_sentence_names():
    row = drafted("2023年的目标: 力争社会消费品零售总额比上年增长8%以上。").iloc[0]
    assert (row["indicator"], row["period"], row["status"]) == ("retail_sales", "2023", "target")


def test_of_the_made_up_volume_no_sure_row_is_wrong():
    columns = ["indicator", "period", "measure", "value", "unit", "status", "bound", "printed"]
    by_hand = [{**row, "value": float(row["value"])} for row in volume.figures()]
    made = drafted(*volume.text().splitlines()).set_index("line")
    right = [
        [made.at[int(row["line"]), column] for column in columns]
        == [row[column] for column in columns]
        for row in by_hand
    ]
    sure = [made.at[int(row["line"]), "confidence"] == drafting.SURE for row in by_hand]
    assert len(made) == len(by_hand) == 60
    assert sum(right) >= 50
    assert not [row for row, fine, sure in zip(by_hand, right, sure, strict=True) if sure > fine]


def test_what_nobody_can_know_is_left_empty_and_marked():
    (row,) = drafted("发放喜马拉雅牌匾 33 个。").to_dict("records")
    assert (row["indicator"], row["value"], row["confidence"]) == ("", 33, "unsure")


def test_a_draft_is_written_with_the_digits_that_are_printed():
    text = drafting.written(drafted("小麦粉产量 9.0 万吨, 下降 4.50%。"))
    header, first, second = text.splitlines()
    assert header.split(",") == list(drafting.COLUMNS)
    assert ",9.0,,万吨," in first and ",-4.50,,%," in second


def test_a_text_without_figures_gives_no_rows():
    assert drafted("没有数字。").empty


def test_the_command_prints_rows_of_the_lines_asked_for(tmp_path, capsys):
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    assert main(["draft", str(text), "--lines", "3-3", "--year", "2022"]) == 0
    out, told = capsys.readouterr()
    assert [line.split(",")[9] for line in out.splitlines()[1:]] == ["3", "3"]
    assert told.startswith("2 rows: ")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--lines", "1-99"], "99 is beyond"),
        (["--entity", "atlantis"], "'atlantis' is not in entities.csv"),
    ],
)
def test_what_cannot_be_drafted_is_told(tmp_path, capsys, options, told):
    text = tmp_path / "text.txt"
    text.write_text(TEXT, encoding="utf-8")
    assert main(["draft", str(text), *options]) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("span", ["9-3", "a-b", "0-4", ""])
def test_a_span_of_lines_is_two_numbers_that_run_forward(span, capsys):
    with pytest.raises(SystemExit):
        main(["draft", "text.txt", "--lines", span])
    assert "is no span of lines" in capsys.readouterr().err


def test_the_communique_is_drafted_without_having_read_it(yearbook):
    made, hand = draft_measure.drafted("communique", data.load(), yearbook)
    found = draft_measure.shares(draft_measure.compare(made, hand))
    assert found["rows"] == 578
    assert found["right"] >= 90
    assert found["but for the indicator"] >= 97
    assert found["wrong, not marked"] < 1


def test_a_township_is_drafted_too(yearbook):
    made, hand = draft_measure.drafted("yinda_township", data.load(), yearbook)
    found = draft_measure.shares(draft_measure.compare(made, hand))
    assert found["right"] >= 45 and found["but for the indicator"] >= 80
