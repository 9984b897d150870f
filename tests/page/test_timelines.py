"""The timeline: events in order, each tied to its day."""

import calendar

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex

from analysis.page import style, timelines

WORDS = {"title": "A finding", "subtitle": "Events", "source": "Somewhere"}
MONTHS = set(calendar.month_abbr[1:])
EVENTS = pd.DataFrame(
    {"date": ["2021-12-31", "2021-01-01", "2021-07"], "text": ["Last", "First", "Middle"]}
)


@pytest.fixture(autouse=True)
def styled():
    style.use()
    yield
    plt.close("all")


def drawn(events=EVENTS) -> plt.Figure:
    return timelines.timeline(events, **WORDS)


def written(figure: plt.Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def dots(figure: plt.Figure) -> list:
    return [line for line in figure.axes[0].lines if line.get_marker() == "o"]


def test_events_are_read_from_the_top_in_their_order():
    said = written(drawn())
    assert [text for text in said if text in set(EVENTS["text"])] == ["First", "Middle", "Last"]


def test_a_figure_stands_before_its_event_and_where_there_is_none_nothing_does():
    said = written(drawn(EVENTS.assign(figure=["8 roads", "", None])))
    assert {"8 roads: Last", "First", "Middle"} <= set(said)


def test_dots_stand_at_their_day_of_the_year():
    figure = drawn()
    height = figure.axes[0].get_ylim()[1]
    # Noon of day 1, of 15 July (day 196) and of day 365.
    parts = [1 - dot.get_ydata()[0] / height for dot in dots(figure)]
    assert parts == pytest.approx([0.5 / 365, 195.5 / 365, 364.5 / 365])


def test_the_scale_leaves_out_months_before_the_first_event_and_after_the_last():
    figure = drawn(EVENTS.assign(date=["2021-11-30", "2021-10-01", "2021-10"]))
    said = written(figure)
    assert {"Oct", "Nov"} == {text for text in said if text in MONTHS}
    # Noon of day 1, of 15 October and of day 61 of the 61 shown.
    height = figure.axes[0].get_ylim()[1]
    parts = [1 - dot.get_ydata()[0] / height for dot in dots(figure)]
    assert parts == pytest.approx([0.5 / 61, 14.5 / 61, 60.5 / 61])


def test_a_month_without_a_day_is_written_without_one():
    said = written(drawn())
    assert {"1 Jan", "31 Dec"} <= set(said)
    assert said.count("Jul") == 2  # on the scale, and beside the event


def test_a_figure_stands_before_its_event():
    assert "7 people: Middle" in written(drawn(EVENTS.assign(figure=[None, None, "7 people"])))


def test_kinds_are_told_apart_and_named():
    figure = drawn(EVENTS.assign(kind=["Building", "Epidemic", "Building"]))
    colours = [to_hex(dot.get_color()) for dot in dots(figure)]
    assert colours == [style.CONTRAST, style.ACCENT, style.ACCENT]
    assert {"Building", "Epidemic"} <= {text.get_text() for text in figure.texts}


@pytest.mark.parametrize(
    ("events", "say"),
    [
        (EVENTS.replace("2021-07", "in July"), "not a date .* 'in July'"),
        (EVENTS.replace("2021-07", "2020-07"), r"one year, not 2: \[2020, 2021\]"),
        (EVENTS.assign(kind=["a", "b", "c"]), "3 kinds"),
    ],
)
def test_what_is_no_timeline_is_refused(events, say):
    with pytest.raises(ValueError, match=say):
        drawn(events)
