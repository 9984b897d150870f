"""The laws that the data keep beyond their schema: each broken once in the small folder."""

import pytest

from analysis import data
from analysis.data import laws, loading, volume_laws

ALPHA, BETA = "observations/alpha.csv", "observations/beta.csv"
SCHOOLS = "7,,所,outturn,=,6,7 所,"


def test_sound_data_have_no_fault(folder):
    assert laws.faults(folder.path) == []


def test_the_real_data_have_no_fault():
    assert laws.faults() == []


def test_a_mistyped_value_is_told_from_what_is_printed(folder):
    folder.spoil(ALPHA, "level,60.0,", "level,66.0,")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (ALPHA, 6, "value")
    assert fault.problem == "is 66, but '60.0亿元' is printed"
    assert "the text is the judge" in fault.remedy


def test_a_mistyped_printed_number_is_told_from_the_value(folder):
    folder.spoil(ALPHA, "60.0亿元", "60.6亿元")
    assert (folder.fault().row, folder.fault().column) == (6, "value")


def test_a_printed_minus_is_kept_in_the_value(folder):
    folder.spoil(ALPHA, "growth,-4.5,", "growth,4.5,")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (ALPHA, 9, "value")


def test_a_fall_told_in_words_has_its_sign_in_the_value_alone(folder):
    # 下降2.5%: the value is -2.5, what is printed has no sign.
    assert ",-2.5,,%,outturn,=,2,2.5%," in folder.read(ALPHA)
    assert laws.faults(folder.path) == []


@pytest.mark.parametrize("printed", ["亿元", "40.0 60.0"])
def test_printed_holds_exactly_one_number(folder, printed):
    folder.spoil(ALPHA, "60.0亿元", printed)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (ALPHA, 6, "printed")
    assert "exactly as it stands" in fault.remedy


def test_a_unit_that_is_printed_is_the_unit_given(folder):
    folder.spoil(ALPHA, "60.0亿元", "60.0万元")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (ALPHA, 6, "unit")
    assert fault.problem == "is '亿元', but '60.0万元' is printed"
    assert "corrections.csv" in fault.remedy


@pytest.mark.parametrize("printed", ["60.0 亿元", "60.0", "60.0(亿元)", "60.0（亿元）"])
def test_spaces_and_brackets_around_a_printed_unit_do_not_matter(folder, printed):
    folder.spoil(ALPHA, "60.0亿元", printed)
    assert laws.faults(folder.path) == []


def test_names_that_are_listed_are_their_number(folder):
    folder.spoil(BETA, SCHOOLS, "2,,所,outturn,=,6,七中、八中,")
    assert laws.faults(folder.path) == []
    folder.spoil(BETA, "2,,所", "3,,所")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (BETA, 7, "value")


def test_a_unit_that_stands_alone_is_no_name(folder):
    folder.spoil("units.csv", "institutions,count,1,所", "institutions,count,1,学校所")
    folder.spoil("units.csv", "所,所,inst", "学校所,所,inst")
    folder.spoil("indicators.csv", "schools,education,所", "schools,education,学校所")
    folder.spoil(BETA, SCHOOLS, "1,,学校所,outturn,=,6,学校所,")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (BETA, 7, "printed")


def test_a_level_has_a_unit_of_its_indicator(folder):
    folder.spoil(ALPHA, "12.30,,万吨", "12.30,,亿元")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (ALPHA, 8, "unit")
    assert "'亿元' (money) does not go with level of 'grain' (mass)" in fault.problem
    assert "split the indicator" in fault.remedy


def test_a_rate_of_growth_is_a_ratio(folder):
    folder.spoil(ALPHA, "-4.5,,%", "-4.5,,万吨")
    fault = folder.fault()
    assert (fault.row, fault.column) == (9, "unit")
    assert "does not go with growth" in fault.problem


