"""Texts and files as they stand in SQL."""

from __future__ import annotations

import re
from pathlib import Path

_pattern = re.compile(r"[\[*?]")


def literal(text: str) -> str:
    """``text`` as a string."""
    return "'" + text.replace("'", "''") + "'"


def one_file(path: str | Path) -> str:
    """``path`` as a string that reads this very file: ``lines[1].csv`` would stand for ``lines1.csv``."""
    return literal(_pattern.sub(r"[\g<0>]", str(path)))
