"""Downloads become files: their bytes, their addresses, their names."""

import base64

import pytest
from bs4 import BeautifulSoup
from reading import downloads

TABLE = "\ufeffa,b\n1,收入\n".encode()


def link(content: bytes = TABLE, name: str = "t.csv") -> str:
    address = "data:text/csv;charset=utf-8;base64," + base64.b64encode(content).decode()
    return f'<a download="{name}" href="{address}">Download</a>'


def moved(tmp_path, text: str, page: str = "book/goals/tasks.html") -> list[str]:
    soup = BeautifulSoup(text, "html.parser")
    downloads.to_files(soup, tmp_path / page, tmp_path)
    return [one["href"] for one in soup.select("a")]


def test_a_download_is_a_file_with_the_same_bytes(tmp_path):
    moved(tmp_path, link())
    assert (tmp_path / "_downloads/book/goals/tasks/t.csv").read_bytes() == TABLE


def test_its_address_leads_from_the_page_to_it(tmp_path):
    assert moved(tmp_path, link()) == ["../../_downloads/book/goals/tasks/t.csv"]
    assert moved(tmp_path, link(), "search.html") == ["_downloads/search/t.csv"]


def test_an_address_with_percent_signs_is_read(tmp_path):
    moved(tmp_path, '<a download="t.csv" href="data:text/csv,a%2Cb%0A1">x</a>')
    assert (tmp_path / "_downloads/book/goals/tasks/t.csv").read_bytes() == b"a,b\n1"


def test_an_address_may_be_broken_into_lines(tmp_path):
    moved(tmp_path, '<a download="t.csv" href="data:text/csv,a%0A\n1%0A\n">x</a>')
    assert (tmp_path / "_downloads/book/goals/tasks/t.csv").read_bytes() == b"a\n1\n"


def test_pages_may_use_one_name_each_for_its_own_file(tmp_path):
    moved(tmp_path, link(b"one"), "book/a.html")
    moved(tmp_path, link(b"two"), "book/b.html")
    assert (tmp_path / "_downloads/book/a/t.csv").read_bytes() == b"one"


def test_one_file_may_be_offered_twice(tmp_path):
    assert len(set(moved(tmp_path, link() + link()))) == 1


def test_two_files_under_one_name_are_refused(tmp_path):
    with pytest.raises(ValueError, match=r"tasks\.html: two different downloads.* t\.csv"):
        moved(tmp_path, link() + link(b"other"))


def test_an_empty_file_is_another_file_too(tmp_path):
    with pytest.raises(ValueError, match="two different downloads"):
        moved(tmp_path, link(b"") + link())


def test_an_address_that_is_cut_off_is_refused(tmp_path):
    with pytest.raises(ValueError, match="not a data address: data:text/csv;base64"):
        moved(tmp_path, '<a download="t.csv" href="data:text/csv;base64">x</a>')


def test_other_links_stay(tmp_path):
    assert moved(tmp_path, '<a href="data:x,y">x</a><a download href="t.csv">y</a>') == [
        "data:x,y",
        "t.csv",
    ]
