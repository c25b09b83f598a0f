"""What a plugin can add to wicheck. Built-ins come through the same hooks.

A plugin is a package with an entry point in the group ``wicheck``. Each hook returns a list; wicheck
puts the lists of all plugins together. Names that two plugins give differently stop the run.
"""

from __future__ import annotations

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


@hookspec
def wicheck_policy_dirs() -> Iterable[Path]:
    """Folders that hold packs, one folder a pack."""
    raise NotImplementedError


@hookspec
def wicheck_check_kinds() -> Iterable[str | CheckKind]:
    """Check kinds: modules that export ``KIND`` by dotted name (loaded when a rule needs them), or the kinds."""
    raise NotImplementedError


@hookspec
def wicheck_facts() -> Iterable[str | Fact]:
    """Facts: modules that export ``FACT`` by dotted name (loaded when a rule needs them), or the facts."""
    raise NotImplementedError


@hookspec
def wicheck_report_writers() -> Iterable[str]:
    """Report formats: modules that export ``WRITER`` by dotted name; the last part of it is the format's name."""
    raise NotImplementedError


@hookspec
def wicheck_column_mappings() -> Iterable[Path]:
    """Mapping documents (mapping/v1) by which headers of tables are recognised; each has an id of its own."""
    raise NotImplementedError


@hookspec(firstresult=True)
def wicheck_open_engine(name: str, limits: Limits) -> Engine | None:
    """An engine for billing queries: the one called ``name``, ready to take batches, or None for others to answer."""
    raise NotImplementedError
