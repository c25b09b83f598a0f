"""Printing what a verb has to say."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from wicheck.reports.output import to_standard_output
from wicheck.reports.plain import plain

JSON = "json"
TERMINAL = "terminal"
MOST_COLUMNS = 120
_COLUMNS = 80


def put(lines: Iterable[str]) -> None:
    """Lines on standard output; a reader who goes away (``| head``) is no fault."""
    to_standard_output(f"{line}\n" for line in lines)


def put_json(data: Any) -> None:
    """Pretty JSON; Decimals are numbers, both languages are kept."""
    import json

    put([json.dumps(plain(data), ensure_ascii=False, indent=2)])


def screen() -> int:
    """How many columns to write in: what ``COLUMNS`` says, else what the terminal has.

    As ``shutil`` reckons, which brings all archive formats along.
    """
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return min(int(given), MOST_COLUMNS)
    try:
        return min(os.get_terminal_size().columns or _COLUMNS, MOST_COLUMNS)
    except OSError:  # standard output is no terminal
        return _COLUMNS
