"""Kernels forked from a warm process: nothing of one reaches another, and outputs stay the same."""

import os
import shutil
import signal
import sys
import time
from pathlib import Path

import execute
import inline
import kernels
import pytest
from jupyter_client.manager import start_new_kernel
from jupyter_client.provisioning import KernelProvisionerFactory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels start warm on Linux alone")
SMALL = Path(__file__).parent / "chapters" / "small.md"
CHAPTERS = {path.stem: path for path in execute.chapters()}


@pytest.fixture(autouse=True)
def log(tmp_path, monkeypatch):
    monkeypatch.setattr(execute, "BUILD", tmp_path)


@pytest.fixture
def plain(monkeypatch):
    """Lets kernels start as new programs."""
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setattr(factory, "default_provisioner_name", "local-provisioner")


def executed(path):
    notebook = execute.read(path)
    execute.execute(path, notebook)
    return [(cell.get("outputs"), cell.metadata) for cell in notebook.cells]


@pytest.mark.parametrize("chapter", ["output", "goals_ahead", "population"])
def test_a_chapter_has_the_same_outputs_from_a_plain_kernel(chapter, request):
    warm = executed(CHAPTERS[chapter])
    request.getfixturevalue("plain")
    assert executed(CHAPTERS[chapter]) == warm


def told(tmp_path, code, *expressions):
    """Execute a chapter of one cell; give the answers to its expressions."""
    path = tmp_path / "one.md"
    head = SMALL.read_text("utf-8").split("# A small")[0]
    marked = " ".join(f"{{eval}}`{one}`" for one in expressions)
    path.write_text(f"{head}```{{code-cell}} ipython3\n{code}\n```\n\n{marked}\n", "utf-8")
    notebook = execute.read(path)
    execute.execute(path, notebook)
    answers = notebook.cells[1].metadata["user_expressions"]
    return [inline.words(answer["result"]) for answer in answers]


LOOK = """
import os, sys, builtins, warnings
import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from analysis import data
"""
SEEN = (
    "os.getcwd()",
    "mpl.rcParams['font.size'].__str__()",
    "str(hasattr(plt, 'left'))",
    "str(pd.get_option('display.max_rows'))",
    "len(data.observations())",
    "os.environ.get('LEFT', 'none')",
    "str(hasattr(builtins, 'left'))",
    "str('left' in sys.modules)",
    "str('left' in globals())",
    "len(warnings.filters)",
)
LEAVE = """
os.chdir("/")
mpl.rcParams["font.size"] = 77
plt.left = True
pd.set_option("display.max_rows", 7)
data.observations().drop(range(9), inplace=True)
data.observations = lambda: [1, 2]
os.environ["LEFT"] = "left"
builtins.left = left = sys.modules["left"] = 1
warnings.simplefilter("ignore")
"""


def test_nothing_that_a_chapter_does_reaches_another(tmp_path):
    before = told(tmp_path, LOOK, *SEEN)
    during = told(tmp_path, LOOK + LEAVE, *SEEN)
    assert all(old != new for old, new in zip(before, during, strict=True)), "it changed nothing"
    assert told(tmp_path, LOOK, *SEEN) == before


def test_a_chapter_finds_no_figure_and_no_style_made_before_it(tmp_path, request):
    warm = told(tmp_path, LOOK, *SEEN, "str(dict(mpl.rcParams))")
    request.getfixturevalue("plain")
    assert told(tmp_path, LOOK, *SEEN, "str(dict(mpl.rcParams))") == warm


def test_a_kernel_listens_at_no_port_that_another_program_could_take_first():
    manager, client = start_new_kernel()
    assert manager.get_connection_info()["transport"] == "ipc"
    assert client.is_alive()
    client.stop_channels()
    manager.shutdown_kernel()


def test_a_kernel_that_is_shut_down_is_gone():
    manager, client = start_new_kernel()
    number = manager.provisioner.pid
    assert manager.is_alive() and Path(f"/proc/{number}").exists()
    client.stop_channels()
    manager.shutdown_kernel()
    assert not Path(f"/proc/{number}").exists()


def gone(manager) -> bool:
    """Tell whether a kernel is seen to have ended within five seconds."""
    for _ in range(100):
        if not manager.is_alive():
            return True
        time.sleep(0.05)
    return False


def test_a_kernel_that_is_killed_is_seen_to_be_dead():
    manager, client = start_new_kernel()
    os.kill(manager.provisioner.pid, signal.SIGKILL)
    client.stop_channels()
    assert gone(manager)
    manager.shutdown_kernel(now=True)


@pytest.fixture
def warm():
    """The process that is asked for kernels."""
    kernels.warm_up()
    yield kernels.Forked._warm
    kernels.Forked._warm.send_signal(signal.SIGCONT)


def test_a_kernel_has_ended_though_the_warm_process_has_not_cleared_it_away(warm):
    manager, client = start_new_kernel()
    warm.send_signal(signal.SIGSTOP)
    os.kill(manager.provisioner.pid, signal.SIGKILL)
    client.stop_channels()
    assert gone(manager)
    manager.shutdown_kernel(now=True)


def test_the_warm_process_has_one_thread_so_that_a_fork_leaves_nothing_locked(warm):
    names = [one.read_text().strip() for one in Path(f"/proc/{warm.pid}/task").glob("*/comm")]
    assert len(names) == 1, names


def test_a_warm_process_that_has_ended_is_started_anew(tmp_path):
    told(tmp_path, LOOK, "1")
    kernels.Forked._warm.kill()
    kernels.Forked._warm.wait()
    assert told(tmp_path, LOOK, "1") == ["1"]


def test_a_warm_process_that_does_not_answer_is_not_waited_for_and_started_anew(
    warm, tmp_path, monkeypatch
):
    monkeypatch.setattr(kernels, "SECONDS", 0.2)
    warm.send_signal(signal.SIGSTOP)
    with pytest.raises(execute.Failure, match="has not answered"):
        told(tmp_path, LOOK, "1")
    monkeypatch.undo()
    monkeypatch.setattr(execute, "BUILD", tmp_path)
    assert warm.wait(timeout=20) == -signal.SIGKILL
    assert told(tmp_path, LOOK, "1") == ["1"]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("period", "peroid", "communique.csv, row 1, column 'peroid'"),
        (",232.33,", ",232.34,", "is 232.34, but '232.33亿元' is printed"),
    ],
)
def test_faulty_data_stop_all_chapters_with_one_message(
    tmp_path, monkeypatch, capfd, right, wrong, told
):
    shutil.copytree(execute.ROOT / "data", tmp_path / "data")
    faulty = tmp_path / "data" / "observations" / "communique.csv"
    faulty.write_text(faulty.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    monkeypatch.setenv("YEARBOOK_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(kernels.Forked, "_warm", None)
    with pytest.raises(kernels.Ended):
        kernels.warm_up()
    said = capfd.readouterr().err
    assert told in said
    assert "Traceback" not in said


def test_faulty_data_stop_all_chapters_where_kernels_start_cold(plain, monkeypatch, capfd):
    monkeypatch.setattr(kernels.warm, "load", lambda: sys.exit("units.csv: is missing"))
    with pytest.raises(kernels.Ended):
        kernels.warm_up()
    assert capfd.readouterr().err == "units.csv: is missing\n"


def test_the_log_of_a_kernel_holds_what_it_says_on_its_way(tmp_path):
    shutil.rmtree(tmp_path / "kernels.log", ignore_errors=True)
    told(tmp_path, "import os; os.write(2, b'a word aside')", "1")
    assert "a word aside" in (tmp_path / "kernels.log").read_text()
