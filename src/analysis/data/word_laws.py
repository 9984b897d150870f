"""What the words around a figure must say, law by law: its name, place, bound, measure, time.

Each law asks for certain words near the printed number, or forbids them: beside it, in its clause,
its sentence or its passage, see ``passages``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis import printed
from analysis.data import edition
from analysis.data.passages import Near

SHARE = 0.3  # of an indicator's pairs of characters that its passage has to hold

# A word that holds another, as 大约 holds 约, is found by that one.
_ABOUT = ("约", "近", "左右", "余", "多", "上下", "几", "来")
_LEAST = ("以上", "超", "突破", "不低于", "不少于", "至少", "大于")
_MOST = ("以内", "不超过", "以下", "低于", "控制在", "不高于", "小于", "少于", "未超过", "至多")
_BOUNDS = {"~": _ABOUT, ">=": _LEAST, "<=": _MOST}
# Beside a plain number none of these stands; what also ends a name (多, 达到) is left out.
_UNBOUND_BEFORE = ("约", "近", "超过", "突破", "不低于", "不少于", "至少", "控制在")
_UNBOUND_AFTER = ("以上", "以内", "左右", "以下", "余")
# They lead to the number: behind it (完成目标任务) they mostly tell of what is done.
_GOAL = ("力争", "目标", "任务", "计划", "用水指标", "提出", "今后", "明年", "未来", "十四五")
_PLAN = (
    "计划", "规划", "设计", "拟", "总投资", "预算", "概算", "年产",
    "谋划", "备案", "签订", "前期", "建成后",
)  # fmt: skip
_EXPECTED = ("预计", "预期", "估计", "预测", "可实现", "将达")
# Words that nobody uses of what is done.
_ONLY_AHEAD = ("力争", "预计", "拟新建", "拟建", "预期目标", "今后五年", "明年")
_GROWING = (*printed.FALLING, *printed.RISING, "同比", "比上年", "翻", "倍", "变化", "±", "提前")
_MEASURES = {
    "growth": _GROWING,
    "growth_real": _GROWING,
    "growth_pa": ("年均", "每年", "年增", "平均"),
    "per_year": ("年",),
    "change": (*_GROWING, "净", "较"),
    "share_change": ("百分点", "提高", "增加", "下降", "比重"),
    "share": ("占", "比重", "比例", "率", "半", "覆盖", "全", "面积", "合格", "所有"),
    "rank": ("第", "位", "名", "列", "前", "首", "强"),
    "completion": ("完成", "任务", "目标", "计划", "进度"),
}
_IN_ONE_BREATH = ("growth", "growth_real", "growth_pa", "change", "share_change")


@dataclass(frozen=True, slots=True)
class Law:
    """One law: its key in ``exceptions.csv``, what it says, whom it concerns, when it is kept."""

    key: str
    states: str
    concerns: Callable[[Any], bool]
    kept: Callable[[Any, Near], bool]


@cache
def _pairs(name: str) -> tuple[str, ...]:
    # 增加值 is left out of the text where a sentence has said it once.
    plain = re.sub(r"[^\u4e00-\u9fff]", "", name.replace("增加值", ""))
    return tuple(plain[at : at + 2] for at in range(len(plain) - 1)) or (plain or name,)


def _named(row: Any, near: Near) -> bool:
    pairs = _pairs(row.name_zh)
    if sum(pair in near.passage for pair in pairs) >= SHARE * len(pairs):
        return True
    return bool(row.terms) and _any(row.terms, unspaced(near.passage))


def unspaced(text: str) -> str:
    """Return a text without the spaces that a page sets between its signs."""
    return text.replace(" ", "")


def _placed(row: Any, near: Near) -> bool:
    name = re.sub("(街道|社区|镇|园区|乡)$", "", row.entity_zh)
    return name in near.passage or any(pair in near.passage for pair in _pairs(name)[:1])


def _turned(row: Any, near: Near) -> bool:
    return bool(row.minus) or _any(printed.FALLING, near.sentence)


def _bounded(row: Any, near: Near) -> bool:
    if row.bound != "=":
        said = near.before + row.printed + near.after
        return _any(_BOUNDS[row.bound], said)
    before = any(near.before.rstrip().endswith(word) for word in _UNBOUND_BEFORE)
    after = any(near.after.lstrip().startswith(word) for word in _UNBOUND_AFTER)
    return not before and not after


def _measured(row: Any, near: Near) -> bool:
    # What grows is said in one breath with the number; a share or a task at its sentence's start.
    return _any(
        _MEASURES[row.measure], near.clause if row.measure in _IN_ONE_BREATH else near.sentence
    )


def _level(row: Any, near: Near) -> bool:
    return not _any((*printed.FALLING, *printed.RISING), near.before.replace("增加值", ""))


def _dated(row: Any, near: Near) -> bool:
    ends = re.findall(r"\d{4}", row.period.replace("-", "/"))
    years = {end for end in ends if end != str(row.about)}
    coming = (row.about + 1, row.about + 5) if near.to_come else ()
    return all(int(end) in coming or _year(int(end), row.about, near.passage) for end in years)


def _year(year: int, about: int, text: str) -> bool:
    distance = year - about
    words = {-1: ("去年", "上年末", "上年同期"), 1: ("明年",), 5: ("五年", "十四五")}
    words[4] = ("十四五",)
    words[-4] = words[-5] = ("五年", "十三五")
    return str(year) in text or _any(words.get(distance, ()), text)


def _ahead(row: Any, near: Near) -> bool:
    if row.status == "forecast":  # said once, and meant of all that follows
        return _any(_EXPECTED, near.passage)
    if near.to_come:
        return True
    if row.status == "target":
        return _any(_GOAL, near.led)
    return _any(_PLAN, near.sentence)


def _done(row: Any, near: Near) -> bool:
    return not near.to_come and not _any(_ONLY_AHEAD, near.sentence)


def _any(words: Iterable[str], text: str) -> bool:
    return any(word in text for word in words)


def _elsewhere(row: Any) -> bool:
    return bool(row.entity != edition.entity())


LAWS = (
    Law(
        "term",
        "its passage holds the words of its Chinese name, or another term for it",
        lambda row: True,
        _named,
    ),
    Law("entity", "its passage names the place that it is about", _elsewhere, _placed),
    Law(
        "sign",
        "a fall is told by a minus or a word of falling",
        lambda row: row.measure != "level" and row.value < 0,
        _turned,
    ),
    Law("bound", "the words beside it say its bound", lambda row: True, _bounded),
    Law(
        "measure",
        "its sentence or its table's head says how it is measured",
        lambda row: row.measure in _MEASURES,
        _measured,
    ),
    Law(
        "level",
        "no word of change stands before a level in percent",
        lambda row: row.measure == "level" and row.dimension in ("ratio", "points"),
        _level,
    ),
    Law(
        "year",
        "its passage names any year but its document's",
        lambda row: row.period[-10:][:4] != str(row.about) or "/" in row.period,
        _dated,
    ),
    Law(
        "ahead",
        "what is still to come is told as such",
        lambda row: row.status != "outturn",
        _ahead,
    ),
    Law(
        "done",
        "what came is not told as a hope",
        lambda row: row.status == "outturn",
        _done,
    ),
)
