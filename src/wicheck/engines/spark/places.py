"""Paths on this machine as Spark takes them: by themselves they might be meant for a cluster's file system.

No percent signs stand for anything, unlike in a URI elsewhere: a folder may be called ``a b#1``.
"""

from __future__ import annotations

import re
from pathlib import Path

_pattern = re.compile(r"[\[\]{}*?\\]")


def to_write(path: Path) -> str:
    """Where to write; ``path`` is absolute."""
    return f"file:///{path.as_posix().lstrip('/')}"


def to_read(path: Path) -> str:
    """Where to read: what would stand for other files too stands for itself."""
    return _pattern.sub(r"\\\g<0>", to_write(path))
