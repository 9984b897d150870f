"""How a number looks in a sentence: one formatter, so that one figure reads the same everywhere.

A printed figure keeps the digits that were printed; a derived one gets as many as it can bear.
Hundred millions (亿) and ten thousands (万) become the units that English readers know.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from analysis import data, printed
from analysis.data import Fact
from analysis.printed import Interval

MU_PER_HECTARE = 15  # the legal definition: one mu is 1/15 hectare
BOUNDS = {"=": "", "~": "about ", ">=": "at least ", "<=": "at most "}


def put(**texts: str) -> None:
    """Make texts available to the chapter's prose, as ``{glue:text}`key```.

    Raises ``ValueError`` for anything but text: a number in a sentence is formatted first.
    """
    from myst_nb import glue

    for key, text in texts.items():
        if not isinstance(text, str):
            raise ValueError(
                f"{key!r} is {type(text).__name__}; format it before it meets a reader"
            )
        glue(key, text, display=False)


def claim(claims: dict[str, bool]) -> None:
    """Stop the chapter when a statement that its sentences make in words is no longer true.

    ``claims`` maps each statement to what the figures say of it. Numbers in prose follow the
    data by themselves; words such as "more than" or "none" do not, and are tied to them here.
    Raises ``ValueError`` listing the statements that do not hold.
    """
    false = [statement for statement, holds in claims.items() if not holds]
    if false:
        raise ValueError("the text says, and the figures do not bear out: " + "; ".join(false))


def quantity(amount: Fact | float, unit: str | None = None, *, digits: int = 3) -> str:
    """Return an amount with its unit in English: ``"23.233 billion yuan"``.

    ``amount`` is a ``Fact`` (its printed digits are kept) or a number with a ``unit`` of
    ``units.csv`` (rounded to ``digits`` significant digits). Mu come with hectares. A printed
    bound is told: about, at least, at most.

    Raises ``ValueError`` for a number without a unit, or a unit that is not in ``units.csv``.
    """
    if isinstance(amount, Fact):
        exact = Decimal(f"{amount.value:.10g}")
        kept = _kept(amount)
        return BOUNDS[amount.bound] + _in_english(exact, amount.unit, kept)
    if unit is None:
        raise ValueError("a number needs its unit; a Fact brings its own")
    return _in_english(Decimal(repr(float(amount))), unit, digits)


def stated(amount: float, unit: str, bound: str = "=", upper: float | None = None) -> str:
    """Return an amount as a goal or a claim states it: ``"at least 40 billion yuan"``.

    All its digits and no more; ``bound`` in words; ``upper`` is the other end of a range.
    """
    ends = [amount] if upper is None else [amount, upper]
    digits = [max(1, len(f"{end:.10g}".replace(".", "").strip("0"))) for end in ends]
    texts = [quantity(end, unit, digits=kept) for end, kept in zip(ends, digits, strict=True)]
    return BOUNDS[bound] + " to ".join(texts)


def percent(rate: Fact | float, *, digits: int = 1) -> str:
    """Return a percentage: a ``Fact`` as printed, a number with ``digits`` decimals."""
    if isinstance(rate, Fact):
        # A multiple in percent has two decimals fewer than it has as printed.
        fewer = 2 if rate.printed.rstrip().endswith("倍") else 0
        digits = max(0, printed.decimals(rate.printed) - fewer)
        return f"{minus(rate.value, digits)}%"
    return f"{minus(rate, digits)}%"


def points(change: Fact | float, *, digits: int = 2, signed: bool = False) -> str:
    """Return percentage points: ``"0.59 percentage points"``."""
    if isinstance(change, Fact):
        digits, change = printed.decimals(change.printed), change.value
    sign = "+" if signed and change > 0 else ""
    return f"{sign}{minus(change, digits)} percentage points"


def number(amount: float, *, digits: int = 0) -> str:
    """Return a plain number with ``digits`` decimals and commas between thousands."""
    return minus(amount, digits)


def between(interval: Interval, show: Callable[[float], str]) -> str:
    """Return both ends of an interval, each as ``show`` gives it: ``"9.09% to 9.19%"``."""
    low, high = show(interval.low), show(interval.high)
    return low if low == high else f"{low} to {high}"


def minus(amount: float | Decimal, digits: int) -> str:
    """Return a number with ``digits`` decimals, commas, and a true minus sign."""
    text = f"{abs(amount):,.{digits}f}"
    negative = amount < 0 and float(text.replace(",", "")) != 0
    return f"\N{MINUS SIGN}{text}" if negative else text


def _kept(fact: Fact) -> int:
    """Return how many significant digits the printed number has."""
    digits = printed.NUMBER.search(fact.printed)
    if digits is None:
        return 3
    return max(1, len(digits[0].replace(",", "").replace(".", "").lstrip("-−0")))


def _in_english(amount: Decimal, unit: str, digits: int) -> str:
    units = data.units()
    if unit not in units.index:
        raise ValueError(f"{unit!r} is not in units.csv")
    about = units.loc[unit]
    base = amount * Decimal(repr(float(about["factor"])))
    name = units.at[about["base"], "name_en"]
    if about["dimension"] == "money":
        for size, word in ((Decimal(10**9), "billion "), (Decimal(10**6), "million ")):
            if abs(_rounded(base, digits)) >= size:
                return f"{_significant(base / size, digits)} {word}yuan"
        return f"{_significant(base, digits)} yuan"
    if unit == "平方公里":  # of cities, not of fields
        return f"{_significant(amount, digits)} {about['name_en']}"
    if about["dimension"] == "area of land":
        hectares = _significant(base / MU_PER_HECTARE, max(3, min(digits, 4)))
        return f"{_significant(base, digits)} mu ({hectares} hectares)"
    if about["dimension"] == "persons":
        return f"{_significant(base, digits)} people"
    if about["dimension"] == "ratio":
        return f"{_significant(base, digits)}%"
    if about["dimension"] == "rank":
        return f"place {_significant(base, digits)}"
    if about["dimension"] == "animals":
        return f"{_significant(base, digits)} head"
    if about["dimension"] == "count":
        return _significant(base, digits)
    if base >= 10**8:
        return f"{_significant(base / 10**6, digits)} million {name}"
    return f"{_significant(base, digits)} {name}"


def _significant(amount: Decimal, digits: int) -> str:
    """Return ``amount`` to ``digits`` significant digits, zeros kept, commas, no exponent."""
    if amount == 0:
        return "0"
    rounded = _rounded(amount, digits)
    return minus(rounded, max(0, digits - 1 - rounded.adjusted()))


def _rounded(amount: Decimal, digits: int) -> Decimal:
    if amount == 0:
        return amount
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - digits + 1))
