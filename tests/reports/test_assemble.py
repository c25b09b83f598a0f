"""Putting a report together: nothing is lost, and everything stands under its dossier."""

from __future__ import annotations

from tests.reports.factory import (
    attestation,
    document,
    dossier,
    finding,
    input_error,
    lacking,
    record,
    report,
    waiver,
)
from wicheck.model import Binds, Disposition, Document, DocumentKind, Dossier, Notice, Text, Verdict


def test_findings_stand_under_their_dossiers() -> None:
    first, second = record(dossier("h1")), record(dossier("h2"))
    made = report([finding(id_="c/1", on=first), finding(id_="c/2", on=second), finding(id_="c/3", on=first)])
    by_dossier = {of["id"]: [each["rule"] for each in findings] for of, findings in made.by_dossier()}
    assert by_dossier == {"h1": ["c/1", "c/3"], "h2": ["c/2"]}


def test_a_dossier_without_findings_is_told_of() -> None:
    made = report([finding()], [dossier("h1"), dossier("h2")])
    assert [(each["id"], each["headlines"][0]["answer"]) for each in made.dossiers] == [
        ("h1", "met"),
        ("h2", "not_assessed"),
    ]


def test_a_dossier_heard_by_its_applications_is_not_told_of_again() -> None:
    whole = dossier("h1", "医院", document(DocumentKind.APPLICATION, "a1"), document(DocumentKind.APPLICATION, "a2"))
    heard = [whole._replace(id="h1/a1"), whole._replace(id="h1/a2")]
    made = report([finding(on=record(each)) for each in heard], [whole])
    assert [each["id"] for each in made.dossiers] == ["h1/a1", "h1/a2"]


def test_only_an_institution_has_headlines() -> None:
    registry: Document = document(DocumentKind.REGISTRY, "r1")
    listed = Dossier("r1", registry, {DocumentKind.REGISTRY: (registry,)})
    (of,) = report([finding(on=record(listed))]).dossiers
    assert (of["headlines"], of["name"], of["counts"]) == ([], None, {"pass": 1})


def test_a_registry_and_an_institution_of_one_id_are_told_apart() -> None:
    registry: Document = document(DocumentKind.REGISTRY, "h1")
    listed = Dossier("h1", registry, {DocumentKind.REGISTRY: (registry,)})
    made = report([finding(Verdict.FAIL, on=record(listed)), finding()], [listed, dossier("h1")])
    assert [(of["kind"], len(of["headlines"]), of["counts"]) for of in made.dossiers] == [
        ("registry", 0, {"fail": 1}),
        ("institution", 1, {"pass": 1}),
    ]


def test_the_institution_is_asked_for_its_own_entries_only() -> None:
    agencys = lacking("application.publicity", id_="c/2", binds=Binds.AGENCY)
    (of,) = report([lacking("institution.beds", id_="c/1"), agencys]).dossiers
    assert [each["path"] for each in of["missing"]] == ["institution.beds"]


def test_statements_that_served_are_listed_once() -> None:
    said, waived = attestation(), waiver()
    made = report(
        [
            finding(Verdict.PASS, "c/1", attestation=said, disposition=Disposition.ATTESTED),
            finding(Verdict.PASS, "c/2", attestation=said, disposition=Disposition.ATTESTED),
            finding(Verdict.FAIL, "c/3", waiver=waived, disposition=Disposition.WAIVED),
        ]
    )
    assert ([each["by"] for each in made.attestations], len(made.waivers)) == (["王**"], 1)


def test_errors_and_notices_keep_their_places_and_hide_numbers_of_persons() -> None:
    notices = [Notice("draft_not_run", Text("宁夏未运行", "Ningxia did not run"))]
    made = report([], [], notices, [input_error("证件号码 999999199001011234 有误")])
    assert made.notices[0]["code"] == "draft_not_run"
    assert made.input_errors[0] == {
        "text": {"zh": "证件号码 99999919********** 有误", "en": "a whole number is due"},
        "hint": {"zh": "50", "en": "50"},
        "location": {"file": "h1.yaml", "line": 7, "column": 5},
    }


def test_the_packs_of_the_run_are_named_with_digest_and_status() -> None:
    packs = report([finding()]).run["packs"]
    assert [(each["id"], each["status"], len(each["digest"])) for each in packs] == [
        ("jinhua", "in_force", 64),
        ("base", "in_force", 64),
    ]
