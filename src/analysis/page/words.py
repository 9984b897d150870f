"""How a number looks in a sentence: one formatter, so that one figure reads the same everywhere.

A printed figure keeps the digits that were printed; a derived one gets as many as it can bear.
Hundred millions (亿) and ten thousands (万) become the units that English readers know.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import Decimal

from analysis import data, printed
from analysis.amount import Amount, Given, write_with
from analysis.data import Figure
from analysis.data.context import Published

MU_PER_HECTARE = 15  # the legal definition: one mu is 1/15 hectare
_PRINTED = (Figure, Published)  # these keep the digits that were printed
BOUNDS = {"=": "", "~": "about ", ">=": "at least ", "<=": "at most "}
_SPEC = re.compile(r"(?P<sign>\+)?(?:\.(?P<digits>\d+)(?P<kind>[fg])?)?(?P<form>[a-z]*)")
_FORMS = ("", "points", "range", "times", "plain")


def written(amount: Amount, spec: str = "") -> str:
    """Return an amount as a sentence has it; this is what ``format`` and ``{eval}`` give.

    A printed figure keeps its digits and its bound, a printed range both its ends. A derived
    amount gets as many digits as its rounding bears, three significant ones at most, of a
    percentage one decimal. ``spec`` is
    ``[+][.DIGITS[f|g]][FORM]``: ``+`` shows the sign of a rise; ``f`` counts decimals, ``g``
    significant digits (by default decimals of ratios, significant digits of everything else).
    ``FORM`` is ``points`` (percentage points), ``range`` (both ends of what rounding leaves
    open), ``times`` (a ratio as a multiple) or ``plain`` (the number in its unit, without it).

    Raises ``ValueError`` for another specification, and for a plain number of ten thousands (万)
    or hundred millions (亿), of which nothing would tell.
    """
    match = _SPEC.fullmatch(spec)
    if match is None or match["form"] not in _FORMS:
        raise ValueError(
            f"an amount is not written by {spec!r}; forms are .1f, .3g, +, {', '.join(_FORMS[1:])}"
        )
    form, kind = match["form"], match["kind"]
    if form == "range":
        ends = [_end(amount, end) for end in (amount.low, amount.high)]
        return _joined(
            *(written(end, spec.removesuffix("range") or _range_digits(amount)) for end in ends)
        )
    if isinstance(amount, Figure) and amount.spread:
        return _joined(*(written(end, spec) for end in _printed_ends(amount)))
    digits = int(match["digits"]) if match["digits"] else None
    sign = "+" if match["sign"] and amount.value > 0 else ""
    if form == "plain":
        return sign + _plain(amount, digits, significant=kind == "g")
    if amount.base:
        return sign + _amount(amount, digits, decimals=kind == "f")
    return sign + BOUNDS[amount.bound] + _ratio(amount, form, digits)


def _plain(amount: Amount, digits: int | None, *, significant: bool) -> str:
    if amount.base and amount.unit[0] in "万亿" and amount.factor > 1:
        raise ValueError(
            f"{amount.value:g} {amount.unit} would be read as {amount.value:g}: turn it first, "
            f"with .to({amount.unit.lstrip('百千万亿')!r})"
        )
    if significant and digits:
        return _significant(Decimal(f"{amount.value:.12g}"), digits)
    return minus(amount.value, _decimals(amount, 2) if digits is None else digits)


def _joined(low: str, high: str) -> str:
    """Return two amounts as a range, with the unit that they share once."""
    if low == high:
        return low
    unit = high.partition(" ")[2]
    return f"{low.removesuffix(f' {unit}') if unit else low} to {high}"


def _printed_ends(figure: Figure) -> list[Figure]:
    upper = replace(figure, number=figure.number + (figure.spread or 0), bound="=")
    return [replace(end, spread=None, printed=f"{end.number:.10g}") for end in (figure, upper)]


def _end(amount: Amount, end: float) -> Amount:
    return Given(amount.unit, amount.factor, amount.base, "=", end)


def _range_digits(amount: Amount) -> str:
    """Return a specification by which the two ends of a range differ where they can."""
    width, size = amount.high - amount.low, max(abs(amount.low), abs(amount.high))
    if not amount.base:
        places = 1 if width <= 0 else min(3, max(1, math.ceil(-math.log10(width)) + 1))
        return f".{places}f"
    if width <= 0:
        return ".4g"
    return f".{max(3, min(6, math.floor(math.log10(size)) - math.floor(math.log10(width)) + 1))}g"


def _amount(amount: Amount, digits: int | None, *, decimals: bool) -> str:
    told = BOUNDS[amount.bound]
    if isinstance(amount, _PRINTED) and digits is None:
        return told + _in_english(Decimal(f"{amount.value:.10g}"), amount.unit, _kept(amount))
    value = Decimal(f"{amount.value:.12g}")
    if decimals:  # of the unit that the amount is in
        digits = max(1, (digits or 0) + (value.adjusted() + 1 if value else 1))
    if digits is None:
        digits = significant_digits(amount)
    return told + _in_english(value, amount.unit, digits)


def _ratio(amount: Amount, form: str, digits: int | None) -> str:
    if form == "times":
        shown = amount.to("")
        digits = _decimals(shown, 1) if digits is None else digits
        return f"{minus(shown.value, digits)} times"
    if form == "points" or amount.unit == "个百分点":
        shown = amount if amount.unit in ("%", "个百分点") else amount.to("%")
        return _points(shown, digits)
    if amount.unit == "倍":
        amount = amount.to("%")
    if amount.unit == "":
        return minus(amount.value, _decimals(amount, 2) if digits is None else digits)
    sign = "\N{PER MILLE SIGN}" if amount.unit == "‰" else "%"
    if digits is None:
        digits = _printed_decimals(amount) if isinstance(amount, _PRINTED) else _decimals(amount, 1)
    return f"{minus(amount.value, digits)}{sign}"


def _points(amount: Amount, digits: int | None) -> str:
    if digits is None:
        digits = _printed_decimals(amount) if isinstance(amount, _PRINTED) else _decimals(amount, 2)
    return _singular(f"{minus(amount.value, digits)} percentage points")


def _printed_decimals(figure: Figure | Published) -> int:
    # A multiple in percent has two decimals fewer than it has as printed.
    fewer = 2 if figure.printed.rstrip().endswith("倍") else 0
    return max(0, printed.decimals(figure.printed) - fewer)


def _decimals(amount: Amount, most: int) -> int:
    """Return how many decimals rounding bears, ``most`` at most: the last one is known to one."""
    width = amount.interval.width
    if width <= 0:
        return most
    return max(0, min(most, math.floor(-math.log10(width) + 1e-9)))


def significant_digits(amount: Amount) -> int:
    """Return how many significant digits of a derived amount its rounding bears, one to three."""
    width, size = amount.interval.width, abs(amount.value)
    if width <= 0 or not size:  # an exact number has no zeros to show how exact it is
        return len(f"{size:.3g}".partition("e")[0].replace(".", "").strip("0")) or 1
    borne = math.floor(math.log10(size)) - math.ceil(math.log10(width) - 1e-9) + 1
    return max(1, min(3, borne))


def quantity(amount: Amount | float, unit: str | None = None, *, digits: int = 3) -> str:
    """Return an amount with its unit in English: ``"23.233 billion yuan"``.

    ``amount`` is an ``Amount``, or a number with a ``unit`` of ``units.csv`` (rounded to
    ``digits`` significant digits). Mu come with hectares. A printed bound is told: about, at
    least, at most.

    Raises ``ValueError`` for a number without a unit, or a unit that is not in ``units.csv``.
    """
    if isinstance(amount, Amount):
        return written(amount)
    if unit is None:
        raise ValueError("a number needs its unit; a Figure brings its own")
    return _in_english(Decimal(repr(float(amount))), unit, digits)


def stated(amount: float, unit: str, bound: str = "=", upper: float | None = None) -> str:
    """Return an amount as a goal or a claim states it: ``"at least 40 billion yuan"``.

    All its digits and no more; ``bound`` in words; ``upper`` is the other end of a range.
    """
    ends = [amount] if upper is None else [amount, upper]
    digits = [len(f"{end:.10g}".replace(".", "").lstrip("-0").rstrip("0")) or 1 for end in ends]
    texts = [quantity(end, unit, digits=kept) for end, kept in zip(ends, digits, strict=True)]
    return BOUNDS[bound] + " to ".join(texts)


def percent(rate: Amount | float, *, digits: int | None = None) -> str:
    """Return a percentage; a number has one decimal or ``digits``. A bound is not told."""
    if isinstance(rate, Amount):
        return _ratio(rate if rate.unit else rate.to("%"), "", digits)
    return f"{minus(rate, 1 if digits is None else digits)}%"


def points(change: Amount | float, *, digits: int | None = None, signed: bool = False) -> str:
    """Return percentage points: ``"0.59 percentage points"``. A bound is not told."""
    if isinstance(change, Amount):
        sign = "+" if signed and change.value > 0 else ""
        return sign + _ratio(change, "points", digits)
    sign = "+" if signed and change > 0 else ""
    return _singular(f"{sign}{minus(change, 2 if digits is None else digits)} percentage points")


def number(amount: Amount | float, *, digits: int = 0) -> str:
    """Return a plain number with ``digits`` decimals and commas between thousands."""
    return minus(float(amount), digits)


_SPELLED = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def spelled(count: int) -> str:
    """Return a count as a sentence has it: in letters up to twelve, ``"none"`` for nothing."""
    return _SPELLED[count] if 0 <= count < len(_SPELLED) else number(count)


def counted(count: int, name: str) -> str:
    """Return how many there are of what ``name`` names: ``"1 figure"``, ``"1,202 figures"``."""
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def minus(amount: float | Decimal, digits: int) -> str:
    """Return a number with ``digits`` decimals, commas, and a true minus sign."""
    text = f"{abs(amount):,.{digits}f}"
    negative = amount < 0 and float(text.replace(",", "")) != 0
    return f"\N{MINUS SIGN}{text}" if negative else text


def _kept(figure: Figure | Published) -> int:
    """Return how many significant digits the printed number has."""
    digits = printed.NUMBER.search(figure.printed)
    if digits is None:  # in words, which are exact
        return len(f"{figure.value:.10g}".replace(".", "").strip("-0")) or 1
    kept = digits[0].replace(",", "").lstrip("-−0")
    if isinstance(figure, Figure) and figure.status != "outturn" and "." not in kept:
        kept = kept.rstrip("0")  # a goal of 400 is a round number, not one of three digits
    return max(1, len(kept.replace(".", "").lstrip("0")))


def _in_english(amount: Decimal, unit: str, digits: int) -> str:
    return _singular(_in_units(amount, unit, digits))


def _singular(told: str) -> str:
    """Return one thing in the singular: ``"1 working day"`` for ``"1 working days"``."""
    if not _ONE.match(told):
        return told
    return re.sub(r"(?<=\w{3})s\b", "", told, count=1).replace("people", "person")


_ONE = re.compile(r"[+\N{MINUS SIGN}]?1 (?!to |mu |million |billion )")


def _in_units(amount: Decimal, unit: str, digits: int) -> str:
    units = data.units()
    if unit not in units.index:
        return _of_each(amount, unit, digits)
    about = units.loc[unit]
    base = amount * Decimal(repr(float(about["factor"])))
    name = units.at[about["base"], "name_en"]
    if about["dimension"] == "money":
        return _money(base, digits)
    if unit == "平方公里":  # of cities, not of fields
        return f"{_significant(amount, digits)} {about['name_en']}"
    if about["dimension"] == "area of land":
        shown = _rounded(base, digits)  # so that the two are one number
        hectares = _significant(shown / MU_PER_HECTARE, max(3, min(digits, 4)))
        return f"{_significant(base, digits)} mu ({hectares} hectares)"
    if about["dimension"] == "yes or no":
        return "yes" if amount else "no"
    if about["dimension"] in _SAID:
        return _SAID[about["dimension"]].format(_significant(base, digits))
    if base >= 10 ** (6 if about["dimension"] in ("volume", "money in US dollars") else 8):
        return f"{_significant(base / 10**6, digits)} million {name}"
    return f"{_significant(base, digits)} {name}"


_SAID = {
    "persons": "{} people",
    "ratio": "{}%",
    "rank": "place {}",
    "animals": "{} head",
    "count": "{}",
}


def _money(yuan: Decimal, digits: int) -> str:
    for size, word in ((Decimal(10**9), "billion "), (Decimal(10**6), "million ")):
        if abs(_rounded(yuan, digits)) >= size:
            return f"{_significant(yuan / size, digits)} {word}yuan"
    return f"{_significant(yuan, digits)} yuan"


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


def _of_each(amount: Decimal, unit: str, digits: int) -> str:
    """Return an amount of one thing for each of another: ``"51,000 yuan per person"``."""
    units, (top, _, below) = data.units(), unit.partition("/")
    if not {top, below} <= set(units.index):
        raise ValueError(f"{unit!r} is not in units.csv")
    scale = Decimal(repr(float(units.at[top, "factor"]) / float(units.at[below, "factor"])))
    shown = _in_english(amount * scale, units.at[top, "base"], digits)
    each = {"persons": "head", "area of land": "mu"}
    name = units.at[units.at[below, "base"], "name_en"].removesuffix("s")
    return f"{shown} a {each.get(units.at[below, 'dimension'], name)}"


write_with(written)
