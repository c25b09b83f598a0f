"""Two parsers that give the same events: libyaml where it is installed, pure Python where it is not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

NextEvent: TypeAlias = Callable[[], Any]
"""Gives the next parser event (a class of ``ruamel.yaml.events``); raises a YAMLError where the text is not YAML."""


def events_of(text: str) -> NextEvent:
    """The events of ``text``, by the fastest parser there is."""
    try:
        from _ruamel_yaml import CParser  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return pure_events_of(text)
    next_event: NextEvent = CParser(text).get_event
    return next_event


def pure_events_of(text: str) -> NextEvent:
    """The same events without compiled code.

    YAML 1.1 is what libyaml reads; with another version the two would differ in colons and question marks.
    """
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 1)
    return partial(next, yaml.parse(text))
