"""Two applications of one institution are held against each other where they tell of its past."""

from __future__ import annotations

from pathlib import Path

import pytest

from wicheck.documents.load import load
from wicheck.documents.schemas import Schemas

APPLICATION = """wicheck: application/v1
编号: {name}
机构: 甲
申请日期: {applied}
以往情况: {{{history}}}
"""
CONFESSED = "弄虚作假报送材料: [{经办机构确认日期: 2025-06-01}], 协议解除记录: 无"
DENIED = "弄虚作假报送材料: 无, 协议解除记录: 无"
DISSOLVED = "弄虚作假报送材料: 无, 协议解除记录: [{因违规解除: 是, 解除日期: 2025-06-01}]"


def silent(folder: Path, *applications: tuple[str, str]) -> list[str]:
    """Where the applications (their day, and what they tell) are silent about what another tells."""
    (folder / "机构.yaml").write_text("wicheck: institution/v1\n编号: 甲\n", encoding="utf-8")
    for number, (applied, history) in enumerate(applications):
        text = APPLICATION.format(name=f"申请{number}", applied=applied, history=history)
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    loaded = load([folder], Schemas())
    assert loaded.errors == ()
    told = [notice for notice in loaded.notices if notice.code == "histories_differ"]
    return [Path(notice.location.file).name for notice in told if notice.location]


@pytest.mark.parametrize("told", [CONFESSED, DISSOLVED])
def test_who_is_silent_about_what_another_application_tells_is_told_of(tmp_path: Path, told: str) -> None:
    assert silent(tmp_path, ("2026-03-01", DENIED), ("2026-03-05", told)) == ["0.yaml"]


@pytest.mark.parametrize(
    "applications",
    [
        (("2026-03-01", DENIED), ("2026-03-05", DENIED)),
        (("2026-03-01", CONFESSED), ("2026-03-05", CONFESSED)),
        (("2025-03-01", DENIED), ("2026-03-05", CONFESSED)),
        (("2026-03-01", ""), ("2026-03-05", CONFESSED)),
        (("2026-03-01", CONFESSED),),
    ],
    ids=["nothing", "both", "before it came to pass", "left open", "alone"],
)
def test_who_is_not_is_not(tmp_path: Path, applications: tuple[tuple[str, str], ...]) -> None:
    assert silent(tmp_path, *applications) == []
