"""What a report says of the commit that it was made from."""

import hashlib
import subprocess

import pytest
from reading import provenance

PAGE = f"<p>{provenance.COMMIT} {provenance.LOCK}</p>"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "requirements.txt").write_text("pandas==3\n")
    return tmp_path


def git(folder, *words):
    who = ("-c", "user.name=A", "-c", "user.email=a@b.c")
    done = subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()


@pytest.fixture
def clone(project):
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "Begin")
    return project


def test_a_page_says_commit_and_lock(clone):
    lock = hashlib.sha256(b"pandas==3\n").hexdigest()
    assert provenance.told(PAGE, clone) == f"<p>{git(clone, 'rev-parse', 'HEAD')} {lock}</p>"


def test_files_that_differ_from_the_commit_are_not_kept_quiet(clone):
    (clone / "requirements.txt").write_text("pandas==4\n")
    assert provenance.commit(clone).endswith(", with changes that are not in it")


def test_a_folder_that_is_no_clone_says_so(project):
    assert provenance.commit(project) == "unknown: made outside a clone"


def test_a_clone_before_its_first_commit_says_so(project):
    git(project, "init", "-q")
    assert provenance.commit(project) == "unknown: made outside a clone"


def test_no_git_is_asked_for_a_page_that_does_not_tell(tmp_path):
    assert provenance.told("<p>GDP</p>", tmp_path / "nowhere") == "<p>GDP</p>"
