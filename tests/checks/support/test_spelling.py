"""Two spellings of one text."""

from __future__ import annotations

from typing import Any

import pytest

from wicheck.checks.support.spelling import spelled


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("示例医院（东院）", "示例 医院(东院)", True),
        ("甲路１号", "甲路1号", True),
        ("示例医院", "示例医院东院", False),
        (1, 1, True),
        (1, "1", False),
        (False, "", False),
    ],
)
def test_blanks_and_widths_make_no_difference(one: Any, other: Any, alike: bool) -> None:
    assert (spelled(one) == spelled(other)) is alike
