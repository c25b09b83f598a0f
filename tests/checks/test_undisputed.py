"""undisputed: what another document says otherwise is for a person to settle; silence disputes nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.bench import BenchBinder, Nowhere, changed, deciding, record
from wicheck.checks import equals, not_more_than, undisputed
from wicheck.model import Document, DocumentKind, Outcome, Verdict

BINDER = BenchBinder(kinds={kind.name: kind for kind in (equals.KIND, not_more_than.KIND)})
TYPES = {"check": "equals", "value": "application.type", "other": "application.form.type"}
BEDS = {"check": "not_more_than", "value": "application.ward", "other": "application.beds"}
QUESTION = {"zh": "以哪一处为准", "en": "which is right"}


def judged(**application: Any) -> Outcome:
    decide = deciding(undisputed.KIND, BINDER, checks=[TYPES, BEDS], question=QUESTION)
    return decide(record(DocumentKind.APPLICATION, application=application))


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"type": "a", "form": {"type": "b"}}, Verdict.REVIEW),
        ({"type": "a", "form": {"type": "b"}, "ward": 5, "beds": 9}, Verdict.REVIEW),
        ({"ward": 10, "beds": 9}, Verdict.REVIEW),
        ({"type": "a", "form": {"type": "a"}}, Verdict.NOT_APPLICABLE),
        ({"type": "a", "ward": 9, "beds": 9}, Verdict.NOT_APPLICABLE),
        ({}, Verdict.NOT_APPLICABLE),
    ],
)
def test_only_what_two_places_tell_differently_is_asked(given: dict[str, Any], verdict: Verdict) -> None:
    assert judged(**given).verdict is verdict


def test_the_finding_says_what_differs_and_asks() -> None:
    outcome = judged(ward=10, beds=9)
    said = outcome.message.text.filled(outcome.values).zh
    assert "application.ward（10）" in said
    assert said.endswith("以哪一处为准")
    assert outcome.evidence == (("application", "ward"), ("application", "beds"))
    assert outcome.missing == ()


def of_agreements(*signed_on: str) -> Outcome:
    made = record(DocumentKind.APPLICATION, application={"signed_on": "2026-03-01"})
    agreements = tuple(
        Document(DocumentKind.AGREEMENT, f"g{number}", {"signed_on": day} if day else {}, Nowhere())
        for number, day in enumerate(signed_on)
    )
    documents = {**made.dossier.documents, DocumentKind.AGREEMENT: agreements}
    check = {"check": "equals", "value": "agreement.signed_on", "other": "application.signed_on"}
    decide = deciding(undisputed.KIND, BINDER, of="agreement", checks=[check], question=QUESTION)
    return decide(changed(made, dossier=made.dossier._replace(documents=documents)))


@pytest.mark.parametrize(
    ("signed_on", "verdict"),
    [
        ([], Verdict.NOT_APPLICABLE),
        ([""], Verdict.NOT_APPLICABLE),
        (["2026-03-01"], Verdict.NOT_APPLICABLE),
        (["2026-03-02"], Verdict.REVIEW),
        (["2026-03-01", "2026-03-02"], Verdict.REVIEW),
        (["", "2026-03-01"], Verdict.NOT_APPLICABLE),
    ],
)
def test_each_of_several_documents_of_another_kind_is_asked(signed_on: list[str], verdict: Verdict) -> None:
    assert of_agreements(*signed_on).verdict is verdict
