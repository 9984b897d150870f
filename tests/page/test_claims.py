import numpy as np
import pytest

from analysis.page import claims


@pytest.fixture
def strict(monkeypatch):
    monkeypatch.setenv("YEARBOOK_CLAIMS", "strict")


@pytest.fixture
def exploring(monkeypatch):
    monkeypatch.delenv("YEARBOOK_CLAIMS", raising=False)


def test_words_that_hold_are_given_as_they_are(strict):
    assert claims.says("more than", 3 > 2) == "more than"
    assert claims.says("more than", np.float64(3) > 2) == "more than"


def test_a_false_word_ends_the_build_and_shows_the_figures(strict):
    with pytest.raises(claims.FalseSentenceError, match=r"'more than'.*bear it out: 2%, 3%"):
        claims.says("more than", 2 > 3, "2%", "3%")


def test_a_false_word_is_struck_through_when_exploring(exploring):
    said = claims.says("more <than>", 2 > 3, "2%", "3%")
    assert said._repr_html_() == "<s>more &lt;than&gt;</s><mark> (not so: 2%, 3%)</mark>"
    assert repr(said) == "[not so: more <than>: 2%, 3%]"


@pytest.mark.parametrize("vague", [1, 0.0, None, "yes", [True]])
def test_words_hang_on_a_truth_value_only(strict, vague):
    with pytest.raises(TypeError, match="neither true nor false"):
        claims.says("some", vague)


def test_statements_that_do_not_hold_are_listed(strict):
    with pytest.raises(claims.FalseSentenceError) as caught:
        claims.claim({"more than half": False, "none fell": True, "all rose": False})
    assert "more than half; all rose" in str(caught.value)
    assert "none fell" not in str(caught.value)


def test_statements_that_hold_are_silent(strict, capsys):
    claims.claim({"more than half": True})
    assert capsys.readouterr().out == ""


def test_exploring_goes_on_after_a_false_statement(exploring, capsys):
    claims.claim({"more than half": False})
    assert "more than half" in capsys.readouterr().out
