"""Laws of the real data, whatever documents they hold."""

import json
import random
import re
from dataclasses import replace

import frictionless
import pandas as pd
import pytest

from analysis import data, printed
from analysis.data import edition, laws, schema

CHINESE = re.compile("[\u3400-\u9fff]")


def test_the_package_is_valid_for_another_reader():
    package = json.loads((edition.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    tables, documents = [], []
    for one in package["resources"]:
        (documents if one["path"].startswith("observations/") else tables).append(one)
    # For each table the reader reads anew what it refers to: the documents are given it as one,
    # which they are if all are described alike and have one header.
    paths = [one["path"] for one in documents]
    headers = {(edition.FOLDER / path).read_text("utf-8").partition("\n")[0] for path in paths}
    described = {str(one | {"name": "", "path": ""}) for one in documents}
    assert (len(headers), len(described)) == (1, 1)
    package["resources"] = [*tables, documents[0] | {"extrapaths": paths[1:]}]
    read = frictionless.Package.from_descriptor(package, basepath=str(edition.FOLDER))
    report = read.validate()
    assert report.valid, report.to_summary()
    assert report.tasks[-1].stats["rows"] == len(data.observations())


def test_another_reader_finds_a_planted_fault(folder):
    folder.spoil("observations/beta.csv", ",2.3,,倍", ",2.3,,陪")
    assert not frictionless.validate(str(folder.path / "datapackage.json")).valid


def test_every_table_is_described():
    described = {resource["path"] for resource in schema.descriptor(edition.FOLDER).values()}
    there = {path.relative_to(edition.FOLDER).as_posix() for path in edition.FOLDER.rglob("*.csv")}
    assert there == described


def test_there_is_enough_to_have_laws():
    assert len(data.observations()) >= 570
    assert "communique" in data.documents().index


@pytest.mark.parametrize(
    ("indicator", "period", "measure", "value", "unit", "line", "text"),
    [
        ("gdp", "2021", "level", 232.33, "亿元", 5558, "232.33亿元"),
        ("gdp", "2021", "growth_real", 9.2, "%", 5558, "9.2%"),
        ("gdp.tertiary", "2021", "level", 132.37, "亿元", 5566, "132.37"),
        ("resident_population", "2021-12-31", "level", 45.49, "万人", 5568, "45.49万人"),
        ("resident_population", "2021", "change", -0.07, "万人", 5568, "0.07万人"),
        ("maize_seed.area", "2021", "growth", 17.49, "%", 5596, "17.49%"),
        ("products.refined_sugar", "2021", "growth", -46, "%", 5672, "-46.0"),
    ],
)
def test_figures_read_by_hand_in_the_communique(
    indicator, period, measure, value, unit, line, text
):
    rows = data.observations(corrected=False).query(
        "document == 'communique' and indicator == @indicator and period == @period "
        "and measure == @measure and line == @line"
    )
    (row,) = rows.itertuples()
    assert (row.value, row.unit, row.printed, row.status) == (value, unit, text, "outturn")


def test_every_printed_number_is_its_value_in_size():
    rows = data.observations(corrected=False)
    exact = rows["unit"].map(data.units()["exact"])
    read = [
        abs(printed.number(text, exact=whole))
        for text, whole in zip(rows["printed"], exact, strict=True)
    ]
    wrong = rows[rows["value"].abs() != read]
    assert wrong.empty, wrong[["document", "line", "value", "printed"]].to_string()


def corrupt(text: str, luck: random.Random) -> str:
    """Change one digit of ``text`` into another."""
    at = luck.choice([place for place, letter in enumerate(text) if letter.isdigit()])
    other = luck.choice([digit for digit in "0123456789" if digit != text[at]])
    return text[:at] + other + text[at + 1 :]


@pytest.mark.parametrize("column", ["value", "printed"])
def test_one_wrong_digit_is_found_wherever_it_is(monkeypatch, column):
    tables, luck = data.load(), random.Random(20220418)
    frame = tables.observations.reset_index()
    fit = frame.index[~frame["printed"].map(printed.in_words)]
    chosen = luck.sample(list(fit), min(300, len(fit)))
    assert len(chosen) == 300
    for at in chosen:
        if column == "value":
            spoiled = float(corrupt(f"{frame.at[at, 'value']:.10g}", luck))
        else:
            number = printed.NUMBER.search(frame.at[at, "printed"])[0]
            spoiled = frame.at[at, "printed"].replace(number, corrupt(number, luck), 1)
        frame.loc[at, column] = spoiled
    expected = {
        (f"observations/{document}.csv", row)
        for document, row in frame.loc[chosen, ["document", "row"]].itertuples(index=False)
    }
    spoiled = replace(tables, observations=frame.set_index("row"))
    monkeypatch.setattr(data, "read_all", lambda _: (spoiled, []))
    found = {(fault.file, fault.row) for fault in laws.faults() if fault.file != "corrections.csv"}
    assert found == expected


def test_every_interval_holds_its_value():
    rows = data.observations()
    assert ((rows["low"] <= rows["value"]) & (rows["value"] <= rows["high"])).all()


def test_every_correction_is_applied_once():
    # One row of the observations for each place that a correction names.
    corrections = data.load().corrections
    places = corrections[["document", "line", "printed"]].drop_duplicates()
    fixed = data.observations().query("corrected")
    assert sorted(map(tuple, fixed[["document", "line", "printed"]].to_numpy())) == sorted(
        map(tuple, places.to_numpy())
    )


def corrected_cells(rows: pd.DataFrame, fix) -> list:
    """The cells that one correction is about: at least one."""
    at = (rows["document"] == fix.document) & (rows["line"] == fix.line)
    cells = rows.loc[at & (rows["printed"] == fix.printed), fix.column].tolist()
    assert cells
    return cells


def test_every_correction_leaves_its_new_value():
    rows = data.observations()
    for fix in data.load().corrections.itertuples():
        for cell in corrected_cells(rows, fix):
            assert str(cell) == fix.should_be or float(cell) == float(fix.should_be)


def test_no_correction_is_applied_to_the_text_as_printed():
    rows = data.observations(corrected=False)
    for fix in data.load().corrections.itertuples():
        for cell in corrected_cells(rows, fix):
            assert str(cell) == fix.was or float(cell) == float(fix.was)


def test_no_cell_holds_a_sentence_of_the_yearbook(cells):
    long = [place for *place, cell in cells if len(CHINESE.findall(cell)) > 40]
    assert long == []


def test_a_chinese_sentence_would_be_seen(cells):
    # The pattern does count what is there: the title of the communique has 17 characters.
    title = next(cell for *_, cell in cells if cell == "2021年肃州区国民经济和社会发展统计公报")
    assert len(CHINESE.findall(title)) == 17


def test_every_document_ends_after_it_begins():
    documents = data.documents()
    assert (documents["first_line"] <= documents["last_line"]).all()


def test_every_indicator_has_a_name_of_its_own():
    names = data.indicators()["name_en"]
    assert names[names.duplicated(keep=False)].empty


def test_every_base_unit_is_one_of_itself():
    units = data.units()
    base = units[units.index == units["base"]]
    assert (base["factor"] == 1).all()
    assert set(units["base"]) == set(base.index)


def test_a_figure_that_a_note_finds_on_another_line_stands_there():
    rows = data.observations()
    named = rows["note"].str.extract(r"Line (\d+) gives the same figure for 2021 alone")[0]
    told = rows.assign(there=named)[named.notna()]
    # Reports of five years against the entries of the same bodies on 2021.
    assert told.drop_duplicates(["indicator", "value"]).shape[0] == 15
    printed_there = rows[rows["period"] == "2021"].set_index(["line", "indicator"])["value"]
    for row in told.itertuples():
        assert row.value in printed_there.loc[[(int(row.there), row.indicator)]].tolist()
