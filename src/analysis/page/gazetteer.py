"""Place by place: what each is like, and a strip a figure that shows where it stands.

A strip has a stroke for every place of the kind that prints the figure, from the least to the most,
and a mark for the one it is about. There are some six hundred: the strokes of an indicator are
drawn once, and each strip refers to them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from IPython.display import HTML

from analysis import data
from analysis.amount import Amount
from analysis.data import Figure, addresses
from analysis.findings import entries
from analysis.page import words
from analysis.page.places import NO, Comparable

FEWEST = 5  # places: of fewer, a strip would say nothing
WIDE = 120  # units of a strip's drawing
# What an outsider would call unlike in a place, the least and the most of it, the plainest first.
# Few shops, or a little of a crop, say nothing: those that print none may have less.
EXTREMES = {
    "farmland.area": ("the least farmland", "the most farmland"),
    "land_area": ("", "the largest area"),
    "maize_seed.area": ("", "the most seed maize"),
    "vegetables.area": ("", "the most vegetables"),
    "fixed_investment": ("the least fixed investment", "the most fixed investment"),
    "administrative_villages": ("the fewest villages", "the most villages"),
    "shops": ("", "the most shops"),
    "urban_subsistence_allowance.paid": (
        "",
        "the largest sum paid out as minimum living allowance",
    ),
    "urban_employment.new": ("", "the most people newly employed"),
    "residential_buildings": ("", "the most blocks of flats"),
    "households": ("the fewest homes", "the most homes"),
}
CROPS = {"maize_seed.area": "seed maize", "vegetables.area": "vegetables"}
SMALLER = "less than its crops take"  # in a note on farmland, of which no share is then taken
SIDES = {
    "N": "north", "NE": "north-east", "E": "east", "SE": "south-east",
    "S": "south", "SW": "south-west", "W": "west", "NW": "north-west", "centre": "middle",
}  # fmt: skip


class Kind:
    """Places of one kind, what several of them print, and the strips that show it.

    ``compared`` names what is shown, in its order; ``letter`` tells the strips of one kind from
    another's on the page.
    """

    def __init__(self, places: Sequence[str], compared: Sequence[Comparable], letter: str) -> None:
        self.places = list(places)
        self.compared = list(compared)
        self.letter = letter
        self.printed = entries.printed(places, [one.indicator for one in compared])

    def has_strip(self, indicator: str) -> bool:
        """Tell whether enough places print one value each."""
        return len(self.printed[indicator].own) >= FEWEST

    def figures(self) -> list[Figure]:
        """Return the figures that are shown, but those of which an entry prints two."""
        return [one for printed in self.printed.values() for one in printed.own.values()]

    def strokes(self) -> str:
        """Return the strokes of all strips as SVG symbols."""
        symbols = []
        for number, one in enumerate(self.compared):
            if not self.has_strip(one.indicator):
                continue
            own = self.printed[one.indicator].own
            at = sorted({_at(figure, own) for figure in own.values()})
            path = "".join(f"M{x} 3v8" for x in at)
            symbols.append(
                f'<symbol id="{self.letter}{number}"><path d="M0 7h{WIDE}{path}"/></symbol>'
            )
        return "".join(symbols)


def quantity(one: Amount) -> str:
    """Return an amount as ``words.quantity`` does, but mu as hectares alone."""
    return re.sub(r"[\d,.]+ mu \((.+)\)", r"\1", words.quantity(one))


def strokes(*kinds: Kind) -> HTML:
    """Return the drawings that the strips of a page refer to; nothing of them is seen."""
    drawn = "".join(kind.strokes() for kind in kinds)
    return HTML(f'<svg class="strokes" width="0" height="0" aria-hidden="true">{drawn}</svg>')


def heading(place: str) -> str:
    """Return the name that heads a place's section: without its kind, but for a subdistrict."""
    name = str(data.entities().at[place, "name_en"])
    return re.sub(r"( Yugur Ethnic)? (Town|Township|Community)$", "", name)


