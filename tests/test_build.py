"""Building: one build at a time, one page if asked, and the old report until the new is whole."""

import sys
import threading

import build
import execute
import pytest
from filelock import FileLock
from reading import report

PAGES = ["book/economy/output", "book/goals/steps", "book/index"]


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder to build in, of a report of three pages."""
    names = {"HTML": "html", "WRITTEN": "written", "KEPT": "finished.pickle"}
    names |= {"BUILT_FROM": "built-from", "WRITTEN_BY": "written-by"}
    for name, file in names.items():
        monkeypatch.setattr(build, name, tmp_path / file)
    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setattr(build.inputs, "pages", lambda: PAGES)
    return tmp_path


def put(folder, pages, text):
    for page in pages:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{page}.html").write_text(text)


def pages_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*.html")
    }


@pytest.fixture
def work(place, monkeypatch):
    """Stands in for Sphinx and the chapters: notes what they are asked and writes ``text``."""

    class Work:
        text, warns, files, programs = "new", False, "as they are", "as they are"

        def __init__(self):
            self.asked = []

        def fingerprint(self, names):
            return self.programs if names is build.PROGRAMS else self.files

        def executed(self, paths):
            named = paths and [path.relative_to(build.ROOT).as_posix() for path in paths]
            self.asked.append(("execute", named))

        def write_pages(self, only):
            self.asked.append(("write", only))
            put(build.WRITTEN, ["index", *PAGES], self.text)
            return self.warns

        def finish(self, written, new, *_, **__):
            put(new, ["index", *PAGES], (written / "index.html").read_text())

    one = Work()
    monkeypatch.setattr(build.inputs, "fingerprint", one.fingerprint)
    monkeypatch.setattr(execute, "executed", one.executed)
    monkeypatch.setattr(build, "write_pages", one.write_pages)
    monkeypatch.setattr(report, "finish", one.finish)
    monkeypatch.setattr(build, "add_summary", lambda page, kept: None)  # see test_summary.py
    (place / "data").mkdir()
    monkeypatch.setattr(build, "exported", lambda: place / "data")
    return one


def run(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["build.py", *arguments])
    build.main()


def test_a_second_build_says_that_it_waits_and_starts_when_the_first_has_ended(
    place, work, monkeypatch, capsys
):
    first = FileLock(place / "lock", thread_local=False)
    first.acquire()
    second = threading.Thread(target=run, args=[monkeypatch], daemon=True)
    second.start()
    said = ""
    while "waiting" not in said and second.is_alive():
        said += capsys.readouterr().out
    assert said == "Another build is running: waiting for it ...\n"
    assert work.asked == []
    first.release()
    second.join(timeout=60)
    assert [what for what, _ in work.asked] == ["execute", "write"]


@pytest.mark.parametrize("name", ["economy/output", "book/economy/output", "economy/output.md"])
def test_a_page_is_named_with_or_without_its_folder_and_suffix(name):
    assert build.page_named(name) == "book/economy/output"


def test_a_page_that_there_is_not_ends_the_build_with_the_nearest_names(monkeypatch):
    with pytest.raises(SystemExit, match=r"names no page economy/outpt\. Near it: economy/output"):
        run(monkeypatch, "--only", "economy/outpt")


def test_only_one_chapter_is_executed_and_written(work, monkeypatch, capsys):
    run(monkeypatch)
    work.asked.clear()
    run(monkeypatch, "--only", "economy/output")  # nothing has changed
    assert work.asked == []
    work.files = "changed"
    run(monkeypatch, "--only", "economy/output")
    page = "book/economy/output"
    assert work.asked == [("execute", [f"{page}.md"]), ("write", page)]
    assert capsys.readouterr().out.endswith(f"{page}.html\n")


def test_after_one_page_the_rest_is_built_when_the_whole_is_asked_for(work, monkeypatch):
    run(monkeypatch)
    work.files = "changed"
    run(monkeypatch, "--only", "economy/output")
    run(monkeypatch)
    assert work.asked[-2:] == [("execute", None), ("write", None)]


def test_every_page_is_written_when_a_program_has_changed_though_one_is_asked_for(
    work, monkeypatch
):
    run(monkeypatch)
    put(build.WRITTEN, ["left/by/the/old/programs"], "old")
    work.files = "changed"
    work.programs = "changed"
    run(monkeypatch, "--only", "economy/output")
    assert work.asked[-2:] == [("execute", None), ("write", None)]
    assert "left/by/the/old/programs.html" not in pages_in(build.WRITTEN)


def test_the_old_report_stands_as_it_was_when_a_build_fails_midway(work, monkeypatch):
    run(monkeypatch)
    old = pages_in(build.HTML)
    work.text = "newer"

    def half(_written, new, *_, **__):
        put(new, ["index"], "newer")
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(report, "finish", half)
    work.files = "changed"
    with pytest.raises(RuntimeError, match="the disk is full"):
        run(monkeypatch)
    assert pages_in(build.HTML) == old


def test_the_old_report_stands_when_a_page_of_the_contents_was_not_written(work, monkeypatch):
    run(monkeypatch)
    monkeypatch.setattr(
        report, "finish", lambda _written, new, *_, **__: put(new, ["index", *PAGES[:2]], "newer")
    )
    work.files = "changed"
    with pytest.raises(SystemExit, match=r"not built, though _toc\.yml names them: book/index"):
        run(monkeypatch)
    assert set(pages_in(build.HTML).values()) == {"new"}


def test_the_new_report_takes_the_whole_place_of_the_old(work, monkeypatch, place):
    run(monkeypatch)
    put(build.HTML, ["book/economy/of_last_year"], "old")
    work.text = "newer"
    work.files = "changed"
    run(monkeypatch)
    assert pages_in(build.HTML) == dict.fromkeys(
        ["index.html", *(f"{page}.html" for page in PAGES)], "newer"
    )
    assert not {"html.new", "html.old"} & {path.name for path in place.iterdir()}


def test_a_warning_fails_a_strict_build_each_time_and_leaves_the_old_report(work, monkeypatch):
    run(monkeypatch)
    work.files = "changed"
    work.text, work.warns = "newer", True
    for _ in range(2):
        with pytest.raises(SystemExit, match="the book was not built"):
            run(monkeypatch, "--strict")
    assert set(pages_in(build.HTML).values()) == {"new"}


def test_what_a_lenient_build_warned_of_is_built_again_by_a_strict_one(work, monkeypatch, capsys):
    work.warns = True
    run(monkeypatch)
    run(monkeypatch)
    assert "Nothing has changed" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="the book was not built"):
        run(monkeypatch, "--strict")
