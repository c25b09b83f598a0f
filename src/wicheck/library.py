"""The packs a run can draw on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from wicheck.cache import Cache
from wicheck.documents.schemas import Schemas
from wicheck.model import BoundRule, Clause, Pack, Rule
from wicheck.packs.bind import bound
from wicheck.packs.load import NO_CACHE, PackFolder, find, load
from wicheck.packs.select import named
from wicheck.packs.validate import Validator
from wicheck.plugins import Workshop


class Library:
    """Headers are read once, whole packs loaded when they are needed.

    With a ``cache`` a built-in pack that an earlier run verified, byte for byte, is not verified as a whole again.
    Packs in the folders ``policies`` always are: somebody is writing them.
    """

    def __init__(
        self, schemas: Schemas, workshop: Workshop, policies: Sequence[Path] = (), cache: Cache = NO_CACHE
    ) -> None:
        self.schemas = schemas
        self.workshop = workshop
        self.roots = (*workshop.policy_dirs, *policies)
        self._validator = Validator(schemas, workshop)
        self._caches = dict.fromkeys(workshop.policy_dirs, cache)
        self._loaded: dict[str, Pack] = {}
        self._keeping: dict[str, Callable[[], None] | None] = {}
        self._kept: set[str] = set()

    @cached_property
    def folders(self) -> list[PackFolder]:
        return [folder for root in self.roots for folder in find(root, self._validator, self._cache(root))]

    def pack(self, folder: PackFolder) -> Pack:
        """Raises PackError with file and line on the pack's first fault."""
        if folder.id not in self._loaded:
            found = load(folder, self._validator, self._cache(folder.folder.parent))
            self._loaded[folder.id], self._keeping[folder.id] = found
            if found.keep is None:
                self._kept.add(folder.id)
        return self._loaded[folder.id]

    def packs(self, names: Sequence[str] = ()) -> list[Pack]:
        """The packs called ``names``, or all."""
        return [self.pack(folder) for folder in (named(names, self.folders) if names else self.folders)]

    def is_verified(self, pack: Pack) -> bool:
        """Whether every rule of ``pack`` was bound before, as it stands: in this run or in an earlier one."""
        return self._keeping[pack.id] is None

    def note_verified(self, pack: Pack) -> None:
        keep = self._keeping[pack.id]
        self._keeping[pack.id] = None
        if keep:
            keep()

    def bound(self, pack: Pack, rule: Rule, clause: Clause, on: date) -> BoundRule:
        """``rule`` as in force ``on`` that day. What it rests on is looked at now, whatever an earlier run has seen."""
        if pack.id in self._kept:
            self._validator.arguments(rule)
        return bound(rule, clause, on, self.schemas, self.workshop)

    def _cache(self, root: Path) -> Cache:
        return self._caches.get(root, NO_CACHE)
