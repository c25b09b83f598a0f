"""Plugins: found by entry point, put together with the built-ins, asked by name.

Nothing is imported before a rule or a report needs it: hooks give dotted names, and a ``Workshop``
loads a kind or a fact when it is first asked for. It belongs to one run; there is no global manager.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pluggy

from wicheck import builtin, hookspecs
from wicheck.errors import PluginError, UsageError
from wicheck.installed import faulty, installed
from wicheck.model import CheckKind, Fact, Text
from wicheck.model.tuples import NamedTuple

if TYPE_CHECKING:
    from wicheck.engines.interface import Engine, Limits


class PluginInfo(NamedTuple):
    """An installed plugin: its name and the version of the package it comes in."""

    name: str
    version: str


class Offer(NamedTuple):
    """What a plugin offers: the thing itself, or the dotted name of the module that exports it."""

    plugin: str
    thing: Any


class Sort(NamedTuple):
    """A sort of things that plugins offer. ``attribute`` is what a module exports, ``type`` tells what it must be."""

    name: Text
    hook: str
    attribute: str
    type: Callable[[], type[Any]]


def report_writer() -> type[Any]:
    """Imported when a plugin's format is: few runs need one."""
    from wicheck.reports.interface import ReportWriter

    return ReportWriter


KINDS = Sort(Text("检查方式", "check kind"), "wicheck_check_kinds", "KIND", lambda: CheckKind)
FACTS = Sort(Text("推算量", "fact"), "wicheck_facts", "FACT", lambda: Fact)
WRITERS = Sort(Text("报告格式", "report format"), "wicheck_report_writers", "WRITER", report_writer)
POLICY_DIRS = "wicheck_policy_dirs"
MAPPINGS = "wicheck_column_mappings"


class Offers:
    """Things of one sort by name; a module is loaded when its thing is first asked for."""

    def __init__(self, sort: Sort) -> None:
        self.sort = sort
        self.places: dict[str, Offer] = {}
        self.loaded: dict[str, Any] = {}

    def add(self, offer: Offer) -> None:
        """Raises PluginError where the thing is none of its sort, or another one bears the same name."""
        thing = offer.thing
        if not isinstance(thing, (str, self.sort.type())):
            raise faulty(offer.plugin, TypeError(f"{self.sort.hook} gives {thing!r}"))
        name = thing.rpartition(".")[2] if isinstance(thing, str) else thing.name
        first = self.places.setdefault(name, offer)
        if first.thing != thing:
            raise clash(self.sort, name, first.plugin, offer.plugin)

    def get(self, name: str) -> Any | None:
        """The thing called ``name``, None where nobody offers one. Raises PluginError if it does not load."""
        if name not in self.loaded and name in self.places:
            self.loaded[name] = self._load(name)
        return self.loaded.get(name)

    def _load(self, name: str) -> Any:
        plugin, thing = self.places[name]
        if not isinstance(thing, str):
            return thing
        try:
            found = getattr(import_module(thing), self.sort.attribute)
        except (Exception, SystemExit) as broken:
            raise faulty(f"{plugin} ({thing})", broken) from broken
        if not isinstance(found, self.sort.type()) or found.name != name:
            raise faulty(f"{plugin} ({thing})", TypeError(f"{self.sort.attribute} is {found!r}"))
        return found


