"""What people have said serves or serves nothing for the check as a whole, whichever process had a use for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.packs.region import library_of, write_pack
from wicheck.checking import Inputs, check
from wicheck.parallel.check import shared_check
from wicheck.parallel.worker import Task
from wicheck.reporting import reported
from wicheck.session import Request

TODAY = date(2026, 3, 10)
HOSPITAL = """\
wicheck: institution/v1
编号: {name}
行政区划代码: "{division}"
服务类别: [康复]
康复: {{康复病房: {{床位数: 49}}}}
"""
WAIVERS = """\
wicheck: waivers/v1
编号: 豁免
豁免:
- 规则: {0}
  对象: {1}
  理由: 新病房年内交付
  决定机关: 示例局
  批准人: 吕示例
  决定日期: 2026-03-01
  到期日期: {2}
"""
RULE = "example-1/beds_min_50"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three hospitals in three files; the last lies where no pack applies."""
    made = tmp_path / "papers"
    made.mkdir()
    for name, division in (("甲", "999901"), ("乙", "999901"), ("丙", "110000")):
        (made / f"{name}.yaml").write_text(HOSPITAL.format(name=name, division=division), encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("waiver", "told"),
    [
        ((RULE, "甲", "2026-12-31"), []),
        ((RULE, "丁", "2026-12-31"), ["statement_unused"]),
        ((RULE, "甲", "2026-03-09"), ["statement_expired"]),
        (("example-9/none", "甲", "2026-12-31"), ["statement_unknown"]),
    ],
)
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_waiver_is_idle_only_where_no_process_used_it(
    tmp_path: Path, folder: Path, waiver: tuple[str, str, str], told: list[str], jobs: int
) -> None:
    packs = write_pack(tmp_path / "packs")
    file = tmp_path / "waivers.yaml"
    file.write_text(WAIVERS.format(*waiver), encoding="utf-8")
    request, inputs = Request(policies=(packs,)), Inputs((folder,), waivers=(file,))
    alone = reported(check(library_of(packs), inputs, request, TODAY), library_of(packs).schemas)
    with shared_check(Task(inputs, request, TODAY, False, ()), jobs) as together:
        assert together.notices == alone.notices
        assert together.totals == alone.totals
        assert together.waivers == alone.waivers
    assert [each["code"] for each in alone.notices if each["code"] != "no_pack"] == told
