"""The engine of a run starts before anybody knows whether it is asked, and is closed whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from wicheck.billing import opening
from wicheck.billing.opening import Means, Starting, billing
from wicheck.documents.schemas import Schemas
from wicheck.errors import PluginError, UsageError, WicheckError
from wicheck.model import Text


class Engine:
    """One that is only closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


def library(engine: Callable[..., Any]) -> Any:
    return SimpleNamespace(schemas=Schemas(), workshop=SimpleNamespace(engine=engine, column_mappings=()))


def test_an_engine_that_was_started_in_vain_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(schemas: Schemas) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "personal_columns", breaks)
    engine = Engine()
    with pytest.raises(KeyboardInterrupt), billing(library(lambda *_: engine), Means(), (), {}):
        pass
    assert engine.closed


def test_an_engine_is_closed_though_the_files_of_the_batches_cannot_be_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(gathering: object) -> None:
        raise OSError

    monkeypatch.setattr(opening.Gathering, "close", breaks)
    engine = Engine()
    with pytest.raises(OSError), billing(library(lambda *_: engine), Means(), (), {}):  # noqa: PT011
        pass
    assert engine.closed


@pytest.mark.parametrize(
    "error", [UsageError(Text("没有", "none")), PluginError(Text("坏", "broken")), OSError("full")]
)
def test_what_hinders_an_engine_is_told_only_to_who_asks(error: WicheckError | OSError) -> None:
    def opened() -> Any:
        raise error

    starting = Starting(opened)
    starting.start()
    with pytest.raises(type(error)):
        starting.engine()
