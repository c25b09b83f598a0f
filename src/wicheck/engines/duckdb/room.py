"""Where rows wait to be mended: in memory while there is room, else in files."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple


class Room:
    """Memory that large sources may take; the others go to files, of which queries need a tenth in memory."""

    def __init__(self, size: int) -> None:
        self._left = size

    def takes(self, size: int) -> bool:
        """Whether there is room for ``size`` bytes more, which are then taken."""
        if size > self._left:
            return False
        self._left -= size
        return True


class Place(NamedTuple):
    """Where rows can wait: files in ``workspace``, or what ``room`` there is in memory."""

    workspace: Path
    room: Room


class Keep(Enum):
    """How the rows of a source wait."""

    SHARED = auto()
    TABLE = auto()
    FILE = auto()
