"""Nothing of the data is run: an indicator's name is text in every page, file and drawing."""

import contextlib
import html
import json
import re
import sqlite3
from pathlib import Path

import joined
import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import paper
import pytest
from bs4 import BeautifulSoup
from reading import explorer, fulltext, packed, tree
from reading.page import Page

from analysis import data
from analysis.data import export, laws
from analysis.page import charts, style, svg, tables

NAME = "<img src=x onerror=alert(1)>"
SHOWN = "&lt;img src=x onerror=alert(1)&gt;"


@pytest.fixture
def hostile(small):
    small.spoil("indicators.csv", "Retail sales", NAME)
    assert laws.faults(small.path) == []
    return small


def test_a_table_shows_it(hostile):
    frame = data.observations()[["name_en", "value"]].set_index("name_en")
    said = str(
        tables.show(frame.assign(again=frame.index), caption=NAME, source=NAME, name=NAME).data
    )
    assert "<img" not in said
    # The head of its two rows, their cells, caption and source.
    assert said.count(SHOWN) >= 6


def test_a_figure_set_large_shows_it(hostile):
    said = str(tables.key_figures([(NAME, NAME, "7 " + NAME, NAME)]).data)
    assert "<img" not in said and SHOWN in said


def test_a_drawing_holds_it_as_data_and_gives_it_back():
    drawing = svg.packed("<svg>\n</svg>\n", "<svg>\n</svg>\n", f"name\n{NAME}\n")
    assert "<img" not in drawing and SHOWN in drawing


def test_the_explorer_has_it_as_text_of_json(hostile):
    frame = explorer.rows(data.observations(corrected=False), data.load())
    payload = explorer.payload(frame, data.load())
    assert NAME in json.dumps(payload)
    (content,) = (one for path, one in explorer.files().items() if path.endswith(".js"))
    assert b"<img" not in content
    assert NAME in explorer.as_csv(frame)


@pytest.mark.parametrize("form", ["bars", "stacks"])
def test_a_chart_writes_it_in_both_its_drawings_and_in_its_data(form):
    words = {"title": NAME, "subtitle": NAME, "source": NAME}
    with mpl.rc_context():
        style.use()
        names = pd.Index([NAME, "Shops"])
        if form == "bars":
            figure = charts.bars(pd.Series([7.5, 2.0], names), show=str, axis=NAME, **words)
        else:
            parts = pd.DataFrame({NAME: [40.0, 30.0], "Shops": [60.0, 70.0]}, names)
            figure = charts.stacks(parts, show=str, **words)
        drawn = svg.drawing(figure, 15, style.INK)
        plt.close("all")
    assert "<img" not in drawn and drawn.count("&lt;img") >= 3
    chart = svg.packed(drawn, drawn, f"Name,Percent\n{NAME},7.5\n")
    assert "<img" not in chart
    desk, phone, kept = svg.unpacked(chart)
    assert desk == phone == drawn and NAME in kept
    assert "<img" not in svg.outlined(drawn)


def test_the_texts_to_search_in_hold_it_as_text():
    article = f'<section id="a"><h1>{SHOWN}</h1><table><tr><td>{SHOWN}</td></tr></table></section>'
    root = tree.parsed(f'<article class="bd-article">{article}</article>')
    found = fulltext.sections(Page("book/x.html", root, Path("written")))
    assert found["sections"] == [{"title": NAME, "id": "a", "text": NAME}]
    content = packed.script("searchTexts", [found])
    assert re.fullmatch(rb'window\.searchTexts="[A-Za-z0-9+/=]+";\n', content)


@pytest.mark.parametrize("name", [NAME, f"</style>{NAME}", f'"}}</style>{NAME}', f"\\{NAME}"])
def test_the_document_for_paper_says_it_in_contents_and_at_the_foot(tmp_path, name):
    shown = html.escape(name)
    file = tmp_path / "output.html"
    file.write_text(
        f'<article class="bd-article"><section id="o"><h1>{shown}</h1>'
        f'<section id="p"><h2>{shown}</h2><p>{shown}</p></section></section></article>',
        "utf-8",
    )
    whole = paper.whole([joined.Page("book/output", file, name, 1)], tmp_path)
    # Read anew, as a browser does: what began as text must not have become an element.
    read = BeautifulSoup(str(whole), "html.parser")
    assert read.find_all("img") == []
    assert [one.get_text() for one in read.select("nav .section")] == [name]
    assert [one.get_text() for one in read.select(".bd-content h2, .bd-content p")] == [name] * 2


@pytest.mark.parametrize("form", export.FORMS)
def test_files_for_other_programs_hold_it_unchanged(hostile, tmp_path, form):
    (file,) = export.write(tmp_path / "out", [form])
    if form == "sqlite":
        with contextlib.closing(sqlite3.connect(file)) as connection:
            names = [name for (name,) in connection.execute("select name_en from figures")]
    else:
        read = {"csv": pd.read_csv, "xlsx": pd.read_excel, "parquet": pd.read_parquet}[form]
        names = read(file)["name_en"].tolist()
    assert names.count(NAME) == 2


@pytest.mark.parametrize("name", ["=1+1", "+1+1", "@SUM(1)", "-cmd|' /C calc'!A0"])
def test_what_a_spreadsheet_would_run_is_refused(small, name):
    small.spoil("indicators.csv", "Retail sales", name)
    fault = small.fault()
    assert (fault.file, fault.row, fault.column) == ("indicators.csv", 7, "name_en")
    assert "begins like a formula" in fault.problem


def test_a_printed_minus_is_no_formula(small):
    assert ",-4.5," in small.read("observations/alpha.csv")
    assert laws.faults(small.path) == []


def test_no_cell_of_the_yearbook_can_be_run_by_a_spreadsheet():
    texts = export.table().select_dtypes("str")
    assert len(texts) == len(data.observations()) and len(texts.columns) > 10
    cells = {cell for name in texts for cell in texts[name]}
    # The bound "=" stands alone, and that is no formula.
    assert [cell for cell in cells if re.match(r"(?:[=+@\t\r]|-(?![\d.])).", cell)] == []
