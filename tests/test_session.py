"""Sessions choose the packs, bind them for the date, and say what they left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.checks.bench import EveryWeekday, Nowhere
from tests.packs.region import CLAUSES, header, library_of, write_pack
from wicheck.errors import UsageError
from wicheck.model import Document, DocumentKind, Dossier, Finding
from wicheck.run import Statements
from wicheck.session import Circumstances, Request, Session

TODAY = date(2026, 3, 10)


def hospital(division: str | None = "999901", beds: int = 55) -> Dossier:
    data = {"service_kinds": ["rehabilitation"], "rehabilitation": {"ward": {"beds_count": beds}}}
    if division:
        data["division_code"] = division
    root = Document(DocumentKind.INSTITUTION, "h", data, Nowhere())
    return Dossier("h", root, {DocumentKind.INSTITUTION: (root,)})


def session(root: Path, text: str = header() + CLAUSES, request: Request | None = None) -> Session:
    if not root.joinpath("example-2026").exists():
        write_pack(root, text)
    known = Circumstances(EveryWeekday(), TODAY, Statements.of(TODAY, (), ()))
    return Session(library_of(root), request or Request(), known)


def of_region(findings: list[Finding]) -> dict[str, str]:
    return {each.rule.id: each.verdict.value for each in findings if each.pack == "example-2026"}


def test_the_division_calls_for_its_packs_and_the_base_pack_comes_along(tmp_path: Path) -> None:
    findings = list(session(tmp_path).judge(hospital()))
    assert of_region(findings) == {"example-1/beds_min_50": "pass"}
    assert {each.pack for each in findings} == {"example-2026", "base"}


@pytest.mark.parametrize(("division", "code"), [("998800", "no_pack"), (None, "no_division")])
def test_where_no_pack_applies_nothing_is_judged_and_it_is_said(tmp_path: Path, division: str, code: str) -> None:
    made = session(tmp_path)
    assert list(made.judge(hospital(division))) == []
    assert [notice.code for notice in made.notices.values()] == [code]


def test_a_draft_does_not_run_unasked_and_is_named_with_the_words_that_run_it(tmp_path: Path) -> None:
    made = session(tmp_path, header(status="draft") + CLAUSES)
    assert list(made.judge(hospital())) == []
    (notice,) = made.notices.values()
    assert (notice.code, "--pack 示例市" in notice.text.zh) == ("draft_not_run", True)


@pytest.mark.parametrize("request_", [Request(packs=("示例市",)), Request(include_drafts=True)])
def test_a_draft_runs_when_it_is_named_or_drafts_are_asked_for(tmp_path: Path, request_: Request) -> None:
    made = session(tmp_path, header(status="draft") + CLAUSES, request_)
    assert of_region(list(made.judge(hospital()))) == {"example-1/beds_min_50": "pass"}


def test_a_named_pack_judges_whatever_the_division(tmp_path: Path) -> None:
    made = session(tmp_path, request=Request(packs=("example-2026",)))
    assert of_region(list(made.judge(hospital("998800")))) == {"example-1/beds_min_50": "pass"}


def test_a_misspelt_pack_is_told_before_anything_is_judged(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="示列市"):
        session(tmp_path, request=Request(packs=("示列市",)))


@pytest.mark.parametrize(
    ("period", "on", "code"),
    [
        ("effective_from: 2026-03-11\n", TODAY, "pack_not_yet"),
        ("effective_from: 2026-03-10\n", TODAY, None),
        ("expires_on: 2026-03-09\n", TODAY, "pack_no_longer"),
        ("expires_on: 2026-03-10\n", TODAY, None),
    ],
)
def test_a_pack_judges_only_within_its_period(tmp_path: Path, period: str, on: date, code: str | None) -> None:
    made = session(tmp_path, header() + period + CLAUSES, Request(on=on))
    judged = of_region(list(made.judge(hospital())))
    assert bool(judged) is (code is None)
    assert [notice.code for notice in made.notices.values()] == ([code] if code else [])


@pytest.mark.parametrize(
    ("on", "verdict"), [(date(2026, 12, 31), "pass"), (date(2027, 1, 1), "fail"), (date(2020, 12, 31), "unknown")]
)
def test_figures_hold_from_their_day(tmp_path: Path, on: date, verdict: str) -> None:
    dated = CLAUSES.replace("minimum: 50", "minimum: {2021-01-01: 50, 2027-01-01: 60}")
    made = session(tmp_path, header() + dated, Request(on=on))
    assert of_region(list(made.judge(hospital()))) == {"example-1/beds_min_50": verdict}


def test_one_session_judges_records_of_different_dates_each_by_its_own_figures(tmp_path: Path) -> None:
    dated = CLAUSES.replace("minimum: 50", "minimum: {2021-01-01: 50, 2026-01-01: 60}")
    made = session(tmp_path, header() + dated)
    before = Document(DocumentKind.APPLICATION, "a", {"applied_on": "2025-12-31"}, Nowhere())
    whole = hospital()
    earlier = whole._replace(documents={**whole.documents, DocumentKind.APPLICATION: (before,)})
    assert of_region(list(made.judge(earlier))) == {"example-1/beds_min_50": "pass"}
    assert of_region(list(made.judge(whole))) == {"example-1/beds_min_50": "fail"}


@pytest.mark.parametrize(
    ("applied_on", "fixed", "codes"),
    [
        (date(2026, 3, 10), None, []),
        (date(2026, 3, 11), None, ["judged_in_future"]),
        (date(2026, 3, 11), date(2026, 3, 11), []),
    ],
)
def test_an_application_dated_after_today_is_judged_as_of_then_but_not_silently(
    tmp_path: Path, applied_on: date, fixed: date | None, codes: list[str]
) -> None:
    data = {"applied_on": applied_on.isoformat()}
    application = Document(DocumentKind.APPLICATION, "a", data, Nowhere())
    applying = hospital()._replace(documents={**hospital().documents, DocumentKind.APPLICATION: (application,)})
    made = session(tmp_path, request=Request(on=fixed))
    assert {each.record.judged_on for each in made.judge(applying)} == {applied_on if fixed is None else fixed}
    assert [notice.code for notice in made.notices.values()] == codes


OF_AGREEMENTS = """\
- id: example-9
  article: 第九条
  kind: rule
  record: agreement
  stage: performance
  summary: {zh: 协议书面签订并评分, en: agreements are in writing and scored}
  rules:
    score_min:
      check: at_least
      value: agreement.quality_deposit.daily_score
      minimum: {2026-01-01: 60, 2026-03-01: 80}
      topic: rehab_beds
      title: {zh: 评分达到规定, en: the score is high enough}
