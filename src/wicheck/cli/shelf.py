"""The packs that a verb draws on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wicheck.library import Library


def library(policies: Sequence[Path] = ()) -> Library:
    """All packs: our own, those of plugins, and those in the folders ``policies``."""
    from wicheck.documents.schemas import Schemas
    from wicheck.library import Library
    from wicheck.plugins import workshop

    return Library(Schemas(), workshop(), policies)
