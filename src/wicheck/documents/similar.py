"""Which of the known words was meant by one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, if any is.

    One character written for another is the usual slip, and counts before one left out or added: 付主任医师 is meant
    for 副主任医师, not for 主任医师.
    """
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=5, cutoff=0.6)
    return next((each for each in close if _one_other_character(word, each)), close[0] if close else None)


def _one_other_character(word: str, other: str) -> bool:
    return len(word) == len(other) and sum(a != b for a, b in zip(word, other, strict=True)) == 1
