"""The whole site, built once for all processes that share a run of the tests, as `mkdocs build --strict` builds it."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tomllib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import entry_points
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parents[2]
GROUP = "mkdocs.plugins"
# Every test that wants the site tells why there is none.
LAST_WORDS = 400


def built(folder: Path) -> Path:
    """The Chinese site with the English one in its folder ``en``; who comes second waits for who builds."""
    site = folder / "site"
    with (folder / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            made = folder / "made"
            mkdocs("site/mkdocs.yml", made, folder)
            mkdocs("site/mkdocs.en.yml", made / "en", folder)
            made.rename(site)
    return site


def mkdocs(configuration: str, target: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", configuration, "-d", str(target)]
    path = os.pathsep.join([str(ROOT / "src"), str(registered(folder)), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr[-LAST_WORDS:]


def registered(folder: Path) -> Path:
    """Where wicheck is not installed, MkDocs knows its plugins by what an installation would have written."""
    plugins = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"][GROUP]
    notes = folder / "plugins" / "wicheck-0.dist-info"
    if not entry_points(group=GROUP, name="wicheck"):
        notes.mkdir(parents=True, exist_ok=True)
        lines = [f"[{GROUP}]", *(f"{name} = {place}" for name, place in plugins.items())]
        (notes / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
        (notes / "METADATA").write_text("Metadata-Version: 2.1\nName: wicheck\nVersion: 0\n", encoding="utf-8")
    return notes.parent


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: object) -> None:
        pass


def serve(site: Path) -> ThreadingHTTPServer:
    """A server on the loopback, answering until it is shut down."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server
