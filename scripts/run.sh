#!/bin/sh
# Run a program of a virtual environment: run.sh FOLDER PROGRAM [ARGUMENT ...]
# Of the variables about it, the program gets those named here and no others: settings of Python,
# Jupyter, IPython, matplotlib, Sphinx or pytest, an active environment, a date, a language or a
# time zone would change what a chapter prints or which of its charts are drawn.
set -eu
bin=$(pwd)/$1
program=$2
shift 2
set -- "$bin/bin/$program" "$@"

# Where programs, the screen and the browser are; what this machine's processor and libraries need;
# and what the tests ask (README.md).
for name in PATH HOME USER LOGNAME TMPDIR TERM LD_LIBRARY_PATH OPENBLAS_CORETYPE OPENBLAS_L2_SIZE \
    DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_RUNTIME_DIR BROWSER CHROMIUM FONTCONFIG_FILE \
    FONTCONFIG_PATH CI REQUIRE_BROWSER YEARBOOK_TEXT; do
    eval "value=\${$name-}"
    [ -z "$value" ] || set -- "$name=$value" "$@"
done

umask 022 # what is published can be read by the server
exec env -i \
    LC_ALL=C.UTF-8 TZ=UTC PYTHONUTF8=1 PYTHONHASHSEED=0 \
    IPYTHONDIR="$bin/settings/ipython" MPLCONFIGDIR="$bin/settings/matplotlib" \
    JUPYTER_CONFIG_DIR="$bin/settings/jupyter" JUPYTER_DATA_DIR="$bin/settings/jupyter" \
    XDG_CACHE_HOME="$bin/settings/cache" \
    "$@"