"""


def with_agreement(applied_on: str, score: int = 70) -> Dossier:
    whole = hospital()
    application = Document(DocumentKind.APPLICATION, "a", {"applied_on": applied_on}, Nowhere())
    agreement = Document(DocumentKind.AGREEMENT, "g", {"quality_deposit": {"daily_score": score}}, Nowhere())
    beside = {DocumentKind.APPLICATION: (application,), DocumentKind.AGREEMENT: (agreement,)}
    return whole._replace(documents={**whole.documents, **beside})


def test_agreements_go_on_under_a_pack_that_the_application_is_older_than(tmp_path: Path) -> None:
    made = session(tmp_path, header() + "effective_from: 2026-01-01\n" + CLAUSES + OF_AGREEMENTS)
    assert of_region(made.judge(with_agreement("2025-12-31"))) == {"example-9/score_min": "fail"}
    assert [notice.code for notice in made.notices.values()] == ["pack_not_yet"]


def test_what_is_not_about_admission_is_judged_by_the_figures_of_the_run(tmp_path: Path) -> None:
    made = session(tmp_path, header() + CLAUSES + OF_AGREEMENTS)
    assert of_region(made.judge(with_agreement("2026-02-01")))["example-9/score_min"] == "fail"
    assert of_region(made.judge(with_agreement("2026-02-01", 80)))["example-9/score_min"] == "pass"


def test_a_pack_that_expired_after_the_application_still_judges_its_agreement(tmp_path: Path) -> None:
    made = session(tmp_path, header() + "expires_on: 2026-02-28\n" + CLAUSES + OF_AGREEMENTS)
    assert set(of_region(made.judge(with_agreement("2026-02-01")))) == {"example-1/beds_min_50", "example-9/score_min"}
    assert of_region(made.judge(with_agreement("2026-03-01"))) == {}


def test_the_rules_of_a_pack_do_not_see_an_application_that_is_older(tmp_path: Path) -> None:
    clauses = OF_AGREEMENTS.replace("at_least", "present").replace(
        "agreement.quality_deposit.daily_score", "application.applied_on"
    )
    clauses = clauses.replace("      minimum: {2026-01-01: 60, 2026-03-01: 80}\n", "")
    made = session(tmp_path, header() + "effective_from: 2026-01-01\n" + CLAUSES + clauses)
    assert of_region(made.judge(with_agreement("2025-12-31"))) == {"example-9/score_min": "unknown"}
    assert of_region(made.judge(with_agreement("2026-01-01")))["example-9/score_min"] == "pass"
