"""The program ``wicheck``: also ``python -m wicheck``."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from wicheck import __version__


def main() -> None:
    """Answer ``--version`` at once; everything else is the command line's."""
    use_utf8()
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"wicheck {__version__}\n")
        return
    # A run makes many small objects and lives for seconds: looking for cycles among them took a fifth of its time.
    gc.disable()
    try:
        from wicheck.cli.app import run

        leave(run(sys.argv[1:]))
    except KeyboardInterrupt:  # before or after click is in charge
        sys.exit(130)


def leave(code: int) -> None:
    """End the process at once: taking a run's objects apart one by one takes up to a quarter of its time.

    What was registered for the end still runs. What cannot be written is left to the interpreter to report.
    """
    atexit._run_exitfuncs()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def use_utf8() -> None:
    """Write UTF-8 whatever the console's code page is: a report in Chinese must come out on Windows too."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    # ``python -m`` looks for modules where it is called. That may be the folder to check, whose Python is never run.
    if not sys.flags.safe_path:
        del sys.path[0]
    main()
