#!/bin/sh
# Make or refresh a virtual environment from a lock: environment.sh FOLDER LOCK
# Costs nothing when the folder already holds what the lock says. Here a Python is found that fits;
# scripts/environment.py does the rest with it.
set -eu
folder=$1
lock=$2
# No setting of another Python reaches this one; the variable PYTHON is the Makefile's.
for name in $(env | sed -n 's/^\(PYTHON[A-Z0-9_][A-Z0-9_]*\)=.*/\1/p'); do unset "$name"; done

fail() {
    echo "error: $*" >&2
    exit 1
}

fits() { # is "$1" a Python that this project runs on?
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 15))' 2>/dev/null
}

can_make_environments() { # Debian ships venv without ensurepip, which it needs
    "$1" -c 'import ensurepip, venv' 2>/dev/null
}

# The path belongs to what the environment is made from: one that was copied elsewhere is made anew.
made_from=$(pwd; echo "python: ${PYTHON:-any}"; cat "$lock" pyproject.toml scripts/uv.txt \
    scripts/environment.sh scripts/environment.py scripts/mirror.py | cksum)
if [ -f "$folder/made-from" ] && [ "$(cat "$folder/made-from")" = "$made_from" ] &&
    fits "$folder/bin/python"; then
    exit 0
fi

python='' unfit='' without_venv=''
for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3.14 python3.15 python3 python}; do
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

if [ -z "$python" ] && [ -z "${PYTHON-}" ] && command -v uv >/dev/null; then
    echo "${unfit:-No Python that can make environments is here}: uv brings Python 3.13 ..."
    said=$(uv python install 3.13 2>&1) ||
        fail "uv could not bring Python 3.13: $(printf '%s\n' "$said" | sed 's/^ *//; /^$/d' | tail -n 1)"
    python=$(uv python find --managed-python 3.13)
fi
if [ -z "$python" ]; then
    [ -z "$without_venv" ] || fail "$without_venv cannot make virtual environments:" \
        "install its venv module (on Debian and Ubuntu: apt-get install python3-venv), then run make again."
    fail "Python 3.11 to 3.15 is needed and ${unfit:-no ${PYTHON:-python3} was found}: install one of" \
        "them, name one with make PYTHON=/path/to/python3, or install uv, which brings one."
fi
exec "$python" -I scripts/environment.py "$folder" "$lock" "$made_from"
