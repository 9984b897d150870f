"""The words around a figure: a right number under a wrong name is found by what stands beside it.

Each law asks for certain words near the printed number, or forbids them: in the characters next to
it, in its sentence, or in its passage (its line and the two above, the head of its table, the
heading above, the document's title). Another term by which an indicator is printed stands in
``terms.csv``, what the text says in no such words in ``exceptions.csv``; a term or an exception
that none needs any more is a fault too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from analysis import data, printed
from analysis.data import edition
from analysis.data.source import Texts, locate

# Two lines above, for a paragraph that names its subject once; more would name everything.
ABOVE = 2
BREAK = 4  # lines from one half of a sentence to the other, where a page ends inside it
HEAD = 4  # lines of a table that can hold its title, its units and two rows of names
NEXT = 5  # characters beside a number that can bound it: 以上, 左右, 不低于
SHARE = 0.3  # of an indicator's pairs of characters that its passage has to hold

_SENTENCE = re.compile(r"[。；;！？]")
_ENDED = re.compile(r"[。；;！？:：”）)]\s*$")
_ABOUT = ("约", "近", "左右", "余", "多", "大约", "上下", "接近", "几", "将近", "来")
_LEAST = ("以上", "超过", "超", "突破", "不低于", "不少于", "至少", "余", "多", "达到", "大于")
_MOST = ("以内", "不超过", "以下", "低于", "控制在", "不高于", "小于", "少于", "未超过", "至多")
_BOUNDS = {"~": _ABOUT, ">=": _LEAST, "<=": _MOST}
# Beside a plain number none of these stands; what also ends a name (多, 达到) is left out.
_UNBOUND_BEFORE = ("约", "近", "超过", "突破", "不低于", "不少于", "至少", "不超过", "控制在")
_UNBOUND_AFTER = ("以上", "以内", "左右", "以下", "余")
_GOAL = (
    "力争",
    "目标",
    "任务",
    "确保",
    "争取",
    "计划",
    "规划",
    "指标",
    "今后",
    "明年",
    "未来",
    "十四五",
)
_AHEAD = {
    "forecast": ("预计", "预期", "估计", "预测", "可实现", "将达"),
    "target": _GOAL,
    "planned": ("计划", "规划", "设计", "拟", "总投资", "预算", "概算", "项目", "可", "年产"),
}
# A section that opens so speaks of what is to come until its document ends, or one of the other.
_TO_COME = r"今后五年|未来五年|{next}\s*年.{{0,12}}(?:工作|目标|任务|安排)"
# Words that nobody uses of what is done.
_ONLY_AHEAD = ("力争", "预计", "拟新建", "拟建", "预期目标", "今后五年", "明年")
_GROWING = (*printed.FALLING, *printed.RISING, "同比", "比上年", "翻", "倍", "变化", "±", "提前")
_MEASURES = {
    "growth": _GROWING,
    "growth_real": _GROWING,
    "growth_pa": ("年均", "每年", "年增", "平均"),
    "per_year": ("年均", "每年", "年"),
    "change": (*_GROWING, "净", "较"),
    "share_change": ("百分点", "提高", "增加", "下降", "比重"),
    "share": ("占", "比重", "比例", "率", "半", "覆盖", "全", "面积", "合格", "所有"),
    "rank": ("第", "位", "名", "列", "前", "首", "强"),
    "completion": ("完成", "任务", "目标", "计划", "进度"),
}


@dataclass(frozen=True, slots=True)
class Near:
    """What stands around one figure, narrow to wide."""

    before: str
    after: str
    sentence: str
    passage: str
    to_come: bool  # in a section of what is to come


@dataclass(frozen=True, slots=True)
class Law:
    """One law: its key in ``exceptions.csv``, what it says, whom it concerns, when it is kept."""

    key: str
    states: str
    concerns: Callable[[Any], bool]
    kept: Callable[[Any, Near], bool]


@dataclass(frozen=True, slots=True)
class Judged:
    """A law, how many rows it looked at, and those that break it (``excepted`` where listed)."""

    law: Law
    rows: int
    broken: pd.DataFrame


def looked_at(found: list[Judged]) -> pd.DataFrame:
    """Return each law with how many rows it looked at, broke, and excepts.

    Columns ``law, states, rows, broken, excepted``; ``broken`` and ``excepted`` count rows.
    """
    return pd.DataFrame(
        [
            {
                "law": one.law.key,
                "states": one.law.states,
                "rows": one.rows,
                "broken": int((~one.broken["excepted"]).sum()),
                "excepted": int(one.broken["excepted"].sum()),
            }
            for one in found
        ]
    )


def faults(found: list[Judged]) -> pd.DataFrame:
    """Return the observations whose words the text does not bear out, and are no exception.

    Columns ``document, line, indicator, printed, value, fault``, indexed as
    ``data.observations()``.
    """
    broken = [
        one.broken[~one.broken["excepted"]].assign(fault=f"not so: {one.law.states}")
        for one in found
    ]
    return pd.concat(broken)[["document", "line", "indicator", "printed", "value", "fault"]]


def unused_terms(texts: Texts) -> pd.DataFrame:
    """Return the rows of ``terms.csv`` that stand beside no figure of their indicator.

    Of an indicator that a volume not at hand prints too, nothing is said.
    """
    terms, printed_in = data.load().terms, data.observations(corrected=False)
    away = printed_in.loc[~printed_in["volume"].isin(texts), "indicator"]
    terms = terms[~terms["indicator"].isin(away)]
    around = {volume: _Around(lines, data.documents()) for volume, lines in texts.items()}
    places = printed_in[["volume", *_PLACE]].drop_duplicates()
    met = {
        row.Index
        for row in terms.reset_index().merge(places).set_index("row").itertuples()
        if row.term in _unspaced(around[row.volume].passage(row.document, row.line))
    }
    return terms[~terms.index.isin(met)]


def unused_exceptions(found: list[Judged], texts: Texts) -> pd.DataFrame:
    """Return the rows of ``exceptions.csv`` that no figure of the volumes at hand needs."""
    needed = {
        (one.law.key, *place)
        for one in found
        for place in one.broken[_PLACE].itertuples(index=False, name=None)
    }
    listed = data.load().exceptions
    volume = listed["document"].map(data.documents()["yearbook"])
    listed = listed[listed["law"].isin([law.key for law in LAWS]) & volume.isin(texts)]
    return listed[[one not in needed for one in listed[_KEY].itertuples(index=False, name=None)]]


_PLACE = ["document", "line", "indicator"]
_KEY = ["law", *_PLACE]


def judge(texts: Texts) -> list[Judged]:
    """Hold every observation of the volumes at hand to every law that concerns it.

    ``texts`` are the lines of each, see ``source``.
    """
    located = locate(texts, data.observations(corrected=False))
    located["minus"] = located["printed"].str.contains("[-−]")
    terms = data.load().terms.groupby("indicator")["term"].agg(tuple).to_dict()
    located["terms"] = [terms.get(indicator, ()) for indicator in located["indicator"]]
    about = data.documents()
    located["about"] = located["document"].map(about["year"])
    excepted = set(data.load().exceptions[_KEY].itertuples(index=False, name=None))
    rows = [row for row in located.itertuples() if not pd.isna(row.position)]
    around = {volume: _Around(lines, about) for volume, lines in texts.items()}
    near = [around[row.volume](row) for row in rows]
    found = []
    for law in LAWS:
        concerned = [(row, words) for row, words in zip(rows, near, strict=True)
                     if law.concerns(row)]  # fmt: skip
        broken = [row.Index for row, words in concerned if not law.kept(row, words)]
        table = located.loc[broken]
        keys = [(law.key, *place) for place in table[_PLACE].itertuples(index=False, name=None)]
        table = table.assign(excepted=pd.Series([key in excepted for key in keys], table.index,
                                                dtype=bool))  # fmt: skip
        found.append(Judged(law, len(concerned), table))
    return found


class _Around:
    """Finds the words around the figures of a volume; what is above a line is looked up once."""

    def __init__(self, lines: list[str], documents: pd.DataFrame) -> None:
        self.lines = lines
        self.first = documents["first_line"].to_dict()
        self.last = documents["last_line"].to_dict()
        self.year = documents["year"].to_dict()
        self.opened: dict[str, int] = {}
        self.title = documents["title_zh"].to_dict()
        self.passages: dict[tuple[str, int], str] = {}

    def __call__(self, row: Any) -> Near:
        text, start = self.lines[row.line - 1], int(row.position)
        end = start + row.length
        place = row.document, row.line
        passage = self.passage(*place)
        sentence = text
        if "\t" not in text:
            opened = [match.end() for match in _SENTENCE.finditer(text, 0, start)]
            closed = _SENTENCE.search(text, end)
            sentence = text[opened[-1] if opened else 0 : closed.start() if closed else None]
        else:
            sentence = passage
        return Near(
            text[max(0, start - NEXT) : start],
            text[end : end + NEXT],
            sentence,
            passage,
            self._to_come(*place),
        )

    def _to_come(self, document: str, line: int) -> bool:
        if document not in self.opened:
            numbered = enumerate(self.lines[self.first[document] - 1 : self.last[document]])
            opens = re.compile(_TO_COME.format(next=self.year[document] + 1))
            found = [at for at, text in numbered if len(text) < 40 and opens.search(text)]
            self.opened[document] = (
                self.first[document] + found[0] if found else self.last[document]
            )
        return line > self.opened[document]

    def passage(self, document: str, line: int) -> str:
        """Return the words above and around a line, which is the last one that has to be there."""
        place = document, line
        if place not in self.passages and line <= len(self.lines):
            self.passages[place] = self._passage(*place)
        return self.passages.get(place, "")

    def _passage(self, document: str, line: int) -> str:
        first = self.first[document]
        top = line
        if "\t" in self.lines[line - 1]:
            while top > first and ("\t" in self.lines[top - 1] or not self.lines[top - 1].strip()):
                top -= 1
        # Of a table its head: the rows between would name every other thing in it.
        own = self.lines[max(first, top - ABOVE) - 1 : min(top + HEAD, line)]
        own += self.lines[line - 1 : line]
        if "\t" not in own[-1]:
            own = [self._continued(line, -1), *own, self._continued(line, 1)]
        return " ".join([*own, self._heading(first, line), self.title[document]])

    def _continued(self, line: int, step: int) -> str:
        """Return the line above or below that holds the other half of a broken sentence."""
        for other in range(line + step, line + step * (BREAK + 1), step):
            if 0 < other <= len(self.lines) and self.lines[other - 1].strip():
                upper = self.lines[min(line, other) - 1]
                return "" if _ENDED.search(upper) else self.lines[other - 1]
        return ""

    def _heading(self, first: int, line: int) -> str:
        for above in range(line - 1, first - 1, -1):
            text = self.lines[above - 1].strip()
            if 0 < len(text) <= 30 and "\t" not in text and not re.search("[。；，,;]", text):
                return text
        return ""


@cache
def _pairs(name: str) -> tuple[str, ...]:
    # 增加值 is left out of the text where a sentence has said it once.
    plain = re.sub(r"[^\u4e00-\u9fff]", "", name.replace("增加值", ""))
    return tuple(plain[at : at + 2] for at in range(len(plain) - 1)) or (plain or name,)


def _named(row: Any, near: Near) -> bool:
    pairs = _pairs(row.name_zh)
    if sum(pair in near.passage for pair in pairs) >= SHARE * len(pairs):
        return True
    return bool(row.terms) and _any(row.terms, _unspaced(near.passage))


def _unspaced(text: str) -> str:
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
    return _any(_MEASURES[row.measure], near.sentence)


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
        return _any(_AHEAD["forecast"], near.passage)
    return near.to_come or _any(_AHEAD[row.status], near.sentence)


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