def test_a_share_is_not_an_amount(folder):
    folder.spoil(BETA, "share,50,,%", "share,50,,亿元")
    assert (folder.fault().file, folder.fault().row) == (BETA, 5)


def test_a_rate_is_no_part_of_a_whole(folder):
    folder.spoil("indicators.csv", "gdp.services,output,亿元", "gdp.services,output,%")
    folder.spoil("indicators.csv", ",gdp,,Services.", ",,,Services.")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (BETA, 5, "measure")
    assert "'gdp.services' is a rate, which is no part of a whole" in fault.problem


def test_rows_stand_in_the_order_of_their_lines(folder):
    folder.spoil(ALPHA, "亿元,outturn,=,2,60.0", "亿元,outturn,=,3,60.0")
    fault = folder.fault()
    # The row on line 3 is inside the document; the next one is before it.
    assert (fault.file, fault.row, fault.column) == (ALPHA, 7, "line")
    assert "where its line belongs" in fault.remedy


@pytest.mark.parametrize("line", [5, 7])
def test_a_line_lies_inside_its_document(folder, line):
    # The second document has line 6 alone; its last row cannot break the order downward.
    folder.spoil(BETA, "=,6,7 所", f"=,{line},7 所")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (BETA, 7, "line")
    assert "outside 6-6" in fault.problem


def test_the_first_row_lies_inside_its_document_too(folder):
    folder.spoil(BETA, "=,6,100.04", "=,5,100.04")
    assert (folder.fault().row, folder.fault().column) == (2, "line")


@pytest.mark.parametrize("upper", ["60.0", "59.9"])
def test_a_range_runs_upward(folder, upper):
    folder.spoil(
        ALPHA, "60.0,,亿元,outturn,=,2,60.0", f"60.0,{upper},亿元,outturn,=,2,60.0—{upper}"
    )
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (ALPHA, 6, "value_max")
    assert "not above 60" in fault.problem
    assert "the lower end in value" in fault.remedy


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2021-13", "month must be in"),
        ("2021-02-30", "day"),
        ("2017/2021-04-31", "day"),
        ("2021/2017", "does not run forward"),
        ("2021/2021", "does not run forward"),
    ],
)
def test_a_period_is_of_days_that_there_are_and_runs_forward(folder, period, said):
    folder.spoil(BETA, "retail,2021,growth", f"retail,{period},growth")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (BETA, 4, "period")
    assert repr(period) in fault.problem and said in fault.problem
    assert "2017/2021" in fault.remedy


@pytest.mark.parametrize("period", ["2021-09", "2020-02-29", "2016/2021-12-31"])
def test_months_leap_days_and_intervals_are_periods(folder, period):
    folder.spoil(BETA, "retail,2021,growth", f"retail,{period},growth")
    assert laws.faults(folder.path) == []


def test_a_document_ends_after_it_begins(folder):
    # Its figures are then outside as well: the span is said with them.
    folder.spoil("documents.csv", ",312,6,6,1", ",312,6,5,1")
    found = [(one.file, one.row, one.column) for one in laws.faults(folder.path)]
    assert ("documents.csv", 3, "last_line") in found


@pytest.mark.parametrize("line", [5, 7])
def test_what_is_no_figure_stands_inside_its_document(folder, line):
    folder.write("not_figures.csv", folder.read("not_figures.csv") + f"beta,{line},G312,a road\n")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("not_figures.csv", 2, "line")
    assert f"{line} is outside" in fault.problem


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("money,10000,元", "money,0,元", "factor"),
        ("money,10000,元", "money,-10000,元", "factor"),
        ("money,10000,元", "money,10000,吨", "base"),
        ("money,10000,元", "money,10000,亿元", "base"),
    ],
)
def test_a_unit_is_a_multiple_of_one_of_its_dimension(folder, old, new, column):
    folder.spoil("units.csv", old, new)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("units.csv", 3, column)


