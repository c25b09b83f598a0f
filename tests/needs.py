"""Programs, large packages and fonts that some tests need and not every machine has: ``@pytest.mark.needs("soffice")``,
``@pytest.mark.needs("font:Liberation Serif")``.

A test whose program is missing is skipped and the run says so in capitals; with ``WICHECK_REQUIRE_ALL=1``, as in CI, it
fails: nothing is taken for tested because it was not run.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from shutil import which

SWITCH = "WICHECK_REQUIRE_ALL"
NOT_RUN = "NOT RUN"
_FONT = "font:"


def all_required() -> bool:
    return os.environ.get(SWITCH, "") not in ("", "0")


def missing(programs: Iterable[str]) -> list[str]:
    """Those of ``programs`` that are neither on the path, nor packages of this Python, nor fonts."""
    return [program for program in programs if not _is_there(program)]


@cache
def _is_there(program: str) -> bool:
    if program.startswith(_FONT):
        return _has_font(program.removeprefix(_FONT))
    return which(program) is not None or find_spec(program) is not None


def _has_font(name: str) -> bool:
    lister = which("fc-list")
    return lister is not None and bool(subprocess.run([lister, name], capture_output=True, check=True).stdout)


def explain(lacking: Iterable[str]) -> str:
    return f"{' and '.join(lacking)} not found (with {SWITCH}=1 this fails)"
