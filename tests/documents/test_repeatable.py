"""What a message repeats of a wrong value, and what may be somebody."""

from __future__ import annotations

import pytest

from wicheck.documents.repeatable import tells_of_nobody

RANKS = ("主任医师", "副主任医师", "主治医师", "医师")


@pytest.mark.parametrize(
    "text", ["主任医生", "副主任", "主治医生", "三级甲等", "2026年13月", "50m2", "约 50 张", "可能"]
)
def test_figures_and_what_is_close_to_a_word_are_repeated(text: str) -> None:
    assert tells_of_nobody(text, RANKS)


@pytest.mark.parametrize(
    "text",
    [
        "张三",
        "王医师",
        "李明医师",
        "李明主任医师",
        "张三（主任医师）",
        "999999199001011234",
        "99999919900101123X",
        "13900000000",
    ],
)
def test_a_name_alone_or_beside_a_word_and_long_numbers_are_not(text: str) -> None:
    assert not tells_of_nobody(text, RANKS)
