"""Runs an installer as pip is set up: ``python scripts/mirror.py COMMAND ...``.

Behind a mirror or a proxy people tell pip where packages come from, in a file or a variable. What
they say of that holds for pip and for uv; what else they tell pip (where to install, as whom), and
whatever they tell uv, holds for neither.
"""

import ast
import os
import subprocess
import sys

# pip's name, pip's variable, uv's variable
SETTINGS = {
    "index-url": ("PIP_INDEX_URL", "UV_DEFAULT_INDEX"),
    "extra-index-url": ("PIP_EXTRA_INDEX_URL", "UV_INDEX"),
    "find-links": ("PIP_FIND_LINKS", "UV_FIND_LINKS"),
    "trusted-host": ("PIP_TRUSTED_HOST", "UV_INSECURE_HOST"),
    "cert": ("PIP_CERT", "SSL_CERT_FILE"),
    "client-cert": ("PIP_CLIENT_CERT", "SSL_CLIENT_CERT"),
    "proxy": ("PIP_PROXY", "ALL_PROXY"),
    "timeout": ("PIP_DEFAULT_TIMEOUT", "UV_HTTP_TIMEOUT"),
    "retries": ("PIP_RETRIES", "UV_HTTP_RETRIES"),
}
OTHERS = ("PIP_", "UV_", "PYTHON", "CONDA", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")
KEPT = ("UV_CACHE_DIR", "UV_PYTHON_INSTALL_DIR", "UV_PYTHON_INSTALL_MIRROR")


def environment(python):
    """Return the variables for an installer, with the settings of the pip of ``python``."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if name in KEPT or not name.startswith(OTHERS)
    }
    found = pip_settings(python)
    if "cert" not in found:
        bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
        if bundle:  # pip takes these, uv does not
            found["cert"] = bundle
    for name, value in found.items():
        for_pip, for_uv = SETTINGS[name]
        clean[for_pip] = value
        clean[for_uv] = value.replace(" ", ",") if name == "find-links" else value
    if "proxy" in found:
        clean.update(HTTP_PROXY=found["proxy"], HTTPS_PROXY=found["proxy"])
    # All indexes count alike for pip. What is installed is bound by its hash in any case.
    clean["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    clean["UV_SYSTEM_CERTS"] = "1"  # as pip does since 24.2
    clean["UV_NO_CONFIG"] = "1"
    clean["PIP_CONFIG_FILE"] = os.devnull
    clean["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    if "UV_CACHE_DIR" not in clean and not writable_home():
        clean["UV_CACHE_DIR"] = os.path.abspath(".cache")
    return clean


def pip_settings(python):
    """Return pip's settings on where packages come from, by the name that pip gives them."""
    shown = subprocess.run(
        [python, "-I", "-m", "pip", "config", "list"],
        capture_output=True,
        text=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
    )
    if shown.returncode:
        sys.exit((shown.stderr.strip() or "pip config list failed").splitlines()[-1])
    listed = [line.partition("=") for line in shown.stdout.splitlines()]
    found = {}
    # The later ones win: what is said for all commands, for the one, and in a variable.
    for section in ("global", "install", ":env:"):
        for key, _, value in listed:
            if key.startswith(section + "."):
                name = key[len(section) + 1 :].replace("default-timeout", "timeout")
                value = " ".join(ast.literal_eval(value).split())
                if name in SETTINGS and value:
                    found[name] = value
    return found


def writable_home():
    """Tell whether uv can keep what it fetched where it does so by itself."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    try:
        os.makedirs(os.path.join(cache, "uv"), exist_ok=True)
    except OSError:
        return False
    return os.access(os.path.join(cache, "uv"), os.W_OK)


if __name__ == "__main__":
    command = sys.argv[1:]
    os.execvpe(command[0], command, environment(sys.executable))
