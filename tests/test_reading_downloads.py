"""Downloads become files: their bytes, their addresses, their names."""

import base64
from pathlib import Path

import pytest
from reading import downloads
from reading.page import Page
from reading.tree import parsed, select

TABLE = "\ufeffa,b\n1,收入\n".encode()


def link(content: bytes = TABLE, name: str = "t.csv") -> str:
    address = "data:text/csv;charset=utf-8;base64," + base64.b64encode(content).decode()
    return f'<a download="{name}" href="{address}">Download</a>'


def moved(text: str, name: str = "book/goals/tasks.html") -> Page:
    page = Page(name, parsed(text), Path("written"))
    downloads.to_files(page)
    return page


def addresses(page: Page) -> list[str]:
    return [one.get("href") for one in select(page.root, "a")]


def test_a_download_is_a_file_with_the_same_bytes():
    assert moved(link()).files == {"_downloads/book/goals/tasks/t.csv": TABLE}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("book/goals/tasks.html", "../../_downloads/book/goals/tasks/t.csv"),
        ("search.html", "_downloads/search/t.csv"),
    ],
)
def test_its_address_leads_from_the_page_to_it(name, address):
    assert addresses(moved(link(), name)) == [address]


def test_an_address_with_percent_signs_is_read():
    page = moved('<a download="t.csv" href="data:text/csv,a%2Cb%0A1">x</a>')
    assert list(page.files.values()) == [b"a,b\n1"]


def test_an_address_may_be_broken_into_lines():
    page = moved('<a download="t.csv" href="data:text/csv,a%0A\n1%0A\n">x</a>')
    assert list(page.files.values()) == [b"a\n1\n"]


def test_pages_may_use_one_name_each_for_its_own_file():
    assert not set(moved(link(), "book/a.html").files) & set(moved(link(), "book/b.html").files)


def test_one_file_may_be_offered_twice():
    assert len(set(addresses(moved(link() + link())))) == 1


def test_two_files_under_one_name_are_refused():
    with pytest.raises(ValueError, match=r"tasks\.html: two different downloads.* t\.csv"):
        moved(link() + link(b"other"))


def test_an_empty_file_is_another_file_too():
    with pytest.raises(ValueError, match="two different downloads"):
        moved(link(b"") + link())


def test_an_address_that_is_cut_off_is_refused():
    with pytest.raises(ValueError, match="not a data address: data:text/csv;base64"):
        moved('<a download="t.csv" href="data:text/csv;base64">x</a>')


def test_other_links_stay():
    page = moved('<a href="data:x,y">x</a><a download href="t.csv">y</a>')
    assert (addresses(page), page.files) == (["data:x,y", "t.csv"], {})
