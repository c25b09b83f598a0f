"""The packs that a verb draws on."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wicheck.library import Library


def library(policies: Sequence[Path] = (), cached: bool = False) -> Library:
    """All packs: our own, those of plugins, and those in the folders ``policies``.

    With ``cached`` our own are verified once: for the verb that is called daily, and not for those that verify packs.
    """
    from wicheck.cache import Cache, users_cache
    from wicheck.documents.schemas import Schemas
    from wicheck.library import Library
    from wicheck.plugins import workshop

    cache = users_cache(os.environ) if cached else Cache()
    return Library(Schemas(cache=cache), workshop(), policies, cache)
