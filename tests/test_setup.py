"""Setting up and running on other people's machines: what they have set changes nothing."""

import fcntl
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import environment
import mirror
import pytest
import yaml
from sphinx.project import Project

ROOT = Path(__file__).parents[1]
SCRIPTS = ("environment.sh", "environment.py", "mirror.py", "run.sh", "uv.txt")

# Each would change what a chapter prints, which charts are drawn, or whether Python starts at all.
HOSTILE = {
    "MPLBACKEND": "Agg",
    "MATPLOTLIBRC": "/hostile/matplotlibrc",
    "MPLCONFIGDIR": "/hostile",
    "PYTHONHOME": "/hostile",
    "PYTHONPATH": "/hostile",
    "PYTHONSAFEPATH": "1",
    "PYTHONWARNINGS": "error",
    "PYTHONSTARTUP": "/hostile/startup.py",
    "PYTHONOPTIMIZE": "2",
    "PYTHONHASHSEED": "7",
    "PYTHONUTF8": "0",
    "PYTHONIOENCODING": "latin-1",
    "IPYTHONDIR": "/hostile",
    "JUPYTER_PATH": "/hostile",
    "JUPYTER_CONFIG_DIR": "/hostile",
    "VIRTUAL_ENV": "/hostile",
    "CONDA_PREFIX": "/hostile",
    "SOURCE_DATE_EPOCH": "0",
    "LC_ALL": "tr_TR.ISO-8859-9",
    "LANGUAGE": "de",
    "TZ": "Asia/Kathmandu",
    "XDG_CONFIG_HOME": "/hostile",
    "XDG_CACHE_HOME": "/hostile",
    "NO_COLOR": "1",
    "COLUMNS": "20",
    "DOCUTILSCONFIG": "/hostile/docutils.conf",
    "YEARBOOK_DATA": "/hostile",
    "PYTEST_ADDOPTS": "--collect-only",
    "HTTP_PROXY": "http://127.0.0.1:9",
}


def ran(variables: dict[str, str], code: str) -> str:
    """What a piece of Python prints when the Makefile runs it under an environment."""
    folder = os.path.relpath(sys.prefix, ROOT)
    command = ["sh", "scripts/run.sh", folder, "python", "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=True
    ).stdout


def test_what_a_shell_has_set_reaches_no_program():
    show = "import json, os, sys; print(json.dumps([dict(os.environ), sys.flags.optimize]))"
    plain = {"PATH": os.environ["PATH"], "HOME": "/home/reader"}
    assert ran(plain | HOSTILE, show) == ran(plain, show)


def test_what_the_tests_and_the_browser_need_gets_through():
    given = {
        "PATH": os.environ["PATH"],
        "YEARBOOK_TEXT": "/a folder/text.txt",
        "REQUIRE_BROWSER": "1",
        "DISPLAY": ":0",
        "TMPDIR": "/a $HOME `x`",
    }
    seen = json.loads(ran(given, "import json, os; print(json.dumps(dict(os.environ)))"))
    assert seen.items() >= given.items()


def test_a_private_umask_does_not_reach_what_is_published(tmp_path):
    def private() -> None:
        os.umask(0o077)

    folder = os.path.relpath(sys.prefix, ROOT)
    file = tmp_path / "page.html"
    code = f"open({str(file)!r}, 'w').close()"
    command = ["sh", "scripts/run.sh", folder, "python", "-c", code]
    subprocess.run(command, cwd=ROOT, check=True, preexec_fn=private)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


# What pip is told of where packages come from holds for both installers, all else for neither.
def settings(tmp_path: Path, monkeypatch, file: str, **variables: str) -> dict[str, str]:
    config = tmp_path / "pip.conf"
    config.write_text(file, encoding="utf-8")
    for name in list(os.environ):
        if name.startswith(("PIP_", "UV_")) or name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", str(config))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return mirror.environment(sys.executable)


def test_a_mirror_in_pips_file_holds_for_both_installers(tmp_path, monkeypatch):
    found = settings(
        tmp_path,
        monkeypatch,
        "[global]\nindex-url = https://mirror.invalid/simple\ntrusted-host = mirror.invalid\n"
        "cert = /certificates/hospital.pem\nproxy = http://proxy.invalid:3128\ntimeout = 70\n"
        "extra-index-url =\n    https://one.invalid/simple\n    https://two.invalid/simple\n",
    )
    assert found["PIP_INDEX_URL"] == found["UV_DEFAULT_INDEX"] == "https://mirror.invalid/simple"
    assert found["PIP_EXTRA_INDEX_URL"] == found["UV_INDEX"]
    assert found["UV_INDEX"] == "https://one.invalid/simple https://two.invalid/simple"
    assert found["PIP_TRUSTED_HOST"] == found["UV_INSECURE_HOST"] == "mirror.invalid"
    assert found["PIP_CERT"] == found["SSL_CERT_FILE"] == "/certificates/hospital.pem"
    assert found["PIP_PROXY"] == found["HTTPS_PROXY"] == "http://proxy.invalid:3128"
    assert found["PIP_DEFAULT_TIMEOUT"] == found["UV_HTTP_TIMEOUT"] == "70"


