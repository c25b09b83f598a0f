"""Where a file lies, as tools that look at a repository want to know it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

_DRIVE = re.compile("[A-Za-z]:/")


def from_here(file: str) -> str:
    """``file`` as seen from the current folder, with forward slashes; one that lies elsewhere stays as it was named.

    The report may have been made on Windows: a backslash is a separator wherever it is read.
    """
    named = file.replace("\\", "/")
    here = Path.cwd().as_posix().rstrip("/") + "/"
    return named.removeprefix(here).removeprefix("./")


def is_relative(place: str) -> bool:
    return not (place.startswith("/") or _DRIVE.match(place))


def uri(place: str) -> str:
    """``place`` (see ``from_here``) as a URI reference: relative where it is, else with the scheme ``file``."""
    if is_relative(place):
        return quote(place)
    return f"file:///{quote(place.removeprefix('/'), safe='/:')}"
