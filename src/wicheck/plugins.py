"""Plugins: found by entry point, put together with the built-ins, asked by name.

Nothing is imported before a rule or a report needs it: hooks give dotted names, and a ``Workshop``
loads a kind or a fact when it is first asked for. It belongs to one run; there is no global manager.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import pluggy

from wicheck import builtin, hookspecs
from wicheck.errors import PluginError
from wicheck.model import CheckKind, Fact, Text


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """A registered plugin: its name and the version of the package it comes in."""

    name: str
    version: str


@dataclass(frozen=True)
class Offers:
    """Things of one sort by name; a dotted name is loaded when it is first asked for."""

    sort: str
    attribute: str
    places: dict[str, Any]
    loaded: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str) -> Any | None:
        """The thing called ``name``, None where nobody offers one. Raises PluginError if it does not load."""
        if name not in self.loaded and name in self.places:
            self.loaded[name] = self._load(name)
        return self.loaded.get(name)

    def _load(self, name: str) -> Any:
        place = self.places[name]
        if not isinstance(place, str):
            return place
        try:
            return getattr(import_module(place), self.attribute)
        except Exception as broken:
            raise faulty(place, broken) from broken


class Workshop:
    """All check kinds, facts, pack folders and report formats of a run, built-in and added."""

    def __init__(self, manager: pluggy.PluginManager) -> None:
        hook = manager.hook
        self.manager = manager
        self.kinds = offers("check kind", "KIND", joined(hook.wicheck_check_kinds()))
        self.facts = offers("fact", "FACT", joined(hook.wicheck_facts()))
        self.writers = offers("report format", "WRITER", joined(hook.wicheck_report_writers()))
        self.policy_dirs: list[Path] = joined(hook.wicheck_policy_dirs())

    def kind(self, name: str) -> CheckKind | None:
        return self.kinds.get(name)

    def fact(self, name: str) -> Fact | None:
        return self.facts.get(name)

    def plugins(self) -> list[PluginInfo]:
        """Every plugin that came by an entry point, by name."""
        found = self.manager.list_plugin_distinfo()
        named = {(self.manager.get_name(plugin) or "?"): str(dist.version) for plugin, dist in found}
        return [PluginInfo(name, version) for name, version in sorted(named.items())]


def workshop(extra: Sequence[object] = ()) -> Workshop:
    """A workshop with the built-ins, all installed plugins and ``extra`` ones.

    Raises PluginError where an installed plugin does not load or breaks a hook's contract.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(builtin, "wicheck")
    try:
        manager.load_setuptools_entrypoints(hookspecs.PROJECT)
        for plugin in extra:
            manager.register(plugin)
        manager.check_pending()
        return Workshop(manager)
    except PluginError:
        raise
    except Exception as broken:
        raise faulty(getattr(broken, "name", None) or "?", broken) from broken


def joined(answers: Iterable[Iterable[Any]]) -> list[Any]:
    """The hooks' answers as one list, the built-ins' first."""
    return [thing for answer in reversed(list(answers)) for thing in answer]


def offers(sort: str, attribute: str, things: Iterable[Any]) -> Offers:
    """``things`` by name. Raises PluginError where two different ones bear the same name."""
    places: dict[str, Any] = {}
    for thing in things:
        name = thing.rpartition(".")[2] if isinstance(thing, str) else thing.name
        if places.setdefault(name, thing) != thing:
            raise PluginError(
                Text(f"两个插件都提供了名为“{name}”的 {sort}", f"two plugins offer a {sort} named “{name}”"),
                hint=Text("卸载其中一个插件，或请作者改名", "uninstall one of them, or have it renamed"),
            )
    return Offers(sort, attribute, places)


def faulty(name: str, broken: Exception) -> PluginError:
    what = f"{type(broken).__name__}: {broken}"
    return PluginError(
        Text(f"插件 {name} 无法使用：{what}", f"plugin {name} cannot be used: {what}"),
        hint=Text("修复或卸载该插件后重试", "mend or uninstall the plugin and try again"),
    )
