"""Amounts: quantities that know their unit, what rounding leaves open, and what they rest on.

An amount is a printed figure, or what arithmetic makes of several. It remembers the arithmetic, so
that each printed figure enters once, however often the formula names it: a share ``a / (a + b)``
varies ``a`` in both places together. A range can therefore neither mix an interval with a point
nor be wider than the printed digits make it.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.printed import Interval

Floats = NDArray[np.float64]
# A figure that a formula names several times is tried at both its ends, all such figures in all
# combinations; beyond this many they are taken to vary apart, which is wider and never narrower.
TOGETHER = 16

_writer: list[Callable[[Amount, str], str]] = []


def write_with(writer: Callable[[Amount, str], str]) -> None:
    """Let ``writer`` put amounts into words: it gets the amount and a format specification."""
    _writer[:] = [writer]


@dataclass(frozen=True, slots=True)
class _Ends:
    """Lowest and highest values, one of each for every combination that is tried."""

    low: Floats
    high: Floats

    def __add__(self, other: _Ends) -> _Ends:
        return _Ends(self.low + other.low, self.high + other.high)

    def __sub__(self, other: _Ends) -> _Ends:
        return _Ends(self.low - other.high, self.high - other.low)

    def __mul__(self, other: _Ends) -> _Ends:
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return _Ends(np.min(corners, axis=0), np.max(corners, axis=0))

    def __truediv__(self, other: _Ends) -> _Ends:
        if np.any((other.low <= 0) & (other.high >= 0)):
            raise ZeroDivisionError("an amount is divided by one that is or may be zero")
        return self * _Ends(1 / other.high, 1 / other.low)

    def power(self, exponent: float) -> _Ends:
        if np.any(self.low <= 0):
            raise ValueError("a power is taken of a positive amount only")
        ends = (self.low**exponent, self.high**exponent)
        return _Ends(np.minimum(*ends), np.maximum(*ends))


Held = dict[Hashable, _Ends]
_RATIO = ""  # the base unit of shares, rates and multiples; percent is a hundredth of it
_RATIOS = {"": 1.0, "%": 0.01, "‰": 0.001, "个百分点": 0.01, "倍": 1.0}


@dataclass(frozen=True, eq=False)
class Amount:
    """A quantity: ``value`` in ``unit``, and what rounding leaves open of it.

    ``factor`` is how many ``base`` units one unit is. Percent, per mille, points and multiples are
    units of a plain ratio, whose base is the empty string: ``share * whole`` is a part of the
    whole. ``bound`` is ``=``, ``~``, ``>=`` or ``<=``.

    Supports ``+ - * /`` with amounts, ``* /`` with numbers, ``**`` of ratios, and ``< >``, which
    are true only where rounding cannot change the answer. A sum needs amounts of one kind:
    anything else is a ``ValueError``, a division by what may be zero a ``ZeroDivisionError``.
    """

    unit: str
    factor: float
    base: str
    bound: str

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The figures that this amount rests on, each as often as its formula names it."""
        raise NotImplementedError

    def _ends(self, held: Held) -> _Ends:
        """Return the ends in base units, the leaves being as ``held`` says."""
        raise NotImplementedError

    @cached_property
    def value(self) -> float:
        """The value in ``unit``, every figure being what is printed."""
        held = {leaf.key: _fixed(leaf.at) for leaf in self.leaves}
        return _clean(float(self._ends(held).low.item()) / self.factor)

    @cached_property
    def interval(self) -> Interval:
        """What the rounding of the printed figures leaves open, in ``unit``.

        A figure named once varies over its interval; one named several times is tried at both
        ends, being taken to push the result steadily one way within its rounding.
        """
        once = {leaf.key: leaf.around for leaf in self.leaves}
        named = Counter(leaf.key for leaf in self.leaves)
        again = [key for key, times in named.items() if times > 1]
        if len(again) > TOGETHER:
            again = []
        held: Held = {
            key: _Ends(np.array([around.low]), np.array([around.high]))
            for key, around in once.items()
        }
        for place, key in enumerate(again):
            chosen = np.arange(2 ** len(again)) >> place & 1
            ends = np.where(chosen, once[key].high, once[key].low)
            held[key] = _Ends(ends, ends)
        found = self._ends(held)
        low, high = float(found.low.min()), float(found.high.max())
        return Interval(_clean(low / self.factor), _clean(high / self.factor))

    @property
    def low(self) -> float:
        """The lower end of ``interval``."""
        return self.interval.low

    @property
    def high(self) -> float:
        """The upper end of ``interval``."""
        return self.interval.high

    def to(self, unit: str, factor: float | None = None) -> Amount:
        """Return the same amount in another unit of its base, ``factor`` base units each.

        A ratio knows ``%``, ``‰``, ``个百分点`` and the empty unit by itself. Raises ``ValueError``
        for any other unit without a factor.
        """
        if factor is None:
            if self.base != _RATIO or unit not in _RATIOS:
                raise ValueError(f"{self.unit or 'a ratio'} cannot be given in {unit!r}")
            factor = _RATIOS[unit]
        return Derived(unit, factor, self.base, self.bound, "same", (self,))

    def agrees(self, other: Amount) -> bool:
        """Tell whether one unrounded value could stand behind both."""
        _same_kind(self, other)
        return self.interval.overlaps(
            Interval(
                other.low * other.factor / self.factor, other.high * other.factor / self.factor
            )
        )

    def __add__(self, other: Amount | float) -> Amount:
        return _sum(self, other, "+")

    __radd__ = __add__

    def __sub__(self, other: Amount | float) -> Amount:
        return _sum(self, other, "-")

    def __rsub__(self, other: float) -> Amount:
        return _sum(_number(other), self, "-")

    def __neg__(self) -> Amount:
        return self * -1.0

    def __mul__(self, other: Amount | float) -> Amount:
        return _product(self, other)

    def __rmul__(self, other: float) -> Amount:
        return _product(self, other)

    def __truediv__(self, other: Amount | float) -> Amount:
        return _quotient(self, other)

    def __rtruediv__(self, other: float) -> Amount:
        return _quotient(_number(other), self)

    def __pow__(self, exponent: float) -> Amount:
        if self.base != _RATIO:
            raise ValueError(f"a power is taken of a ratio, not of {self.unit}")
        bound = self.bound if exponent > 0 else _TURNED[self.bound]
        return Derived("", 1.0, _RATIO, bound, "**", (self, _number(exponent)))

    def __float__(self) -> float:
        return self.value

    def __gt__(self, other: Amount | float) -> bool:
        if isinstance(other, Amount):
            return (self - other).low > 0
        return self.low > other

    def __lt__(self, other: Amount | float) -> bool:
        if isinstance(other, Amount):
            return (self - other).high < 0
        return self.high < other

    def __format__(self, spec: str) -> str:
        return _writer[0](self, spec) if _writer else f"{self.value:{spec}} {self.unit}".strip()

    def __str__(self) -> str:
        return format(self)

    __repr__ = __str__


