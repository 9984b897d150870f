#!/bin/sh
# Make or refresh a virtual environment from a lock: environment.sh FOLDER LOCK
# Costs nothing when the folder already holds what the lock says. Each thing that can be missing
# on a new machine ends in one sentence that says what to do; the details go to a log.
set -eu
folder=$1
lock=$2
stamp=$folder/made-from
log=$folder/setup.log

fail() {
    echo "error: $*" >&2
    exit 1
}

fits() { # is "$1" a Python that this project runs on?
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

can_make_environments() { # Debian ships venv without ensurepip, which it needs
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

# The path belongs to what the environment is made from: one that was copied elsewhere is made anew.
made_from=$(pwd; echo "python: ${PYTHON:-any}"
    cat "$lock" pyproject.toml scripts/uv.txt scripts/environment.sh | cksum)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$made_from" ] && fits "$folder/bin/python"; then
    exit 0
fi

python='' unfit='' without_venv=''
for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3 python}; do
    if ! found=$("$candidate" -c 'import platform; print(platform.python_version())' 2>/dev/null); then
        continue
    elif ! fits "$candidate"; then
        unfit="$candidate is Python $found"
    elif ! can_make_environments "$candidate"; then
        without_venv=$candidate
    else
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    [ -z "$without_venv" ] || fail "$without_venv cannot make virtual environments:" \
        "install its venv module (on Debian and Ubuntu: apt-get install python3-venv), then run make again."
    [ -z "$unfit" ] || fail "Python 3.11, 3.12 or 3.13 is needed and $unfit:" \
        "install one of them, or name one with make PYTHON=/path/to/python3."
    fail "no ${PYTHON:-python3} was found: install Python 3.11, 3.12 or 3.13," \
        "or name one with make PYTHON=/path/to/python3."
fi

echo "Making $folder with $("$python" --version) from $lock ..."
rm -rf "$folder"
"$python" -m venv "$folder" || fail "$python could not make the virtual environment $folder."
in_environment=$folder/bin/python
"$in_environment" -m pip --disable-pip-version-check install --retries 2 \
    --require-hashes --only-binary :all: -r scripts/uv.txt >"$log" 2>&1 ||
    fail "the installer uv could not be downloaded:" \
        "check the network connection and the proxy settings, then run make again (details: $log)."
"$folder/bin/uv" pip sync --python "$in_environment" --require-hashes "$lock" >>"$log" 2>&1 ||
    fail "the packages that $lock names could not be installed:" \
        "check the network connection and the disk, then run make again (details: $log)."
"$folder/bin/uv" pip install --python "$in_environment" --offline --no-deps --no-build-isolation \
    --editable . >>"$log" 2>&1 ||
    fail "the package in src/ could not be installed (details: $log)."
# Matplotlib lists the machine's fonts at first use and says so on stderr when that is slow;
# doing it here keeps that sentence off the pages.
"$in_environment" -c 'import matplotlib.font_manager' >>"$log" 2>&1 ||
    fail "matplotlib does not start (details: $log)."
printf '%s\n' "$made_from" >"$stamp"
