"""Dated events beside a scale of months."""

from __future__ import annotations

import calendar
from typing import Any

import pandas as pd

from analysis.page import layout, style


@style.form
def timeline(
    events: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str,
) -> style.Chart:
    """Return events read from the top, each tied to its place on a scale of months.

    The scale runs from the month of the first event to that of the last.

    ``events``: ``date`` (``2021-03-12``, or ``2021-03`` for a month whose day is not printed) and
    ``text``; optional ``figure``, a written value that stands before the text; optional ``kind``:
    two kinds at most, told apart by the dots' colour and named above. An alt text says the first,
    the last and the most important event.

    Raises ``ValueError`` for a date that is none, for more than one year, and for a third kind.
    """
    events = events.reset_index(drop=True)
    days = [_day(date) for date in events["date"]]
    if len(years := {day.year for day in days}) != 1:
        raise ValueError(f"a timeline shows one year, not {len(years)}: {sorted(years)}")
    kinds = list(dict.fromkeys(events["kind"])) if "kind" in events else []
    colours = dict(zip(kinds, (style.ACCENT, style.CONTRAST), strict=False))
    if len(kinds) > len(colours):
        raise ValueError(f"{len(kinds)} kinds of events, and two colours: {', '.join(kinds)}")
    sheet = style.paper()
    order = sorted(range(len(events)), key=lambda row: days[row])
    spine, text_left = 2.9 * sheet.text, 5.6 * sheet.text
    dates = {row: _written(events.at[row, "date"]) for row in order}
    begin = text_left + max(map(style.width, dates.values())) + 12
    texts = {}
    for row in order:
        figure = events.at[row, "figure"] if "figure" in events else None
        said = f"{figure}: " if isinstance(figure, str) and figure else ""
        texts[row] = style.wrap(said + events.at[row, "text"], sheet.width - begin)
    room = [style.tall(texts[row], sheet.text) + 0.9 * sheet.text for row in order]
    keys = layout.key_rows(pd.Index(kinds)) if kinds else []
    key = 10 + layout.key_row() * len(keys) if kinds else 0
    months = pd.period_range(min(days), max(days), freq="M")
    height = max(sum(room), len(months) * 1.8 * sheet.text)
    drawing, axes, _ = layout.board(title, subtitle, source, height, key=key)
    first_day, whole = months[0].start_time, sum(months.days_in_month)
    for month in months:
        top = height * (1 - (month.start_time - first_day).days / whole)
        axes.plot([spine - 5, spine], [top, top], color=style.LINE, linewidth=1)
        middle = (spine - 10, top - height * month.days_in_month / whole / 2)
        style.write(axes, calendar.month_abbr[month.month], middle, ha="right", color=style.MUTED)
    axes.plot([spine, spine], [0, height], color=style.LINE, linewidth=1)
    true = [height * (1 - ((days[row] - first_day).days + 0.5) / whole) for row in order]
    placed = layout.within(true[::-1], room[::-1], 0, height)[::-1]
    for row, y0, y, needs in zip(order, true, placed, room, strict=True):
        colour = colours[events.at[row, "kind"]] if kinds else style.ACCENT
        first = y + (needs - 0.9 * sheet.text) / 2 - style.CAPITAL * sheet.text / 2
        bend = [spine, spine + 0.9 * sheet.text, text_left - 1.1 * sheet.text, text_left - 6]
        axes.plot(bend, [y0, y0, first, first], color=style.LINE, linewidth=1, zorder=1)
        dot: dict[str, Any] = {"marker": "o", "markersize": 0.5 * sheet.text, "color": colour}
        axes.plot([spine], [y0], linestyle="none", zorder=3, **dot)
        style.write(axes, dates[row], (text_left, first), bold=True)
        at = (begin, first + style.CAPITAL * sheet.text / 2)
        style.write(axes, texts[row], at, va="top")
    if kinds:
        layout.stack_key(drawing, axes, keys, colours)
    named = {"date": "Date", "text": "Event", "figure": "Figure", "kind": "Kind"}
    drawn = events.loc[order].rename(columns=named)
    style.keep(drawing, drawn, measure=subtitle, source=source)
    return drawing


def _day(date: str) -> pd.Timestamp:
    """Return a date's day; of a month, the middle."""
    try:
        day = pd.Timestamp(date)
    except ValueError as error:
        raise ValueError(f"not a date such as 2021-03-12 or 2021-03: {date!r}") from error
    return day if len(date) > 7 else day + pd.Timedelta(days=14)


def _written(date: str) -> str:
    """Write a date as readers say it: day and month, or the month alone."""
    month = calendar.month_abbr[_day(date).month]
    return f"{_day(date).day} {month}" if len(date) > 7 else month
