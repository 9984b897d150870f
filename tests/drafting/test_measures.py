"""How a figure is measured, and for when, by the words around it: on an invented dictionary."""

import pytest

from analysis.drafting.dictionary import Dictionary
from analysis.drafting.measures import AHEAD, NEXT, PAST, Time, dated, measured, section, status
from analysis.drafting.words import Said

KNOWN = Dictionary(
    names={"output": ("工业总产值",), "sales": ("销售额",), "income": ("收入",)},
    dimension={"output": "money", "sales": "money", "income": "money", "cover": "ratio"},
    parent={},
    theme={},
    stock={"sales": False, "loans": True, "schools": None},
    real={"income": True},
)


def said(clause: str, verb: str = "", sentence: str = "") -> Said:
    return Said("", "", (), clause, clause, sentence or clause, verb)


@pytest.mark.parametrize(
    ("dimension", "clause", "verb", "of", "measure", "sure"),
    [
        ("money", "销售额", "", "sales", "level", True),
        ("money", "销售额增加到", "增加", "sales", "level", True),
        ("money", "销售额增加", "增加", "sales", "level", False),
        ("money", "增加", "增加", "sales", "change", False),
        ("money", "销售额比上年增加", "增加", "sales", "change", True),
        ("money", "年均增加", "增加", "sales", "per_year", False),
        ("money", "每年投入", "", "sales", "per_year", False),
        ("rank", "排全省第", "", "", "rank", True),
        ("rank", "名次为", "", "", "rank", False),
        ("points", "提高", "提高", "cover", "change", True),
        ("points", "比重提高", "提高", "sales", "share_change", True),
        ("points", "比重提高", "提高", "", "share_change", False),
        ("ratio", "年均增长", "增长", "sales", "growth_pa", True),
        ("doublings", "年均翻", "", "sales", "growth_pa", True),
        ("ratio", "年均占", "", "sales", "share", True),
        ("ratio", "实际增长", "增长", "sales", "growth_real", True),
        ("ratio", "实际增长", "增长", "", "growth_real", False),
        ("doublings", "翻", "", "sales", "growth", True),
        ("ratio", "增长", "增长", "sales", "growth", True),
        ("ratio", "增长", "增长", "", "growth", False),
        ("ratio", "增长", "增长", "income", "growth_real", True),
        ("ratio", "增长", "增长", "output", "growth", False),
        ("ratio", "完成全年任务的", "", "sales", "completion", True),
        ("ratio", "达", "", "cover", "level", True),
        ("ratio", "占", "", "sales", "share", True),
        ("ratio", "入住率达", "", "", "level", False),
        ("ratio", "入住率达", "", "sales", "share", False),
        ("ratio", "达", "", "", "share", False),
    ],
)
def test_words_and_unit_tell_the_measure(dimension, clause, verb, of, measure, sure):
    found = measured(dimension, said(clause, verb), of, KNOWN, comparable=False)
    assert (found.measure, found.sure) == (measure, sure)


def test_growth_of_what_is_produced_is_real_where_the_text_is_at_comparable_prices():
    found = [
        measured("ratio", said("增长", "增长"), of, KNOWN, comparable=True)
        for of in ("output", "sales")
    ]
    assert [(one.measure, one.sure) for one in found] == [("growth_real", True), ("growth", True)]


@pytest.mark.parametrize(
    ("measure", "span", "of", "clause", "sentence", "period", "sure"),
    [
        ("level", 0, "sales", "", "", "2022", True),
        ("level", 0, "schools", "", "", "2022", False),
        ("level", 0, "", "", "", "2022", False),
        ("level", 0, "schools", "", "年末有", "2022-12-31", False),
        ("level", 0, "sales", "", "年末有", "2022", True),
        ("level", 0, "loans", "", "", "2022-12-31", True),
        ("level", 0, "loans", "2020年", "", "2020-12-31", True),
        ("level", 0, "sales", "2019年至2020年", "", "2020", True),
        ("level", 0, "sales", "", "力争2025年", "2025", True),
        ("level", 0, "sales", "", "2021年后力争", "2022", True),
        ("level", NEXT, "loans", "", "", "2023", False),
        ("level", AHEAD, "loans", "", "", "2027", False),
        ("level", AHEAD, "sales", "新建", "", "2023/2027", False),
        ("level", AHEAD, "sales", "2025年新建", "", "2025", False),
        ("level", PAST, "sales", "", "", "2018/2022", False),
        ("level", PAST, "sales", "2020年", "", "2020", False),
        ("share", PAST, "sales", "", "", "2018/2022", False),
        ("growth", 0, "sales", "", "", "2022", True),
        ("growth", PAST, "sales", "", "", "2017/2022", False),
        ("growth", PAST, "sales", "2021年", "", "2021", False),
        ("growth", 0, "sales", "2021年", "2021年...力争2026年", "2021", True),
        ("growth_pa", PAST, "sales", "", "", "2018/2022", False),
        ("growth_pa", AHEAD, "sales", "", "", "2023/2027", False),
        ("growth_pa", NEXT, "sales", "", "", "", False),
        ("growth_pa", 0, "sales", "", "五年", "2017/2022", False),
        ("per_year", 0, "sales", "", "两年平均", "2020/2022", False),
        ("growth_pa", 0, "sales", "", "", "", False),
    ],
)
def test_words_and_section_tell_the_period(measure, span, of, clause, sentence, period, sure):
    words = said(clause, sentence=sentence)
    found = dated(measure, Time(2022, span), of, words, KNOWN)
    assert (found.period, found.sure) == (period, sure)


@pytest.mark.parametrize(
    ("heading", "span"),
    [
        ("今后五年目标", AHEAD),
        ("2023年工作安排", NEXT),
        ("2024年工作安排", 7),
        ("过去五年工作", PAST),
        ("农业", 7),
    ],
)
def test_a_heading_opens_a_time_or_lets_it_go_on(heading, span):
    assert section(heading, Time(2022, 7)) == Time(2022, span)


@pytest.mark.parametrize(
    ("clause", "sentence", "span", "said_of"),
    [
        ("达", "", 0, "outturn"),
        ("达", "", PAST, "outturn"),
        ("达", "", NEXT, "target"),
        ("2023年达", "", 0, "target"),
        ("2022年达", "", 0, "outturn"),
        ("2021年至2023年", "", 0, "target"),
        ("达", "力争达", 0, "target"),
        ("达", "预计达", 0, "forecast"),
        ("达", "预计达", AHEAD, "target"),
    ],
)
def test_words_and_section_tell_whether_it_came(clause, sentence, span, said_of):
    assert status(said(clause, sentence=sentence), Time(2022, span)) == said_of
