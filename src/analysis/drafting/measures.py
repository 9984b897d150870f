"""How a figure is measured, for when, and whether it came: by its unit and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.drafting.dictionary import Dictionary
from analysis.drafting.words import Said

_SHARE = re.compile("占|比重|份额|构成")
_DONE = re.compile(r"完成\S{0,12}(?:任务|计划|目标|预算)\S{0,6}的?$|完成率$")
_LEVEL = re.compile("率|系数|水平|覆盖面|指数|达标|比例")
_TO = re.compile(r"^\s*(?:到|至)")
_REAL = re.compile("实际|可比价|不变价|扣除价格")
# At comparable prices wherever a statistics bureau gives their growth.
_PRODUCED = re.compile("增加值|生产总值|总产值|产值")
COMPARABLE = re.compile("可比价|不变价")
_AGAINST = re.compile("(?:比|较|与)(?:上年|年初|去年|上年末|前一年|同期|\\d{4})|同比|净增|净减")
_STOCK = re.compile("年末|年底|期末|截至|截止|末(?:全|共|实)|拥有|现有|实有|共有")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_GOAL = re.compile("力争|今后五年|未来五年|明年")
_EXPECTED = re.compile("预计|预期|可实现|将达")
_SPANS = {"五年": 5, "两年平均": 2, "三年": 3}
# What a section can speak of besides one year: five years past, five to come, the next one.
PAST, AHEAD, NEXT = 5, -5, -1
_ADDED = re.compile("新|建|改造|实施|完成|累计|培育|引进|创建|栽植|实现")
RELATIVE = ("ratio", "doublings", "rate per thousand")


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, and whether the words leave no other."""

    measure: str
    sure: bool


def measured(
    dimension: str, words: Said, of: str, dictionary: Dictionary, *, comparable: bool
) -> Measured:
    """Return the measure of a figure of indicator ``of`` (empty where it is not known).

    ``dimension`` is that of its unit. ``comparable`` tells that the text gives growth of what is
    produced at comparable prices.
    """
    clause, verb = words.clause, words.verb
    usual = dictionary.dimension.get(of, "")
    moved = bool(verb) and not _TO.match(clause.rpartition(verb)[2])
    if dimension == "points":
        return Measured("change" if usual in RELATIVE else "share_change", bool(of))
    if dimension in RELATIVE:
        return _relative(dimension, words, moved, of, dictionary, comparable)
    if "年均" in clause or "每年" in clause:
        return Measured("per_year", False)
    if moved and (_AGAINST.search(clause) or clause.rpartition(verb)[0].strip() == ""):
        return Measured("change", bool(_AGAINST.search(clause)))
    if dimension == "rank":
        return Measured("rank", bool(re.search("第|前|位", clause)))
    return Measured("level", not moved)


def _relative(
    dimension: str, words: Said, moved: bool, of: str, dictionary: Dictionary, comparable: bool
) -> Measured:
    clause, between = words.clause, words.between
    usual = dictionary.dimension.get(of, "")
    if re.search("年均|两年平均|年平均", between) and (moved or dimension == "doublings"):
        return Measured("growth_pa", True)
    if moved or dimension == "doublings":
        if _REAL.search(between):
            return Measured("growth_real", bool(of))
        if _PRODUCED.search("".join(dictionary.names.get(of, ()))):
            return Measured("growth_real" if comparable else "growth", comparable)
        real = dictionary.real.get(of, False)
        return Measured("growth_real" if real else "growth", bool(of))
    if _DONE.search(clause.strip()):
        return Measured("completion", True)
    if usual == dimension:
        return Measured("level", True)
    if _SHARE.search(clause):
        return Measured("share", True)
    return Measured("level" if _LEVEL.search(clause) and not usual else "share", False)


@dataclass(frozen=True, slots=True)
class Time:
    """What a section speaks of: the year, or the five years that end or begin with it."""

    year: int
    span: int = 0  # PAST, AHEAD or NEXT, or none of them

    @property
    def start(self) -> int:
        """The first year that it speaks of."""
        return {PAST: self.year - 4, AHEAD: self.year + 1}.get(self.span, self.end)

    @property
    def end(self) -> int:
        """The last year that it speaks of."""
        return {AHEAD: self.year + 5, NEXT: self.year + 1}.get(self.span, self.year)

    @property
    def to_come(self) -> bool:
        """Whether what it says is still to come."""
        return self.span < 0


def section(heading: str, time: Time) -> Time:
    """Return the time that a heading opens, or the one that went on."""
    plans = rf"今后五年|未来五年|{time.year + 1}\s*年.{{0,12}}(?:工作|目标|任务|安排)"
    if re.search(plans, heading):
        return Time(time.year, AHEAD if "五年" in heading else NEXT)
    if re.search("过去五年|五年来|五年工作|工作回顾", heading):
        return Time(time.year, PAST)
    return time


def status(words: Said, time: Time) -> str:
    """Return whether a figure came, is expected or is aimed at."""
    ahead = any(int(year) > time.year for year in _YEAR.findall(words.clause))
    if time.to_come or ahead or _GOAL.search(words.sentence):
        return "target"
    return "forecast" if _EXPECTED.search(words.sentence) else "outturn"


@dataclass(frozen=True, slots=True)
class Dated:
    """A period, empty where nothing tells, and whether the words leave no other."""

    period: str
    sure: bool


def dated(measure: str, time: Time, of: str, words: Said, dictionary: Dictionary) -> Dated:
    """Return the period of a figure: a year, its last day for a stock, or a span of years."""
    clause, sentence = words.clause, words.sentence
    named = [int(one) for one in _YEAR.findall(clause)]
    if not named and _GOAL.search(sentence):
        named = [int(one) for one in _YEAR.findall(sentence) if int(one) > time.year]
    stock = dictionary.stock.get(of) if of else None
    if measure in ("growth_pa", "per_year"):
        return _span(time, sentence)
    year = named[-1] if named else time.end
    if measure not in ("level", "share", "rank"):
        spanned = time.span and not named
        return Dated(f"{time.start - 1}/{time.end}" if spanned else str(year), not time.span)
    if not time.to_come and (stock or (stock is None and _STOCK.search(sentence))):
        return Dated(f"{year}-12-31", stock is not None)
    if not named and (time.span == PAST or (time.span == AHEAD and _ADDED.search(clause))):
        return Dated(f"{time.start}/{time.end}", False)
    return Dated(str(year), stock is not None and not time.span)


def _span(time: Time, sentence: str) -> Dated:
    if time.span:
        same = time.span == NEXT
        return Dated("" if same else f"{time.start}/{time.end}", False)
    back = next((years for word, years in _SPANS.items() if word in sentence), 0)
    return Dated(f"{time.year - back}/{time.year}" if back else "", False)
