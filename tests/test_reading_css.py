"""Style sheets reduced to the rules that pages use: what stays, what goes, what is refused."""

import pytest
from reading import css


def test_a_rule_for_a_class_in_use_stays():
    assert css.reduced(".a{color:red}", {"a"}) == ".a{color:red}"


def test_a_rule_for_a_class_that_is_nowhere_goes():
    assert css.reduced(".a{color:red}.b{color:blue}", {"a"}) == ".a{color:red}"


def test_every_name_of_a_selector_must_be_there():
    assert css.reduced("div.a > #b{top:0}", {"a"}) == ""
    assert css.reduced("div.a > #b{top:0}", {"a", "b"}) == "div.a > #b{top:0}"


def test_of_a_list_of_selectors_those_in_use_stay():
    assert css.reduced(".a, .b, p{top:0}", {"a"}) == ".a,p{top:0}"


def test_a_comma_inside_parentheses_parts_nothing():
    assert css.reduced(":is(.x, .y) .a{top:0}", {"a"}) == ":is(.x, .y) .a{top:0}"


def test_what_stands_in_not_or_in_brackets_does_not_decide():
    # A page without the class is just what `:not` is for; an attribute may be set by a script.
    rule = 'p:not(.gone):not(:has(.x))[data-a=".b"]{top:0}'
    assert css.reduced(rule, set()) == rule


def test_tags_alone_stay():
    assert css.reduced("table td{top:0}", set()) == "table td{top:0}"


def test_an_escaped_sign_belongs_to_the_name():
    assert css.reduced(r".sd-m\:b{top:0}", {"sd-m"}) == ""
    assert css.reduced(r".sd-m\:b{top:0}", {"sd-m:b"}) == r".sd-m\:b{top:0}"


def test_names_that_scripts_put_together_stay():
    assert css.reduced(".bs-tooltip-end{top:0}", set()) == ".bs-tooltip-end{top:0}"


def test_a_condition_stays_with_what_is_left_in_it():
    sheet = "@media print{.a{top:0}.b{top:1px}}@media screen{.b{top:0}}"
    assert css.reduced(sheet, {"a"}) == "@media print{.a{top:0}}"


def test_keyframes_stay_whole():
    sheet = "@keyframes spin{from{top:0}to{top:1px}}"
    assert css.reduced(sheet, set()) == sheet


def test_comments_fonts_and_charset_go():
    sheet = '@charset "utf-8";/* .a{ */@font-face{font-family:x}p{top:0}'
    assert css.reduced(sheet, set()) == "p{top:0}"


def test_a_brace_in_a_string_or_an_address_is_text():
    sheet = 'p::after{content:"}"}i{background:url(data:a;b{c})}'
    assert css.reduced(sheet, set()) == sheet


def test_a_sheet_that_ends_inside_a_rule_is_refused():
    with pytest.raises(ValueError, match="ends inside a rule"):
        css.reduced("p{top:0", set())
