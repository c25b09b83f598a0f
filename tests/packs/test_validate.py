"""What is wrong with a pack is told in Chinese: jsonschema speaks English only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, loaded
from wicheck.errors import PackError


@pytest.mark.parametrize(
    ("old", "new", "line", "zh"),
    [
        ("status: in_force", "status: 现行", 6, "status 不合格式：“现行”不在可写的词里：draft、trial、in_force"),
        ("topic: rehab_beds", "topic: 康复床", 21, "“康复床”的写法不对，须合 ^[a-z]"),
        ("kind: rule", "knd: rule", 10, "没有 knd 这样的键"),
        ("  summary: {zh: 床位 50 张以上, en: 50 beds or more}\n", "", 10, "缺少 summary"),
        (
            "minimum: 50",
            "minimum: 五十",
            17,
            "minimum 不合格式：“五十”不是这里可以写的；可以写数字，或者若干项“键: 值”",
        ),
        ("minimum: 50", "minimum: {2026-1-1: 50}", 17, "没有 2026-1-1 这样的键"),
        ("service_kinds: [rehabilitation]", "service_kinds: medical", 14, "“medical”的类型不对，应为列表"),
    ],
)
def test_a_fault_is_told_in_chinese_with_its_line(tmp_path: Path, old: str, new: str, line: int, zh: str) -> None:
    text = header() + CLAUSES
    assert old in text
    with pytest.raises(PackError) as raised:
        loaded(tmp_path, text.replace(old, new))
    assert zh in raised.value.message.zh
    assert raised.value.location is not None
    assert raised.value.location.line == line


def test_a_wrong_argument_leads_to_the_page_of_its_check_kind(tmp_path: Path) -> None:
    with pytest.raises(PackError) as raised:
        loaded(tmp_path, (header() + CLAUSES).replace("minimum: 50", "minimum: 五十"))
    assert raised.value.hint is not None
    assert raised.value.hint.zh.endswith("wicheck explain at_least")
