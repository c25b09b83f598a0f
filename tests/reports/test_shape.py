"""A finding as the report shows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.checks.bench import changed
from tests.reports.factory import (
    DAY,
    LAW,
    SAID,
    attestation,
    clause,
    document,
    dossier,
    finding,
    lacking,
    record,
    report,
    waiver,
)
from wicheck.model import Disposition, DocumentKind, Finding, Message, Path, Text, Verdict
from wicheck.reports.data import FindingData
from wicheck.reports.shape import fingerprint

NAMED = Message("test.named", Text("{who}没有资格", "{who} is not qualified"))


def shaped(made: Finding, **more: object) -> FindingData:
    return report([made], **more).findings[0]  # type: ignore[arg-type]


def personal(path: Path) -> str | None:
    return "name" if path[-1] == "name" and len(path) > 2 else None


def test_the_fingerprint_outlives_the_answer_and_the_day() -> None:
    first = finding(Verdict.FAIL)
    later = finding(Verdict.PASS)._replace(record=changed(record(), judged_on=date(2030, 1, 1)))
    assert fingerprint(first) == fingerprint(later)


def test_rule_dossier_and_record_each_make_another_fingerprint() -> None:
    hospital = dossier("h1", "医院", document(DocumentKind.AGREEMENT, "h1"))
    made = [
        finding(),
        finding(id_="jinhua-3/other"),
        finding(on=record(dossier("h2"))),
        finding(on=record(hospital, document=hospital.of_kind(DocumentKind.AGREEMENT)[0])),
    ]
    assert len(set(map(fingerprint, made))) == len(made)


def test_a_message_is_filled_in_both_languages() -> None:
    values = {"who": Text("张院长", "director Zhang")}
    message = shaped(finding(outcome_={"message": NAMED, "values": values}))["message"]
    assert message == {"id": "test.named", "zh": "张院长没有资格", "en": "director Zhang is not qualified"}


def test_missing_entries_are_named_by_their_labels() -> None:
    data = shaped(lacking("institution.beds", "institution.area"))
    assert data["message"]["zh"] == "资料不足：未填写“institution.beds”、“institution.area”"
    assert data["missing"][0]["label"]["en"] == "institution.beds"


def test_a_missing_document_is_named_in_words() -> None:
    data = shaped(lacking("application"))
    assert data["message"]["zh"] == "资料不足：未填写申请文件"
    assert data["missing"][0]["location"] is None


def test_a_value_that_a_check_forgot_stops_no_report() -> None:
    assert shaped(finding(outcome_={"message": NAMED}))["message"]["zh"] == "{who}没有资格"


def test_a_finding_says_what_of_its_clause_is_damaged() -> None:
    damaged = LAW._replace(clauses=(clause(damage=Text("尾部缺失", "tail cut")),))
    data = shaped(finding(), packs=[damaged])
    assert data["clause"] == {
        "id": "jinhua-3",
        "article": "三（二）2",
        "chapter": None,
        "damage": {"zh": "尾部缺失", "en": "tail cut"},
    }


def test_what_no_clause_says_has_no_article() -> None:
    assert shaped(finding(id_="jinhua-assistive-device/lost_text"))["clause"]["article"] == ""


def test_figures_are_plain_and_places_are_looked_up() -> None:
    path: Path = ("institution", "beds")
    figures = {"observed": Decimal("49"), "required": Decimal("50.5"), "unit": Text("张", "beds"), "evidence": (path,)}
    data = shaped(finding(Verdict.FAIL, outcome_=figures))
    assert (data["observed"], data["required"], data["unit"]) == (49, 50.5, {"zh": "张", "en": "beds"})
    place = {"file": "h1.yaml", "line": 11, "column": 3}
    assert data["evidence"] == [{"path": "institution.beds", "location": place}]
    assert data["location"] == place


def test_a_remedy_is_offered_only_where_there_is_something_to_mend() -> None:
    remedy = {"remedy": Text("增设床位", "add beds")}
    assert shaped(finding(Verdict.FAIL, rule_=remedy))["remedy"] == {"zh": "增设床位", "en": "add beds"}
    assert shaped(finding(Verdict.PASS, rule_=remedy))["remedy"] is None
    own = {"remedy": Text("增设 1 张", "add one")}
    assert shaped(finding(Verdict.FAIL, rule_=remedy, outcome_=own))["remedy"] == {"zh": "增设 1 张", "en": "add one"}


def test_statements_are_shown_with_their_signatures_masked() -> None:
    said = shaped(finding(Verdict.PASS, attestation=attestation(), disposition=Disposition.ATTESTED))["attestation"]
    assert said is not None
    assert (said["conclusion"], said["by"], said["valid_until"]) == ("met", "王**", "2026-12-31")
    waived = shaped(finding(Verdict.FAIL, waiver=waiver(), disposition=Disposition.WAIVED))["waiver"]
    assert waived is not None
    assert (waived["approver"], waived["authority"]) == ("李**", "金华市医疗保障局")


def test_personal_data_is_covered_unless_it_may_be_shown() -> None:
    path: Path = ("institution", "staff", "roster", 0, "name")
    on = record(dossier(staff={"roster": [{"name": "赵六一"}]}))
    told = {"message": NAMED, "values": {"who": "赵六一"}, "observed": "赵六一", "evidence": (path,)}
    made = finding(Verdict.FAIL, on=on, outcome_=told)
    hidden = shaped(made, personal=personal)
    assert (hidden["message"]["zh"], hidden["observed"]) == ("赵**没有资格", "赵**")
    assert "赵六一" not in str(hidden)
    assert shaped(made, personal=personal, show_personal=True)["observed"] == "赵六一"


def test_an_object_of_a_document_is_never_shown_as_a_figure() -> None:
    assert shaped(finding(outcome_={"observed": [{"name": "赵六一"}]}))["observed"] is None


def test_the_day_that_counted_is_told() -> None:
    assert shaped(finding(outcome_={"message": SAID, "due_on": DAY}))["judged_on"] == "2026-03-10"
    assert shaped(finding(outcome_={"due_on": DAY}))["due_on"] == "2026-03-10"


def test_a_reason_for_a_waiver_shows_no_number_of_a_person() -> None:
    told = waiver(reason="由 13800001234 说明")
    waived = shaped(finding(Verdict.FAIL, waiver=told, disposition=Disposition.WAIVED))["waiver"]
    assert waived is not None
    assert waived["reason"] == "由 138****1234 说明"


def test_a_sentence_within_a_sentence_names_what_is_missing_by_its_label() -> None:
    path: Path = ("institution", "ward", "beds")
    inner = Text("未填写institution.ward.beds", "institution.ward.beds not given")
    joined = Message("composition.open", Text("{members}；另未填写{missing}", "{members}; also not given: {missing}"))
    made = finding(Verdict.UNKNOWN, outcome_={"message": joined, "values": {"members": inner}, "missing": (path,)})
    assert shaped(made)["message"]["zh"] == "未填写“institution.ward.beds”；另未填写“institution.ward.beds”"
