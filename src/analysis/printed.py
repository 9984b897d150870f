"""A printed number: what it says, and what its rounding leaves open.

A yearbook prints 232.33 for anything between 232.325 and 232.335. Arithmetic on such figures
is arithmetic on intervals, and whether two of them contradict each other is decided by those
intervals and by nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

NUMBER = re.compile(r"[-−]?\d+(?:,\d{3})*(?:\.\d+)?")

# A printed range: "1—2", or "1600米-2100米" with its unit said twice. In prose a dash joins two
# numbers; it is no minus sign.
_DIGITS = r"(\d+(?:,\d{3})*(?:\.\d+)?)"
RANGE = re.compile(rf"{_DIGITS}\s*([^\d\s—–~-]*)\s*[—–~-]\s*{_DIGITS}(?=\s*\2)")

# Words that are exact quantities, in the unit that goes with them (番, %, or a count of none).
WORDS = {
    "持平": 0,
    "清零": 0,
    "零": 0,
    "全面消除": 0,
    "均为阴性": 0,
    "不使一人": 0,
    "未发生": 0,
    "不发生": 0,
    "坚决遏制": 0,
    "无跳闸": 0,
    "首位": 1,
    "翻番": 1,
    "翻一番": 1,
    "倍增": 1,
    "翻两番": 2,
    "每季度": 4,  # one a quarter, counted by the year
    "十万": 10,  # in units of ten thousand
    "半": 0.5,
    "一半": 50,
    "全覆盖": 100,
    "全部": 100,
    "所有": 100,
    "全民": 100,
    "人人": 100,
    "全面实现": 100,
    "全面达标": 100,
}
# Counts and places in Chinese numerals, with their counter: 四届, 十件, 前十, 第五.
DIGITS = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
NUMERAL = re.compile(
    r"[前第]?([一两二三四五六七八九])?(十)?([一二三四五六七八九])?"
    r"([^零一二两三四五六七八九十百千万亿\d]{0,2})"
)
# What stands between names that are listed and not numbered.
_BETWEEN_NAMES = re.compile(r"[、和及]")

# Words which, before a number, turn its sign. A longer word is tried before one it contains.
FALLING = (
    "下降",
    "减少",
    "回落",
    "降低",
    "下跌",
    "负增长",
    "降幅",
    "缩减",
    "下滑",
    "少于",
    "压减",
    "减产",
)
RISING = ("增长", "上涨", "提高", "增加", "上升", "提升", "增幅", "增速", "扩大", "新增", "增")


@dataclass(frozen=True, slots=True)
class Interval:
    """Every value that could stand behind a printed one, both ends included.

    Supports ``+ - * /`` with intervals and numbers, and ``**`` for positive intervals.
    Each operand is taken to vary on its own, so a formula that uses one figure twice gets
    an interval that is too wide, never one that is too narrow.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(
                f"an interval runs from low to high, not from {self.low} to {self.high}"
            )

    def __contains__(self, number: float) -> bool:
        return self.low <= number <= self.high

    def overlaps(self, other: Interval) -> bool:
        """Tell whether one value could stand behind both."""
        # Ends are decimal halves stored as binary fractions: equal ends may differ by one unit
        # in the last place, which must not decide whether two figures agree.
        slack = 1e-9 * max(abs(self.low), abs(self.high), abs(other.low), abs(other.high))
        return self.low <= other.high + slack and other.low <= self.high + slack

    @property
    def width(self) -> float:
        """The distance between the ends."""
        return self.high - self.low

    def __add__(self, other: Interval | float) -> Interval:
        other = as_interval(other)
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval | float) -> Interval:
        other = as_interval(other)
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval | float) -> Interval:
        other = as_interval(other)
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: Interval | float) -> Interval:
        other = as_interval(other)
        if other.low <= 0 <= other.high:
            raise ValueError(f"division by an interval that holds zero: {other}")
        return self * Interval(1 / other.high, 1 / other.low)

    def __pow__(self, exponent: float) -> Interval:
        if self.low <= 0:
            raise ValueError(f"a power is taken of a positive interval only, not of {self}")
        ends = sorted((self.low**exponent, self.high**exponent))
        return Interval(*ends)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: float) -> Interval:
        return as_interval(other) - self

    def __rtruediv__(self, other: float) -> Interval:
        return as_interval(other) / self