@dataclass(frozen=True, eq=False, repr=False)
class Derived(Amount):
    """What arithmetic makes of amounts."""

    rule: str
    operands: tuple[Amount, ...]

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The figures that this amount rests on, each as often as its formula names it."""
        return tuple(leaf for operand in self.operands for leaf in operand.leaves)

    def _ends(self, held: Held) -> _Ends:
        first, *others = (operand._ends(held) for operand in self.operands)
        if self.rule == "same":
            return first
        (second,) = others
        if self.rule == "**":
            return first.power(float(second.low.item()))
        return _ARITHMETIC[self.rule](first, second)


@dataclass(frozen=True, eq=False, repr=False)
class Leaf(Amount):
    """An amount that rests on no other: ``number`` in ``unit``."""

    number: float

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Itself: it rests on nothing else."""
        return (self,)

    @property
    def key(self) -> Hashable:
        """What tells one leaf from another: the same figure twice is one."""
        return id(self)

    @property
    def at(self) -> float:
        """The number in base units."""
        return self.number * self.factor

    @property
    def around(self) -> Interval:
        """What is left open of it, in base units."""
        return Interval(self.at, self.at)

    def _ends(self, held: Held) -> _Ends:
        return held[self.key]


@dataclass(frozen=True, eq=False, repr=False)
class Given(Leaf):
    """An amount that is assumed, or known from elsewhere.

    ``open`` is what is left open of it, in ``unit``; by default nothing.
    """

    open: Interval | None = None

    @property
    def around(self) -> Interval:
        """What is left open, in base units."""
        if self.open is None:
            return super().around
        return Interval(self.open.low * self.factor, self.open.high * self.factor)


