"""Every test here that asks for ``parser`` runs in all ways there are to read: by lines where they suffice, else by
libyaml; always by libyaml; always in pure Python.
"""

from __future__ import annotations

import pytest

from wicheck.yamlio import lines, reader
from wicheck.yamlio.nodes import Node
from wicheck.yamlio.parsers import NextEvent, events_of, pure_events_of


def never(_text: str, _max_depth: int) -> Node | None:
    """No text is ordinary."""
    return None


@pytest.fixture(
    params=[(lines.ordinary, events_of), (never, events_of), (never, pure_events_of)], ids=["lines", "libyaml", "pure"]
)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> NextEvent:
    ordinary, chosen = request.param
    monkeypatch.setattr(reader, "ordinary", ordinary)
    monkeypatch.setattr(reader, "events_of", chosen)
    events: NextEvent = chosen
    return events
