"""What a plugin can add to wicheck. Built-ins come through the same hooks.

A plugin is a package with an entry point in the group ``wicheck``. Each hook returns a list; wicheck
puts the lists of all plugins together. Names that two plugins give differently stop the run.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from wicheck.engines.interface import Engine, Limits
    from wicheck.model import CheckKind, Fact

PROJECT = "wicheck"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Hooks(ABC):
    """The hooks, as pluggy reads them: what each is given and what it returns. Nobody makes one."""

    @hookspec
    @abstractmethod
    def wicheck_policy_dirs(self) -> Iterable[Path]:
        """Folders that hold packs, one folder a pack."""

    @hookspec
    @abstractmethod
    def wicheck_check_kinds(self) -> Iterable[str | CheckKind]:
        """Check kinds: modules that export ``KIND`` by dotted name (loaded when a rule needs them), or the kinds."""

    @hookspec
    @abstractmethod
    def wicheck_facts(self) -> Iterable[str | Fact]:
        """Facts: modules that export ``FACT`` by dotted name (loaded when a rule needs them), or the facts."""

    @hookspec
    @abstractmethod
    def wicheck_report_writers(self) -> Iterable[str]:
        """Report formats: modules that export ``WRITER`` by dotted name; the last part of it is the format's name."""

    @hookspec
    @abstractmethod
    def wicheck_column_mappings(self) -> Iterable[Path]:
        """Mapping documents (mapping/v1) by which headers of tables are recognised; each has an id of its own."""

    @hookspec(firstresult=True)
    @abstractmethod
    def wicheck_open_engine(self, name: str, limits: Limits) -> Engine | None:
        """An engine for billing queries: the one called ``name``, ready for batches, or None for others to answer."""
