"""Programs and large packages that some tests need and not every machine has: ``@pytest.mark.needs("soffice")``.

A test whose program is missing is skipped and the run says so in capitals; with ``WICHECK_REQUIRE_ALL=1``, as in CI, it
fails: nothing is taken for tested because it was not run.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.util import find_spec
from shutil import which

SWITCH = "WICHECK_REQUIRE_ALL"
NOT_RUN = "NOT RUN"


def all_required() -> bool:
    return os.environ.get(SWITCH, "") not in ("", "0")


def missing(programs: Iterable[str]) -> list[str]:
    """Those of ``programs`` that are neither on the path nor packages of this Python."""
    return [program for program in programs if which(program) is None and find_spec(program) is None]


def explain(lacking: Iterable[str]) -> str:
    return f"{' and '.join(lacking)} not found (with {SWITCH}=1 this fails)"
