"""The packs a run can draw on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from wicheck.documents.schemas import Schemas
from wicheck.model import Pack
from wicheck.packs.load import PackFolder, find, load
from wicheck.packs.select import named
from wicheck.packs.validate import Validator
from wicheck.plugins import Workshop


class Library:
    """Headers are read once, whole packs loaded when they are needed."""

    def __init__(self, schemas: Schemas, workshop: Workshop, policies: Sequence[Path] = ()) -> None:
        self.schemas = schemas
        self.workshop = workshop
        self.roots = (*workshop.policy_dirs, *policies)
        self._validator = Validator(schemas, workshop)
        self._loaded: dict[str, Pack] = {}

    @cached_property
    def folders(self) -> list[PackFolder]:
        return [folder for root in self.roots for folder in find(root, self._validator)]

    def pack(self, folder: PackFolder) -> Pack:
        """Raises PackError with file and line on the pack's first fault."""
        if folder.id not in self._loaded:
            self._loaded[folder.id] = load(folder, self._validator)
        return self._loaded[folder.id]

    def packs(self, names: Sequence[str] = ()) -> list[Pack]:
        """The packs called ``names``, or all."""
        return [self.pack(folder) for folder in (named(names, self.folders) if names else self.folders)]