@pytest.mark.parametrize(("parent", "rows"), [("gdp", [2]), ("gdp.industry", [2, 3])])
def test_nothing_is_a_part_of_itself(folder, parent, rows):
    folder.spoil("indicators.csv", "生产总值,Gross product,,", f"生产总值,Gross product,{parent},")
    found = laws.faults(folder.path)
    assert [(one.file, one.row, one.column) for one in found] == [
        ("indicators.csv", row, "parent") for row in rows
    ]


@pytest.mark.parametrize("dash", ["—", "-", "~", "–"])
def test_a_range_upward_is_sound(folder, dash):
    folder.spoil(ALPHA, "60.0,,亿元,outturn,=,2,60.0", f"60.0,61.5,亿元,outturn,=,2,60.0{dash}61.5")
    assert laws.faults(folder.path) == []


@pytest.mark.parametrize(
    ("upper", "printed"), [("61.5", "60.0"), ("", "60.0—61.5"), ("61.4", "60.0—61.5")]
)
def test_an_upper_end_is_the_one_that_is_printed(folder, upper, printed):
    folder.spoil(ALPHA, "60.0,,亿元,outturn,=,2,60.0", f"60.0,{upper},亿元,outturn,=,2,{printed}")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (ALPHA, 6, "value_max")
    assert "the upper end of a printed range" in fault.remedy


@pytest.mark.parametrize(
    ("name", "row", "column", "entry"),
    [
        ("indicators.csv", "spare,trade,元,备,Spare,,,Nothing.", "indicator", "spare"),
        ("entities.csv", "spare,park,suzhou,备,Spare", "entity", "spare"),
        ("units.csv", "两,两,tael,mass,0.00005,吨,false", "unit", "两"),
    ],
)
def test_an_entry_that_nothing_uses_is_a_fault(folder, name, row, column, entry):
    before = folder.read(name)
    folder.write(name, f"{before}{row}\n")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (name, before.count("\n") + 1, column)
    assert fault.problem == f"{entry!r} is used by no observation"
    assert "remove it" in fault.remedy


def test_a_whole_that_is_only_a_parent_is_used(folder):
    extra = "tax,fiscal,所,税务所,Tax offices,,,All."
    part = "suzhou,schools,2021,level,7"
    folder.write("indicators.csv", folder.read("indicators.csv") + extra + "\n")
    folder.spoil("indicators.csv", "Schools,,,Schools.", "Schools,tax,,Schools.")
    assert part in folder.read(BETA)
    assert laws.faults(folder.path) == []


def test_a_correction_that_no_longer_fits_is_a_fault(folder):
    folder.spoil("corrections.csv", "unit,元,万元", "unit,亿元,万元")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("corrections.csv", 2, "was")
    assert "review the correction" in fault.remedy


def test_laws_are_read_after_form(folder):
    # A file that cannot be read has no laws to keep: one fault, not one for each lost row.
    folder.write(BETA, folder.read(BETA).encode("gbk"))
    assert folder.fault().file == BETA


def test_every_broken_law_is_reported_at_once(folder):
    folder.spoil(ALPHA, "level,60.0,", "level,66.0,")
    folder.spoil(BETA, "=,6,7 所", "=,7,7 所")
    folder.spoil("corrections.csv", "unit,元,万元", "unit,亿元,万元")
    found = [fault.file for fault in laws.faults(folder.path)]
    assert found == [ALPHA, BETA, "corrections.csv"]


def test_count_says_how_much_was_checked(folder):
    # As written in conftest.py.
    assert laws.count(data.read_all(folder.path)[0]) == {
        "volumes": 1,
        "documents": 2,
        "entities": 1,
        "indicators": 8,
        "core": 0,
        "terms": 0,
        "units": 8,
        "corrections": 1,
        "not_figures": 0,
        "exceptions": 0,
        "identities": 0,
        "explanations": 0,
        "starts": 0,
        "comparisons": 0,
        "places": 0,
        "neighbours": 0,
        "known_for": 0,
        "events": 0,
        "context_sources": 1,
        "context_indicators": 0,
        "context_figures": 5,
        "context_explanations": 0,
        "context_outlines": 0,
        "context_towns": 0,
        "accepted": 0,
        "observations": 14,
    }