def test_a_variable_of_pip_wins_over_its_file_and_a_command_over_all(tmp_path, monkeypatch):
    file = (
        "[global]\nindex-url = https://all.invalid\nretries = 1\n"
        "[install]\nindex-url = https://install.invalid\n"
    )
    assert settings(tmp_path, monkeypatch, file)["UV_DEFAULT_INDEX"] == "https://install.invalid"
    found = settings(tmp_path, monkeypatch, file, PIP_INDEX_URL="https://said.invalid")
    assert (found["UV_DEFAULT_INDEX"], found["UV_HTTP_RETRIES"]) == ("https://said.invalid", "1")


def test_where_pip_installs_to_holds_for_neither_installer(tmp_path, monkeypatch):
    found = settings(
        tmp_path,
        monkeypatch,
        "[global]\nuser = true\ntarget = /elsewhere\nno-binary = :all:\n",
        PIP_USER="1",
        PIP_PREFIX="/elsewhere",
        UV_PYTHON="3.9",
        UV_SYSTEM_PYTHON="1",
        PYTHONHOME="/hostile",
    )
    mapped = {name for pair in mirror.SETTINGS.values() for name in pair}  # of this machine's files
    told = {name for name in found if name.startswith(("PIP_", "UV_", "PYTHON"))} - mapped
    assert told == {
        "PIP_CONFIG_FILE",
        "PIP_DISABLE_PIP_VERSION_CHECK",
        "UV_INDEX_STRATEGY",
        "UV_NO_CONFIG",
        "UV_SYSTEM_CERTS",
    } | ({"UV_CACHE_DIR"} & found.keys())
    assert found["PIP_CONFIG_FILE"] == os.devnull


def test_certificates_that_only_pip_would_take_hold_for_uv(tmp_path, monkeypatch):
    monkeypatch.setattr(mirror, "pip_settings", lambda _: {})  # no file of this machine names any
    found = settings(tmp_path, monkeypatch, "", REQUESTS_CA_BUNDLE="/certificates/proxy.pem")
    assert found["SSL_CERT_FILE"] == "/certificates/proxy.pem"


def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "/dev/null/home")
    found = settings(tmp_path, monkeypatch, "")
    assert Path(found["UV_CACHE_DIR"]).is_relative_to(Path.cwd())


# The environment is whole, or one sentence says why there is none.
@pytest.fixture
def checkout(tmp_path) -> Path:
    """What setting up reads of the project, in a folder of its own."""
    folder = tmp_path / "checkout"
    (folder / "scripts").mkdir(parents=True)
    for name in SCRIPTS:
        shutil.copy(ROOT / "scripts" / name, folder / "scripts")
    for name in ("pyproject.toml", "requirements.txt"):
        shutil.copy(ROOT / name, folder)
    return folder


