"""The figures of an agency's settings that no query asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from wicheck.documents.similar import closest
from wicheck.model import Location, Notice, Text


def unasked(thresholds: Iterable[tuple[str, Location]], wanted: AbstractSet[str]) -> Iterator[Notice]:
    """An agency's thresholds, by name with their places, that no query of this run wants; ``wanted`` are those."""
    for name, location in thresholds:
        if name not in wanted:
            meant = closest(name, sorted(wanted))
            ask = Text(f"；是不是 {meant}？", f"; did you mean {meant}?") if meant else Text("", "")
            said = Text(
                f"阈值 {name}：本次没有规则用它{ask.zh}", f"threshold {name}: no rule of this run wants it{ask.en}"
            )
            yield Notice("statement_unknown", said, location)