@pytest.mark.parametrize(
    ("here_too", "column"),
    [
        ("grain,agriculture,万吨,粮,Grains", "indicator"),
        ("coal,industry,万吨,粮食产量,Coal", "name_zh"),
        ("coal,industry,万吨,原煤,Grain output", "name_en"),
    ],
)
def test_what_any_communique_prints_is_in_one_dictionary_only(folder, here_too, column):
    row = "coal,industry,万吨,原煤,Coal,Coal mined in the year."
    folder.write("core.csv", folder.read("core.csv") + f"{row}\n")
    assert laws.faults(folder.path) == []  # no figure needs it
    folder.spoil("core.csv", "coal,industry,万吨,原煤,Coal", here_too)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("core.csv", 2, column)


@pytest.mark.parametrize(
    ("term", "said"), [("Schools", "is not Chinese"), ("学校", "is the indicator's name")]
)
def test_a_term_is_chinese_and_another_than_the_name(folder, term, said):
    folder.write("terms.csv", folder.read("terms.csv") + f"schools,{term}\n")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("terms.csv", 2, "term")
    assert said in fault.problem


TARGET = "beta,6,schools,2022,level"
CAME, SHOPS = "beta,6,schools,2021,level", "beta,6,bookshops,2021,level"


def starts(folder, *rows: str) -> None:
    """Write a target into the small folder, and what it starts from."""
    folder.write(BETA, folder.read(BETA) + "suzhou,schools,2022,level,9,,所,target,=,6,9 所,\n")
    folder.write("starts.csv", folder.read("starts.csv") + "".join(f"{row}\n" for row in rows))


def test_a_start_joins_a_target_to_an_outturn(folder):
    starts(
        folder,
        f"{TARGET},{CAME},part,start,,Why.",
        f"{TARGET},{SHOPS},part,over,,Why.",
        f"{TARGET},{CAME},same,pace,12.5,Why.",
        f"{TARGET},{SHOPS},same,pace_over,,Why.",
        f"{TARGET},{SHOPS},wider,also,,Why.",
    )
    assert laws.faults(folder.path) == []


@pytest.mark.parametrize(
    ("target", "start", "column"),
    [
        ("beta,6,schools,2023,level", CAME, "indicator"),
        ("alpha,6,schools,2022,level", CAME, "indicator"),
        (CAME, CAME, "indicator"),
        (TARGET, "beta,6,schools,2020,level", "start_indicator"),
        (TARGET, TARGET, "start_indicator"),
    ],
)
def test_a_start_names_a_target_and_an_outturn_that_are_there(folder, target, start, column):
    starts(folder, f"{target},{start},same,start,,Why.")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("starts.csv", 2, column)


def test_a_start_that_could_be_two_outturns_is_a_fault(folder):
    starts(folder, f"{TARGET},{CAME},same,start,,Why.")
    folder.write(BETA, folder.read(BETA) + "suzhou,schools,2021,level,8,,所,outturn,=,6,8 所,\n")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("starts.csv", 2, "start_indicator")
    assert fault.problem.startswith("2 outturns stand as beta 6 schools 2021 level")


def test_a_target_has_one_start(folder):
    starts(folder, f"{TARGET},{CAME},same,start,,Why.", f"{TARGET},{SHOPS},same,start,,Why.")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("starts.csv", 3, "role")


@pytest.mark.parametrize(
    ("main", "other"),
    [
        ("pace", "add"),
        ("pace", "over"),
        ("also", "times"),
        ("start", "pace_over"),
        ("pace", "pace_add_times"),
    ],
)
def test_what_is_worked_into_a_figure_needs_that_figure(folder, main, other):
    starts(folder, f"{TARGET},{CAME},same,{main},,Why.", f"{TARGET},{SHOPS},same,{other},,Why.")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("starts.csv", 3, "role")


