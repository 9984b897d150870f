"""Nested squares and tiles: areas in proportion to what they stand for."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex

from analysis.page import parts, style
from analysis.page.parts import _squarified

WORDS = {"title": "A finding", "subtitle": "People", "source": "Somewhere"}
WHOLE = pd.Series({"live here": 400.0, "are insured": 100.0, "are helped": 4.0})


@pytest.fixture(autouse=True)
def styled():
    style.use()
    yield
    plt.close("all")


def boxes(figure: plt.Figure) -> list[tuple[float, float]]:
    return [(one.get_width(), one.get_height()) for one in figure.axes[0].patches]


def written(figure: plt.Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]


def nested(sizes=WHOLE) -> plt.Figure:
    return parts.nested(sizes, show="{:.0f}".format, **WORDS)


def test_areas_of_nested_squares_are_in_proportion():
    (whole, tall), (inner, _), (least, _) = boxes(nested())
    assert whole == tall
    assert (inner / whole) ** 2 == pytest.approx(100 / 400)
    assert (least / whole) ** 2 == pytest.approx(4 / 400)


def test_each_square_is_named_with_its_size():
    assert written(nested()) == ["400 live here", "100 are insured", "4 are helped"]


@pytest.mark.parametrize(
    ("sizes", "say"),
    [
        ({"some": 2.0, "more": 3.0}, "more is larger"),
        ({"some": 2.0, "none": 0.0}, "not so: none"),
        (dict(zip("abcdef", range(9, 3, -1), strict=True)), "6 squares, and 5 shades"),
    ],
)
def test_what_cannot_be_nested_is_refused(sizes, say):
    with pytest.raises(ValueError, match=say):
        nested(pd.Series(sizes))


def tiles(sizes, **choice) -> plt.Figure:
    return parts.tiles(pd.Series(sizes), show="{:.0f}".format, **choice, **WORDS)


def test_areas_of_tiles_are_in_proportion_and_fill_the_whole():
    # Tiles leave two pixels between them.
    areas = [(wide + 2) * (tall + 2) for wide, tall in boxes(tiles({"a": 1.0, "b": 3.0, "c": 4.0}))]
    assert areas == pytest.approx([672 * 300 * part for part in (4 / 8, 3 / 8, 1 / 8)])


def test_a_tile_too_small_for_its_name_is_named_below():
    said = written(tiles({"Schools": 990.0, "Museums of natural history": 1.0}))
    assert said[-1].endswith("Museums of natural history 1")
    assert said[-1].startswith("a")


def test_highlighted_tiles_stand_out():
    figure = tiles({"Schools": 2.0, "Roads": 1.0}, highlight=["Roads"])
    colours = [to_hex(one.get_facecolor()) for one in figure.axes[0].patches]
    assert colours == [style.PARTS[4], style.PARTS[0]]


def test_a_tile_without_a_size_is_refused_by_name():
    with pytest.raises(ValueError, match="not so: Roads"):
        tiles({"Schools": 2.0, "Roads": 0.0})


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=20))
def test_tiles_have_their_areas_and_stay_inside_whatever_the_sizes(sizes):
    sizes = sorted(sizes, reverse=True)
    areas = [60_000 * size / sum(sizes) for size in sizes]
    found = _squarified(areas, 300, 200)
    assert [wide * tall for *_, wide, tall in found] == pytest.approx(areas)
    for left, top, wide, tall in found:
        assert left >= -1e-6 and left + wide <= 300 + 1e-6
        assert top >= -1e-6 and top + tall <= 200 + 1e-6


def test_tiles_are_squarified_as_in_the_paper():
    # Bruls, Huizing and van Wijk (2000), figure 5: areas 6, 6, 4, 3, 2, 2, 1 in a 6 by 4 rectangle.
    found = _squarified([6, 6, 4, 3, 2, 2, 1], 6, 4)
    assert found[0] == pytest.approx((0, 0, 3, 2))
    assert found[1] == pytest.approx((0, 2, 3, 2))
    assert found[2] == pytest.approx((3, 0, 12 / 7, 7 / 3))
