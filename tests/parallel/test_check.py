"""Several processes come to the very report that one comes to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.packs.region import CLAUSES, header, library_of, write_pack
from tests.test_announcements import DAYS_OFF
from wicheck.checking import Inputs, check
from wicheck.errors import UsageError
from wicheck.parallel.check import shared_check
from wicheck.parallel.worker import Task
from wicheck.reporting import reported
from wicheck.reports import WriteOptions, writer
from wicheck.session import Request

TODAY = date(2026, 3, 10)

HOSPITAL = """\
wicheck: institution/v1
id: {name}
名称: 示例医院{name}
行政区划代码: "999901"
服务类别: [康复]
康复:
  康复病房:
    床位数: {beds}
"""

APPLICATION = """\
wicheck: application/v1
id: of-{name}
机构: {name}
申请日期: 2026-03-02
"""

CALENDAR = """\
wicheck: calendar/v1
id: {name}
年度: [{{年份: 2095, 放假日期: [{days}], 调休上班日期: 无, 依据: 通知}}]
"""

LIST = """\
wicheck: registry/v1
id: {name}
行政区划代码: "999901"
协议机构: [{{信用代码: 12330700999999900Y, 签约经办机构: {{行政区划代码: "{agency}"}}}}]
"""
ON_LISTS = """\
- id: example-9
  article: 第九条
  kind: rule
  record: registry
  stage: performance
  summary: {zh: 不重复签订, en: no second agreement}
  rules:
    alike:
      check: alike_beside
      entries: registry.entries
      by: [uscc]
      keys: [agency.division_code]
      question: {zh: 是不是重复签订, en: is there a second agreement}
      topic: rehab_beds
      title: {zh: 不重复签订, en: no second agreement}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Hospitals first, their applications last: every application lies in another stretch than its hospital."""
    made = tmp_path / "papers"
    made.mkdir()
    for number in range(6):
        text = HOSPITAL.format(name=f"h{number}", beds=48 + number)
        if number in (0, 5):  # twins, far apart
            text += "信用代码: 12330700999999900Y\n"
        (made / f"a-{number}.yaml").write_text(text, encoding="utf-8")
        (made / f"z-{number}.yaml").write_text(APPLICATION.format(name=f"h{number}"), encoding="utf-8")
    for name, agency in (("0-list", "330700"), ("y-list", "330800")):
        (made / f"{name}.yaml").write_text(LIST.format(name=name, agency=agency), encoding="utf-8")
    (made / "m-broken.yaml").write_text("wicheck: institution/v1\nid: x\nbeds: 3\n", encoding="utf-8")
    (made / "n-double.yaml").write_text(HOSPITAL.format(name="h3", beds=1), encoding="utf-8")
    for name, day in (("0-calendar", "2095-01-03"), ("y-calendar", "2095-01-02")):
        days = ", ".join([*DAYS_OFF, day])
        (made / f"{name}.yaml").write_text(CALENDAR.format(name=name, days=days), encoding="utf-8")
    (made / "花名册.xlsx").write_bytes(b"")
    faulty = APPLICATION.format(name="h0").replace("2026-03-02", "2026-03-32")
    (made / "z-faulty.yaml").write_text(faulty.replace("id: of-h0", "id: again"), encoding="utf-8")
    borrowed = APPLICATION.format(name="h4").replace("id: of-h4", "id: h2")
    (made / "z-borrowed.yaml").write_text(borrowed, encoding="utf-8")
    return made


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_report_is_the_same(tmp_path: Path, folder: Path, jobs: int) -> None:
    packs = write_pack(tmp_path / "packs", header() + CLAUSES + ON_LISTS)
    request = Request(policies=(packs,))
    library = library_of(packs)
    alone = reported(check(library, Inputs((folder,)), request, TODAY), library.schemas)
    json = writer("json")
    with shared_check(Task(Inputs((folder,)), request, TODAY, False, ()), jobs) as together:
        assert "".join(json.write(together, WriteOptions())) == "".join(json.write(alone, WriteOptions()))
    assert alone.totals["pack"]["example-2026"] == {"fail": 2, "pass": 3, "review": 2}
    assert [each["code"] for each in alone.notices].count("same_institution_twice") == 1


def test_an_error_in_a_process_is_raised_here(folder: Path) -> None:
    task = Task(Inputs((folder,)), Request(packs=("nowhere",)), TODAY, False, ())
    with pytest.raises(UsageError, match="nowhere"), shared_check(task, 2):
        pass