@pytest.mark.parametrize(("main", "other"), [("start", "add"), ("pace", "pace_times")])
def test_what_is_worked_into_one_figure_is_of_one_kind(folder, main, other):
    starts(folder, f"{TARGET},{CAME},part,{main},,Why.", f"{TARGET},{SHOPS},same,{other},,Why.")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("starts.csv", 3, "kind")


@pytest.mark.parametrize(
    ("row", "column", "told"),
    [
        ("township,grain,Grain,亿元,0,yes,,true", "unit", "'亿元' is of another kind than '万吨'"),
        ("township,grain,Grain,吨,0,no,,true", "reason", "goes with a ranking 'no'"),
        ("township,grain,Grain,吨,0,yes,a doubt,true", "reason", "'a doubt'"),
    ],
)
def test_what_is_compared_has_a_unit_of_its_kind_and_a_doubt_its_reason(folder, row, column, told):
    folder.write("comparisons.csv", folder.read("comparisons.csv") + row + "\n")
    found = {fault.column: fault for fault in laws.faults(folder.path)}
    # That no township of the small folder has any grain is another fault.
    assert set(found) == {"group", column}
    assert (found[column].file, found[column].row) == ("comparisons.csv", 2)
    assert told in found[column].problem


@pytest.mark.parametrize(
    ("old", "new", "column", "told"),
    [
        ("unit,元,万元", "value,22,nan", "should_be", "'nan' is what a program writes"),
        ("unit,元,万元", "value,22,inf", "should_be", "'inf' is what a program writes"),
        ("unit,元,万元", "value,22,1e999", "should_be", "'1e999' is not a number"),
        ("unit,元,万元", "unit,元,所", "should_be", "'所' (count) is of another kind than '元'"),
        ("unit,元,万元", "unit,元,元", "should_be", "'元' changes nothing"),
        ("unit,元,万元", "value,22,22.0", "should_be", "'22.0' changes nothing"),
        ("unit,元,万元", "period,2021,2021-13", "should_be", "'2021-13' is no period"),
    ],
)
def test_a_correction_puts_in_something_else_of_the_same_kind(folder, old, new, column, told):
    folder.spoil("corrections.csv", old, new)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("corrections.csv", 2, column)
    assert told in fault.problem


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "money,100000000,",
            "money,1000000000,",
            "is 1e+09, but 亿元 is 100,000,000 元, each 1 元",
        ),
        ("mass,10000,", "mass,1000,", "is 1000, but 万吨 is 10,000 吨, each 1 吨"),
        ("ratio,100,", "ratio,1e308,", "1e+308 is not above 0 and at most 1e+12"),
    ],
)
def test_a_number_word_in_a_unit_says_how_many_it_is(folder, old, new, told):
    folder.spoil("units.csv", old, new)
    fault = folder.fault()
    assert (fault.file, fault.column) == ("units.csv", "factor")
    assert fault.problem == told


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("money,1,元,false", "money,1,元,true", 2),
        ("mass,10000,吨,false", "mass,10000,吨,true", 8),
    ],
)
def test_what_is_measured_or_counted_in_thousands_is_rounded(folder, old, new, row):
    folder.spoil("units.csv", old, new)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("units.csv", row, "exact")


@pytest.mark.parametrize(
    ("name", "old", "new", "row", "column"),
    [
        ("indicators.csv", "Retail sales", "Grain output", 7, "name_en"),
        ("documents.csv", ",Report,", ",Communique,", 3, "title_en"),
    ],
)
def test_no_two_entries_have_one_name(folder, name, old, new, row, column):
    folder.spoil(name, old, new)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (name, row, column)
    assert "is the name in row" in fault.problem