def address(place: str) -> str:
    """Return the address of a place's section on the page."""
    return f"#{heading(place).lower().replace(' ', '-')}"


def character(kind: Kind, place: str) -> str:
    """Return what sets a place apart in a few words that follow "it".

    What it is known for, else in what it is first or last; nothing where it is neither.
    """
    return _known(place) or "".join(f"has {one}" for one in _extremes(kind, place)[:1])


def show(kind: Kind, place: str) -> HTML:
    """Return a place: its two names, its ``portrait``, and its figures, to be unfolded.

    Raises ``ValueError`` for a place that is none of the kind.
    """
    if place not in kind.places:
        raise ValueError(f"{place!r} is none of {', '.join(kind.places)}")
    document = entries.documents([place])[place]
    about = data.documents().loc[document]
    rows = [row for number in range(len(kind.compared)) if (row := _row(kind, number, place))]
    chinese = html.escape(data.entities().at[place, "name_zh"])
    told = html.escape(f" {portrait(kind, place)}").rstrip()
    return HTML(
        f'<p class="portrait">{heading(place)} (<span lang="zh">{chinese}</span>){told}</p>\n'
        f'<details class="place" name="place"><summary>{len(rows)} figures</summary>\n'
        f"<p>Entry from page {about['page']}.</p>\n"
        f'<dl class="strips">\n{"".join(rows)}</dl></details>'
    )


def portrait(kind: Kind, place: str) -> str:
    """Return what follows the name of a place: a few sentences, the first without its subject.

    First what it is known for, as ``character`` has it; then where it lies; then in what measured
    it is unlike others: how much of its farmland the crops of ``CROPS`` take (with the share that
    the entry prints, if any; where its note is ``SMALLER``, their area), and in what of
    ``EXTREMES`` the place is first or last among those of its kind. Of a subdistrict one says
    where it lies, how many communities it has, and the largest; of a place of which nothing is
    told, nothing.
    """
    own = {
        indicator: printed.own[place]
        for indicator, printed in kind.printed.items()
        if place in printed.own
    }
    divided = data.entities().at[place, "kind"] == "subdistrict"
    last = _parts(place) if divided else _like(kind, place, own)
    told = filter(None, (_known(place), _lies(place, own), last))
    return "".join(f"It {one}. " for one in told).removeprefix("It ").rstrip()


def _known(place: str) -> str:
    return str(data.known_for()["told_en"].get(place, ""))


def _lies(place: str, own: Mapping[str, Figure]) -> str:
    where = _where(place, own)
    return f"lies {where}" if where else ""


def _where(place: str, own: Mapping[str, Figure]) -> str:
    where, far = data.places(), own.get("distance_to_city")
    km = f"{words.number(far.value)} km" if far else ""
    if place not in where.index:
        return _by_neighbours(place)
    side, reference = SIDES[where.at[place, "direction"]], where.at[place, "reference"]
    if reference == "from the city":
        return f"{km} {side} of the city" if km else f"just {side} of the city"
    inside = f"in the {side} of the {'city' if 'city' in reference else 'district'}"
    return inside + (f", {km} from the city" if km else "")


def _by_neighbours(place: str) -> str:
    """Say where a place lies by what two others print of it; nothing where they do not."""
    names, told = data.entities()["name_en"].str.split().str[0], data.neighbours()
    told = told[(told["neighbour"] == place) & (told["side"] != "")]
    sides = [f"{SIDES[row.side]} of {names[row.entity]}" for row in told.itertuples()]
    return _listed(sides[:2])


def _like(kind: Kind, place: str, own: Mapping[str, Figure]) -> str:
    """Say in what measured a place is unlike the others; nothing where it is not."""
    extremes = _extremes(kind, place)[:2]
    seen = _crops(own, first=_listed(extremes))
    if extremes:
        seen.append(f"has {_listed(extremes)}")
    return _listed(seen)


