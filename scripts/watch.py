"""Shows the report and keeps it new: ``python scripts/watch.py``, until it is stopped.

Whatever is saved, a chapter, the data or the package, the page that was last looked at is built
first and shown anew; then the rest of the report.
"""

import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import inputs
from build import HTML
from inputs import ROOT
from watchfiles import watch

BUILDER = Path(__file__).with_name("build.py")
WAITING = "/until-there-is-another-than-"
SECONDS = 20  # for which a request may wait
RELOADER = """<script>
(async function ask() {
  const answer = await fetch("ADDRESS").catch(() => null);
  if (answer && answer.status === 200) return location.reload();
  setTimeout(ask, answer ? 0 : 1000);
})();
</script></body>"""


class Site(ThreadingHTTPServer):
    """The report on this machine, for this machine alone."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), partial(Request, directory=HTML))
        self.renewed = threading.Condition()
        self.version = 0
        self.page = "book/index"  # the last one that was looked at

    def tell(self) -> None:
        """Let the pages that are open load again."""
        with self.renewed:
            self.version += 1
            self.renewed.notify_all()


class Request(SimpleHTTPRequestHandler):
    """A page, with a script that loads it again; or any other file."""

    server: Site

    def do_GET(self) -> None:
        """Answer with a file, or when the report is new."""
        path = urlsplit(self.path).path
        file = Path(self.translate_path(self.path))
        if path.startswith(WAITING):
            shown = path.removeprefix(WAITING)
            with self.server.renewed:
                new = self.server.renewed.wait_for(
                    lambda: str(self.server.version) != shown, timeout=SECONDS
                )
            self._answer(200 if new else 204)
        elif file.suffix == ".html" and file.is_file():
            self.server.page = path.strip("/").removesuffix(".html")
            reloader = RELOADER.replace("ADDRESS", f"{WAITING}{self.server.version}")
            self._answer(200, file.read_bytes().replace(b"</body>", reloader.encode()))
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """Let nothing be kept: it is about to be replaced."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_) -> None:
        """Say nothing of each request."""

    def _answer(self, status: int, page: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


def main() -> None:
    """Build, serve, and build again whenever something is saved."""
    build()
    with Site() as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        print(f"Showing http://127.0.0.1:{site.server_port}/ ; Ctrl+C ends it.", flush=True)
        roots = [ROOT / name for name in inputs.OF_PAGES if (ROOT / name).exists()]
        for _ in watch(*roots, watch_filter=is_source, raise_interrupt=False):
            renew(site)
        site.shutdown()  # else it goes on asking a closed socket, as fast as it can


def renew(site: Site) -> None:
    """Build the page that is looked at and show it, then the rest."""
    if site.page in inputs.pages():
        build("--only", site.page)
        site.tell()
    build()
    site.tell()


def build(*options: str) -> None:
    """Build in a process of its own, which sees the package as it is now."""
    subprocess.run([sys.executable, BUILDER, *options], check=False)


def is_source(_change: object, path: str) -> bool:
    """Tell a file that was saved from what tools and editors leave beside it."""
    return not inputs.left_by_tools(Path(path).relative_to(ROOT)) and not path.endswith("~")


if __name__ == "__main__":
    main()
