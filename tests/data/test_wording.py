"""The words around a figure: each law broken once, and the real data held to all of them."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import data, printed
from analysis.data import passages, source, word_laws, wording
from analysis.data.word_laws import LAWS

ALPHA, BETA = "observations/alpha.csv", "observations/beta.csv"


def broken(small) -> list[tuple[str, str]]:
    texts = source.read(small.path / "text.txt")
    judged = wording.judge(texts)
    return [
        (one.law.key, indicator)
        for one in judged
        for indicator in one.broken.loc[~one.broken["excepted"], "indicator"]
    ]


def kept(
    key: str, before="", after="", sentence="", passage="", *, clause=None, led=None, to_come=False,
    **row,
) -> bool:  # fmt: skip
    law = next(one for one in LAWS if one.key == key)
    near = passages.Near(
        before, after, sentence if clause is None else clause, sentence,
        sentence if led is None else led, passage, to_come,
    )  # fmt: skip
    return law.kept(SimpleNamespace(**{"printed": "7", "minus": False, "about": 2021} | row), near)


def test_the_small_text_bears_out_every_name(small):
    assert broken(small) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            ALPHA,
            "suzhou,grain,2021,level,12.30,,万吨",
            "suzhou,coal,2021,level,12.30,,万吨",
            "term",
        ),
        (BETA, "outturn,~,6,一半", "outturn,=,6,一半", "bound"),
        (BETA, "outturn,=,6,7 所", "outturn,~,6,7 所", "bound"),
        (BETA, "retail,2021,growth,", "retail,2016/2021,growth_pa,", "measure"),
        (BETA, "schools,2021,level", "schools,2020,level", "year"),
        (BETA, "7,,所,outturn", "7,,所,target", "ahead"),
        (BETA, "7,,所,outturn", "7,,所,forecast", "ahead"),
    ],
)
def test_a_right_number_under_a_wrong_name_is_seen(small, name, old, new, expected):
    small.write(
        "indicators.csv",
        small.read("indicators.csv") + "coal,industry,万吨,原煤产出,Coal,,,Coal.\n",
    )
    small.spoil(name, old, new)
    assert expected in {law for law, _ in broken(small)}


def test_a_sign_turned_in_a_table_is_seen(small):
    small.spoil(BETA, "growth,2.3,", "growth,-2.3,")
    assert ("sign", "retail") in broken(small)


@pytest.mark.parametrize(
    ("bound", "before", "after", "sound"),
    [
        ("=", "共", "所", True),
        ("=", "约", "所", False),
        ("=", "共", "余所", False),
        ("~", "约", "", True),
        ("~", "共", "多所", True),
        ("~", "共", "所", False),
        (">=", "超过", "", True),
        (">=", "共", "所以内", False),
        ("<=", "共", "所以内", True),
        ("<=", "超", "所", False),
    ],
)
def test_a_bound_is_said_beside_the_number(bound, before, after, sound):
    assert kept("bound", before, after, bound=bound) == sound


@pytest.mark.parametrize(
    ("measure", "sentence", "sound"),
    [
        ("growth", "比上年增长", True),
        ("growth", "共有", False),
        ("share", "占全区", True),
        ("completion", "完成年度任务", True),
        ("completion", "占全区", False),
        ("growth_pa", "年均增长", True),
        ("growth_pa", "增长", False),
    ],
)
def test_a_measure_is_said_in_the_sentence(measure, sentence, sound):
    assert kept("measure", sentence=sentence, measure=measure) == sound


@pytest.mark.parametrize(
    "measure", ["growth", "growth_real", "growth_pa", "change", "share_change"]
)
def test_what_grows_is_said_from_comma_to_comma(measure):
    said = "年均增长提高"
    assert kept("measure", sentence=f"{said}，共有", clause=said, measure=measure)
    assert not kept("measure", sentence=f"{said}，共有", clause="共有", measure=measure)


def test_a_share_may_be_said_at_the_start_of_the_sentence():
    assert kept("measure", sentence="占全区，其中", clause="其中", measure="share")


def test_a_level_in_percent_follows_no_word_of_change():
    assert kept("level", "入学率达")
    assert not kept("level", "同比增长")
    assert kept("level", "增加值率")


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        ("~", "约 近 左右 余 多 大约 上下 接近 几 将近 来"),
        (">=", "以上 超过 超 突破 不低于 不少于 至少 大于"),
        ("<=", "以内 不超过 以下 低于 控制在 不高于 小于 少于 未超过 至多"),
    ],
)
def test_each_word_of_a_bound_bears_it_out(bound, words):
    for word in words.split():
        assert kept("bound", before=word, bound=bound), word
        assert kept("bound", after=word, bound=bound), word
    assert not kept("bound", before="共有", after="所", bound=bound)


def test_no_word_of_a_bound_or_a_measure_is_found_by_another_already():
    # 增 and what holds it are one list for whoever asks which way a number goes.
    listed = {**word_laws._BOUNDS, **word_laws._MEASURES, "=": word_laws._UNBOUND_BEFORE}
    for key, words in listed.items():
        own = [word for word in words if word not in printed.RISING + printed.FALLING]
        assert [(key, one, other) for one in own for other in own if one != other in one] == []


def test_and_some_more_is_about_and_not_at_least():
    # 余 and 多 behind a round number: 48 of 49 times the data say about.
    assert not kept("bound", after="余所", bound=">=")
    assert not kept("bound", after="多所", bound=">=")
    assert not kept("bound", before="达到", bound=">=")


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("约 近 超过 突破 不低于 不少于 至少 不超过 控制在", "before"),
        ("以上 以内 左右 以下 余", "after"),
    ],
)
def test_beside_a_plain_number_stands_no_word_of_a_bound(words, beside):
    for word in words.split():
        assert not kept("bound", **{beside: word}, bound="="), word


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("growth_pa", "年均 每年 年增 平均"),
        ("per_year", "年均 每年 年"),
        ("change", "净 较"),
        ("share_change", "百分点 提高 增加 下降 比重"),
        ("share", "占 比重 比例 率 半 覆盖 全 面积 合格 所有"),
        ("rank", "第 位 名 列 前 首 强"),
        ("completion", "完成 任务 目标 计划 进度"),
    ],
)
def test_each_word_of_a_measure_bears_it_out(measure, words):
    for word in words.split():
        assert kept("measure", sentence=f"村{word}村", measure=measure), word
    assert not kept("measure", sentence="村村通", measure=measure)


@pytest.mark.parametrize(
    ("period", "passage", "to_come", "sound"),
    [
        ("2021", "", False, True),
        ("2016/2021", "从2016年", False, True),
        ("2016/2021", "五年来", False, True),
        ("2015/2021", "从2016年", False, False),
        ("2022", "", True, True),
        ("2022/2026", "", True, True),
        ("2023", "", True, False),
        ("2026", "", False, False),
        ("2026", "十四五", False, True),
        ("2025", "十四五", False, True),
        ("2024", "十四五", False, False),
        ("2022", "明年", False, True),
        ("2023", "明年", False, False),
        ("2020", "去年", False, True),
        ("2020", "上年同期", False, True),
        ("2019", "去年", False, False),
        ("2017", "十三五", False, True),
        ("2018", "十三五", False, False),
    ],
)
def test_a_year_is_said_or_follows_from_the_section(period, passage, to_come, sound):
    assert kept("year", passage=passage, to_come=to_come, period=period) == sound


@pytest.mark.parametrize(
    ("status", "sentence", "to_come", "sound"),
    [
        ("target", "力争达到", False, True),
        ("target", "", True, True),
        ("target", "共有", False, False),
        ("planned", "总投资", False, True),
        ("planned", "", False, False),
        ("forecast", "", True, False),
    ],
)
def test_what_is_to_come_is_said(status, sentence, to_come, sound):
    assert kept("ahead", sentence=sentence, to_come=to_come, status=status) == sound


@pytest.mark.parametrize(
    "word", ["力争", "目标", "任务", "计划", "用水指标", "提出", "今后", "明年", "未来", "十四五"]
)
def test_a_word_of_aiming_leads_to_its_number(word):
    assert kept("ahead", led=word, status="target")
    assert not kept("ahead", sentence=f"7 所{word}", led="7 所", status="target")


@pytest.mark.parametrize("word", ["争取", "指标", "确保", "规划", "项目"])
def test_words_that_mostly_tell_of_what_is_done_make_no_target(word):
    assert not kept("ahead", sentence=word, status="target")


@pytest.mark.parametrize(
    "word",
    [
        "计划",
        "规划",
        "设计",
        "拟",
        "总投资",
        "预算",
        "概算",
        "年产",
        "谋划",
        "备案",
        "签订",
        "前期",
        "建成后",
    ],
)
def test_a_word_of_planning_stands_in_the_sentence(word):
    assert kept("ahead", sentence=f"7 所{word}", led="7 所", status="planned")


@pytest.mark.parametrize("word", ["项目", "可"])
def test_a_project_alone_is_no_plan(word):
    assert not kept("ahead", sentence=word, status="planned")


def test_what_came_stands_in_no_section_of_what_is_to_come():
    assert kept("done", sentence="完成")
    assert not kept("done", sentence="力争完成")
    assert not kept("done", sentence="完成", to_come=True)


def test_a_section_opens_with_a_heading_and_reaches_to_the_end_of_its_document(small):
    lines = ["综合", "今后五年目标任务", "新建学校 7 所", "", "", "新建学校 7 所"]
    about = passages.Around(lines, data.documents())

    def near(document, line):
        return about(SimpleNamespace(document=document, line=line, position=5, length=3))

    assert near("alpha", 3).to_come
    assert not near("alpha", 2).to_come
    assert not near("beta", 6).to_come


def test_the_words_around_are_those_of_the_sentence_the_passage_and_the_table(small):
    lines = ["综合", "甲一。乙约 7 所；丙", "指标\t绝对数", "其他\t8", "学校\t7", ""]
    about = passages.Around(lines, data.documents())
    near = about(SimpleNamespace(document="alpha", line=2, position=5, length=3))
    assert (near.before, near.sentence) == ("甲一。乙约", "乙约 7 所")
    assert near.passage.endswith("综合 公报")
    table = about(SimpleNamespace(document="alpha", line=5, position=3, length=1))
    assert table.clause == table.led == table.sentence
    assert "指标\t绝对数" in table.sentence and "学校\t7" in table.sentence


def test_a_clause_ends_at_a_comma_and_what_leads_to_a_number_with_it(small):
    lines = ["甲。乙，丙约 7 所，丁", "", "", "", "", ""]
    about = passages.Around(lines, data.documents())
    near = about(SimpleNamespace(document="alpha", line=1, position=7, length=3))
    assert (near.clause, near.led, near.sentence) == (
        "丙约 7 所",
        "乙，丙约 7 所",
        "乙，丙约 7 所，丁",
    )


def test_an_exception_is_counted_and_one_that_none_needs_is_listed(small):
    small.spoil(BETA, "7,,所,outturn", "7,,所,target")
    small.write(
        "exceptions.csv",
        small.read("exceptions.csv")
        + "ahead,beta,6,schools,Said otherwise.\nahead,beta,6,retail,Said otherwise.\n",
    )
    texts = source.read(small.path / "text.txt")
    judged = wording.judge(texts)
    assert wording.faults(judged).empty
    counted = wording.looked_at(judged).set_index("law")
    assert counted.loc["ahead", ["rows", "broken", "excepted"]].tolist() == [1, 0, 1]
    assert wording.unused_exceptions(judged, texts)["indicator"].tolist() == ["retail"]


@pytest.mark.parametrize(("terms", "sound"), [((), False), (("学堂",), False), (("学校",), True)])
def test_another_term_beside_a_figure_stands_for_its_name(terms, sound):
    row = {"name_zh": "教学机构", "terms": terms}
    assert kept("term", passage="新建学 校 7 所", **row) == sound


def test_a_term_that_stands_beside_no_figure_of_its_indicator_is_listed(small):
    small.write("terms.csv", small.read("terms.csv") + "schools,书店\ngrain,学校\n")
    unused = wording.unused_terms(source.read(small.path / "text.txt"))
    assert unused[["indicator", "term"]].values.tolist() == [["grain", "学校"]]


def test_a_sentence_that_a_page_breaks_is_read_to_its_other_half(small):
    lines = ["新建二级", "", "", "学校 7 所，拨款 9", "", "万元。"]
    about = passages.Around(lines, data.documents())
    assert "新建二级" in about.passage("alpha", 4) and "万元" in about.passage("alpha", 4)
    lines[0] += "站。"
    assert "新建" not in passages.Around(lines, data.documents()).passage("alpha", 4)


@pytest.mark.parametrize(
    ("lines", "first", "heading"),
    [
        (["总", "分", "数 7"], 1, "分"),
        (["总", "句，号", "数 7"], 1, "总"),
        (["外", "句，号", "数 7"], 2, ""),
        (["句，号", "数 7", "末"], 1, ""),
        (["总", "指标\t数", "数 7"], 1, "总"),
        (["总", "", "数 7"], 1, "总"),
        (["总", "长" * 30, "数 7"], 1, "长" * 30),
        (["总", "长" * 31, "数 7"], 1, "总"),
    ],
)
def test_a_heading_is_the_nearest_short_line_above_in_the_document(small, lines, first, heading):
    about = passages.Around(lines, data.documents())
    assert about._heading(first, lines.index("数 7") + 1) == heading


def test_the_other_half_of_a_sentence_is_a_few_lines_away_and_in_the_text(small):
    about = passages.Around(["前", *[""] * (passages.BREAK - 1), "中", "后"], data.documents())
    middle = passages.BREAK + 1
    assert (about._continued(middle, -1), about._continued(middle, 1)) == ("前", "后")
    assert about._continued(1, -1) == about._continued(middle + 1, 1) == ""
    about.lines.insert(1, "")
    assert about._continued(middle + 1, -1) == ""


def test_a_fault_names_its_place_its_number_and_the_law(small):
    small.spoil(BETA, "7,,所,outturn", "7,,所,target")
    found = wording.faults(wording.judge(source.read(small.path / "text.txt")))
    assert " ".join(found.columns) == "document line indicator printed value fault"


def test_every_figure_of_the_yearbook_is_told_by_the_words_around_it(yearbook):
    texts = yearbook
    judged = wording.judge(texts)
    assert wording.faults(judged).empty
    assert wording.unused_exceptions(judged, texts).empty
    counted = wording.looked_at(judged)
    assert counted["rows"].min() >= 60
    assert wording.unused_terms(yearbook).empty
    assert counted["excepted"].sum() <= 119


@pytest.mark.parametrize(
    ("column", "value", "law"),
    [("status", "target", "ahead"), ("bound", "~", "bound"), ("value", -9.2, "sign")],
)
def test_a_mistake_planted_in_the_communique_is_seen(yearbook, monkeypatch, column, value, law):
    # Line 5558 says 比上年增长9.2%.
    rows = data.observations(corrected=False).query("document == 'communique'")
    at = (rows["indicator"] == "gdp") & (rows["line"] == 5558) & (rows["printed"] == "9.2%")
    rows.loc[at, column] = value
    monkeypatch.setattr(data, "observations", lambda **_: rows)
    found = {one.law.key: one.broken for one in wording.judge(yearbook)}
    assert isinstance(found[law], pd.DataFrame) and at[at].index[0] in found[law].index
