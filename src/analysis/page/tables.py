"""How a table looks: real headers, a caption, numbers aligned, the data one click away."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import pandas as pd
from IPython.display import HTML

from analysis import data
from analysis.data import edition
from analysis.page import words
from analysis.page.ledger import Ledger

LONG = 20  # rows above which a table is given sorting and a filter
SENTENCE = 100  # characters above which a cell is given room

MEASURES = {
    "level": "level",
    "growth": "growth",
    "growth_real": "real growth",
    "growth_pa": "growth a year",
    "per_year": "amount a year",
    "change": "change",
    "share": "share",
    "share_change": "change of share",
    "rank": "rank",
    "completion": "completion",
}


def show(
    table: pd.DataFrame,
    *,
    caption: str,
    source: str = "",
    name: str = "",
    formats: Mapping[str, Callable[[float], str]] | None = None,
    sortable: bool = False,
    addresses: Sequence[str] = (),
    links: Sequence[str] = (),
    choices: Collection[str] = (),
) -> HTML:
    """Return a table for a chapter.

    The index becomes the row headers and its name their heading. ``formats`` says for each
    column of numbers how to write one; other cells are written as text. ``caption`` says what
    the table shows, ``source`` where from; ``name`` is its address on the page and the name of
    its CSV file, which holds twelve digits of each number.

    A table of more than ``LONG`` rows can be sorted and filtered by the reader, a shorter one with
    ``sortable``. ``addresses`` gives each row one of its own on the page, ``links`` lets its name
    lead to a place on the page (``#place``) or to a chapter (``society/work``), where it is not
    empty. ``choices`` are columns whose values the reader can choose among.

    Raises ``ValueError`` when ``formats`` or ``choices`` name a column that is not there, or
    ``addresses`` or ``links`` are not one for each row.
    """
    formats = formats or {}
    unknown = {*formats, *choices} - set(table.columns)
    if unknown:
        raise ValueError(f"no column {', '.join(sorted(unknown))} to format or to choose by")
    if addresses and (len(addresses) != len(table) or len(set(addresses)) != len(addresses)):
        raise ValueError(f"{len(set(addresses))} addresses for a table of {len(table)} rows")
    if links and len(links) != len(table):
        raise ValueError(f"{len(links)} links for a table of {len(table)} rows")
    numeric = {
        column
        for column in table.columns
        if column in formats or pd.api.types.is_numeric_dtype(table[column])
    }
    head = "".join(
        _head(column, column in numeric, choose=column in choices)
        for column in [table.index.name or "", *table.columns]
    )
    # Column by column: a row of mixed kinds would turn its whole numbers into fractions.
    columns = [
        [_cell(value, formats.get(column), column in numeric) for value in table[column]]
        for column in table.columns
    ]
    body = "".join(
        f'<tr{_id(address)}><th scope="row">{_named(label, link)}</th>{"".join(cells)}</tr>\n'
        for address, link, label, *cells in zip(
            addresses or [""] * len(table),
            links or [""] * len(table),
            table.index,
            *columns,
            strict=True,
        )
    )
    file = _link(table.reset_index(), name) if name else ""
    body = f"<tbody>\n{body}</tbody>"
    long = sortable or len(table) > LONG
    return HTML(_frame(caption, head, body, source=source, link=file, name=name, long=long))


def figures_used(ledger: Ledger) -> HTML:
    """Return the table of all figures that a chapter asked its ledger for, with their lines.

    The figures of one document stand together, in the order in which they were asked for.
    """
    used = ledger.used()
    head = "".join(
        _head(name, name in ("As printed", "Line"))
        for name in ("Figure", "Measure", "Period", "As printed", "Line")
    )
    bodies = [
        f'<tbody>\n<tr><th scope="rowgroup" colspan="5">{_text(_titled(document))}</th></tr>\n'
        f"{''.join(map(_used_row, own.itertuples()))}</tbody>"
        for document, own in used.groupby("document", sort=False)
    ]
    caption = (
        f"The {words.counted(len(used), 'figure')} of the yearbook that this chapter rests on. "
        "Page: first page of the document in the printed volume; line: of the text that was "
        "digitised."
    )
    name = "figures-used"
    table = _frame(caption, head, "\n".join(bodies), source="", link=_link(used, name), name=name)
    return folded(HTML(table), f"Show the {words.counted(len(used), 'figure')}")


def _titled(document: str) -> str:
    """Return a document's title, its page, and its volume where the data hold several."""
    about = data.documents().loc[document]
    volume = f", volume {about['yearbook']}" if len(data.volumes()) > 1 else ""
    return f"{about['title_en']}, p. {about['page']}{volume}"


def folded(shown: HTML, summary: str) -> HTML:
    """Return a table that opens when its ``summary`` is chosen; on paper it is left out."""
    return HTML(
        f'<details class="figures-used"><summary>{_text(summary)}</summary>\n{shown.data}</details>'
    )


def offer(table: pd.DataFrame, text: str, *, name: str) -> HTML:
    """Return a link, with ``text``, to a table that is too long for a page, as ``name``.csv."""
    return HTML(f'<p class="table-source">{_link(table, name, text)}</p>')


def _used_row(one: Any) -> str:
    name = f'{_text(one.name_en)} <span lang="zh">{_text(one.name_zh)}</span>'
    if one.entity != edition.entity():
        name += f" ({_text(data.entities().at[one.entity, 'name_en'])})"
    kind = MEASURES[one.measure] + ("" if one.status == "outturn" else f", {one.status}")
    if one.value < 0 and "-" not in one.printed:
        kind += " (a fall)"  # the page says so in a word before the number
    return (
        f'<tr><th scope="row">{name}</th><td>{kind}</td><td>{_text(one.period)}</td>'
        f'<td class="number" lang="zh">{_text(one.printed)}</td>'
        f'<td class="number">{one.line}</td></tr>\n'
    )


def _frame(
    caption: str, head: str, bodies: str, *, source: str, link: str, name: str, long: bool = False
) -> str:
    foot = " ".join(part for part in (_text(source), link) if part)
    foot = f'<p class="table-source">{foot}</p>' if foot else ""
    anchor = _id(f"{name}-table" if name else "")
    # The box takes the focus so that a keyboard can scroll a wide table.
    return (
        f'<div class="table-box"{anchor} tabindex="0" role="region" aria-label="{_text(caption)}">'
        f'<table class="report{" sortable" if long else ""}"><caption>{_text(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n{bodies}</table></div>{foot}"
    )


def _named(label: Any, link: str) -> str:
    if not link:
        return _text(label)
    address = link if link.startswith("#") else f"../{link}.html"
    return f'<a href="{_text(address)}">{_text(label)}</a>'


def _id(address: str) -> str:
    return f' id="{_text(address)}"' if address else ""


def _head(name: str, number: bool, *, choose: bool = False) -> str:
    kind = ' class="number"' if number else ""
    return f'<th scope="col"{kind}{" data-choose" if choose else ""}>{_text(name)}</th>'


def _cell(value: Any, form: Callable[[float], str] | None, number: bool) -> str:
    if pd.isna(value):
        text = '<span title="not printed">–</span>'
        return f'<td class="number">{text}</td>' if number else f"<td>{text}</td>"
    text = _text(form(value) if form else value)
    if number:
        # The digits after the twelfth differ from machine to machine.
        kept = value if isinstance(value, str) else f"{value:.12g}"
        return f'<td class="number" data-value="{_text(kept)}">{text}</td>'
    return f'<td class="sentence">{text}</td>' if len(text) > SENTENCE else f"<td>{text}</td>"


def _link(table: pd.DataFrame, name: str, text: str = "Download as CSV") -> str:
    return f'<a download="{_text(name)}.csv" href="{download(table)}">{_text(text)}</a>'


def _text(value: object) -> str:
    return html.escape(str(value))


def key_figures(entries: list[tuple[str, str, str, str]]) -> HTML:
    """Return figures set large, side by side where there is room.

    ``entries``: name in English, name in Chinese, the figure (a number, and after a space its
    unit), and a few words beside it.
    """
    cells = "".join(
        f'<div><dt>{_text(name)} <span lang="zh">{_text(chinese)}</span></dt>'
        f'<dd><span class="amount">{_text(number)} <small>{_text(unit)}</small></span>'
        f'<span class="beside">{_text(beside)}</span></dd></div>\n'
        for name, chinese, amount, beside in entries
        for number, _, unit in [amount.partition(" ")]
    )
    return HTML(f'<dl class="key-figures">\n{cells}</dl>')


_IN_ADDRESS = str.maketrans(
    {sign: f"%{ord(sign):02X}" for sign in "%#&\"'<>\t\r"} | {"\n": "%0A\n"}
)


def download(table: pd.DataFrame) -> str:
    """Return ``table`` as the address of a CSV file that needs no server.

    UTF-8 with a byte order mark, so that a spreadsheet shows Chinese; twelve digits, as those after
    them differ from machine to machine. A row is a line of the address, so that the record of a
    chapter can be read: browsers take the coded line end and drop the other. It stands in an HTML
    attribute as it is.
    """
    text = io.StringIO()
    table.to_csv(text, index=False, lineterminator="\n", float_format="%.12g")
    coded = text.getvalue().translate(_IN_ADDRESS)
    return f"data:text/csv;charset=utf-8,%EF%BB%BF{coded}"