def as_interval(number: Interval | float) -> Interval:
    """Return an interval as it is, and a number as the interval that holds only it."""
    return number if isinstance(number, Interval) else Interval(number, number)


def number(printed: str, *, exact: bool = False) -> float:
    """Return the number in ``printed``: ``"400 亿元"`` is 400.0, ``"-46.0"`` is -46.0.

    Of a range it is the lower end (``"1—2 户"`` is 1). Words that are exact quantities count
    (``"翻两番"`` is 2, ``"持平"`` is 0), and so do numerals with their counter (``"四届"`` is 4).
    ``exact`` says that whole things are counted: then names that are listed without a number are
    as many as they are (``"酒泉七中、八中"`` is 2), and a name alone is 1.

    Raises ``ValueError`` when there is no number, or more than one.
    """
    text = printed.strip()
    if text in WORDS:
        return float(WORDS[text])
    if ends := RANGE.search(text):
        return float(_plain(ends[1]))
    found = NUMBER.findall(text)
    if not found and (numeral := _numeral(text)):
        return float(numeral)
    if not found and exact and (names := _names(text)):
        return float(names)
    if len(found) != 1:
        raise ValueError(f"{printed!r} holds {len(found)} numbers, not one")
    return float(_plain(found[0]))


def upper(printed: str) -> float | None:
    """Return the upper end of a printed range, or ``None`` when it is no range."""
    ends = RANGE.search(printed)
    return float(_plain(ends[3])) if ends else None


def decimals(printed: str) -> int:
    """Return how many digits stand after the decimal point: 2 for ``"232.33亿元"``."""
    found = NUMBER.search(printed)
    return len(found[0].partition(".")[2]) if found else 0


def in_words(printed: str) -> bool:
    """Tell whether the quantity is written in words, which have no rounding."""
    return NUMBER.search(printed) is None


def interval(printed: str, *, exact: bool = False) -> Interval:
    """Return what rounding leaves open: ``"232.33亿元"`` is [232.325, 232.335].

    ``exact`` says that the number is a count of whole things, printed to the last one, and a
    word is always exact: then both ends are the number itself.
    """
    value = number(printed, exact=exact)
    if in_words(printed) or (exact and decimals(printed) == 0):
        return Interval(value, value)
    middle = Decimal(str(value))
    half = Decimal(1).scaleb(-decimals(printed)) / 2
    return Interval(float(middle - half), float(middle + half))


def direction(before: str) -> int:
    """Return -1 when the last word of change in ``before`` says falling, 1 rising, 0 when none.

    ``before`` is the text that leads up to a number, in the clause that the number stands in.
    """
    found = [
        (before.rfind(word) + len(word), len(word), sign)
        for sign, words in ((-1, FALLING), (1, RISING))
        for word in words
        if word in before
    ]
    # Of two words that end together the longer counts: 负增长 ends in 增长.
    return max(found)[2] if found else 0


def _plain(digits: str) -> str:
    return digits.replace(",", "").replace("−", "-")


def _names(text: str) -> int:
    """Return how many names are listed: none where one of them is too short to be a name."""
    names = _BETWEEN_NAMES.split(text)
    return len(names) if all(len(name.strip()) > 1 for name in names) else 0


def _numeral(text: str) -> int | None:
    """Return a Chinese numeral below a hundred: 四届 is 4, 十二个 is 12."""
    match = NUMERAL.fullmatch(text)
    if not match or not any(match.groups()[:3]):
        return None
    tens, ten, ones, _ = match.groups()
    if not ten:
        return DIGITS[tens] if tens and not ones else None
    return 10 * DIGITS.get(tens, 1) + DIGITS.get(ones, 0)
