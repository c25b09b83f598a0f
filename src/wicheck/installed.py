"""Installed plugins: packages with an entry point in our group.

Nearly always there are none, and to be told so by ``importlib.metadata`` costs more than reading a dossier. So the
folders that it would search are searched for our group's name first, and it is imported where that is found.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from importlib.machinery import PathFinder
from typing import Any

from wicheck.errors import PluginError
from wicheck.model import Text
from wicheck.model.tuples import NamedTuple


class Installed(NamedTuple):
    """A plugin as it was loaded: its name, what it is, and the version of the package it comes in."""

    name: str
    plugin: Any
    version: str


def installed(group: str) -> Iterator[Installed]:
    """Every plugin of ``group``, by name. Raises PluginError, naming it, where one does not load."""
    if not any_offered(group, sys.path):
        return
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=group), key=lambda entry: entry.name):
        try:
            plugin = entry.load()
        except (Exception, SystemExit) as broken:
            raise faulty(entry.name, broken) from broken
        yield Installed(entry.name, plugin, entry.dist.version if entry.dist else "?")


def any_offered(group: str, path: Iterable[str]) -> bool:
    """Whether a package on ``path`` may have an entry point in ``group``: also where we do not know how to look."""
    finders = [finder for finder in sys.meta_path if hasattr(finder, "find_distributions")]
    if finders != [PathFinder]:
        return True
    header = f"[{group}]".encode()
    try:
        return any(header in points for folder in path for points in entry_points_in(folder or os.curdir))
    except OSError:  # an archive, for example
        return True


def entry_points_in(folder: str) -> Iterator[bytes]:
    """The entry points of each package in ``folder``, which need not exist. Raises OSError where it is no folder."""
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.name.endswith((".dist-info", ".egg-info")):
                yield content(f"{entry.path}/entry_points.txt")


def content(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123  there may be hundreds, and a Path costs as much
            return stream.read()
    except OSError:
        return b""


def faulty(name: str, broken: BaseException) -> PluginError:
    what = f"{type(broken).__name__}: {broken}"
    return PluginError(
        Text(f"插件 {name} 无法使用：{what}", f"plugin {name} cannot be used: {what}"),
        hint=Text("修复或卸载该插件后重试", "mend or uninstall the plugin and try again"),
    )
