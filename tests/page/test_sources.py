"""The source under a chart: volume, documents and pages come from the data."""

import pytest

from analysis.page import sources


def test_a_document_is_named_with_its_volume_and_page():
    # Pages as in the contents of the printed volume.
    assert sources.cite("communique") == "Suzhou Yearbook (2022), statistical communique, p. 305"


def test_several_documents_stand_in_a_row_and_words_may_follow():
    assert sources.cite("party report", "commerce_bureau", more="computed") == (
        "Suzhou Yearbook (2022): Party report, p. 3; commerce bureau, p. 142; computed"
    )


@pytest.mark.parametrize("say", [sources.cite, sources.page])
def test_a_document_that_there_is_not_is_refused(say):
    with pytest.raises(ValueError, match=r"documents\.csv has no post_office"):
        say("post_office")
