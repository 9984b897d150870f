"""Watching: what is saved is built, first the page that is looked at, and open pages load again."""

import threading
import time
import urllib.request
from functools import partial

import pytest
import watch
import watchfiles

CHAPTER = "book/economy/output"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A report of one chapter, shown."""
    monkeypatch.setattr(watch, "HTML", tmp_path / "html")
    (tmp_path / "html/book/economy").mkdir(parents=True)
    (tmp_path / "html" / f"{CHAPTER}.html").write_text("<body>Words.</body>")
    (tmp_path / "html/style.css").write_text("</body>")
    monkeypatch.setattr(watch.inputs, "pages", lambda: ["book/index", CHAPTER])
    with watch.Site() as site:
        threading.Thread(target=site.serve_forever, args=[0.01], daemon=True).start()
        yield site
        site.shutdown()


@pytest.fixture
def saving(tmp_path, monkeypatch, site):
    """Watches a folder of sources until the test ends, and gives it."""
    (tmp_path / "book").mkdir()
    monkeypatch.setattr(watch, "ROOT", tmp_path)
    end = threading.Event()
    looking = partial(watchfiles.watch, stop_event=end, step=10, debounce=100)
    monkeypatch.setattr(watch, "watch", looking)
    running = threading.Thread(target=watch.main)
    running.start()
    yield tmp_path / "book"
    end.set()
    running.join(timeout=60)
    assert not running.is_alive()


@pytest.fixture
def built(monkeypatch):
    """The options of each build, none of which is run."""
    builds = []
    monkeypatch.setattr(watch, "build", lambda *options: builds.append(options))
    return builds


def get(site, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{site.server_port}{path}") as answer:
        return answer.status, answer.read().decode()


def test_a_page_asks_for_the_next_and_any_other_file_is_as_it_was_written(site):
    _, page = get(site, f"/{CHAPTER}.html")
    assert page.startswith("<body>Words.<script>") and f'"{watch.WAITING}0"' in page
    assert get(site, "/style.css") == (200, "</body>")


def test_a_page_that_waits_is_told_when_there_is_another(site):
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(get(site, f"{watch.WAITING}0")))
    waiting.start()
    waiting.join(timeout=0.2)
    assert answers == []
    site.tell()
    waiting.join(timeout=watch.SECONDS / 2)
    assert answers == [(200, "")]


def test_a_page_shown_before_the_last_build_is_told_at_once(site):
    site.tell()
    assert get(site, f"{watch.WAITING}0") == (200, "")


def test_a_page_that_has_waited_long_is_told_to_ask_again(site, monkeypatch):
    monkeypatch.setattr(watch, "SECONDS", 0)
    assert get(site, f"{watch.WAITING}0") == (204, "")


def test_the_page_that_is_looked_at_is_built_and_shown_before_the_rest(site, monkeypatch):
    shown = []
    monkeypatch.setattr(watch, "build", lambda *options: shown.append((options, site.version)))
    get(site, f"/{CHAPTER}.html")
    watch.renew(site)
    assert shown == [(("--only", CHAPTER), 0), ((), 1)]
    assert site.version == 2


def test_a_page_that_no_source_makes_is_not_built_alone(site, built):
    (watch.HTML / "genindex.html").write_text("<body></body>")
    get(site, "/genindex.html")
    watch.renew(site)
    assert built == [()]


def save(files, until):
    """Save files again and again until something is true: who watches may not have begun."""
    for attempt in range(400):
        for file in files:
            file.write_text(str(attempt))
        time.sleep(0.05)
        if until():
            return


def test_a_chapter_that_is_saved_is_built_and_shown(built, saving):
    save([saving / "output.md"], until=lambda: built[2:])
    assert built[:3] == [(), ("--only", "book/index"), ()]


def test_nothing_listens_any_more_when_watching_has_ended(tmp_path, monkeypatch, built):
    monkeypatch.setattr(watch, "ROOT", tmp_path)
    monkeypatch.setattr(watch, "watch", lambda *_, **__: ())
    before = threading.active_count()
    watch.main()
    end = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert threading.active_count() == before


def test_what_tools_and_editors_leave_is_not_built(built, saving):
    save([saving / "output.md"], until=lambda: built[2:])
    time.sleep(0.5)
    before = len(built)
    left = [saving / name for name in (".output.md.swp", "output.md~", "output.ipynb")]
    start = time.monotonic()
    save(left, until=lambda: time.monotonic() > start + 0.5)
    assert len(built) == before
