"""How reports are written to a screen."""

from __future__ import annotations

import pytest

from wicheck.cli.writing import colourful


@pytest.mark.parametrize(
    ("environment", "painted"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    environment: dict[str, str], painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not colourful(environment)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert colourful(environment) is painted
