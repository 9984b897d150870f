"""Short names of indicators for one table or chart."""

import pytest

from analysis.page.labels import labels


def test_labels_leave_out_the_words_that_all_share(small):
    # Value added of industry, of farming, of services.
    names = labels(["gdp.industry", "gdp.farming", "gdp.services"])
    assert names.tolist() == ["Industry", "Farming", "Services"]
    assert list(names.index) == ["gdp.industry", "gdp.farming", "gdp.services"]


def test_labels_without_common_words_are_the_names(small):
    assert labels(["schools", "grain"]).tolist() == ["Schools", "Grain output"]


def test_one_label_is_the_whole_name(small):
    assert labels(["gdp.industry"]).tolist() == ["Value added of industry"]


def test_a_label_is_never_empty(small):
    # Gross product is not left without words beside itself.
    assert labels(["gdp", "gdp"]).map(len).min() > 0


def test_labels_that_the_dictionary_has_not_are_refused():
    with pytest.raises(ValueError, match="dictionary has no gpd"):
        labels(["gdp", "gpd"])