def _crops(own: Mapping[str, Figure], first: str) -> list[str]:
    if "farmland.area" not in own:
        return []
    land = own["farmland.area"]
    if SMALLER in land.note:
        return [
            f"grows {name} on {quantity(own[crop])}"
            for crop, name in CROPS.items()
            if crop in own and f"the most {name}" not in first
        ]
    kept = f" ({land.note})" if land.note else ""
    printed = data.figures(entity=land.entity, document=land.document, measure="share")
    other = {one.indicator: f" (its entry says {one})" for one in printed}
    return [
        f"grows {name} on {share:.0f} of its farmland{other.get(crop, kept)}"
        for crop, name in CROPS.items()
        for share in entries.shares({name: own[crop]} if crop in own else {}, {name: land}).values()
    ]


def _extremes(kind: Kind, place: str) -> list[str]:
    """Say in what a place is first or last among at least ``FEWEST`` of its kind."""
    told = []
    ranked = {one.indicator for one in kind.compared if one.ranked != NO}
    for indicator, (least, most) in EXTREMES.items():
        own = kind.printed[indicator].own if indicator in ranked else {}
        # Of a figure that bears a caveat it is not certain that the others count the same.
        if len(own) < FEWEST or place not in own or own[place].note:
            continue
        ends = dict(zip(entries.ends(own) or (), (least, most), strict=False))
        if phrase := ends.get(place):
            told.append(f"{phrase} ({_short(own[place])})")
    return told


def _short(one: Amount) -> str:
    """Write an amount for a sentence: millions to three digits."""
    large = one.base == "元" and one.unit != "元"
    return format(one, ".3g") if large else quantity(one)


def _parts(place: str) -> str:
    names = data.entities()
    parts = list(names.index[names["parent"] == place])
    people = entries.printed(parts, ["population"])["population"].own
    largest = heading(max(people, key=lambda part: people[part].value))
    return f"has {len(parts)} communities, of which {largest} has the most people"


def _row(kind: Kind, number: int, place: str) -> str:
    one = kind.compared[number]
    printed = kind.printed[one.indicator]
    if place in printed.twice:
        some = printed.twice[place]
        text = " or ".join(quantity(figure) for figure in some)
        lines = [addresses.line(figure.document, figure.line) for figure in some]
        note = f"The entry prints {words.spelled(len(some))} amounts."
        return _html(one.name, text, " ".join(dict.fromkeys(lines)), note, "", "")
    if place not in printed.own:
        return ""
    figure = printed.own[place]
    line = addresses.line(figure.document, figure.line)
    text = quantity(figure) + (" (expected)" if figure.status == "forecast" else "")
    strip = rank = ""
    if kind.has_strip(one.indicator):
        x = _at(figure, printed.own)
        unsure = ' class="unsure"' if one.ranked == NO else ""
        strip = f'<svg{unsure}><use href="#{kind.letter}{number}"/><path d="M{x} 7h0"/></svg>'
        if one.ranked != NO:
            rank = f"{_rank(printed.own, place)} of {len(printed.own)}"
    return _html(one.name, text, line, figure.note, strip, rank)


def _html(name: str, text: str, line: str, note: str, strip: str, rank: str) -> str:
    beside = f"<small>{html.escape(note)}</small>" if note else ""
    shown = "".join(f"<dd>{one}</dd>" for one in (strip, rank) if one)
    return (
        f'<div title="line {line}"><dt>{html.escape(name)}</dt>'
        f"<dd>{html.escape(text)}{beside}</dd>{shown}</div>\n"
    )


def _rank(own: Mapping[str, Amount], place: str) -> int:
    """Return a place's rank, largest first, ties sharing the better."""
    return 1 + sum(one.value > own[place].value for one in own.values())


def _at(one: Amount, own: Mapping[str, Amount]) -> int:
    """Return where on its strip a value stands."""
    values = [other.value for other in own.values()]
    low, high = min(values), max(values)
    return round(WIDE * (one.value - low) / (high - low)) if high > low else WIDE // 2


def _listed(some: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(some[:-1]), *some[-1:]]))
