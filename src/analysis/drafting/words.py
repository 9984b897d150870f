"""The words that say what a figure is: its label, and what was named before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis import printed
from analysis.drafting.numbers import BEFORE, UNMOVED, Found

SECTORS = ("primary", "secondary", "tertiary")
_THREE = re.compile("三次产业|[一1]、?[二2]、?[三3]产业?")
_SENTENCE = re.compile("[。；;！？]")
_FULL_STOP = re.compile("[。！？]")
_CLAUSE = re.compile("[，,;；。:：（()）！？]")
_ASIDE = re.compile("[(（][^()（）]*[)）]")
_SAME = ("比重", "占比", "增速", "比例")  # of what was named before
_OF_WHOLE = re.compile(r"占[^，,]*?(?:比重|比例|份额)?[^，,]*$")
_LISTED = re.compile(r"\s*[、和与及]?\s*")
# Behind a number and its unit: a noun, to the next comma, number or word that starts a new thing.
_BEHIND = re.compile(r"[^，,;；。:：、（()）！？\d\t“]{1,14}")
_CHANGE = re.compile(
    "(?:比|较|与|同)(?:上年|去年|前一年|\\d{4}年)(?:末|同期|底)?(?:相比|比较)?"
    "|(?:比|较)年初|同口径|同比|扣除价格因素|按(?:可比|不变)(?:价格?|口径)(?:计算)?"
    "|实际|名义|年均|两年平均|平均|分别|持平|翻"
)
# What may stand around a label and says nothing of what is counted.
_LEADING = re.compile(
    r"^(?:其中|全年|年末|年内|本年|当年|年底|期末|初步核算|共计|共有|累计|全区|全县|全市|全镇|全乡|全街道|社区|辖区|辖区内"
    r"|区内|我区|我县|从|分\w{1,5}看|按\w{1,8}(?:看|分|计算)|在|和|与|的|实现|完成|新口径"
    r"|\d{4}\s*年|\d{1,2}\s*月|”|“|【[^】]*】|#|\s|\W)+"
)
_TRAILING = re.compile(
    r"(?:达到了?|达|为|实现|完成|有|共有|共计|共|已|约|近|突破|超过|累计|分别|至|到|了|是|在|的|数量|"
    + "|".join(BEFORE)
    + r"|“|”|\s|\W)+$"
)
_MOVED = re.compile(
    "|".join(sorted({*printed.FALLING, *printed.RISING, "增产"}, key=len, reverse=True))
)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one figure: its label, and of what before it, nearest first.

    ``after`` is what the words behind the number name (9 个行政村). ``clause`` is what leads to it
    from the last comma or the figure before, ``between`` all since that figure, ``sentence`` what
    stands in its sentence. ``verb`` is the word of change that leads to it. ``shared`` tells that
    its label is that of several figures, of which nothing says which is which; ``sector`` which
    of the three sectors it is of, where three figures are listed for them.
    """

    label: str
    after: str
    before: tuple[str, ...]
    clause: str
    between: str
    sentence: str
    verb: str
    shared: bool = False
    sector: int = -1


def said(text: str, found: Sequence[Found], heading: str) -> list[Said]:
    """Return what ``text`` says of each of its figures, in their order."""
    result: list[Said] = []
    named: list[str] = []
    segments: list[str] = []
    reached = 0
    for at, one in enumerate(found):
        between = text[reached : one.start]
        if _SENTENCE.search(between):
            segments, named = [*reversed(named), *segments][:6], []
        listed = bool(result) and bool(_LISTED.fullmatch(between)) and one.part < 0
        if listed:
            shared = result[-1].shared or found[at - 1].unit == one.unit
            words = replace(result[-1], after=_after(text, one), shared=shared)
        else:
            words = _said(text, one, reached, (*reversed(named), *segments, heading))
        result.append(words)
        if not listed:
            named += [*_leads(between), *([words.label] if words.label else [])]
        reached = one.end
    return _parted(result, text, found)


def _said(text: str, one: Found, reached: int, named: tuple[str, ...]) -> Said:
    clause = _last_clause(text[: one.start], reached)
    label, verb = _label(clause)
    if not label and not verb:  # a comma inside a list: what stood before it is the label
        label, verb = _label(_last_clause(text[: one.start], reached, skip=1))
    if one.printed in UNMOVED:
        verb = one.printed
    between = text[reached : one.start]
    leads = tuple(reversed(_leads(between)))
    sentence = _sentence(text, one)
    return Said(label, _after(text, one), leads + named, clause, between, sentence, verb)


def _after(text: str, one: Found) -> str:
    """Return what the words behind a number name: they end with a comma, a verb or a number."""
    behind = _BEHIND.match(text[one.end :])
    return _bare(behind[0]) if behind else ""


def _parted(result: list[Said], text: str, found: Sequence[Found]) -> list[Said]:
    """Give each figure of a list its own label where as many labels are listed as figures."""
    at = 0
    while at < len(result):
        last = at + 1
        while last < len(found) and _is_listed(text, found[last - 1], found[last]):
            last += 1
        if last - at == len(SECTORS) and _THREE.search(result[at].clause):
            for place in range(at, last):
                result[place] = replace(result[place], sector=place - at, shared=False)
        labels = [_bare(one) for one in re.split("[、和与及]", result[at].label)]
        if last - at > 1 and len(labels) == last - at and all(labels):
            tail = labels[-1]
            for place, label in enumerate(labels):
                before = (tail, *result[at].before)
                result[at + place] = replace(
                    result[at + place], label=label, before=before, shared=False
                )
        at = last
    return result


def _is_listed(text: str, one: Found, other: Found) -> bool:
    return bool(_LISTED.fullmatch(text[one.end : other.start]))


def _last_clause(text: str, reached: int, skip: int = 0) -> str:
    parts = _CLAUSE.split(_ASIDE.sub("", text[reached:]))
    return parts[-1 - skip] if len(parts) > skip else ""


def _leads(between: str) -> list[str]:
    """Return the labels of the clauses that hold no figure, before the last one."""
    parts = _CLAUSE.split(_ASIDE.sub("", between))[:-1]
    return [label for part in parts if (label := _label(part)[0])]


def _label(clause: str) -> tuple[str, str]:
    """Return the words of a clause that name something, and its word of change."""
    moved = [one for one in _MOVED.finditer(clause) if not _is_name(clause, one)]
    verb = moved[-1][0] if moved else ""
    named = clause[: moved[-1].start()] if moved else clause
    # 占…的比重 names the whole; its part stands before.
    named = _CHANGE.sub("", _OF_WHOLE.sub("", named))
    return _bare(named), verb


def _is_name(clause: str, moved: re.Match[str]) -> bool:
    """Tell whether a word of change is part of a name: 增加值, 新增停车位, 提升改造."""
    after = clause[moved.end() :].strip()
    if clause[moved.start() : moved.end() + 1] in ("增加值", "增值税", "增长率"):
        return True
    return moved[0] in ("新增", "提升", "扩大", "增") and bool(after)


def _bare(text: str) -> str:
    bare = _TRAILING.sub("", _LEADING.sub("", re.sub(r"\s", "", text)))
    return "" if bare in _SAME else bare


def _sentence(text: str, one: Found) -> str:
    opened = [match.end() for match in _FULL_STOP.finditer(text, 0, one.start)]
    closed = _FULL_STOP.search(text, one.end)
    return text[opened[-1] if opened else 0 : closed.start() if closed else None]
