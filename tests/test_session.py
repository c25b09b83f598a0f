"""Which packs judge a dossier, and what a run tells of those that did not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.packs.region import CLAUSES, header, write_pack
from wicheck.checking import Checked, Inputs, check
from wicheck.documents.schemas import Schemas
from wicheck.errors import UsageError
from wicheck.library import Library
from wicheck.model import Location, ServiceKind, Verdict
from wicheck.plugins import workshop
from wicheck.session import Request

TODAY = date(2026, 3, 10)
HOSPITAL = """\
wicheck: institution/v1
编号: 示例医院
服务类别: [康复]
康复: {康复病房: {床位数: 50}}
"""
IN_REGION = HOSPITAL + '行政区划代码: "999901"\n'
APPLICATION = """\
---
wicheck: application/v1
编号: 申请
机构: 示例医院
申请日期: 2020-06-01
"""
PERIOD = "effective_from: 2021-01-01\nexpires_on: 2025-12-31\n"
RISING = CLAUSES.replace("minimum: 50", "minimum: {2020-01-01: 50, 2021-01-01: 60}")

Judge = Callable[..., Checked]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    def judged(hospital: str = IN_REGION, pack: str = header() + CLAUSES, **asked: object) -> Checked:
        root = write_pack(Path(mkdtemp(dir=tmp_path)), pack)
        file = tmp_path / "hospital.yaml"
        file.write_text(hospital, encoding="utf-8")
        request = Request(policies=(root,), **asked)  # type: ignore[arg-type]
        return check(Library(Schemas(), workshop(), [root]), Inputs((file,)), request, TODAY)

    return judged


def verdicts(done: Checked) -> dict[str, Verdict]:
    """The verdicts of the invented region's rules; the pack ``base`` runs beside it."""
    return {finding.rule.id: finding.verdict for finding in done.findings if finding.pack == "example-2026"}


def codes(done: Checked) -> list[str]:
    return [notice.code for notice in done.notices]


def test_the_division_calls_for_the_pack(judge: Judge) -> None:
    assert verdicts(judge()) == {"example-1/beds_min_50": Verdict.PASS}


def test_the_base_pack_runs_beside_a_region_and_never_alone(judge: Judge) -> None:
    assert {pack.id for pack in judge().packs} == {"example-2026", "base"}
    assert judge(HOSPITAL).packs == ()


def test_without_a_division_nothing_is_judged_and_the_run_says_where_to_write_it(judge: Judge) -> None:
    done = judge(HOSPITAL)
    assert done.findings == ()
    (notice,) = done.notices
    assert (notice.code, notice.location) == ("no_division", Location(str(done.files[0].name), 1, 1))


def test_a_division_that_no_pack_covers_is_told(judge: Judge) -> None:
    done = judge(HOSPITAL + '行政区划代码: "110000"\n')
    assert done.findings == ()
    assert codes(done) == ["no_pack"]
    assert "110000" in done.notices[0].text.zh


def test_a_draft_does_not_run_unasked_and_the_run_says_how_to_run_it(judge: Judge) -> None:
    done = judge(pack=header(status="draft") + CLAUSES)
    assert done.findings == ()
    assert codes(done) == ["draft_not_run"]
    assert "--pack 示例市" in done.notices[0].text.zh
    assert "--pack example-2026" in done.notices[0].text.en


@pytest.mark.parametrize("asked", [{"packs": ("示例市",)}, {"packs": ("Exampleton",)}, {"include_drafts": True}])
def test_a_draft_runs_when_it_is_named_or_drafts_are_asked_for(judge: Judge, asked: dict[str, object]) -> None:
    done = judge(pack=header(status="draft") + CLAUSES, **asked)
    assert verdicts(done) == {"example-1/beds_min_50": Verdict.PASS}
    assert codes(done) == []


def test_a_named_pack_judges_whatever_the_division(judge: Judge) -> None:
    assert verdicts(judge(HOSPITAL, packs=("example-2026",))) == {"example-1/beds_min_50": Verdict.PASS}


def test_a_pack_that_nobody_has_is_a_mistake_of_the_call(judge: Judge) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        judge(packs=("nowhere",))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2020, 12, 31), ["pack_not_yet"]),
        (date(2021, 1, 1), []),
        (date(2025, 12, 31), []),
        (date(2026, 1, 1), ["pack_no_longer"]),
    ],
)
def test_a_pack_judges_within_its_period_only(judge: Judge, day: date, code: list[str]) -> None:
    done = judge(pack=header() + PERIOD + CLAUSES, on=day)
    assert codes(done) == code
    assert bool(verdicts(done)) == (not code)


def test_the_application_s_day_decides_unless_the_run_fixes_one(judge: Judge) -> None:
    dated = {"hospital": IN_REGION + APPLICATION, "pack": header() + RISING}
    assert set(verdicts(judge(**dated)).values()) == {Verdict.PASS}
    assert set(verdicts(judge(**dated, on=date(2020, 12, 31))).values()) == {Verdict.PASS}
    assert set(verdicts(judge(**dated, on=date(2021, 1, 1))).values()) == {Verdict.FAIL}


def test_service_kinds_that_are_asked_for_take_the_place_of_the_documents(judge: Judge) -> None:
    assert verdicts(judge(service_kinds=(ServiceKind.MEDICAL,))) == {}


def test_the_same_is_told_once_however_many_dossiers_it_concerns(judge: Judge) -> None:
    two = IN_REGION + "---\n" + IN_REGION.replace("示例医院", "另一医院")
    assert codes(judge(two, pack=header(status="draft") + CLAUSES)) == ["draft_not_run"]
