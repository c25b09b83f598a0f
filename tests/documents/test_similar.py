"""Which known word was meant: a slip of one character comes before one left out or added."""

from __future__ import annotations

import pytest

from wicheck.documents.similar import closest

RANKS = ["主任医师", "副主任医师", "主治医师", "住院医师"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("付主任医师", "副主任医师"),
        ("主冶医师", "主治医师"),
        ("主任医生", "主任医师"),
        ("主任医师师", "主任医师"),
        ("厨师", None),
        ("", None),
    ],
)
def test_the_word_that_differs_by_one_character_is_meant(written: str, meant: str | None) -> None:
    assert closest(written, RANKS) == meant


def test_the_order_of_the_known_words_does_not_matter() -> None:
    assert closest("付主任医师", RANKS[::-1]) == closest("付主任医师", RANKS)
