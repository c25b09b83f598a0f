"""How wide the screen is, as shutil reckons it."""

from __future__ import annotations

import os
from shutil import get_terminal_size

import pytest

from wicheck.cli.output import MOST_COLUMNS, screen


@pytest.mark.parametrize("given", ["60", "1000", "0", "", "x", "-5"])
@pytest.mark.parametrize("terminal", [40, 100, 0, None])
def test_what_is_said_goes_before_what_there_is(
    monkeypatch: pytest.MonkeyPatch, given: str, terminal: int | None
) -> None:
    def size(_of: int = 1) -> os.terminal_size:
        if terminal is None:
            raise OSError("no terminal")
        return os.terminal_size((terminal, 24))

    monkeypatch.setenv("COLUMNS", given)
    monkeypatch.setattr(os, "get_terminal_size", size)

    assert screen() == min(get_terminal_size().columns, MOST_COLUMNS)