def ratio_scale(base: str, factor: float) -> tuple[float, str]:
    """Return factor and base of a unit as amounts have them: percent is a hundredth of one."""
    return (factor * _RATIOS[base], _RATIO) if base in _RATIOS else (factor, base)


def fraction(rate: Any) -> Any:
    """Return a rate as a fraction of one: 9.2 percent is 0.092. A plain number is in percent."""
    return rate.to("") if isinstance(rate, Amount) else rate / 100


def percent(share: Any) -> Any:
    """Return a fraction of one in percent; the inverse of ``fraction``."""
    return share.to("%") if isinstance(share, Amount) else share * 100


def total(amounts: Iterable[Amount]) -> Amount:
    """Return the sum of one or more amounts of one kind. Raises ``ValueError`` when there are none.

    ``sum`` gives zero for none, which is no amount.
    """
    first, *others = amounts
    return sum(others, start=first)


def each(amount: Amount) -> Iterator[Leaf]:
    """Yield the figures that an amount rests on, each once."""
    seen = set()
    for leaf in amount.leaves:
        if leaf.key not in seen:
            seen.add(leaf.key)
            yield leaf


def _fixed(number: float) -> _Ends:
    ends = np.array([number])
    return _Ends(ends, ends)


def _clean(number: float) -> float:
    """Remove the binary dust of a change of units: no yearbook prints ten digits."""
    return float(f"{number:.12g}")


def _number(number: float) -> Amount:
    return Given("", 1.0, _RATIO, "=", float(number))


def _same_kind(one: Amount, other: Amount) -> None:
    if one.base != other.base:
        raise ValueError(
            f"{one.unit or 'a ratio'} and {other.unit or 'a ratio'} are different kinds of amount"
        )


def _sum(one: Amount, other: Amount | float, rule: str) -> Amount:
    if not isinstance(other, Amount):
        if other == 0:  # where a sum begins
            return one
        if one.unit:
            raise ValueError(f"say the unit of {other}, to be added to {one.unit}")
        other = _number(other)
    _same_kind(one, other)
    shown = one if one.unit or not other.unit else other
    beside = _TURNED[other.bound] if rule == "-" else other.bound
    bound = _joint(one.bound, beside)
    return Derived(shown.unit, shown.factor, one.base, bound, rule, (one, other))


def _product(one: Amount, other: Amount | float) -> Amount:
    if not isinstance(other, Amount):
        other = _number(other)
    if one.base == _RATIO and (other.base != _RATIO or isinstance(one, Given)):
        one, other = other, one
    bound = _joint(one.bound, other.bound)
    if other.base == _RATIO:
        return Derived(one.unit, one.factor, one.base, bound, "*", (one, other))
    for rate, amount in ((one, other), (other, one)):
        top, _, below = rate.base.partition("/")
        if below == amount.base:
            unit, _, per = rate.unit.partition("/")
            shown = (unit, rate.factor * amount.factor) if per == amount.unit else (top, 1.0)
            return Derived(*shown, top, bound, "*", (one, other))
    raise ValueError(f"{one.unit} times {other.unit} is no amount that this report knows")


def _quotient(one: Amount, other: Amount | float) -> Amount:
    if not isinstance(other, Amount):
        other = _number(other)
    bound = _joint(one.bound, _TURNED[other.bound])
    operands = (one, other)
    if one.base == other.base:
        return Derived("", 1.0, _RATIO, bound, "/", operands)
    if other.base == _RATIO:
        return Derived(one.unit, one.factor, one.base, bound, "/", operands)
    top, _, below = other.base.partition("/")
    if below and one.base == top:  # yuan over yuan a dollar are dollars
        return Derived(below, 1.0, below, bound, "/", operands)
    unit, base = f"{one.unit}/{other.unit}", f"{one.base}/{other.base}"
    return Derived(unit, one.factor / other.factor, base, bound, "/", operands)


_TURNED = {"=": "=", "~": "~", ">=": "<=", "<=": ">="}


def _joint(one: str, other: str) -> str:
    """Return the bound of what two amounts make: two floors a floor, a floor and a ceiling none."""
    if "=" in (one, other):
        return one if other == "=" else other
    return one if one == other else "~"


_ARITHMETIC: dict[str, Callable[[_Ends, _Ends], _Ends]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