def test_a_part_alone_in_its_breakdown_is_a_mistyped_one(folder):
    extra = "gdp.trade,output,亿元,商业增加值,Value added of trade,gdp,secctor,Trade.\n"
    folder.write("indicators.csv", folder.read("indicators.csv") + extra)
    folder.spoil(
        BETA,
        "suzhou,schools,2021",
        "suzhou,gdp.trade,2021,level,7,,亿元,outturn,=,6,7,\nsuzhou,schools,2021",
    )
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("indicators.csv", 10, "split")
    assert fault.remedy == "write 'sector'"


def test_a_breakdown_breaks_something_down(folder):
    folder.spoil("indicators.csv", "Retail sales,,,", "Retail sales,,sector,")
    assert (folder.fault().row, folder.fault().column) == (7, "split")


def test_a_part_is_counted_in_the_kind_of_unit_of_its_whole(folder):
    folder.spoil("indicators.csv", "Schools,,,", "Schools,gdp,,")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("indicators.csv", 9, "parent")
    assert fault.problem == "'schools' (count) is no part of 'gdp' (money)"


def test_a_line_belongs_to_one_document(folder):
    folder.spoil("documents.csv", ",305,1,5,2", ",305,1,6,2")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("documents.csv", 3, "first_line")
    assert fault.problem == "6, of beta, does not go with alpha, 1 to 6"


def test_a_document_that_ends_too_low_is_told_and_not_those_that_it_covers(folder):
    folder.spoil("documents.csv", ",305,1,5,2", ",305,1,60,2")
    fault = next(one for one in laws.faults(folder.path) if one.file == "documents.csv")
    assert (fault.row, fault.column) == (2, "last_line")
    assert fault.problem == "60, of alpha, does not go with beta, 6 to 6"


def test_a_line_of_another_document_is_told_with_that_document(folder):
    folder.write("not_figures.csv", folder.read("not_figures.csv") + "beta,3,G312,a road\n")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("not_figures.csv", 2, "line")
    assert fault.problem == "3 is outside beta, which is 6 to 6"
    assert fault.remedy == "write the line on which it stands, or alpha as its document"


def test_a_line_of_no_document_is_told_without_one(folder):
    folder.write("not_figures.csv", folder.read("not_figures.csv") + "beta,9,G312,a road\n")
    assert folder.fault().remedy == "write the line on which it stands"


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("beta,6,schools,2022,level", "write 2021 for 2022"),
        ("beta,6,schools,2021,change", "write level for change"),
        ("beta,5,schools,2021,level", "write 6 for 5"),
        ("beta,5,schools,2022,level", "restore the target"),
    ],
)
def test_a_start_of_a_target_one_cell_away_is_told_which(folder, spoilt, told):
    folder.spoil(BETA, "所,outturn,=,6", "所,target,=,6")
    row = f"{spoilt},beta,6,gdp,2021,level,same,start,,Both.\n"
    folder.write("starts.csv", folder.read("starts.csv") + row)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("starts.csv", 2, "indicator")
    assert fault.remedy.startswith(told)


def test_a_start_from_an_outturn_one_cell_away_is_told_which(folder):
    folder.spoil(BETA, "所,outturn,=,6", "所,target,=,6")
    row = "beta,6,schools,2021,level,beta,6,gdp,2012,level,same,start,,Both.\n"
    folder.write("starts.csv", folder.read("starts.csv") + row)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("starts.csv", 2, "start_indicator")
    assert fault.remedy == "write 2021 for 2012 if that one is meant; else restore what stood there"


def test_what_is_no_figure_is_listed_once(folder):
    folder.write("not_figures.csv", folder.read("not_figures.csv") + 2 * "beta,6,G312,a road\n")
    fault = folder.fault()
    assert (fault.file, fault.row) == ("not_figures.csv", 3)
    assert "repeats an earlier row (beta; 6; G312)" in fault.problem


