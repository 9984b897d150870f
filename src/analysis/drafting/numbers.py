"""The figures printed in a paragraph: where each stands, its number, unit and bound.

Dates, ordinals, labels and digits in names between quotation marks are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from analysis import printed
from analysis.data import source

# Beside a number: what it is of what is printed. `~` is for what may be more or less.
BEFORE = {
    "大约": "~", "约": "~", "接近": "~", "将近": "~", "近": "~",
    "不低于": ">=", "不少于": ">=", "至少": ">=", "超过": ">=", "突破": ">=",
    "不超过": "<=", "不高于": "<=", "控制在": "<=", "低于": "<=", "未超过": "<=",
}  # fmt: skip
AFTER = {"以上": ">=", "左右": "~", "上下": "~", "余": "~", "多": "~", "以内": "<=", "以下": "<="}
LONGEST = 12  # characters of a unit as printed
_QUOTED = re.compile("“[^”]{0,40}”|《[^》]*》|‘[^’]*’")
UNMOVED = ("持平",)
_BASE = re.compile(r"以[^，。；（）()]{1,8}为\s*100|=\s*100")
_DOUBLED = re.compile("翻[一两]?番|持平")
_CODE = re.compile("[A-Za-z#＋+]$")
_ORDINAL = re.compile(r"^\s*(?:号|级|届|周年|版|型|[A-Za-z])")
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:\s*[:：∶]\s*\d+(?:\.\d+)?)+")
_MORE = re.compile(r"\s*([万亿千]?)\s*(?:余|多)\s*")
_AND = re.compile(rf"^\s*[和、与及]\s*{printed.NUMBER.pattern}")


@dataclass(frozen=True, slots=True)
class Found:
    """One printed figure: ``start`` and ``end`` are places in its paragraph."""

    start: int
    end: int
    printed: str
    unit: str
    bound: str
    part: int = -1  # which member of a ratio it is: 17.8:25.2:57 has three

    @property
    def value(self) -> float:
        """The number, without the sign that words may give it."""
        return printed.number(self.printed)

    @property
    def value_max(self) -> float | None:
        """The upper end of a printed range."""
        return printed.upper(self.printed)


def figures(text: str, units: Collection[str]) -> Iterator[Found]:
    """Yield the figures of ``text`` from left to right; ``units`` are those of ``units.csv``."""
    passed = [match.span() for match in source.NOT_FIGURES.finditer(text)]
    passed += [match.span() for one in (_QUOTED, _BASE) for match in one.finditer(text)]
    ratios = [match.span() for match in _RATIO.finditer(text)]
    numbers = [*printed.RANGE.finditer(text), *printed.NUMBER.finditer(text)]
    numbers += list(_DOUBLED.finditer(text))
    reached = 0
    for match in sorted(numbers, key=lambda one: (one.start(), -one.end())):
        start = match.start()
        if match[0][0] in "-−" and (start == 0 or text[start - 1].isdigit()):
            start += 1  # in prose a dash joins two numbers
        if start < reached or any(first <= start < last for first, last in passed):
            continue
        ratio = next((span for span in ratios if span[0] <= start < span[1]), None)
        if one := _figure(text, start, match, units, ratio):
            reached = one.end
            yield one


def _figure(
    text: str,
    start: int,
    match: re.Match[str],
    units: Collection[str],
    ratio: tuple[int, int] | None,
) -> Found | None:
    end = match.end()
    if _DOUBLED.fullmatch(match[0]):
        return Found(start, end, match[0], "%" if match[0] in UNMOVED else "番", "=")
    if ratio:
        part = len(re.findall("[:：∶]", text[ratio[0] : start]))
        return Found(start, end, text[start:end], "%", "=", part)
    if more := _MORE.match(text[end:]):
        # 4 万余元: the word of bound stands inside the unit, and the number alone is copied.
        unit, _ = _unit(more[1] + text[end + more.end() :], units)
        if unit:
            return Found(start, end, text[start:end], unit, "~")
    gap = len(text[end:]) - len(text[end:].lstrip())
    unit, length = _unit(text[end + gap :], units)
    if unit:
        end += gap + length
    elif _CODE.search(text[:start]) or _ORDINAL.match(text[end:]):
        return None
    elif other := _AND.match(text[end:]):
        unit, _ = _unit(text[end + other.end() :].lstrip(), units)
    return Found(start, end, text[start:end], unit, _bound(text, start, end))


def _bound(text: str, start: int, end: int) -> str:
    before, after = text[:start].rstrip(), text[end:].lstrip()
    for word, bound in AFTER.items():
        if after.startswith(word):
            return bound
    longest = sorted((word for word in BEFORE if before.endswith(word)), key=len)
    return BEFORE[longest[-1]] if longest else "="


def _unit(text: str, units: Collection[str]) -> tuple[str, int]:
    """Return the unit that ``text`` begins with, and how many characters it takes."""
    for length in range(min(LONGEST, len(text)), 0, -1):
        written = text[:length]
        plain = re.sub(r"[\s()（）]", "", written).replace("％", "%")
        closed = len(re.findall("[(（]", written)) == len(re.findall("[)）]", written))
        if plain in units and closed and not written[-1].isspace():
            return plain, length
    return "", 0
