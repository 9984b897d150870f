"""The verdict on one target: by its outturn when it is due, else by what it asks of each year.

A target is the number it states, exactly; what is set against it is what rounding leaves open. Of
a figure that is only a part of the thing, or a bound of it, no more is concluded than follows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field

from analysis import printed
from analysis.amount import Amount, Given
from analysis.data import Figure
from analysis.formulas.growth import percent_a_year
from analysis.goals import kinds
from analysis.goals.paces import ADDED, GROWN, Pace, a_year
from analysis.goals.record import last_year, span
from analysis.goals.starting import Standing, base_year

MET, MISSED, PARTLY = "met", "missed", "partly"
REACHED, LESS, SAME, MORE = "already-met", "less", "same", "more"
YES_NO, OPEN = "yes-no", "open"
VERDICTS = (MET, MISSED, PARTLY, REACHED, LESS, SAME, MORE, YES_NO, OPEN)

# Reasons of targets of which the yearbook prints no figure that they could be held against.
NOTHING = ("no_start", "no_outturn", "no_growth", "no_amount")

# Reasons that tell how far a target is, and not how fast the year came nearer.
DISTANCES = ("share_distance", "limit_above")

# Amounts that differ by less are about the same: a fiftieth is within what a year's weather, or
# one project more, makes of them. Rates and shares are the same only where rounding allows.
ALIKE = 0.02


@dataclass(frozen=True)
class Reason:
    """Why a verdict is as it is: a key, and the amounts that a sentence about it needs."""

    key: str
    figures: Mapping[str, Amount] = field(default_factory=dict)
    notes: tuple[Reason, ...] = ()

    def __getattr__(self, name: str) -> Amount:
        try:
            return self.figures[name]
        except KeyError:
            raise AttributeError(f"the reason {self.key!r} has no {name!r}") from None

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True)
class Judgement:
    """A verdict and its reason.

    ``asked`` is what the target asks of each year (percent, points or an amount; of a limit the
    distance to it), ``had`` what the year brought, ``margin`` what is left between them; of a
    target that is due, what the outturn is above it. ``needed`` is percent a year from the start.
    ``price_rise`` would bring a level at future prices about at the year's real pace.
    """

    verdict: str
    reason: Reason
    _: KW_ONLY
    asked: Amount | None = None
    had: Amount | None = None
    margin: Amount | None = None
    needed: Amount | None = None
    price_rise: Amount | None = None


def judge(
    goal: Figure, kind: str, at: Standing, year: int, against: Pace | None = None
) -> Judgement:
    """Return the judgement of a target that is not due, from where it stands at the end of a year.

    ``against`` takes the place of the year's own pace.
    """
    years = last_year(goal.period) - year
    pace = against or at.pace
    if kind == kinds.GROWTH:
        return _growth(goal, at, pace, year)
    if kind in kinds.AMOUNTS:
        return _amount(goal, kind, at, pace, years)
    if at.start is None:
        return _without_start(goal)
    if kind == kinds.YES_NO:
        had = at.start.value == 1 and at.kind in ("", "same")
        return Judgement(REACHED if had else YES_NO, Reason("titled", {"start": at.start}))
    if kind in kinds.LIMITS:
        return _limit(goal, at, years)
    reached, printed_so = _reached(goal, at.start, at.kind, limit=False)
    needed = _needed(goal, at.start, years)
    if printed_so:
        surplus = at.start - exactly(goal)
        figures = {"start": at.start, "goal": goal}
        verdict, key = (REACHED, "reached") if reached else (LESS, "reached_in_part")
        if kind == kinds.SHARE and years == 1 and at.figures[0].period.isdigit():
            # A rate of one year's graduates, say, is reached anew by the next year's.
            verdict, key = compare(exactly(goal), at.start), "next_year"
        return Judgement(verdict, Reason(key, figures), margin=surplus, needed=needed)
    if kind in (kinds.SHARE, kinds.COMPLETION):
        return _share(goal, at, pace, years, needed)
    return _level(goal, at, pace, years, needed)


def judge_due(goal: Figure, kind: str, outturn: Amount | None, start_kind: str) -> Judgement:
    """Return the judgement of a target whose year has come, by its outturn.

    A part that alone satisfies the target, or something that moves with it, is no plain ``met``.
    """
    if outturn is None:
        return Judgement(OPEN, Reason("no_outturn", {"goal": goal}))
    margin = outturn - exactly(goal)
    figures = {"outturn": outturn, "goal": goal, "margin": margin}
    limit = kind in kinds.LIMITS
    low, high = _possible(outturn, start_kind)
    target = exactly(goal).value
    same = start_kind in ("", "same") and outturn.bound == "=" and _equal(outturn.value, target)
    satisfied = high <= target if limit else low >= target
    if same or (satisfied and start_kind != "part"):
        verdict, key = MET, "met"
    elif low > target if limit else high < target:
        verdict, key = MISSED, "missed"
    elif start_kind in ("", "same") and outturn.bound == "=":
        verdict, key = OPEN, "rounding"
    else:
        verdict, key = PARTLY, "known_in_part"
    return Judgement(verdict, Reason(key, figures), had=outturn, margin=margin)


def follows(found: Judgement, kind: str, start_kind: str) -> bool:
    """Tell whether a verdict on a target that is not due follows from what is only near it.

    Of a part the whole has at least as much, of something wider the thing has at most as much; of
    what only moves with it, and of the rate of a part, nothing follows: others' may be higher.
    """
    verdict = MORE if found.reason.key in ("prices", *DISTANCES) else found.verdict
    if start_kind not in ("part", "proxy", "wider") or verdict not in (LESS, SAME, MORE):
        return True
    known = found.had or found.reason.figures.get("start")
    if known is None or not known.base:
        return False
    sure = {"part": LESS, "wider": MORE}
    if kind in kinds.LIMITS:
        sure = {"part": MORE, "wider": LESS}
    return sure.get(start_kind) == verdict


def exactly(goal: Figure) -> Amount:
    """Return the number that a target states, without rounding; of a range its lower end."""
    return Given(goal.unit, goal.factor, goal.base, "=", goal.value)


def compare(asked: Amount, had: Amount, *, alike: float = 0.0) -> str:
    """Return whether what is asked is ``less``, the ``same`` or ``more`` than what was had.

    The same where rounding leaves it open, and of amounts where they differ by less than ``alike``
    of what was had.
    """
    room = alike * max(abs(had.low), abs(had.high))
    over = asked - had
    if over.low > room:
        return MORE
    return LESS if over.high < -room else SAME


def _weigh(asked: Amount, had: Amount, key: str, alike: float = 0.0) -> tuple[str, str]:
    """Return verdict and reason; of a pace printed as a floor or a ceiling, only what follows."""
    found = compare(asked, had, alike=alike)
    if (found, had.bound) in ((MORE, ">="), (LESS, "<=")):
        return OPEN, f"{key}_bound"
    return found, key


def _without_start(goal: Figure) -> Judgement:
    """All, none, and a title are told by yes or no, even where no figure says how far it is."""
    all_or_none = not goal.value or (printed.in_words(goal.printed) and goal.value == 100)
    if goal.dimension == "yes or no" or all_or_none:
        return Judgement(YES_NO, Reason("by_yes_or_no", {"goal": goal}))
    return Judgement(OPEN, Reason("no_start", {"goal": goal}))


def _growth(goal: Figure, at: Standing, pace: Pace | None, year: int) -> Judgement:
    rate = _rate_left(goal, at, year)
    if rate is None:
        return Judgement(OPEN, Reason("no_level_of_first_year", {"goal": goal}))
    if pace is None or pace.way != GROWN:
        reason = Reason("no_growth", {"goal": goal, "asked": rate})
        return Judgement(OPEN, reason, asked=rate, needed=rate)
    margin = (rate - pace.amount).to("个百分点")
    # As printed, floor and all, where it is a rate a year that no year has changed.
    as_printed = goal.unit == "%" and math.isclose(goal.value, rate.value)
    shown = goal if as_printed else rate
    key = "growth_claimed" if pace is at.claimed else "growth_real" if pace.real else "growth"
    figures = {"goal": goal, "asked": shown, "had": pace.amount, "margin": margin}
    verdict, key = _weigh(rate, pace.amount, key)
    reason = Reason(key, figures)
    return Judgement(verdict, reason, asked=rate, had=pace.amount, margin=margin, needed=rate)


def _rate_left(goal: Figure, at: Standing, year: int) -> Amount | None:
    """Return the growth a year that the years to come still need, ``None`` where it is not known.

    Once some of a target's years are gone, what they brought is taken off the whole growth. A
    rate a year stays as it is where they are not printed.
    """
    rate = _exact_rate(a_year(goal))
    first = base_year(goal)
    if year <= first:
        return rate
    if at.so_far is None:
        return rate if goal.measure == "growth_pa" else None
    whole = (1 + rate.to("")) ** (last_year(goal.period) - first)
    return percent_a_year(whole / at.so_far, last_year(goal.period) - year)


def _exact_rate(rate: Amount) -> Amount:
    return Given("%", 0.01, "", "=", rate.to("%").value)


def _amount(goal: Figure, kind: str, at: Standing, pace: Pace | None, years: int) -> Judgement:
    asked = exactly(goal)
    if kind == kinds.SUM:
        asked = (asked / span(goal.period)).to(goal.unit, goal.factor)
    if kind == kinds.SUM and at.so_far is not None:
        left = exactly(goal) - at.so_far
        if left.high <= 0:
            figures = {"start": at.so_far, "goal": goal}
            return Judgement(REACHED, Reason("reached", figures), margin=-left)
        asked = left / years
    if pace is None or pace.way != ADDED:
        if kind == kinds.SUM and goal.value == 1 and span(goal.period) > 1:
            # One of a thing in all these years: it comes or it does not.
            return Judgement(YES_NO, Reason("by_yes_or_no", {"goal": goal}), asked=asked)
        if kind == kinds.SUM and span(goal.period) == 1:
            return Judgement(OPEN, Reason("no_start", {"goal": goal}), asked=asked)
        return Judgement(OPEN, Reason("no_amount", {"asked": asked}), asked=asked)
    margin = asked - pace.amount
    of_year = kind == kinds.SUM and span(goal.period) == 1
    figures = {"asked": goal if of_year else asked, "had": pace.amount, "margin": margin}
    key = "sum_before" if span(pace.figures[0].period) > 1 else "sum"
    verdict, key = _weigh(asked, pace.amount, key + ("_of_year" if of_year else ""), ALIKE)
    reason = Reason(key, figures)
    return Judgement(verdict, reason, asked=asked, had=pace.amount, margin=margin)


def _limit(goal: Figure, at: Standing, years: int) -> Judgement:
    assert at.start is not None
    reached, printed_so = _reached(goal, at.start, at.kind, limit=True)
    distance = at.start - exactly(goal)
    figures = {"start": at.start, "goal": goal, "distance": distance}
    if not printed_so:
        # Of years to come each is held against this one; how fast a far limit nears, nothing says.
        verdict, key = MORE if years == 1 or span(goal.period) > 1 else OPEN, "limit_above"
    elif span(goal.period) > 1:  # to be kept in every year to come
        verdict = SAME if _equal(at.start.value, exactly(goal).value) else LESS
        key = "limit_kept"
    else:
        verdict, key = (REACHED, "limit_reached") if reached else (LESS, "limit_reached_in_part")
    reason = Reason(key, figures)
    return Judgement(verdict, reason, asked=distance, had=at.start, margin=distance)


def _share(
    goal: Figure, at: Standing, pace: Pace | None, years: int, needed: Amount | None
) -> Judgement:
    assert at.start is not None
    distance = exactly(goal) - at.start
    asked = (distance / years).to(goal.unit, goal.factor)
    figures = {"start": at.start, "goal": goal, "asked": asked, "distance": distance}
    if pace is None or pace.way != ADDED:
        # At least so much may be all that is asked for; only the next year stands beside this one.
        verdict = MORE if years == 1 and at.start.bound != ">=" else OPEN
        reason = Reason("share_distance", figures)
        return Judgement(verdict, reason, asked=asked, margin=distance, needed=needed)
    had, margin = pace.amount, asked - pace.amount
    reason = Reason("share", figures | {"had": had, "margin": margin})
    verdict = compare(asked, had)
    return Judgement(verdict, reason, asked=asked, had=had, margin=margin, needed=needed)


def _level(
    goal: Figure, at: Standing, pace: Pace | None, years: int, needed: Amount | None
) -> Judgement:
    assert at.start is not None
    if pace is not None and pace.way == ADDED:
        return _by_amounts(goal, at, pace.amount, years, needed)
    if pace is None or needed is None:
        return _without_pace(goal, at.start, years, needed)
    if pace.real and goal.dimension == "money":
        return _by_prices(goal, at.start, pace.amount, needed)
    margin = (needed - pace.amount).to("个百分点")
    had = pace.amount
    if pace.kind == "bound" and had.bound == "=":  # the slower of its parts
        had = Given(had.unit, had.factor, had.base, ">=", had.value)
    figures = {"start": at.start, "goal": goal, "asked": needed, "had": had}
    verdict, key = _weigh(needed, pace.amount, "level_claimed" if pace is at.claimed else "level")
    reason = Reason(key, figures | {"margin": margin})
    return Judgement(verdict, reason, asked=needed, had=pace.amount, margin=margin, needed=needed)


def _by_amounts(
    goal: Figure, at: Standing, had: Amount, years: int, needed: Amount | None
) -> Judgement:
    """Of a level whose pace is an amount a year."""
    assert at.start is not None
    asked = (exactly(goal) - at.start) / years
    margin = asked - had
    verdict, key = _weigh(asked, had, "added", ALIKE)
    floor = at.kind == "bound" and at.start.bound != "<="
    if floor and verdict == MORE:  # from a higher start it needs less
        verdict, key = OPEN, "added_bound"
    told = Given(asked.unit, asked.factor, asked.base, "<=", asked.value) if floor else asked
    figures = {"start": at.start, "goal": goal, "asked": told, "had": had, "margin": margin}
    reason = Reason(key, figures)
    return Judgement(verdict, reason, asked=asked, had=had, margin=margin, needed=needed)


def _by_prices(goal: Figure, start: Amount, had: Amount, needed: Amount) -> Judgement:
    """Of a level at the prices of a year to come beside a volume: prices are what is missing.

    It asks for less where the volume alone brings more: only falling prices could prevent it.
    """
    rise = ((1 + needed.to("")) / (1 + had.to("")) - 1).to("%")
    by = {"price_rise": rise} if rise.value >= 0 else {"price_fall": -rise}
    figures = {"start": start, "goal": goal, "asked": needed, "had": had} | by
    reason = Reason("prices" if rise.value >= 0 else "prices_falling", figures)
    verdict = OPEN if rise.value >= 0 else LESS
    return Judgement(verdict, reason, asked=needed, had=had, needed=needed, price_rise=rise)


def _without_pace(goal: Figure, start: Amount, years: int, needed: Amount | None) -> Judgement:
    """Of a level of which no pace is printed, or that no growth leads to."""
    asked = (exactly(goal) - start) / years
    figures = {"start": start, "goal": goal}
    if needed is None and not start.value:
        return Judgement(MORE, Reason("from_nothing", figures | {"asked": asked}), asked=asked)
    if years == 1:  # the amount of one year beside that of the next
        margin = exactly(goal) - start
        verdict, key = _weigh(exactly(goal), start, "next_year", ALIKE)
        reason = Reason(key, figures | {"margin": margin})
        return Judgement(verdict, reason, asked=needed, margin=margin, needed=needed)
    if needed is None:
        return Judgement(OPEN, Reason("no_pace_amount", figures | {"asked": asked}), asked=asked)
    reason = Reason("no_pace", figures | {"needed": needed})
    return Judgement(OPEN, reason, asked=needed, needed=needed)


def _needed(goal: Figure, start: Amount, years: int) -> Amount | None:
    """Return the growth a year from the start to the target; of what is or may be zero, none."""
    target = exactly(goal)
    if years < 1 or not (start > 0 and target > 0):
        return None
    return percent_a_year(target / start, years)


def _possible(amount: Amount, start_kind: str) -> tuple[float, float]:
    """Return between what the thing lies, when ``amount`` is known of it.

    Of a part, or of a bound from below, it may be more; of something wider, less. A proxy tells
    nothing, and so does the rate of a part: the others' may be higher or lower.
    """
    above = amount.bound == ">=" or start_kind == "part"
    above = above or (start_kind == "bound" and amount.bound != "<=")
    below = amount.bound == "<=" or start_kind == "wider"
    nothing = start_kind == "proxy" or (start_kind == "part" and not amount.base)
    low = -math.inf if below or nothing else amount.low
    high = math.inf if above or nothing else amount.high
    return low, high


def _reached(goal: Figure, start: Amount, start_kind: str, *, limit: bool) -> tuple[bool, bool]:
    """Tell whether a target is reached for certain, and whether it is by the figure as printed.

    An outturn printed as the very number of the target reaches it: a rounding that could put it
    on the other side would doubt what both print.
    """
    target = exactly(goal).value
    equal = _equal(start.value, target)
    low, high = _possible(start, start_kind)
    plain = equal or (start.high <= target if limit else start.low >= target)
    whole = start_kind in ("", "same", "bound")
    sure = (equal and whole) or (high <= target if limit else low >= target)
    return sure and start_kind != "part", plain


def _equal(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
