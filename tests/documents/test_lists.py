"""Lists of admitted institutions lie beside each other, an agreement among them as a list of one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wicheck.documents.load import Loaded, load
from wicheck.documents.schemas import Schemas

Load = Callable[..., Loaded]


@pytest.fixture
def load_files(tmp_path: Path) -> Load:
    """Loads a folder of files by the schemas of our own, given as name and text; the kind is short for the header."""

    def read(**texts: str) -> Loaded:
        for name, text in texts.items():
            kind, _, rest = text.partition(" ")
            (tmp_path / f"{name}.yaml").write_text(f"wicheck: {kind}/v1\n{rest}\n", encoding="utf-8")
        return load([tmp_path], Schemas())

    return read


LISTED = "协议机构: [{信用代码: 12640100999999900X, 签约经办机构: {行政区划代码: '640100'}}]"


def test_beside_a_registry_lie_the_others_and_the_agreements_as_lists_of_one(load_files: Load) -> None:
    loaded = load_files(
        a=f"registry id: 银川\n{LISTED}",
        b="registry id: 吴忠\n协议机构: 无",
        c="institution id: 甲\n信用代码: 12640100999999900X\n机构名称: 甲医院",
        d="agreement id: 协议\n机构: 甲\n经办机构: {行政区划代码: '640300'}\n截止日期: 2026-12-31\n"
        "协议内容: {涵盖转入职工: 否}\n解除: {解除日期: 2026-03-01}",
    )
    assert loaded.errors == ()
    first, second, institution = loaded.dossiers
    assert [[each.id for each in one.beside] for one in (first, second)] == [["吴忠", "协议"], ["银川", "协议"]]
    assert institution.beside == ()
    (entry,) = first.beside[1].data["entries"]
    told = [entry[key] for key in ("uscc", "name", "agency", "ends_on", "covers_incoming_workers")]
    assert told == ["12640100999999900X", "甲医院", {"division_code": "640300"}, "2026-03-01", False]


def test_an_institution_without_an_agreement_tells_where_it_lies(load_files: Load) -> None:
    loaded = load_files(
        a=f"registry id: 银川\n{LISTED}", b="institution id: 甲\n信用代码: 12640100999999900X\n区划代码: '640104'"
    )
    (entry,) = loaded.dossiers[0].beside[0].data["entries"]
    assert (entry["uscc"], entry["division_code"]) == ("12640100999999900X", "640104")


def test_without_a_registry_nothing_lies_beside(load_files: Load) -> None:
    loaded = load_files(a="institution id: 甲", b="agreement id: 协议\n机构: 甲")
    assert [each.beside for each in loaded.dossiers] == [()]