class Workshop:
    """All check kinds, facts, pack folders and report formats of a run, built-in and added."""

    def __init__(self, manager: pluggy.PluginManager, infos: Sequence[PluginInfo] = ()) -> None:
        self._infos = tuple(infos)
        self.kinds = offers(KINDS, manager)
        self.facts = offers(FACTS, manager)
        self.writers = offers(WRITERS, manager)
        self._manager = manager
        self.policy_dirs = [folder(offer) for offer in answers(manager, POLICY_DIRS)]

    def kind(self, name: str) -> CheckKind | None:
        return self.kinds.get(name)

    def fact(self, name: str) -> Fact | None:
        return self.facts.get(name)

    def engine(self, name: str, limits: Limits) -> Engine:
        """The engine called ``name``. Raises UsageError where nobody offers one, PluginError where it does not open."""
        try:
            opened: Engine | None = self._manager.hook.wicheck_open_engine(name=name, limits=limits)
        except (ImportError, OSError) as broken:
            raise faulty(name, broken) from broken
        if opened is None:
            raise UsageError(
                Text(f"没有名为“{name}”的费用查询引擎", f"there is no engine “{name}”"),
                hint=Text("自带的引擎是 duckdb 和 spark", "the built-in engines are duckdb and spark"),
            )
        return opened

    @cached_property
    def column_mappings(self) -> list[Path]:
        """The mapping documents to recognise a table's header by. Raises PluginError where one is no file."""
        return [mapping(offer) for offer in answers(self._manager, MAPPINGS)]

    def plugins(self) -> list[PluginInfo]:
        """Every plugin that came by an entry point, by name."""
        return list(self._infos)


def workshop(extra: Sequence[object] = ()) -> Workshop:
    """A workshop with the built-ins, all installed plugins and ``extra`` ones.

    Raises PluginError, naming the plugin, where an installed one does not load or breaks a hook's contract.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs.Hooks)
    manager.register(builtin, "wicheck")
    infos = []
    for found in installed(hookspecs.PROJECT):
        register(manager, found.plugin, found.name)
        infos.append(PluginInfo(found.name, found.version))
    for plugin in extra:
        register(manager, plugin, manager.get_canonical_name(plugin))
    return Workshop(manager, infos)


def register(manager: pluggy.PluginManager, plugin: object, name: str) -> None:
    """Raises PluginError where the name is taken, or a hook is none of ours."""
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except (ValueError, pluggy.PluginValidationError) as broken:
        raise faulty(name, broken) from broken


def offers(sort: Sort, manager: pluggy.PluginManager) -> Offers:
    gathered = Offers(sort)
    for offer in answers(manager, sort.hook):
        gathered.add(offer)
    return gathered


def answers(manager: pluggy.PluginManager, hook: str) -> Iterator[Offer]:
    """What each plugin by itself answers to ``hook``, the built-ins first: a fault must have a name."""
    for name, plugin in manager.list_name_plugin():
        others = [other for other in manager.get_plugins() if other is not plugin]
        try:
            given = manager.subset_hook_caller(hook, others)()
            things = [thing for answer in given for thing in listed(answer)]
        except Exception as broken:
            raise faulty(name, broken) from broken
        yield from (Offer(name, thing) for thing in things)


def listed(answer: Any) -> Sequence[Any]:
    if isinstance(answer, (str, bytes)):
        raise TypeError(f"{answer!r} is no list")
    return list(answer)


def folder(offer: Offer) -> Path:
    if not isinstance(offer.thing, Path) or not offer.thing.is_dir():
        raise faulty(offer.plugin, NotADirectoryError(f"{POLICY_DIRS} gives {offer.thing!r}"))
    return offer.thing


def mapping(offer: Offer) -> Path:
    if not isinstance(offer.thing, Path) or not offer.thing.is_file():
        raise faulty(offer.plugin, FileNotFoundError(f"{MAPPINGS} gives {offer.thing!r}"))
    return offer.thing


def clash(sort: Sort, name: str, first: str, second: str) -> PluginError:
    who = Text(f"{first} 和 {second} 都", f"{first} and {second} both")
    if first == second:
        who = Text(f"{first} 两次", f"{first} twice")
    return PluginError(
        Text(
            f"插件 {who.zh}提供了名为“{name}”的{sort.name.zh}",
            f"plugin {who.en} offer a {sort.name.en} named “{name}”",
        ),
        hint=Text("卸载其中一个插件，或请作者改名", "uninstall one of them, or have it renamed"),
    )