def test_a_document_that_lost_its_last_rows_is_to_get_them_back(folder):
    rows = folder.read(BETA).splitlines()
    folder.write(BETA, "\n".join(rows[:-2]) + "\n")
    folder.write("corrections.csv", folder.read("corrections.csv").splitlines()[0] + "\n")
    faults = laws.faults(folder.path)
    assert [one.problem.split()[0] for one in faults] == ["'bookshops'", "'schools'"]
    assert all(one.remedy.startswith("restore the rows that used it") for one in faults)


@pytest.mark.parametrize(
    ("file", "old", "new", "row", "column", "said"),
    [
        ("indicators.csv", ",粮食产量,", ",Grain,", 6, "name_zh", "not Chinese"),
        ("indicators.csv", ",Grain output,", ",粮食,", 6, "name_en", "not English"),
        ("indicators.csv", ",Grain output,", ",粮食 grain,", 6, "name_en", "not English"),
        ("indicators.csv", ",Grain output,", ",7.5,", 6, "name_en", "not English"),
        ("entities.csv", ",区,", ",0,", 2, "name_zh", "not Chinese"),
        ("documents.csv", ",Government,", ",政府,", 3, "issuer_en", "not English"),
        ("volumes.csv", ",年鉴,", ",Yearbook 2022,", 2, "title_zh", "not Chinese"),
    ],
)
def test_a_name_is_written_in_its_language(folder, file, old, new, row, column, said):
    folder.spoil(file, old, new)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (file, row, column)
    assert said in fault.problem


def test_a_name_in_context_names_its_own_file(folder):
    rows = "jobs,income,元,Jobs,Jobs,,,Wages.\n"
    folder.write("context/indicators.csv", folder.read("context/indicators.csv") + rows)
    folder.spoil(
        "context/figures.csv",
        "country,gdp.industry,2021,share,42.9,%",
        "country,jobs,2021,level,42.9,元",
    )
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("context/indicators.csv", 2, "name_zh")


@pytest.mark.parametrize(
    ("old", "new", "row", "remedy"),
    [
        ("\ntown,township,suzhou,", "\ntown,township,,", 3, "name the place"),
        ("\nsuzhou,district,,", "\nsuzhou,district,town,", 2, "leave it empty"),
    ],
)
def test_only_a_district_and_a_province_stand_for_themselves(folder, old, new, row, remedy):
    entities = folder.read("entities.csv") + "town,township,suzhou,镇,The town\n"
    folder.write("entities.csv", entities)
    folder.spoil("observations/beta.csv", "suzhou,schools", "town,schools")
    folder.spoil("entities.csv", old, new)
    tables, found = loading.read_all(folder.path)
    assert found == []
    fault = next(one for one in laws.broken_laws(tables) if one.column == "parent")
    assert (fault.file, fault.row) == ("entities.csv", row)
    assert remedy in fault.remedy


@pytest.mark.parametrize(
    "spoilt",
    [
        "Country,中国,country,gdp,2021,growth_real",
        "Nation,全国,country,gdp,2021,growth_real",
        "Country,全国,province,gdp,2021,growth_real",
    ],
)
def test_a_place_elsewhere_has_one_name_in_each_language_and_one_level(folder, spoilt):
    folder.spoil("context/figures.csv", "Country,全国,country,gdp,2021,growth_real", spoilt)
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("context/figures.csv", 6, "place")
    assert "another in a row above" in fault.problem


def test_an_indicator_in_a_unit_of_none_of_its_levels_is_told_once(folder):
    # alpha and beta print the product in 亿元, and one growth of it in percent.
    folder.spoil("indicators.csv", "gdp,output,亿元", "gdp,output,所")
    found = [one for one in laws.faults(folder.path) if one.column == "unit"]
    (fault,) = [one for one in found if one.file == "indicators.csv"]
    assert fault.row == 2 and not [one for one in found if one.file in (ALPHA, BETA)]
    assert fault.problem == "'所' goes with none of the 2 levels of 'gdp'"