def program(file: Path, script: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def tools(folder: Path) -> str:
    """A path that has what a shell script needs and no Python."""
    for name in ("sh", "env", "sed", "cat", "cksum", "tail"):
        (folder / name).symlink_to(shutil.which(name))
    return str(folder)


def set_up(checkout: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "scripts/environment.sh", ".venv", "requirements.txt"],
        cwd=checkout,
        env={"PATH": os.environ["PATH"], "HOME": str(checkout)} | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_error_is_the_installers_own_last_line(checkout):
    # A folder holds no uv, and no address is asked.
    done = set_up(
        checkout,
        PYTHON=sys.executable,
        PIP_INDEX_URL=checkout.as_uri(),
        PIP_RETRIES="0",
        PYTHONHOME="/hostile",
        PIP_USER="1",
        PIP_TARGET="/elsewhere",
    )
    (error,) = done.stderr.splitlines()
    *_, last = (checkout / ".venv/setup.log").read_text("utf-8").strip().splitlines()
    assert done.returncode == 1
    assert last.startswith("ERROR: No matching distribution found for uv")
    assert error == (
        f"error: the installer uv could not be installed: {last} (all of it: .venv/setup.log)"
    )
    assert not (checkout / ".venv/made-from").exists()


def test_a_second_run_waits_for_the_first_and_then_has_nothing_to_do(checkout):
    here = os.open(checkout, os.O_RDONLY)
    fcntl.flock(here, fcntl.LOCK_EX)
    command = [sys.executable, "-I", "scripts/environment.py"]
    with subprocess.Popen(
        [*command, ".venv", "requirements.txt", "as asked"],
        cwd=checkout,
        stdout=subprocess.PIPE,
        text=True,
    ) as second:
        assert "waiting" in second.stdout.readline()
        (checkout / ".venv").mkdir()
        (checkout / ".venv/made-from").write_text("as asked\n", encoding="utf-8")
        os.close(here)
        assert second.wait(timeout=20) == 0
    assert sorted(path.name for path in (checkout / ".venv").iterdir()) == ["made-from"]


def test_a_checkout_that_cannot_be_written_is_one_sentence(checkout):
    command = [sys.executable, "-I", str(checkout / "scripts/environment.py")]
    done = subprocess.run(
        [*command, "/dev/null/.venv", "requirements.txt", "x"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    (error,) = done.stderr.splitlines()
    assert error == "error: /dev/null/.venv could not be made: Not a directory"


def test_of_what_an_installer_says_the_error_is_shown_and_not_its_wrapping():
    pip = "Processing pip\nERROR: No space left on device\nsubprocess.CalledProcessError: '[...]'\n"
    assert environment.last_word(pip) == "ERROR: No space left on device"
    uv = "error: Failed to fetch\n  Caused by: certificate expired\n\nhint: look at the clock\n"
    assert environment.last_word(uv) == "Caused by: certificate expired"
    assert environment.last_word("Killed\n\n") == "Killed"
    assert environment.last_word("") == "not a word"


def test_a_python_that_does_not_fit_is_named(checkout):
    asked = 'case "$2" in *platform*) echo 3.10.4;; *) exit 1;; esac'
    old = program(checkout / "bin/old", asked)
    done = set_up(checkout, PYTHON=str(old))
    (error,) = done.stderr.splitlines()
    assert error.startswith(f"error: Python 3.11 to 3.15 is needed and {old} is Python 3.10.4:")


def test_without_any_python_the_sentence_says_how_to_get_one(checkout):
    done = set_up(checkout, PATH=tools(checkout / "scripts"))
    (error,) = done.stderr.splitlines()
    assert "no python3 was found" in error and "install uv, which brings one" in error


def test_where_no_python_fits_uv_brings_one(checkout):
    path = tools(checkout / "scripts")
    brought = program(checkout / "brought", 'echo "run by the one brought: $*"')
    program(checkout / "scripts/uv", f'case "$2" in find) echo {brought};; esac')
    done = set_up(checkout, PATH=path)
    assert "uv brings Python 3.13" in done.stdout
    assert "run by the one brought: -I scripts/environment.py .venv" in done.stdout


def test_where_uv_cannot_bring_one_its_last_word_is_shown(checkout):
    path = tools(checkout / "scripts")
    program(
        checkout / "scripts/uv", 'echo "error: failed"; echo "  cause: no route to host"; exit 2'
    )
    done = set_up(checkout, PATH=path)
    assert done.stderr == "error: uv could not bring Python 3.13: cause: no route to host\n"


# What is locked and said fits together.
def test_every_place_names_the_same_pythons():
    package = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    assert package["project"]["requires-python"] == ">=3.11,<3.16"
    script = (ROOT / "scripts/environment.sh").read_text("utf-8")
    assert "(3, 11) <= sys.version_info[:2] <= (3, 15)" in script
    matrix = workflow["jobs"]["test"]["strategy"]["matrix"]
    tested = {*matrix["python"], *(one["python"] for one in matrix["include"])}
    assert tested == {"3.11", "3.13", "3.14", "3.15"}
    assert "Python 3.11 to 3.15" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-lab.txt"])
def test_a_lock_holds_the_files_of_every_system_and_no_address(lock):
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    blocks = re.split(r"\n(?=[a-z])", text)
    (numpy,) = [one for one in blocks if re.match(r"numpy==.*< '3\.15'", one)]
    assert numpy.count("--hash=sha256:") > 40  # five systems, four Pythons and more


def test_what_the_package_imports_is_what_it_asks_for():
    package = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.match(r"[\w-]+", one)[0] for one in package["dependencies"]}
    assert asked == {"numpy", "pandas"}
    code = "import sys\n" + "".join(
        f"sys.modules[{name!r}] = None\n" for name in ("matplotlib", "IPython", "jupytext", "yaml")
    )
    code += "import analysis.goals, analysis.audit, analysis.formulas\n"
    code += "from analysis.data import lookup\nprint(len(lookup.observations()))"
    assert int(subprocess.check_output([sys.executable, "-c", code], text=True)) > 1000


def test_a_notebook_beside_a_chapter_is_not_taken_for_it(tmp_path):
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    (tmp_path / "book/economy").mkdir(parents=True)
    for name in ("output.md", "output.ipynb"):
        (tmp_path / "book/economy" / name).touch()
    project = Project(tmp_path, {".ipynb": "myst-nb", ".md": "myst-nb"})
    assert project.discover(config["exclude_patterns"]) == {"book/economy/output"}
    assert project.doc2path("book/economy/output", False).endswith(".md")
