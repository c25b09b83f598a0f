"""Printing what a verb has to say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from wicheck.reports.output import to_standard_output
from wicheck.reports.plain import plain

JSON = "json"
TERMINAL = "terminal"
MOST_COLUMNS = 120


def put(lines: Iterable[str]) -> None:
    """Lines on standard output; a reader who goes away (``| head``) is no fault."""
    to_standard_output(f"{line}\n" for line in lines)


def put_json(data: Any) -> None:
    """Pretty JSON; Decimals are numbers, both languages are kept."""
    put([json.dumps(plain(data), ensure_ascii=False, indent=2)])


def screen() -> int:
    """How many columns to write in."""
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, MOST_COLUMNS)
