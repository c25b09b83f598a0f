"""Every test here that asks for ``parser`` runs once with libyaml and once in pure Python."""

from __future__ import annotations

import pytest

from wicheck.yamlio import reader
from wicheck.yamlio.parsers import NextEvent, events_of, pure_events_of


@pytest.fixture(params=[events_of, pure_events_of], ids=["libyaml", "pure"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> NextEvent:
    monkeypatch.setattr(reader, "events_of", request.param)
    chosen: NextEvent = request.param
    return chosen
