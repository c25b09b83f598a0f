"""Canonical data is written back as a clerk would write it, and reads as the same data again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wicheck.documents.canonical import CanonicalPass
from wicheck.documents.schemas import Schemas
from wicheck.explaining.written import pruned, yaml_lines
from wicheck.model import Language
from wicheck.yamlio import read_text

SCHEMAS = Schemas()
DATA: dict[str, Any] = {
    "wicheck": "institution/v1",
    "id": "sample",
    "name": "示例医院：总院",
    "division_code": "330702",
    "type": "general_hospital",
    "service_kinds": ["medical", "rehabilitation"],
    "practice_licence": {"valid_until": "2030-01-31"},
    "rehabilitation": {
        "ward": {"dedicated": True, "beds_count": 50, "net_area_m2": Decimal("300.5")},
        "equipment": [{"name": "起立床", "model": "1"}, {"name": "减重系统"}],
    },
    "legal_representative": {"name": "null"},
}


def written(data: dict[str, Any], language: Language) -> str:
    return "\n".join(yaml_lines(data, SCHEMAS.shape("institution"), language))


@pytest.mark.parametrize("language", Language)
def test_what_is_written_reads_as_the_same_data(language: Language) -> None:
    (node,) = read_text(written(DATA, language), "x.yaml").nodes
    read = CanonicalPass(SCHEMAS.shape("institution")).read(node, "x.yaml")
    assert not read.errors
    assert read.data == DATA


def test_chinese_keys_labels_and_words() -> None:
    lines = written(DATA, Language.ZH).splitlines()
    assert '名称: "示例医院：总院"' in lines
    assert '行政区划代码: "330702"' in lines
    assert "机构类别: 综合医院" in lines
    assert "    专门设置: 是" in lines
    assert '    型号: "1"' in lines


def test_what_there_is_none_of_is_written_so() -> None:
    assert written({"rehabilitation": {"equipment": []}}, Language.ZH) == "康复:\n  设备: 无"
    assert written({"rehabilitation": {"ward": {"dedicated": False}}}, Language.ZH).endswith("专门设置: 否")


def test_only_what_was_asked_for_is_kept() -> None:
    paths = [("rehabilitation", "ward", "beds_count"), ("rehabilitation", "equipment", "model"), ("nothing", "here")]
    assert pruned(DATA, paths) == {
        "rehabilitation": {"ward": {"beds_count": 50}, "equipment": DATA["rehabilitation"]["equipment"]}
    }