def test_a_unit_of_the_only_level_is_told_there_with_both_places_to_look(folder):
    folder.spoil("indicators.csv", "schools,education,所", "schools,education,元")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == (BETA, 7, "unit")
    assert "the unit of the indicator in indicators.csv" in fault.remedy


def test_a_base_is_one_of_itself_and_told_before_its_multiples(folder):
    folder.spoil("units.csv", "mass,1,吨", "mass,8,吨")
    found = [one for one in laws.faults(folder.path) if one.file == "units.csv"]
    assert (found[0].row, found[0].column) == (7, "factor")
    assert found[0].problem == "is 8, and 吨 is its own base"


def test_a_unit_of_another_dimension_than_its_base_may_have_either_corrected(folder):
    folder.spoil("units.csv", "mass,10000,吨", "moss,10000,吨")
    fault = next(one for one in laws.faults(folder.path) if one.file == "units.csv")
    assert (fault.row, fault.column) == (8, "base")
    assert "write 'mass' as its dimension" in fault.remedy


@pytest.mark.parametrize(
    ("issuers", "row", "column", "problem"),
    [
        # Two of three: the odd one is told, wherever it stands.
        (
            ["府,Trade office", "局,Trade office", "局,Trade office"],
            4, "issuer_zh", "'府' goes with 'Trade office', as '局' does in row 5",
        ),
        (
            ["局,Trade office", "局,Trade office", "局,Trading"],
            6, "issuer_en", "'Trading' goes with '局', as 'Trade office' does in row 4",
        ),
        # One of two: the later, with the row of the earlier.
        (
            ["局,Trade office", "府,Trade office"],
            5, "issuer_zh", "'府' goes with 'Trade office', as '局' does in row 4",
        ),
    ],
)  # fmt: skip
def test_of_an_issuers_names_the_rarer_is_told(folder, issuers, row, column, problem):
    rows = [
        f"o{at},2022,2021,department,商务{at},Trade {at},{one},2022-04-18,320,{9 + at},{9 + at},1"
        for at, one in enumerate(issuers)
    ]
    folder.write("documents.csv", folder.read("documents.csv") + "\n".join([*rows, ""]))
    (fault,) = volume_laws._issuers(loading.read_all(folder.path)[0])
    assert (fault.file, fault.row, fault.column) == ("documents.csv", row, column)
    assert fault.problem == problem


@pytest.mark.parametrize(
    ("spoilt", "told"),
    [
        ("beta,5,22元", "is it line 6 of beta? else restore"),
        ("alpha,6,22元", "is it line 6 of beta? else restore"),
        ("alpha,5,22元", "restore the observation"),
        ("beta,6,23元", "restore the observation"),
    ],
)
def test_a_correction_one_cell_away_from_a_figure_is_told_of_which(folder, spoilt, told):
    folder.spoil("corrections.csv", "beta,6,22元", spoilt)
    fault = folder.fault()
    assert (fault.file, fault.row) == ("corrections.csv", 2)
    assert fault.remedy.startswith(told)


def test_a_figure_that_is_wrong_is_told_before_what_names_it(folder):
    row = "2021-03-04,beta,6,economy,Schools open,学校,schools,2021,level\n"
    folder.write("events.csv", folder.read("events.csv") + row)
    folder.spoil(BETA, "schools,2021,", "schools,7021,")
    assert [one.file for one in laws.faults(folder.path)] == [BETA, "events.csv"]


def test_of_a_unit_and_its_multiple_either_may_be_wrong(folder):
    folder.spoil("units.csv", "mass,10000,吨", "mass,1000,吨")
    fault = folder.fault()
    assert (fault.file, fault.row, fault.column) == ("units.csv", 8, "factor")
    assert fault.problem == "is 1000, but 万吨 is 10,000 吨, each 1 吨"
    assert "or the factor of 吨" in fault.remedy
